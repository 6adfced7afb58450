/* Counts of documents, against counting them by hand, and the bytes that they become. */
#include "base/hash.h"
#include "doc/corpus_form.h"
#include "support/document.h"

enum {
    MOST_DOCS = 12,
    WORDS = 30
};

/* ---- Corpora of random texts ------------------------------------------------------------------------------------- */

typedef struct sample {
    test_text text[MOST_DOCS];
    test_doc doc[MOST_DOCS];
    size_t n;
    test_arena own;
    sm_corpus corpus;
} sample;

static void sample_begin(sample *s, size_t n, uint64_t seed) {
    test_random r = {seed};
    *s = (sample){.n = n};
    test_arena_begin(&s->own);
    sm_corpus_init(&s->corpus, NULL, 0, &s->own.arena);
    for (size_t i = 0; i < n; i++) {
        test_text_add_sentences(&s->text[i], &r, 1 + test_random_below(&r, 4), WORDS, 2, 9);
        test_text_put(&s->text[i], "In 1999 see https://example.org/harbour. \xFF\xC3\n");
        test_doc_begin(&s->doc[i], s->text[i].at, s->text[i].n, "en");
        assert_int_equal(sm_corpus_add(&s->corpus, &s->doc[i].doc, &s->doc[i].tmp.arena), SUMM_OK);
    }
}

static void sample_end(sample *s) {
    for (size_t i = 0; i < s->n; i++) {
        test_doc_end(&s->doc[i]);
        test_text_end(&s->text[i]);
    }
    test_arena_end(&s->own);
}

static bool holds(const sm_doc *doc, const sm_stem_entry *stem) {
    for (size_t i = 0; i < doc->stems.n; i++) {
        const sm_stem_entry *s = &doc->stems.at[i];
        if (!s->own && s->n_bytes == stem->n_bytes && memcmp(s->text, stem->text, s->n_bytes) == 0)
            return true;
    }
    return false;
}

static void test_counts(void **state) {
    (void)state;
    for (uint64_t seed = 1; seed < 20; seed++) {
        sample s;
        sample_begin(&s, seed % MOST_DOCS, seed);
        assert_int_equal(s.corpus.n_docs, s.n);
        for (size_t i = 0; i < s.n; i++) {
            const sm_doc *doc = &s.doc[i].doc;
            const uint32_t *count = sm_corpus_counts(&s.corpus, doc, &s.doc[i].tmp.arena);
            for (size_t k = 0; k < doc->stems.n; k++) {
                uint32_t expected = 0;
                for (size_t d = 0; d < s.n; d++)
                    expected += holds(&s.doc[d].doc, &doc->stems.at[k]);
                assert_int_equal(count[k], doc->stems.at[k].own ? 0 : expected);
            }
        }
        assert_int_equal(sm_corpus_count(&s.corpus, "nowhere", 7), 0);
        assert_int_equal(sm_corpus_count(&s.corpus, "", 0), 0);
        assert_int_equal(sm_corpus_count(&s.corpus, "1999", 4), 0);
        sample_end(&s);
    }
}

static void test_one_language(void **state) {
    (void)state;
    static const char GERMAN[] = "Der Turm am Hafen.";
    sample s;
    test_doc german;
    sample_begin(&s, 2, 1);
    test_doc_begin(&german, GERMAN, sizeof GERMAN - 1, "de");
    assert_int_equal(sm_corpus_add(&s.corpus, &german.doc, &german.tmp.arena), SUMM_ERR_LANGUAGE);
    assert_int_equal(s.corpus.n_docs, 2);
    assert_int_equal(sm_corpus_count(&s.corpus, "turm", 4), 0);
    test_doc_end(&german);
    sample_end(&s);
}

static void test_too_many(void **state) {
    (void)state;
    sample s;
    sample_begin(&s, 1, 1);
    s.corpus.n_docs = UINT32_MAX;
    assert_int_equal(sm_corpus_add(&s.corpus, &s.doc[0].doc, &s.doc[0].tmp.arena), SUMM_ERR_TOO_LARGE);
    sample_end(&s);
}

