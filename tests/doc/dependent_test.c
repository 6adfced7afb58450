/* Sentences that cannot stand alone. */
#include "doc/dependent.h"
#include "support/document.h"

static bool second_is_dependent(const char *language, const char *text) {
    test_doc t;
    test_doc_begin(&t, text, strlen(text), language);
    assert_int_equal(t.doc.sentences.n, 2);
    assert_false(sm_dependent(&t.doc, 0));
    bool is = sm_dependent(&t.doc, 1);
    test_doc_end(&t);
    return is;
}

static void test_dependent(void **state) {
    (void)state;
    assert_true(second_is_dependent("en", "A keeper lit the lamp. She left."));
    assert_true(second_is_dependent("en", "A keeper lit the lamp. HOWEVER, the fog came."));
    assert_true(second_is_dependent("en", "A keeper lit the lamp. \"But the fog came.\""));
    assert_true(second_is_dependent("en", "A keeper lit the lamp. It\xE2\x80\x99s bright."));
    assert_true(second_is_dependent("en", "But she left. (They came.)"));
}

static void test_independent(void **state) {
    (void)state;
    assert_false(second_is_dependent("en", "He lit the lamp. The fog came and she left."));
    assert_false(second_is_dependent("en", "A keeper lit the lamp. Itself a wonder."));
    assert_false(second_is_dependent("en", "A keeper lit the lamp. \xFF\xC3 fog."));
    assert_false(second_is_dependent("en", "A keeper lit the lamp! ..."));
    assert_false(second_is_dependent("de", "A keeper lit the lamp. However, the fog came."));
}

int main(void) {
    const struct CMUnitTest tests[] = {cmocka_unit_test(test_dependent), cmocka_unit_test(test_independent)};
    return cmocka_run_group_tests_name("doc/dependent", tests, NULL, NULL);
}
