/* What has to be covered, against a naive cover that compares words one by one. */
#include "rank/dense.h"
#include "select/must.h"

#include "doc/prose.h"

enum {
    TEXTS = 6 /* that have to be covered, at most */
};

static const sm_budget NO_BUDGET = {SUMM_NO_LIMIT, SUMM_NO_LIMIT, SUMM_NO_LIMIT};

/* The texts read in English, as the API reads them. */
static void read_texts(test_doc *t, const char *const *texts, size_t n, sm_doc *must) {
    for (size_t i = 0; i < n; i++)
        assert_int_equal(sm_doc_build(&must[i], sm_reader_at(0), texts[i], (uint32_t)strlen(texts[i]),
                                      sm_language_find("en"), NULL, &t->own.arena),
                         SUMM_OK);
}

static sm_picks pick(test_doc *t, const double *score, const sm_doc *must, size_t n, sm_budget budget,
                     const bool *left_out) {
    sm_select_options options = {.must = must, .n_must = n};
    sm_picks picks;
    const sm_shares one = {NULL, &budget, 1};
    assert_true(sm_must_pick(&t->doc, score, &options, &one, left_out, &t->tmp.arena, &picks));
    assert_true(picks.n <= n);
    return picks;
}

/* ---- Cases ------------------------------------------------------------------------------------------------------- */

#define TITLE "Harbour lights\n\n"
#define A     "The old lantern of the harbour was lit at dusk. "     /* 9 words */
#define B     "Two ferries left the island at night with timber. "   /* 9 */
#define C     "Rust won. "                                           /* 2: too short to be a candidate */
#define D     "The ferry leaves the harbour with its lanterns lit. " /* 9 */
#define E     "\n\nNew lamps\n\nKeepers of the lighthouse met on the island in spring."
#define TEXT  TITLE A B C D E

/* Sentences by letter; the title is T, the heading H. */
static const char LETTERS[] = "TABCDHE";

static const struct {
    const char *must[TEXTS];
    sm_budget budget;
    const char *left_out;
    const char *picks; /* in the order of picking */
} CASES[] = {
#define NO_LIMITS                                                                                                      \
    { SUMM_NO_LIMIT, SUMM_NO_LIMIT, SUMM_NO_LIMIT }
    {{NULL}, NO_LIMITS, "", ""},
    {{"timber"}, NO_LIMITS, "", "B"},
    {{"lantern"}, NO_LIMITS, "", "D"}, /* the larger score */
    {{"LANTERNS"}, NO_LIMITS, "", "D"},
    {{"Lantern of the harbour"}, NO_LIMITS, "", "A"},
    {{"lanterns of the harbours"}, NO_LIMITS, "", "A"},
    {{"lantern of a harbour"}, NO_LIMITS, "", ""}, /* stop words count */
    {{"harbour lantern"}, NO_LIMITS, "", ""},
    {{"lantern", "ferry"}, NO_LIMITS, "", "D"},
    {{"lantern", "ferry", "dusk"}, NO_LIMITS, "", "DA"},
    {{"ferry", "timber", "harbour", "dusk"}, NO_LIMITS, "", "DBA"}, /* two each; then one each */
    {{"lighthouse", "rust"}, NO_LIMITS, "", "EC"},                  /* a candidate first */
    {{"rust"}, NO_LIMITS, "", "C"},                                 /* too short, but the only one */
    {{"rust won"}, NO_LIMITS, "", "C"},
    {{"Harbour lights"}, NO_LIMITS, "", ""}, /* only in the title */
    {{"lamps"}, NO_LIMITS, "", ""},          /* only in a heading */
    {{"anchor"}, NO_LIMITS, "", ""},
    {{"anchor", "timber", "anchor"}, NO_LIMITS, "", "B"},
    {{"timber", "timber", "Timber"}, NO_LIMITS, "", "B"},
    {{""}, NO_LIMITS, "", ""},
    {{" \n\t"}, NO_LIMITS, "", ""},
    {{"...!?"}, NO_LIMITS, "", ""},
    {{"timber!"}, NO_LIMITS, "", "B"},
    {{"“timber”"}, NO_LIMITS, "", "B"},
    {{"night with timber"}, NO_LIMITS, "", "B"},
    {{"with timber. Rust won"}, NO_LIMITS, "", ""}, /* not across sentences */
    {{"night\n\nwith timber"}, NO_LIMITS, "", "B"},
    {{"the"}, NO_LIMITS, "", "E"}, /* a stop word */
    {{"\xFF\xFE"}, NO_LIMITS, "", ""},
    {{"timber\xFF"}, NO_LIMITS, "", "B"},
    {{"\xC3timber"}, NO_LIMITS, "", "B"},
    /* what may not be taken */
    {{"lantern"}, NO_LIMITS, "D", "A"},
    {{"timber"}, NO_LIMITS, "B", ""},
    {{"rust"}, NO_LIMITS, "C", ""},
    /* ceilings */
    {{"lantern", "timber"}, {1, SUMM_NO_LIMIT, SUMM_NO_LIMIT}, "", "D"},
    {{"lantern", "timber"}, {0, SUMM_NO_LIMIT, SUMM_NO_LIMIT}, "", ""},
    {{"lantern", "timber"}, {SUMM_NO_LIMIT, 17, SUMM_NO_LIMIT}, "", "D"},
    {{"lantern", "timber"}, {SUMM_NO_LIMIT, 18, SUMM_NO_LIMIT}, "", "DB"},
    {{"lantern", "timber"}, {SUMM_NO_LIMIT, 8, SUMM_NO_LIMIT}, "", ""},
    {{"lantern", "rust"}, {SUMM_NO_LIMIT, 2, SUMM_NO_LIMIT}, "", "C"},
    {{"lantern", "timber"},
     {SUMM_NO_LIMIT, SUMM_NO_LIMIT, 48},
     "",
     "A"}, /* D has 51 characters, A 47, with its space 48 */
    {{"lantern", "timber"}, {SUMM_NO_LIMIT, SUMM_NO_LIMIT, 47}, "", ""},
};

