/* What holds of every input that a reader of src/input or src/plain has read. */
#ifndef TESTS_FUZZ_READING_H
#define TESTS_FUZZ_READING_H

#include "fuzz.h"

#include "base/chars.h"
#include "input/input.h"

/* Blocks ascend, are not empty, and have no white space at their ends, which are ends of characters. */
static inline void fuzz_check_blocks(const sm_input *input) {
    uint32_t at = 0;
    for (size_t i = 0; i < input->blocks.n; i++) {
        const sm_block *b = &input->blocks.at[i];
        size_t first, last = sm_utf8_before(input->text, b->begin, b->end);
        FUZZ_CHECK(at <= b->begin && b->begin < b->end && b->end <= input->n_bytes);
        FUZZ_CHECK(b->role <= SM_ROLE_BOILERPLATE && b->level <= SM_LEVELS);
        FUZZ_CHECK(sm_char_at(input->text, b->begin, b->end, &first) != SM_CHAR_SPACE);
        FUZZ_CHECK(sm_char_at(input->text, last, b->end, &first) != SM_CHAR_SPACE && last + first == b->end);
        at = b->end;
    }
}

/* Segments ascend in the text, and the way back to the source stays within it. */
static inline void fuzz_check_segments(const sm_input *input, size_t n_source) {
    for (size_t i = 0; i < input->segments.n; i++) {
        const sm_segment *s = &input->segments.at[i];
        FUZZ_CHECK(i > 0 ? s->text > s[-1].text : s->text == 0);
        FUZZ_CHECK((size_t)s->source + s->n_source <= n_source);
    }
    FUZZ_CHECK(input->segments.n > 0 || input->n_bytes <= n_source);
}

/* Within a block the text goes on where the source does. */
static inline void fuzz_check_order(const sm_input *input, size_t n_source) {
    for (size_t i = 0; i < input->blocks.n; i++) {
        size_t last = 0;
        for (uint32_t at = input->blocks.at[i].begin; at < input->blocks.at[i].end; at++) {
            size_t begin = sm_input_source(input, at), end = sm_input_source_end(input, at);
            FUZZ_CHECK(last <= begin && begin <= end && end <= n_source);
            last = begin;
        }
    }
}

static inline void fuzz_check_same(const sm_input *a, const sm_input *b) {
    FUZZ_CHECK(a->n_bytes == b->n_bytes && a->blocks.n == b->blocks.n && a->segments.n == b->segments.n);
    FUZZ_CHECK(a->n_bytes == 0 || memcmp(a->text, b->text, a->n_bytes) == 0);
    for (size_t i = 0; i < a->blocks.n; i++) {
        const sm_block *x = &a->blocks.at[i], *y = &b->blocks.at[i];
        FUZZ_CHECK(x->begin == y->begin && x->end == y->end && x->role == y->role && x->level == y->level);
    }
    for (size_t i = 0; i < a->segments.n; i++)
        FUZZ_CHECK(memcmp(&a->segments.at[i], &b->segments.at[i], sizeof(sm_segment)) == 0);
}

/* Reads the input again, from bytes that stand elsewhere. */
static inline void fuzz_check_again(sm_read_fn *read, fuzz_input in, const sm_input *expected) {
    fuzz_arena arena;
    sm_input again = {0};
    char *copy = malloc(in.n + 1);
    FUZZ_CHECK(copy != NULL);
    if (in.n > 0)
        memcpy(copy + 1, in.text, in.n);
    fuzz_arena_begin(&arena);
    FUZZ_CHECK(read(copy + 1, (uint32_t)in.n, &arena.arena, &again) == SUMM_OK);
    fuzz_check_same(expected, &again);
    fuzz_arena_end(&arena);
    free(copy);
}

static inline void fuzz_check_made(const sm_input *made, size_t n_source) {
    fuzz_check_blocks(made);
    fuzz_check_segments(made, n_source);
    fuzz_check_order(made, n_source);
}

/* Reads the input and checks what comes of it; one in four is read twice. A build may lack the format. */
static inline void fuzz_check_reader(sm_read_fn *read, fuzz_input in) {
    fuzz_arena arena;
    sm_input made = {0};
    fuzz_arena_begin(&arena);
    summ_status status = read(in.text, (uint32_t)in.n, &arena.arena, &made);
    FUZZ_CHECK(status == SUMM_OK || status == SUMM_ERR_MISSING);
    fuzz_check_made(&made, in.n);
    if (status == SUMM_OK && in.n % 4 == 0)
        fuzz_check_again(read, in, &made);
    fuzz_arena_end(&arena);
}

#endif
