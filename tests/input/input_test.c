#include "input/input.h"

#include "support/memory.h"

static void test_table(void **state) {
    (void)state;
    size_t n = 0;
    assert_string_equal(sm_reader_at(0)->item.name, "text");
    for (; sm_reader_at(n) != NULL; n++) {
        assert_true(strlen(sm_reader_at(n)->item.name) > 0);
        assert_true(strlen(sm_reader_at(n)->item.help) > 0);
        for (size_t i = 0; i < n; i++)
            assert_string_not_equal(sm_reader_at(i)->item.name, sm_reader_at(n)->item.name);
    }
    assert_null(sm_reader_at(n + 1));
    assert_null(sm_reader_at(SIZE_MAX));
}

static void test_every_reader_reads_nothing(void **state) {
    (void)state;
    for (size_t i = 0; sm_reader_at(i) != NULL; i++) {
        test_arena t;
        sm_input input;
        test_arena_begin(&t);
        summ_status status = sm_reader_at(i)->read("", 0, &t.arena, &input);
        assert_true(status == SUMM_OK || status == SUMM_ERR_MISSING);
        assert_true(status != SUMM_OK || input.blocks.n == 0);
        test_arena_end(&t);
    }
}

static void test_source_of_text_that_is_the_source(void **state) {
    (void)state;
    sm_input input = {.text = "abc", .n_bytes = 3};
    for (uint32_t at = 0; at <= 3; at++)
        assert_int_equal(sm_input_source(&input, at), at);
    assert_int_equal(sm_input_source(&input, UINT32_MAX), UINT32_MAX);
}

static void test_source_of_one_segment(void **state) {
    (void)state;
    sm_segment segments[] = {{0, 3, 0}};
    sm_input input = {.n_bytes = 10, .segments = {segments, 1, 1}};
    assert_int_equal(sm_input_source(&input, 0), 3);
    assert_int_equal(sm_input_source(&input, 10), 13);
}

/* Against a walk through the list; sources may also go back, as in a table that is read column by column. */
static void test_source_of_several_segments(void **state) {
    (void)state;
    sm_segment segments[] = {{0, 10, 0},   {4, 20, 0},   {5, 100, 0},          {50, 40, 0},
                             {51, 200, 0}, {90, 300, 0}, {200, 4000000000u, 0}};
    enum {
        MOST = sizeof segments / sizeof *segments
    };
    for (size_t n = 1; n <= MOST; n++) {
        sm_input input = {.n_bytes = 300, .segments = {segments, n, n}};
        for (uint32_t at = 0; at <= 300; at++) {
            size_t last = 0;
            while (last + 1 < n && segments[last + 1].text <= at)
                last++;
            size_t expected = (size_t)segments[last].source + at - segments[last].text;
            assert_int_equal(sm_input_source(&input, at), expected);
            assert_int_equal(sm_input_source_end(&input, at), expected + 1);
        }
    }
}

/* "a&eacute;b": two bytes of text stand for eight of the source, wherever in them one asks. */
static void test_source_of_a_segment_as_a_whole(void **state) {
    (void)state;
    sm_segment segments[] = {{0, 5, 0}, {1, 6, 8}, {3, 14, 0}};
    sm_input input = {.text = "a\xC3\xA9"
                              "b",
                      .n_bytes = 4,
                      .segments = {segments, 3, 3}};
    static const size_t begin[] = {5, 6, 6, 14}, end[] = {6, 14, 14, 15};
    for (uint32_t at = 0; at < 4; at++) {
        assert_int_equal(sm_input_source(&input, at), begin[at]);
        assert_int_equal(sm_input_source_end(&input, at), end[at]);
    }
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_table),
        cmocka_unit_test(test_every_reader_reads_nothing),
        cmocka_unit_test(test_source_of_text_that_is_the_source),
        cmocka_unit_test(test_source_of_one_segment),
        cmocka_unit_test(test_source_of_several_segments),
        cmocka_unit_test(test_source_of_a_segment_as_a_whole),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
