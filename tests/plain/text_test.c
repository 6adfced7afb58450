#include "base/chars.h"
#include "base/utf8.h"
#include "input/input.h"

#include "support/memory.h"
#include "support/random.h"

#include <stdio.h>

static summ_status read_text(const char *text, size_t n, sm_arena *arena, sm_input *input) {
    return sm_reader_at(0)->read(text, (uint32_t)n, arena, input);
}

/* Each block in brackets. */
static void show_blocks(const sm_input *input, char *out, size_t room) {
    size_t n = 0;
    for (size_t i = 0; i < input->blocks.n; i++) {
        const sm_block *b = &input->blocks.at[i];
        size_t length = b->end - b->begin;
        assert_true(n + length + 3 < room);
        out[n++] = '[';
        memcpy(out + n, input->text + b->begin, length);
        n += length;
        out[n++] = ']';
    }
    out[n] = '\0';
}

static void check_blocks(const char *text, size_t n, const char *expected) {
    test_arena t;
    sm_input input;
    char blocks[4096];
    test_arena_begin(&t);
    assert_int_equal(read_text(text, n, &t.arena, &input), SUMM_OK);
    assert_ptr_equal(input.text, text);
    assert_int_equal(input.n_bytes, n);
    assert_int_equal(input.segments.n, 0);
    show_blocks(&input, blocks, sizeof blocks);
    if (strcmp(blocks, expected) != 0)
        print_error("of \"%s\"\n", text);
    assert_string_equal(blocks, expected);
    for (size_t i = 0; i < input.blocks.n; i++)
        assert_int_equal(input.blocks.at[i].role, SM_ROLE_UNKNOWN);
    test_arena_end(&t);
}

typedef struct text_case {
    const char *text, *blocks;
} text_case;

static void check_cases(const text_case *cases, size_t n) {
    for (size_t i = 0; i < n; i++)
        check_blocks(cases[i].text, strlen(cases[i].text), cases[i].blocks);
}

static void test_blank_texts(void **state) {
    (void)state;
    static const text_case CASES[] = {
        {"", ""},         {" ", ""},          {"\n", ""},           {"\r\n\r\n", ""},     {" \t \n\n  \n ", ""},
        {"\f\v\n", ""},   {"\xC2\xA0\n", ""}, {"\xE3\x80\x80", ""}, {"\xEF\xBB\xBF", ""}, {"\xEF\xBB\xBF\n \n", ""},
        {"\xC2\x85", ""},
    };
    check_cases(CASES, sizeof CASES / sizeof *CASES);
    check_blocks("\0\0\n\0", 4, "");
}

static void test_blank_lines_part_blocks(void **state) {
    (void)state;
    static const text_case CASES[] = {
        {"One.", "[One.]"},     {"One.\n\nTwo.", "[One.][Two.]"},     {"One.\n\n\n\nTwo.\n\n", "[One.][Two.]"},
        {"\n\nOne.", "[One.]"}, {"One.\n \t \nTwo.", "[One.][Two.]"}, {"and one\n\nand two", "[and one][and two]"},
    };
    check_cases(CASES, sizeof CASES / sizeof *CASES);
}

static void test_line_ends(void **state) {
    (void)state;
    static const text_case CASES[] = {
        {"One.\nTwo.", "[One.][Two.]"}, {"One.\r\nTwo.\r\n", "[One.][Two.]"}, {"One.\rTwo.\r", "[One.][Two.]"},
        {"One\r\ntwo", "[One\r\ntwo]"}, {"one\r\rtwo", "[one][two]"},         {"one\r\n\r\ntwo", "[one][two]"},
        {"one\n\rtwo", "[one][two]"},
    };
    check_cases(CASES, sizeof CASES / sizeof *CASES);
}

static void test_unwrapped_lines_are_blocks(void **state) {
    (void)state;
    static const text_case CASES[] = {
        /* short lines, as in a list of names */
        {"Anna Berg\nJan Novak\nMary Stone", "[Anna Berg][Jan Novak][Mary Stone]"},
        /* one paragraph a line, of very different lengths */
        {"The harbour was rebuilt after the storm of 1911, and the new walls have held against every winter since the "
         "engineers left them.\nFew remember it.\nThe town council has never voted on the money for a third wall, "
         "which would close the bay to the north wind and to the fog as well.",
         "[The harbour was rebuilt after the storm of 1911, and the new walls have held against every winter since the "
         "engineers left them.][Few remember it.][The town council has never voted on the money for a third wall, "
         "which would close the bay to the north wind and to the fog as well.]"},
    };
    check_cases(CASES, sizeof CASES / sizeof *CASES);
}

#define WRAPPED_1                                                                                                      \
    "The harbour was rebuilt after the storm of 1911, and the new\n"                                                   \
    "walls have held against every winter since. The engineers of\n"                                                   \
    "Saint Malo drew the plans; masons from six villages cut the\n"                                                    \
    "Granite that carries the light."
