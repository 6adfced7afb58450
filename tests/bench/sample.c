#include "bench/sample.h"
#include "bench/letters.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum {
    MAX_BYTES = 256 << 20
};

static bool read_text(sample *s, FILE *file) {
    long size = fseek(file, 0, SEEK_END) == 0 ? ftell(file) : -1;
    if (size <= 0 || size > MAX_BYTES || fseek(file, 0, SEEK_SET) != 0)
        return false;
    s->n_bytes = (size_t)size;
    s->text = malloc(s->n_bytes);
    s->lower = malloc(s->n_bytes);
    /* No more pieces than bytes, no more sentences or words than pieces. */
    s->pieces = malloc(s->n_bytes * sizeof *s->pieces);
    return s->text != NULL && s->lower != NULL && s->pieces != NULL &&
           fread(s->text, 1, s->n_bytes, file) == s->n_bytes;
}

static bool is_letter_at(const sample *s, size_t at) {
    return letters_is_letter(s->text + at);
}

static void cut(sample *s) {
    for (size_t at = 0, begin = 0; at < s->n_bytes; begin = at) {
        bool is_word = is_letter_at(s, at);
        while (at < s->n_bytes && is_letter_at(s, at) == is_word)
            at += letters_step(s->text + at, s->n_bytes - at);
        bool is_capital = is_word && memcmp(s->text + begin, s->lower + begin, at - begin) != 0;
        s->pieces[s->n_pieces++] = (sample_piece){(uint32_t)begin, (uint32_t)(at - begin), is_word, is_capital, false};
    }
}

static bool is_space(char c) {
    return c == ' ' || c == '\n' || c == '\r';
}

/* Where the sentence ends within what stands between two words: behind the mark and what closes quotations with it; 0:
 * nowhere. */
static uint32_t end_in(const sample *s, const sample_piece *gap) {
    const char *text = s->text + gap->at;
    for (uint32_t i = 0; i < gap->n; i++) {
        if (memchr(".!?", text[i], 3) == NULL)
            continue;
        while (i < gap->n && !is_space(text[i]))
            i++;
        return i;
    }
    return 0;
}

static bool is_paragraph_end(const sample *s, const sample_piece *gap) {
    bool line_end = false;
    for (uint32_t i = 0; i < gap->n; i++) {
        char c = s->text[gap->at + i];
        if (c == '\n' && line_end)
            return true;
        line_end = c == '\n' || (line_end && (c == ' ' || c == '\r'));
    }
    return gap->at + gap->n == s->n_bytes;
}

/* Bytes between the last space and a word; none where there is no space between it and the word before. */
static uint32_t n_opening(const sample *s, size_t word) {
    uint32_t at = s->pieces[word].at, limit = word > 0 ? s->pieces[word - 1].at : 0, begin = at;
    while (begin > limit && !is_space(s->text[begin - 1]))
        begin--;
    return begin > limit || begin == 0 ? at - begin : 0;
}

/* The pieces [first, gap] as a sentence, unless they are too long; the last ends where the sentence does. */
static void keep_sentence(sample *s, size_t first, size_t gap, uint32_t n_closing) {
    sample_piece *last = &s->pieces[gap];
    if (last->at + n_closing - s->pieces[first].at > SAMPLE_SENTENCE)
        return;
    last->n = n_closing;
    s->sentences[s->n_sentences++] = (sample_span){(uint32_t)first, (uint32_t)gap + 1, n_opening(s, first)};
}

static bool find_sentences(sample *s) {
    s->sentences = malloc((s->n_pieces + 1) * sizeof *s->sentences);
    if (s->sentences == NULL)
        return false;
    size_t first = 0;
    for (size_t i = 0; i < s->n_pieces; i++) {
        const sample_piece *p = &s->pieces[i];
        if (p->is_word)
            continue;
        bool paragraph_end = is_paragraph_end(s, p);
        uint32_t n_closing = i > first ? end_in(s, p) : 0;
        if (n_closing > 0 && (paragraph_end || s->pieces[i + 1].is_capital))
            keep_sentence(s, first, i, n_closing);
        else if (!paragraph_end && i > first)
            continue;
        first = i + 1;
    }
    return s->n_sentences > 0;
}

typedef struct spelling {
    const char *lower;
    uint32_t n, piece;
} spelling;

static int by_spelling(const void *a, const void *b) {
    const spelling *x = a, *y = b;
    int order = memcmp(x->lower, y->lower, x->n < y->n ? x->n : y->n);
    if (order == 0)
        order = (x->n > y->n) - (x->n < y->n);
    return order != 0 ? order : (x->piece > y->piece) - (x->piece < y->piece);
}

static int by_place(const void *a, const void *b) {
    uint32_t x = *(const uint32_t *)a, y = *(const uint32_t *)b;
    return (x > y) - (x < y);
}

static bool is_long(const spelling *w) {
    size_t n_letters = 0;
    for (size_t i = 0; i < w->n; i += letters_step(w->lower + i, w->n - i))
        n_letters++;
    return n_letters > SAMPLE_SHORT && w->n <= SAMPLE_WORD;
}

static bool same(const spelling *a, const spelling *b) {
    return a->n == b->n && memcmp(a->lower, b->lower, a->n) == 0;
}

/* Words of one spelling stand side by side, the first of the text first. */
static void mark_rare(sample *s, const spelling *words, size_t n) {
    for (size_t begin = 0, end; begin < n; begin = end) {
        for (end = begin + 1; end < n && same(&words[begin], &words[end]);)
            end++;
        if (end - begin >= SAMPLE_COMMON || !is_long(&words[begin]))
            continue;
        for (size_t i = begin; i < end; i++)
            s->pieces[words[i].piece].is_rare = true;
        s->rare[s->n_rare++] = words[begin].piece;
    }
    qsort(s->rare, s->n_rare, sizeof *s->rare, by_place);
}

static bool find_rare(sample *s) {
    spelling *words = malloc((s->n_pieces + 1) * sizeof *words);
    s->rare = malloc((s->n_pieces + 1) * sizeof *s->rare);
    size_t n = 0;
    if (words == NULL || s->rare == NULL) {
        free(words);
        return false;
    }
    for (size_t i = 0; i < s->n_pieces; i++)
        if (s->pieces[i].is_word)
            words[n++] = (spelling){s->lower + s->pieces[i].at, s->pieces[i].n, (uint32_t)i};
    qsort(words, n, sizeof *words, by_spelling);
    mark_rare(s, words, n);
    free(words);
    return true;
}

static void join_lines(sample *s) {
    for (size_t i = 0; i < s->n_bytes; i++)
        if ((unsigned char)s->text[i] < ' ')
            s->text[i] = ' ';
}

bool sample_read(sample *s, const char *path) {
    *s = (sample){0};
    FILE *file = fopen(path, "rb");
    bool good = file != NULL && read_text(s, file);
    if (file != NULL)
        (void)fclose(file);
    if (good) {
        memcpy(s->lower, s->text, s->n_bytes);
        letters_lower(s->lower, s->n_bytes);
        cut(s);
        good = find_sentences(s) && find_rare(s);
        join_lines(s);
    }
    if (!good)
        sample_free(s);
    return good;
}

void sample_free(sample *s) {
    free(s->text);
    free(s->lower);
    free(s->pieces);
    free(s->sentences);
    free(s->rare);
    *s = (sample){0};
}
