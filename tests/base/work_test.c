#include "base/work.h"
#include "support/memory.h"

typedef struct observer {
    size_t n_calls, done, total;
    size_t cancel_at; /* this call; 0: never */
} observer;

static int observe(void *context, size_t done, size_t total) {
    observer *o = context;
    assert_true(done >= o->done && done <= total);
    o->done = done;
    o->total = total;
    return ++o->n_calls == o->cancel_at;
}

static void test_nobody_asks(void **state) {
    (void)state;
    test_arena t;
    sm_work work;
    test_arena_begin(&t);
    assert_true(sm_work_step(&t.arena, 1000000));
    sm_work_begin(&work, &t.alloc, NULL, NULL, 10);
    assert_true(sm_work_step(&t.arena, 1000000) && sm_work_pass(&t.arena));
    assert_int_equal(sm_work_end(&t.alloc, SUMM_OK), SUMM_OK);
    assert_int_equal(sm_work_end(&t.alloc, SUMM_ERR_MEMORY), SUMM_ERR_MEMORY);
    test_arena_end(&t);
}

/* Once for as many words as the text has, in long texts for SM_WORK_STEP of them. */
static void test_when_it_tells(void **state) {
    (void)state;
    static const size_t WORDS[] = {0, 1, 100, SM_WORK_STEP, 10 * (size_t)SM_WORK_STEP};
    for (size_t i = 0; i < sizeof WORDS / sizeof *WORDS; i++) {
        test_arena t;
        sm_work work;
        observer o = {0};
        size_t words = WORDS[i] > 0 ? WORDS[i] : 1, every = words < SM_WORK_STEP ? words : SM_WORK_STEP;
        test_arena_begin(&t);
        sm_work_begin(&work, &t.alloc, observe, &o, WORDS[i]);
        assert_true(sm_work_step(&t.arena, every - 1));
        assert_int_equal(o.n_calls, 0);
        assert_true(sm_work_step(&t.arena, 1));
        assert_int_equal(o.n_calls, 1);
        assert_int_equal(o.done, every);
        assert_int_equal(o.total, SM_WORK_PASSES * words);
        assert_true(sm_work_pass(&t.arena));
        assert_int_equal(o.n_calls, 2);
        assert_int_equal(sm_work_end(&t.alloc, SUMM_OK), SUMM_OK);
        assert_true(sm_work_pass(&t.arena));
        assert_int_equal(o.n_calls, 2);
        test_arena_end(&t);
    }
}

/* However long it takes, the share grows and stays below the whole. */
static void test_share(void **state) {
    (void)state;
    test_arena t;
    sm_work work;
    observer o = {0};
    test_arena_begin(&t);
    sm_work_begin(&work, &t.alloc, observe, &o, 1000);
    for (size_t k = 1; k <= 10 * SM_WORK_PASSES; k++) {
        assert_true(sm_work_pass(&t.arena));
        if (10 * k <= 9 * SM_WORK_PASSES)
            assert_int_equal(o.done, 1000 * k);
    }
    assert_true(o.done > o.total / 100 * 98);
    assert_true(sm_work_step(&t.arena, SIZE_MAX) && sm_work_step(&t.arena, SIZE_MAX));
    assert_int_equal(sm_work_end(&t.alloc, SUMM_OK), SUMM_OK);
    test_arena_end(&t);
}

/* No step and no memory after the end; what there is can be given back. */
static void test_ended(void **state) {
    (void)state;
    test_arena t;
    sm_work work;
    observer o = {.cancel_at = 2};
    test_arena_begin(&t);
    sm_work_begin(&work, &t.alloc, observe, &o, 1);
    assert_true(sm_work_pass(&t.arena));
    assert_non_null(sm_arena_get(&t.arena, SM_ARENA_LARGE, 1));
    assert_false(sm_work_pass(&t.arena));
    assert_false(sm_work_step(&t.arena, 0) || sm_work_pass(&t.arena));
    assert_int_equal(o.n_calls, 2);
    assert_null(sm_arena_get(&t.arena, SM_ARENA_LARGE, 1));
    sm_arena_release(&t.arena);
    assert_int_equal(t.memory.blocks, 0);
    assert_int_equal(sm_work_end(&t.alloc, SUMM_ERR_MEMORY), SUMM_ERR_CANCELLED);
    assert_non_null(sm_arena_get(&t.arena, 1, 1));
    test_arena_end(&t);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_nobody_asks),
        cmocka_unit_test(test_when_it_tells),
        cmocka_unit_test(test_share),
        cmocka_unit_test(test_ended),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
