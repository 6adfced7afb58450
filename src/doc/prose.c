#include "doc/prose.h"

#include "base/chars.h"
#include "base/utf8.h"
#include "doc/captions.h"
#include "doc/headings.h"
#include "text/registry.h"

enum {
    LABEL_WORDS = 12,  /* a line without an end mark and with no more words is no sentence */
    SENTENCE_WORDS = 5 /* fewer carry no summary: "By . Associated Press ." */
};
#define NO_BLOCK UINT32_MAX

/* Colons end what introduces a list. */
static bool ends_like_sentence(const sm_doc *doc, const sm_block *b) {
    uint32_t last = sm_char_last(doc->input.text, b->begin, b->end);
    return sm_char_ends_sentence(sm_char_of(last)) || last == ':';
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
    uint32_t prose; /* the first paragraph of it, NO_BLOCK before that has come */
    bool below;     /* the block before is a heading by its shape */
    uint8_t *ranks; /* of each block, as its shape tells */
    sm_arena *scratch;
    sm_registry known;
    SM_VEC(uint32_t) first_seen;
} labels;

/* A table of contents has what becomes a heading later; what stands in the text twice is none. */
static void judge_again(labels *l, uint32_t block, uint32_t before, bool sure) {
    sm_block *blocks = l->doc->input.blocks.at;
    if (!sure || before >= l->prose || blocks[before].role == SM_ROLE_TITLE)
        blocks[block].role = SM_ROLE_BOILERPLATE;
    if (blocks[before].role == SM_ROLE_HEADING)
        blocks[before].role = SM_ROLE_BOILERPLATE;
}

static bool judge_label(labels *l, uint32_t block, uint32_t first, uint32_t end, const sm_heading *shape) {
    sm_block *blocks = l->doc->input.blocks.at;
    uint32_t *stems = stems_of(l->doc, first, end, l->scratch);
    uint32_t id = stems != NULL ? sm_registry_add(&l->known, (const char *)stems, (end - first) * sizeof *stems)
                                : SM_REGISTRY_NONE;
    if (id == SM_REGISTRY_NONE)
        return false;
    bool heading = l->prose != NO_BLOCK || shape->sure;
    blocks[block].role = block == l->first && !shape->named ? SM_ROLE_TITLE
                         : heading                          ? SM_ROLE_HEADING
                                                            : SM_ROLE_BOILERPLATE;
    if (id == l->first_seen.n)
        return sm_vec_push(&l->first_seen, block, l->scratch);
    judge_again(l, block, l->first_seen.at[id], shape->sure);
    l->first_seen.at[id] = block;
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
    if (block->role == SM_ROLE_HEADING && block->level == 0)
        l->ranks[s->block] = sm_heading_of(doc, first, end, false, false).rank;
    if (block->role != SM_ROLE_UNKNOWN)
        return true;
    bool marked = ends_like_sentence(doc, block);
    sm_heading shape = {0};
    if (n_words <= LABEL_WORDS)
        shape = sm_heading_of(doc, first, end, marked, l->below);
    l->below = shape.rank > 0;
    l->ranks[s->block] = shape.rank;
    if (n_words > LABEL_WORDS || (marked && !shape.sure)) {
        block->role = SM_ROLE_PARAGRAPH;
        block->level = 0;
        l->prose = l->prose != NO_BLOCK ? l->prose : s->block;
        return true;
    }
    return judge_label(l, s->block, s->first_token, sm_doc_end_token(doc, end - 1), &shape);
}

/* In a text of its own, the first block may be a title, and the first paragraph is still to come. */
static void begin_block(labels *l, uint32_t block) {
    const sm_input *input = &l->doc->input;
    while (l->next_part < sm_input_parts(input) && sm_input_part_at(input, l->next_part).block <= block) {
        l->first = sm_input_part_at(input, l->next_part++).block;
        l->prose = NO_BLOCK;
        l->below = false;
    }
}

/* The ranks that headings of a part have become levels one below the other, below that of a title. */
static void set_levels(const labels *l, uint32_t first, uint32_t end) {
    sm_block *blocks = l->doc->input.blocks.at;
    uint8_t level[SM_LEVELS + 1] = {0}, next = 2;
    for (uint32_t i = first; i < end; i++)
        if (blocks[i].role == SM_ROLE_HEADING)
            level[l->ranks[i]] = 1;
    for (size_t rank = 1; rank <= SM_LEVELS; rank++)
        if (level[rank] > 0)
            level[rank] = next < SM_LEVELS ? next++ : SM_LEVELS;
    for (uint32_t i = first; i < end; i++) {
        bool heading = blocks[i].role == SM_ROLE_HEADING;
        if (l->ranks[i] > 0)
            blocks[i].level = heading ? level[l->ranks[i]] : 0;
        if (blocks[i].role == SM_ROLE_TITLE)
            blocks[i].level = 1;
    }
}

static bool judge_blocks(sm_doc *doc, sm_arena *scratch) {
    labels l = {.doc = doc, .scratch = scratch};
    l.ranks = sm_arena_get_zero(scratch, doc->input.blocks.n, sizeof *l.ranks);
    if (l.ranks == NULL)
        return false;
    sm_registry_init(&l.known, scratch, doc->key);
    for (uint32_t i = 0, end; i < doc->sentences.n; i = end) {
        begin_block(&l, doc->sentences.at[i].block);
        end = sm_doc_end_of_block(doc, i);
        if (!judge_block(&l, i, end))
            return false;
    }
    for (size_t part = 0; part < sm_input_parts(&doc->input); part++)
        set_levels(&l, sm_input_part_at(&doc->input, part).block, sm_input_part_at(&doc->input, part + 1).block);
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
