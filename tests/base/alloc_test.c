#include "base/alloc.h"

#include "support/memory.h"

static void test_counts_bytes_in_use(void **state) {
    (void)state;
    test_memory memory = test_memory_new();
    sm_alloc alloc;
    sm_alloc_init(&alloc, test_memory_allocator(&memory), SUMM_NO_LIMIT);
    assert_int_equal(alloc.used, 0);
    void *a = sm_alloc_resize(&alloc, NULL, 0, 100), *b = sm_alloc_resize(&alloc, NULL, 0, 11);
    assert_int_equal(alloc.used, 111);
    a = sm_alloc_resize(&alloc, a, 100, 1000);
    assert_int_equal(alloc.used, 1011);
    a = sm_alloc_resize(&alloc, a, 1000, 10);
    assert_int_equal(alloc.used, 21);
    assert_int_equal(memory.bytes, alloc.used);
    assert_null(sm_alloc_resize(&alloc, a, 10, 0));
    assert_null(sm_alloc_resize(&alloc, b, 11, 0));
    assert_int_equal(alloc.used, 0);
    test_memory_end(&memory);
}

static void test_limit_is_the_most_that_is_held(void **state) {
    (void)state;
    test_memory memory = test_memory_new();
    sm_alloc alloc;
    sm_alloc_init(&alloc, test_memory_allocator(&memory), 100);
    assert_null(sm_alloc_resize(&alloc, NULL, 0, 101));
    assert_null(sm_alloc_resize(&alloc, NULL, 0, SIZE_MAX));
    char *a = sm_alloc_resize(&alloc, NULL, 0, 60);
    assert_non_null(a);
    memset(a, 'x', 60);
    assert_null(sm_alloc_resize(&alloc, NULL, 0, 41));
    assert_null(sm_alloc_resize(&alloc, a, 60, 101));
    assert_int_equal(a[59], 'x');
    assert_int_equal(alloc.used, 60);
    char *b = sm_alloc_resize(&alloc, NULL, 0, 40);
    assert_non_null(b);
    assert_null(sm_alloc_resize(&alloc, NULL, 0, 1));
    a = sm_alloc_resize(&alloc, a, 60, 59);
    assert_non_null(a);
    b = sm_alloc_resize(&alloc, b, 40, 41);
    assert_non_null(b);
    assert_int_equal(alloc.used, 100);
    sm_alloc_resize(&alloc, a, 59, 0);
    sm_alloc_resize(&alloc, b, 41, 0);
    test_memory_end(&memory);
}

static void test_failed_resize_changes_nothing(void **state) {
    (void)state;
    test_memory memory = test_memory_new();
    sm_alloc alloc;
    sm_alloc_init(&alloc, test_memory_allocator(&memory), SUMM_NO_LIMIT);
    char *a = sm_alloc_resize(&alloc, NULL, 0, 8);
    assert_non_null(a);
    memcpy(a, "contents", 8);
    test_memory_fail(&memory, 1, true);
    assert_null(sm_alloc_resize(&alloc, a, 8, 16));
    assert_null(sm_alloc_resize(&alloc, a, 8, 4));
    assert_null(sm_alloc_resize(&alloc, NULL, 0, 16));
    assert_memory_equal(a, "contents", 8);
    assert_int_equal(alloc.used, 8);
    sm_alloc_resize(&alloc, a, 8, 0);
    test_memory_end(&memory);
}

static void test_without_allocator_the_c_library_serves(void **state) {
    (void)state;
    sm_alloc alloc;
    sm_alloc_init(&alloc, (summ_allocator){NULL, NULL}, 64);
    char *a = sm_alloc_resize(&alloc, NULL, 0, 6);
    assert_non_null(a);
    memcpy(a, "summ", 5);
    a = sm_alloc_resize(&alloc, a, 6, 64);
    assert_non_null(a);
    assert_string_equal(a, "summ");
    assert_null(sm_alloc_resize(&alloc, a, 64, 65));
    assert_null(sm_alloc_resize(&alloc, a, 64, 0));
    assert_int_equal(alloc.used, 0);
}

static void test_multiply(void **state) {
    (void)state;
    static const struct {
        size_t a, b;
        bool fits;
    } CASES[] = {
        {0, 0, true},
        {0, SIZE_MAX, true},
        {SIZE_MAX, 0, true},
        {1, SIZE_MAX, true},
        {SIZE_MAX, 1, true},
        {7, 9, true},
        {SIZE_MAX / 2, 2, true},
        {SIZE_MAX / 2 + 1, 2, false},
        {2, SIZE_MAX / 2 + 1, false},
        {SIZE_MAX, 2, false},
        {SIZE_MAX, SIZE_MAX, false},
        {(size_t)1 << (sizeof(size_t) * 4), (size_t)1 << (sizeof(size_t) * 4), false},
        {((size_t)1 << (sizeof(size_t) * 4)) - 1, ((size_t)1 << (sizeof(size_t) * 4)) + 1, true},
    };
    for (size_t i = 0; i < sizeof CASES / sizeof *CASES; i++) {
        size_t product = 12345;
        assert_int_equal(sm_multiply(CASES[i].a, CASES[i].b, &product), CASES[i].fits);
        if (CASES[i].fits)
            assert_true(product == CASES[i].a * CASES[i].b);
    }
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_counts_bytes_in_use),
        cmocka_unit_test(test_limit_is_the_most_that_is_held),
        cmocka_unit_test(test_failed_resize_changes_nothing),
        cmocka_unit_test(test_without_allocator_the_c_library_serves),
        cmocka_unit_test(test_multiply),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
