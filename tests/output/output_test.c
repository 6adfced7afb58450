/* The sink, numbers and the table of formats. */
#include "output/output.h"
#include "output/reports.h"

static const struct {
    double score;
    const char *written;
} SCORES[] = {
    {0, "0.000000"},         {1, "1.000000"},         {0.5, "0.500000"},       {0.1, "0.100000"},
    {0.0000004, "0.000000"}, {0.000001, "0.000001"},  {0.1234564, "0.123456"}, {0.1234566, "0.123457"},
    {0.999999, "0.999999"},  {0.9999996, "1.000000"}, {1e-300, "0.000000"},    {2.0 / 3, "0.666667"},
};

static void test_scores(void **state) {
    (void)state;
    for (size_t i = 0; i < COUNT_OF(SCORES); i++) {
        test_text text = {0};
        sm_sink sink = {test_text_write, &text, false};
        sm_put_score(&sink, SCORES[i].score);
        assert_string_equal(text.at, SCORES[i].written);
        test_text_end(&text);
    }
}

static const struct {
    double number;
    int decimals;
    const char *written;
} REALS[] = {
    {0, 2, "0.00"},
    {-0.004, 2, "0.00"},
    {-0.006, 2, "-0.01"},
    {-1.5, 6, "-1.500000"},
    {12.345678, 2, "12.35"},
    {1e9 + 0.25, 6, "1000000000.250000"},
    {1e300, 2, "1000000000000.00"},
    {-(double)INFINITY, 6, "-1000000000000.000000"},
};

static void test_reals(void **state) {
    (void)state;
    for (size_t i = 0; i < COUNT_OF(REALS); i++) {
        test_text text = {0};
        sm_sink sink = {test_text_write, &text, false};
        sm_put_real(&sink, REALS[i].number, REALS[i].decimals);
        assert_string_equal(text.at, REALS[i].written);
        test_text_end(&text);
    }
}

static void test_counts(void **state) {
    (void)state;
    static const size_t COUNTS[] = {0, 1, 9, 10, 99, 100, 1234567890, SIZE_MAX};
    for (size_t i = 0; i < COUNT_OF(COUNTS); i++) {
        char expected[32];
        test_text text = {0};
        sm_sink sink = {test_text_write, &text, false};
        sm_put_count(&sink, COUNTS[i]);
        snprintf(expected, sizeof expected, "%zu", COUNTS[i]);
        assert_string_equal(text.at, expected);
        test_text_end(&text);
    }
}

static void test_sink(void **state) {
    (void)state;
    test_limited limited = {.left = 1};
    sm_sink sink = {test_limited_write, &limited, false};
    sm_put(&sink, "", 0); /* nothing is not written */
    assert_int_equal(limited.calls, 0);
    sm_put_string(&sink, "one");
    assert_false(sink.failed);
    sm_put_string(&sink, "two");
    assert_true(sink.failed);
    sm_put_string(&sink, "three");
    assert_int_equal(limited.calls, 2);
}

static void test_table(void **state) {
    (void)state;
    size_t n = 0;
    while (sm_writer_at(n) != NULL)
        assert_non_null(sm_writer_at(n++)->write);
    assert_true(n > 0);
    assert_null(sm_writer_at(n + 1));
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_scores), cmocka_unit_test(test_reals), cmocka_unit_test(test_counts),
        cmocka_unit_test(test_sink),   cmocka_unit_test(test_table),
    };
    return cmocka_run_group_tests_name("output/output", tests, NULL, NULL);
}
