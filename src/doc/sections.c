#include "doc/sections.h"

#include "base/chars.h"
#include "doc/headings.h"

typedef struct finder {
    const sm_doc *doc;
    sm_arena *arena;
    sm_sections *out;
    bool levelled; /* the part has headings with a level */
    bool titled;   /* its title has come */
} finder;

static bool has_levels(const sm_input *input, size_t part) {
    uint32_t end = sm_input_part_at(input, part + 1).block;
    for (uint32_t i = sm_input_part_at(input, part).block; i < end; i++)
        if (input->blocks.at[i].role == SM_ROLE_HEADING && input->blocks.at[i].level > 0)
            return true;
    return false;
}

/* A line of a poem stands among others, begins with a small letter, or ends with a comma. In formats other than plain
 * text, headings have levels. */
static bool looks_whole(const sm_doc *doc, uint32_t block) {
    const char *text = doc->input.text;
    const sm_block *b = &doc->input.blocks.at[block];
    size_t n, last = sm_utf8_before(text, b->begin, b->end);
    bool open = text[last] == ',' || text[last] == ';' || text[last] == '-';
    return !open && sm_heading_is_parted(doc, block) && sm_char_at(text, b->begin, b->end, &n) != SM_CHAR_LOWER;
}

/* Where there is no prose, what would be headings is the text; a line of signs is no heading. */
static bool is_heading(const finder *f, uint32_t first, uint32_t end) {
    const sm_sentence *s = f->doc->sentences.at;
    const sm_block *b = &f->doc->input.blocks.at[s[first].block];
    for (uint32_t i = first; i < end; i++)
        if (s[i].candidate)
            return false;
    if (sm_doc_end_token(f->doc, end - 1) == s[first].first_token)
        return false;
    if (b->role == SM_ROLE_TITLE)
        return !f->titled;
    return b->role == SM_ROLE_HEADING && (f->levelled ? b->level > 0 : looks_whole(f->doc, s[first].block));
}

static bool open_section(finder *f, uint32_t first, uint32_t body, uint8_t level) {
    sm_section section = {.first = first, .body = body, .end = body, .level = level};
    return sm_vec_push(&f->out->list, section, f->arena);
}

/* The heading's level counts from 1: where it has none, all are equal. */
static bool add_heading(finder *f, uint32_t first, uint32_t body) {
    const sm_block *b = &f->doc->input.blocks.at[f->doc->sentences.at[first].block];
    bool title = b->role == SM_ROLE_TITLE;
    f->titled = f->titled || title;
    f->out->n_headings += !title;
    return open_section(f, first, body, title ? 0 : b->level > 0 ? b->level : 1);
}

static bool add_block(finder *f, uint32_t first, uint32_t end, bool opens_part) {
    sm_sections *out = f->out;
    bool heading = is_heading(f, first, end);
    if (heading ? !add_heading(f, first, end) : opens_part && !open_section(f, first, first, 0))
        return false;
    out->list.at[out->list.n - 1].end = end;
    for (uint32_t i = first; i < end; i++)
        out->of[i] = (uint32_t)out->list.n - 1;
    return true;
}

bool sm_sections_find(const sm_doc *doc, sm_arena *arena, sm_sections *sections) {
    finder f = {.doc = doc, .arena = arena, .out = sections};
    *sections = (sm_sections){.of = sm_arena_get(arena, doc->sentences.n, sizeof *sections->of)};
    if (sections->of == NULL)
        return false;
    size_t next_part = 0;
    for (uint32_t i = 0, end; i < doc->sentences.n; i = end) {
        bool opens = false;
        while (next_part < sm_input_parts(&doc->input) &&
               sm_input_part_at(&doc->input, next_part).block <= doc->sentences.at[i].block) {
            f.levelled = has_levels(&doc->input, next_part++);
            f.titled = false;
            opens = true;
        }
        end = sm_doc_end_of_block(doc, i);
        if (!add_block(&f, i, end, opens))
            return false;
    }
    return sections->list.n > 0 || open_section(&f, 0, 0, 0);
}
