#include "doc/prose.h"

#include "base/chars.h"
#include "base/utf8.h"
#include "doc/captions.h"
#include "text/registry.h"

enum {
    LABEL_WORDS = 12,   /* a line without an end mark and with no more words is no sentence */
    SENTENCE_WORDS = 5, /* fewer carry no summary: "By . Associated Press ." */
};

/* Colons end what introduces a list. */
static bool ends_like_sentence(const sm_doc *doc, const sm_block *b) {
    uint32_t at = b->end;
    while (at > b->begin) {
        uint32_t code, before = (uint32_t)sm_utf8_before(doc->input.text, b->begin, at);
        sm_utf8_decode(doc->input.text + before, at - before, &code);
        sm_char c = sm_char_of(code);
        if (!sm_char_closes(c))
            return sm_char_ends_sentence(c) || code == ':';
        at = before;
    }
    return false;
}

/* The stems of a block's tokens one behind the other: equal for equal labels, however they are capitalised. */
static uint32_t *stems_of(const sm_doc *doc, uint32_t first, uint32_t end, sm_arena *scratch) {
    uint32_t *stems = sm_arena_get(scratch, end - first, sizeof *stems);
    for (uint32_t t = first; stems != NULL && t < end; t++)
        stems[t - first] = sm_doc_word(doc, t)->stem;
    return stems;
}

/* Marks as boilerplate what stands in the text more than once: `first_seen` has the block of each label. */
typedef struct labels {
    sm_doc *doc;
    size_t next_part;
    uint32_t first; /* block of the part at hand */
    bool in_text;   /* a paragraph of it has come */
    sm_arena *scratch;
    sm_registry known;
    SM_VEC(uint32_t) first_seen;
} labels;

static bool judge_label(labels *l, uint32_t block, uint32_t first, uint32_t end) {
    sm_block *blocks = l->doc->input.blocks.at;
    uint32_t *stems = stems_of(l->doc, first, end, l->scratch);
    uint32_t id = stems != NULL ? sm_registry_add(&l->known, (const char *)stems, (end - first) * sizeof *stems)
                                : SM_REGISTRY_NONE;
    if (id == SM_REGISTRY_NONE)
        return false;
    blocks[block].role = block == l->first ? SM_ROLE_TITLE : l->in_text ? SM_ROLE_HEADING : SM_ROLE_BOILERPLATE;
    if (id == l->first_seen.n)
        return sm_vec_push(&l->first_seen, block, l->scratch);
    blocks[block].role = SM_ROLE_BOILERPLATE;
    if (blocks[l->first_seen.at[id]].role == SM_ROLE_HEADING)
        blocks[l->first_seen.at[id]].role = SM_ROLE_BOILERPLATE;
    return true;
}

/* Sentences first .. end - 1 make up one block. */
static bool judge_block(labels *l, uint32_t first, uint32_t end) {
    sm_doc *doc = l->doc;
    const sm_sentence *s = &doc->sentences.at[first];
    sm_block *block = &doc->input.blocks.at[s->block];
    uint32_t n_words = 0;
    for (uint32_t i = first; i < end; i++)
        n_words += doc->sentences.at[i].n_lettered;
    if (block->role != SM_ROLE_UNKNOWN)
        return true;
    if (n_words > LABEL_WORDS || ends_like_sentence(doc, block)) {
        block->role = SM_ROLE_PARAGRAPH;
        l->in_text = true;
        return true;
    }
    return judge_label(l, s->block, s->first_token, sm_doc_end_token(doc, end - 1));
}

/* In a text of its own, the first block may be a title, and the first paragraph is still to come. */
static void begin_block(labels *l, uint32_t block) {
    const sm_input *input = &l->doc->input;
    while (l->next_part < sm_input_parts(input) && sm_input_part_at(input, l->next_part).block <= block) {
        l->first = sm_input_part_at(input, l->next_part++).block;
        l->in_text = false;
    }
}

static bool judge_blocks(sm_doc *doc, sm_arena *scratch) {
    labels l = {.doc = doc, .scratch = scratch};
    sm_registry_init(&l.known, scratch, doc->key);
    for (uint32_t i = 0, end; i < doc->sentences.n; i = end) {
        begin_block(&l, doc->sentences.at[i].block);
        end = sm_doc_end_of_block(doc, i);
        if (!judge_block(&l, i, end))
            return false;
    }
    return true;
}

bool sm_prose_holds(const sm_doc *doc, const sm_sentence *s) {
    sm_role role = doc->input.blocks.at[s->block].role;
    return role == SM_ROLE_PARAGRAPH || role == SM_ROLE_ITEM || role == SM_ROLE_QUOTE;
}

/* Makes candidates of the sentences with at least `least` words, of prose or of all; returns the words they have. */
static size_t choose(sm_doc *doc, bool prose_only, uint32_t least) {
    size_t words = 0;
    doc->n_candidates = 0;
    for (size_t i = 0; i < doc->sentences.n; i++) {
        sm_sentence *s = &doc->sentences.at[i];
        s->candidate = s->n_lettered >= least && (!prose_only || sm_prose_holds(doc, s));
        doc->n_candidates += s->candidate;
        words += s->candidate ? s->n_lettered : 0;
    }
    return words;
}

static void number_candidates(sm_doc *doc) {
    const sm_input *input = &doc->input;
    uint32_t position = 0;
    size_t next = 1;
    for (size_t i = 0; i < doc->sentences.n; i++) {
        sm_sentence *s = &doc->sentences.at[i];
        for (; next < sm_input_parts(input) && sm_input_part_at(input, next).block <= s->block; next++)
            position = 0;
        s->position = position;
        position += s->candidate;
    }
}

bool sm_prose_judge(sm_doc *doc, sm_arena *scratch) {
    if (!judge_blocks(doc, scratch) || !sm_captions_mark(doc, scratch))
        return false;
    size_t prose = choose(doc, true, 1);
    if (prose == 0)
        choose(doc, false, 1);
    else if (2 * choose(doc, true, SENTENCE_WORDS) < prose)
        choose(doc, true, 1);
    number_candidates(doc);
    return true;
}
