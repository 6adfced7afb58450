#include "input/markup.h"

#include "support/memory.h"
#include "support/random.h"

/* The pieces of a text as letters: t(ext), s(tart tag), e(nd tag), o(ther); each with its bytes. */
static void check(const char *source, const char *expected) {
    char shown[512] = "";
    uint32_t n = (uint32_t)strlen(source);
    for (uint32_t at = 0; at < n;) {
        sm_markup m = sm_markup_at(source, at, n);
        size_t used = strlen(shown);
        assert_int_equal(m.begin, at);
        assert_true(m.end > at && m.end <= n && used + (m.end - at) + 4 < sizeof shown);
        shown[used] = "tseo"[m.kind];
        shown[used + 1] = '[';
        memcpy(shown + used + 2, source + at, m.end - at);
        shown[used + 2 + m.end - at] = ']';
        shown[used + 3 + m.end - at] = '\0';
        at = m.end;
    }
    assert_string_equal(shown, expected);
}

static void test_pieces(void **state) {
    (void)state;
    check("", "");
    check("only text", "t[only text]");
    check("a<b>c</b>", "t[a]s[<b>]t[c]e[</b>]");
    check("<!DOCTYPE html><p>", "o[<!DOCTYPE html>]s[<p>]");
    check("<!-- <b> - -- > --><?php > ?>", "o[<!-- <b> - -- > -->]o[<?php >]t[ ?>]");
    check("<!--><p><!---><p>", "o[<!-->]s[<p>]o[<!--->]s[<p>]");
    check("<![CDATA[x]]>y", "o[<![CDATA[x]]>]t[y]");
}

static void test_signs_that_are_text(void **state) {
    (void)state;
    check("<", "t[<]");
    check("a < b, <3, </3, <>, </>", "t[a < b, <3, </3, <>, </>]");
    check("<<b>>", "t[<]s[<b>]t[>]");
}

static void test_attributes(void **state) {
    (void)state;
    check("<a b='>' c=\">\">x", "s[<a b='>' c=\">\">]t[x]");
    check("<a b = '>'>x", "s[<a b = '>'>]t[x]");
    check("<a b=it's>x", "s[<a b=it's>]t[x]");
    check("<a '>x", "s[<a '>]t[x]");
    check("<br/>x", "s[<br/>]t[x]");
}

static void test_what_is_never_closed(void **state) {
    (void)state;
    check("a<!-- b", "t[a]o[<!-- b]");
    check("a<b c", "t[a]s[<b c]");
    check("a<b c='", "t[a]s[<b c=']");
    check("a</b", "t[a]e[</b]");
    check("a<!", "t[a]o[<!]");
}

static void test_names(void **state) {
    (void)state;
    sm_markup small = sm_markup_at("<table>", 0, 7), capital = sm_markup_at("</TABLE >", 0, 9);
    assert_int_equal(small.tag, SM_TAG_TABLE);
    assert_int_equal(capital.tag, SM_TAG_TABLE);
    assert_int_equal(small.name, capital.name);
    assert_int_equal(sm_markup_at("<tablet>", 0, 8).tag, SM_TAG_OTHER);
    assert_int_equal(sm_markup_at("<t>", 0, 3).tag, SM_TAG_OTHER);
    assert_int_equal(sm_markup_at("<p\0\0\0\0\0\0\0>", 0, 10).tag, SM_TAG_OTHER);
    assert_int_equal(sm_tag_kind_of(SM_TAG_TABLE), SM_KIND_BLOCK);
    assert_int_equal(sm_tag_kind_of(SM_TAG_BR), SM_KIND_VOID);
    assert_int_equal(sm_tag_kind_of(SM_TAG_OTHER), SM_KIND_INLINE);
    assert_int_equal(sm_tag_kind_of(SM_TAG_TEXT), SM_KIND_INLINE);
}

static void test_words_are_no_fewer_than_attributes(void **state) {
    (void)state;
    static const struct {
        const char *tag;
        uint32_t n;
    } TAGS[] = {{"<a>", 0}, {"<a b c d>", 3}, {"<a/b/c/d>", 3}, {"<a b='1'c=\"2\"d>", 3}, {"<a b=1 c=2>", 2}};
    for (size_t i = 0; i < sizeof TAGS / sizeof *TAGS; i++)
        assert_true(sm_markup_at(TAGS[i].tag, 0, (uint32_t)strlen(TAGS[i].tag)).n_words >= TAGS[i].n);
}

static void test_raw_text(void **state) {
    (void)state;
    static const char source[] = "if (a</b) '</scrip'</SCRIPT>x";
    uint32_t n = sizeof source - 1;
    assert_int_equal(sm_markup_raw_end(source, 0, n, SM_TAG_SCRIPT), strstr(source, "</SCRIPT>") - source);
    assert_int_equal(sm_markup_raw_end(source, 0, n, SM_TAG_STYLE), n);
    assert_int_equal(sm_markup_raw_end(source, n, n, SM_TAG_STYLE), n);
}

/* Whatever the bytes, pieces follow one another without gaps. */
static void test_pieces_tile_any_source(void **state) {
    (void)state;
    static const char BYTES[] = "<<<>>>/!-?='\" ab\xC3\0";
    char source[64];
    for (uint64_t seed = 0; seed < 3000; seed++) {
        test_random r = {seed + 1};
        uint32_t n = (uint32_t)test_random_below(&r, sizeof source);
        for (uint32_t i = 0; i < n; i++)
            source[i] = BYTES[test_random_below(&r, sizeof BYTES - 1)];
        for (uint32_t at = 0; at < n;) {
            sm_markup m = sm_markup_at(source, at, n);
            assert_true(m.begin == at && m.end > at && m.end <= n);
            at = m.end;
        }
    }
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_pieces),     cmocka_unit_test(test_signs_that_are_text),
        cmocka_unit_test(test_attributes), cmocka_unit_test(test_what_is_never_closed),
        cmocka_unit_test(test_names),      cmocka_unit_test(test_words_are_no_fewer_than_attributes),
        cmocka_unit_test(test_raw_text),   cmocka_unit_test(test_pieces_tile_any_source),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
