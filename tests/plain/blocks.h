/* Plain text as it is read, for the tests of its recognisers. */
#ifndef TESTS_PLAIN_BLOCKS_H
#define TESTS_PLAIN_BLOCKS_H

#include "input/input.h"
#include "support/memory.h"
#include "support/random.h"

#include <stdio.h>

static inline char test_role_letter(sm_role role) {
    return role == SM_ROLE_TITLE ? 'T' : role == SM_ROLE_HEADING ? 'H' : role == SM_ROLE_CODE ? 'C' : '?';
}

/* Each block in brackets, with the letter of its role, or its level, if one was found; white space as one space. */
static inline void test_show_blocks(const sm_input *input, char *out, size_t room) {
    size_t n = 0;
    for (size_t i = 0; i < input->blocks.n; i++) {
        const sm_block *b = &input->blocks.at[i];
        assert_true(n + (b->end - b->begin) + 6 < room);
        out[n++] = '[';
        if (b->role != SM_ROLE_UNKNOWN || b->level > 0) {
            out[n++] = b->level > 0 ? (char)('0' + b->level) : test_role_letter(b->role);
            out[n++] = ':';
        }
        for (uint32_t at = b->begin; at < b->end; at++) {
            bool space = (unsigned char)input->text[at] <= ' ';
            if (!space || out[n - 1] != ' ')
                out[n++] = space ? ' ' : input->text[at];
        }
        out[n++] = ']';
    }
    out[n] = '\0';
}

/* Every byte of every block leads back to a byte of the source that is the same, or to white space or a hyphen that a
 * space stands for; ascending. */
static inline void test_check_way_back(const sm_input *input, const char *source, size_t n) {
    size_t last = 0;
    for (size_t i = 0; i < input->blocks.n; i++)
        for (uint32_t at = input->blocks.at[i].begin; at < input->blocks.at[i].end; at++) {
            size_t back = sm_input_source(input, at);
            assert_true(back < n && (back > last || last == 0));
            assert_true(sm_input_source_end(input, at) > back && sm_input_source_end(input, at) <= n);
            assert_true(source[back] == input->text[at] || input->text[at] == ' ');
            last = back;
        }
}

static inline void test_plain(const char *text, const char *expected) {
    test_arena t;
    sm_input input;
    char shown[8192];
    test_arena_begin(&t);
    assert_int_equal(sm_reader_at(0)->read(text, (uint32_t)strlen(text), &t.arena, &input), SUMM_OK);
    test_show_blocks(&input, shown, sizeof shown);
    if (strcmp(shown, expected) != 0)
        print_error("of \"%s\"\n", text);
    assert_string_equal(shown, expected);
    test_check_way_back(&input, text, strlen(text));
    test_arena_end(&t);
}

/* Texts of random pieces are read, and every allocation for a text of theirs fails in turn. */
static inline void test_random_plain(const char *const *pieces, size_t n_pieces, uint64_t seed) {
    test_random r = {seed};
    for (int round = 0; round < 1000; round++) {
        test_arena t;
        sm_input input;
        char text[3000];
        size_t n = 0, most = test_random_below(&r, sizeof text - 1000);
        while (n < most) {
            const char *piece = pieces[test_random_below(&r, n_pieces)];
            memcpy(text + n, piece, strlen(piece));
            n += strlen(piece);
        }
        summ_status status = SUMM_ERR_MEMORY;
        for (size_t fail = round % 50 == 0; status != SUMM_OK; fail++) {
            test_arena_begin(&t);
            if (fail > 0)
                test_memory_fail(&t.memory, fail, false);
            status = sm_reader_at(0)->read(text, (uint32_t)n, &t.arena, &input);
            assert_int_equal(status, fail > 0 && test_memory_failed(&t.memory) ? SUMM_ERR_MEMORY : SUMM_OK);
            if (status == SUMM_OK)
                test_check_way_back(&input, text, n);
            test_arena_end(&t);
        }
    }
}

/* Reads a text of a piece many times over. */
static inline void test_long_plain(const char *piece, size_t times) {
    test_arena t;
    sm_input input;
    size_t n = strlen(piece);
    char *text = malloc(n * times);
    assert_non_null(text);
    for (size_t i = 0; i < times; i++)
        memcpy(text + i * n, piece, n);
    test_arena_begin(&t);
    assert_int_equal(sm_reader_at(0)->read(text, (uint32_t)(n * times), &t.arena, &input), SUMM_OK);
    test_check_way_back(&input, text, n * times);
    test_arena_end(&t);
    free(text);
}

#endif
