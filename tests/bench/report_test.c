/* What make bench says of figures: which are met, and the JSON that programs read. */
#define _POSIX_C_SOURCE 200809L
#include "bench/report.h"
#include "support/memory.h"

#include <jansson.h>
#include <stdlib.h>
#include <string.h>

static figures some(void) {
    figures all = {.n = 0};
    figure *f = figures_add(&all, "fast");
    *f = (figure){.name = "fast", .n_bytes = 5000000, .cost = {0.5, 0.4, 4096}, .wc = {0.25, 0.1, 1024}, .unit = "x"};
    f->value = figure_ratio(f);
    f->bound = FIGURE_AT_MOST;
    f->limit = 2;
    f = figures_add(&all, "slow \"one\"");
    f->bound = FIGURE_AT_LEAST;
    f->limit = 60;
    f->value = 59.9;
    figures_add(&all, "missing")->bound = FIGURE_NOT_OFFERED;
    figures_add(&all, "told");
    return all;
}

static void test_figures(void **state) {
    (void)state;
    figures all = some();
    assert_true(figure_is_met(&all.at[0]));
    assert_false(figure_is_met(&all.at[1]));
    assert_int_equal(figures_missed(&all), 2);
    assert_true(figure_ratio(&all.at[0]) == 2 && figure_cpu_ratio(&all.at[0]) == 4 && figure_speed(&all.at[0]) == 10);
    assert_true(figure_ratio(&all.at[3]) == 0 && figure_speed(&all.at[3]) == 0);
    while (all.n < FIGURES_MOST)
        assert_non_null(figures_add(&all, "more"));
    assert_null(figures_add(&all, "too many"));
}

static void test_json(void **state) {
    (void)state;
    char *text = NULL;
    size_t n = 0;
    figures all = some();
    machine m = {.date = "2026-11-23T00:00:00Z", .cpu = "A \\ B", .n_cores = 2};
    FILE *out = open_memstream(&text, &n);
    assert_non_null(out);
    report_json(out, &m, NULL, true, &all);
    fclose(out);
    json_t *root = json_loads(text, JSON_REJECT_DUPLICATES, NULL), *list = json_object_get(root, "figures");
    assert_int_equal(json_array_size(list), 4);
    assert_string_equal(json_string_value(json_object_get(json_object_get(root, "machine"), "cpu")), "A \\ B");
    assert_true(json_is_null(json_object_get(root, "file")) && json_is_true(json_object_get(root, "quick")));
    json_t *fast = json_array_get(list, 0), *slow = json_array_get(list, 1), *told = json_array_get(list, 3);
    assert_true(json_is_true(json_object_get(fast, "met")) && json_number_value(json_object_get(fast, "ratio")) == 2);
    assert_true(json_number_value(json_object_get(fast, "ceiling")) == 2);
    assert_true(json_is_null(json_object_get(slow, "ceiling")) && json_is_false(json_object_get(slow, "met")));
    assert_true(json_number_value(json_object_get(slow, "floor")) == 60);
    assert_string_equal(json_string_value(json_object_get(slow, "name")), "slow \"one\"");
    assert_true(json_is_null(json_object_get(told, "met")) && json_is_null(json_object_get(told, "wall_seconds")));
    json_decref(root);
    free(text);
}

static void test_tables(void **state) {
    (void)state;
    char *text = NULL;
    size_t n = 0;
    figures all = some();
    FILE *out = open_memstream(&text, &n);
    assert_non_null(out);
    report_head(out);
    for (size_t i = 0; i < all.n; i++)
        report_line(out, &all.at[i]);
    report_markdown(out, &all);
    fclose(out);
    assert_non_null(strstr(text, "2.00 x, at most 2: met\n"));
    assert_non_null(strstr(text, "59.90 , at least 60: NOT MET\n"));
    assert_non_null(strstr(text, "not offered: NOT MET\n"));
    assert_non_null(strstr(text, "| fast | 500 | 400 | 10.00 | 2.00 | 4.00 | 2.00 x, at most 2 | met |\n"));
    assert_non_null(strstr(text, "| told |  |  |  |  |  |  |  |\n"));
    free(text);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_figures),
        cmocka_unit_test(test_json),
        cmocka_unit_test(test_tables),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
