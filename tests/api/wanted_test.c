/* What the reader wants, through summ.h: a query, words that have to be covered, what is known, no quotations, no
 * questions; and titles that are given. */
#include "support/document.h"

#define A "The old lantern of the harbour was lit at dusk by its keeper."
#define B "Two ferries left the island at night with timber and salt."
#define C "“We could not see the lamp at all,” said one of the captains."
#define D "Who will pay for a new lamp in the harbour of the island?"
#define E "Masons will mend the stone bridge before the winter comes."
#define F "Rust won."
#define G "The keeper of the lantern slept through the storm on the island."

static const char TEXT[] = "Harbour news\n\n" A " " B " " C "\n\n" D " " E " " F " " G "\n\nSmall wonders\n\n" A "\n";

static summ_summary_options defaults(void) {
    summ_summary_options options;
    summ_summary_options_init(&options, sizeof options);
    return options;
}

static summ_sentences *summarize(const summ_doc *doc, const summ_summary_options *options) {
    summ_sentences *summary = NULL;
    assert_int_equal(summ_summarize(doc, options, &summary), SUMM_OK);
    return summary;
}

static void begin(test_api *api) {
    test_api_begin(api, TEXT, sizeof TEXT - 1, "en");
}

static bool holds(const summ_sentences *summary, const char *text) {
    for (size_t i = 0; i < summ_sentences_count(summary); i++)
        if (strcmp(summ_sentences_at(summary, i)->text, text) == 0)
            return true;
    return false;
}

static void assert_same(const summ_sentences *a, const summ_sentences *b) {
    assert_int_equal(summ_sentences_count(a), summ_sentences_count(b));
    for (size_t i = 0; i < summ_sentences_count(a); i++) {
        const summ_sentence *s = summ_sentences_at(a, i), *t = summ_sentences_at(b, i);
        assert_true(s->index == t->index && s->score == t->score && s->rank == t->rank);
    }
}

/* Options that change nothing give what the defaults give. */
static void check_same(const summ_doc *doc, const summ_summary_options *options) {
    summ_sentences *plain = summarize(doc, NULL), *other = summarize(doc, options);
    assert_same(plain, other);
    summ_sentences_free(plain);
    summ_sentences_free(other);
}

/* The one sentence that is chosen. */
static void check_one(const summ_doc *doc, summ_summary_options options, const char *expected) {
    options.max_sentences = 1;
    summ_sentences *summary = summarize(doc, &options);
    if (!holds(summary, expected))
        fail_msg("%s, expected %s", summ_sentences_count(summary) > 0 ? summ_sentences_at(summary, 0)->text : "none",
                 expected);
    summ_sentences_free(summary);
}

/* ---- Query ------------------------------------------------------------------------------------------------------- */

static void test_query(void **state) {
    (void)state;
    static const char *const WANTED[][2] = {{"stone bridge", E},
                                            {"Who mends bridges?", E},
                                            {"timber", B},
                                            {"FERRY", B},
                                            {"storms", G},
                                            {"anchor, winter", E},
                                            {"\xFF timber \xC3\x80", B},
                                            {"timber\n\nand\tsalt", B}};
    test_api api;
    begin(&api);
    for (size_t i = 0; i < COUNT_OF(WANTED); i++)
        for (size_t k = 0; summ_item_at(SUMM_ALGORITHMS, k) != NULL; k++) {
            summ_summary_options o = defaults();
            o.query = WANTED[i][0];
            o.algorithm = summ_item_at(SUMM_ALGORITHMS, k)->name;
            if (strcmp(o.algorithm, "random") != 0 && strcmp(o.algorithm, "lead") != 0)
                check_one(api.doc, o, WANTED[i][1]);
        }
    test_api_end(&api);
}

static void test_queries_that_change_nothing(void **state) {
    (void)state;
    static const char *const QUERIES[] = {"", " ", "anchor", "the of and", "?", "\xFF\xFE", "Лампа", "17"};
    test_api api;
    begin(&api);
    for (size_t i = 0; i < COUNT_OF(QUERIES); i++) {
        summ_summary_options o = defaults();
        o.query = QUERIES[i];
        check_same(api.doc, &o);
    }
    test_api_end(&api);
}

/* ---- Must -------------------------------------------------------------------------------------------------------- */

static void test_must(void **state) {
    (void)state;
    static const char *const WORDS[] = {"stone bridge", "rust", "anchor", "dusk", "ferries with", ""};
    test_api api;
    begin(&api);
    summ_summary_options o = defaults();
    o.must = WORDS;
    o.n_must = COUNT_OF(WORDS);
    o.max_sentences = 3;
    summ_sentences *summary = summarize(api.doc, &o);
    assert_int_equal(summ_sentences_count(summary), 3);
    assert_true(holds(summary, E) && holds(summary, F) && holds(summary, A));
    summ_sentences_free(summary);
    o.n_must = 1;
    check_one(api.doc, o, E);
    o.must = WORDS + 1; /* too short to be chosen otherwise */
    check_one(api.doc, o, F);
    o.must = WORDS + 2;
    check_same(api.doc, &o);
    test_api_end(&api);
}

