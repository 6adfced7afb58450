#include "input/tame.h"

#include "support/memory.h"

/* `before` and `piece` n times. */
static bool is_tame(const char *before, const char *piece, size_t n) {
    size_t n_before = strlen(before), n_piece = strlen(piece);
    char *source = malloc(n_before + n * n_piece + 1);
    assert_non_null(source);
    memcpy(source, before, n_before);
    for (size_t i = 0; i < n; i++)
        memcpy(source + n_before + i * n_piece, piece, n_piece);
    bool tame = sm_is_tame(source, (uint32_t)(n_before + n * n_piece));
    free(source);
    return tame;
}

static void test_pages_of_people(void **state) {
    (void)state;
    assert_true(sm_is_tame("", 0));
    assert_true(is_tame("<html><body>", "<div><p>text <b>bold</b><br></div>", 5000));
    assert_true(is_tame("<ul>", "<li>text", 5000));
    assert_true(is_tame("<table>", "<tr><td>text<td>text", 5000));
    assert_true(is_tame("", "text", 5000));
    assert_true(is_tame("<script>", "<div>", 5000));
}

static void test_depth(void **state) {
    (void)state;
    assert_true(is_tame("", "<div>", SM_TAME_DEPTH));
    assert_false(is_tame("", "<div>", SM_TAME_DEPTH + 1));
    assert_false(is_tame("", "<font size=1>x", SM_TAME_DEPTH + 1));
    assert_false(is_tame("", "<unknown-name>", SM_TAME_DEPTH + 1));
    assert_false(is_tame("", "<ul><li>", SM_TAME_DEPTH + 1));
}

/* An end tag closes nothing of another name. */
static void test_end_tags_that_close_nothing(void **state) {
    (void)state;
    assert_false(is_tame("", "<div></span>", SM_TAME_DEPTH + 1));
    assert_true(is_tame("", "</div>", 5000));
}

static void test_attributes_and_roots(void **state) {
    (void)state;
    assert_false(is_tame("<a ", "b ", SM_TAME_WORDS + 2));
    assert_true(is_tame("<a ", "b ", 100));
    assert_false(is_tame("", "<body a>", SM_TAME_ROOTS + 1));
}

static void test_size(void **state) {
    (void)state;
    assert_false(is_tame("", "<p>", SM_TAME_TAGS + 1));
    assert_false(is_tame("", "12345678", SM_TAME_BYTES / 8 + 1));
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_pages_of_people),
        cmocka_unit_test(test_depth),
        cmocka_unit_test(test_end_tags_that_close_nothing),
        cmocka_unit_test(test_attributes_and_roots),
        cmocka_unit_test(test_size),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
