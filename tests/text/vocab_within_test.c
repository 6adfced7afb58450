/* Strings within a text: what stands behind them may be read, and counts for nothing. */
#include "text/vocab.h"

#include "support/memory.h"

static void test_every_piece_of_a_text(void **state) {
    (void)state;
    static const char TEXT[] = "abcdefghabcdefghabcdefgh\0\0\0abcdefghijklmnopqrstuvwxyz\xC3\xA9";
    test_arena t;
    sm_vocab v;
    test_arena_begin(&t);
    sm_vocab_init(&v, &t.arena, 9);
    for (size_t at = 0; at < sizeof TEXT; at++)
        for (size_t n = 0; at + n <= sizeof TEXT; n++) {
            uint32_t id = sm_vocab_add(&v, TEXT + at, n);
            assert_int_equal(v.strings.at[id].n_bytes, n);
            assert_memory_equal(v.strings.at[id].bytes, TEXT + at, n);
            assert_int_equal(sm_vocab_add_within(&v, TEXT + at, n, sizeof TEXT - at), id);
        }
    test_arena_end(&t);
}

int main(void) {
    const struct CMUnitTest tests[] = {cmocka_unit_test(test_every_piece_of_a_text)};
    return cmocka_run_group_tests_name("text/vocab_within", tests, NULL, NULL);
}
