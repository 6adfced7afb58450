/* Acronyms and what they stand for. */
#include "keyword/acronyms.h"
#include "support/document.h"

static const struct {
    const char *text;
    const char *found; /* "ACRONYM=words", one a line */
} CASES[] = {
    {"", ""},
    {"The World Health Organization (WHO) met.", "WHO=World Health Organization\n"},
    {"The WHO (World Health Organization) met.", "WHO=World Health Organization\n"},
    {"The Organization for Economic Cooperation and Development (OECD) met.",
     "OECD=Organization for Economic Cooperation and Development\n"},
    {"They study deoxyribonucleic acid (DNA) there.", "DNA=deoxyribonucleic acid\n"},
    {"They study DNA (deoxyribonucleic acid) there.", "DNA=deoxyribonucleic acid\n"},
    {"A hidden Markov model (HMM) is used.", "HMM=hidden Markov model\n"},
    {"The light-emitting diode (LED) glows.", "LED=light-emitting diode\n"},
    {"messenger RNA (mRNA) is short.", "mRNA=messenger RNA\n"},
    {"Union europ\xC3\xA9"
     "enne (UE).",
     "UE=Union europ\xC3\xA9"
     "enne\n"},
    {"\xC3\x89nergie \xC3\xA9olienne (\xC3\x89\xC3\x89) ici.", "\xC3\x89\xC3\x89=\xC3\x89nergie \xC3\xA9olienne\n"},
    /* for each acronym the first words; for the same words every acronym */
    {"Storm Warning Office (SWO), Salt Water Oil (SWO).", "SWO=Storm Warning Office\n"},
    {"Storm Warning Office (SWO) and Storm Warning Office (SO).",
     "SWO=Storm Warning Office\nSO=Storm Warning Office\n"},
    /* none */
    {"The harbour (WHO) is old.", ""},
    {"The ferry (see NATO) is old.", ""},
    {"The ferry (Fe) is old.", ""},
    {"The ferry (F) is old.", ""},
    {"The ferry (pictured) is old.", ""},
    {"The World Health, Organization (WHO) met.", ""},
    {"The World Health Organization, (WHO) met.", ""},
    {"The World Health Organization. (WHO) met.", ""},
    {"(WHO) met.", ""},
    {"WHO (", ""},
    {"(WHO", ""},
    {"The World Health Organization (WHO", ""},
    {"The World Health Organization (the WHO) met.", ""},
    {"NATO (NATO) met.", ""},
    {"The WHO (which met in the old house of Oliver) slept.", ""},
    {"The WHO (World Health Organization met.", ""},
    {"\xFF\xFE (WHO) \x80", ""},
};

static void list_found(const test_doc *t, const sm_acronyms *acronyms, test_text *list) {
    for (size_t i = 0; i < acronyms->list.n; i++) {
        const sm_acronym *a = &acronyms->list.at[i];
        const sm_doc_token *tokens = t->doc.tokens.at, *first = &tokens[a->expansion.first];
        const char *text = t->doc.input.text;
        test_text_add(list, text + tokens[a->token].begin,
                      sm_doc_token_end(&t->doc, a->token) - tokens[a->token].begin);
        test_text_put(list, "=");
        test_text_add(list, text + first->begin,
                      sm_doc_token_end(&t->doc, a->expansion.first + a->expansion.n - 1) - first->begin);
        test_text_put(list, "\n");
    }
}

static void test_cases(void **state) {
    (void)state;
    for (size_t i = 0; i < COUNT_OF(CASES); i++) {
        test_doc t;
        test_text list = {0};
        sm_acronyms acronyms;
        test_text_put(&list, "");
        test_doc_begin(&t, CASES[i].text, strlen(CASES[i].text), "en");
        assert_true(sm_acronyms_find(&t.doc, &t.tmp.arena, &acronyms));
        list_found(&t, &acronyms, &list);
        if (strcmp(list.at, CASES[i].found) != 0)
            fail_msg("%s\ngot:\n%sexpected:\n%s", CASES[i].text, list.at, CASES[i].found);
        test_text_end(&list);
        test_doc_end(&t);
    }
}

/* Whatever the text, words stand in one sentence, beside their acronym, and begin and end on content words. */
static void test_random_texts(void **state) {
    (void)state;
    test_random r = {21};
    size_t n_found = 0;
    for (int k = 0; k < 300; k++) {
        static const char *const PIECES[] = {"New ",  "Ocean ", "Works ", "of ", "(NOW) ", "(NW)",
                                             "NOW (", ") ",     ". ",     ", ",  "\xFF"};
        test_text text = {0};
        test_doc t;
        sm_acronyms acronyms;
        for (size_t i = 0; i < 40; i++)
            test_text_put(&text, PIECES[test_random_below(&r, COUNT_OF(PIECES))]);
        test_doc_begin(&t, text.at, text.n, "en");
        assert_true(sm_acronyms_find(&t.doc, &t.tmp.arena, &acronyms));
        for (size_t i = 0; i < acronyms.list.n; i++) {
            const sm_acronym *a = &acronyms.list.at[i];
            uint32_t last = a->expansion.first + a->expansion.n - 1;
            assert_true(a->expansion.n > 0 && (last + 1 == a->token || a->token + 1 == a->expansion.first));
            assert_true(sm_doc_word(&t.doc, a->expansion.first)->class == SM_WORD_CONTENT);
            assert_true(sm_doc_word(&t.doc, last)->class == SM_WORD_CONTENT);
        }
        n_found += acronyms.list.n;
        test_doc_end(&t);
        test_text_end(&text);
    }
    assert_true(n_found > 50);
}

static void test_no_memory(void **state) {
    (void)state;
    static const char TEXT[] = "The World Health Organization (WHO) met.";
    test_doc t;
    test_doc_begin(&t, TEXT, sizeof TEXT - 1, "en");
    for (size_t n = 1;; n++) {
        test_arena arena;
        sm_acronyms acronyms;
        test_arena_begin(&arena);
        test_memory_fail(&arena.memory, n, true);
        bool good = sm_acronyms_find(&t.doc, &arena.arena, &acronyms);
        assert_true(good != test_memory_failed(&arena.memory));
        test_arena_end(&arena);
        if (good)
            break;
    }
    test_doc_end(&t);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_cases),
        cmocka_unit_test(test_random_texts),
        cmocka_unit_test(test_no_memory),
    };
    return cmocka_run_group_tests_name("keyword/acronyms", tests, NULL, NULL);
}
