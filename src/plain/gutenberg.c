/* Books of Project Gutenberg, one or several: what stands around them is dropped, all up to "*** START OF THE PROJECT
 * GUTENBERG EBOOK", or to the end of the small print that older ones have in its place, and all from "*** END OF" on;
 * the title is kept. So is the note on who produced the text, which copies without the rest often have. */
#include "base/chars.h"
#include "plain/look.h"

sm_recognise_fn sm_recognise_gutenberg;

enum {
    AROUND_LINES = 800, /* of all that stands around a book: what has more holds text of another kind */
    MARK_LINES = 3,     /* lines of a mark that is broken */
    NOTE_LINES = 6,     /* of the note on who produced the text */
    TAIL_LINES = 4      /* before the end mark, in which "End of the Project Gutenberg EBook" may stand */
};

typedef enum mark {
    NO_MARK,
    START,
    SMALL_PRINT, /* its end */
    END
} mark;

static mark mark_of(const char *text, const sm_plain_line *l) {
    size_t at = l->begin;
    if ((l->signs & SM_SIGN_RULE) == 0 || text[at] != '*')
        return NO_MARK;
    while (at < l->end && (text[at] == '*' || text[at] == ' '))
        at++;
    if (sm_look_at(text, at, l->end, "end*the small print") > 0 ||
        sm_look_at(text, at, l->end, "end the small print") > 0)
        return SMALL_PRINT;
    bool start = sm_look_at(text, at, l->end, "start of th") > 0;
    if (!start && sm_look_at(text, at, l->end, "end of th") == 0)
        return NO_MARK;
    return !sm_look_in(text, l, "project gutenberg") ? NO_MARK : start ? START : END;
}

static size_t find_mark(const sm_plain *plain, size_t from, size_t to, mark wanted) {
    size_t i = from;
    while (i < to && mark_of(plain->text, &plain->lines.at[i]) != wanted)
        i++;
    return i;
}

static size_t find_start(const sm_plain *plain, size_t from) {
    size_t i = from;
    for (; i < plain->lines.n; i++) {
        mark m = mark_of(plain->text, &plain->lines.at[i]);
        if (m == START || m == SMALL_PRINT)
            break;
    }
    return i;
}

static void drop(sm_plain *plain, size_t from, size_t to) {
    for (size_t i = from; i < to; i++)
        plain->lines.at[i].dropped = plain->lines.at[i].role != SM_ROLE_TITLE;
}

/* Behind a mark, which may go on over some lines until three stars end it. */
static size_t behind_mark(const sm_plain *plain, size_t i) {
    for (size_t k = i; k < plain->lines.n && k < i + MARK_LINES; k++)
        if (plain->text[plain->lines.at[k].end - 1] == '*')
            return k + 1;
    return i + 1;
}

/* "Title: Of Owls", and the lines that go on with it. */
static void keep_title(sm_plain *plain, size_t from, size_t end) {
    size_t i = from, n = 0;
    while (i < end && (n = sm_look_at(plain->text, plain->lines.at[i].begin, plain->lines.at[i].end, "title: ")) == 0)
        i++;
    if (i == end)
        return;
    sm_plain_line *l = &plain->lines.at[i];
    l->begin = (uint32_t)sm_skip_spaces(plain->text, l->begin + n, l->end);
    l->role = SM_ROLE_TITLE;
    for (i++; i < end && plain->lines.at[i].gap == 0 && plain->lines.at[i].indent > 0; i++) {
        plain->lines.at[i].role = SM_ROLE_TITLE;
        plain->lines.at[i].goes_on = true;
    }
}

static const char *const NOTES[] = {"produced by ",
                                    "e-text prepared by ",
                                    "transcribed from ",
                                    "this etext was produced",
                                    "this ebook was produced",
                                    "prepared by ",
                                    NULL};

/* The note at line `first`: up to a blank line, and in copies without the start mark no further than its own words
 * go. */
static void drop_note(sm_plain *plain, size_t first, bool marked) {
    size_t end = first, own = first;
    if (first == plain->lines.n ||
        sm_look_any(plain->text, plain->lines.at[first].begin, plain->lines.at[first].end, NOTES) == 0)
        return;
    for (; end < plain->lines.n && end < first + NOTE_LINES && (end == first || plain->lines.at[end].gap == 0); end++) {
        const sm_plain_line *l = &plain->lines.at[end];
        if (sm_look_in(plain->text, l, "proofread") || sm_look_in(plain->text, l, "pgdp") ||
            sm_look_in(plain->text, l, "gutenberg"))
            own = end + 1;
    }
    drop(plain, first, marked ? end : own);
}

static bool is_last_line(const sm_plain *plain, size_t i) {
    const sm_plain_line *l = &plain->lines.at[i];
    return sm_look_at(plain->text, l->begin, l->end, "end of ") > 0 && sm_look_in(plain->text, l, "project gutenberg");
}

/* Where the book ends before line `to`: at the end mark or the line before it that says so too, or at such a line. */
static size_t find_end(const sm_plain *plain, size_t from, size_t to) {
    size_t end = find_mark(plain, from, to, END);
    bool marked = end < to;
    for (size_t i = marked && end > from + TAIL_LINES ? end - TAIL_LINES : from; i < end; i++)
        if (is_last_line(plain, i))
            return i;
    return end;
}

/* What stands around books goes, from one line to another; of too much, the mark at line `at` alone. */
static void drop_around(sm_plain *plain, size_t from, size_t at, size_t to) {
    bool all = to - from <= AROUND_LINES;
    if (all)
        keep_title(plain, from, to);
    drop(plain, all ? from : at, all ? to : behind_mark(plain, at));
}

bool sm_recognise_gutenberg(sm_plain *plain, sm_arena *scratch) {
    (void)scratch;
    size_t n = plain->lines.n, from = 0;
    drop_note(plain, 0, false);
    if ((plain->signs & SM_SIGN_RULE) == 0)
        return true;
    size_t start = find_start(plain, 0);
    if (start == n)
        from = find_end(plain, 0, find_mark(plain, 0, n, END) < n ? n : 0);
    while (start < n) {
        size_t first = behind_mark(plain, start), next = find_start(plain, first);
        if (first == n)
            return true;
        drop_around(plain, from, start, first);
        drop_note(plain, first, true);
        from = find_end(plain, first, next);
        start = next;
    }
    if (from > 0 && from < n)
        drop_around(plain, from, from, n);
    return true;
}
