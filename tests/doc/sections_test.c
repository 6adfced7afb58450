/* Sections of texts: where they begin, which headings count, and that every sentence is in one. */
#include "doc/sections.h"
#include "support/document.h"

#define LIT "The harbour lights were lit again on the first evening of spring.\n\n"
#define MET "The keepers of the lights will meet again before the summer begins.\n\n"

/* Each section: its level, and how many sentences are heading and text. */
static const struct {
    const char *text, *expected;
    size_t n_headings;
} TEXTS[] = {
    {"", "0:0+0", 0},
    {LIT, "0:0+1", 0},
    {"Lamps\n\n" LIT MET, "0:1+2", 0},
    {"Lamps\n\n" LIT "Oil and wicks\n\n" MET LIT, "0:1+1 1:1+2", 1},
    {LIT "Oil and wicks\n\n" MET, "0:0+1 1:1+1", 1},
    {LIT "Oil and wicks\n\nLamps, new and old\n\n" MET, "0:0+1 1:1+0 1:1+1", 2},
    /* where there are levels, other headings are text of their section */
    {LIT "Oil and wicks\n\n" MET "Chapter 1\n\n" LIT "1.1 Lamps\n\n" MET, "0:0+3 2:1+1 3:1+1", 2},
    {"Chapter 1. The Old Lamps\n\n" LIT, "2:2+1", 1},
    /* lines of poems, and others that are not whole */
    {LIT "And the lamp was lit,\nThe goats came in;\nThe sea lay still -\n\n" MET, "0:0+5", 0},
    {LIT "Lamps were lit\nGoats came in\nThe sea lay still\n\n" MET, "0:0+1 1:1+3", 1},
    {LIT "\xFF\xFF oil\n\n" MET, "0:0+1 1:1+1", 1},
    {LIT "***\n\n" MET, "0:0+2", 0},
    {"=====\nLamps\n=====\n\n" LIT "Oil\n---\n\n" MET, "0:1+1 2:1+1", 1},
    {LIT "3\n\n" MET, "0:0+1 1:1+1", 1},
    /* what has no prose has no headings either */
    {"One lamp\n\nTwo boats\n\nThree islands", "0:0+3", 0},
};

static void describe(const sm_sections *sections, char *out, size_t room) {
    size_t n = 0;
    for (size_t i = 0; i < sections->list.n; i++) {
        const sm_section *s = &sections->list.at[i];
        n += (size_t)snprintf(out + n, room - n, "%s%u:%u+%u", i > 0 ? " " : "", s->level, s->body - s->first,
                              s->end - s->body);
        assert_true(n < room);
    }
}

/* One behind the other, all of the text. */
static void check_order(const sm_doc *doc, const sm_sections *sections) {
    uint32_t at = 0;
    for (size_t i = 0; i < sections->list.n; i++) {
        const sm_section *s = &sections->list.at[i];
        assert_true(s->first == at && s->body >= s->first && s->end >= s->body && s->level <= SM_LEVELS);
        for (; at < s->end; at++) {
            assert_int_equal(sections->of[at], i);
            assert_true(at >= s->body || !doc->sentences.at[at].candidate);
        }
    }
    assert_int_equal(at, doc->sentences.n);
}

static void test_texts(void **state) {
    (void)state;
    for (size_t i = 0; i < COUNT_OF(TEXTS); i++) {
        test_doc t;
        sm_sections sections;
        char got[256];
        test_doc_begin(&t, TEXTS[i].text, strlen(TEXTS[i].text), "en");
        assert_true(sm_sections_find(&t.doc, &t.tmp.arena, &sections));
        check_order(&t.doc, &sections);
        describe(&sections, got, sizeof got);
        if (strcmp(got, TEXTS[i].expected) != 0)
            fail_msg("%s, expected %s:\n%s", got, TEXTS[i].expected, TEXTS[i].text);
        assert_int_equal(sections.n_headings, TEXTS[i].n_headings);
        test_doc_end(&t);
    }
}

/* Each part has its own title and its own kind of headings. */
static void test_parts(void **state) {
    (void)state;
    static const char *const PARTS[] = {"Lamps\n\nBy the desk\n\n" LIT "Oil\n\n" MET, "", MET,
                                        "Wicks\n\n" LIT "Chapter 1\n\n" MET "Old oil\n\n" LIT};
    test_arena own, tmp;
    sm_input inputs[COUNT_OF(PARTS)], joined;
    sm_doc doc;
    sm_sections sections;
    char got[256];
    test_arena_begin(&own);
    test_arena_begin(&tmp);
    for (size_t i = 0; i < COUNT_OF(PARTS); i++)
        assert_int_equal(sm_reader_at(0)->read(PARTS[i], (uint32_t)strlen(PARTS[i]), &own.arena, &inputs[i]), SUMM_OK);
    assert_int_equal(sm_input_join(inputs, COUNT_OF(PARTS), &own.arena, &joined), SUMM_OK);
    assert_int_equal(sm_doc_analyse(&doc, &joined, sm_language_find("en"), NULL, NULL, NULL, &own.arena), SUMM_OK);
    assert_true(sm_sections_find(&doc, &tmp.arena, &sections));
    check_order(&doc, &sections);
    describe(&sections, got, sizeof got);
    assert_string_equal(got, "0:1+2 1:1+1 0:0+1 0:1+1 2:1+3");
    test_arena_end(&tmp);
    test_arena_end(&own);
}

static void test_random_texts(void **state) {
    (void)state;
    test_random r = {9};
    for (int k = 0; k < 300; k++) {
        test_text text = {0};
        test_doc t;
        sm_sections sections;
        test_text_put(&text, "");
        for (size_t i = test_random_below(&r, 12); i > 0; i--) {
            if (test_random_below(&r, 3) == 0)
                test_text_put(&text, test_random_below(&r, 2) == 0 ? "\n\nChapter 1\n\n" : "\n\nOld lamps\n\n");
            test_text_add_pieces(&text, &r, 8);
        }
        test_doc_begin(&t, text.at, text.n, NULL);
        assert_true(sm_sections_find(&t.doc, &t.tmp.arena, &sections));
        check_order(&t.doc, &sections);
        test_doc_end(&t);
        test_text_end(&text);
    }
}

static void test_each_allocation_fails_in_turn(void **state) {
    (void)state;
    static const char TEXT[] = "Lamps\n\n" LIT "Oil\n\n" MET;
    test_doc t;
    bool done = false;
    test_doc_begin(&t, TEXT, sizeof TEXT - 1, "en");
    for (size_t n = 1; !done; n++) {
        test_arena scratch;
        sm_sections sections;
        test_arena_begin(&scratch);
        test_memory_fail(&scratch.memory, n, false);
        done = sm_sections_find(&t.doc, &scratch.arena, &sections);
        assert_int_equal(done, !test_memory_failed(&scratch.memory));
        test_arena_end(&scratch);
    }
    test_doc_end(&t);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_texts),
        cmocka_unit_test(test_parts),
        cmocka_unit_test(test_random_texts),
        cmocka_unit_test(test_each_allocation_fails_in_turn),
    };
    return cmocka_run_group_tests_name("doc/sections", tests, NULL, NULL);
}