static const double SCORES[] = {0, 1, 2, 9, 3, 9, 4};

static void check_case(size_t k) {
    test_doc t;
    sm_doc must[TEXTS];
    bool left_out[sizeof LETTERS - 1];
    char got[TEXTS + 1] = "";
    size_t n = 0;
    test_doc_begin(&t, TEXT, sizeof TEXT - 1, "en");
    assert_int_equal(t.doc.sentences.n, sizeof LETTERS - 1);
    while (n < TEXTS && CASES[k].must[n] != NULL)
        n++;
    read_texts(&t, CASES[k].must, n, must);
    for (size_t i = 0; i < sizeof left_out; i++)
        left_out[i] = strchr(CASES[k].left_out, LETTERS[i]) != NULL;
    sm_picks picks = pick(&t, SCORES, must, n, CASES[k].budget, CASES[k].left_out[0] != '\0' ? left_out : NULL);
    for (size_t i = 0; i < picks.n; i++)
        got[i] = LETTERS[picks.sentence[i]];
    if (strcmp(got, CASES[k].picks) != 0)
        fail_msg("case %zu, \"%s\": %s, expected %s", k, n > 0 ? CASES[k].must[0] : "", got, CASES[k].picks);
    test_doc_end(&t);
}

static void test_cases(void **state) {
    (void)state;
    for (size_t k = 0; k < COUNT_OF(CASES); k++)
        check_case(k);
}

/* A NUL is white space. */
static void test_nul(void **state) {
    (void)state;
    static const char WORDS[] = "night\0with timber";
    test_doc t;
    sm_doc must;
    test_doc_begin(&t, TEXT, sizeof TEXT - 1, "en");
    assert_int_equal(
        sm_doc_build(&must, sm_reader_at(0), WORDS, sizeof WORDS - 1, sm_language_find("en"), NULL, &t.own.arena),
        SUMM_OK);
    sm_picks picks = pick(&t, SCORES, &must, 1, NO_BUDGET, NULL);
    assert_int_equal(picks.n, 1);
    assert_int_equal(LETTERS[picks.sentence[0]], 'B');
    test_doc_end(&t);
}

/* Written without spaces, a text may be parted in other ways where other characters stand around it. */
static void test_without_spaces(void **state) {
    (void)state;
    static const char CHINESE[] = "大海啸来了。小城安静了。海水退了。";
    static const double EQUAL[] = {1, 1, 1};
    test_doc t;
    sm_doc must;
    test_doc_begin(&t, CHINESE, sizeof CHINESE - 1, "zh");
    assert_int_equal(sm_doc_build(&must, sm_reader_at(0), "海啸", 6, t.doc.language, NULL, &t.own.arena), SUMM_OK);
    sm_picks picks = pick(&t, EQUAL, &must, 1, NO_BUDGET, NULL);
    assert_int_equal(picks.n, 1);
    assert_int_equal(picks.sentence[0], 0);
    assert_int_equal(sm_doc_build(&must, sm_reader_at(0), "海潮", 6, t.doc.language, NULL, &t.own.arena), SUMM_OK);
    assert_int_equal(pick(&t, EQUAL, &must, 1, NO_BUDGET, NULL).n, 0);
    test_doc_end(&t);
}

