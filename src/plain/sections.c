/* Manual pages as man prints them, and RFCs: paragraphs are indented, and what stands at the margin are headings.
 *
 * A manual page begins with "OWL(1) Commands OWL(1)", or with "NAME" alone over an indented line. Head and foot lines
 * are dropped; the synopsis is no prose, nor is the option above an indented description; one that stands on the same
 * line as its description begins the paragraph. Of an RFC the first lines are no prose, and the title is under them. */
#include "base/utf8.h"
#include "plain/look.h"
#include "plain/wrap.h"

#include <string.h>

sm_recognise_fn sm_recognise_sections;

enum {
    TOP_LINES = 16, /* in which an RFC says that it is one */
    TITLE_LINES = 4,
    TAG_INDENT = 2 /* that a description has more than its option, at least */
};

static size_t next_line(const sm_plain *plain, size_t i) {
    while (i < plain->lines.n && plain->lines.at[i].dropped)
        i++;
    return i;
}

/* ---- Manual pages ---- */

/* "OWL(1)" at both ends of a line. */
static size_t name_bytes(const char *text, const sm_plain_line *l) {
    size_t n = 0, length = l->end - l->begin;
    while (n < length && text[l->begin + n] != ' ')
        n++;
    bool name = n >= 4 && 2 * n < length && text[l->begin + n - 1] == ')' && memchr(text + l->begin, '(', n) != NULL;
    return name && memcmp(text + l->begin, text + l->end - n, n) == 0 ? n : 0;
}

/* Drops the head line and the lines that end in the same name, with something far before it. */
static bool drop_frame(sm_plain *plain, size_t first) {
    sm_plain_line head = plain->lines.at[first];
    size_t n = name_bytes(plain->text, &head);
    for (size_t i = first; n > 0 && i < plain->lines.n; i++) {
        sm_plain_line *l = &plain->lines.at[i];
        bool framed = l->indent == 0 && (l->signs & SM_SIGN_COLUMNS) != 0 && l->end - l->begin > n;
        if (framed && memcmp(plain->text + l->end - n, plain->text + head.begin, n) == 0)
            l->dropped = true;
    }
    return n > 0;
}

static bool is_word(const char *text, const sm_plain_line *l, const char *small) {
    return sm_look_at(text, l->begin, l->end, small) == l->end - l->begin;
}

static bool begins_with_name(const sm_plain *plain, size_t first) {
    const sm_plain_line *l = &plain->lines.at[first];
    return l->indent == 0 && first + 1 < plain->lines.n && l[1].indent > 0 && l[1].gap == 0 &&
           is_word(plain->text, l, "name");
}

/* Does something begin in a column of the line, in characters, behind a space? */
static bool has_column(const char *text, const sm_plain_line *l, size_t column) {
    size_t at = l->begin, n = l->indent;
    for (uint32_t code; at < l->end && n < column; n++)
        at += sm_utf8_decode(text + at, l->end - at, &code);
    return at < l->end && text[at - 1] == ' ' && text[at] != ' ';
}

/* Is line i an option, or the name of a part, over the description that follows? That may begin on its own line. */
static void judge_tag(sm_plain *plain, size_t i) {
    sm_plain_line *l = &plain->lines.at[i], *next = l + 1;
    if (i + 1 == plain->lines.n || next->gap > 0 || next->dropped || next->indent < l->indent + TAG_INDENT)
        return;
    if (has_column(plain->text, l, next->indent))
        next->goes_on = true;
    else
        l->role = SM_ROLE_CODE;
}

static void judge_manual(sm_plain *plain, size_t first) {
    bool synopsis = false;
    for (size_t i = first; i < plain->lines.n; i++) {
        sm_plain_line *l = &plain->lines.at[i];
        if (l->dropped)
            continue;
        if (l->indent == 0) {
            synopsis = is_word(plain->text, l, "synopsis");
            l->role = SM_ROLE_HEADING;
        } else if (synopsis) {
            l->role = SM_ROLE_CODE;
        } else if (l->role == SM_ROLE_UNKNOWN) {
            judge_tag(plain, i);
        }
    }
}

/* ---- RFCs ---- */

static bool is_rfc(const sm_plain *plain, size_t first) {
    for (size_t i = first; i < plain->lines.n && i < first + TOP_LINES; i++) {
        const sm_plain_line *l = &plain->lines.at[i];
        if (sm_look_at(plain->text, l->begin, l->end, "request for comments:") > 0 ||
            sm_look_at(plain->text, l->begin, l->end, "internet-draft ") > 0)
            return true;
    }
    return false;
}

/* The line behind the group that begins at line i: up to the next blank one. */
static size_t group_end(const sm_plain *plain, size_t i) {
    for (i++; i < plain->lines.n && plain->lines.at[i].gap == 0; i++)
        ;
    return i;
}

static void mark(sm_plain *plain, size_t from, size_t to, sm_role role) {
    for (size_t i = from; i < to; i++) {
        plain->lines.at[i].role = role;
        plain->lines.at[i].goes_on = i > from;
    }
}

static void judge_rfc(sm_plain *plain, size_t first) {
    size_t i = first, n = plain->lines.n, end;
    for (; i < n && plain->lines.at[i].indent == 0 && i < first + TOP_LINES; i = end) {
        end = group_end(plain, i);
        mark(plain, i, end, SM_ROLE_CODE);
    }
    end = i < n ? group_end(plain, i) : n;
    if (i > first && i < n && end - i <= TITLE_LINES)
        mark(plain, i, end, SM_ROLE_TITLE);
    for (i = end; i < n; i++)
        if (plain->lines.at[i].indent == 0 && sm_look_free(&plain->lines.at[i]) && sm_look_alone(plain, i) &&
            !sm_wrap_ends_sentence(plain->text, &plain->lines.at[i]))
            plain->lines.at[i].role = SM_ROLE_HEADING;
}

bool sm_recognise_sections(sm_plain *plain, sm_arena *scratch) {
    (void)scratch;
    size_t first = next_line(plain, 0);
    if (first == plain->lines.n)
        return true;
    if (drop_frame(plain, first) || begins_with_name(plain, first))
        judge_manual(plain, first);
    else if (is_rfc(plain, first))
        judge_rfc(plain, first);
    return true;
}
