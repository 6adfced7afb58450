#include "porter.h"

#include <stdbool.h>
#include <string.h>

typedef struct word {
    char *at;
    size_t n;
} word;

/* What has to hold of the word before the suffix. */
typedef enum condition {
    ALWAYS,
    MEASURE_0,        /* a measure above 0 */
    MEASURE_0_WITH_L, /* of what stands before it and its first letter: geo-logi */
    MEASURE_1,        /* above 1 */
    MEASURE_1_ION
} condition;

typedef struct rule {
    const char *suffix, *in_its_place;
    condition when;
} rule;

static const struct {
    const char *word, *stem;
} IRREGULAR[] = {
    {"skies", "sky"},       {"sky", "sky"},         {"dying", "die"},      {"lying", "lie"},
    {"tying", "tie"},       {"news", "news"},       {"innings", "inning"}, {"inning", "inning"},
    {"outings", "outing"},  {"outing", "outing"},   {"howe", "howe"},      {"cannings", "canning"},
    {"canning", "canning"}, {"proceed", "proceed"}, {"exceed", "exceed"},  {"succeed", "succeed"},
};

static const rule STEP_1A[] = {{"sses", "ss", ALWAYS}, {"ies", "i", ALWAYS}, {"ss", "ss", ALWAYS}, {"s", "", ALWAYS}};

static const rule STEP_2[] = {
    {"ational", "ate", MEASURE_0},     {"tional", "tion", MEASURE_0}, {"enci", "ence", MEASURE_0},
    {"anci", "ance", MEASURE_0},       {"izer", "ize", MEASURE_0},    {"bli", "ble", MEASURE_0},
    {"alli", "al", MEASURE_0},         {"entli", "ent", MEASURE_0},   {"eli", "e", MEASURE_0},
    {"ousli", "ous", MEASURE_0},       {"ization", "ize", MEASURE_0}, {"ation", "ate", MEASURE_0},
    {"ator", "ate", MEASURE_0},        {"alism", "al", MEASURE_0},    {"iveness", "ive", MEASURE_0},
    {"fulness", "ful", MEASURE_0},     {"ousness", "ous", MEASURE_0}, {"aliti", "al", MEASURE_0},
    {"iviti", "ive", MEASURE_0},       {"biliti", "ble", MEASURE_0},  {"fulli", "ful", MEASURE_0},
    {"logi", "log", MEASURE_0_WITH_L},
};

static const rule STEP_3[] = {
    {"icate", "ic", MEASURE_0}, {"ative", "", MEASURE_0}, {"alize", "al", MEASURE_0}, {"iciti", "ic", MEASURE_0},
    {"ical", "ic", MEASURE_0},  {"ful", "", MEASURE_0},   {"ness", "", MEASURE_0},
};

static const rule STEP_4[] = {
    {"al", "", MEASURE_1},    {"ance", "", MEASURE_1}, {"ence", "", MEASURE_1}, {"er", "", MEASURE_1},
    {"ic", "", MEASURE_1},    {"able", "", MEASURE_1}, {"ible", "", MEASURE_1}, {"ant", "", MEASURE_1},
    {"ement", "", MEASURE_1}, {"ment", "", MEASURE_1}, {"ent", "", MEASURE_1},  {"ion", "", MEASURE_1_ION},
    {"ou", "", MEASURE_1},    {"ism", "", MEASURE_1},  {"ate", "", MEASURE_1},  {"iti", "", MEASURE_1},
    {"ous", "", MEASURE_1},   {"ive", "", MEASURE_1},  {"ize", "", MEASURE_1},
};

static bool is_vowel(char c) {
    return c != '\0' && strchr("aeiou", c) != NULL;
}

/* y is one at the start and behind a vowel. */
static bool is_consonant(const char *at, size_t i) {
    bool turned = false;
    for (; i > 0 && at[i] == 'y'; i--)
        turned = !turned;
    return is_vowel(at[i]) == turned;
}

/* How often a consonant follows a vowel in the first n letters. */
static size_t measure(const word *w, size_t n) {
    size_t m = 0;
    for (size_t i = 1; i < n; i++)
        m += is_consonant(w->at, i) && !is_consonant(w->at, i - 1);
    return m;
}

static bool has_vowel(const word *w, size_t n) {
    for (size_t i = 0; i < n; i++)
        if (!is_consonant(w->at, i))
            return true;
    return false;
}

