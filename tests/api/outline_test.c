/* Outlines: a summary below each heading. */
#include "api/handles.h"
#include "doc/sections.h"
#include "support/document.h"

static const char BOOK[] =
    "The Keeper of the Lamp\n\n"
    "This tale was told to me by an old pilot on three winter evenings. He never told it twice in the same order.\n\n"
    "PART I\n\n"
    "Chapter 1. The Island\n\n"
    "The island lay two miles from the harbour, and nobody lived there but the keeper and his goats. Every evening the "
    "keeper climbed the tower and lit the lamp for the boats of the harbour. The goats slept.\n\n"
    "Chapter 2. The Map\n\n"
    "Chapter 3. The Storm\n\n"
    "The storm broke the glass of the lantern room on the third of March. The keeper held a blanket before the lamp, "
    "and "
    "two boats found the harbour by that light.\n\n"
    "PART II\n\n"
    "Chapter 4. The Rest\n\n"
    "Nobody.\n\n"
    "PART III\n";

static summ_summary_options outline_options(void) {
    summ_summary_options options;
    summ_summary_options_init(&options, sizeof options);
    options.outline = 1;
    return options;
}

static summ_sentences *outline(const summ_doc *doc, const summ_summary_options *options) {
    summ_sentences *made = NULL;
    assert_int_equal(summ_summarize(doc, options, &made), SUMM_OK);
    return made;
}

/* Headings as "level:text", sentences as "-rank" with their first words. */
static void check(const summ_doc *doc, const summ_summary_options *options, const char *expected) {
    summ_sentences *made = outline(doc, options);
    test_text got = {0};
    test_text_put(&got, "");
    for (size_t i = 0; i < summ_sentences_count(made); i++) {
        const summ_sentence *s = summ_sentences_at(made, i);
        char line[64];
        if (s->rank == 0)
            snprintf(line, sizeof line, "%d:%.30s|", s->level, s->text);
        else
            snprintf(line, sizeof line, "-%.16s|", s->text);
        test_text_put(&got, line);
        assert_true(s->rank > 0 || (s->score == 0 && s->n_pieces == 1));
        assert_true(s->rank > 0 || s->role == SUMM_ROLE_HEADING || s->role == SUMM_ROLE_TITLE);
    }
    if (strcmp(got.at, expected) != 0)
        fail_msg("got\n%s\nexpected\n%s", got.at, expected);
    test_text_end(&got);
    summ_sentences_free(made);
}

#define TITLE  "1:The Keeper of the Lamp|"
#define PART_1 "2:PART I|"
#define ISLAND "3:Chapter 1. The Island|"
#define STORM  "3:Chapter 3. The Storm|"

static void test_book(void **state) {
    (void)state;
    test_api api;
    summ_summary_options o = outline_options();
    test_api_begin(&api, BOOK, sizeof BOOK - 1, "en");
    check(api.doc, &o, TITLE "-This tale was to|" PART_1 ISLAND "-Every evening th|" STORM "-The keeper held |");
    o.max_sentences = 2;
    check(api.doc, &o,
          TITLE "-This tale was to|-He never told it|" PART_1 ISLAND "-The island lay t|-Every evening th|" STORM
                "-The storm broke |-The keeper held |");
    o.order = SUMM_ORDER_SCORE;
    check(api.doc, &o,
          TITLE "-This tale was to|-He never told it|" PART_1 ISLAND "-Every evening th|-The island lay t|" STORM
                "-The keeper held |-The storm broke |");
    o = outline_options();
    o.max_words = 14;
    check(api.doc, &o, TITLE "-This tale was to|" PART_1 STORM "-The storm broke |");
    o.truncate = 1;
    check(api.doc, &o, TITLE "-This tale was to|" PART_1 ISLAND "-Every evening th|" STORM "-The storm broke |");
    o = outline_options();
    o.max_percent = 70; /* of two sentences, of three */
    check(api.doc, &o,
          TITLE "-This tale was to|" PART_1 ISLAND "-The island lay t|-Every evening th|" STORM "-The keeper held |");
    o = outline_options();
    o.must = (const char *const[]){"third of March", "goats slept"};
    o.n_must = 2;
    check(api.doc, &o, TITLE "-This tale was to|" PART_1 ISLAND "-The goats slept.|" STORM "-The storm broke |");
    o = outline_options();
    o.max_sentences = 0;
    check(api.doc, &o, "");
    o.truncate = 1;
    check(api.doc, &o, "");
    test_api_end(&api);
}

