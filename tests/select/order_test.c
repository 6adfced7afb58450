/* The lazy order of taking against a naive greedy choice that works every value out anew at every step. */
#include "rank/dense.h"
#include "select/order.h"
#include "select/redundancy.h"

enum {
    MAX_SHARES = 3
};

typedef struct reference {
    const sm_doc *doc;
    const double *score;
    const sm_order_options *options;
    double cosine[DENSE_MAX][DENSE_MAX];
    bool copy[DENSE_MAX][DENSE_MAX];
    double known[DENSE_MAX]; /* the largest cosine with what the reader knows */
    bool known_copy[DENSE_MAX];
    bool gone[DENSE_MAX]; /* taken, left out, too long or no candidate */
    uint32_t sentence[DENSE_MAX];
    double value[DENSE_MAX];
    size_t n;
} reference;

/* Each pair on its own. */
static void compare_pairs(test_doc *t, reference *ref) {
    for (uint32_t j = 0; j < t->doc.sentences.n; j++) {
        sm_redundancy r;
        assert_true(sm_redundancy_init(&r, &t->doc, &t->tmp.arena));
        assert_true(sm_redundancy_take(&r, j));
        for (uint32_t i = 0; i < t->doc.sentences.n; i++)
            ref->cosine[i][j] = sm_redundancy_of(&r, i, &ref->copy[i][j]);
    }
}

static void compare_known(test_doc *t, reference *ref, const sm_doc *known) {
    sm_redundancy r;
    assert_true(sm_redundancy_init(&r, &t->doc, &t->tmp.arena));
    assert_true(sm_redundancy_know(&r, &t->doc, known));
    for (uint32_t i = 0; i < t->doc.sentences.n; i++)
        ref->known[i] = sm_redundancy_of(&r, i, &ref->known_copy[i]);
}

static double value_of(const reference *ref, uint32_t i, bool *copy) {
    double most = ref->known[i];
    *copy = ref->known_copy[i];
    for (size_t k = 0; k < ref->n; k++) {
        most = fmax(most, ref->cosine[i][ref->sentence[k]]);
        *copy = *copy || ref->copy[i][ref->sentence[k]];
    }
    return ref->score[i] * (1 - ref->options->diversity * most);
}

/* Takes the best that is left; false if none is. */
static bool take_one(reference *ref) {
    uint32_t best = UINT32_MAX;
    double best_value = 0;
    for (uint32_t i = 0; i < ref->doc->sentences.n; i++) {
        bool copy;
        double value = value_of(ref, i, &copy);
        if (!ref->gone[i] && !copy && (best == UINT32_MAX || value > best_value)) {
            best = i;
            best_value = value;
        }
    }
    if (best == UINT32_MAX)
        return false;
    ref->gone[best] = true;
    ref->sentence[ref->n] = best;
    ref->value[ref->n++] = best_value;
    return true;
}

/* What is taken first keeps its score. */
static void take_first(reference *ref) {
    const sm_picks *first = ref->options->first;
    for (size_t i = 0; first != NULL && i < first->n; i++) {
        ref->gone[first->sentence[i]] = true;
        ref->sentence[ref->n] = first->sentence[i];
        ref->value[ref->n++] = ref->score[first->sentence[i]];
    }
}

/* Of the share of a sentence. */
static bool has_enough(const reference *ref, uint32_t sentence) {
    const sm_shares *shares = &ref->options->shares;
    const sm_budget *enough = &ref->options->enough[sm_share_of(shares, sentence)];
    size_t n = 0, words = 0, chars = 0;
    for (size_t k = 0; k < ref->n; k++) {
        if (sm_share_of(shares, ref->sentence[k]) != sm_share_of(shares, sentence))
            continue;
        n++;
        words += ref->doc->sentences.at[ref->sentence[k]].n_words;
        chars += ref->doc->sentences.at[ref->sentence[k]].n_chars + (size_t)1;
    }
    return n >= enough->sentences || words >= enough->words || chars >= enough->chars;
}

static void close_shares(reference *ref) {
    for (uint32_t i = 0; i < ref->doc->sentences.n; i++)
        ref->gone[i] = ref->gone[i] || has_enough(ref, i);
}

static void take_all(reference *ref) {
    const sm_order_options *o = ref->options;
    for (uint32_t i = 0; i < ref->doc->sentences.n; i++) {
        const sm_sentence *s = &ref->doc->sentences.at[i];
        const sm_budget *b = &o->shares.budget[sm_share_of(&o->shares, i)];
        ref->gone[i] = !s->candidate || b->sentences == 0 || s->n_words > b->words || s->n_chars >= b->chars ||
                       (o->left_out != NULL && o->left_out[i]);
    }
    take_first(ref);
    do
        close_shares(ref);
    while (take_one(ref));
}

static void check_options(test_doc *t, const double *score, const sm_order_options *options) {
    static reference ref;
    sm_budget left[MAX_SHARES];
    sm_order_options once = *options;
    sm_order order;
    ref = (reference){.doc = &t->doc, .score = score, .options = options};
    compare_pairs(t, &ref);
    if (options->known != NULL)
        compare_known(t, &ref, options->known);
    take_all(&ref);
    memcpy(left, options->enough, options->shares.n * sizeof *left);
    once.enough = left;
    assert_true(sm_order_take(&t->doc, score, &once, &t->tmp.arena, &order));
    assert_int_equal(order.n, ref.n);
    for (size_t i = 0; i < order.n; i++) {
        assert_int_equal(order.sentence[i], ref.sentence[i]);
        assert_close(order.value[i], ref.value[i], 1e-12);
    }
}

