/* Several texts as one. */
#include "input/input.h"

#include "support/document.h"

enum {
    MOST = 6
};

/* Blocks are parted by empty lines, as the reader of plain text has them. */
static void read_all(const char *const *texts, size_t n, sm_arena *arena, sm_input *inputs) {
    for (size_t i = 0; i < n; i++)
        assert_int_equal(sm_reader_at(0)->read(texts[i], (uint32_t)strlen(texts[i]), arena, &inputs[i]), SUMM_OK);
}

/* Every part has its text and its blocks, moved to where it begins. */
static void check(const sm_input *inputs, size_t n, const sm_input *joined) {
    size_t text = 0, block = 0;
    assert_int_equal(joined->parts.n, n);
    assert_int_equal(sm_input_parts(joined), n);
    assert_int_equal(joined->segments.n, 0);
    for (size_t i = 0; i < n; i++) {
        sm_part part = sm_input_part_at(joined, i);
        assert_int_equal(part.text, text);
        assert_int_equal(part.block, block);
        assert_memory_equal(joined->text + text, inputs[i].text, inputs[i].n_bytes);
        for (size_t b = 0; b < inputs[i].blocks.n; b++, block++) {
            assert_int_equal(joined->blocks.at[block].begin, text + inputs[i].blocks.at[b].begin);
            assert_int_equal(joined->blocks.at[block].end, text + inputs[i].blocks.at[b].end);
            assert_int_equal(joined->blocks.at[block].role, inputs[i].blocks.at[b].role);
        }
        text += inputs[i].n_bytes + 2u;
        assert_memory_equal(joined->text + text - 2, "\n\n", 2); /* no word and no block reaches across */
    }
    assert_int_equal(joined->n_bytes, text);
    assert_int_equal(joined->blocks.n, block);
    sm_part end = sm_input_part_at(joined, n);
    assert_true(end.text == joined->n_bytes && end.block == block);
}

static const struct {
    size_t n;
    const char *texts[MOST];
} CASES[] = {
    {2, {"One lamp.", "Two lamps."}},    {2, {"", ""}},
    {3, {"", "One lamp.", ""}},          {3, {"One lamp.\n\nTwo lamps.", "", "Three lamps.\n\n- four\n- five\n\nSix."}},
    {4, {"\n\n\n", "a", " \n", "b\n"}},  {3, {"l\xFFmp", "\xE2\x82", "\xE2\x80\xA8"}},
    {6, {"a", "b", "c", "d", "e", "f"}},
};

static void test_cases(void **state) {
    (void)state;
    for (size_t k = 0; k < COUNT_OF(CASES); k++) {
        test_arena t;
        sm_input inputs[MOST], joined;
        test_arena_begin(&t);
        read_all(CASES[k].texts, CASES[k].n, &t.arena, inputs);
        assert_int_equal(sm_input_join(inputs, CASES[k].n, &t.arena, &joined), SUMM_OK);
        check(inputs, CASES[k].n, &joined);
        test_arena_end(&t);
    }
}

/* Against a walk through the list; the two bytes behind a text belong to it. */
static void test_parts(void **state) {
    (void)state;
    for (size_t k = 0; k < COUNT_OF(CASES); k++) {
        test_arena t;
        sm_input inputs[MOST], joined;
        test_arena_begin(&t);
        read_all(CASES[k].texts, CASES[k].n, &t.arena, inputs);
        assert_int_equal(sm_input_join(inputs, CASES[k].n, &t.arena, &joined), SUMM_OK);
        for (uint32_t at = 0; at <= joined.n_bytes; at++) {
            size_t part = 0;
            while (part + 1 < CASES[k].n && joined.parts.at[part + 1].text <= at)
                part++;
            assert_int_equal(sm_input_part(&joined, at), part);
        }
        assert_int_equal(sm_input_part(&joined, UINT32_MAX), CASES[k].n - 1);
        test_arena_end(&t);
    }
}