#define WRAPPED_2                                                                                                      \
    "Nobody has asked for a third wall until the spring of this\n"                                                     \
    "Year, when two trawlers were driven against the stones while\n"                                                   \
    "Their crews slept."

static void test_wrapped_lines_are_one_block(void **state) {
    (void)state;
    static const text_case CASES[] = {
        {WRAPPED_1, "[" WRAPPED_1 "]"},
        {WRAPPED_1 "\n\n" WRAPPED_2 "\n", "[" WRAPPED_1 "][" WRAPPED_2 "]"},
        /* where the next word would still have fitted, the author broke the line */
        {WRAPPED_1 "\nShort line.\n" WRAPPED_2, "[" WRAPPED_1 "][Short line.][" WRAPPED_2 "]"},
    };
    check_cases(CASES, sizeof CASES / sizeof *CASES);
}

static void test_wrapped_lines_with_carriage_returns(void **state) {
    (void)state;
    char text[1024];
    size_t n = 0;
    for (const char *p = WRAPPED_1; *p != '\0'; p++) {
        if (*p == '\n')
            text[n++] = '\r';
        text[n++] = *p;
    }
    test_arena t;
    sm_input input;
    test_arena_begin(&t);
    assert_int_equal(read_text(text, n, &t.arena, &input), SUMM_OK);
    assert_int_equal(input.blocks.n, 1);
    assert_int_equal(input.blocks.at[0].begin, 0);
    assert_int_equal(input.blocks.at[0].end, n);
    test_arena_end(&t);
}

static void test_small_letters_go_on(void **state) {
    (void)state;
    static const text_case CASES[] = {
        {"The harbour was\nrebuilt.", "[The harbour was\nrebuilt.]"},
        {"The harbour was\n\xC3\xA9largi.", "[The harbour was\n\xC3\xA9largi.]"},
        {"It was rebuilt.\nand held", "[It was rebuilt.][and held]"},
        {"He said \"no.\"\nand left", "[He said \"no.\"][and left]"},
        {"The harbour\n   was rebuilt", "[The harbour\n   was rebuilt]"},
    };
    check_cases(CASES, sizeof CASES / sizeof *CASES);
}

static void test_list_items(void **state) {
    (void)state;
    static const text_case CASES[] = {
        {"- one\n- two\n- three", "[- one][- two][- three]"},
        {"* one\n* two", "[* one][* two]"},
        {"\xE2\x80\xA2 one\n\xE2\x80\xA2 two", "[\xE2\x80\xA2 one][\xE2\x80\xA2 two]"},
        {"1. one\n2. two\n10. ten", "[1. one][2. two][10. ten]"},
        {"1) one\n2) two", "[1) one][2) two]"},
        {"a) one\nb) two", "[a) one][b) two]"},
        {"(a) one\n(b) two", "[(a) one][(b) two]"},
        {"(1) one\n(2) two", "[(1) one][(2) two]"},
        {"- one\n  and more\n- two", "[- one\n  and more][- two]"},
        {"buy:\n- milk\n- bread", "[buy:][- milk][- bread]"},
        /* these are no markers */
        {"a well\n-known line", "[a well][-known line]"},
        {"born in\n1911. then", "[born in][1911. then]"},
    };
    check_cases(CASES, sizeof CASES / sizeof *CASES);
}

static void test_items_in_wrapped_text(void **state) {
    (void)state;
    check_blocks(WRAPPED_1 "\n- first point\n- second point\n\n" WRAPPED_2,
                 strlen(WRAPPED_1 "\n- first point\n- second point\n\n" WRAPPED_2),
                 "[" WRAPPED_1 "][- first point][- second point][" WRAPPED_2 "]");
}

static void test_white_space_at_the_ends_is_left_out(void **state) {
    (void)state;
    static const text_case CASES[] = {
        {"  One.  \n\n\tTwo.\t\n", "[One.][Two.]"},
        {"\xC2\xA0One.\xE2\x80\x83\n", "[One.]"},
        {"\x01One.\x7F", "[One.]"},
        {"\xEF\xBB\xBFOne.\n\nTwo.", "[One.][Two.]"},
        {"\xEF\xBB\xBF  One.", "[One.]"},
    };
    check_cases(CASES, sizeof CASES / sizeof *CASES);
    check_blocks("\0One.\0\n\nTwo.", 13, "[One.][Two.]");
}

static void test_nul_inside_is_kept(void **state) {
    (void)state;
    test_arena t;
    sm_input input;
    test_arena_begin(&t);
    assert_int_equal(read_text("a\0b\n", 4, &t.arena, &input), SUMM_OK);
    assert_int_equal(input.blocks.n, 1);
    assert_int_equal(input.blocks.at[0].begin, 0);
    assert_int_equal(input.blocks.at[0].end, 3);
    test_arena_end(&t);
}

