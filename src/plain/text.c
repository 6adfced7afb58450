/* Plain text: blank lines part blocks, and line breaks where the text is not wrapped (wrap.h). The text is the source
 * itself unless a block is made of pieces of it: behind a running head, or a word that was parted at the end of a
 * line. */
#include "base/chars.h"
#include "base/utf8.h"
#include "input/writer.h"
#include "plain/wrap.h"

sm_read_fn sm_read_text;

typedef struct reader {
    const sm_plain *plain;
    size_t wrap;
    const sm_plain_line *last; /* that was not dropped, or NULL */
} reader;

/* Is the line part of the block of the last one? */
static bool joins(const reader *r, const sm_plain_line *l) {
    if (r->last == NULL || l->begins || l->role != r->last->role || l->level != r->last->level)
        return false;
    return l->goes_on || (l->gap == 0 && sm_wrap_continues(r->plain->text, r->last, l, r->wrap));
}

/* Does nothing but white space stand between two lines of a block, and is it to stay? */
static bool is_straight(const reader *r, const sm_plain_line *l) {
    bool parted = r->last->hyphenated || r->last->compound || l->tight;
    return !parted && sm_skip_spaces(r->plain->text, r->last->end, l->begin) == l->begin;
}

static bool is_source(reader r) {
    for (size_t i = 0; i < r.plain->lines.n; i++) {
        const sm_plain_line *l = &r.plain->lines.at[i];
        if (l->dropped)
            continue;
        if (joins(&r, l) && !is_straight(&r, l))
            return false;
        r.last = l;
    }
    return true;
}

static bool read_straight(reader r, sm_arena *arena, sm_input *input) {
    *input = (sm_input){.text = r.plain->text, .n_bytes = r.plain->n_bytes};
    for (size_t i = 0; i < r.plain->lines.n; i++) {
        const sm_plain_line *l = &r.plain->lines.at[i];
        sm_block block = {.begin = l->begin, .end = l->end, .role = l->role, .level = l->level};
        if (l->dropped)
            continue;
        if (joins(&r, l))
            input->blocks.at[input->blocks.n - 1].end = l->end;
        else if (!sm_vec_push(&input->blocks, block, arena))
            return false;
        r.last = l;
    }
    return true;
}

/* Where the text of a line ends if the next one goes on with its last word. */
static uint32_t stem_end(const reader *r, const sm_plain_line *l) {
    return l->hyphenated ? (uint32_t)sm_utf8_before(r->plain->text, l->begin, l->end) : l->end;
}

/* A block as it grows: what of it has been written, and the piece of the source that goes on as long as lines are
 * straight. */
typedef struct piece {
    size_t block;
    uint32_t from, to;
} piece;

static bool end_block(const reader *r, const piece *p, sm_writer *w) {
    if (r->last == NULL)
        return true;
    return sm_writer_bytes(w, p->from, r->last->end) && sm_writer_block_at(w, p->block, r->last->role, r->last->level);
}

/* The piece ends at the last line, and a line that is not straight begins another. */
static bool end_piece(const reader *r, const sm_plain_line *l, const piece *p, sm_writer *w) {
    if (!sm_writer_bytes(w, p->from, p->to))
        return false;
    return r->last->hyphenated || r->last->compound || l->tight || sm_writer_code(w, ' ', r->last->end, 1);
}

static bool add_line(const reader *r, const sm_plain_line *l, piece *p, sm_writer *w) {
    bool joined = joins(r, l);
    if (!joined) {
        if (!end_block(r, p, w))
            return false;
        *p = (piece){w->text.n, l->begin, 0};
    } else if (!is_straight(r, l)) {
        if (!end_piece(r, l, p, w))
            return false;
        p->from = l->begin;
    }
    p->to = stem_end(r, l);
    return true;
}

static bool write_pieces(reader r, sm_writer *w) {
    piece p = {0, 0, 0};
    for (size_t i = 0; i < r.plain->lines.n; i++) {
        const sm_plain_line *l = &r.plain->lines.at[i];
        if (l->dropped)
            continue;
        if (!add_line(&r, l, &p, w))
            return false;
        r.last = l;
    }
    return end_block(&r, &p, w);
}

static summ_status read_lines(const sm_plain *plain, sm_arena *arena, sm_input *input) {
    reader r = {.plain = plain, .wrap = sm_wrap_width(plain)};
    sm_writer w;
    if (is_source(r))
        return read_straight(r, arena, input) ? SUMM_OK : SUMM_ERR_MEMORY;
    sm_writer_begin(&w, plain->text, arena, input);
    return sm_writer_end(&w, write_pieces(r, &w));
}

/* The subject of a message, say: found by its sign, and not by its shape. */
static bool is_titled(const sm_input *input) {
    return input->blocks.n > 0 && input->blocks.at[0].role == SM_ROLE_TITLE;
}

summ_status sm_read_text(const char *source, uint32_t n_bytes, sm_arena *arena, sm_input *input) {
    sm_arena scratch;
    sm_plain plain;
    sm_arena_init(&scratch, arena->alloc);
    bool good = sm_plain_lines(source, n_bytes, &scratch, &plain) && sm_plain_recognise(&plain, &scratch);
    summ_status status = good ? read_lines(&plain, arena, input) : SUMM_ERR_MEMORY;
    sm_arena_release(&scratch);
    if (status == SUMM_OK)
        input->titled = is_titled(input);
    return status;
}
