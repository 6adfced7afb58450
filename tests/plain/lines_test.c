#include "plain/lines.h"

#include "base/utf8.h"
#include "support/memory.h"
#include "support/random.h"

/* Signs of a line that is the whole text, checked for all places where it may stand in eight bytes. */
static void check_signs(const char *line, unsigned expected) {
    for (size_t indent = 0; indent < 9; indent++) {
        test_arena t;
        sm_plain plain;
        char text[100] = "        ";
        strcpy(text + indent, line);
        test_arena_begin(&t);
        assert_true(sm_plain_lines(text, (uint32_t)strlen(text), &t.arena, &plain));
        assert_int_equal(plain.lines.n, 1);
        if (plain.lines.at[0].signs != expected)
            print_error("of \"%s\"\n", text);
        assert_int_equal(plain.lines.at[0].signs, expected);
        assert_int_equal(plain.signs, expected);
        assert_int_equal(plain.lines.at[0].indent, indent);
        test_arena_end(&t);
    }
}

static void test_signs(void **state) {
    (void)state;
    check_signs("word", 0);
    check_signs("one two", 0);
    check_signs("one  two", SM_SIGN_COLUMNS);
    check_signs("one\ttwo", SM_SIGN_COLUMNS);
    check_signs("abcdefg  x", SM_SIGN_COLUMNS);
    check_signs("\xC3\xA9\xC3\xA9\xC3\xA9\xC3\xA9 \xC3\xA9", 0);
    check_signs("\xC3\xA9   \xC3\xA9", SM_SIGN_COLUMNS);
    check_signs("wo-", SM_SIGN_HYPHEN);
    check_signs("wo\xC2\xAD", SM_SIGN_HYPHEN);
    check_signs("wo\xE2\x80\x90", SM_SIGN_HYPHEN);
    check_signs("1. word", SM_SIGN_NUMBER);
    check_signs("word 7", SM_SIGN_NUMBER);
    check_signs("[Page x]", SM_SIGN_NUMBER);
    check_signs("---", SM_SIGN_RULE | SM_SIGN_HYPHEN | SM_SIGN_NUMBER);
    check_signs("* * *", SM_SIGN_RULE);
    check_signs("*** START", SM_SIGN_RULE);
    check_signs("ooo", 0);
    check_signs("x = 1;", SM_SIGN_CODE);
}

static bool has_columns(const char *text, const sm_plain_line *l) {
    for (size_t at = l->begin; at < l->end; at++)
        if ((unsigned char)text[at] <= '\t' || (text[at] == ' ' && text[at + 1] == ' '))
            return true;
    return false;
}

/* Lines of a few words, with two spaces at any place of eight bytes. */
static void test_columns(void **state) {
    (void)state;
    static const char PIECES[] = "aaaaaaaaaaaaaaaaaaaaaa \t\v.\xC3\xA9\xFF";
    test_random r = {29};
    size_t n_columns = 0;
    for (int round = 0; round < 10000; round++) {
        char text[64];
        uint32_t n = 2 + (uint32_t)test_random_below(&r, sizeof text - 2);
        text[0] = text[n - 1] = 'b';
        for (size_t i = 1; i + 1 < n; i++)
            text[i] = PIECES[test_random_below(&r, sizeof PIECES - 1)];
        size_t gap = 1 + test_random_below(&r, n);
        if (gap + 2 < n)
            text[gap] = text[gap + 1] = ' ';
        sm_plain_line l = {.end = n};
        sm_plain_line_measure(text, &l);
        assert_int_equal((l.signs & SM_SIGN_COLUMNS) != 0, has_columns(text, &l));
        n_columns += has_columns(text, &l);
    }
    assert_true(n_columns > 1000 && n_columns < 9000);
}

/* Against the plainest way to find lines. */
static void test_random_texts(void **state) {
    (void)state;
    static const char PIECES[] = "ab \n\r\t\f.\xC3\xA9\xFF";
    test_random r = {23};
    for (int round = 0; round < 3000; round++) {
        test_arena t;
        sm_plain plain;
        char text[200];
        size_t n = test_random_below(&r, sizeof text), lines = 0;
        bool inside = false;
        for (size_t i = 0; i < n; i++)
            text[i] = PIECES[test_random_below(&r, sizeof PIECES - 1)];
        for (size_t i = 0; i < n; i++) {
            bool end = text[i] == '\n' || text[i] == '\r';
            lines += !inside && (unsigned char)text[i] > ' ';
            inside = !end && (inside || (unsigned char)text[i] > ' ');
        }
        test_arena_begin(&t);
        assert_true(sm_plain_lines(text, (uint32_t)n, &t.arena, &plain));
        assert_int_equal(plain.lines.n, lines);
        for (size_t i = 0; i < lines; i++)
            assert_int_equal(plain.lines.at[i].width, sm_utf8_count(text + plain.lines.at[i].begin,
                                                                    plain.lines.at[i].end - plain.lines.at[i].begin));
        test_arena_end(&t);
    }
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_signs),
        cmocka_unit_test(test_columns),
        cmocka_unit_test(test_random_texts),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