static void test_no_sentences(void **state) {
    (void)state;
    test_doc t;
    sm_doc must;
    test_doc_begin(&t, "", 0, "en");
    read_texts(&t, (const char *const[]){"timber"}, 1, &must);
    assert_int_equal(pick(&t, NULL, &must, 1, NO_BUDGET, NULL).n, 0);
    test_doc_end(&t);
}

/* ---- The naive cover --------------------------------------------------------------------------------------------- */

typedef struct naive {
    const sm_doc *doc;
    const double *score;
    const sm_doc *must;
    size_t n;
    sm_budget left;
    const bool *left_out;
    bool covered[TEXTS];
} naive;

static bool same_stem(const sm_doc *a, uint32_t i, const sm_doc *b, uint32_t j) {
    const sm_stem_entry *s = &a->stems.at[sm_doc_word(a, i)->stem], *t = &b->stems.at[sm_doc_word(b, j)->stem];
    return s->n_bytes == t->n_bytes && memcmp(s->text, t->text, s->n_bytes) == 0;
}

static bool holds(const naive *c, uint32_t sentence, const sm_doc *text) {
    uint32_t n = (uint32_t)text->tokens.n, end = sm_doc_end_token(c->doc, sentence);
    for (uint32_t from = c->doc->sentences.at[sentence].first_token; n > 0 && from + n <= end; from++) {
        bool all = true;
        for (uint32_t i = 0; i < n; i++)
            all = all && same_stem(c->doc, from + i, text, i);
        if (all)
            return true;
    }
    return false;
}

/* Does a sentence fit that is neither a label nor left out? */
static bool may(const naive *c, uint32_t i) {
    const sm_sentence *s = &c->doc->sentences.at[i];
    return sm_prose_holds(c->doc, s) && !c->left_out[i] && c->left.sentences > 0 && s->n_words <= c->left.words &&
           s->n_chars < c->left.chars;
}

/* How good a sentence is: what it covers, then whether it is a candidate, then its score. */
static int compare(const naive *c, uint32_t a, uint32_t b) {
    size_t covers[2] = {0, 0};
    for (size_t k = 0; k < c->n; k++) {
        covers[0] += !c->covered[k] && holds(c, a, &c->must[k]);
        covers[1] += !c->covered[k] && holds(c, b, &c->must[k]);
    }
    if (covers[0] != covers[1])
        return covers[0] < covers[1] ? -1 : 1;
    bool candidate[2] = {c->doc->sentences.at[a].candidate, c->doc->sentences.at[b].candidate};
    if (candidate[0] != candidate[1])
        return candidate[0] ? 1 : -1;
    return c->score[a] < c->score[b] ? -1 : c->score[a] > c->score[b];
}

/* Covers with sentence `i`; false if that covers nothing. */
static bool cover(naive *c, uint32_t i) {
    bool more = false;
    for (size_t k = 0; k < c->n; k++)
        if (!c->covered[k] && holds(c, i, &c->must[k]))
            more = c->covered[k] = true;
    return more;
}

static uint32_t best_of(const naive *c) {
    uint32_t best = UINT32_MAX;
    for (uint32_t i = 0; i < c->doc->sentences.n; i++)
        if (may(c, i) && (best == UINT32_MAX || compare(c, i, best) > 0))
            best = i;
    return best;
}

static size_t cover_all(naive *c, uint32_t *sentence) {
    size_t n = 0;
    for (uint32_t best; (best = best_of(c)) != UINT32_MAX && cover(c, best); n++) {
        const sm_sentence *s = &c->doc->sentences.at[best];
        sentence[n] = best;
        c->left.sentences--;
        c->left.words -= s->n_words;
        c->left.chars -= s->n_chars + (size_t)1;
    }
    return n;
}

enum {
    SHORT_WORDS = 40 /* that a text of two different words has, at most */
};

/* Words of `a` and `b`, now and then with the end of a sentence. */
static void put_words(test_random *r, size_t n, size_t ends, test_text *text) {
    for (size_t i = 0; i < n; i++) {
        test_text_put(text, test_random_below(r, 3) == 0 ? "timber" : "lantern");
        test_text_put(text, ends > 0 && test_random_below(r, ends) == 0 ? ". Rust won. The " : " ");
    }
}

