/* What indents tell where no blank lines do. Items of lists whose further lines stand under their text and not under
 * the mark go on:
 *
 *     o  Upon receipt, the tape is
 *        removed.
 *
 * And behind lines that are indented alike, a quotation or an example, a sentence nearer to the margin begins a
 * block. */
#include "base/ascii.h"
#include "base/utf8.h"
#include "plain/look.h"
#include "plain/wrap.h"

#include <string.h>

sm_recognise_fn sm_recognise_indents;

enum {
    MARK_MOST = 8 /* bytes of a mark with the space behind it */
};

/* "o ", "* ", "- ", a bullet, "12. ", "3) ", "(a) ", "[7] ", "a. " */
static bool is_mark(const char *text, size_t from, size_t to) {
    size_t n = to - from, letters = 0, digits = 0, marks = 0;
    if (n == 1)
        return sm_ascii_is_one_of(text[from], "o*-+");
    if (n == 3 && (memcmp(text + from, "\xE2\x80\xA2", 3) == 0 || memcmp(text + from, "\xE2\x80\x93", 3) == 0))
        return true;
    for (size_t i = from; i < to; i++) {
        bool digit = sm_ascii_is_digit(text[i]);
        digits += digit;
        letters += sm_ascii_is_letter(text[i]);
        marks += sm_ascii_is_one_of(text[i], "()[].");
    }
    bool ends = text[to - 1] == ')' || text[to - 1] == ']' || text[to - 1] == '.';
    return ends && digits + letters + marks == n && letters <= 1 && digits + letters > 0;
}

/* Does the next line stand under the text of the item that begins at `l`? */
static bool hangs(const char *text, const sm_plain_line *l, const sm_plain_line *next) {
    size_t end = l->begin, at;
    if (next->gap > 0 || next->indent > l->indent + MARK_MOST)
        return false;
    while (end < l->end && end < l->begin + MARK_MOST && text[end] != ' ')
        end++;
    for (at = end; at < l->end && text[at] == ' ';)
        at++;
    return sm_utf8_count(text + l->begin, at - l->begin) == (size_t)(next->indent - l->indent) && end < at &&
           is_mark(text, l->begin, end);
}

/* Is the line before `l` indented further, as the one before that is, and the end of a sentence? */
static bool leaves_indent(const char *text, const sm_plain_line *l) {
    const sm_plain_line *previous = l - 1, *first = l - 2;
    return l->gap == 0 && previous->gap == 0 && l->indent + 2 <= previous->indent &&
           first->indent == previous->indent && sm_wrap_ends_sentence(text, previous);
}

bool sm_recognise_indents(sm_plain *plain, sm_arena *scratch) {
    (void)scratch;
    for (size_t i = 1; i < plain->lines.n; i++) {
        sm_plain_line *l = &plain->lines.at[i];
        if (l->indent == l[-1].indent || !sm_look_free(l) || !sm_look_free(l - 1))
            continue;
        l->goes_on = l->goes_on || (l->indent > l[-1].indent + 1u && hangs(plain->text, l - 1, l));
        l->begins = l->begins || (i > 1 && leaves_indent(plain->text, l));
    }
    return true;
}
