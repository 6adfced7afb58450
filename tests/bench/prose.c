#include "bench/prose.h"
#include "bench/letters.h"

#include <math.h>
#include <string.h>

#define HEAPS_FACTOR 4.387 /* 2.68^1.5, with 2.68 = Gamma(1/3) */

static double shift_of(const sample *s) {
    double n_spellings = (double)s->n_rare, n_words = 0;
    for (size_t i = 0; i < s->n_pieces; i++)
        n_words += s->pieces[i].is_rare;
    double root = n_words > 0 ? 2 * n_spellings * sqrt(n_spellings) / (HEAPS_FACTOR * n_words) : 0;
    return root * root > PROSE_SHIFT ? root * root : PROSE_SHIFT;
}

void prose_init(prose *p, const sample *from, pseudo_language language) {
    p->from = from;
    p->language = language;
    p->state = 0;
    p->shift = shift_of(from);
}

/* SplitMix64 (Steele, Lea and Flood, Fast splittable pseudorandom number generators, 2014). */
static uint64_t next(prose *p) {
    uint64_t z = p->state += 0x9E3779B97F4A7C15;
    z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9;
    z = (z ^ (z >> 27)) * 0x94D049BB133111EB;
    return z ^ (z >> 31);
}

uint32_t prose_random(prose *p, uint32_t n) {
    return (uint32_t)((next(p) >> 32) * n >> 32);
}

/* Sums, products, quotients and roots only, so that all machines draw the same. */
static uint32_t draw_rank(prose *p) {
    double u = ((double)(next(p) >> 11) + 1) * 0x1p-53;
    double rank = p->shift * (1 / (u * u) - 1);
    return rank < 4e9 ? (uint32_t)rank : 4000000000U;
}

static size_t draw_word(prose *p, char *out) {
    const sample *s = p->from;
    uint32_t rank = draw_rank(p);
    if (rank >= s->n_rare)
        return pseudo_word(p->language, rank - (uint32_t)s->n_rare, out);
    const sample_piece *word = &s->pieces[s->rare[rank]];
    memcpy(out, s->lower + word->at, word->n);
    return word->n;
}

static size_t copy(const char *from, size_t n, char *to) {
    memcpy(to, from, n);
    return n;
}

size_t prose_next(prose *p) {
    const sample *s = p->from;
    const sample_span *span = &s->sentences[prose_random(p, (uint32_t)s->n_sentences)];
    char *out = p->sentence;
    out += copy(s->text + s->pieces[span->first].at - span->n_opening, span->n_opening, out);
    for (uint32_t i = span->first; i < span->end; i++) {
        const sample_piece *piece = &s->pieces[i];
        size_t n = piece->is_rare ? draw_word(p, out) : copy(s->text + piece->at, piece->n, out);
        if (piece->is_rare && piece->is_capital)
            letters_capitalise(out, n);
        out += n;
    }
    return (size_t)(out - p->sentence);
}
