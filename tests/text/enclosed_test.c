#include "text/enclosed.h"

#include "support/random.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

/* In each text, the first { stands before a character that may open, } before the one that closes it; without },
 * nothing is held together. */
static void check(const char *marked) {
    char text[256];
    size_t n = 0, open = SIZE_MAX, close = SIZE_MAX;
    for (; *marked != '\0'; marked++) {
        if (*marked == '{')
            open = n;
        else if (*marked == '}')
            close = n;
        else
            text[n++] = *marked;
    }
    text[n] = '\0';
    sm_enclosed e;
    sm_enclosed_init(&e, text, 0, n);
    size_t found = sm_enclosed_closer(&e, open);
    if (found != (close == SIZE_MAX ? open : close))
        fail_msg("%s: %zu", text, found);
}

static void test_pairs(void **state) {
    (void)state;
    static const char *const CASES[] = {
        "He {(so they say}) left.",           "He {[so they say}] left.",          "He said {\"Go. Now.}\" and left.",
        "He said {'Go. Now.}' and left.",     "He said {“Go. Now.}” and left.",    "He said {‘Go. Now.}’ and left.",
        "Er sagte {„Geh. Jetzt.}“ und ging.", "Il dit {«Pars. Vite.}» et partit.", "Er sagte {»Geh. Jetzt.}« und ging.",
        "彼は{「行く。}」と言った。",         "彼は{『行く。}』と言った。",        "それ{（本当。}）は",
    };
    for (size_t i = 0; i < sizeof CASES / sizeof *CASES; i++)
        check(CASES[i]);
}

static void test_what_holds_nothing_together(void **state) {
    (void)state;
    static const char *const CASES[] = {
        "{word",
        "He {(never closed it.",
        "a rod of 5{\" and one of 6",
        "the dogs{' tails and the cats' ears",
        "don{'t and won't.",
        "he said.{\" Then",
        "he {) left (",
        "{\xFF bad (",
    };
    for (size_t i = 0; i < sizeof CASES / sizeof *CASES; i++)
        check(CASES[i]);
}

static void test_apostrophes_do_not_close(void **state) {
    (void)state;
    check("He said {'I don't know.}' and left.");
    check("He said {‘I don’t know.}’ and left.");
}

static void check_limit(char opener, char closer, size_t most) {
    for (size_t length = most - 5; length <= most + 5; length++) {
        char text[SM_ENCLOSED_MAX + 10];
        sm_enclosed e;
        memset(text, 'x', sizeof text);
        text[0] = opener;
        text[length] = closer;
        text[length + 1] = ' ';
        sm_enclosed_init(&e, text, 0, sizeof text);
        assert_int_equal(sm_enclosed_closer(&e, 0), length <= most ? length : 0);
    }
}

static void test_length_is_limited(void **state) {
    (void)state;
    check_limit('(', ')', SM_ENCLOSED_MAX);
    check_limit('"', '"', SM_QUOTED_MAX);
}

static void test_looks_within_the_block_only(void **state) {
    (void)state;
    const char *text = "(one) (two) three)";
    sm_enclosed e;
    sm_enclosed_init(&e, text, 6, 10);
    assert_int_equal(sm_enclosed_closer(&e, 6), 6);
    sm_enclosed_init(&e, text, 6, 11);
    assert_int_equal(sm_enclosed_closer(&e, 6), 10);
}

/* What is remembered of the text changes no answer: one that is asked for all places in order says what a fresh one
 * says of each place. */
static void test_memory_changes_nothing(void **state) {
    (void)state;
    static const char *const PIECES[] = {"(", ")", "[", "]", "\"", "'", "“", "”", "„",
                                         "«", "»", "‘", "’", "a",  " ", ".", ","};
    test_random r = {23};
    for (int round = 0; round < 2000; round++) {
        char text[400];
        size_t n = 0;
        while (n + 8 < sizeof text - 8 * (size_t)(round % 40)) {
            const char *piece = PIECES[test_random_below(&r, sizeof PIECES / sizeof *PIECES)];
            memcpy(text + n, piece, strlen(piece));
            n += strlen(piece);
        }
        sm_enclosed e, fresh;
        sm_enclosed_init(&e, text, 0, n);
        for (size_t at = 0; at < n; at++) {
            sm_enclosed_init(&fresh, text, 0, n);
            size_t closer = sm_enclosed_closer(&e, at);
            assert_int_equal(closer, sm_enclosed_closer(&fresh, at));
            assert_in_range(closer, at, n - 1);
        }
    }
}

/* Brackets that are never closed: the search for each ends where it is known to end. */
static void test_many_are_opened(void **state) {
    (void)state;
    enum {
        N = 300000
    };
    char *text = malloc(N);
    assert_non_null(text);
    memset(text, '(', N);
    sm_enclosed e;
    sm_enclosed_init(&e, text, 0, N);
    for (size_t at = 0; at < N; at++)
        assert_true(sm_enclosed_closer(&e, at) == at);
    text[N - 1] = ')';
    sm_enclosed_init(&e, text, 0, N);
    for (size_t at = 0; at < N; at++)
        assert_true(sm_enclosed_closer(&e, at) == (at + SM_ENCLOSED_MAX < N - 1 || at == N - 1 ? at : N - 1));
    free(text);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_pairs),
        cmocka_unit_test(test_what_holds_nothing_together),
        cmocka_unit_test(test_apostrophes_do_not_close),
        cmocka_unit_test(test_length_is_limited),
        cmocka_unit_test(test_looks_within_the_block_only),
        cmocka_unit_test(test_memory_changes_nothing),
        cmocka_unit_test(test_many_are_opened),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
