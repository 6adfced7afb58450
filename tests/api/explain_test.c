/* Why sentences were chosen or not, through summ.h. */
#include "support/document.h"

static const char TEXT[] = "Harbour lights\n\n"
                           "The lantern of the harbour was lit at dusk. Two ferries left the island at night.\n"
                           "Timber and salt are sold on the islands. The keeper of the harbour lantern slept.\n\n"
                           "What comes next\n\n"
                           "A third ferry with timber leaves the harbour. Nobody on the island saw the lantern. Two "
                           "ferries left the island at "
                           "night, they say. Salt and timber.\n";

static summ_summary_options defaults(void) {
    summ_summary_options options;
    summ_summary_options_init(&options, sizeof options);
    return options;
}

static summ_explanation *explain(const summ_doc *doc, const summ_summary_options *options) {
    summ_explanation *why = NULL;
    assert_int_equal(summ_explain(doc, options, &why), SUMM_OK);
    return why;
}

/* The reason for the sentence that begins so, or NULL. */
static const summ_reason *find(const summ_explanation *why, const char *beginning) {
    for (size_t i = 0; i < summ_explanation_count(why); i++) {
        const summ_reason *r = summ_explanation_at(why, i);
        if (strncmp(r->sentence->text, beginning, strlen(beginning)) == 0)
            return r;
    }
    return NULL;
}

static void test_arguments(void **state) {
    (void)state;
    test_api api;
    summ_explanation *why = NULL;
    summ_summary_options options = defaults();
    test_api_begin(&api, TEXT, sizeof TEXT - 1, "en");
    assert_int_equal(summ_explain(NULL, NULL, &why), SUMM_ERR_ARGUMENT);
    assert_int_equal(summ_explain(api.doc, NULL, NULL), SUMM_ERR_ARGUMENT);
    options.struct_size = sizeof options.struct_size - 1;
    assert_int_equal(summ_explain(api.doc, &options, &why), SUMM_ERR_ARGUMENT);
    options = defaults();
    options.algorithm = "dice";
    assert_int_equal(summ_explain(api.doc, &options, &why), SUMM_ERR_NAME);
    options = defaults();
    options.diversity = 2;
    assert_int_equal(summ_explain(api.doc, &options, &why), SUMM_ERR_ARGUMENT);
    assert_null(why);
    summ_explanation_free(NULL);
    test_api_end(&api);
}

/* Options of an older header. */
static void test_struct_size(void **state) {
    (void)state;
    test_api api;
    summ_summary_options options = defaults();
    test_api_begin(&api, TEXT, sizeof TEXT - 1, "en");
    options.max_sentences = 1;
    options.struct_size = offsetof(summ_summary_options, max_words);
    summ_explanation *why = explain(api.doc, &options);
    assert_int_equal(summ_explanation_count(why), 4);
    assert_null(summ_explanation_at(why, 4));
    assert_null(summ_explanation_at(why, SIZE_MAX));
    summ_explanation_free(why);
    test_api_end(&api);
}

/* The chosen sentences first, as summ_summarize has them, then the best others by their scores. */
static void check_order(const summ_explanation *why, const summ_sentences *summary) {
    size_t n = summ_explanation_count(why), n_chosen = summ_sentences_count(summary);
    assert_in_range(n - n_chosen, 0, 3);
    for (size_t i = 0; i < n; i++) {
        const summ_reason *r = summ_explanation_at(why, i);
        const summ_sentence *s = summ_sentences_at(summary, i);
        bool chosen = r->verdict == SUMM_CHOSEN || r->verdict == SUMM_CHOSEN_MUST;
        assert_int_equal(chosen, i < n_chosen);
        if (s != NULL) {
            assert_string_equal(r->sentence->text, s->text);
            assert_true(r->sentence->index == s->index && r->sentence->rank == s->rank);
            assert_true(r->sentence->score == s->score && r->sentence->begin == s->begin);
        } else {
            assert_int_equal(r->sentence->rank, 0);
            assert_true(i == n_chosen || r->sentence->score <= summ_explanation_at(why, i - 1)->sentence->score);
        }
    }
}

