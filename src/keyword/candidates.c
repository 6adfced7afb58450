#include "keyword/candidates.h"

#include "base/chars.h"
#include "base/utf8.h"
#include "base/work.h"
#include "text/vocab.h"

enum {
    HIRAGANA_BYTES = 3
};

typedef struct finder {
    sm_candidates *out;
    sm_arena *arena;
    sm_vocab known;
    uint32_t max_connectors;
    uint32_t sentence; /* at hand */
    bool in_prose;     /* not in a title, where capitals tell nothing */
    SM_VEC(uint32_t) of;
} finder;

static bool may_be_inside(const sm_doc *doc, uint32_t token) {
    sm_word_class c = sm_doc_word(doc, token)->class;
    return c == SM_WORD_CONTENT || c == SM_WORD_NUMBER;
}

static bool is_content(const sm_doc *doc, uint32_t token) {
    return sm_doc_word(doc, token)->class == SM_WORD_CONTENT;
}

/* One ideograph is mostly a verb, or a part of a word that the segmenter does not know. It may end a phrase (a word and
 * "right", "person", "machine"), but what begins with one is seldom any. */
static bool is_lone_ideograph(const sm_doc *doc, const sm_word *w) {
    uint32_t code;
    return sm_utf8_decode(doc->input.text + w->begin, w->n_bytes, &code) == w->n_bytes &&
           sm_char_of(code) == SM_CHAR_IDEOGRAPH;
}

/* Verbs and adjectives of Japanese end in hiragana, nouns do not. */
static bool is_inflected(const sm_doc *doc, const sm_word *w) {
    const char *text = doc->input.text + w->begin;
    uint32_t code;
    return w->n_bytes > HIRAGANA_BYTES &&
           sm_utf8_decode(text + w->n_bytes - HIRAGANA_BYTES, HIRAGANA_BYTES, &code) == HIRAGANA_BYTES &&
           sm_char_is_hiragana(code);
}

static bool may_begin(const sm_doc *doc, uint32_t token) {
    const sm_word *w = sm_doc_word(doc, token);
    return w->class == SM_WORD_CONTENT && !is_lone_ideograph(doc, w) && !is_inflected(doc, w);
}

static bool may_end(const sm_doc *doc, uint32_t token) {
    const sm_word *w = sm_doc_word(doc, token);
    return w->class == SM_WORD_CONTENT && !is_inflected(doc, w);
}

bool sm_candidates_go_on(const sm_doc *doc, uint32_t token) {
    return !doc->tokens.at[token].boundary && may_be_inside(doc, token) && may_be_inside(doc, token - 1) &&
           sm_doc_word(doc, token - 1)->possessive == 0;
}

/* A single word behind punctuation does not tell. */
static bool is_capital(const sm_doc *doc, uint32_t first, uint32_t n) {
    if (n == 1 && doc->tokens.at[first].boundary)
        return false;
    for (uint32_t t = first; t < first + n; t++)
        if (sm_doc_word(doc, t)->letters == SM_CASE_LOWER && !sm_doc_word(doc, t)->connector)
            return false;
    return true;
}

static uint32_t add(finder *f, uint32_t first, uint32_t n, bool left_edge, bool right_edge) {
    sm_candidates *c = f->out;
    uint32_t id = sm_vocab_add(&f->known, (const char *)(c->stem + first), n * sizeof *c->stem);
    if (id == SM_VOCAB_NONE)
        return SM_VOCAB_NONE;
    if (id == c->list.n &&
        !sm_vec_push(&c->list, ((sm_candidate){.first_token = first, .n_tokens = n, .holder = SM_NO_CANDIDATE}),
                     f->arena))
        return SM_VOCAB_NONE;
    sm_candidate *p = &c->list.at[id];
    p->count++;
    p->left_edges += left_edge;
    p->right_edges += right_edge;
    p->runs += left_edge && right_edge;
    p->capitals += f->in_prose && is_capital(c->doc, first, n);
    p->n_sentences += p->last != f->sentence + 1;
    p->last = f->sentence + 1;
    return id;
}

static bool has_capital(const sm_doc *doc, uint32_t token) {
    return sm_doc_word(doc, token)->letters != SM_CASE_LOWER;
}

/* In English connectors stand in names only: Bank of England. */
static bool may_connect(const sm_doc *doc, uint32_t token) {
    if ((doc->language->traits & SM_ENGLISH_ENDINGS) == 0)
        return true;
    return has_capital(doc, token - 1) && token + 1 < doc->tokens.n && has_capital(doc, token + 1);
}

