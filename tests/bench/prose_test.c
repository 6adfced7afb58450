/* The texts that make bench makes: the law of their words, and what they take from the sample. */
#define _POSIX_C_SOURCE 200809L
#include "bench/letters.h"
#include "bench/prose.h"
#include "support/memory.h"
#include "support/random.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#define ENGLISH "tests/samples/prose.en.txt"
#define RUSSIAN "tests/samples/prose.ru.txt"

static bool read_bytes(sample *s, const char *text, size_t n) {
    char path[] = "/tmp/summ-sample-XXXXXX";
    int file = mkstemp(path);
    assert_true(file >= 0);
    assert_int_equal(write(file, text, n), n);
    close(file);
    bool good = sample_read(s, path);
    unlink(path);
    return good;
}

static void assert_sentence(const sample *s, size_t i, const char *expected) {
    const sample_span *span = &s->sentences[i];
    const sample_piece *first = &s->pieces[span->first], *last = &s->pieces[span->end - 1];
    size_t begin = first->at - span->n_opening, n = last->at + last->n - begin;
    assert_int_equal(n, strlen(expected));
    assert_memory_equal(s->text + begin, expected, n);
}

static void test_sentences_of_a_sample(void **state) {
    (void)state;
    sample s;
    const char text[] =
        "A Heading\n\n\"It is so.\" \"Is\nit?\" said 4.5 men. It was!\n\nno mark at the end\n\nThe end.";
    assert_true(read_bytes(&s, text, sizeof text - 1));
    assert_int_equal(s.n_sentences, 4);
    assert_sentence(&s, 0, "\"It is so.\"");
    assert_sentence(&s, 1, "\"Is it?\" said 4.5 men.");
    assert_sentence(&s, 2, "It was!");
    assert_sentence(&s, 3, "The end.");
    sample_free(&s);
}

static void test_words_that_are_varied(void **state) {
    (void)state;
    sample s;
    const char text[] = "The bee saw stone, Stone, stone. The owl had stone and timber. Timber it was.";
    assert_true(read_bytes(&s, text, sizeof text - 1));
    assert_int_equal(s.n_rare, 1);
    assert_memory_equal(s.lower + s.pieces[s.rare[0]].at, "timber", 6);
    sample_free(&s);
}

static void test_no_sample(void **state) {
    (void)state;
    sample s;
    assert_false(sample_read(&s, "/no/such/file"));
    assert_false(read_bytes(&s, "", 0));
    assert_false(read_bytes(&s, "no sentence", 11));
    assert_false(read_bytes(&s, ". . .", 5));
    sample_free(&s);
}

static prose *begin(sample *s, const char *path, pseudo_language language) {
    prose *p = malloc(sizeof *p);
    assert_non_null(p);
    assert_true(sample_read(s, path));
    prose_init(p, s, language);
    return p;
}

static void end(prose *p, sample *s) {
    free(p);
    sample_free(s);
}

static void test_broken_bytes(void **state) {
    (void)state;
    test_random r = {7};
    prose *p = malloc(sizeof *p);
    assert_non_null(p);
    for (size_t round = 0; round < 300; round++) {
        char text[200];
        sample s;
        test_random_bytes(&r, text, sizeof text);
        for (size_t i = 0; i < sizeof text; i += 9)
            memcpy(text + i, test_random_below(&r, 2) ? ". A" : "\n\n.", 3 < sizeof text - i ? 3 : sizeof text - i);
        if (!read_bytes(&s, text, sizeof text))
            continue;
        prose_init(p, &s, PSEUDO_RUSSIAN);
        for (size_t i = 0; i < 20; i++)
            assert_in_range(prose_next(p), 1, PROSE_ROOM);
        sample_free(&s);
    }
    free(p);
}

static int by_value(const void *a, const void *b) {
    uint64_t x = *(const uint64_t *)a, y = *(const uint64_t *)b;
    return (x > y) - (x < y);
}

static size_t n_distinct(uint64_t *values, size_t n) {
    size_t distinct = 0;
    qsort(values, n, sizeof *values, by_value);
    for (size_t i = 0; i < n; i++)
        distinct += i == 0 || values[i] != values[i - 1];
    return distinct;
}

/* FNV-1a. */
static uint64_t hash(const char *text, size_t n) {
    uint64_t h = 0xCBF29CE484222325;
    for (size_t i = 0; i < n; i++)
        h = (h ^ (unsigned char)text[i]) * 0x100000001B3;
    return h;
}

