/* Plain text as it is read: its blocks in brackets, and the way back to the source. */
#ifndef TESTS_SUPPORT_PLAIN_H
#define TESTS_SUPPORT_PLAIN_H

#include "input/input.h"

#include "support/memory.h"
#include "support/random.h"

#include <stdio.h>

/* Two paragraphs that are an article, for lines to stand around. */
#define TEST_PROSE                                                                                                     \
    "The ferry to the island was late again on Monday, and nobody at the pier knew why it had not sailed, though "     \
    "many "                                                                                                            \
    "had waited since dawn."
#define TEST_MORE                                                                                                      \
    "A new timetable is to come in spring, the company said, once the second ship is back from the yard, where it "    \
    "has "                                                                                                             \
    "been for a year."

/* What stands before the text of a block, "T" of a title; 0: nothing. */
static inline char test_plain_sign(const sm_block *b) {
    static const char SIGNS[] = {[SM_ROLE_TITLE] = 'T',   [SM_ROLE_HEADING] = 'H', [SM_ROLE_QUOTE] = 'Q',
                                 [SM_ROLE_CAPTION] = 'P', [SM_ROLE_CODE] = 'C',    [SM_ROLE_BOILERPLATE] = 'B'};
    if (b->level > 0)
        return (char)('0' + b->level);
    return (size_t)b->role < sizeof SIGNS ? SIGNS[b->role] : '\0';
}

/* Appends n bytes to out, white space as one space. Returns how many bytes `out` has then. */
static inline size_t test_plain_squeeze(const char *text, size_t n, char *out, size_t at) {
    for (size_t i = 0; i < n; i++) {
        bool space = (unsigned char)text[i] <= ' ';
        if (!space || at == 0 || out[at - 1] != ' ')
            out[at++] = space ? ' ' : text[i];
    }
    return at;
}

/* "[T:The subject][A paragraph.][2:A heading of level 2]" */
static inline void test_plain_show(const sm_input *input, char *out, size_t room) {
    size_t n = 0;
    for (size_t i = 0; i < input->blocks.n; i++) {
        const sm_block *b = &input->blocks.at[i];
        char sign = test_plain_sign(b);
        assert_true(n + (b->end - b->begin) + 5 < room);
        out[n++] = '[';
        if (sign != '\0') {
            out[n++] = sign;
            out[n++] = ':';
        }
        n = test_plain_squeeze(input->text + b->begin, b->end - b->begin, out, n);
        out[n++] = ']';
    }
    out[n] = '\0';
}

/* Every byte of a block is the one of the source it leads to, or a space that stands for others; and they ascend. */
static inline void test_plain_leads_back(const sm_input *input, const char *source, size_t n_bytes) {
    size_t behind = 0;
    for (size_t i = 0; i < input->blocks.n; i++)
        for (uint32_t at = input->blocks.at[i].begin; at < input->blocks.at[i].end; at++) {
            size_t from = sm_input_source(input, at), to = sm_input_source_end(input, at);
            assert_true(from >= behind && from < to && to <= n_bytes);
            assert_true(source[from] == input->text[at] || input->text[at] == ' ');
            behind = from + 1;
        }
}

static inline summ_status test_plain_read(const char *text, size_t n, sm_arena *arena, sm_input *input) {
    return sm_reader_at(0)->read(text, (uint32_t)n, arena, input);
}

/* The blocks of a text, in brackets. */
static inline void test_plain(const char *text, const char *expected) {
    test_arena t;
    sm_input input;
    char blocks[8192], squeezed[8192];
    assert_true(strlen(expected) < sizeof squeezed);
    squeezed[test_plain_squeeze(expected, strlen(expected), squeezed, 0)] = '\0';
    test_arena_begin(&t);
    assert_int_equal(test_plain_read(text, strlen(text), &t.arena, &input), SUMM_OK);
    test_plain_show(&input, blocks, sizeof blocks);
    if (strcmp(blocks, squeezed) != 0)
        print_error("of \"%s\"\n", text);
    assert_string_equal(blocks, squeezed);
    test_plain_leads_back(&input, text, strlen(text));
    test_arena_end(&t);
}

/* The text as it is: nothing in it is of the kind that is looked for. */
static inline void test_plain_stays(const char *text) {
    char expected[8192] = "[";
    size_t n = 1;
    for (const char *p = text; *p != '\0'; p++) {
        assert_true(n + 4 < sizeof expected);
        if (p[0] == '\n' && p[1] == '\n') {
            memcpy(expected + n, "][", 2);
            n += 2;
            p++;
        } else {
            expected[n++] = *p;
        }
    }
    memcpy(expected + n, "]", 2);
    test_plain(text, expected);
}

/* Each allocation of reading a text fails in turn. */
static inline void test_plain_out_of_memory(const char *text) {
    summ_status status = SUMM_ERR_MEMORY;
    for (size_t n = 1; status != SUMM_OK; n++) {
        test_arena t;
        sm_input input;
        test_arena_begin(&t);
        test_memory_fail(&t.memory, n, false);
        status = test_plain_read(text, strlen(text), &t.arena, &input);
        assert_int_equal(status, test_memory_failed(&t.memory) ? SUMM_ERR_MEMORY : SUMM_OK);
        test_arena_end(&t);
        assert_true(n < 1000);
    }
}

/* Texts made of such pieces, of up to 1000 bytes, by chance: whatever comes out has to lead back. */
static inline void test_plain_random(const char *const *pieces, size_t n_pieces, uint64_t seed) {
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
        text[n] = '\0';
        test_arena_begin(&t);
        assert_int_equal(test_plain_read(text, n, &t.arena, &input), SUMM_OK);
        test_plain_leads_back(&input, text, n);
        test_arena_end(&t);
        if (round % 50 == 0)
            test_plain_out_of_memory(text);
    }
}

/* A text of a piece many times over. */
static inline void test_plain_long(const char *piece, size_t times) {
    test_arena t;
    sm_input input;
    size_t n = strlen(piece);
    times /= test_share();
    char *text = malloc(n * times);
    assert_non_null(text);
    for (size_t i = 0; i < times; i++)
        memcpy(text + i * n, piece, n);
    test_arena_begin(&t);
    assert_int_equal(test_plain_read(text, n * times, &t.arena, &input), SUMM_OK);
    test_plain_leads_back(&input, text, n * times);
    test_arena_end(&t);
    free(text);
}

#endif
