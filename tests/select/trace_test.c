/* What a selection tells of itself: the choice, the values and the copies, worked out anew. */
#include "rank/dense.h"
#include "select/trace.h"

static const sm_budget NO_BUDGET = {SUMM_NO_LIMIT, SUMM_NO_LIMIT, SUMM_NO_LIMIT};

typedef struct traced {
    test_doc t;
    double *score;
    sm_trace trace;
    sm_picks picks;
} traced;

static void begin(traced *x, const char *text, size_t n, sm_select_options options) {
    test_random r = {n + 1};
    test_doc_begin(&x->t, text, n, "en");
    x->score = sm_arena_get(&x->t.tmp.arena, x->t.doc.sentences.n, sizeof *x->score);
    for (size_t i = 0; i < x->t.doc.sentences.n; i++)
        x->score[i] = test_random_unit(&r);
    options.trace = &x->trace;
    assert_true(sm_select(&x->t.doc, x->score, &options, &x->t.tmp.arena, &x->picks));
}

/* The cosine of the stems of two sentences, and whether they are copies. */
static double compare(traced *x, uint32_t a, uint32_t b, bool *copy) {
    sm_redundancy r;
    assert_true(sm_redundancy_init(&r, &x->t.doc, &x->t.tmp.arena));
    assert_true(sm_redundancy_take(&r, a));
    return sm_redundancy_of(&r, b, copy);
}

/* The largest cosine with the first n of the order, and the first that has it; of copies the first. */
static double find_nearest(traced *x, size_t n, uint32_t sentence, uint32_t *like, bool *copy) {
    double most = 0;
    *like = SM_NO_SENTENCE;
    *copy = false;
    for (size_t i = 0; i < n; i++) {
        double cosine = compare(x, x->trace.order.sentence[i], sentence, copy);
        if (*copy || cosine > most) {
            most = cosine;
            *like = x->trace.order.sentence[i];
        }
        if (*copy)
            break;
    }
    return most;
}

static void check_sentence(traced *x, uint32_t i) {
    const sm_trace *trace = &x->trace;
    sm_verdict v = sm_trace_judge(&x->trace, i);
    uint32_t like, place = trace->place[i];
    bool copy;
    double cosine = find_nearest(x, place > 0 ? place - 1 : trace->order.n, i, &like, &copy);
    assert_int_equal(sm_trace_chose(trace, i), v.verdict == SUMM_CHOSEN || v.verdict == SUMM_CHOSEN_MUST);
    if (place > 0) {
        assert_close(trace->order.value[place - 1], x->score[i] * v.kept, 1e-12);
        assert_false(copy);
    }
    if (!x->t.doc.sentences.at[i].candidate)
        return;
    /* A sentence that was looked at too often has an older value. */
    if (trace->order.looks[i].looks < SM_LOOKS_MAX) {
        assert_close(v.cosine, cosine, 1e-12);
        assert_int_equal(v.like, like);
    }
    assert_int_equal(v.verdict == SUMM_LEFT_COPY, place == 0 && copy);
}

static size_t below_or_none(test_random *r, size_t n) {
    return test_random_below(r, 3) == 0 ? SUMM_NO_LIMIT : test_random_below(r, n);
}

static void test_random_texts(void **state) {
    (void)state;
    test_random r = {3};
    for (uint64_t seed = 0; seed < 90; seed++) {
        test_text text = {0};
        traced x;
        dense_random_text(&text, seed);
        sm_budget budget = {below_or_none(&r, 12), below_or_none(&r, 100), below_or_none(&r, 600)};
        begin(&x, text.at, text.n,
              (sm_select_options){.budget = budget, .diversity = test_random_unit(&r), .in_order = seed % 2 == 0});
        size_t n = 0;
        for (uint32_t i = 0; i < x.t.doc.sentences.n; i++) {
            check_sentence(&x, i);
            n += sm_trace_chose(&x.trace, i);
        }
        assert_int_equal(n, x.picks.n);
        for (size_t i = 0; i < x.picks.n; i++)
            assert_true(sm_trace_chose(&x.trace, x.picks.sentence[i]));
        test_doc_end(&x.t);
        test_text_end(&text);
    }
}

/* What tells why changes nothing. */
static void test_same_picks(void **state) {
    (void)state;
    for (uint64_t seed = 0; seed < 40; seed++) {
        test_text text = {0};
        traced x;
        sm_picks picks;
        sm_select_options options = {.budget = {SUMM_NO_LIMIT, 40, SUMM_NO_LIMIT}, .diversity = 0.7};
        dense_random_text(&text, seed);
        begin(&x, text.at, text.n, options);
        assert_true(sm_select(&x.t.doc, x.score, &options, &x.t.tmp.arena, &picks));
        assert_int_equal(picks.n, x.picks.n);
        assert_memory_equal(picks.sentence, x.picks.sentence, picks.n * sizeof *picks.sentence);
        test_doc_end(&x.t);
        test_text_end(&text);
    }
}

/* Copies that share no content word with what they copy are found by their words. */
static void test_copies_without_content(void **state) {
    (void)state;
    static const char TEXT[] = "It was what it was and so it was. Ferries sail to the old harbour. "
                               "It was what it was and so it was.";
    traced x;
    begin(&x, TEXT, sizeof TEXT - 1, (sm_select_options){.budget = NO_BUDGET, .diversity = 0.7});
    assert_int_equal(x.t.doc.n_candidates, 3);
    assert_int_equal(x.picks.n, 2);
    uint32_t copied = x.trace.place[0] > 0 ? 0 : 2;
    sm_verdict v = sm_trace_judge(&x.trace, 2 - copied);
    assert_int_equal(v.verdict, SUMM_LEFT_COPY);
    assert_int_equal(v.like, copied);
    v = sm_trace_judge(&x.trace, copied);
    assert_true(v.verdict == SUMM_CHOSEN && v.like == SM_NO_SENTENCE && v.cosine == 0 && v.kept == 1);
    test_doc_end(&x.t);
}

static void test_no_sentences(void **state) {
    (void)state;
    traced x;
    begin(&x, "", 0, (sm_select_options){.budget = NO_BUDGET, .diversity = 0.7});
    assert_int_equal(x.picks.n, 0);
    test_doc_end(&x.t);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_random_texts),
        cmocka_unit_test(test_same_picks),
        cmocka_unit_test(test_copies_without_content),
        cmocka_unit_test(test_no_sentences),
    };
    return cmocka_run_group_tests_name("select/trace", tests, NULL, NULL);
}
