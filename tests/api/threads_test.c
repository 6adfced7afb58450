/* One engine, one corpus, 16 threads, 10 000 documents of many kinds: what each thread finds is what one thread finds
 * alone. */
#include "base/hash.h"
#include "support/document.h"

#include <pthread.h>
#include <stdatomic.h>

enum {
    N_THREADS = 16,
    N_TEXTS = 10000
};

static uint64_t hash_sentences(uint64_t seed, const summ_doc *doc, const char *algorithm, const summ_corpus *corpus) {
    summ_summary_options options;
    summ_sentences *found;
    summ_summary_options_init(&options, sizeof options);
    options.algorithm = algorithm;
    options.corpus = corpus;
    options.max_words = 40;
    if (summ_summarize(doc, &options, &found) != SUMM_OK)
        return 0;
    for (size_t i = 0; i < summ_sentences_count(found); i++) {
        const summ_sentence *s = summ_sentences_at(found, i);
        seed = sm_hash(seed, s->text, s->n_bytes);
        seed = sm_hash(seed, (const char *)&s->score, sizeof s->score);
    }
    summ_sentences_free(found);
    return seed;
}

static uint64_t hash_phrases(uint64_t seed, const summ_doc *doc, const char *algorithm, const summ_corpus *corpus) {
    summ_keyword_options options;
    summ_phrases *found;
    summ_keyword_options_init(&options, sizeof options);
    options.algorithm = algorithm;
    options.corpus = corpus;
    if (summ_keywords(doc, &options, &found) != SUMM_OK)
        return 0;
    for (size_t i = 0; i < summ_phrases_count(found); i++) {
        const summ_phrase *p = summ_phrases_at(found, i);
        seed = sm_hash(seed, p->text, p->n_bytes);
        seed = sm_hash(seed, (const char *)&p->score, sizeof p->score);
    }
    summ_phrases_free(found);
    return seed;
}

/* Row `number` of a table, counted in a circle. */
static const char *name_of(summ_kind kind, size_t number) {
    size_t n = 0;
    while (summ_item_at(kind, n) != NULL)
        n++;
    return summ_item_at(kind, number % n)->name;
}

/* All that can be seen of text `number`, analysed in one of the formats and languages; 0 after an error. */
static uint64_t result_of(const summ_engine *engine, const summ_corpus *english, size_t number) {
    summ_doc_options options;
    summ_doc *doc;
    test_random r = {number};
    test_text text = {0};
    test_text_put(&text, "");
    test_text_add_sentences(&text, &r, 1 + test_random_below(&r, 6), 30, 2, 12);
    if (number % 4 == 0)
        test_text_add_pieces(&text, &r, 20);
    summ_doc_options_init(&options, sizeof options);
    options.format = name_of(SUMM_INPUTS, number / 4);
    options.encoding = "UTF-8";
    options.language = number % 2 == 0 ? NULL : name_of(SUMM_LANGUAGES, number / 2);
    summ_status status = summ_doc_new(engine, text.at, text.n, &options, &doc);
    test_text_end(&text);
    if (status != SUMM_OK)
        return status == SUMM_ERR_MISSING ? 1 : 0;
    const summ_corpus *corpus = strcmp(summ_doc_facts(doc)->language, "en") == 0 ? english : NULL;
    uint64_t hash = hash_sentences(1, doc, name_of(SUMM_ALGORITHMS, number), corpus);
    hash = hash == 0 ? 0 : hash_phrases(hash, doc, name_of(SUMM_KEYWORD_ALGORITHMS, number), corpus);
    summ_doc_free(doc);
    return hash;
}

typedef struct crowd {
    const summ_engine *engine;
    const summ_corpus *english;
    const uint64_t *expected;
    atomic_size_t next, n_wrong;
} crowd;

static void *work(void *context) {
    crowd *c = context;
    for (size_t number; (number = atomic_fetch_add(&c->next, 1)) < N_TEXTS / test_share();)
        if (result_of(c->engine, c->english, number) != c->expected[number])
            atomic_fetch_add(&c->n_wrong, 1);
    return NULL;
}

static summ_corpus *new_corpus(const summ_engine *engine) {
    summ_corpus *corpus;
    summ_doc_options options;
    summ_doc_options_init(&options, sizeof options);
    options.language = "en";
    assert_int_equal(summ_corpus_new(engine, &corpus), SUMM_OK);
    for (size_t i = 0; i < 50; i++) {
        test_random r = {i};
        test_text text = {0};
        summ_doc *doc;
        test_text_add_sentences(&text, &r, 2, 30, 2, 6);
        assert_int_equal(summ_doc_new(engine, text.at, text.n, &options, &doc), SUMM_OK);
        assert_int_equal(summ_corpus_add(corpus, doc), SUMM_OK);
        summ_doc_free(doc);
        test_text_end(&text);
    }
    return corpus;
}

/* One thread alone, with an engine that remembers no words, and many with one that does. */
static void test_many_threads_find_what_one_finds(void **state) {
    (void)state;
    static uint64_t expected[N_TEXTS];
    pthread_t threads[N_THREADS];
    summ_engine *engine;
    assert_int_equal(summ_engine_new(NULL, &engine), SUMM_OK);
    summ_corpus *english = new_corpus(engine);
    for (size_t number = 0; number < N_TEXTS / test_share(); number++) {
        expected[number] = result_of(engine, english, number);
        assert_int_not_equal(expected[number], 0);
    }
    summ_engine_options options;
    summ_engine *shared;
    summ_engine_options_init(&options, sizeof options);
    options.remembered_words = 1000;
    assert_int_equal(summ_engine_new(&options, &shared), SUMM_OK);
    crowd c = {.engine = shared, .english = english, .expected = expected};
    for (size_t i = 0; i < N_THREADS; i++)
        assert_int_equal(pthread_create(&threads[i], NULL, work, &c), 0);
    for (size_t i = 0; i < N_THREADS; i++)
        assert_int_equal(pthread_join(threads[i], NULL), 0);
    assert_int_equal(c.n_wrong, 0);
    summ_corpus_free(english);
    summ_engine_free(shared);
    summ_engine_free(engine);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_many_threads_find_what_one_finds),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
