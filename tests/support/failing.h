/* Whatever asks for memory, without it: every allocation of an operation fails in turn, and every ceiling on memory at
 * which another one fails is set. After each failure nothing is left, the same engine serves, and gives what it gave.
 *
 *     static summ_status split(const summ_engine *engine, const void *what, test_text *out);
 *     test_fail_all(split, &text);          `what` is handed on; `out`, empty before, gets all that can be seen
 */
#ifndef TESTS_SUPPORT_FAILING_H
#define TESTS_SUPPORT_FAILING_H

#include "support/document.h"

typedef summ_status (*test_operation)(const summ_engine *engine, const void *what, test_text *out);

static inline summ_engine *test_failing_engine(test_memory *memory, size_t max_memory) {
    summ_engine *engine;
    summ_engine_options options;
    summ_engine_options_init(&options, sizeof options);
    options.allocator = test_memory_allocator(memory);
    options.max_memory = max_memory;
    assert_int_equal(summ_engine_new(&options, &engine), SUMM_OK);
    return engine;
}

static inline summ_status test_failing_run(test_operation run, const summ_engine *engine, const void *what,
                                           test_text *out) {
    test_text_end(out);
    test_text_put(out, "");
    return run(engine, what, out);
}

static inline void test_same_text(const test_text *a, const test_text *b) {
    assert_int_equal(a->n, b->n);
    assert_memory_equal(a->at, b->at, a->n);
}

/* Each allocation in turn, `for_ever`: with all that follow. Returns how many there are. */
static inline size_t test_fail_each(test_operation run, const void *what, bool for_ever) {
    test_memory memory = test_memory_new();
    test_text good = {0}, out = {0};
    summ_engine *engine = test_failing_engine(&memory, SUMM_NO_LIMIT);
    size_t held = memory.blocks, n = 1;
    assert_int_equal(test_failing_run(run, engine, what, &good), SUMM_OK);
    for (;; n++) {
        test_memory_fail(&memory, n, for_ever);
        summ_status status = test_failing_run(run, engine, what, &out);
        bool failed = test_memory_failed(&memory);
        test_memory_fail(&memory, 0, false);
        assert_int_equal(memory.blocks, held);
        assert_int_equal(status, failed ? SUMM_ERR_MEMORY : SUMM_OK);
        if (!failed)
            break;
        assert_int_equal(test_failing_run(run, engine, what, &out), SUMM_OK);
        test_same_text(&good, &out);
    }
    test_same_text(&good, &out);
    summ_engine_free(engine);
    test_memory_end(&memory);
    test_text_end(&good);
    test_text_end(&out);
    return n - 1;
}

/* The operation under a ceiling: how many allocations it came to, SIZE_MAX if it came to its end. */
static inline size_t test_reach(test_operation run, const void *what, size_t max_memory, const test_text *good) {
    test_memory memory = test_memory_new();
    test_text out = {0};
    summ_engine *engine = test_failing_engine(&memory, max_memory);
    size_t held = memory.blocks;
    test_memory_fail(&memory, 0, false);
    summ_status status = test_failing_run(run, engine, what, &out);
    size_t calls = memory.calls;
    assert_true(status == SUMM_OK || status == SUMM_ERR_MEMORY);
    assert_int_equal(memory.blocks, held);
    if (status == SUMM_OK)
        test_same_text(good, &out);
    summ_engine_free(engine);
    test_memory_end(&memory);
    test_text_end(&out);
    return status == SUMM_OK ? SIZE_MAX : calls;
}

/* The least ceiling above `low` under which the operation comes further; under `high` it does. */
static inline size_t test_next_limit(test_operation run, const void *what, size_t low, size_t high,
                                     const test_text *good) {
    size_t reached = test_reach(run, what, low, good);
    while (high - low > 1) {
        size_t middle = low + (high - low) / 2;
        if (test_reach(run, what, middle, good) == reached)
            low = middle;
        else
            high = middle;
    }
    return high;
}

/* Each ceiling under which it comes one allocation further, to the one under which it comes to its end. Returns how
 * many there are. */
static inline size_t test_limit_each(test_operation run, const void *what) {
    test_memory memory = test_memory_new();
    test_text good = {0};
    summ_engine *engine = test_failing_engine(&memory, SUMM_NO_LIMIT);
    assert_int_equal(test_failing_run(run, engine, what, &good), SUMM_OK);
    summ_engine_free(engine);
    size_t limit = 0, n = 0;
    for (; test_reach(run, what, limit, &good) != SIZE_MAX; n++)
        limit = test_next_limit(run, what, limit, memory.peak, &good);
    test_text_end(&good);
    return n;
}

static inline void test_fail_all(test_operation run, const void *what) {
    size_t n = test_fail_each(run, what, false);
    assert_int_equal(test_fail_each(run, what, true), n);
    assert_true(test_limit_each(run, what) > 0);
}

#endif