/* May token `last` be the next of a phrase that has had n_connectors? */
static bool may_follow(const finder *f, uint32_t last, uint32_t n_connectors) {
    const sm_doc *doc = f->out->doc;
    if (doc->tokens.at[last].boundary)
        return false;
    if (sm_doc_word(doc, last)->connector)
        return n_connectors < f->max_connectors && sm_doc_word(doc, last - 1)->possessive == 0 &&
               may_connect(doc, last);
    return sm_candidates_go_on(doc, last) || (sm_doc_word(doc, last - 1)->connector && may_be_inside(doc, last));
}

/* The candidates that begin at token t of a sentence that ends before token `end`. Connectors lengthen them. */
static bool find_from(finder *f, uint32_t t, uint32_t end) {
    const sm_doc *doc = f->out->doc;
    bool left = sm_candidates_go_on(doc, t), begins = may_begin(doc, t);
    uint32_t n_connectors = 0;
    for (uint32_t n = 1; is_content(doc, t) && n <= f->out->max_words + n_connectors && t + n <= end; n++) {
        uint32_t last = t + n - 1, id = SM_NO_CANDIDATE;
        if (n > 1 && !may_follow(f, last, n_connectors))
            break;
        n_connectors += sm_doc_word(doc, last)->connector;
        bool right = last + 1 < end && sm_candidates_go_on(doc, last + 1);
        if (begins && may_end(doc, last) && (id = add(f, t, n, !left, !right)) == SM_VOCAB_NONE)
            return false;
        if (!sm_vec_push(&f->of, id, f->arena))
            return false;
    }
    return true;
}

static bool find_all(finder *f) {
    sm_candidates *c = f->out;
    const sm_doc *doc = c->doc;
    for (uint32_t i = 0; i < doc->sentences.n; i++) {
        const sm_sentence *s = &doc->sentences.at[i];
        sm_role role = doc->input.blocks.at[s->block].role;
        bool skip = role >= SM_ROLE_CODE;
        if (!sm_work_step(f->arena, (size_t)c->max_words * (sm_doc_end_token(doc, i) - s->first_token)))
            return false;
        f->sentence = i;
        f->in_prose = role != SM_ROLE_TITLE && role != SM_ROLE_HEADING;
        for (uint32_t t = s->first_token, end = sm_doc_end_token(doc, i); t < end; t++) {
            c->at[t] = (uint32_t)f->of.n;
            if (!skip && !find_from(f, t, end))
                return false;
        }
    }
    c->at[doc->tokens.n] = (uint32_t)f->of.n;
    c->of = f->of.at;
    return f->of.n < UINT32_MAX; /* so that one more than a place is a number, too */
}

static void offer_holder(const sm_candidates *c, uint32_t id, uint32_t holder) {
    if (id == SM_NO_CANDIDATE)
        return;
    sm_candidate *held = &c->list.at[id];
    if (sm_candidate_held(c, held) < c->list.at[holder].count)
        held->holder = holder;
}

/* The candidate at a token holds the next shorter one at its left end, and at its right. */
static void find_held(const sm_candidates *c, uint32_t token, uint32_t n) {
    uint32_t holder = sm_candidate_at(c, token, n), left = SM_NO_CANDIDATE, right = SM_NO_CANDIDATE;
    if (holder == SM_NO_CANDIDATE)
        return;
    for (uint32_t k = n - 1; k > 0 && left == SM_NO_CANDIDATE; k--)
        left = sm_candidate_at(c, token, k);
    for (uint32_t k = n - 1; k > 0 && right == SM_NO_CANDIDATE; k--)
        right = sm_candidate_at(c, token + n - k, k);
    offer_holder(c, left, holder);
    offer_holder(c, right, holder);
}

uint32_t sm_candidate_at(const sm_candidates *c, uint32_t token, uint32_t n) {
    return n <= c->at[token + 1] - c->at[token] ? c->of[c->at[token] + n - 1] : SM_NO_CANDIDATE;
}

bool sm_candidates_find(const sm_doc *doc, uint32_t max_words, uint32_t max_connectors, sm_arena *arena,
                        sm_candidates *c) {
    finder f = {.out = c, .arena = arena, .max_connectors = max_connectors};
    *c = (sm_candidates){.doc = doc, .max_words = max_words};
    sm_vocab_init(&f.known, arena, doc->key);
    c->stem = sm_arena_get(arena, doc->tokens.n, sizeof *c->stem);
    c->at = sm_arena_get(arena, doc->tokens.n + 1, sizeof *c->at);
    if (c->stem == NULL || c->at == NULL)
        return false;
    for (uint32_t t = 0; t < doc->tokens.n; t++)
        c->stem[t] = sm_doc_word(doc, t)->stem;
    if (!find_all(&f))
        return false;
    for (uint32_t t = 0; t < doc->tokens.n; t++)
        for (uint32_t n = 2; c->at[t] + n <= c->at[t + 1]; n++)
            find_held(c, t, n);
    return true;
}
