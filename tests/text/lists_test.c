/* Words of the caller's beside or in place of those of the language. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>
#include <string.h>

#include "support/memory.h"
#include "text/lists.h"

static bool have(const sm_lists *lists, sm_list list, const char *word) {
    return sm_lists_have(lists, sm_language_find("en"), list, word, strlen(word));
}

static void test_added_words(void **state) {
    (void)state;
    test_arena t;
    sm_lists lists;
    test_arena_begin(&t);
    sm_lists_init(&lists, &t.arena);
    assert_true(sm_lists_add(&lists, SM_LIST_STOPWORDS, " Harbour,QUAY\r\nl\xC3\x89uft,, \n", &t.arena));
    assert_true(sm_lists_add(&lists, SM_LIST_ABBREVIATIONS, "xyz.\nn.b.", &t.arena));
    assert_true(have(&lists, SM_LIST_STOPWORDS, "harbour"));
    assert_true(have(&lists, SM_LIST_STOPWORDS, "quay"));
    assert_true(have(&lists, SM_LIST_STOPWORDS, "l\xC3\xA9uft"));
    assert_true(have(&lists, SM_LIST_STOPWORDS, "the"));
    assert_false(have(&lists, SM_LIST_STOPWORDS, "xyz"));
    assert_true(have(&lists, SM_LIST_ABBREVIATIONS, "xyz"));
    assert_true(have(&lists, SM_LIST_ABBREVIATIONS, "n.b"));
    assert_false(have(&lists, SM_LIST_STOPWORDS, ""));
    test_arena_end(&t);
}

static void test_only_own(void **state) {
    (void)state;
    test_arena t;
    sm_lists lists;
    test_arena_begin(&t);
    sm_lists_init(&lists, &t.arena);
    lists.only_own_stopwords = true;
    assert_true(sm_lists_add(&lists, SM_LIST_STOPWORDS, "harbour", &t.arena));
    assert_true(have(&lists, SM_LIST_STOPWORDS, "harbour"));
    assert_false(have(&lists, SM_LIST_STOPWORDS, "the"));
    assert_true(have(&lists, SM_LIST_ABBREVIATIONS, "etc"));
    test_arena_end(&t);
}

static void test_none(void **state) {
    (void)state;
    assert_true(have(NULL, SM_LIST_STOPWORDS, "the"));
    assert_false(have(NULL, SM_LIST_STOPWORDS, "harbour"));
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_added_words),
        cmocka_unit_test(test_only_own),
        cmocka_unit_test(test_none),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