/* ---- Bytes ------------------------------------------------------------------------------------------------------- */

static test_text form_of(const sm_corpus *corpus) {
    test_arena tmp;
    const char *bytes;
    size_t n;
    test_text out = {0};
    test_arena_begin(&tmp);
    assert_true(sm_corpus_form(corpus, &tmp.arena, &bytes, &n));
    test_text_add(&out, bytes, n);
    test_arena_end(&tmp);
    return out;
}

static summ_status read_form(const char *bytes, size_t n) {
    test_arena own;
    sm_corpus corpus;
    char *copy = malloc(n > 0 ? n : 1); /* so that reading beyond the end is found */
    assert_non_null(copy);
    memcpy(copy, bytes, n);
    test_arena_begin(&own);
    summ_status status = sm_corpus_read(&corpus, copy, n, &own.arena);
    free(copy);
    test_arena_end(&own);
    return status;
}

static void test_there_and_back(void **state) {
    (void)state;
    for (uint64_t seed = 1; seed < 20; seed++) {
        sample s;
        test_arena own;
        sm_corpus read;
        sample_begin(&s, seed % MOST_DOCS, seed);
        test_text form = form_of(&s.corpus);
        test_arena_begin(&own);
        assert_int_equal(sm_corpus_read(&read, form.at, form.n, &own.arena), SUMM_OK);
        assert_int_equal(read.n_docs, s.n);
        assert_ptr_equal(read.language, s.corpus.language);
        for (uint32_t i = 0; i < s.corpus.stems.n; i++) {
            const sm_vocab_string *stem = &s.corpus.stems.strings.at[i];
            assert_int_equal(sm_corpus_count(&read, stem->bytes, stem->n_bytes), s.corpus.counts.at[i]);
        }
        test_text again = form_of(&read);
        assert_int_equal(again.n, form.n);
        assert_memory_equal(again.at, form.at, form.n);
        test_text_end(&again);
        test_text_end(&form);
        test_arena_end(&own);
        sample_end(&s);
    }
}

/* In whatever order they come. */
static void test_order_does_not_count(void **state) {
    (void)state;
    sample s;
    test_arena own;
    sm_corpus back;
    sample_begin(&s, 9, 4);
    test_arena_begin(&own);
    sm_corpus_init(&back, NULL, 0, &own.arena);
    for (size_t i = s.n; i-- > 0;)
        assert_int_equal(sm_corpus_add(&back, &s.doc[i].doc, &s.doc[i].tmp.arena), SUMM_OK);
    test_text one = form_of(&s.corpus), other = form_of(&back);
    assert_int_equal(one.n, other.n);
    assert_memory_equal(one.at, other.at, one.n);
    test_text_end(&one);
    test_text_end(&other);
    test_arena_end(&own);
    sample_end(&s);
}

/* Every byte that is changed, missing or too many is noticed. */
static void test_damage(void **state) {
    (void)state;
    sample s;
    sample_begin(&s, 5, 3);
    test_text form = form_of(&s.corpus);
    assert_int_equal(read_form(form.at, form.n), SUMM_OK);
    for (size_t i = 0; i < form.n; i++) {
        assert_int_equal(read_form(form.at, i), SUMM_ERR_CORPUS);
        for (unsigned bit = 0; bit < 8; bit++) {
            form.at[i] = (char)(form.at[i] ^ (1 << bit));
            assert_int_equal(read_form(form.at, form.n), SUMM_ERR_CORPUS);
            form.at[i] = (char)(form.at[i] ^ (1 << bit));
        }
    }
    test_text_add(&form, "\0", 1);
    assert_int_equal(read_form(form.at, form.n), SUMM_ERR_CORPUS);
    test_text_end(&form);
    sample_end(&s);
}

