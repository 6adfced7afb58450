#include "trim/sayings.h"

#include "base/chars.h"
#include "trim/wording.h"

#include <string.h>

enum {
    MOST_WORDS = 20 /* of an attribution */
};

/* What a word of an attribution may be: a sum. */
enum {
    SAYS = 1,
    AUXILIARY = 2,
    PRONOUN = 4,
    DETERMINER = 8,
    SAYER = 16, /* may end the name of who says it */
    TITLE = 32, /* may stand inside it */
    CIRCUMSTANCE = 64,
    NAME = 128, /* has a capital, and is no day or month */
    TELLS = 256
};

typedef struct saying {
    unsigned roles[MOST_WORDS];
    size_t n;
} saying;

static unsigned roles_of(const sm_cuts *c, const sm_written *word) {
    static const struct {
        sm_wording wording;
        unsigned role;
    } ROLES[] = {
        {SM_WORDING_SAYS, SAYS},
        {SM_WORDING_TELLS, TELLS},
        {SM_WORDING_AUXILIARY, AUXILIARY},
        {SM_WORDING_SAYER_PRONOUN, PRONOUN},
        {SM_WORDING_DETERMINER, DETERMINER},
        {SM_WORDING_SAYER, SAYER},
        {SM_WORDING_SAYER_TITLE, TITLE},
        {SM_WORDING_CIRCUMSTANCE, CIRCUMSTANCE},
    };
    size_t n;
    sm_char first = sm_char_at(c->text, word->begin, word->end, &n);
    unsigned roles = word->capital || first == SM_CHAR_DIGIT ? CIRCUMSTANCE : 0;
    for (size_t i = 0; i < sizeof ROLES / sizeof *ROLES; i++)
        if (sm_wording_has_written(c->language, ROLES[i].wording, word))
            roles |= ROLES[i].role;
    bool name = word->capital && !sm_wording_has_written(c->language, SM_WORDING_CIRCUMSTANCE, word);
    return name ? roles | SAYER | NAME : roles;
}

static bool are_all(const saying *s, size_t from, size_t end, unsigned roles) {
    for (size_t i = from; i < end; i++)
        if ((s->roles[i] & roles) == 0)
            return false;
    return true;
}

/* "he", "Mr Smith", "the company's chief executive". */
static bool is_sayer(const saying *s, size_t from, size_t end) {
    if (end == from + 1 && (s->roles[from] & PRONOUN) != 0)
        return true;
    from += from < end && (s->roles[from] & DETERMINER) != 0;
    return from < end && (s->roles[end - 1] & SAYER) != 0 && are_all(s, from, end, SAYER | TITLE);
}

/* "Mr Smith has said on Tuesday", "told reporters" but not "told". */
static bool is_sayer_first(const saying *s) {
    size_t verb = 1;
    while (verb < s->n && (s->roles[verb] & SAYS) == 0)
        verb++;
    size_t end = verb, least = verb < s->n && (s->roles[verb] & TELLS) != 0 ? verb + 2 : verb + 1;
    while (end > 1 && (s->roles[end - 1] & AUXILIARY) != 0)
        end--;
    return least <= s->n && is_sayer(s, 0, end) && are_all(s, verb + 1, s->n, CIRCUMSTANCE);
}

/* "said the ministry on Tuesday" */
static bool is_verb_first(const saying *s) {
    if ((s->roles[0] & SAYS) == 0 || (s->roles[0] & TELLS) != 0)
        return false;
    for (size_t end = s->n; end > 1; end--)
        if (is_sayer(s, 1, end) && are_all(s, end, s->n, CIRCUMSTANCE))
            return true;
    return false;
}

/* Does what is said go on behind this word: "police - and", "police after"? */
static bool goes_on(const sm_cuts *c, const sm_written *word) {
    return sm_written_is_dash(word) || strchr(";:", c->text[word->end - 1]) != NULL ||
           sm_wording_has_written(c->language, SM_WORDING_CLAUSE, word);
}

/* "according to the report" */
static bool is_source(const sm_cuts *c, size_t begin, size_t end) {
    sm_written word;
    size_t n = 0, name = sm_wording_end(c->language, SM_WORDING_SOURCE, c->text, begin, end);
    if (name == begin || !sm_written_next(c->text, name, end, &word) ||
        sm_wording_has_written(c->language, SM_WORDING_NO_SOURCE, &word))
        return false;
    for (size_t at = name; sm_written_next(c->text, at, end, &word); at = word.end)
        if (++n > MOST_WORDS || goes_on(c, &word))
            return false;
    return true;
}

