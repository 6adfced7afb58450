#include "doc/terms.h"

#include "text/vocab.h"

/* Stems of both kinds, which may have the same text, each kind with numbers of its own. */
typedef struct known_stems {
    sm_vocab vocab[2];
    uint32_t *stem[2]; /* by those numbers */
} known_stems;

static bool know(known_stems *known, const sm_doc *doc, sm_arena *arena) {
    for (int own = 0; own < 2; own++) {
        sm_vocab_init(&known->vocab[own], arena, doc->key);
        known->stem[own] = sm_arena_get(arena, doc->stems.n, sizeof *known->stem[own]);
        if (known->stem[own] == NULL)
            return false;
    }
    for (uint32_t i = 0; i < doc->stems.n; i++) {
        const sm_stem_entry *s = &doc->stems.at[i];
        uint32_t id = sm_vocab_add(&known->vocab[s->own], s->text, s->n_bytes);
        if (id == SM_VOCAB_NONE)
            return false;
        known->stem[s->own][id] = i;
    }
    return true;
}

const uint32_t *sm_terms_map(const sm_doc *doc, const sm_doc *other, sm_arena *arena) {
    uint32_t *map = sm_arena_get(arena, other->stems.n, sizeof *map);
    known_stems known;
    if (map == NULL || !know(&known, other, arena))
        return NULL;
    for (uint32_t i = 0; i < other->stems.n; i++)
        map[i] = SM_TERM_NONE;
    for (uint32_t j = 0; j < doc->stems.n; j++) {
        const sm_stem_entry *s = &doc->stems.at[j];
        uint32_t id = sm_vocab_find(&known.vocab[s->own], s->text, s->n_bytes);
        if (id != SM_VOCAB_NONE)
            map[known.stem[s->own][id]] = j;
    }
    return map;
}
