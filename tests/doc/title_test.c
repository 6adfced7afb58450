/* Titles: lines of the text with given words, and the stems that count for more. */
#include "doc/title.h"

#include "support/document.h"

enum {
    MOST = 4
};

/* The texts as parts of one document, or alone. */
typedef struct titled {
    test_arena own;
    sm_doc doc;
} titled;

static void begin(titled *t, const char *const *texts, const char *title, const char *language) {
    sm_input inputs[MOST], joined;
    size_t n = 0;
    test_arena_begin(&t->own);
    for (; n < MOST && texts[n] != NULL; n++)
        assert_int_equal(sm_reader_at(0)->read(texts[n], (uint32_t)strlen(texts[n]), &t->own.arena, &inputs[n]),
                         SUMM_OK);
    if (n == 1)
        joined = inputs[0];
    else
        assert_int_equal(sm_input_join(inputs, n, &t->own.arena, &joined), SUMM_OK);
    assert_int_equal(sm_doc_analyse(&t->doc, &joined, sm_language_find(language), NULL, title, NULL, &t->own.arena),
                     SUMM_OK);
}

static void end(titled *t) {
    test_arena_end(&t->own);
}

/* Letters of the roles of all blocks, and the title's stems in their order, each behind a space. */
static void describe(const sm_doc *doc, test_text *out) {
    for (size_t i = 0; i < doc->input.blocks.n; i++)
        test_text_add(out, &"UTHPIQCOB"[doc->input.blocks.at[i].role], 1);
    for (size_t i = 0; i < doc->title.n; i++) {
        const sm_stem_entry *s = &doc->stems.at[doc->title.at[i]];
        test_text_put(out, " ");
        test_text_add(out, s->text, s->n_bytes);
    }
}

#define LIT "The harbour lights were lit again on the first evening of spring."
#define MET "The keepers of the lights will meet again before the summer begins."

static const struct {
    const char *texts[MOST];
    const char *title, *language, *expected;
} CASES[] = {
    {{"Old lamps\n\n" LIT}, NULL, "en", "TP old lamp"},
    {{"Old lamps\n\n" LIT}, "", "en", "TP old lamp"},
    {{"Old lamps\n\n" LIT}, "Old lamps", "en", "TP old lamp"},
    {{LIT "\n\nOld lamps\n\n" MET}, NULL, "en", "PHP"},
    /* the line of the given title, wherever it stands, whatever it ends with, however it is written */
    {{LIT "\n\nHarbour lamps\n\n" MET}, "Harbour lamps", "en", "PTP harbour lamp"},
    {{LIT "\n\nHarbour lamps.\n\n" MET}, "Harbour lamps", "en", "PTP harbour lamp"},
    {{LIT "\n\nHarbour lamps\n\n" MET}, "“Harbour lamps”!", "en", "PTP harbour lamp"},
    {{LIT "\n\nHARBOUR LAMPS\n\n" MET}, "Harbour lamp", "en", "PTP harbour lamp"},
    {{LIT "\n\nHarbour lamps\n\n" MET}, "Harbour\n\nlamps", "en", "PTP harbour lamp"},
    {{"U.S. lamps. Dr. Smith lit them.\n\n" LIT}, "U.S. lamps. Dr. Smith lit them", "en", "TP u.s. lamp smith lit"},
    {{LIT "\n\nHarbour lamps\n\n" MET "\n\nHarbour lamps"}, "Harbour lamps", "en", "PTPT harbour lamp"},
    {{LIT}, LIT, "en", "T harbour light lit even spring"},
    /* some of the words only: the text's own first line stays a title, too */
    {{LIT "\n\nHarbour lamps\n\n" MET}, "Harbour lamps are lit", "en", "PHP harbour lamp lit"},
    {{LIT "\n\nThe harbour lamps\n\n" MET}, "Harbour lamps", "en", "PHP harbour lamp"},
    {{"Old lamps\n\n" LIT}, "Spring in the harbour", "en", "TP spring harbour old lamp"},
    /* words that are not there, stop words, marks */
    {{LIT "\n\n" MET}, "Anchors and barrels", "en", "PP"},
    {{LIT "\n\n" MET}, "It was of the", "en", "PP"},
    {{LIT "\n\n" MET}, "...", "en", "PP"},
    /* a title without words is no line of the text, not even one without words */
    {{LIT "\n\n(!)\n\n" MET}, "...", "en", "PPP"},
    {{LIT "\n\n\xE2\x98\x86 \xE2\x98\x86\n\n" MET}, "\xFF", "en", "PHP"},
    {{LIT "\n\nlamp\xFF\n\n" MET}, "\xFFlamp \xC3", "en", "PTP lamp"},
    {{LIT "\n\nWilling lamps\n\n" MET}, "Will the lamps", "en", "PHP lamp"},
    {{"灯塔的灯\n\n港口的灯塔很老，今天又亮了。"}, "灯塔的灯", "zh", "TP 灯塔 灯"},
    {{""}, "Lamps", "en", ""},
    /* parts: each has its own first line, and the given one is looked for in all */
    {{"Old lamps\n\n" LIT, "New lamps\n\n" MET}, NULL, "en", "TPTP old lamp new"},
    {{"Old lamps\n\nA. M. Keeper\n\n" LIT, "New lamps\n\nBy the desk\n\n" MET}, NULL, "en", "TBPTBP old lamp new"},
    {{"Old lamps\n\n" LIT, "Old lamps\n\n" MET}, NULL, "en", "TPBP old lamp"},
    {{LIT "\n\nRead on\n\n" MET, LIT, "Read on\n\n" MET}, NULL, "en", "PBPPBP"},
    {{LIT, "", "Old lamps\n\n" MET}, NULL, "en", "PTP old lamp"},
    {{"", "", "Old lamps\n\n" MET}, NULL, "en", "TP old lamp"},
    {{LIT "\n\nHarbour lamps", MET "\n\nHarbour lamps", "Harbour lamps"}, "Harbour lamps", "en", "PTPTT harbour lamp"},
};

