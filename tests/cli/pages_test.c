/* Pages that become a running text. */
#include "support/memory.h"
#include "support/random.h"

#include "cli/pages.h"

static void expect(const char *pages, const char *text) {
    bytes made = {0};
    assert_true(bytes_add(&made, pages, strlen(pages)));
    assert_true(pages_join(&made));
    assert_int_equal(made.n, strlen(text));
    assert_memory_equal(made.data, text, made.n);
    bytes_free(&made);
}

static void test_no_pages(void **state) {
    (void)state;
    bytes nothing = {0};
    assert_true(pages_join(&nothing));
    assert_int_equal(nothing.n, 0);
    expect("One page\n\n12\n", "One page\n\n12\n");
    expect("\f\f", "\n");
}

static void test_sentences(void **state) {
    (void)state;
    expect("The owl\nsleeps\n\n\fby day.\n\n\fIt hunts.\n\f", "The owl\nsleeps\nby day.\n\nIt hunts.\n");
    expect("The owl.\n\fsleeps\n\f", "The owl.\n\nsleeps\n");
    expect("The owl\n\fSleeps\n\f", "The owl\n\nSleeps\n");
    expect("Сова\n\fспит\n\f", "Сова\nспит\n");
    expect("Die Eule\n\füber uns\n\f", "Die Eule\nüber uns\n");
    expect("Die Eule\n\fÜber uns\n\f", "Die Eule\n\nÜber uns\n");
    expect("cut\n\f\xC3", "cut\n\n\xC3\n");
}

static void test_numbers(void **state) {
    (void)state;
    expect("The owl sleeps\n\n1\n\n\f- 2 -\nby day.\n\f3 / 3\n\nIt hunts.\f", "The owl sleeps\nby day.\n\nIt hunts.\n");
    expect("In\n\f1984\f it was.", "In\nit was.\n");
}

static void test_heads(void **state) {
    (void)state;
    expect("Owls 1\n\nThe owl sleeps\n\f"
           "Owls 2\n\nby day. It is\n\f"
           "Owls 3\n\nhungry.\n\f",
           "Owls 1\n\nThe owl sleeps\nby day. It is\nhungry.\n");
    expect("Left\na b\nfoot of 1\n\fRight\nc d\nfoot of 2\n\fLeft\ne f\nfoot of 3\n\fRight\ng h\nfoot of 4\f",
           "Left\na b\nfoot of 1\n\nRight\nc d\ne f\ng h\n");
    /* A head and a number. */
    expect("Owls\n\nOne.\n\f2\nOwls\n\nTwo.\n\f3\nOwls\n\nThree.\n\f", "Owls\n\nOne.\n\nTwo.\n\nThree.\n");
}

/* Nothing but numbers, heads and space goes, whatever comes. */
static void test_anything(void **state) {
    (void)state;
    test_random r = {7};
    for (int round = 0; round < 2000; round++) {
        static const char letters[] = "ab.,1 \n\n\f\f\xC3\xBC-";
        char text[80];
        bytes made = {0};
        size_t n = test_random_below(&r, sizeof text);
        for (size_t i = 0; i < n; i++)
            text[i] = letters[test_random_below(&r, sizeof letters - 1)];
        assert_true(bytes_add(&made, text, n));
        assert_true(pages_join(&made));
        assert_true(made.n <= 2 * n + 1);
        assert_true(n == 0 || memchr(text, '\f', n) == NULL || memchr(made.data, '\f', made.n) == NULL);
        bytes_free(&made);
    }
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_no_pages), cmocka_unit_test(test_sentences), cmocka_unit_test(test_numbers),
        cmocka_unit_test(test_heads),    cmocka_unit_test(test_anything),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
