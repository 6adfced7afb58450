#include "spelling.h"

#include "base/hash.h"
#include "base/utf8.h"
#include "text/spelling.h"

#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* How often letters stand in a row. */
typedef struct series {
    uint32_t letters[3]; /* two and 0 for the pairs */
    unsigned n;
} series;

enum {
    SERIES_SLOTS = 1 << 18,
    WORDS_FOR_ONE = 200 /* words make three letters that were not seen as likely as others that were seen once */
};

/* Tables with linear probing. */
static series threes[SERIES_SLOTS], twos[SERIES_SLOTS];

static series *find(series *table, uint32_t first, uint32_t second, uint32_t third) {
    const uint32_t letters[3] = {first, second, third};
    uint32_t i = (uint32_t)sm_hash(0, letters, sizeof letters) % SERIES_SLOTS;
    while (table[i].n > 0 && memcmp(table[i].letters, letters, sizeof letters) != 0)
        i = (i + 1) % SERIES_SLOTS;
    memcpy(table[i].letters, letters, sizeof letters);
    return &table[i];
}

/* Returns how many words there are. */
static size_t count(const spelling *of) {
    uint32_t before = ' ', last = ' ', letter;
    size_t n_words = 0;
    memset(threes, 0, sizeof threes);
    memset(twos, 0, sizeof twos);
    for (size_t i = 0; i < of->n;) {
        i += sm_utf8_decode(of->text + i, of->n - i, &letter);
        find(threes, before, last, letter)->n++;
        find(twos, before, last, 0)->n++;
        n_words += letter == ' ';
        before = letter == ' ' ? ' ' : last;
        last = letter;
    }
    return n_words;
}

void spelling_learn(spelling *of, const char *words, size_t n) {
    if (of->room - of->n < n + 1) {
        of->room = 2 * of->room + n + 1;
        of->text = realloc(of->text, of->room);
        if (of->text == NULL) {
            fputs("spelling: out of memory\n", stderr);
            exit(1);
        }
    }
    memcpy(of->text + of->n, words, n);
    of->n += n;
    if (n > 0 && words[n - 1] != ' ')
        of->text[of->n++] = ' ';
}

/* Of half a byte each, in steps; where two series meet, the cheaper one counts. */
static void find_costs(size_t n_words, uint8_t costs[1 << SM_SPELLING_BITS]) {
    memset(costs, SM_SPELLING_COSTLY, 1 << SM_SPELLING_BITS);
    for (const series *s = threes; s < threes + SERIES_SLOTS; s++) {
        if (s->n == 0)
            continue;
        double all = find(twos, s->letters[0], s->letters[1], 0)->n + (double)n_words / WORDS_FOR_ONE;
        double steps = floor(log(all / s->n) / SM_SPELLING_STEP + 0.5);
        uint8_t *cost = &costs[sm_spelling_slot(s->letters[0], s->letters[1], s->letters[2])];
        *cost = steps < *cost ? (uint8_t)steps : *cost;
    }
}

void spelling_print(const spelling *of) {
    static uint8_t costs[1 << SM_SPELLING_BITS];
    find_costs(count(of), costs);
    puts("{");
    for (size_t i = 0; i < sizeof costs; i += 2)
        printf("%d,%s", costs[i] | costs[i + 1] << 4, i % 64 == 62 ? "\n" : "");
    puts("},");
}