static void test_broken_utf8_is_text(void **state) {
    (void)state;
    static const text_case CASES[] = {
        {"\xFF", "[\xFF]"},         {" \x80 \n\n\xC3", "[\x80][\xC3]"}, {"One \xE2\x82\n\nTwo", "[One \xE2\x82][Two]"},
        {"\xEF\xBB", "[\xEF\xBB]"}, {"\xF0\x9F\x93", "[\xF0\x9F\x93]"},
    };
    check_cases(CASES, sizeof CASES / sizeof *CASES);
}

static bool is_space(const char *text, size_t at, size_t end, size_t *n) {
    uint32_t code;
    *n = sm_utf8_decode(text + at, end - at, &code);
    return code != SM_UTF8_BAD && sm_char_of(code) == SM_CHAR_SPACE;
}

static void assert_all_space(const char *text, size_t begin, size_t end) {
    for (size_t n; begin < end; begin += n)
        assert_true(is_space(text, begin, end, &n));
}

/* Ascending, within the text, not empty, trimmed; and what is left out is white space. */
static void assert_blocks_hold_the_text(const sm_input *input, size_t begin) {
    size_t n;
    for (size_t i = 0; i < input->blocks.n; i++) {
        const sm_block *b = &input->blocks.at[i];
        assert_true(begin <= b->begin && b->begin < b->end && b->end <= input->n_bytes);
        assert_all_space(input->text, begin, b->begin);
        assert_false(is_space(input->text, b->begin, b->end, &n));
        assert_false(is_space(input->text, sm_utf8_before(input->text, b->begin, b->end), b->end, &n));
        begin = b->end;
    }
    assert_all_space(input->text, begin, input->n_bytes);
}

static void test_random_texts(void **state) {
    (void)state;
    static const char *const PIECES[] = {"word",         " ",        "\n",           "\n\n", "\r\n", "\r",
                                         "\t",           "- a",      "1. ",          ".",    "A",    "\xC3\xA9",
                                         "\xC2\xA0",     "\xE2\x82", "\xEF\xBB\xBF", "\xFF", "(a) ", "\x01",
                                         "\xE2\x80\xA2", "; and so", "long lines "};
    test_random r = {14};
    for (int round = 0; round < 3000; round++) {
        test_arena t;
        sm_input input;
        char text[600];
        size_t n = 0, most = test_random_below(&r, sizeof text - 16);
        while (n < most) {
            const char *piece = PIECES[test_random_below(&r, sizeof PIECES / sizeof *PIECES)];
            memcpy(text + n, piece, strlen(piece));
            n += strlen(piece);
        }
        test_arena_begin(&t);
        assert_int_equal(read_text(text, n, &t.arena, &input), SUMM_OK);
        bool marked = n >= 3 && memcmp(text, "\xEF\xBB\xBF", 3) == 0;
        assert_blocks_hold_the_text(&input, input.text == text && marked ? 3 : 0);
        test_arena_end(&t);
    }
}

static void test_each_allocation_fails_in_turn(void **state) {
    (void)state;
    char text[3 * 4000];
    for (size_t i = 0; i < sizeof text; i += 3)
        memcpy(text + i, "A\n\n", 3);
    summ_status status = SUMM_ERR_MEMORY;
    for (size_t n = 1; status != SUMM_OK; n++) {
        test_arena t;
        sm_input input;
        test_arena_begin(&t);
        test_memory_fail(&t.memory, n, false);
        status = read_text(text, sizeof text, &t.arena, &input);
        assert_int_equal(status, test_memory_failed(&t.memory) ? SUMM_ERR_MEMORY : SUMM_OK);
        if (status == SUMM_OK)
            assert_int_equal(input.blocks.n, 4000);
        test_arena_end(&t);
        assert_true(n < 1000);
    }
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_blank_texts),
        cmocka_unit_test(test_blank_lines_part_blocks),
        cmocka_unit_test(test_line_ends),
        cmocka_unit_test(test_unwrapped_lines_are_blocks),
        cmocka_unit_test(test_wrapped_lines_are_one_block),
        cmocka_unit_test(test_wrapped_lines_with_carriage_returns),
        cmocka_unit_test(test_small_letters_go_on),
        cmocka_unit_test(test_list_items),
        cmocka_unit_test(test_items_in_wrapped_text),
        cmocka_unit_test(test_white_space_at_the_ends_is_left_out),
        cmocka_unit_test(test_nul_inside_is_kept),
        cmocka_unit_test(test_broken_utf8_is_text),
        cmocka_unit_test(test_random_texts),
        cmocka_unit_test(test_each_allocation_fails_in_turn),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
