/* Tasks under way, whose documents a stand-in converter makes longer or shorter texts. */
#define _XOPEN_SOURCE 700
#include "cli/crew.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cmocka.h>

#define LONG  "%PDF-1.4\n a document that is far longer than its text\n"
#define SHORT "%PDF-1.4\nx"

enum {
    N_THREADS = 2,
    N_ROOM = N_THREADS * (CREW_TASKS / CREW_THREADS) /* tasks under way */
};

static crew all;
static settings asked;
static summ_engine *engine;
static char folder[] = "/tmp/summ-crew-XXXXXX", program[64];

static void count_done(void *context, const task *done) {
    size_t *n_done = context;
    *n_done += done->n_done;
}

static void put(const char *document) {
    task *one = crew_next(&all);
    one->asked = &asked;
    one->engine = engine;
    one->path = one->title = "paper.pdf";
    assert_true(bytes_add(&one->text, document, strlen(document)));
    crew_put(&all);
}

/* As many as there is room for, whatever became of those before. */
static void expect_busy(const char *document) {
    size_t n_done = 0;
    crew_start(&all, N_THREADS, count_done, &n_done);
    for (size_t i = 1; i <= 3 * N_ROOM; i++) {
        put(document);
        assert_int_equal(all.n_put - all.n_played, i < N_ROOM ? i : N_ROOM);
    }
    crew_drain(&all);
    assert_int_equal(all.n_bytes, 0);
    assert_int_equal(n_done, 3 * N_ROOM);
    crew_end(&all);
}

static void test_no_text(void **state) {
    (void)state;
    expect_busy("");
}

static void test_broken_text(void **state) {
    (void)state;
    expect_busy("\xC3 owl\xFF.\n");
}

static void test_longer_text(void **state) {
    (void)state;
    expect_busy(SHORT);
}

static void test_shorter_text(void **state) {
    (void)state;
    expect_busy(LONG);
}

static void make_converter(void) {
    static char path[8192];
    assert_non_null(mkdtemp(folder));
    snprintf(program, sizeof program, "%s/pdftotext", folder);
    FILE *file = fopen(program, "w");
    assert_non_null(file);
    fputs("#!/bin/sh\ncat >/dev/null\necho The owl hunts.\n", file);
    assert_int_equal(fclose(file), 0);
    assert_int_equal(chmod(program, 0700), 0);
    snprintf(path, sizeof path, "%s:%s", folder, getenv("PATH"));
    assert_int_equal(setenv("PATH", path, 1), 0);
}

static int begin(void **state) {
    (void)state;
    settings_init(&asked);
    make_converter();
    return summ_engine_new(NULL, &engine) == SUMM_OK ? 0 : -1;
}

static int end(void **state) {
    (void)state;
    summ_engine_free(engine);
    settings_free(&asked);
    unlink(program);
    return rmdir(folder);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_no_text),
        cmocka_unit_test(test_broken_text),
        cmocka_unit_test(test_longer_text),
        cmocka_unit_test(test_shorter_text),
    };
    return cmocka_run_group_tests(tests, begin, end);
}