/* "Anna Bell, his sister said": what stands before the comma is the name of who says it. */
static bool is_apposition(const sm_cuts *c, size_t begin, size_t end, unsigned first) {
    sm_written word;
    for (size_t at = begin; sm_written_next(c->text, at, end, &word); at = word.end)
        if (!word.capital)
            return false;
    return begin > c->from && (first & (PRONOUN | NAME)) == 0;
}

/* Most of what stands behind a last comma says nothing, which one list tells. */
static bool has_verb(const sm_cuts *c, size_t begin, size_t end) {
    sm_written word;
    for (size_t at = begin; sm_written_next(c->text, at, end, &word); at = word.end)
        if (sm_wording_has_written(c->language, SM_WORDING_SAYS, &word))
            return true;
    return false;
}

static bool is_said_by(const sm_cuts *c, const sm_outline *o, size_t end) {
    saying s = {.n = 0};
    sm_written word;
    for (size_t at = o->behind; sm_written_next(c->text, at, end, &word); at = word.end) {
        if (s.n == MOST_WORDS)
            return false;
        s.roles[s.n++] = roles_of(c, &word);
    }
    return s.n >= 2 && (is_sayer_first(&s) || is_verb_first(&s)) && !is_apposition(c, o->last, o->comma, s.roles[0]);
}

static bool is_saying(const sm_cuts *c, const sm_outline *o, size_t end) {
    return is_source(c, o->behind, end) || (has_verb(c, o->behind, end) && is_said_by(c, o, end));
}

/* "I", "we're", but not "US". */
static bool is_first_person(const sm_cuts *c, const sm_written *word) {
    size_t n = strcspn(word->folded, "',;:.?!");
    bool acronym = n > 1 && word->capital && c->text[word->begin + 1] >= 'A' && c->text[word->begin + 1] <= 'Z';
    return !acronym && sm_wording_has(c->language, SM_WORDING_FIRST_PERSON, word->folded, n < word->n ? n : word->n);
}

/* "speaking in London" is no sentence. */
static bool is_participle(const sm_cuts *c, const sm_written *word) {
    bool english = (c->language->traits & SM_ENGLISH_ENDINGS) != 0;
    return english && word->n > 4 && memcmp(word->folded + word->n - 3, "ing", 3) == 0;
}

/* A quotation, or, without a comma, a mere clause or circumstance. */
static bool begins_otherwise(const sm_cuts *c, const sm_written *word, bool has_comma) {
    size_t n;
    return sm_char_opens(sm_char_at(c->text, word->begin, word->end, &n)) ||
           (!has_comma &&
            (is_participle(c, word) || sm_wording_has_written(c->language, SM_WORDING_SUBORDINATE, word)));
}

/* Is what ends at `end` a sentence on its own, in words that are not its speaker's? */
static bool stands_alone(const sm_cuts *c, size_t end, bool has_comma) {
    sm_written word;
    if (!sm_written_next(c->text, c->from, end, &word) || begins_otherwise(c, &word, has_comma))
        return false;
    for (size_t at = c->from; sm_written_next(c->text, at, end, &word); at = word.end)
        if (is_first_person(c, &word))
            return false;
    sm_written last = sm_written_before(c->text, c->from, end);
    return !sm_wording_has_written(c->language, SM_WORDING_LINK, &last);
}

void sm_sayings_cut(sm_cuts *c, const sm_outline *o) {
    if (!o->closed || o->n_commas == 0 || o->comma <= c->from)
        return;
    bool point = c->text[c->end - 1] == '.';
    size_t kept = sm_skip_spaces_back(c->text, c->from, o->comma), mark = c->end - point, n;
    if (kept == c->from)
        return;
    sm_char last = sm_char_at(c->text, sm_utf8_before(c->text, c->from, kept), kept, &n);
    if (last == SM_CHAR_END || !is_saying(c, o, mark) || !stands_alone(c, kept, o->n_commas > 1))
        return;
    if (last == SM_CHAR_STOP) /* of an abbreviation: it ends the sentence too */
        mark = c->end;
    if (o->behind == o->comma + 1)
        sm_cuts_add(c, kept, mark);
    else if (sm_cuts_add(c, o->behind, mark))
        sm_cuts_add(c, kept, o->comma + 1);
}