/* What is cut ends in an ellipsis and keeps the ceilings. */
static void test_cut(void **state) {
    (void)state;
    test_api api;
    summ_summary_options o = outline_options();
    test_api_begin(&api, BOOK, sizeof BOOK - 1, "en");
    o.max_chars = 30;
    o.truncate = 1;
    summ_sentences *made = outline(api.doc, &o);
    size_t n_cut = 0;
    for (size_t i = 0; i < summ_sentences_count(made); i++) {
        const summ_sentence *s = summ_sentences_at(made, i);
        n_cut += s->truncated != 0;
        assert_true(s->rank == 0 || (s->n_chars <= 30 && s->truncated != 0));
    }
    assert_int_equal(n_cut, 3);
    summ_sentences_free(made);
    test_api_end(&api);
}

/* Without headings: the usual summary, below the title if there is one. */
static void test_without_headings(void **state) {
    (void)state;
    static const char *const TEXTS[] = {
        "", "Lamp", "One lamp\n\nTwo boats\n\nThree goats", "\xFF\xFE\xFF",
        "The lamp was lit every evening. The goats of the island slept. A boat came from the harbour."};
    for (size_t i = 0; i < COUNT_OF(TEXTS); i++) {
        test_api api;
        summ_summary_options o = outline_options(), usual = outline_options();
        usual.outline = 0;
        test_api_begin(&api, TEXTS[i], strlen(TEXTS[i]), "en");
        summ_sentences *a = outline(api.doc, &o), *b = outline(api.doc, &usual);
        assert_int_equal(summ_sentences_count(a), summ_sentences_count(b));
        for (size_t k = 0; k < summ_sentences_count(a); k++)
            assert_string_equal(summ_sentences_at(a, k)->text, summ_sentences_at(b, k)->text);
        summ_sentences_free(a);
        summ_sentences_free(b);
        test_api_end(&api);
    }
    test_api api;
    summ_summary_options o = outline_options();
    test_api_begin(&api, BOOK, (size_t)(strchr(BOOK, '.') + 1 - BOOK), "en");
    check(api.doc, &o, TITLE "-This tale was to|");
    test_api_end(&api);
}

/* Sentences and paragraphs have the role and the level of their block. */
static void test_roles(void **state) {
    (void)state;
    static const struct {
        summ_role role;
        int level;
    } BLOCKS[] = {{SUMM_ROLE_TITLE, 1},   {SUMM_ROLE_PARAGRAPH, 0}, {SUMM_ROLE_HEADING, 2},
                  {SUMM_ROLE_HEADING, 3}, {SUMM_ROLE_PARAGRAPH, 0}, {SUMM_ROLE_HEADING, 3},
                  {SUMM_ROLE_HEADING, 3}, {SUMM_ROLE_PARAGRAPH, 0}, {SUMM_ROLE_HEADING, 2},
                  {SUMM_ROLE_HEADING, 3}, {SUMM_ROLE_PARAGRAPH, 0}, {SUMM_ROLE_HEADING, 2}};
    test_api api;
    summ_sentences *all, *paragraphs;
    test_api_begin(&api, BOOK, sizeof BOOK - 1, "en");
    assert_int_equal(summ_split(api.doc, &all), SUMM_OK);
    for (size_t i = 0; i < summ_sentences_count(all); i++) {
        const summ_sentence *s = summ_sentences_at(all, i);
        assert_true(s->block < COUNT_OF(BLOCKS) && s->role == BLOCKS[s->block].role);
        assert_int_equal(s->level, BLOCKS[s->block].level);
    }
    assert_int_equal(summ_paragraphs(api.doc, &paragraphs), SUMM_OK);
    assert_int_equal(summ_sentences_count(paragraphs), COUNT_OF(BLOCKS));
    for (size_t i = 0; i < COUNT_OF(BLOCKS); i++)
        assert_int_equal(summ_sentences_at(paragraphs, i)->role, BLOCKS[i].role);
    summ_sentences_free(all);
    summ_sentences_free(paragraphs);
    test_api_end(&api);
}

