#include "keyword/features.h"

#include "base/ascii.h"
#include "base/utf8.h"
#include "text/ranks.h"

#include <math.h>
#include <string.h>

static const double UNKNOWN_ZIPF = 2.5; /* of words that are not in the list of ranks */
enum {
    ABSTRACT_WORDS = 500,
    ARTICLE_WORDS = 1500,
    LONGEST_LAST = 12,
    BRIEF = 4
};

enum {
#define X(feature, meaning) feature,
#include "keyword/features.def"
#undef X
};

typedef enum kind {
#define X(kind, ...) kind,
#include "keyword/weights.def"
#undef X
    N_KINDS
} kind;

static const sm_phrase_kind KINDS[] = {
#define X(kind, ...) {#kind, {__VA_ARGS__}},
#include "keyword/weights.def"
#undef X
};

static const summ_item FEATURES[] = {
#define X(feature, meaning) {#feature, meaning},
#include "keyword/features.def"
#undef X
};

const summ_item *sm_phrase_feature(size_t feature) {
    return &FEATURES[feature];
}

static bool is_english(const sm_doc *doc) {
    return (doc->language->traits & SM_ENGLISH_ENDINGS) != 0;
}

static kind kind_of(const sm_doc *doc) {
    if (!is_english(doc))
        return OTHER_LANGUAGE;
    if (doc->tokens.n <= ABSTRACT_WORDS)
        return ABSTRACT;
    return doc->tokens.n <= ARTICLE_WORDS ? ARTICLE : LONG_TEXT;
}

const sm_phrase_kind *sm_phrase_kind_at(size_t index) {
    return index < N_KINDS ? &KINDS[index] : NULL;
}

const sm_phrase_kind *sm_phrase_kind_of(const sm_doc *doc) {
    return &KINDS[kind_of(doc)];
}

/* The smallest rank among the spellings of each stem that the text has. */
static void fill_stems(sm_phrase_features *s) {
    const sm_doc *doc = s->c->doc;
    for (size_t i = 0; i < doc->stems.n; i++) {
        s->zipf[i] = UNKNOWN_ZIPF;
        s->log_count[i] = log(doc->stems.at[i].count > 0 ? doc->stems.at[i].count : 1);
    }
    for (size_t i = 0; i < doc->words.n; i++) {
        const sm_word *w = &doc->words.at[i];
        const char *spelled = doc->input.text + w->begin;
        bool content = w->class == SM_WORD_CONTENT;
        uint32_t rank = content ? sm_rank_of(doc->language, spelled, w->n_bytes - w->possessive) : 0;
        if (rank > 0)
            s->zipf[w->stem] = fmax(s->zipf[w->stem], 7 - log10(rank));
    }
}

static bool ends_in(const sm_phrase_features *s, const sm_word *w, const char *ending) {
    size_t n = strlen(ending);
    return s->english && w->n_bytes > n + 2 &&
           memcmp(s->c->doc->input.text + w->begin + w->n_bytes - n, ending, n) == 0;
}

static bool has_digit(const sm_doc *doc, const sm_word *w) {
    for (uint32_t i = w->begin; i < w->begin + w->n_bytes; i++)
        if (sm_ascii_is_digit(doc->input.text[i]))
            return true;
    return false;
}

static void read_uses(const sm_phrase_features *s, const sm_candidate *p, double *f) {
    double count = p->count;
    f[logtf] = log(count);
    f[single] = p->count == 1;
    f[first] = log(1.0 + p->first_token);
    f[title] = p->first_token < s->first_end;
    f[left] = p->left_edges / count;
    f[right] = p->right_edges / count;
    f[held] = sm_candidate_held(s->c, p) / count;
    f[name] = s->capital_nouns ? 0 : p->capitals / count;
    f[sents] = log(p->n_sentences);
}

static void read_words(const sm_phrase_features *s, const sm_candidate *p, double *f) {
    uint32_t n = p->n_tokens;
    f[rarest] = f[least] = INFINITY;
    for (uint32_t t = p->first_token; t < p->first_token + n; t++) {
        const sm_word *w = sm_doc_word(s->c->doc, t);
        double z = s->zipf[w->stem], l = s->log_count[w->stem];
        f[zipf] += z / n;
        f[words] += n > 1 ? l / n : 0;
        f[rarest] = fmin(f[rarest], z);
        f[least] = fmin(f[least], l);
        f[acronym] = fmax(f[acronym], w->letters == SM_CASE_ALL_CAPS);
        f[digit] = fmax(f[digit], has_digit(s->c->doc, w));
    }
    f[zipf2] = f[zipf] * f[zipf];
    f[zipf1] = n == 1 ? f[zipf] : 0;
    f[n1] = n == 1;
    f[n2] = n == 2;
    f[n3] = n == 3;
    f[n4] = n > 3;
}

static void read_endings(const sm_phrase_features *s, const sm_candidate *p, double *f) {
    const sm_doc *doc = s->c->doc;
    const sm_word *begin = sm_doc_word(doc, p->first_token);
    const sm_word *end = sm_doc_word(doc, p->first_token + p->n_tokens - 1);
    size_t letters = sm_utf8_count(doc->input.text + end->begin, end->n_bytes - end->possessive);
    f[ly] = ends_in(s, begin, "ly") || ends_in(s, end, "ly");
    f[ing] = ends_in(s, end, "ing");
    f[ed] = ends_in(s, end, "ed");
    f[brief] = letters < BRIEF;
    f[last] = (double)(letters < LONGEST_LAST ? letters : LONGEST_LAST);
}

void sm_phrase_features_get(const sm_phrase_features *s, const sm_candidate *p, double f[SM_PHRASE_FEATURES]) {
    memset(f, 0, SM_PHRASE_FEATURES * sizeof *f);
    read_uses(s, p, f);
    read_words(s, p, f);
    read_endings(s, p, f);
}

bool sm_phrase_features_init(sm_phrase_features *s, const sm_candidates *c, sm_arena *scratch) {
    const sm_doc *doc = c->doc;
    *s = (sm_phrase_features){.c = c,
                              .english = is_english(doc),
                              .capital_nouns = (doc->language->traits & SM_CAPITAL_NOUNS) != 0,
                              .first_end = doc->sentences.n > 0 ? sm_doc_end_token(doc, 0) : 0,
                              .zipf = sm_arena_get(scratch, doc->stems.n, sizeof *s->zipf),
                              .log_count = sm_arena_get(scratch, doc->stems.n, sizeof *s->log_count)};
    if (s->zipf == NULL || s->log_count == NULL)
        return false;
    fill_stems(s);
    return true;
}
