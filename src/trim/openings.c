#include "trim/openings.h"

#include "base/chars.h"
#include "trim/wording.h"

#include <string.h>

enum {
    DATELINE_WORDS = 9,
    AGENCY_BYTES = 24,
    PLACE_LETTERS = 4, /* of a place in capitals: fewer may be an acronym */
    SOURCE_WORDS = 12,
    NEAR_WORDS = 8
};

static sm_char class_at(const sm_cuts *c, size_t at) {
    size_t n;
    return at < c->end ? sm_char_at(c->text, at, c->end, &n) : SM_CHAR_SPACE;
}

static bool ends_with(const sm_cuts *c, const sm_written *word, char sign) {
    return c->text[word->end - 1] == sign;
}

/* ---- Datelines ---- */

static bool has_dash(const sm_cuts *c, size_t at) {
    for (sm_written word; sm_written_next(c->text, at, c->end, &word); at = word.end)
        if (sm_written_is_dash(&word))
            return true;
    return false;
}

/* Behind the brackets at `at` if the name of an agency stands in them, and the spaces there; else `at`. */
static size_t behind_agency(const sm_cuts *c, size_t at) {
    size_t room = c->end - at < AGENCY_BYTES ? c->end - at : AGENCY_BYTES;
    const char *text = c->text, *closer = memchr(text + at, ')', room);
    sm_written word;
    if (closer == NULL)
        return at;
    size_t behind = (size_t)(closer - text) + 1;
    if (!sm_written_next(text, at + 1, behind - 1, &word) || word.end != sm_skip_spaces(text, word.end, word.end))
        return at;
    bool known = sm_wording_has_written(c->language, SM_WORDING_AGENCY, &word);
    return known && sm_skip_spaces(text, word.end, behind) == behind - 1 ? sm_skip_spaces(text, behind, c->end) : at;
}

/* The letters of a place, 0 if one is small. */
static size_t count_capitals(const sm_cuts *c, size_t begin, size_t end) {
    size_t letters = 0;
    for (size_t n; begin < end; begin += n) {
        sm_char class = sm_char_at(c->text, begin, end, &n);
        if (class == SM_CHAR_LOWER)
            return 0;
        letters += class == SM_CHAR_UPPER;
    }
    return letters;
}

static bool is_of_place(const sm_cuts *c, const sm_written *word) {
    return word->capital || class_at(c, word->begin) == SM_CHAR_DIGIT ||
           sm_wording_has_written(c->language, SM_WORDING_PLACE, word);
}

/* Behind the dash at `at` and its spaces, or `at`. */
static size_t behind_dash(const sm_cuts *c, size_t at) {
    sm_written word;
    bool dash = sm_written_next(c->text, at, c->end, &word) && sm_written_is_dash(&word);
    return dash ? sm_skip_spaces(c->text, word.end, c->end) : at;
}

/* The begin of the sentence proper; `place` is the end of the place's name. */
static size_t behind_place(const sm_cuts *c, size_t at, size_t place) {
    size_t from = behind_dash(c, at);
    bool sure = count_capitals(c, c->from, place) >= PLACE_LETTERS && !has_dash(c, from);
    return from > at && sure && class_at(c, from) == SM_CHAR_UPPER ? from : c->from;
}

void sm_openings_cut_dateline(sm_cuts *c) {
    size_t at = sm_skip_spaces(c->text, c->from, c->end), place = 0;
    sm_written word;
    for (size_t i = 0; i < DATELINE_WORDS && sm_written_next(c->text, at, c->end, &word); i++) {
        if (c->text[word.begin] == '(') {
            size_t from = behind_agency(c, word.begin);
            if (from > word.begin)
                sm_cuts_add_opening(c, behind_dash(c, from));
            return;
        }
        if (sm_written_is_dash(&word)) {
            sm_cuts_add_opening(c, behind_place(c, word.begin, place > 0 ? place : word.begin));
            return;
        }
        if (!is_of_place(c, &word))
            return;
        place = place == 0 && ends_with(c, &word, ',') ? word.end : place;
        at = word.end;
    }
}

/* ---- Connectives ---- */

/* "However, he said, nobody came", "Also, said he, nobody came": what is said would lose its comma's fellow. */
static bool saying_follows(const sm_cuts *c, size_t at) {
    sm_written word;
    if (sm_written_next(c->text, at, c->end, &word) && sm_wording_has_written(c->language, SM_WORDING_SAYS, &word))
        return true;
    for (size_t i = 0; i < NEAR_WORDS && sm_written_next(c->text, at, c->end, &word); i++, at = word.end)
        if (word.n > 0 && ends_with(c, &word, ',')) {
            word.n--;
            return sm_wording_has_written(c->language, SM_WORDING_SAYS, &word);
        }
    return false;
}

/* "Et d'ajouter" has another sense without its "et". */
static bool needs_connective(const sm_cuts *c, sm_written *word) {
    const char *apostrophe = memchr(word->folded, '\'', word->n);
    if ((c->language->traits & SM_ELISION) != 0 && apostrophe != NULL)
        word->n = (size_t)(apostrophe - word->folded);
    return sm_wording_has_written(c->language, SM_WORDING_NO_OPENING, word);
}

void sm_openings_cut_connective(sm_cuts *c) {
    sm_written word;
    size_t end = sm_wording_end(c->language, SM_WORDING_OPENING, c->text, c->from, c->end);
    if (end == c->from || !sm_written_next(c->text, end, c->end, &word) || !sm_char_is_word(class_at(c, word.begin)))
        return;
    bool comma = c->text[end - 1] == ',';
    if (comma ? saying_follows(c, end) : needs_connective(c, &word))
        return;
    sm_cuts_add_opening(c, word.begin);
}

/* ---- Sources ---- */

/* Behind the first comma, or `at` if there is none soon or quotations or brackets come first. */
static size_t behind_comma(const sm_cuts *c, size_t at, size_t n_words) {
    sm_written word;
    for (size_t i = 0, next = at; i < n_words && sm_written_next(c->text, next, c->end, &word); i++, next = word.end) {
        sm_char first = class_at(c, word.begin);
        if (sm_char_opens(first) || sm_char_closes(first))
            return at;
        if (ends_with(c, &word, ','))
            return sm_skip_spaces(c->text, word.end, c->end);
    }
    return at;
}

void sm_openings_cut_source(sm_cuts *c) {
    sm_written word;
    size_t name = sm_wording_end(c->language, SM_WORDING_SOURCE, c->text, c->from, c->end);
    if (name == c->from || !sm_written_next(c->text, name, c->end, &word) ||
        sm_wording_has_written(c->language, SM_WORDING_NO_SOURCE, &word))
        return;
    size_t from = behind_comma(c, name, SOURCE_WORDS);
    if (from == name || !sm_written_next(c->text, from, c->end, &word) || behind_comma(c, from, NEAR_WORDS) > from ||
        !sm_char_is_letter(class_at(c, from)) || sm_wording_has_written(c->language, SM_WORDING_APPOSITION, &word))
        return;
    sm_cuts_add_opening(c, from);
}
