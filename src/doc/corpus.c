#include "doc/corpus.h"

#include <string.h>

void sm_corpus_init(sm_corpus *corpus, const sm_language *language, uint64_t key, sm_arena *arena) {
    *corpus = (sm_corpus){.arena = arena, .language = language};
    sm_vocab_init(&corpus->stems, arena, key);
}

uint32_t sm_corpus_stem(sm_corpus *c, const char *stem, size_t n_bytes) {
    uint32_t id = sm_vocab_find(&c->stems, stem, n_bytes);
    if (id != SM_VOCAB_NONE)
        return id;
    char *copy = sm_arena_get(c->arena, n_bytes, 1);
    if (copy == NULL || !sm_vec_reserve(&c->counts, (size_t)1, c->arena))
        return SM_VOCAB_NONE;
    memcpy(copy, stem, n_bytes);
    id = sm_vocab_add(&c->stems, copy, n_bytes);
    if (id != SM_VOCAB_NONE)
        c->counts.at[c->counts.n++] = 0;
    return id;
}

static bool is_counted(const sm_stem_entry *s) {
    return !s->own && s->n_bytes > 0 && s->n_bytes <= SM_CORPUS_STEM_MAX;
}

/* The number of each stem of a document, or SM_VOCAB_NONE. False: no memory. */
static bool number_stems(sm_corpus *c, const sm_doc *doc, uint32_t *id) {
    for (size_t i = 0; i < doc->stems.n; i++) {
        const sm_stem_entry *s = &doc->stems.at[i];
        id[i] = is_counted(s) ? sm_corpus_stem(c, s->text, s->n_bytes) : SM_VOCAB_NONE;
        if (id[i] == SM_VOCAB_NONE && is_counted(s))
            return false;
    }
    return true;
}

/* First all stems get their numbers, then they are counted: what can fail comes before what changes. */
summ_status sm_corpus_add(sm_corpus *c, const sm_doc *doc, sm_arena *scratch) {
    size_t n = doc->stems.n;
    if (c->language != NULL && c->language != doc->language)
        return SUMM_ERR_LANGUAGE;
    if (c->n_docs == UINT32_MAX || n >= UINT32_MAX - c->stems.n)
        return SUMM_ERR_TOO_LARGE;
    if (c->language == NULL && c->stems.n == 0)
        sm_corpus_init(c, NULL, doc->key, c->arena);
    uint32_t *id = sm_arena_get(scratch, n, sizeof *id);
    if (id == NULL || !number_stems(c, doc, id))
        return SUMM_ERR_MEMORY;
    for (size_t i = 0; i < n; i++)
        if (id[i] != SM_VOCAB_NONE)
            c->counts.at[id[i]]++;
    c->language = doc->language;
    c->n_docs++;
    return SUMM_OK;
}

uint32_t sm_corpus_count(const sm_corpus *c, const char *stem, size_t n_bytes) {
    uint32_t id = sm_vocab_find(&c->stems, stem, n_bytes);
    return id != SM_VOCAB_NONE ? c->counts.at[id] : 0;
}

const uint32_t *sm_corpus_counts(const sm_corpus *c, const sm_doc *doc, sm_arena *arena) {
    uint32_t *count = sm_arena_get(arena, doc->stems.n, sizeof *count);
    for (size_t i = 0; count != NULL && i < doc->stems.n; i++) {
        const sm_stem_entry *s = &doc->stems.at[i];
        count[i] = is_counted(s) ? sm_corpus_count(c, s->text, s->n_bytes) : 0;
    }
    return count;
}