static void check_shares(const summ_reason *r) {
    double terms = 0, votes = 0;
    assert_true(r->n_terms <= 5 && r->n_votes <= 3);
    for (size_t i = 0; i < r->n_terms; i++) {
        assert_true(r->terms[i].weight > 0 && r->terms[i].weight <= 1);
        assert_true(i == 0 || r->terms[i].weight <= r->terms[i - 1].weight);
        assert_true(r->terms[i].n_bytes > 0 && strlen(r->terms[i].text) == r->terms[i].n_bytes);
        terms += r->terms[i].weight;
    }
    for (size_t i = 0; i < r->n_votes; i++) {
        assert_true(r->votes[i].weight > 0 && r->votes[i].index != r->sentence->index);
        assert_true(r->votes[i].index < r->n_sentences);
        assert_true(i == 0 || r->votes[i].weight <= r->votes[i - 1].weight);
        votes += r->votes[i].weight;
    }
    assert_true(terms <= 1 + 1e-6 && votes <= 1 + 1e-6);
    assert_int_equal(r->n_terms > 0, r->n_votes > 0);
}

static void check_reason(const summ_reason *r) {
    if (r->sentence->score > 0)
        assert_close(r->base * r->position * r->cue * r->alone * r->novelty * r->query, r->sentence->score, 1e-9);
    assert_true(r->kept >= 0 && r->kept <= 1 && r->similarity >= 0 && r->similarity <= 1 + 1e-9);
    assert_true(r->similar == SUMM_NO_SENTENCE || r->similar < r->n_sentences);
    check_shares(r);
}

static void check(const summ_doc *doc, const summ_summary_options *options) {
    summ_sentences *summary;
    summ_explanation *why = explain(doc, options);
    assert_int_equal(summ_summarize(doc, options, &summary), SUMM_OK);
    check_order(why, summary);
    for (size_t i = 0; i < summ_explanation_count(why); i++)
        check_reason(summ_explanation_at(why, i));
    summ_sentences_free(summary);
    summ_explanation_free(why);
}

static void test_all_algorithms(void **state) {
    (void)state;
    test_api api;
    test_api_begin(&api, TEXT, sizeof TEXT - 1, "en");
    for (size_t k = 0; summ_item_at(SUMM_ALGORITHMS, k) != NULL; k++)
        for (int i = 0; i < 8; i++) {
            summ_summary_options o = defaults();
            o.algorithm = summ_item_at(SUMM_ALGORITHMS, k)->name;
            o.order = i % 2 == 0 ? SUMM_ORDER_POSITION : SUMM_ORDER_SCORE;
            o.max_words = i < 4 ? SUMM_NO_LIMIT : 17;
            o.query = i % 4 == 1 ? "salt" : NULL;
            o.known = i % 4 == 2 ? api.doc : NULL;
            check(api.doc, &o);
        }
    test_api_end(&api);
}

/* One document and what is asked of it; the sentence that begins so has this verdict. */
static const struct {
    size_t max_sentences, max_words, max_chars;
    const char *must;
    int no_quotes, no_questions;
    const char *text, *beginning;
    summ_verdict verdict;
} VERDICTS[] = {
#define NO SUMM_NO_LIMIT
    {1, NO, NO, NULL, 0, 0, "Owls hunt small mice at night.", "Owls", SUMM_CHOSEN},
    {1, NO, NO, NULL, 0, 0, "Owls hunt small mice at night. Mice and owls hunt in the barn.", "Mice", SUMM_LEFT_NEXT},
    {1, NO, NO, "barn", 0, 0, "Owls hunt small mice at night. Mice and owls hunt in the barn.", "Mice",
     SUMM_CHOSEN_MUST},
    {9, NO, NO, NULL, 0, 0, "Owls hunt small grey mice at night. At night, owls hunt small grey mice.", "At",
     SUMM_LEFT_COPY},
    {NO, 6, NO, NULL, 0, 0, "Owls hunt small mice at night. The farmer and his dog keep out of the barn then.", "The",
     SUMM_LEFT_NO_ROOM},
    {NO, NO, 31, NULL, 0, 0, "Owls hunt small mice at night. The farmer and his dog keep out of the barn then.", "The",
     SUMM_LEFT_NO_ROOM},
    {NO, 11, NO, NULL, 0, 0, "Owls hunt small mice at night. Mice and owls hunt in barns.", "Mice", SUMM_LEFT_NO_ROOM},
    {9, NO, NO, NULL, 1, 0, "\"Owls hunt small mice at night,\" said she. Mice and owls hunt in the barn.", "\"Owls",
     SUMM_LEFT_QUOTATION},
    {9, NO, NO, NULL, 0, 1, "Do owls hunt small mice at night? Mice and owls hunt in the barn.", "Do",
     SUMM_LEFT_QUESTION},
    {9, NO, NO, NULL, 0, 0, "Owls hunt small mice at night. So they say. Mice and owls hunt in the barn.", "So",
     SUMM_LEFT_SHORT},
    {9, NO, NO, NULL, 0, 0, "Of mice\n\nOwls hunt small mice at night.\n\nOf owls\n\nMice and owls hunt in the barn.",
     "Of mice", SUMM_LEFT_TITLE},
    {9, NO, NO, NULL, 0, 0, "Of mice\n\nOwls hunt small mice at night.\n\nOf owls\n\nMice and owls hunt in the barn.",
     "Of owls", SUMM_LEFT_LABEL},
#undef NO
};