static void test_cases(void **state) {
    (void)state;
    for (size_t k = 0; k < COUNT_OF(CASES); k++) {
        titled t;
        test_text got = {0};
        test_text_put(&got, "");
        begin(&t, CASES[k].texts, CASES[k].title, CASES[k].language);
        describe(&t.doc, &got);
        if (strcmp(got.at, CASES[k].expected) != 0)
            fail_msg("case %zu: %s, expected %s", k, got.at, CASES[k].expected);
        end(&t);
        test_text_end(&got);
    }
}

/* A title is no sentence of a summary, also if it has an end mark and many words. */
static void test_candidates(void **state) {
    (void)state;
    titled t;
    begin(&t, (const char *const[]){LIT "\n\n" MET, NULL}, MET, "en");
    assert_int_equal(t.doc.n_candidates, 1);
    assert_true(t.doc.sentences.at[0].candidate && !t.doc.sentences.at[1].candidate);
    end(&t);
}

/* Each text is judged by its own capitals: one that has none is split all the same. */
static void test_parts_without_capitals(void **state) {
    (void)state;
    static const char SMALL[] = "the lamp was lit at dusk. two ferries left the island.";
    static const char *const TEXTS[][MOST] = {{SMALL, NULL}, {LIT " " MET, SMALL, NULL}, {SMALL, LIT " " MET, NULL}};
    static const size_t N_SENTENCES[] = {2, 4, 4};
    for (size_t k = 0; k < COUNT_OF(TEXTS); k++) {
        titled t;
        begin(&t, TEXTS[k], NULL, "en");
        assert_int_equal(t.doc.sentences.n, N_SENTENCES[k]);
        end(&t);
    }
}

static void test_each_allocation_fails_in_turn(void **state) {
    (void)state;
    static const char TEXT[] = LIT "\n\nHarbour lamps\n\n" MET;
    sm_input input;
    test_arena source;
    bool done = false;
    test_arena_begin(&source);
    assert_int_equal(sm_reader_at(0)->read(TEXT, sizeof TEXT - 1, &source.arena, &input), SUMM_OK);
    for (size_t n = 1; !done; n++) {
        test_arena t;
        sm_doc doc;
        sm_input copy = input;
        sm_block blocks[3];
        memcpy(blocks, input.blocks.at, sizeof blocks);
        copy.blocks.at = blocks;
        test_arena_begin(&t);
        test_memory_fail(&t.memory, n, false);
        summ_status status = sm_doc_analyse(&doc, &copy, sm_language_find("en"), NULL, "Harbour lamps", NULL, &t.arena);
        done = !test_memory_failed(&t.memory);
        assert_int_equal(status, done ? SUMM_OK : SUMM_ERR_MEMORY);
        test_arena_end(&t);
    }
    test_arena_end(&source);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_cases),
        cmocka_unit_test(test_candidates),
        cmocka_unit_test(test_parts_without_capitals),
        cmocka_unit_test(test_each_allocation_fails_in_turn),
    };
    return cmocka_run_group_tests_name("doc/title", tests, NULL, NULL);
}
