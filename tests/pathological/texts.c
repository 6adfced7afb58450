#include "texts.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static const hard_text TEXTS[] = {
#define ROW(name, format, shape, head, unit, tail)                                                                     \
    {#name, format, shape, head, unit, tail, sizeof(head) - 1, sizeof(unit) - 1, sizeof(tail) - 1, NULL},
#define REPEAT(name, format, head, unit, tail) ROW(name, format, false, head, unit, tail)
#define SHAPE(name, format, head, unit, tail)  ROW(name, format, true, head, unit, tail)
#define MADE(name, format)                     {#name, format, true, NULL, NULL, NULL, 0, 0, 0, hard_##name},
#include "texts.def"
#undef ROW
#undef REPEAT
#undef SHAPE
#undef MADE
};

const hard_text *hard_text_at(size_t index) {
    return index < sizeof TEXTS / sizeof *TEXTS ? &TEXTS[index] : NULL;
}

void hard_bytes_add(hard_bytes *out, const char *bytes, size_t n) {
    if (out->cap - out->n < n) {
        out->cap = 2 * out->cap + n;
        out->at = realloc(out->at, out->cap);
        if (out->at == NULL) {
            fputs("no memory for a text\n", stderr);
            exit(2);
        }
    }
    memcpy(out->at + out->n, bytes, n);
    out->n += n;
}

void hard_bytes_put(hard_bytes *out, const char *string) {
    hard_bytes_add(out, string, strlen(string));
}

void hard_bytes_put_word(hard_bytes *out, size_t number) {
    char word[24];
    size_t n = 0;
    do
        word[n++] = (char)('a' + number % 26);
    while ((number /= 26) > 0 || n < 4);
    hard_bytes_add(out, word, n);
}

hard_bytes hard_text_make(const hard_text *text, size_t n) {
    hard_bytes out = {malloc(n + 64), 0, n + 64};
    if (out.at == NULL)
        out.cap = 0;
    if (text->make != NULL) {
        text->make(&out, n);
        return out;
    }
    hard_bytes_add(&out, text->head, text->n_head);
    while (out.n + text->n_tail < n)
        hard_bytes_add(&out, text->unit, text->n_unit);
    hard_bytes_add(&out, text->tail, text->n_tail);
    return out;
}
