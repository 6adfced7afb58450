/* Edmundson: the four methods worked out sentence by sentence from the definitions, and each by hand. */
#include "rank/dense.h"

#include "text/fold.h"

static bool in_list(const sm_doc *doc, const sm_word *w, sm_list list) {
    char folded[SM_WORD_MAX];
    size_t n = sm_fold(doc->input.text + w->begin, w->n_bytes, false, folded);
    return sm_lexicon_has(doc->language, list, folded, n);
}

static sm_role role_of(const sm_doc *doc, uint32_t sentence) {
    return doc->input.blocks.at[doc->sentences.at[sentence].block].role;
}

static bool has_stem(const sm_doc *doc, uint32_t sentence, uint64_t stem) {
    for (uint32_t t = doc->sentences.at[sentence].first_token; t < sm_doc_end_token(doc, sentence); t++)
        if (sm_doc_word(doc, t)->stem == stem)
            return true;
    return false;
}

/* Does the stem stand in a sentence of that role? */
static bool stands_in(const sm_doc *doc, sm_role role, uint64_t stem) {
    for (uint32_t i = 0; i < doc->sentences.n; i++)
        if (role_of(doc, i) == role && has_stem(doc, i, stem))
            return true;
    return false;
}

static double cue_of(const sm_doc *doc, uint32_t sentence) {
    double sum = 0;
    for (uint32_t t = doc->sentences.at[sentence].first_token; t < sm_doc_end_token(doc, sentence); t++)
        sum += in_list(doc, sm_doc_word(doc, t), SM_LIST_BONUS) - in_list(doc, sm_doc_word(doc, t), SM_LIST_STIGMA);
    return sum;
}

static double key_of(const sm_doc *doc, const dense_row *row) {
    double sum = 0;
    for (size_t k = 0; k < row->n; k++) {
        double count = 0;
        for (uint32_t t = 0; t < doc->tokens.n; t++)
            count += sm_doc_word(doc, t)->stem == row->key[k];
        sum += count > 1 ? count : 0;
    }
    return sum;
}

static double title_of(const sm_doc *doc, const dense_row *row) {
    double sum = 0;
    for (size_t k = 0; k < row->n; k++)
        sum += stands_in(doc, SM_ROLE_TITLE, row->key[k]) ? 2 : stands_in(doc, SM_ROLE_HEADING, row->key[k]) ? 1 : 0;
    return sum;
}

/* How many candidates stand before (step -1) or after (1) a sentence, in its own block or in others. */
static size_t count_beside(const sm_doc *doc, uint32_t sentence, int step, bool same_block) {
    const sm_sentence *s = doc->sentences.at;
    size_t n = 0;
    for (uint32_t i = sentence + (uint32_t)step; i < doc->sentences.n; i += (uint32_t)step)
        n += s[i].candidate && (s[i].block == s[sentence].block) == same_block;
    return n;
}

/* Does the nearest heading before it have a bonus word? */
static bool under_bonus(const sm_doc *doc, uint32_t sentence) {
    for (uint32_t i = sentence; i-- > 0;)
        if (role_of(doc, i) == SM_ROLE_HEADING) {
            bool has = false;
            for (uint32_t t = doc->sentences.at[i].first_token; t < sm_doc_end_token(doc, i); t++)
                has = has || in_list(doc, sm_doc_word(doc, t), SM_LIST_BONUS);
            return has;
        }
    return false;
}

static double location_of(const sm_doc *doc, uint32_t sentence) {
    return (count_beside(doc, sentence, -1, true) == 0) + (count_beside(doc, sentence, 1, true) == 0) +
           (count_beside(doc, sentence, -1, false) == 0) + (count_beside(doc, sentence, 1, false) == 0) +
           under_bonus(doc, sentence);
}

static void expect(const sm_doc *doc, double *score) {
    static double part[4][DENSE_MAX];
    double most[4] = {0};
    assert_true(doc->sentences.n <= DENSE_MAX);
    for (uint32_t i = 0; i < doc->sentences.n; i++) {
        static dense_row row;
        dense_fill(&row, doc, i, false);
        part[0][i] = cue_of(doc, i);
        part[1][i] = key_of(doc, &row);
        part[2][i] = title_of(doc, &row);
        part[3][i] = location_of(doc, i);
        for (size_t k = 0; k < 4 && doc->sentences.at[i].candidate; k++)
            most[k] = fmax(most[k], fabs(part[k][i]));
    }
    for (uint32_t i = 0; i < doc->sentences.n; i++) {
        score[i] = 0;
        for (size_t k = 0; k < 4; k++)
            score[i] += most[k] > 0 ? part[k][i] / most[k] : 0;
        score[i] = fmax(score[i], 0);
    }
}

static void check(const char *text, size_t n) {
    test_doc t;
    double expected[DENSE_MAX];
    test_doc_begin(&t, text, n, "en");
    const double *score = dense_rank(&t, "edmundson");
    expect(&t.doc, expected);
    for (uint32_t i = 0; i < t.doc.sentences.n; i++)
        if (t.doc.sentences.at[i].candidate)
            assert_close(score[i], expected[i], 1e-12);
    test_doc_end(&t);
}

/* Sentences under a title and headings, with cue words. */
static void make_text(test_text *text, uint64_t seed) {
    static const char *const PIECES[] = {
        "Conclusions\n\n",
        "\n\nFerry and harbour\n\n",
        "\n\nImportant findings\n\n",
        "\n\nLanterns\n\n",
        "\n\n",
        "\n\n",
        "Significantly, ",
        "Hardly, perhaps, ",
        "It is impossible: ",
        "The conclusion: ",
    };
    test_random r = {seed};
    test_text_put(text, "Lantern and ember\n\n");
    for (size_t n = test_random_below(&r, 20); n > 0; n--) {
        if (test_random_below(&r, 2) == 0)
            test_text_put(text, PIECES[test_random_below(&r, COUNT_OF(PIECES))]);
        test_text_add_sentence(text, &r, COUNT_OF(test_words), test_random_below(&r, 4) == 0 ? 1 : 5, 12);
    }
}

