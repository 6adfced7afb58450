/* Text without end that is made like prose: sentences of a sample, drawn with replacement, in which every word that is
 * rare there (sample.h) gives place to one drawn from a vocabulary without end. The same sample makes the same text,
 * and a shorter one is the beginning of a longer one.
 *
 * The law: the word of rank r = 0, 1, 2 ... is drawn with the probability that r <= q (1 / u^2 - 1) < r + 1 for a
 * uniform u, which is Zipf's law as Mandelbrot shifts it, p(r) ~ (r + q)^-1.5. From it follows Heaps' law: n words have
 * about 2.68 (n sqrt(q) / 2)^(2/3) distinct ones (Bahadur, On the number of distinct values in a large sample, 1960).
 * The shift q is that by which as many words as are rare in the sample have as many spellings as there, but at least
 * PROSE_SHIFT, with which a short English sample grows to 25 000 spellings in 3.3 MB, as many as stories have. The first
 * ranks are the rare words of the sample, the others pseudo.h's. */
#ifndef BENCH_PROSE_H
#define BENCH_PROSE_H

#include "bench/pseudo.h"
#include "bench/sample.h"

enum {
    PROSE_SHIFT = 48,
    PROSE_ROOM = SAMPLE_SENTENCE * (1 + PSEUDO_BYTES) /* a sentence in which every byte is a word */
};

typedef struct prose {
    const sample *from;
    pseudo_language language; /* of the words that are made */
    uint64_t state;           /* of the random numbers */
    double shift;             /* q */
    char sentence[PROSE_ROOM];
} prose;

void prose_init(prose *p, const sample *from, pseudo_language language);

/* Makes the next sentence, in p->sentence; returns its bytes. Linear in them. */
size_t prose_next(prose *p);

/* The next random number below n. */
uint32_t prose_random(prose *p, uint32_t n);

#endif