/* Consonant, vowel, consonant other than w, x, y; NLTK takes vowel, consonant for it, too, if that is all. */
static bool ends_short(const word *w, size_t n) {
    if (n < 2 || !is_consonant(w->at, n - 1) || is_consonant(w->at, n - 2))
        return false;
    return n == 2 || (is_consonant(w->at, n - 3) && strchr("wxy", w->at[n - 1]) == NULL);
}

static bool ends_with(const word *w, const char *suffix) {
    size_t n = strlen(suffix);
    return n <= w->n && memcmp(w->at + w->n - n, suffix, n) == 0;
}

static void replace(word *w, const char *suffix, const char *in_its_place) {
    w->n -= strlen(suffix);
    memcpy(w->at + w->n, in_its_place, strlen(in_its_place));
    w->n += strlen(in_its_place);
}

static bool holds(const word *w, size_t n, condition when) {
    if (when == ALWAYS)
        return true;
    size_t m = measure(w, when == MEASURE_0_WITH_L ? n + 1 : n);
    if (when == MEASURE_1_ION)
        return m > 1 && (w->at[n - 1] == 's' || w->at[n - 1] == 't');
    return m > (when == MEASURE_1);
}

/* The first rule whose suffix the word has decides. */
static void apply(word *w, const rule *rules, size_t n_rules) {
    for (const rule *r = rules; r < rules + n_rules; r++)
        if (ends_with(w, r->suffix)) {
            if (holds(w, w->n - strlen(r->suffix), r->when))
                replace(w, r->suffix, r->in_its_place);
            return;
        }
}

#define APPLY(w, rules) apply((w), (rules), sizeof(rules) / sizeof *(rules))

static void step_1a(word *w) {
    if (w->n == 4 && ends_with(w, "ies"))
        w->n = 3; /* dies, die */
    else
        APPLY(w, STEP_1A);
}

/* hoping, hope; hopping, hop; failing, fail */
static void mend(word *w) {
    if (ends_with(w, "at") || ends_with(w, "bl") || ends_with(w, "iz"))
        w->at[w->n++] = 'e';
    else if (w->n > 1 && w->at[w->n - 1] == w->at[w->n - 2] && is_consonant(w->at, w->n - 1))
        w->n -= strchr("lsz", w->at[w->n - 1]) == NULL;
    else if (measure(w, w->n) == 1 && ends_short(w, w->n))
        w->at[w->n++] = 'e';
}

static void step_1b(word *w) {
    if (ends_with(w, "ied"))
        w->n -= w->n == 4 ? 1 : 2;
    else if (ends_with(w, "eed"))
        w->n -= measure(w, w->n - 3) > 0;
    else if (ends_with(w, "ed") && has_vowel(w, w->n - 2))
        w->n -= 2, mend(w);
    else if (ends_with(w, "ing") && has_vowel(w, w->n - 3))
        w->n -= 3, mend(w);
}

static void step_1c(word *w) {
    if (w->n > 2 && w->at[w->n - 1] == 'y' && is_consonant(w->at, w->n - 2))
        w->at[w->n - 1] = 'i';
}

static void step_2(word *w) {
    while (ends_with(w, "alli") && measure(w, w->n - 4) > 0)
        w->n -= 2;
    APPLY(w, STEP_2);
}

static void step_5(word *w) {
    if (ends_with(w, "e")) {
        size_t m = measure(w, w->n - 1);
        w->n -= m > 1 || (m == 1 && !ends_short(w, w->n - 1));
    }
    if (ends_with(w, "ll"))
        w->n -= measure(w, w->n - 1) > 1;
}

static bool is_irregular(word *w) {
    for (size_t i = 0; i < sizeof IRREGULAR / sizeof *IRREGULAR; i++)
        if (w->n == strlen(IRREGULAR[i].word) && memcmp(w->at, IRREGULAR[i].word, w->n) == 0) {
            replace(w, IRREGULAR[i].word, IRREGULAR[i].stem);
            return true;
        }
    return false;
}

size_t porter_stem(char *at, size_t n) {
    word w = {at, n};
    if (is_irregular(&w) || n <= 2)
        return w.n;
    step_1a(&w);
    step_1b(&w);
    step_1c(&w);
    step_2(&w);
    APPLY(&w, STEP_3);
    APPLY(&w, STEP_4);
    step_5(&w);
    return w.n;
}
