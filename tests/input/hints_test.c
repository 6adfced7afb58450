#include "input/hints.h"

#include "support/memory.h"

static uint32_t of_class(const char *value) {
    return sm_hints_of("class", value);
}

static void test_words(void **state) {
    (void)state;
    assert_int_equal(of_class("comments"), SM_HINT_COMMENT);
    assert_int_equal(of_class("sidebar-left"), SM_HINT_ASIDE);
    assert_int_equal(of_class("SiteFooter"), SM_HINT_EDGE);
    assert_int_equal(of_class("relatedPosts"), SM_HINT_RELATED);
    assert_int_equal(of_class("big_cookie_box"), SM_HINT_NOTICE);
    assert_int_equal(sm_hints_of("id", "site-nav"), SM_HINT_NAV);
    assert_int_equal(sm_hints_of("role", "complementary"), SM_HINT_ASIDE);
}

static void test_whole_words_only(void **state) {
    (void)state;
    assert_int_equal(of_class("shadow"), 0);
    assert_int_equal(of_class("download adobe"), 0);
    assert_int_equal(of_class("metal"), 0);
    assert_int_equal(of_class("ad"), SM_HINT_AD);
    assert_int_equal(of_class("pagesidebarbox"), SM_HINT_ASIDE);
}

static void test_the_text_of_an_article(void **state) {
    (void)state;
    assert_true((of_class("article-body") & SM_HINT_BODY) != 0);
    assert_true((of_class("postContent") & SM_HINT_BODY) != 0);
    assert_true((of_class("entrycontent") & SM_HINT_BODY) != 0);
    assert_true((sm_hints_of("itemprop", "articleBody") & SM_HINT_BODY) != 0);
    assert_int_equal(of_class("article") & SM_HINT_BODY, 0);
    assert_int_equal(of_class("content") & SM_HINT_BODY, 0);
}

static void test_hidden(void **state) {
    (void)state;
    assert_int_equal(sm_hints_of("hidden", ""), SM_HINT_HIDDEN);
    assert_int_equal(sm_hints_of("style", "color: red; Display : none"), SM_HINT_HIDDEN);
    assert_int_equal(sm_hints_of("style", "visibility:hidden"), SM_HINT_HIDDEN);
    assert_int_equal(sm_hints_of("style", "display: block"), 0);
    assert_int_equal(sm_hints_of("aria-hidden", "true"), SM_HINT_WIDGET);
    assert_int_equal(sm_hints_of("aria-hidden", "false"), 0);
}

static void test_links(void **state) {
    (void)state;
    assert_int_equal(sm_hints_of("href", "mailto:desk@example.org"), SM_HINT_CONTACT);
    assert_int_equal(sm_hints_of("href", "https://example.org/newsletter"), SM_HINT_CONTACT);
    assert_int_equal(sm_hints_of("href", "/comments/sidebar"), 0);
    assert_int_equal(of_class("instagram"), 0);
}

static void test_nothing(void **state) {
    (void)state;
    char value[5000];
    assert_int_equal(of_class(""), 0);
    assert_int_equal(of_class(" -- 17 \xC3\xA9 \xFF"), 0);
    assert_int_equal(sm_hints_of("title", "comments"), 0);
    memset(value, 'x', sizeof value);
    value[sizeof value - 1] = '\0';
    assert_int_equal(of_class(value), 0);
    assert_int_equal(sm_hints_of("style", value), 0);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_words),  cmocka_unit_test(test_whole_words_only),
        cmocka_unit_test(test_hidden), cmocka_unit_test(test_the_text_of_an_article),
        cmocka_unit_test(test_links),  cmocka_unit_test(test_nothing),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
