/* Texts that are written character by character: how large they may be. What they hold: decode_test.c. */
#include "input/mapped.h"

#include "support/memory.h"

enum {
    ROOM = 1 << 16
};

/* Blocks have no more bytes than that, whatever they are said to have: nobody writes to the rest. */
static void *resize(void *context, void *block, size_t old_bytes, size_t new_bytes) {
    (void)context;
    (void)old_bytes;
    if (new_bytes == 0) {
        free(block);
        return NULL;
    }
    return realloc(block, new_bytes < ROOM ? new_bytes : ROOM);
}

static void test_largest(void **state) {
    (void)state;
    if (SIZE_MAX == UINT32_MAX)
        skip();
    sm_alloc alloc;
    sm_arena arena;
    sm_alloc_init(&alloc, (summ_allocator){resize, NULL}, SIZE_MAX);
    sm_arena_init(&arena, &alloc);
    sm_mapped m = sm_mapped_begin(&arena, 0);
    while (sm_mapped_reserve(&m)) {
        assert_true(m.text.cap - m.text.n >= 4 && m.text.cap <= UINT32_MAX);
        m.text.n = m.text.cap - 3;
    }
    assert_true(m.too_large);
    assert_int_equal(m.text.n, UINT32_MAX - 3);
    assert_false(sm_mapped_put(&m, 'a', 1));
    assert_true(m.too_large);
    sm_arena_release(&arena);
    assert_int_equal(alloc.used, 0);
}

static void test_no_memory(void **state) {
    (void)state;
    test_arena t;
    test_arena_begin(&t);
    sm_mapped m = sm_mapped_begin(&t.arena, 0);
    test_memory_fail(&t.memory, 1, false);
    assert_false(sm_mapped_put(&m, 'a', 1));
    assert_false(m.too_large);
    assert_true(sm_mapped_put(&m, 'a', 1));
    test_arena_end(&t);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_largest),
        cmocka_unit_test(test_no_memory),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
