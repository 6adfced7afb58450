#include "doc/captions.h"

static const double REPEATED = 0.85; /* share of the content words */
enum {
    LEAST_WORDS = 4
};

/* Sentences that hold a wanted stem, the last of the text first. */
typedef struct holder {
    uint32_t sentence, next; /* next: 1 + number of the next holder of the stem, or 0 */
} holder;

typedef struct captions {
    sm_doc *doc;
    sm_arena *scratch;
    uint32_t *rarest; /* for each sentence: 1 + its rarest stem if it may be a caption, or 0 */
    bool *wanted;     /* stems that are the rarest of some */
    uint32_t *first;  /* for each stem, its holders */
    uint32_t *seen;   /* for each stem, in which walk it was seen last */
    uint32_t walk;
    SM_VEC(holder) holders;
} captions;

static bool is_alone(const sm_doc *doc, uint32_t i) {
    const sm_sentence *s = doc->sentences.at;
    return (i == 0 || s[i - 1].block != s[i].block) && (i + 1 == doc->sentences.n || s[i + 1].block != s[i].block);
}

static sm_role role_of(const sm_doc *doc, uint32_t sentence) {
    return doc->input.blocks.at[doc->sentences.at[sentence].block].role;
}

static bool is_label(const sm_doc *doc, uint32_t sentence) {
    sm_role role = role_of(doc, sentence);
    return role == SM_ROLE_TITLE || role == SM_ROLE_HEADING || role == SM_ROLE_BOILERPLATE;
}

static bool is_beside_label(const sm_doc *doc, uint32_t i) {
    return (i > 0 && is_label(doc, i - 1)) || (i + 1 < doc->sentences.n && is_label(doc, i + 1));
}

/* 1 + the rarest content stem of a sentence, or 0 if that occurs nowhere else. */
static uint32_t rarest_stem(const sm_doc *doc, uint32_t sentence) {
    uint32_t best = 0;
    sm_content content = sm_doc_content(doc, sentence);
    for (uint32_t k = 0; k < content.n; k++)
        if (best == 0 || doc->stems.at[content.stem[k]].count < doc->stems.at[best - 1].count)
            best = content.stem[k] + 1;
    return best != 0 && doc->stems.at[best - 1].count > 1 ? best : 0;
}

/* Three sentences to two paragraphs, or more. */
static bool has_long_paragraphs(const sm_doc *doc) {
    size_t sentences = 0, paragraphs = 0;
    for (uint32_t i = 0; i < doc->sentences.n; i++)
        if (role_of(doc, i) == SM_ROLE_PARAGRAPH) {
            sentences++;
            paragraphs += i == 0 || doc->sentences.at[i - 1].block != doc->sentences.at[i].block;
        }
    return 2 * sentences >= 3 * paragraphs;
}

static void find_suspects(captions *c) {
    const sm_doc *doc = c->doc;
    bool anywhere = has_long_paragraphs(doc);
    for (uint32_t i = 0; i < doc->sentences.n; i++) {
        if (role_of(doc, i) != SM_ROLE_PARAGRAPH || !is_alone(doc, i) || !(anywhere || is_beside_label(doc, i)))
            continue;
        c->rarest[i] = rarest_stem(doc, i);
        if (c->rarest[i] != 0)
            c->wanted[c->rarest[i] - 1] = true;
    }
}

static bool add_holders(captions *c, uint32_t sentence) {
    sm_content content = sm_doc_content(c->doc, sentence);
    for (uint32_t k = 0; k < content.n; k++) {
        uint32_t stem = content.stem[k];
        if (!c->wanted[stem])
            continue;
        holder h = {sentence, c->first[stem]};
        if (!sm_vec_push(&c->holders, h, c->scratch))
            return false;
        c->first[stem] = (uint32_t)c->holders.n;
    }
    return true;
}

/* Different content stems of a sentence; with `among`, only those seen in that walk. */
static uint32_t count_stems(captions *c, uint32_t sentence, uint32_t among) {
    uint32_t n = 0;
    sm_content content = sm_doc_content(c->doc, sentence);
    c->walk++;
    for (uint32_t k = 0; k < content.n; k++) {
        uint32_t *seen = &c->seen[content.stem[k]];
        if (*seen == c->walk || (among != 0 && *seen != among))
            continue;
        *seen = c->walk;
        n++;
    }
    return n;
}

/* What is compared has few times the words of the caption, so that a look costs no more than those. */
static bool repeats(captions *c, uint32_t caption, uint32_t sentence) {
    if (sm_doc_content(c->doc, sentence).n > (uint64_t)SM_CAPTION_TIMES * sm_doc_content(c->doc, caption).n)
        return false;
    uint32_t n_longer = count_stems(c, sentence, 0), walk = c->walk;
    uint32_t n_common = count_stems(c, caption, walk), n = count_stems(c, caption, 0);
    return n >= LEAST_WORDS && n_longer > n && n_common >= REPEATED * n;
}

static bool is_caption(captions *c, uint32_t i) {
    if (c->holders.at == NULL) /* no stem is wanted */
        return false;
    uint32_t at = c->rarest[i] != 0 ? c->first[c->rarest[i] - 1] : 0;
    for (uint32_t looks = 0; at != 0 && looks < SM_CAPTION_LOOKS; looks++, at = c->holders.at[at - 1].next) {
        uint32_t sentence = c->holders.at[at - 1].sentence;
        if (sentence > i && repeats(c, i, sentence))
            return true;
    }
    return false;
}

bool sm_captions_mark(sm_doc *doc, sm_arena *scratch) {
    captions c = {.doc = doc, .scratch = scratch};
    c.rarest = sm_arena_get_zero(scratch, doc->sentences.n, sizeof *c.rarest);
    c.wanted = sm_arena_get_zero(scratch, doc->stems.n, sizeof *c.wanted);
    c.first = sm_arena_get_zero(scratch, doc->stems.n, sizeof *c.first);
    c.seen = sm_arena_get_zero(scratch, doc->stems.n, sizeof *c.seen);
    if (c.rarest == NULL || c.wanted == NULL || c.first == NULL || c.seen == NULL)
        return false;
    find_suspects(&c);
    for (uint32_t i = 0; i < doc->sentences.n; i++)
        if (!add_holders(&c, i))
            return false;
    for (uint32_t i = 0; i < doc->sentences.n; i++)
        if (is_caption(&c, i))
            doc->input.blocks.at[doc->sentences.at[i].block].role = SM_ROLE_CAPTION;
    return true;
}