/* With the hash that belongs to it. */
static summ_status read_sealed(const char *head, size_t n_head, const char *bytes, size_t n) {
    test_text form = {0};
    test_text_add(&form, head, n_head);
    test_text_add(&form, bytes, n);
    uint64_t hash = sm_hash(0, form.at, form.n);
    for (unsigned i = 0; i < 8; i++) {
        char byte = (char)(unsigned char)(hash >> 8 * i & 0xFF);
        test_text_add(&form, &byte, 1);
    }
    summ_status status = read_form(form.at, form.n);
    test_text_end(&form);
    return status;
}

#define READ(bytes) read_sealed("summ corpus 1\n", 14, bytes, sizeof(bytes) - 1)

static void test_what_is_made_up(void **state) {
    (void)state;
    assert_int_equal(READ("\0\0\0"), SUMM_OK);
    assert_int_equal(READ("\2en\2\2"
                          "\0\3owl\2"
                          "\2\1n\1"),
                     SUMM_OK);
    assert_int_equal(READ("\3und\1\0"), SUMM_OK);
    assert_int_equal(read_sealed("summ corpus 2\n", 14, "\0\0\0", 3), SUMM_ERR_CORPUS);
    assert_int_equal(READ(""), SUMM_ERR_CORPUS);
    assert_int_equal(READ("\0\1\0"), SUMM_ERR_CORPUS);   /* documents without a language */
    assert_int_equal(READ("\2en\0\0"), SUMM_ERR_CORPUS); /* and a language without documents */
    assert_int_equal(READ("\2xx\1\0"), SUMM_ERR_LANGUAGE);
    assert_int_equal(READ("\2EN\1\0"), SUMM_ERR_LANGUAGE);
    assert_int_equal(READ("\7English\1\0"), SUMM_ERR_LANGUAGE);
    assert_int_equal(READ("\x14"
                          "aaaaaaaaaaaaaaaaaaaa"
                          "\1\0"),
                     SUMM_ERR_LANGUAGE);
    assert_int_equal(READ("\2en\2\2\0\3owl\2\1\2wn\1"), SUMM_ERR_CORPUS);  /* shares more than it says */
    assert_int_equal(READ("\2en\2\1\0\3owl\3"), SUMM_ERR_CORPUS);          /* more documents than there are */
    assert_int_equal(READ("\2en\2\1\0\3owl\0"), SUMM_ERR_CORPUS);          /* none */
    assert_int_equal(READ("\2en\2\1\0\0\1"), SUMM_ERR_CORPUS);             /* no stem */
    assert_int_equal(READ("\2en\2\1\1\3owl\1"), SUMM_ERR_CORPUS);          /* shares with none */
    assert_int_equal(READ("\2en\2\2\0\1b\1\0\1a\1"), SUMM_ERR_CORPUS);     /* falls */
    assert_int_equal(READ("\2en\2\2\0\1b\1\0\1b\1"), SUMM_ERR_CORPUS);     /* twice */
    assert_int_equal(READ("\2en\2\2\0\2ba\1\1\0\1"), SUMM_ERR_CORPUS);     /* the beginning of the one before */
    assert_int_equal(READ("\2en\2\2\0\1b\1"), SUMM_ERR_CORPUS);            /* fewer stems than said */
    assert_int_equal(READ("\2en\2\0\0\1b\1"), SUMM_ERR_CORPUS);            /* more */
    assert_int_equal(READ("\2en\x82\0\0"), SUMM_ERR_CORPUS);               /* 2 in two bytes */
    assert_int_equal(READ("\2en\xFF\xFF\xFF\xFF\x0F\0"), SUMM_OK);         /* 2^32 - 1 */
    assert_int_equal(READ("\2en\xFF\xFF\xFF\xFF\x1F\0"), SUMM_ERR_CORPUS); /* more than 32 bits */
    assert_int_equal(READ("\2en\x80\x80\x80\x80\x80\x01\0"), SUMM_ERR_CORPUS);
    assert_int_equal(READ("\2en\2\xFF\xFF\xFF\xFF\x0F\0\1b\1"), SUMM_ERR_CORPUS);
    assert_int_equal(READ("\2en\2\1\0\xFF\xFF\xFF\xFF\x0F"), SUMM_ERR_CORPUS); /* longer than what is left */
}