/* One text has one part, which is all of it. */
static void test_one(void **state) {
    (void)state;
    sm_block block = {0, 3, SM_ROLE_UNKNOWN, 0};
    sm_input input = {.text = "abc", .n_bytes = 3, .blocks = {&block, 1, 1}};
    assert_int_equal(sm_input_parts(&input), 1);
    assert_true(sm_input_part_at(&input, 0).text == 0 && sm_input_part_at(&input, 0).block == 0);
    assert_true(sm_input_part_at(&input, 1).text == 3 && sm_input_part_at(&input, 1).block == 1);
    assert_int_equal(sm_input_part(&input, 0), 0);
    assert_int_equal(sm_input_part(&input, 3), 0);
    assert_int_equal(sm_input_part(&input, UINT32_MAX), 0);
}

/* Sizes that are only said: the sum is refused, or memory is, before a byte is read. The last case is one below the
 * limit, with the two bytes behind each. */
static const struct {
    size_t n;
    uint32_t n_bytes[MOST];
    summ_status status;
} SIZES[] = {
    {2, {UINT32_MAX, UINT32_MAX}, SUMM_ERR_TOO_LARGE},
    {2, {UINT32_MAX, 0}, SUMM_ERR_TOO_LARGE},
    {2, {0, UINT32_MAX - 1}, SUMM_ERR_TOO_LARGE},
    {2, {0, UINT32_MAX - 4}, SUMM_ERR_TOO_LARGE},
    {2, {1u << 31, 1u << 31}, SUMM_ERR_TOO_LARGE},
    {3, {1u << 31, 1u << 30, (1u << 30) - 7}, SUMM_ERR_TOO_LARGE},
    {6, {UINT32_MAX, UINT32_MAX, UINT32_MAX, UINT32_MAX, UINT32_MAX, UINT32_MAX}, SUMM_ERR_TOO_LARGE},
    {3, {1u << 31, 1u << 30, (1u << 30) - 8}, SUMM_ERR_MEMORY},
    {2, {0, UINT32_MAX - 5}, SUMM_ERR_MEMORY},
};

static void test_sizes(void **state) {
    (void)state;
    for (size_t k = 0; k < COUNT_OF(SIZES); k++) {
        test_arena t;
        sm_input inputs[MOST] = {0}, joined;
        test_arena_begin(&t);
        t.alloc.limit = 1u << 20;
        for (size_t i = 0; i < SIZES[k].n; i++)
            inputs[i] = (sm_input){.text = "", .n_bytes = SIZES[k].n_bytes[i]};
        if (sm_input_join(inputs, SIZES[k].n, &t.arena, &joined) != SIZES[k].status)
            fail_msg("case %zu", k);
        test_arena_end(&t);
    }
}

static void test_no_memory(void **state) {
    (void)state;
    test_arena source;
    sm_input inputs[MOST];
    bool done = false;
    test_arena_begin(&source);
    test_text large = {0};
    for (int i = 0; i < 3000; i++)
        test_text_put(&large, "A lamp.\n\n");
    const char *texts[] = {large.at, "", large.at};
    read_all(texts, 3, &source.arena, inputs);
    for (size_t n = 1; !done; n++) {
        test_arena t;
        sm_input joined;
        test_arena_begin(&t);
        test_memory_fail(&t.memory, n, false);
        summ_status status = sm_input_join(inputs, 3, &t.arena, &joined);
        done = !test_memory_failed(&t.memory);
        assert_int_equal(status, done ? SUMM_OK : SUMM_ERR_MEMORY);
        assert_true(n < 20 && (n > 1 || !done));
        test_arena_end(&t);
    }
    test_arena_end(&source);
    test_text_end(&large);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_cases), cmocka_unit_test(test_parts),     cmocka_unit_test(test_one),
        cmocka_unit_test(test_sizes), cmocka_unit_test(test_no_memory),
    };
    return cmocka_run_group_tests_name("input/join", tests, NULL, NULL);
}
