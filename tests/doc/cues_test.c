/* Phrases in which a text speaks of itself. */
#include "doc/cues.h"
#include "support/document.h"

static bool first_has_cue(const char *language, const char *text) {
    test_doc t;
    test_doc_begin(&t, text, strlen(text), language);
    assert_true(t.doc.sentences.n > 0);
    bool has = sm_cues_in(&t.doc, 0);
    test_doc_end(&t);
    return has;
}

static void test_cues(void **state) {
    (void)state;
    assert_true(first_has_cue("en", "In this paper, lanterns are compared."));
    assert_true(first_has_cue("en", "We propose a lantern that needs no oil."));
    assert_true(first_has_cue("en", "OUR WORK is about lanterns."));
    assert_true(first_has_cue("en", "\xFF\xC3 this study."));
}

static void test_no_cues(void **state) {
    (void)state;
    assert_false(first_has_cue("en", "The lantern of the harbour was lit."));
    assert_false(first_has_cue("en", "This lantern is made of paper.")); /* not side by side */
    assert_false(first_has_cue("en", "They saw this; paper burns."));    /* parted */
    assert_false(first_has_cue("en", "We lit this."));
    assert_false(first_has_cue("en", "A paper study."));
    assert_false(first_has_cue("en", "."));
    assert_false(first_has_cue("en", "\xFF\xC3."));
    assert_false(first_has_cue("de", "We propose a lantern that needs no oil."));
    assert_false(first_has_cue("en", "They lit this. Paper burns.")); /* not across sentences */
}

int main(void) {
    const struct CMUnitTest tests[] = {cmocka_unit_test(test_cues), cmocka_unit_test(test_no_cues)};
    return cmocka_run_group_tests_name("doc/cues", tests, NULL, NULL);
}
