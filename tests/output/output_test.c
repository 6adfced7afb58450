/* The sink, numbers and the table of formats. */
#include "output/output.h"
#include "output/reports.h"

#include <float.h>
#include <locale.h>

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
        sm_sink sink = {.write = test_text_write, .context = &text};
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
        sm_sink sink = {.write = test_text_write, .context = &text};
        sm_put_real(&sink, REALS[i].number, REALS[i].decimals);
        assert_string_equal(text.at, REALS[i].written);
        test_text_end(&text);
    }
}

static const struct {
    double number;
    const char *written;
} EXACT[] = {
    {0, "0"},
    {1, "1"},
    {-1.5, "-1.5"},
    {0.1, "0.1"},
    {0.1 + 0.2, "0.30000000000000004"},
    {2.0 / 3, "0.6666666666666666"},
    {1e300, "1e+300"},
    {5e-324, "4.94065645841247e-324"},
    {DBL_MAX, "1.7976931348623157e+308"},
    {(double)NAN, "null"},
    {-(double)INFINITY, "null"},
};

static void check_exact(double number, const char *written) {
    test_text text = {0};
    sm_sink sink = {.write = test_text_write, .context = &text};
    sm_put_exact(&sink, number);
    if (written != NULL)
        assert_string_equal(text.at, written);
    else
        assert_true(strtod(text.at, NULL) == number);
    assert_null(strchr(text.at, ','));
    test_text_end(&text);
}

static void test_exact(void **state) {
    (void)state;
    for (size_t i = 0; i < COUNT_OF(EXACT); i++)
        check_exact(EXACT[i].number, EXACT[i].written);
}

/* Any number but those that are none. */
static void test_exact_reads_back(void **state) {
    (void)state;
    test_random r = {11};
    for (size_t i = 0; i < 100000; i++) {
        uint64_t bits = test_random_next(&r);
        double number;
        memcpy(&number, &bits, sizeof number);
        if (isfinite(number))
            check_exact(number, NULL);
        check_exact((double)(bits >> 11) / 9007199254740992.0, NULL);
    }
}

/* A decimal comma is not let in, nor a point of several bytes, where the system has such a locale. */
static void test_exact_in_other_locales(void **state) {
    (void)state;
    static const char *const LOCALES[] = {"de_DE.UTF-8", "de_DE.utf8", "fr_FR.UTF-8", "ps_AF.UTF-8", "fa_IR.UTF-8"};
    for (size_t k = 0; k < COUNT_OF(LOCALES); k++)
        if (setlocale(LC_NUMERIC, LOCALES[k]) != NULL)
            for (size_t i = 0; i < COUNT_OF(EXACT); i++)
                check_exact(EXACT[i].number, EXACT[i].written);
    assert_non_null(setlocale(LC_NUMERIC, "C"));
}

static void test_counts(void **state) {
    (void)state;
    static const size_t COUNTS[] = {0, 1, 9, 10, 99, 100, 1234567890, SIZE_MAX};
    for (size_t i = 0; i < COUNT_OF(COUNTS); i++) {
        char expected[32];
        test_text text = {0};
        sm_sink sink = {.write = test_text_write, .context = &text};
        sm_put_count(&sink, COUNTS[i]);
        snprintf(expected, sizeof expected, "%zu", COUNTS[i]);
        assert_string_equal(text.at, expected);
        test_text_end(&text);
    }
}

static void test_sink(void **state) {
    (void)state;
    test_limited limited = {.left = 1};
    sm_sink sink = {.write = test_limited_write, .context = &limited};
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
    for (; sm_writer_at(n) != NULL; n++) {
        assert_non_null(sm_writer_at(n)->write);
        for (size_t k = 0; k < COUNT_OF(sm_writer_at(n)->frame->parts); k++)
            assert_non_null(sm_writer_at(n)->frame->parts[k]);
    }
    assert_true(n > 0);
    assert_null(sm_writer_at(n + 1));
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_scores),
        cmocka_unit_test(test_reals),
        cmocka_unit_test(test_counts),
        cmocka_unit_test(test_sink),
        cmocka_unit_test(test_table),
        cmocka_unit_test(test_exact),
        cmocka_unit_test(test_exact_reads_back),
        cmocka_unit_test(test_exact_in_other_locales),
    };
    return cmocka_run_group_tests_name("output/output", tests, NULL, NULL);
}
