#include "doc/title.h"

#include "doc/terms.h"

/* Sentences first .. end - 1 make up one block. Are their stems those of the title, one by one? */
static bool is_title(const sm_doc *doc, uint32_t first, uint32_t end, const sm_doc *title, const uint32_t *map) {
    uint32_t from = doc->sentences.at[first].first_token, to = sm_doc_end_token(doc, end - 1);
    if (from == to || to - from != title->tokens.n)
        return false;
    for (uint32_t t = from; t < to; t++)
        if (sm_doc_word(doc, t)->stem != map[sm_doc_word(title, t - from)->stem])
            return false;
    return true;
}

static void mark_blocks(sm_doc *doc, const sm_doc *title, const uint32_t *map) {
    for (uint32_t i = 0, end; i < doc->sentences.n; i = end) {
        uint32_t block = doc->sentences.at[i].block;
        end = sm_doc_end_of_block(doc, i);
        if (is_title(doc, i, end, title, map))
            doc->input.blocks.at[block].role = SM_ROLE_TITLE;
    }
}

static bool add(sm_doc *doc, const sm_word *word, uint32_t stem, bool *seen) {
    if (word->class != SM_WORD_CONTENT || stem == SM_TERM_NONE || seen[stem])
        return true;
    seen[stem] = true;
    return sm_vec_push(&doc->title, stem, doc->arena);
}

bool sm_title_give(sm_doc *doc, const sm_doc *title, sm_arena *scratch) {
    const uint32_t *map = sm_terms_map(doc, title, scratch);
    bool *seen = sm_arena_get_zero(scratch, doc->stems.n, sizeof *seen);
    if (map == NULL || seen == NULL)
        return false;
    mark_blocks(doc, title, map);
    for (uint32_t i = 0; i < title->words.n; i++)
        if (!add(doc, &title->words.at[i], map[title->words.at[i].stem], seen))
            return false;
    return true;
}

static bool collect_sentence(sm_doc *doc, uint32_t sentence, bool *seen) {
    for (uint32_t t = doc->sentences.at[sentence].first_token; t < sm_doc_end_token(doc, sentence); t++) {
        const sm_word *w = sm_doc_word(doc, t);
        if (!add(doc, w, w->stem, seen))
            return false;
    }
    return true;
}

bool sm_title_collect(sm_doc *doc, sm_arena *scratch) {
    bool *seen = sm_arena_get_zero(scratch, doc->stems.n, sizeof *seen);
    for (size_t i = 0; seen != NULL && i < doc->title.n; i++)
        seen[doc->title.at[i]] = true;
    for (uint32_t i = 0; seen != NULL && i < doc->sentences.n; i++)
        if (doc->input.blocks.at[doc->sentences.at[i].block].role == SM_ROLE_TITLE && !collect_sentence(doc, i, seen))
            return false;
    return seen != NULL;
}