static void check(test_doc *t, const double *score, double diversity, sm_budget budget, sm_budget enough) {
    check_options(t, score,
                  &(sm_order_options){.diversity = diversity, .shares = {NULL, &budget, 1}, .enough = &enough});
}

/* A text in which no sentence can come up more often than SM_LOOKS_MAX times. */
static void make_text(test_text *text, test_random *r) {
    size_t n = 1 + test_random_below(r, SM_LOOKS_MAX);
    test_text_add_sentences(text, r, n, 3 + test_random_below(r, 27), 1, 12);
}

static void test_random_texts(void **state) {
    (void)state;
    test_random r = {5};
    const double DIVERSITY[] = {0, 0.3, 0.7, 1};
    const sm_budget none = {SUMM_NO_LIMIT, SUMM_NO_LIMIT, SUMM_NO_LIMIT};
    for (int k = 0; k < 200; k++) {
        test_text text = {0};
        test_doc t;
        double score[DENSE_MAX];
        make_text(&text, &r);
        test_doc_begin(&t, text.at, text.n, "en");
        for (size_t i = 0; i < t.doc.sentences.n; i++) /* every other text has many equal scores */
            score[i] = k % 2 == 0 ? test_random_unit(&r) : (double)test_random_below(&r, 3);
        double diversity = DIVERSITY[test_random_below(&r, COUNT_OF(DIVERSITY))];
        sm_budget some = {test_random_below(&r, 9), SUMM_NO_LIMIT, SUMM_NO_LIMIT};
        sm_budget words = {SUMM_NO_LIMIT, test_random_below(&r, 60), SUMM_NO_LIMIT};
        sm_budget chars = {SUMM_NO_LIMIT, SUMM_NO_LIMIT, test_random_below(&r, 400)};
        check(&t, score, diversity, none, none);
        check(&t, score, diversity, some, some);
        check(&t, score, diversity, words, words);
        check(&t, score, diversity, chars, chars);
        check(&t, score, diversity, words, none);
        test_doc_end(&t);
        test_text_end(&text);
    }
}

/* Some share that does not go with the order of the text. */
static sm_shares make_shares(test_random *r, uint32_t *of, sm_budget *budget) {
    for (size_t i = 0; i < DENSE_MAX; i++)
        of[i] = (uint32_t)test_random_below(r, MAX_SHARES);
    for (size_t i = 0; i < MAX_SHARES; i++)
        budget[i] = (sm_budget){test_random_below(r, 4), test_random_below(r, 60), SUMM_NO_LIMIT};
    return (sm_shares){of, budget, MAX_SHARES};
}

/* Some sentences left out, some taken first, candidates or not, and a text that is known. */
static void test_what_the_reader_wants(void **state) {
    (void)state;
    test_random r = {6};
    const sm_budget none = {SUMM_NO_LIMIT, SUMM_NO_LIMIT, SUMM_NO_LIMIT};
    for (int k = 0; k < 200; k++) {
        test_text text = {0}, read = {0};
        test_doc t, known;
        double score[DENSE_MAX];
        bool left_out[DENSE_MAX];
        uint32_t first[DENSE_MAX];
        sm_picks picks = {first, 0};
        make_text(&text, &r);
        test_text_put(&read, "");
        test_text_add_sentences(&read, &r, test_random_below(&r, 6), 20, 1, 12);
        if (k % 3 == 0)
            test_text_add(&read, text.at, text.n / 2);
        test_doc_begin(&t, text.at, text.n, "en");
        test_doc_begin(&known, read.at, read.n, "en");
        for (uint32_t i = 0; i < t.doc.sentences.n; i++) {
            score[i] = k % 2 == 0 ? test_random_unit(&r) : (double)test_random_below(&r, 3);
            left_out[i] = test_random_below(&r, 4) == 0;
            if (!left_out[i] && test_random_below(&r, 5) == 0)
                first[picks.n++] = i;
        }
        sm_budget some = none, enough[MAX_SHARES];
        uint32_t of[DENSE_MAX];
        sm_order_options o = {.diversity = 0.7, .shares = {NULL, &some, 1}, .enough = &some, .known = &known.doc};
        check_options(&t, score, &o);
        o.left_out = left_out;
        check_options(&t, score, &o);
        o.first = &picks;
        check_options(&t, score, &o);
        some = (sm_budget){test_random_below(&r, 9), test_random_below(&r, 90), SUMM_NO_LIMIT};
        check_options(&t, score, &o);
        o.known = NULL;
        check_options(&t, score, &o);
        o.shares = make_shares(&r, of, enough);
        o.enough = enough;
        check_options(&t, score, &o);
        test_doc_end(&known);
        test_doc_end(&t);
        test_text_end(&read);
        test_text_end(&text);
    }
}

static void test_no_candidates(void **state) {
    (void)state;
    const sm_budget none = {SUMM_NO_LIMIT, SUMM_NO_LIMIT, SUMM_NO_LIMIT};
    static const char *const TEXTS[] = {"", "17", "..."};
    for (size_t i = 0; i < COUNT_OF(TEXTS); i++) {
        test_doc t;
        double score[1] = {1};
        test_doc_begin(&t, TEXTS[i], strlen(TEXTS[i]), "en");
        check(&t, score, 0.7, none, none);
        test_doc_end(&t);
    }
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_random_texts),
        cmocka_unit_test(test_what_the_reader_wants),
        cmocka_unit_test(test_no_candidates),
    };
    return cmocka_run_group_tests_name("select/order", tests, NULL, NULL);
}