/* Ceilings hold, and what does not fit is not covered. */
static void test_must_within_ceilings(void **state) {
    (void)state;
    static const char *const WORDS[] = {"bridge", "timber", "rust"};
    test_api api;
    begin(&api);
    for (size_t words = 0; words < 60; words++) {
        summ_summary_options o = defaults();
        size_t n_words = 0;
        o.must = WORDS;
        o.n_must = COUNT_OF(WORDS);
        o.max_words = words;
        o.max_sentences = 1 + words % 5;
        summ_sentences *summary = summarize(api.doc, &o);
        for (size_t i = 0; i < summ_sentences_count(summary); i++)
            n_words += summ_sentences_at(summary, i)->n_words;
        assert_true(n_words <= words && summ_sentences_count(summary) <= o.max_sentences);
        bool all = holds(summary, B) && holds(summary, E) && holds(summary, F);
        assert_int_equal(all, words >= 23 && o.max_sentences >= 3); /* 11, 10 and 2 words */
        assert_true(words < 2 || words > 8 || holds(summary, F));
        summ_sentences_free(summary);
    }
    test_api_end(&api);
}

/* Every algorithm gives scores from 0 to 1, also of sentences that are no candidates. */
static void test_scores_of_short_sentences(void **state) {
    (void)state;
    static const char *const WORDS[] = {"rust"};
    test_api api;
    begin(&api);
    for (size_t k = 0; summ_item_at(SUMM_ALGORITHMS, k) != NULL; k++)
        for (uint64_t seed = 0; seed < 20; seed++) {
            summ_summary_options o = defaults();
            o.algorithm = summ_item_at(SUMM_ALGORITHMS, k)->name;
            o.must = WORDS;
            o.n_must = 1;
            o.seed = seed;
            summ_sentences *summary = summarize(api.doc, &o);
            assert_true(holds(summary, F));
            for (size_t i = 0; i < summ_sentences_count(summary); i++)
                if (!(summ_sentences_at(summary, i)->score <= 1))
                    fail_msg("%s: score %g", o.algorithm, summ_sentences_at(summary, i)->score);
            summ_sentences_free(summary);
        }
    test_api_end(&api);
}

/* ---- Known ------------------------------------------------------------------------------------------------------- */

static summ_doc *read_known(const test_api *api, const char *text, size_t n) {
    summ_doc *known;
    summ_doc_options how;
    summ_doc_options_init(&how, sizeof how);
    how.encoding = "UTF-8";
    assert_int_equal(summ_doc_new(api->engine, text, n, &how, &known), SUMM_OK);
    return known;
}

#define WORDS_OF(literal) literal, sizeof(literal) - 1

/* Whoever knows all of a text has nothing more to read in it. */
static void test_known_itself(void **state) {
    (void)state;
    test_api api;
    begin(&api);
    for (size_t k = 0; summ_item_at(SUMM_ALGORITHMS, k) != NULL; k++) {
        summ_summary_options o = defaults();
        o.known = api.doc;
        o.algorithm = summ_item_at(SUMM_ALGORITHMS, k)->name;
        summ_sentences *summary = summarize(api.doc, &o);
        assert_int_equal(summ_sentences_count(summary), 0);
        summ_sentences_free(summary);
    }
    test_api_end(&api);
}

/* The same of a text long enough that every stem stands in more sentences than are compared. */
static void test_known_itself_at_length(void **state) {
    (void)state;
    test_text text = {0};
    test_random r = {81};
    test_api api;
    test_text_add_sentences(&text, &r, 400, 20, 5, 12);
    test_api_begin(&api, text.at, text.n, "en");
    summ_summary_options o = defaults();
    o.known = api.doc;
    o.max_sentences = 400;
    summ_sentences *summary = summarize(api.doc, &o);
    assert_int_equal(summ_sentences_count(summary), 0);
    summ_sentences_free(summary);
    test_api_end(&api);
    test_text_end(&text);
}

