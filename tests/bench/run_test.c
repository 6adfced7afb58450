/* Programs are run, timed and weighed; those that fail are told. */
#include "bench/machine.h"
#include "bench/run.h"
#include "support/memory.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#define OUT "/tmp/summ-bench-run-test"

static const char *const OK[] = {"true", NULL};
static const char *const FAILING[] = {"false", NULL};
static const char *const MISSING[] = {"/no/such/program", NULL};

static void test_cost(void **state) {
    (void)state;
    run_cost cost = {0};
    assert_true(run_once(OK, NULL, &cost));
    assert_true(cost.wall > 0 && cost.cpu >= 0 && cost.peak_bytes > 0);
}

static void test_output(void **state) {
    (void)state;
    run_cost cost;
    char line[16] = "";
    const char *const echo[] = {"sh", "-c", "cat; echo said; echo dropped >&2", NULL};
    assert_true(run_once(echo, OUT, &cost));
    FILE *file = fopen(OUT, "r");
    assert_non_null(file);
    assert_int_equal(fread(line, 1, sizeof line - 1, file), 5);
    assert_string_equal(line, "said\n");
    fclose(file);
    remove(OUT);
}

static void test_failures(void **state) {
    (void)state;
    run_cost cost;
    run_subject subjects[] = {{.argv = OK}, {.argv = FAILING}};
    assert_false(run_once(FAILING, NULL, &cost));
    assert_false(run_once(MISSING, NULL, &cost));
    assert_false(run_once(OK, "/no/such/folder/file", &cost));
    assert_false(run_best(subjects, 2, 0));
}

static void test_runs_in_turn(void **state) {
    (void)state;
    char bytes[16] = "";
    remove(OUT);
    const char *const a[] = {"sh", "-c", "printf a >>" OUT, NULL}, *const b[] = {"sh", "-c", "printf b >>" OUT, NULL};
    run_subject subjects[] = {{.argv = a}, {.argv = b}};
    assert_true(run_best(subjects, 2, 0));
    assert_true(subjects[0].best.wall > 0 && subjects[1].best.peak_bytes > 0);
    FILE *file = fopen(OUT, "r");
    assert_non_null(file);
    assert_int_equal(fread(bytes, 1, sizeof bytes - 1, file), 2 * RUN_LEAST);
    assert_string_equal(bytes, "ababab");
    fclose(file);
    remove(OUT);
    assert_true(run_best(NULL, 0, 0));
}

static void test_machine(void **state) {
    (void)state;
    machine m;
    const char *command = getenv("SUMM_COMMAND");
    if (command == NULL)
        skip();
    assert_true(machine_ask(&m, command, OUT));
    assert_int_equal(strncmp(m.version, "summ ", 5), 0);
    assert_true(m.n_cores > 0 && strlen(m.date) == 20 && m.compiler[0] != '\0' && m.cpu[0] != '\0');
    assert_false(machine_ask(&m, "/no/such/command", OUT));
    remove(OUT);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_cost),         cmocka_unit_test(test_output),  cmocka_unit_test(test_failures),
        cmocka_unit_test(test_runs_in_turn), cmocka_unit_test(test_machine),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
