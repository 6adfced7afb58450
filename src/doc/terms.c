#include "doc/terms.h"

#include "text/vocab.h"

const uint32_t *sm_terms_map(const sm_doc *doc, const sm_doc *other, sm_arena *arena) {
    uint32_t *map = sm_arena_get(arena, other->stems.n, sizeof *map);
    sm_vocab known;
    sm_vocab_init(&known, arena, doc->key);
    for (uint32_t i = 0; map != NULL && i < other->stems.n; i++) {
        map[i] = SM_TERM_NONE;
        if (sm_vocab_add(&known, other->stems.at[i].text, other->stems.at[i].n_bytes) == SM_VOCAB_NONE)
            return NULL;
    }
    for (uint32_t j = 0; map != NULL && j < doc->stems.n; j++) {
        uint32_t i = sm_vocab_find(&known, doc->stems.at[j].text, doc->stems.at[j].n_bytes);
        if (i != SM_VOCAB_NONE)
            map[i] = j;
    }
    return map;
}
