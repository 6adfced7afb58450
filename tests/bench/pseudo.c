#include "bench/pseudo.h"

#include <string.h>

enum {
    ONSETS = 20,
    RIMES = 16,
    ENDINGS = 11,
    NEXT_ENDING = 4, /* steps from the ending of one form to that of the next */
};

typedef struct alphabet {
    const char *onsets[ONSETS], *rimes[RIMES], *endings[ENDINGS];
} alphabet;

static const alphabet ALPHABETS[] = {
    [PSEUDO_ENGLISH] =
        {
            {"b", "c", "d", "f", "g", "h", "l", "m", "n", "p", "r", "s", "t", "v", "w", "br", "st", "tr", "cl", "sh"},
            {"a", "e", "i", "o", "u", "an", "er", "or", "in", "el", "ar", "en", "il", "on", "ea", "ou"},
            {"", "s", "ed", "ing", "er", "ly", "ness", "ation", "ful", "al", "ment"},
        },
    [PSEUDO_RUSSIAN] =
        {
            {"б", "в", "г", "д", "ж", "з", "к", "л", "м", "н", "п", "р", "с", "т", "х", "ст", "пр", "кр", "тр", "ш"},
            {"а", "о", "е", "и", "у", "ан", "ор", "ер", "ин", "ел", "ов", "ал", "он", "ас", "ол", "ар"},
            {"", "а", "у", "ом", "ами", "ый", "ого", "ать", "ение", "ился", "ость"},
        },
};

static size_t append(const char *part, size_t at, char *out) {
    size_t n = strlen(part);
    memcpy(out + at, part, n);
    return at + n;
}

/* The stem is the number of the family in bijective base 320, a syllable for each digit, the lowest first: at most five
 * for 2^32, of at most 8 bytes each, with an ending of 8. */
size_t pseudo_word(pseudo_language language, uint32_t number, char out[PSEUDO_BYTES]) {
    const alphabet *a = &ALPHABETS[language];
    uint32_t family = number / PSEUDO_FORMS, form = number % PSEUDO_FORMS;
    size_t n = 0;
    for (uint32_t rest = family + 1; rest > 0; rest = (rest - 1) / (ONSETS * RIMES)) {
        uint32_t digit = (rest - 1) % (ONSETS * RIMES);
        n = append(a->onsets[digit % ONSETS], n, out);
        n = append(a->rimes[digit / ONSETS], n, out);
    }
    return append(a->endings[(family % ENDINGS + form * NEXT_ENDING) % ENDINGS], n, out);
}
