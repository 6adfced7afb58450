/* ROUGE and its tokens and stems, against values worked by hand. */
#include "quality/porter.h"
#include "quality/rouge.h"
#include "quality/tokens.h"
#include "support/memory.h"

#include <math.h>

static rouge_figures score(const char *reference, const char *summary, bool english) {
    test_arena t;
    rouge_figures f;
    test_arena_begin(&t);
    assert_true(rouge_score(reference, strlen(reference), summary, strlen(summary), english, &t.arena, &f));
    test_arena_end(&t);
    return f;
}

static void check(const char *reference, const char *summary, double r1, double r2, double lsum) {
    rouge_figures f = score(reference, summary, true);
    assert_true(fabs(f.r1 - r1) < 1e-9);
    assert_true(fabs(f.r2 - r2) < 1e-9);
    assert_true(fabs(f.lsum - lsum) < 1e-9);
}

/* F1 = 2 hits / (tokens of both). */
static double f1(double hits, double tokens) {
    return 200 * hits / tokens;
}

static void test_counts(void **state) {
    (void)state;
    check("The cat sat on the mat.", "the cat sat on the mat", 100, 100, 100);
    check("one two three four", "one three", f1(2, 6), 0, f1(2, 6));
    check("a b c d", "d c b a", 100, 0, f1(1, 8));
    check("red red red", "red red blue", f1(2, 6), f1(1, 4), f1(2, 6)); /* clipped */
    check("walking", "walked", 100, 0, 100);                            /* one stem */
    check("cats", "cat", 100, 0, 100);
    check("was", "wa", 0, 0, 0); /* three letters are not stemmed */
}

/* The union of what two lines have in common with one, each token a hit once. */
static void test_lines(void **state) {
    (void)state;
    check("a b c d e", "a b x y\nc d e z", f1(5, 13), f1(3, 11), f1(5, 13));
    check("a b", "a b\na b", f1(2, 6), f1(1, 4), f1(2, 6));
    check("a b\nb a", "b a", f1(2, 6), f1(1, 4), f1(2, 6));
    check("a b\n\nc", "c\na b", 100, f1(1, 4), 100); /* "b c" and "c a" differ */
}

static void test_nothing(void **state) {
    (void)state;
    check("", "", 0, 0, 0);
    check("a", "", 0, 0, 0);
    check("", "a", 0, 0, 0);
    check("...", "a b", 0, 0, 0);
    check("\xFF\xC3 a", "a \xE2\x82", 100, 0, 100);
}

static void test_languages(void **state) {
    (void)state;
    assert_true(score("Élan VITAL", "élan vital", false).r2 > 99.9);
    assert_true(score("walking", "walked", false).r1 < 0.1);
    assert_true(score("été", "t", true).r1 > 99.9); /* of letters of ASCII only */
}

static void test_best(void **state) {
    (void)state;
    rouge_figures best = {1, 20, 3}, other = {10, 2, 30};
    rouge_best(&best, &other);
    assert_true(best.r1 == 10 && best.r2 == 20 && best.lsum == 30);
}

static void test_memory_runs_out(void **state) {
    (void)state;
    for (size_t n = 1;; n++) {
        test_arena t;
        rouge_figures f;
        test_arena_begin(&t);
        test_memory_fail(&t.memory, n, false);
        bool good = rouge_score("a b", 3, "b a", 3, true, &t.arena, &f);
        bool failed = test_memory_failed(&t.memory);
        test_arena_end(&t);
        assert_true(good != failed);
        if (good)
            break;
    }
}

static void check_stem(const char *word, const char *stem) {
    char buffer[32];
    size_t n = strlen(word);
    memcpy(buffer, word, n);
    n = porter_stem(buffer, n);
    assert_int_equal(n, strlen(stem));
    assert_memory_equal(buffer, stem, n);
}

/* Of each step one that changes and one that does not. */
static void test_stems(void **state) {
    (void)state;
    static const char *const PAIRS[][2] = {
        {"classes", "class"},
        {"ladies", "ladi"},
        {"pies", "pie"},
        {"class", "class"},
        {"agreed", "agre"},
        {"feed", "feed"},
        {"hoping", "hope"},
        {"hopping", "hop"},
        {"falling", "fall"},
        {"rated", "rate"},
        {"bring", "bring"},
        {"tied", "tie"},
        {"cried", "cri"},
        {"happy", "happi"},
        {"say", "say"},
        {"relational", "relat"},
        {"carefully", "care"},
        {"nationally", "nation"},
        {"geology", "geolog"},
        {"possibly", "possibl"},
        {"formative", "form"},
        {"goodness", "good"},
        {"adoption", "adopt"},
        {"dominion", "dominion"},
        {"rate", "rate"},
        {"probate", "probat"},
        {"controll", "control"},
        {"dying", "die"},
        {"news", "news"},
        {"use", "use"},
        {"is", "is"},
        {"yyy", "yyy"},
        {"2000s", "2000"},
        {"", ""},
    };
    for (size_t i = 0; i < sizeof PAIRS / sizeof *PAIRS; i++)
        check_stem(PAIRS[i][0], PAIRS[i][1]);
}

static void check_token(const char *text, token_kind kind, const char *expected) {
    char low[64];
    size_t n = tokens_lower(text, strlen(text), low), begin = 0, end = 0;
    assert_true(tokens_next(low, n, kind, &begin, &end));
    assert_int_equal(end - begin, strlen(expected));
    assert_memory_equal(low + begin, expected, end - begin);
}

static void test_tokens(void **state) {
    (void)state;
    check_token("  Don't", TOKENS_ASCII, "don");
    check_token("x_1", TOKENS_PLAIN, "x");
    check_token("İz", TOKENS_MARKED, "i\xCC\x87z");
    check_token("İz", TOKENS_PLAIN, "i");
    check_token("\xCC\x81"
                "a",
                TOKENS_MARKED, "a"); /* a mark begins no token */
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_counts),    cmocka_unit_test(test_lines),  cmocka_unit_test(test_nothing),
        cmocka_unit_test(test_languages), cmocka_unit_test(test_best),   cmocka_unit_test(test_memory_runs_out),
        cmocka_unit_test(test_stems),     cmocka_unit_test(test_tokens),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