static void test_random_texts(void **state) {
    (void)state;
    for (uint64_t seed = 1; seed <= 150; seed++) {
        test_text text = {0};
        make_text(&text, seed);
        check(text.at, text.n);
        test_text_end(&text);
    }
}

static void test_anything(void **state) {
    (void)state;
    dense_check_pieces(check);
}

static void test_texts(void **state) {
    (void)state;
    static const char *const TEXTS[] = {
        "",
        "Lantern",
        "A heading alone\n\nAnd another heading",
        "Hardly. Perhaps. Impossible.",
        "It was what it was and so it was. It was what it was and so it was.",
        "\xFF lantern \xC3 lantern\x80 harbour \xE2\x82 harbour.",
    };
    for (size_t i = 0; i < COUNT_OF(TEXTS); i++)
        check(TEXTS[i], strlen(TEXTS[i]));
}

/* All sentences stand alone in a paragraph between others, so that a method that tells nothing tells all the same. */
static void check_scores(const char *language, const char *text, const double *expected, size_t n) {
    test_doc t;
    test_doc_begin(&t, text, strlen(text), language);
    assert_int_equal(t.doc.sentences.n, n);
    const double *score = dense_rank(&t, "edmundson");
    for (size_t i = 0; i < n; i++)
        if (t.doc.sentences.at[i].candidate && fabs(score[i] - expected[i]) > 1e-12)
            fail_msg("%s: sentence %zu has %g, expected %g", language, i, score[i], expected[i]);
    test_doc_end(&t);
}

/* Location is 3/3 for the first and last line and 2/3 between; no stem comes twice. */
static void test_cue_words(void **state) {
    (void)state;
    static const double EXPECTED[] = {1, 2 / 3. + 1, 2 / 3. - 1 / 2., 2 / 3. + 1 / 2., 1};
    static const struct {
        const char *language, *text;
    } CASES[] = {
        {"en", "Barrels roll on grey canvas tonight.\n\nImportant and Significant dolphins chase two ferries.\n\n"
               "Glaciers hardly feed those wide rivers.\n\nTherefore kettles simmer upon orchid mats.\n\n"
               "Velvet ribbons adorn a saddle.\n"},
        {"ru", "Старая лодка плывёт через залив.\n\nГлавный маяк важный для всех рыбаков.\n\n"
               "Вряд здесь будет снова буря.\n\nПоэтому корабль стоит около берега.\n\n"
               "Вечером люди зажигают яркие фонари.\n"},
    };
    for (size_t i = 0; i < COUNT_OF(CASES); i++)
        check_scores(CASES[i].language, CASES[i].text, EXPECTED, COUNT_OF(EXPECTED));
}

/* Without cue words in the language, the three others decide. */
static void test_language_without_cue_words(void **state) {
    (void)state;
    check_scores("sv",
                 "Gamla tunnor rullar över grå segel.\n\nViktiga delfiner jagar snabba färjor.\n\n"
                 "Isen matar breda floder norrut.\n",
                 (const double[]){1, 2 / 3., 1}, 3);
}

/* Of a title's two words and a heading's one, the lines have: none; both; the heading's; one of each. Words of titles
 * that come again are frequent words too: lantern and ferry come 3 times, glacier twice. */
static void test_titles(void **state) {
    (void)state;
    static const char TEXT[] = "Lanterns and ferries\n\nBarrels roll on grey canvas tonight.\n\n"
                               "Lanterns light two old ferries home.\n\nThe glaciers\n\n"
                               "Glaciers feed those wide rivers daily.\n\nGlaciers, a lantern and a ferry's kettle.\n";
    const double most_key = 3 + 3 + 3, most_title = 2 + 2 + 1;
    const double expected[] = {0,
                               1,
                               2 / 3. + 6 / most_key + 4 / most_title,
                               0,
                               2 / 3. + 3 / most_key + 1 / most_title,
                               1 + 9 / most_key + 5 / most_title};
    check_scores("en", TEXT, expected, COUNT_OF(expected));
}

/* Paragraphs of three, under a heading with a bonus word from the second on. */
static void test_places(void **state) {
    (void)state;
    static const char TEXT[] =
        "Anchors drop beside grey stone walls. Barrels roll on rough canvas tonight. Dolphins chase two small "
        "boats.\n\n"
        "Conclusions\n\n"
        "Glaciers feed those wide rivers daily. Kettles simmer upon orchid mats. Velvet ribbons adorn a saddle.\n\n"
        "Walnut trees shade every narrow lane. Zephyrs cool those hot meadows. Falcons nest above gravel pits.\n\n"
        "Pebbles\n\n"
        "Timber burns slowly during cold nights. Quarry workers sing old songs. Cobalt paints every new jug.\n";
    /* Most is 2: an end of the first or last paragraph, or an end under Conclusions. */
    static const double EXPECTED[] = {1, 0.5, 1, 0, 1, 0.5, 1, 1, 0.5, 1, 0, 1, 0.5, 1};
    check_scores("en", TEXT, EXPECTED, COUNT_OF(EXPECTED));
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_random_texts),
        cmocka_unit_test(test_anything),
        cmocka_unit_test(test_texts),
        cmocka_unit_test(test_cue_words),
        cmocka_unit_test(test_language_without_cue_words),
        cmocka_unit_test(test_titles),
        cmocka_unit_test(test_places),
    };
    return cmocka_run_group_tests_name("rank/edmundson", tests, NULL, NULL);
}
