#include "trim/trim.h"

#include "base/chars.h"
#include "trim/asides.h"
#include "trim/openings.h"
#include "trim/sayings.h"

#include <string.h>

static void cut_end(sm_cuts *c) {
    sm_enclosed enclosed;
    sm_enclosed_init(&enclosed, c->text, c->from, c->end);
    sm_outline outline = sm_outline_of(&enclosed, c->from, c->end);
    size_t opened = c->n, end = c->end;
    sm_sayings_cut(c, &outline);
    if (c->n > opened)
        end = c->at[opened].begin;
    if (outline.closed)
        sm_asides_cut(c, &enclosed, c->from, end);
}

/* "But, in fact, " is two connectives. */
static void (*const RULES[])(sm_cuts *) = {
    sm_openings_cut_dateline, sm_openings_cut_connective, sm_openings_cut_connective, sm_openings_cut_source, cut_end,
};

static void add_piece(sm_trimmed *t, size_t begin, size_t end) {
    if (begin < end)
        t->pieces[t->n++] = (sm_piece){begin, end};
}

static bool begins_with(const char *text, size_t at, size_t end, sm_char class) {
    size_t n;
    return at < end && sm_char_at(text, at, end, &n) == class;
}

/* The first letter of the sentence, behind what opens it. */
static bool has_capital(const sm_cuts *c) {
    size_t at = c->begin, n;
    while (at < c->end && sm_char_opens(sm_char_at(c->text, at, c->end, &n)))
        at += n;
    return begins_with(c->text, at, c->end, SM_CHAR_UPPER);
}

/* Words like iPhone stay as they are. */
static bool wants_capital(const sm_cuts *c) {
    size_t n;
    if (c->from == c->begin || !has_capital(c) || !begins_with(c->text, c->from, c->end, SM_CHAR_LOWER))
        return false;
    sm_char_at(c->text, c->from, c->end, &n);
    return !begins_with(c->text, c->from + n, c->end, SM_CHAR_UPPER);
}

sm_trimmed sm_trim(const char *text, size_t begin, size_t end, const sm_language *language) {
    sm_trimmed trimmed = {.n = 0};
    sm_cuts cuts;
    size_t at = begin;
    sm_cuts_init(&cuts, text, begin, end, language);
    for (size_t i = 0; cuts.n_spare > 0 && i < sizeof RULES / sizeof *RULES; i++)
        RULES[i](&cuts);
    for (size_t i = 0; i < cuts.n; i++) {
        add_piece(&trimmed, at, cuts.at[i].begin);
        at = cuts.at[i].end;
    }
    add_piece(&trimmed, at, end);
    trimmed.capital = wants_capital(&cuts);
    return trimmed;
}

/* A capital of another length, which few letters have, is not made. */
static void make_capital(char *text, size_t n) {
    uint32_t code;
    char capital[4];
    size_t length = sm_utf8_decode(text, n, &code);
    if (sm_utf8_encode(sm_char_to_upper(code), capital) == length)
        memcpy(text, capital, length);
}

size_t sm_trim_join(const char *text, const sm_trimmed *t, char *out) {
    size_t n = 0;
    for (size_t i = 0; i < t->n; i++) {
        size_t length = t->pieces[i].end - t->pieces[i].begin;
        memcpy(out + n, text + t->pieces[i].begin, length);
        n += length;
    }
    if (t->capital)
        make_capital(out, n);
    return n;
}