static void test_known(void **state) {
    (void)state;
    static const struct {
        const char *text;
        size_t n;
        bool same; /* nothing changes */
    } KNOWN[] = {{WORDS_OF(""), true},
                 {WORDS_OF("Anchors and barrels stand upon canvas."), true},
                 {WORDS_OF("\xFF\xFE\0\x80\xC3"), true},
                 {WORDS_OF("Die Brücke aus Stein wird vor dem Winter gebaut."), true},
                 {WORDS_OF(A), false},
                 {WORDS_OF(A "\n\n" G), false},
                 {WORDS_OF("\xFF" A "\0"), false}};
    test_api api;
    begin(&api);
    for (size_t i = 0; i < COUNT_OF(KNOWN); i++) {
        summ_doc *known = read_known(&api, KNOWN[i].text, KNOWN[i].n);
        summ_summary_options o = defaults();
        o.known = known;
        if (KNOWN[i].same)
            check_same(api.doc, &o);
        o.max_sentences = 100;
        summ_sentences *summary = summarize(api.doc, &o);
        assert_int_equal(holds(summary, A), KNOWN[i].same);
        assert_true(holds(summary, B) && holds(summary, E));
        summ_sentences_free(summary);
        summ_doc_free(known);
    }
    test_api_end(&api);
}

/* What has to be covered is taken, though it is known. */
static void test_known_and_must(void **state) {
    (void)state;
    static const char *const WORDS[] = {"stone bridge"};
    test_api api;
    begin(&api);
    summ_summary_options o = defaults();
    o.known = api.doc;
    o.must = WORDS;
    o.n_must = 1;
    check_one(api.doc, o, E);
    test_api_end(&api);
}

/* What is known may be of another engine, and of several parts. */
static void test_known_of_another_engine(void **state) {
    (void)state;
    const summ_part parts[] = {
        {.text = A, .n_bytes = sizeof(A) - 1}, {.n_bytes = 0}, {.text = E, .n_bytes = sizeof(E) - 1}};
    test_api api;
    summ_engine *engine;
    summ_doc *known;
    begin(&api);
    assert_int_equal(summ_engine_new(NULL, &engine), SUMM_OK);
    assert_int_equal(summ_doc_new_merged(engine, parts, 3, NULL, &known), SUMM_OK);
    summ_summary_options o = defaults();
    o.known = known;
    o.max_sentences = 100;
    summ_sentences *summary = summarize(api.doc, &o);
    summ_doc_free(known); /* the summary does not need it */
    summ_engine_free(engine);
    assert_true(!holds(summary, A) && !holds(summary, E) && holds(summary, B));
    summ_sentences_free(summary);
    test_api_end(&api);
}

/* ---- Quotations and questions ------------------------------------------------------------------------------------ */

static void test_forms(void **state) {
    (void)state;
    test_api api;
    begin(&api);
    for (int quotes = 0; quotes < 2; quotes++)
        for (int questions = 0; questions < 2; questions++) {
            summ_summary_options o = defaults();
            o.max_sentences = 100;
            o.no_quotes = quotes;
            o.no_questions = questions * 17;
            summ_sentences *summary = summarize(api.doc, &o);
            assert_int_equal(holds(summary, C), quotes == 0);
            assert_int_equal(holds(summary, D), questions == 0);
            assert_true(holds(summary, A) && holds(summary, B) && holds(summary, E) && holds(summary, G));
            summ_sentences_free(summary);
        }
    test_api_end(&api);
}

/* Words that only such a sentence holds are not covered then. */
static void test_forms_and_must(void **state) {
    (void)state;
    static const char *const WORDS[] = {"captains", "pay for"};
    test_api api;
    begin(&api);
    summ_summary_options o = defaults();
    o.must = WORDS;
    o.n_must = 2;
    summ_sentences *summary = summarize(api.doc, &o);
    assert_true(holds(summary, C) && holds(summary, D));
    summ_sentences_free(summary);
    o.no_quotes = o.no_questions = 1;
    summary = summarize(api.doc, &o);
    assert_true(!holds(summary, C) && !holds(summary, D) && summ_sentences_count(summary) == 3);
    summ_sentences_free(summary);
    test_api_end(&api);
}

static void test_nothing_left(void **state) {
    (void)state;
    static const char ASKING[] = "Who lit the old lantern of the harbour? Why did nobody see the ferry leave?";
    test_api api;
    test_api_begin(&api, ASKING, sizeof ASKING - 1, "en");
    summ_summary_options o = defaults();
    o.no_questions = 1;
    summ_sentences *summary = summarize(api.doc, &o);
    assert_int_equal(summ_sentences_count(summary), 0);
    summ_sentences_free(summary);
    test_api_end(&api);
}

/* ---- Arguments --------------------------------------------------------------------------------------------------- */

static void test_arguments(void **state) {
    (void)state;
    const char *words[] = {"lantern", NULL};
    test_api api;
    summ_sentences *out = NULL;
    begin(&api);
    summ_summary_options o = defaults();
    o.n_must = 1;
    assert_int_equal(summ_summarize(api.doc, &o, &out), SUMM_ERR_ARGUMENT);
    o.must = words;
    o.n_must = 2;
    assert_int_equal(summ_summarize(api.doc, &o, &out), SUMM_ERR_ARGUMENT);
    assert_null(out);
    o.n_must = 0;
    check_same(api.doc, &o);
    test_api_end(&api);
}

