/* write NAME BYTES: one of the hard texts to standard output.
 * write --list: the format and the name of each, with a space between.
 * write --into=FOLDER BYTES: all of them, to files named as they are, with the ending of their format. */
#include "texts.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static const char *ending(const char *format) {
    return strcmp(format, "text") == 0 ? "txt" : strcmp(format, "markdown") == 0 ? "md" : format;
}

static int write_to(FILE *file, const hard_text *text, size_t n) {
    hard_bytes bytes = hard_text_make(text, n);
    bool good = file != NULL && fwrite(bytes.at, 1, bytes.n, file) == bytes.n;
    free(bytes.at);
    return file != NULL && fclose(file) == 0 && good ? 0 : 1;
}

static int list(void) {
    for (size_t i = 0; hard_text_at(i) != NULL; i++)
        printf("%s %s\n", hard_text_at(i)->format, hard_text_at(i)->name);
    return 0;
}

static int write_all(const char *folder, size_t n) {
    int status = 0;
    const hard_text *text;
    for (size_t i = 0; status == 0 && (text = hard_text_at(i)) != NULL; i++) {
        char name[4096];
        snprintf(name, sizeof name, "%s/%s.%s", folder, text->name, ending(text->format));
        status = write_to(fopen(name, "wb"), text, n);
    }
    return status;
}

int main(int argc, char **argv) {
    static const char INTO[] = "--into=";
    if (argc == 2 && strcmp(argv[1], "--list") == 0)
        return list();
    if (argc != 3)
        return 2;
    size_t n = strtoul(argv[2], NULL, 10);
    if (strncmp(argv[1], INTO, sizeof INTO - 1) == 0)
        return write_all(argv[1] + sizeof INTO - 1, n);
    for (size_t i = 0; hard_text_at(i) != NULL; i++)
        if (strcmp(argv[1], hard_text_at(i)->name) == 0)
            return write_to(stdout, hard_text_at(i), n);
    return 2;
}