static void test_no_explanation(void **state) {
    (void)state;
    test_api api;
    summ_explanation *why = NULL;
    summ_summary_options o = outline_options();
    test_api_begin(&api, BOOK, sizeof BOOK - 1, "en");
    assert_int_equal(summ_explain(api.doc, &o, &why), SUMM_ERR_ARGUMENT);
    assert_null(why);
    test_api_end(&api);
}

/* ---- Random texts ------------------------------------------------------------------------------------------------ */

static void add_sections(test_text *text, test_random *r) {
    static const char *const HEADINGS[] = {"PART I%u\n\n", "Chapter %u\n\n", "%u.1 Lamps\n\n", "OLD LAMPS %u\n\n",
                                           "Lamps and oil %u\n\n"};
    if (test_random_below(r, 2) == 0)
        test_text_put(text, "The lamps\n\n");
    for (unsigned i = 0, n = (unsigned)test_random_below(r, 9); i < n; i++) {
        char line[64];
        snprintf(line, sizeof line, HEADINGS[test_random_below(r, COUNT_OF(HEADINGS))], i);
        test_text_put(text, line);
        test_text_add_sentences(text, r, test_random_below(r, 5), 30, 3, 12);
        test_text_put(text, "\n\n");
    }
}

/* Below a section: whether a heading with a deeper level that is shown follows before one that is not deeper. */
static bool has_shown_below(const sm_sections *sections, const bool *shown, size_t i) {
    for (size_t k = i + 1; k < sections->list.n && sections->list.at[k].level > sections->list.at[i].level; k++)
        if (shown[k])
            return true;
    return false;
}

/* Headings and sentences are what they should be, of what is picked. */
static void check_outline(const summ_doc *doc, const summ_summary_options *o, test_arena *tmp) {
    sm_sections sections;
    bool shown[64] = {false};
    size_t n_sentences[64] = {0}, n_words[64] = {0}, last = 0;
    assert_true(sm_sections_find(&doc->doc, &tmp->arena, &sections) && sections.list.n <= COUNT_OF(shown));
    summ_sentences *made = outline(doc, o);
    for (size_t i = 0; i < summ_sentences_count(made); i++) {
        const summ_sentence *s = summ_sentences_at(made, i);
        uint32_t k = sections.of[s->index];
        assert_true(i == 0 || s->index > last);
        last = s->index;
        assert_true((s->rank == 0) == (s->index < sections.list.at[k].body));
        shown[k] = shown[k] || s->rank == 0;
        n_sentences[k] += s->rank > 0;
        n_words[k] += s->rank > 0 ? s->n_words : 0;
    }
    for (size_t k = sections.list.n; k-- > 0;) {
        const sm_section *s = &sections.list.at[k];
        assert_true(n_sentences[k] <= o->max_sentences && n_words[k] <= o->max_words);
        bool expected = s->body > s->first && (n_sentences[k] > 0 || has_shown_below(&sections, shown, k));
        assert_int_equal(shown[k], expected);
    }
    summ_sentences_free(made);
}

static void test_random_texts(void **state) {
    (void)state;
    test_random r = {41};
    for (int k = 0; k < 300; k++) {
        test_text text = {0};
        test_api api;
        test_arena tmp;
        summ_summary_options o = outline_options();
        test_text_put(&text, "");
        add_sections(&text, &r);
        if (k % 3 == 0)
            test_text_add_pieces(&text, &r, 20);
        test_api_begin(&api, text.at, text.n, NULL);
        test_arena_begin(&tmp);
        o.max_sentences = 1 + test_random_below(&r, 3);
        check_outline(api.doc, &o, &tmp);
        o.max_words = test_random_below(&r, 30);
        o.trim = (int)test_random_below(&r, 2);
        check_outline(api.doc, &o, &tmp);
        test_arena_end(&tmp);
        test_api_end(&api);
        test_text_end(&text);
    }
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_book),
        cmocka_unit_test(test_cut),
        cmocka_unit_test(test_without_headings),
        cmocka_unit_test(test_roles),
        cmocka_unit_test(test_no_explanation),
        cmocka_unit_test(test_random_texts),
    };
    return cmocka_run_group_tests_name("api/outline", tests, NULL, NULL);
}