/* Callers compiled before a member was there do without it, whatever stands behind their struct. */
static void test_older_callers(void **state) {
    (void)state;
    static const size_t SIZES[] = {offsetof(summ_summary_options, seed), offsetof(summ_summary_options, query)};
    test_api api;
    begin(&api);
    for (size_t i = 0; i < COUNT_OF(SIZES); i++) {
        summ_summary_options o;
        memset(&o, 0x5A, sizeof o); /* pointers that lead nowhere */
        summ_summary_options_init(&o, SIZES[i]);
        assert_int_equal(((unsigned char *)&o)[SIZES[i]], 0x5A);
        check_same(api.doc, &o);
    }
    summ_summary_options o = defaults();
    assert_true(o.query == NULL && o.must == NULL && o.n_must == 0 && o.known == NULL);
    assert_true(o.no_quotes == 0 && o.no_questions == 0);
    o.query = "stone bridge";
    o.struct_size = offsetof(summ_summary_options, must);
    o.must = NULL;
    o.n_must = 1000;
    check_one(api.doc, o, E);
    test_api_end(&api);
}

/* ---- Titles ------------------------------------------------------------------------------------------------------ */

static summ_status read_titled(const summ_engine *engine, const char *title, size_t struct_size, summ_doc **doc) {
    summ_doc_options how;
    summ_doc_options_init(&how, sizeof how);
    how.language = "en";
    how.title = title;
    how.struct_size = struct_size;
    return summ_doc_new(engine, TEXT, sizeof TEXT - 1, &how, doc);
}

static bool may_be_chosen(const summ_doc *doc, const char *text) {
    summ_summary_options o = defaults();
    o.max_sentences = 100;
    summ_sentences *summary = summarize(doc, &o);
    bool is_there = holds(summary, text);
    summ_sentences_free(summary);
    return is_there;
}

static void test_titles(void **state) {
    (void)state;
    static const struct {
        const char *title;
        bool is_a; /* has the words of the last block */
    } TITLES[] = {{NULL, false},           {"", false},
                  {"Harbour news", false}, {A, true},
                  {"\xFF\xC3", false},     {"THE OLD LANTERNS OF THE HARBOUR WAS LIT AT DUSK BY ITS KEEPERS!", true},
                  {"A bridge", false},     {"\n\n\n", false},
                  {A " " B, false}};
    test_api api;
    begin(&api);
    for (size_t i = 0; i < COUNT_OF(TITLES); i++) {
        summ_doc *doc;
        summ_sentences *all;
        assert_int_equal(read_titled(api.engine, TITLES[i].title, sizeof(summ_doc_options), &doc), SUMM_OK);
        assert_int_equal(summ_split(doc, &all), SUMM_OK);
        assert_int_equal(summ_sentences_count(all), 10);
        assert_true(may_be_chosen(doc, A)); /* its first occurrence is in a paragraph of several */
        summ_sentences_free(all);
        summ_doc_free(doc);
    }
    test_api_end(&api);
}

/* A line with the words of the title is never chosen; an older caller has none. */
static void test_title_is_no_sentence(void **state) {
    (void)state;
    static const char LINES[] = A "\n\n" B " " E "\n";
    for (int older = 0; older < 2; older++) {
        test_api api;
        summ_doc *doc;
        summ_doc_options how;
        begin(&api);
        summ_doc_options_init(&how, sizeof how);
        how.language = "en";
        how.title = A;
        if (older)
            how.struct_size = offsetof(summ_doc_options, title);
        assert_int_equal(summ_doc_new(api.engine, LINES, sizeof LINES - 1, &how, &doc), SUMM_OK);
        assert_int_equal(may_be_chosen(doc, A), older);
        assert_true(may_be_chosen(doc, B));
        summ_doc_free(doc);
        test_api_end(&api);
    }
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_query),
        cmocka_unit_test(test_queries_that_change_nothing),
        cmocka_unit_test(test_must),
        cmocka_unit_test(test_must_within_ceilings),
        cmocka_unit_test(test_scores_of_short_sentences),
        cmocka_unit_test(test_known_itself),
        cmocka_unit_test(test_known_itself_at_length),
        cmocka_unit_test(test_known),
        cmocka_unit_test(test_known_and_must),
        cmocka_unit_test(test_known_of_another_engine),
        cmocka_unit_test(test_forms),
        cmocka_unit_test(test_forms_and_must),
        cmocka_unit_test(test_nothing_left),
        cmocka_unit_test(test_arguments),
        cmocka_unit_test(test_older_callers),
        cmocka_unit_test(test_titles),
        cmocka_unit_test(test_title_is_no_sentence),
    };
    return cmocka_run_group_tests_name("api/wanted", tests, NULL, NULL);
}
