#include "rouge.h"

#include "porter.h"
#include "text/vocab.h"
#include "tokens.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

enum {
    SHORT = 3 /* characters of a token that is not stemmed */
};

typedef struct line {
    const uint32_t *token; /* numbers: equal for equal stems */
    size_t n;
} line;

typedef struct text {
    SM_VEC(uint32_t) tokens;
    SM_VEC(line) lines;
} text;

typedef struct reader {
    sm_vocab vocab;
    bool english;
    sm_arena *scratch;
} reader;

static double f1(double hits, double n_reference, double n_summary) {
    return hits > 0 ? 200 * hits / (n_reference + n_summary) : 0;
}

static bool read_line(reader *r, char *low, size_t n, text *out) {
    for (size_t begin = 0, end = 0; tokens_next(low, n, r->english ? TOKENS_ASCII : TOKENS_MARKED, &begin, &end);) {
        size_t n_token = end - begin;
        if (r->english && n_token > SHORT)
            n_token = porter_stem(low + begin, n_token);
        uint32_t token = sm_vocab_add(&r->vocab, low + begin, n_token);
        if (token == SM_VOCAB_NONE || !sm_vec_push(&out->tokens, token, r->scratch))
            return false;
    }
    return true;
}

/* The lines point into the tokens, which move while they grow. */
static void find_tokens(text *t) {
    size_t n = 0;
    for (size_t i = 0; i < t->lines.n; i++) {
        t->lines.at[i].token = t->tokens.at + n;
        n += t->lines.at[i].n;
    }
}

static bool read_text(reader *r, const char *bytes, size_t n, text *out) {
    char *low = sm_arena_get(r->scratch, TOKENS_ROOM(n), 1);
    *out = (text){0};
    if (low == NULL)
        return false;
    for (size_t at = 0, end, n_low; at < n; at = end + 1, low += n_low) {
        const char *feed = memchr(bytes + at, '\n', n - at);
        end = feed != NULL ? (size_t)(feed - bytes) : n;
        n_low = tokens_lower(bytes + at, end - at, low);
        line l = {NULL, out->tokens.n};
        if (!read_line(r, low, n_low, out))
            return false;
        l.n = out->tokens.n - l.n;
        if (!sm_vec_push(&out->lines, l, r->scratch))
            return false;
    }
    find_tokens(out);
    return true;
}

static int compare(const void *a, const void *b) {
    uint64_t x = *(const uint64_t *)a, y = *(const uint64_t *)b;
    return x < y ? -1 : x > y;
}

/* All runs of `order` tokens, 1 or 2, sorted. */
static uint64_t *grams_of(const text *t, size_t order, sm_arena *scratch, size_t *n) {
    *n = t->tokens.n >= order ? t->tokens.n - order + 1 : 0;
    uint64_t *grams = sm_arena_get(scratch, *n, sizeof *grams);
    if (grams == NULL)
        return NULL;
    for (size_t i = 0; i < *n; i++)
        grams[i] = order == 1 ? t->tokens.at[i] : (uint64_t)t->tokens.at[i] << 32 | t->tokens.at[i + 1];
    if (*n > 0)
        qsort(grams, *n, sizeof *grams, compare);
    return grams;
}

static size_t count_common(const uint64_t *a, size_t n_a, const uint64_t *b, size_t n_b) {
    size_t common = 0;
    for (size_t i = 0, j = 0; i < n_a && j < n_b;) {
        common += a[i] == b[j];
        bool next_a = a[i] <= b[j], next_b = b[j] <= a[i];
        i += next_a;
        j += next_b;
    }
    return common;
}

static bool score_grams(const text *reference, const text *summary, size_t order, sm_arena *scratch, double *figure) {
    size_t n_a, n_b;
    uint64_t *a = grams_of(reference, order, scratch, &n_a), *b = grams_of(summary, order, scratch, &n_b);
    if (a == NULL || b == NULL)
        return false;
    *figure = f1((double)count_common(a, n_a, b, n_b), (double)n_a, (double)n_b);
    return true;
}

/* Marks the tokens of `a` that belong to a longest common subsequence with `b`: of several, the one that a walk back
 * through the table finds which goes up `a` unless a step along `b` is better. */
static bool mark_common(const line *a, const line *b, sm_arena *scratch, bool *marked) {
    size_t width = b->n + 1;
    uint32_t *length = sm_arena_get_zero(scratch, a->n + 1, width * sizeof *length);
    if (length == NULL)
        return false;
    for (size_t i = 1; i <= a->n; i++)
        for (size_t j = 1; j <= b->n; j++) {
            uint32_t *here = length + i * width + j, up = here[-(ptrdiff_t)width], left = here[-1];
            if (a->token[i - 1] == b->token[j - 1])
                *here = here[-(ptrdiff_t)width - 1] + 1;
            else
                *here = up > left ? up : left;
        }
    for (size_t i = a->n, j = b->n; i > 0 && j > 0;)
        if (a->token[i - 1] == b->token[j - 1]) {
            marked[--i] = true;
            j--;
        } else if (length[i * width + j - 1] > length[(i - 1) * width + j])
            j--;
        else
            i--;
    return true;
}

/* Hits of one line of the reference; a token of the summary is a hit once. */
static bool count_line(const line *reference, const text *summary, uint32_t *left, sm_arena *scratch, double *hits) {
    bool *marked = sm_arena_get_zero(scratch, reference->n, sizeof *marked);
    if (marked == NULL)
        return false;
    for (size_t i = 0; i < summary->lines.n; i++)
        if (!mark_common(reference, &summary->lines.at[i], scratch, marked))
            return false;
    for (size_t i = 0; i < reference->n; i++)
        if (marked[i] && left[reference->token[i]] > 0) {
            left[reference->token[i]]--;
            *hits += 1;
        }
    return true;
}

static bool score_lines(const text *reference, const text *summary, uint32_t n_vocab, sm_arena *scratch,
                        double *figure) {
    uint32_t *left = sm_arena_get_zero(scratch, n_vocab, sizeof *left);
    double hits = 0;
    if (left == NULL)
        return false;
    for (size_t i = 0; i < summary->tokens.n; i++)
        left[summary->tokens.at[i]]++;
    for (size_t i = 0; i < reference->lines.n; i++)
        if (!count_line(&reference->lines.at[i], summary, left, scratch, &hits))
            return false;
    *figure = f1(hits, (double)reference->tokens.n, (double)summary->tokens.n);
    return true;
}

bool rouge_score(const char *reference, size_t n_reference, const char *summary, size_t n_summary, bool english,
                 sm_arena *scratch, rouge_figures *figures) {
    reader r = {.english = english, .scratch = scratch};
    text a, b;
    sm_vocab_init(&r.vocab, scratch, 0);
    return read_text(&r, reference, n_reference, &a) && read_text(&r, summary, n_summary, &b) &&
           score_grams(&a, &b, 1, scratch, &figures->r1) && score_grams(&a, &b, 2, scratch, &figures->r2) &&
           score_lines(&a, &b, r.vocab.n, scratch, &figures->lsum);
}

void rouge_best(rouge_figures *best, const rouge_figures *other) {
    best->r1 = fmax(best->r1, other->r1);
    best->r2 = fmax(best->r2, other->r2);
    best->lsum = fmax(best->lsum, other->lsum);
}
