/* Figures in files, and which of them count as fallen. */
#include "quality/figures.h"
#include "support/memory.h"

static void test_file(void **state) {
    (void)state;
    test_arena t;
    figures f = {0}, read = {0};
    FILE *file = tmpfile();
    assert_non_null(file);
    test_arena_begin(&t);
    assert_true(figures_add(&f, (figure){"owls", "words R-1", 12.345, false}, &t.arena));
    assert_true(figures_add(&f, (figure){"owls", "words R-2", 0, false}, &t.arena));
    assert_true(fputs("no figure\n\n\xFF\t\n", file) >= 0);
    assert_true(figures_write(&f, file));
    rewind(file);
    assert_true(figures_read(&read, file, &t.arena));
    fclose(file);
    assert_int_equal(read.list.n, 2);
    const figure *r1 = figures_find(&read, "owls", "words R-1");
    assert_non_null(r1);
    assert_true(r1->value > 12.339 && r1->value < 12.351);
    assert_null(figures_find(&read, "mice", "words R-1"));
    test_arena_end(&t);
}

static size_t count_fallen(double value, double before, bool is_mean) {
    test_arena t;
    figures now = {0}, then = {0};
    FILE *report = tmpfile();
    assert_non_null(report);
    test_arena_begin(&t);
    assert_true(figures_add(&now, (figure){"owls", "R-1", value, is_mean}, &t.arena));
    assert_true(figures_add(&now, (figure){"new", "R-1", 0, is_mean}, &t.arena));
    assert_true(figures_add(&then, (figure){"owls", "R-1", before, false}, &t.arena));
    assert_true(figures_add(&then, (figure){"gone", "R-1", 99, false}, &t.arena));
    size_t n = figures_fallen(&now, &then, report);
    assert_int_equal(n > 0, ftell(report) > 0);
    fclose(report);
    test_arena_end(&t);
    return n;
}

static void test_fallen(void **state) {
    (void)state;
    assert_int_equal(count_fallen(10, 10, false), 0);
    assert_int_equal(count_fallen(11, 10, false), 0);
    assert_int_equal(count_fallen(9.8, 10, false), 0);
    assert_int_equal(count_fallen(9.6, 10, false), 1);
    assert_int_equal(count_fallen(9.96, 10, true), 0);
    assert_int_equal(count_fallen(9.8, 10, true), 1);
}

int main(void) {
    const struct CMUnitTest tests[] = {cmocka_unit_test(test_file), cmocka_unit_test(test_fallen)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
