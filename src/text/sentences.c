#include "text/sentences.h"

#include "base/ascii.h"
#include "text/boundary.h"

enum {
    LOOK_AHEAD = 64 /* bytes of what opens the next sentence that are passed over */
};

/* A Greek semicolon asks; a colon may end a sentence. */
static bool is_mark(const sm_splitter *s, size_t at, sm_char class) {
    return sm_char_ends_sentence(class) ||
           (s->text[at] == ';' && (s->language->traits & SM_GREEK_QUESTION_MARK) != 0) ||
           (s->text[at] == ':' && (s->language->traits & SM_COLON_ENDS) != 0);
}

static size_t word_before(const char *text, size_t begin, size_t mark) {
    size_t at = mark;
    while (at > begin && mark - at < SM_LOOK_BACK) {
        size_t n, before = sm_utf8_before(text, begin, at);
        sm_char c = sm_char_at(text, before, at, &n);
        if (c == SM_CHAR_SPACE || sm_char_opens(c))
            break;
        at = before;
    }
    return at;
}

/* All marks and closing characters from p->mark on. */
static void read_marks(sm_place *p) {
    const char *text = p->s->text;
    size_t at = p->mark, n;
    for (; at < p->end; at += n) {
        sm_char c = sm_char_at(text, at, p->end, &n);
        if (is_mark(p->s, at, c)) {
            p->last = c;
            p->first = p->n_marks++ == 0 ? c : p->first;
        } else if (at < p->closed) {
            n = p->closed - at;
        } else if (!sm_char_closes(c) && c != SM_CHAR_EXTEND) {
            break;
        }
    }
    p->after = at;
}

/* Digits behind the marks, none before them, and a space and a capital behind the digits. */
static void read_footnote(sm_place *p) {
    const char *text = p->s->text;
    size_t n, at = p->after;
    while (at < p->end && at < p->after + 3 && sm_ascii_is_digit(text[at]))
        at++;
    if (at == p->after || at >= p->end || p->word == p->mark || sm_ascii_is_digit(text[p->mark - 1]))
        return;
    size_t next = sm_skip_spaces(text, at, p->end);
    if (next == at || next == p->end || sm_char_at(text, next, p->end, &n) != SM_CHAR_UPPER)
        return;
    p->footnote = true;
    p->after = at;
}

/* Passes over what opens the next sentence: quotation marks, brackets, dashes. */
static void look_around(sm_place *p) {
    const char *text = p->s->text;
    size_t n;
    p->word = word_before(text, p->begin, p->mark);
    read_footnote(p);
    p->next = sm_skip_spaces(text, p->after, p->end);
    if (p->next == p->after)
        return;
    size_t begin = p->next;
    for (; p->next < p->end; p->next += n) {
        p->next_class = sm_char_at(text, p->next, p->end, &n);
        bool passed = sm_char_opens(p->next_class) || p->next_class == SM_CHAR_SPACE ||
                      p->next_class == SM_CHAR_EXTEND || text[p->next] == '-';
        if (!passed || p->next - begin >= LOOK_AHEAD)
            break;
    }
}

/* Where to go on behind an enclosure that opens at `at`: at the marks before its closing character, for they may end
 * the sentence, or behind that character, which is *closed. `at` if none opens there. */
static size_t skip_enclosed(sm_splitter *s, size_t at, size_t begin, size_t *closed) {
    size_t n, closer = sm_enclosed_closer(&s->enclosed, at), mark = closer;
    if (closer == at)
        return at;
    sm_char_at(s->text, closer, s->enclosed.end, &n);
    *closed = closer + n;
    for (bool spaces = true; mark > at;) {
        size_t before = sm_utf8_before(s->text, begin, mark);
        sm_char c = sm_char_at(s->text, before, mark, &n);
        spaces = spaces && c == SM_CHAR_SPACE; /* French has one before its closing mark */
        if (!spaces && !sm_char_closes(c) && c != SM_CHAR_EXTEND && !is_mark(s, before, c))
            break;
        mark = before;
    }
    size_t next = sm_skip_spaces(s->text, mark, closer);
    return next < closer ? next : *closed;
}

/* Does the next item of the list begin here, behind a space? */
static bool item_follows(const sm_splitter *s, const sm_item *item, size_t begin, size_t at, size_t end) {
    if (item->n == 0 || at <= begin || s->text[at - 1] != ' ')
        return false;
    sm_item next = sm_item_at(s->text, at, end);
    return sm_item_follows(item, &next);
}

/* Over ASCII letters, digits and spaces, most of what there is: they neither end a sentence nor open or close
 * anything. */
static size_t skip_plain(const char *text, size_t at, size_t end) {
    for (; at < end && (unsigned char)text[at] < 0x80; at++) {
        sm_char c = (sm_char)sm_ascii_chars[(unsigned char)text[at]];
        if (c < SM_CHAR_SPACE || c > SM_CHAR_DIGIT)
            break;
    }
    return at;
}

size_t sm_sentence_end(sm_splitter *s, size_t begin, size_t end) {
    if (s->enclosed.end != end)
        sm_enclosed_init(&s->enclosed, s->text, begin, end);
    sm_item item = sm_item_at(s->text, begin, end);
    size_t closed = 0;
    for (size_t at = begin, n; at < end; at += n) {
        at = item.n == 0 ? skip_plain(s->text, at, end) : at;
        if (at == end)
            break;
        sm_char c = sm_char_at(s->text, at, end, &n);
        if (item_follows(s, &item, begin, at, end))
            return sm_skip_spaces_back(s->text, begin, at);
        size_t behind = sm_char_opens(c) || sm_char_closes(c) ? skip_enclosed(s, at, begin, &closed) : at;
        if (behind > at) {
            n = behind - at;
            continue;
        }
        if (!is_mark(s, at, c))
            continue;
        sm_place p = {.s = s, .begin = begin, .mark = at, .end = end, .closed = closed, .item = item};
        read_marks(&p);
        look_around(&p);
        if (sm_boundary_is(&p))
            return p.after;
        n = p.after - at;
    }
    return end;
}
