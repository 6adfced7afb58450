/* F1 of key phrases, against values worked by hand. */
#include "quality/keyscore.h"
#include "support/memory.h"

#include <math.h>

typedef struct lists {
    test_arena memory;
    struct sb_stemmer *stemmer;
    keyscore_list gold, found;
} lists;

static void begin(lists *l, const char *language) {
    *l = (lists){0};
    test_arena_begin(&l->memory);
    l->stemmer = keyscore_stemmer(language);
}

static void end(lists *l) {
    sb_stemmer_delete(l->stemmer);
    test_arena_end(&l->memory);
}

static void add(lists *l, keyscore_list *list, const char *phrase) {
    assert_true(keyscore_add(list, phrase, strlen(phrase), l->stemmer, &l->memory.arena));
}

static void check_same(const char *language, const char *a, const char *b, size_t n_distinct) {
    lists l;
    begin(&l, language);
    add(&l, &l.gold, a);
    add(&l, &l.gold, b);
    assert_int_equal(l.gold.phrases.n, n_distinct);
    end(&l);
}

static void test_phrases(void **state) {
    (void)state;
    check_same("en", "Sea birds", "sea-bird", 1);
    check_same("en", "the keeper's lamp", "the keeper lamp", 1);
    check_same("en", "keeper\xE2\x80\x99s", "Keeper", 1);
    check_same("en", "o'sea", "o'seal", 2);
    check_same("en", "sea bird", "bird sea", 2);
    check_same("en", "sea bird", "seabird", 2);
    check_same("en", "lamp", "...", 1);
    check_same("fr", "e\xCC\x81lan", "\xC3\xA9lan", 1); /* composed */
    check_same("und", "lamps", "lamp", 2);
}

static void test_broken(void **state) {
    (void)state;
    lists l;
    begin(&l, "en");
    assert_false(keyscore_add(&l.gold, "\xFF", 1, l.stemmer, &l.memory.arena));
    add(&l, &l.gold, "");
    assert_int_equal(l.gold.phrases.n, 0);
    end(&l);
}

static void test_f1(void **state) {
    (void)state;
    lists l;
    begin(&l, "en");
    add(&l, &l.gold, "lamp");
    add(&l, &l.gold, "sea");
    assert_true(fabs(keyscore_f1(&l.gold, &l.found, 10) - 0) < 1e-9);
    add(&l, &l.found, "tower");
    add(&l, &l.found, "lamps");
    add(&l, &l.found, "the sea");
    assert_true(fabs(keyscore_f1(&l.gold, &l.found, 10) - 200.0 / 5) < 1e-9);
    assert_true(fabs(keyscore_f1(&l.gold, &l.found, 2) - 200.0 / 4) < 1e-9);
    assert_true(fabs(keyscore_f1(&l.gold, &l.found, 1) - 0) < 1e-9);
    end(&l);
}

int main(void) {
    const struct CMUnitTest tests[] = {cmocka_unit_test(test_phrases), cmocka_unit_test(test_broken),
                                       cmocka_unit_test(test_f1)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