/* No stem is longer than words get, so that a few bytes cannot stand for many. */
static void test_long_stems(void **state) {
    (void)state;
    for (size_t n = SM_CORPUS_STEM_MAX - 1; n <= SM_CORPUS_STEM_MAX + 1; n++) {
        test_text form = {0};
        char length[] = {(char)(0x80 | (n & 0x7F)), (char)(n >> 7)};
        test_text_put(&form, "\2en\1\1");
        test_text_add(&form, "", 1);
        test_text_add(&form, length, sizeof length);
        for (size_t i = 0; i < n; i++)
            test_text_put(&form, "a");
        test_text_put(&form, "\1");
        assert_int_equal(read_sealed("summ corpus 1\n", 14, form.at, form.n),
                         n <= SM_CORPUS_STEM_MAX ? SUMM_OK : SUMM_ERR_CORPUS);
        test_text_end(&form);
    }
}

/* ---- Without memory ---------------------------------------------------------------------------------------------- */

static void test_adding_without_memory(void **state) {
    (void)state;
    sample s;
    sample_begin(&s, 6, 2);
    for (size_t n = 1;; n++) {
        test_arena own;
        sm_corpus c;
        bool failed = false;
        test_arena_begin(&own);
        sm_corpus_init(&c, NULL, 0, &own.arena);
        test_memory_fail(&own.memory, n, false);
        for (size_t i = 0; i < s.n; i++) {
            summ_status status = sm_corpus_add(&c, &s.doc[i].doc, &s.doc[i].tmp.arena);
            assert_true(status == SUMM_OK || (status == SUMM_ERR_MEMORY && !failed));
            if (status == SUMM_OK)
                continue;
            failed = true;
            assert_int_equal(c.n_docs, i);
            assert_int_equal(sm_corpus_add(&c, &s.doc[i].doc, &s.doc[i].tmp.arena), SUMM_OK);
        }
        assert_int_equal(failed, test_memory_failed(&own.memory));
        test_memory_fail(&own.memory, 0, false);
        test_text one = form_of(&c), all = form_of(&s.corpus);
        assert_int_equal(one.n, all.n);
        assert_memory_equal(one.at, all.at, all.n);
        test_text_end(&one);
        test_text_end(&all);
        test_arena_end(&own);
        if (!failed)
            break;
    }
    sample_end(&s);
}

static void test_form_without_memory(void **state) {
    (void)state;
    sample s;
    sample_begin(&s, MOST_DOCS, 5);
    test_text form = form_of(&s.corpus);
    for (size_t n = 1;; n++) {
        test_arena own;
        sm_corpus read;
        const char *bytes;
        size_t n_bytes;
        test_arena_begin(&own);
        test_memory_fail(&own.memory, n, false);
        bool made = sm_corpus_form(&s.corpus, &own.arena, &bytes, &n_bytes);
        summ_status status = sm_corpus_read(&read, form.at, form.n, &own.arena);
        bool failed = test_memory_failed(&own.memory);
        assert_true(failed == (!made || status == SUMM_ERR_MEMORY));
        test_arena_end(&own);
        if (!failed)
            break;
    }
    test_text_end(&form);
    sample_end(&s);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_counts),
        cmocka_unit_test(test_one_language),
        cmocka_unit_test(test_too_many),
        cmocka_unit_test(test_there_and_back),
        cmocka_unit_test(test_order_does_not_count),
        cmocka_unit_test(test_damage),
        cmocka_unit_test(test_what_is_made_up),
        cmocka_unit_test(test_long_stems),
        cmocka_unit_test(test_adding_without_memory),
        cmocka_unit_test(test_form_without_memory),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