static void test_verdicts(void **state) {
    (void)state;
    for (size_t k = 0; k < COUNT_OF(VERDICTS); k++) {
        test_api api;
        summ_summary_options o = defaults();
        const char *must[] = {VERDICTS[k].must};
        o.max_sentences = VERDICTS[k].max_sentences;
        o.max_words = VERDICTS[k].max_words;
        o.max_chars = VERDICTS[k].max_chars;
        o.must = must;
        o.n_must = must[0] != NULL;
        o.no_quotes = VERDICTS[k].no_quotes;
        o.no_questions = VERDICTS[k].no_questions;
        test_api_begin(&api, VERDICTS[k].text, strlen(VERDICTS[k].text), "en");
        summ_explanation *why = explain(api.doc, &o);
        const summ_reason *r = find(why, VERDICTS[k].beginning);
        if (r == NULL || r->verdict != VERDICTS[k].verdict)
            fail_msg("case %zu: verdict %d", k, r != NULL ? (int)r->verdict : -1);
        summ_explanation_free(why);
        check(api.doc, &o);
        test_api_end(&api);
    }
}

/* What is left of a length, which one more sentence might have. */
static void test_room(void **state) {
    (void)state;
    static const char OWLS[] = "Owls hunt small mice at night. Mice and owls hunt in barns.";
    test_api api;
    summ_summary_options o = defaults();
    test_api_begin(&api, OWLS, sizeof OWLS - 1, "en");
    o.max_words = 11;
    o.max_chars = 58;
    summ_explanation *why = explain(api.doc, &o);
    assert_int_equal(summ_explanation_at(why, 0)->words_left, 5);
    assert_int_equal(summ_explanation_at(why, 0)->chars_left, 27); /* 30 and the space between */
    summ_explanation_free(why);
    o.max_words = o.max_chars = 0;
    why = explain(api.doc, &o);
    assert_true(summ_explanation_at(why, 0)->words_left == 0 && summ_explanation_at(why, 0)->chars_left == 0);
    summ_explanation_free(why);
    why = explain(api.doc, NULL);
    assert_true(summ_explanation_at(why, 0)->words_left == SUMM_NO_LIMIT);
    assert_true(summ_explanation_at(why, 0)->chars_left == SUMM_NO_LIMIT);
    summ_explanation_free(why);
    test_api_end(&api);
}

/* A near-copy tells of what; one of the text that is known is of no sentence here. */
static void test_copies(void **state) {
    (void)state;
    static const char OWLS[] = "Grey mice eat the grain of the farmer. Owls hunt small grey mice at night. The old "
                               "farmer likes his owls. At night, owls hunt small grey mice.";
    static const char KNOWN[] = "Owls hunt small grey mice at night.";
    test_api api, known;
    summ_summary_options o = defaults();
    test_api_begin(&api, OWLS, sizeof OWLS - 1, "en");
    test_api_begin(&known, KNOWN, sizeof KNOWN - 1, "en");
    o.max_sentences = 4;
    summ_explanation *why = explain(api.doc, &o);
    const summ_reason *r = find(why, "At night");
    assert_true(r->verdict == SUMM_LEFT_COPY && r->similar == 1);
    summ_explanation_free(why);
    o.known = known.doc;
    why = explain(api.doc, &o);
    r = find(why, "Owls");
    assert_true(r->verdict == SUMM_LEFT_COPY && r->similar == SUMM_NO_SENTENCE);
    assert_true(r->novelty < 1 && r->similarity > 0.9);
    summ_explanation_free(why);
    test_api_end(&known);
    test_api_end(&api);
}

/* How a sentence is worded moves its score. */
static void test_wording(void **state) {
    (void)state;
    static const char WORDED[] = "The lantern of the harbour was lit. However, the keeper of the lantern left. In this "
                                 "paper the harbour is described. It is a lantern of this paper.";
    test_api api;
    summ_summary_options o = defaults();
    o.max_sentences = 4;
    test_api_begin(&api, WORDED, sizeof WORDED - 1, "en");
    summ_explanation *why = explain(api.doc, &o);
    assert_true(find(why, "The lantern")->cue == 1 && find(why, "The lantern")->alone == 1);
    assert_true(find(why, "However")->cue == 1 && find(why, "However")->alone == 0.95);
    assert_true(find(why, "In this")->cue == 1.5 && find(why, "In this")->alone == 1);
    assert_true(find(why, "It is")->cue == 1.5 && find(why, "It is")->alone == 1); /* it tells what the text is about */
    summ_explanation_free(why);
    o.algorithm = "lexrank";
    why = explain(api.doc, &o);
    assert_true(find(why, "However")->alone == 1 && find(why, "In this")->cue == 1);
    summ_explanation_free(why);
    test_api_end(&api);
}

