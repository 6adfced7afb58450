/* make_text en|ru SAMPLE BYTES RECORDS OUT: writes a text of BYTES (to the end of the sentence, in paragraphs of two to
 * six, lines wrapped as in books) as prose.h makes it from the sentences of SAMPLE, with words of English or Russian;
 * with RECORDS > 0, so many objects of JSON Lines, the text of each of BYTES, a paragraph a line. Prints the bytes of
 * text, without what JSON adds. */
#define _POSIX_C_SOURCE 200809L
#include "bench/prose.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum {
    MIN_SENTENCES = 2,
    MAX_SENTENCES = 6,
    LINE = 68,
    N_ARGUMENTS = 6
};

typedef struct sink {
    FILE *file;
    bool json;
    size_t column; /* characters of the line */
} sink;

/* As in books, lines end at the first space behind LINE characters. */
static void put_wrapped(sink *to, const char *text, size_t n) {
    for (size_t i = 0; i < n; i++) {
        char c = text[i] == ' ' && to->column >= LINE ? '\n' : text[i];
        if (c == '\n')
            to->column = 0;
        else
            to->column += ((unsigned char)c & 0xC0) != 0x80;
        (void)putc_unlocked(c, to->file);
    }
}

/* Control characters are none in the texts but the ends of lines. */
static void put_json(const sink *to, const char *text, size_t n) {
    for (size_t i = 0; i < n; i++) {
        if (text[i] == '\n')
            (void)fputs("\\n", to->file);
        else if (text[i] == '"' || text[i] == '\\')
            (void)fprintf(to->file, "\\%c", text[i]);
        else
            (void)putc_unlocked(text[i], to->file);
    }
}

static void put(sink *to, const char *text, size_t n) {
    if (to->json)
        put_json(to, text, n);
    else
        put_wrapped(to, text, n);
}

static size_t put_sentence(sink *to, prose *p, const char *before) {
    size_t n = prose_next(p), n_before = strlen(before);
    put(to, before, n_before);
    put(to, p->sentence, n);
    return n + n_before;
}

static size_t put_text(sink *to, prose *p, size_t n_bytes) {
    size_t n = 0;
    while (n < n_bytes) {
        uint32_t left = MIN_SENTENCES + prose_random(p, MAX_SENTENCES - MIN_SENTENCES + 1);
        n += put_sentence(to, p, n > 0 ? "\n\n" : "");
        while (n < n_bytes && --left > 0)
            n += put_sentence(to, p, " ");
    }
    put(to, "\n", 1);
    return n + 1;
}

static size_t put_records(sink *to, prose *p, size_t n_bytes, size_t n_records) {
    size_t n = 0;
    for (size_t i = 0; i < n_records; i++) {
        (void)fprintf(to->file, "{\"id\": %zu, \"text\": \"", i);
        n += put_text(to, p, n_bytes);
        (void)fputs("\"}\n", to->file);
    }
    return n;
}

static int fail(const char *what) {
    (void)fprintf(stderr, "make_text: %s\n", what);
    return 1;
}

int main(int argc, char **argv) {
    static prose p;
    sample s;
    if (argc != N_ARGUMENTS)
        return fail("usage: make_text en|ru SAMPLE BYTES RECORDS OUT");
    bool russian = strcmp(argv[1], "ru") == 0;
    size_t n_bytes = strtoul(argv[3], NULL, 10), n_records = strtoul(argv[4], NULL, 10);
    if (!sample_read(&s, argv[2]))
        return fail("no sentences in the sample");
    sink to = {.file = fopen(argv[5], "wb"), .json = n_records > 0};
    if (to.file == NULL)
        return fail("cannot write");
    prose_init(&p, &s, russian ? PSEUDO_RUSSIAN : PSEUDO_ENGLISH);
    size_t n = n_records > 0 ? put_records(&to, &p, n_bytes, n_records) : put_text(&to, &p, n_bytes);
    bool written = ferror(to.file) == 0;
    if (fclose(to.file) != 0 || !written)
        return fail("cannot write");
    printf("%zu\n", n);
    sample_free(&s);
    return 0;
}