/* Does a text of two different words hold another, as the naive search has it? */
static bool check_repetition(test_random *r) {
    test_text text = {0}, words = {0};
    test_doc t;
    sm_doc must;
    bool found = false;
    put_words(r, 1 + test_random_below(r, SHORT_WORDS), 30, &text);
    put_words(r, 1 + test_random_below(r, 12), 0, &words);
    test_text_put(&text, "came.");
    test_doc_begin(&t, text.at, text.n, "en");
    read_texts(&t, (const char *const[]){words.at}, 1, &must);
    naive c = {.doc = &t.doc};
    for (uint32_t i = 0; i < t.doc.sentences.n; i++)
        found = found || (sm_prose_holds(&t.doc, &t.doc.sentences.at[i]) && holds(&c, i, &must));
    double *score = calloc(t.doc.sentences.n, sizeof *score);
    assert_non_null(score);
    assert_int_equal(pick(&t, score, &must, 1, NO_BUDGET, NULL).n, found);
    free(score);
    test_doc_end(&t);
    test_text_end(&text);
    test_text_end(&words);
    return found;
}

static void test_random_repetitions(void **state) {
    (void)state;
    test_random r = {32};
    size_t n_found = 0;
    for (size_t k = 0; k < 2000; k++)
        n_found += check_repetition(&r);
    assert_in_range(n_found, 500, 1500);
}

/* One to three words of the text's first few, so that most stand in it somewhere. */
static void make_texts(test_random *r, size_t n, test_text *texts) {
    for (size_t i = 0; i < n; i++)
        for (size_t k = test_random_below(r, 3) / 2 + 1; k > 0; k--) {
            test_text_put(&texts[i], test_words[test_random_below(r, 12)]);
            test_text_put(&texts[i], " ");
        }
}

static void check_random(test_random *r, uint64_t seed) {
    test_text text = {0}, texts[TEXTS] = {{0}};
    const char *at[TEXTS];
    sm_doc must[TEXTS];
    double score[DENSE_MAX];
    bool left_out[DENSE_MAX];
    uint32_t expected[TEXTS];
    test_doc t;
    size_t n = 1 + test_random_below(r, TEXTS);
    dense_random_text(&text, seed);
    test_doc_begin(&t, text.at, text.n, "en");
    make_texts(r, n, texts);
    for (size_t i = 0; i < n; i++)
        at[i] = texts[i].at;
    read_texts(&t, at, n, must);
    for (size_t i = 0; i < t.doc.sentences.n; i++) {
        score[i] = (double)test_random_below(r, 5);
        left_out[i] = test_random_below(r, 5) == 0;
    }
    for (size_t k = 0; k < 6; k++) {
        sm_budget budget = {k < 3 ? 1000 : test_random_below(r, 4), k % 3 == 0 ? 1000 : test_random_below(r, 50),
                            k % 3 == 1 ? 10000 : test_random_below(r, 300)};
        naive c = {.doc = &t.doc, .score = score, .must = must, .n = n, .left = budget, .left_out = left_out};
        sm_picks picks = pick(&t, score, must, n, budget, left_out);
        assert_int_equal(picks.n, cover_all(&c, expected));
        for (size_t i = 0; i < picks.n; i++)
            assert_int_equal(picks.sentence[i], expected[i]);
    }
    test_doc_end(&t);
    for (size_t i = 0; i < TEXTS; i++)
        test_text_end(&texts[i]);
    test_text_end(&text);
}

static void test_random_texts(void **state) {
    (void)state;
    test_random r = {31};
    for (uint64_t seed = 0; seed < 200; seed++)
        check_random(&r, seed);
}

static void test_each_allocation_fails_in_turn(void **state) {
    (void)state;
    test_doc t;
    sm_doc must[2];
    bool done = false;
    test_doc_begin(&t, TEXT, sizeof TEXT - 1, "en");
    read_texts(&t, (const char *const[]){"lantern", "timber"}, 2, must);
    sm_select_options options = {.must = must, .n_must = 2};
    const sm_shares one = {NULL, &NO_BUDGET, 1};
    for (size_t n = 1; !done; n++) {
        test_arena scratch;
        sm_picks picks;
        test_arena_begin(&scratch);
        test_memory_fail(&scratch.memory, n, false);
        done = sm_must_pick(&t.doc, SCORES, &options, &one, NULL, &scratch.arena, &picks);
        assert_int_equal(done, !test_memory_failed(&scratch.memory));
        test_arena_end(&scratch);
    }
    test_doc_end(&t);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_cases),
        cmocka_unit_test(test_nul),
        cmocka_unit_test(test_without_spaces),
        cmocka_unit_test(test_no_sentences),
        cmocka_unit_test(test_random_texts),
        cmocka_unit_test(test_random_repetitions),
        cmocka_unit_test(test_each_allocation_fails_in_turn),
    };
    return cmocka_run_group_tests_name("select/must", tests, NULL, NULL);
}