/* What moves scores: place in the text, a question, what is known, what repeats. */
static void test_factors(void **state) {
    (void)state;
    test_api api;
    summ_summary_options o = defaults();
    test_api_begin(&api, TEXT, sizeof TEXT - 1, "en");
    summ_explanation *why = explain(api.doc, &o);
    assert_close(find(why, "The lantern")->position, 1.7, 1e-12);
    summ_explanation_free(why);
    o.algorithm = "lexrank";
    o.query = "salt";
    why = explain(api.doc, &o);
    const summ_reason *salt = find(why, "Timber and salt");
    assert_true(salt->query > 1 && salt->position == 1 && salt->novelty == 1);
    summ_explanation_free(why);
    o.query = "zeppelin";
    why = explain(api.doc, &o);
    assert_true(summ_explanation_at(why, 0)->query == 1);
    summ_explanation_free(why);
    test_api_end(&api);
}

/* Where a sentence shares words with one other alone, that one has all of the votes. */
static void test_terms_and_votes(void **state) {
    (void)state;
    static const char OWLS[] = "Barn owls hunt the small mice. Farmers like barn owls best. Rain fell on every hill.";
    test_api api;
    summ_summary_options o = defaults();
    test_api_begin(&api, OWLS, sizeof OWLS - 1, "en");
    o.order = SUMM_ORDER_POSITION;
    summ_explanation *why = explain(api.doc, &o);
    const summ_reason *r = summ_explanation_at(why, 0);
    assert_true(r->n_votes == 1 && r->votes[0].index == 1);
    assert_close(r->votes[0].weight, 1, 1e-6);
    assert_int_equal(r->n_terms, 3);
    assert_string_equal(r->terms[0].text, "barn");
    assert_string_equal(r->terms[1].text, "owls");
    assert_string_equal(r->terms[2].text, "barn owls");
    assert_close(r->terms[2].weight, 1.0 / 3, 1e-6);
    assert_true(find(why, "Rain")->n_terms == 0 && find(why, "Rain")->n_votes == 0);
    summ_explanation_free(why);
    test_api_end(&api);
}

static void test_odd_texts(void **state) {
    (void)state;
    static const char *const TEXTS[] = {"",     " \n\n\t",
                                        "17",   "...",
                                        "\xFF", "\xFF\xC3 owls hunt the \x80 mice. \xE2\x82 Owls.",
                                        "Owls", "It was. It was. It was."};
    for (size_t i = 0; i < COUNT_OF(TEXTS); i++) {
        test_api api;
        test_api_begin(&api, TEXTS[i], strlen(TEXTS[i]), NULL);
        check(api.doc, NULL);
        test_api_end(&api);
    }
}

/* The report of an explanation is that of its sentences and more. */
static void test_report(void **state) {
    (void)state;
    test_api api;
    summ_report report;
    test_text text = {0}, lines = {0};
    test_api_begin(&api, TEXT, sizeof TEXT - 1, "en");
    summ_explanation *why = explain(api.doc, NULL);
    summ_report_init(&report, sizeof report);
    report.explanation = why;
    test_text_report(&text, "text", &report);
    test_text_report(&lines, "jsonl", &report);
    for (size_t i = 0; i < summ_explanation_count(why); i++) {
        assert_non_null(strstr(text.at, summ_explanation_at(why, i)->sentence->text));
        assert_non_null(strstr(lines.at, summ_explanation_at(why, i)->sentence->text));
    }
    assert_non_null(strstr(text.at, "\n\nNot chosen:\n"));
    assert_non_null(strstr(lines.at, "\"explain\":{\"sentences\":["));
    test_text_end(&text);
    test_text_end(&lines);
    summ_explanation_free(why);
    test_api_end(&api);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_arguments), cmocka_unit_test(test_struct_size), cmocka_unit_test(test_all_algorithms),
        cmocka_unit_test(test_verdicts),  cmocka_unit_test(test_room),        cmocka_unit_test(test_copies),
        cmocka_unit_test(test_factors),   cmocka_unit_test(test_wording),     cmocka_unit_test(test_terms_and_votes),
        cmocka_unit_test(test_odd_texts), cmocka_unit_test(test_report),
    };
    return cmocka_run_group_tests_name("api/explain", tests, NULL, NULL);
}
