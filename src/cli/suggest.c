/* suggest.c - the name that was meant, by edit distance and by parts. */
#include "suggest.h"

#include <stdbool.h>
#include <stdint.h>
#include <string.h>

enum {
    MAX_NAME = 64,
    BY_BEGIN = 1000, /* distances from here on are of other kinds, behind all of those in letters */
    BY_PART = 2000
};

static char lower(char c) {
    return (char)(c >= 'A' && c <= 'Z' ? c - 'A' + 'a' : c);
}

static size_t least(size_t a, size_t b) {
    return a < b ? a : b;
}

/* Optimal string alignment: the distance of Damerau (1964) in which no part is edited twice. Both names have at most
 * MAX_NAME letters. */
static size_t distance(const char *a, size_t n_a, const char *b, size_t n_b) {
    size_t rows[3][MAX_NAME + 1];
    size_t *before = rows[0], *above = rows[1], *row = rows[2];
    for (size_t j = 0; j <= n_b; j++)
        row[j] = j;
    for (size_t i = 1; i <= n_a; i++) {
        size_t *free_row = before;
        before = above;
        above = row;
        row = free_row;
        row[0] = i;
        for (size_t j = 1; j <= n_b; j++) {
            bool same = lower(a[i - 1]) == lower(b[j - 1]);
            row[j] = least(least(above[j], row[j - 1]) + 1, above[j - 1] + !same);
            if (i > 1 && j > 1 && lower(a[i - 1]) == lower(b[j - 2]) && lower(a[i - 2]) == lower(b[j - 1]))
                row[j] = least(row[j], before[j - 2] + 1);
        }
    }
    return row[n_b];
}

static bool begins(const char *text, size_t n_text, const char *with, size_t n_with) {
    return n_with <= n_text && memcmp(text, with, n_with) == 0;
}

/* Whether a name of three letters or more begins the text, or stands in it between hyphens. */
static bool is_part(const char *text, size_t n_text, const char *name, size_t n_name) {
    if (n_name < 3)
        return false;
    for (size_t i = 0; i + n_name <= n_text; i++) {
        bool ends = i + n_name == n_text || text[i + n_name] == '-';
        if (memcmp(text + i, name, n_name) == 0 && (i == 0 || (text[i - 1] == '-' && ends)))
            return true;
    }
    return false;
}

static size_t cost(const suggestion *of, const char *name, size_t n_name) {
    if (n_name > MAX_NAME || of->n_typed > MAX_NAME)
        return SIZE_MAX;
    size_t letters = distance(of->typed, of->n_typed, name, n_name);
    if (letters <= of->n_typed / 3)
        return letters;
    if (of->n_typed >= 2 && begins(name, n_name, of->typed, of->n_typed))
        return BY_BEGIN;
    return is_part(of->typed, of->n_typed, name, n_name) ? BY_PART - n_name : SIZE_MAX;
}

suggestion suggest_for(const char *typed, size_t n_typed) {
    return (suggestion){.typed = typed, .n_typed = n_typed, .distance = SIZE_MAX};
}

void suggest_offer(suggestion *to, const char *name, size_t n_name) {
    size_t found = cost(to, name, n_name);
    if (found >= to->distance)
        return;
    to->distance = found;
    to->name = name;
    to->n_name = n_name;
}