/* The words of so many bytes of text, and how many spellings they have, capitals aside. */
static void count(prose *p, size_t n_bytes, size_t *n_words, size_t *n_spellings) {
    uint64_t *words = malloc(n_bytes * sizeof *words);
    assert_non_null(words);
    *n_words = 0;
    for (size_t done = 0, n; done < n_bytes; done += n + 1) {
        n = prose_next(p);
        letters_lower(p->sentence, n);
        for (size_t at = 0, from = 0; at < n; from = at) {
            bool word = letters_is_letter(p->sentence + at);
            while (at < n && letters_is_letter(p->sentence + at) == word)
                at += letters_step(p->sentence + at, n - at);
            if (word)
                words[(*n_words)++] = hash(p->sentence + from, at - from);
        }
    }
    *n_spellings = n_distinct(words, *n_words);
    free(words);
}

static void test_vocabulary_of_english(void **state) {
    (void)state;
    sample s;
    size_t n_words, n_spellings, n_more;
    prose *p = begin(&s, ENGLISH, PSEUDO_ENGLISH);
    count(p, 3300000, &n_words, &n_spellings);
    assert_in_range(n_words, 500000, 700000);
    assert_in_range(n_spellings, 22000, 28000);
    /* Heaps: eight times the words have four times the spellings, and near to that with those of the sample. */
    count(p, 3300000 / 8, &n_words, &n_more);
    assert_in_range(100 * n_spellings / n_more, 300, 450);
    end(p, &s);
}

static void test_same_text_every_time(void **state) {
    (void)state;
    sample s, t;
    prose *p = begin(&s, ENGLISH, PSEUDO_ENGLISH), *q = begin(&t, ENGLISH, PSEUDO_ENGLISH);
    uint64_t text = 0;
    for (size_t i = 0; i < 1000; i++) {
        size_t n = prose_next(p);
        assert_int_equal(prose_next(q), n);
        assert_memory_equal(p->sentence, q->sentence, n);
        text ^= hash(p->sentence, n);
    }
    /* Other machines make the same. */
    assert_int_equal(text, 0x2429b0ef5fdd26e5);
    end(p, &s);
    end(q, &t);
}

static void assert_begins_with_capital(const char *sentence, size_t n) {
    char letter[4];
    size_t at = 0;
    while (at < n && !letters_is_letter(sentence + at))
        at += letters_step(sentence + at, n - at);
    size_t n_letter = letters_step(sentence + at, n - at);
    memcpy(letter, sentence + at, n_letter);
    letters_lower(letter, n_letter);
    assert_memory_not_equal(letter, sentence + at, n_letter);
}

static void test_russian(void **state) {
    (void)state;
    sample s;
    prose *p = begin(&s, RUSSIAN, PSEUDO_RUSSIAN);
    for (size_t i = 0; i < 2000; i++) {
        size_t n = prose_next(p);
        assert_in_range(n, 10, PROSE_ROOM);
        for (size_t at = 0; at < n; at += letters_step(p->sentence + at, n - at))
            assert_true(((unsigned char)p->sentence[at] & 0xC0) != 0x80);
        assert_begins_with_capital(p->sentence, n);
    }
    end(p, &s);
}

static void test_letters(void **state) {
    (void)state;
    char text[] = "AzЁЖЯю";
    letters_lower(text, strlen(text));
    assert_string_equal(text, "azёжяю");
    char words[] = "ёя";
    letters_capitalise(words, strlen(words));
    letters_capitalise(words + 2, 2);
    assert_string_equal(words, "ЁЯ");
    letters_capitalise(words, 0);
    assert_int_equal(letters_step("\xE2\x80", 2), 2);
    assert_false(letters_is_letter("«"));
    assert_false(letters_is_letter("\x80"));
}

static void test_pseudo_words(void **state) {
    (void)state;
    enum {
        N = 30000
    };
    static uint64_t words[N];
    char word[PSEUDO_BYTES];
    for (uint32_t i = 0; i < N; i++)
        words[i] = hash(word, pseudo_word(PSEUDO_ENGLISH, i, word));
    assert_true(n_distinct(words, N) > N * 95 / 100); /* syllables may be parted in two ways */
    assert_in_range(pseudo_word(PSEUDO_RUSSIAN, UINT32_MAX, word), 8, PSEUDO_BYTES);
    assert_int_equal(pseudo_word(PSEUDO_ENGLISH, 0, word), 2);
    assert_memory_equal(word, "ba", 2);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_sentences_of_a_sample),
        cmocka_unit_test(test_words_that_are_varied),
        cmocka_unit_test(test_no_sample),
        cmocka_unit_test(test_broken_bytes),
        cmocka_unit_test(test_vocabulary_of_english),
        cmocka_unit_test(test_same_text_every_time),
        cmocka_unit_test(test_russian),
        cmocka_unit_test(test_letters),
        cmocka_unit_test(test_pseudo_words),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
