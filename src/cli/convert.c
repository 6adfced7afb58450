/* convert.c - documents that other programs make text. */
#include "convert.h"

#include "child.h"
#include "pages.h"
#include "summ.h"
#include <stdio.h>
#include <string.h>

static const converter converters[] = {
#define CONVERTER(kind, ending, program, package, format, ...)                                                         \
    {kind, ending, program, package, format, (const char *const[]){program, __VA_ARGS__, NULL}},
#include "converters.def"
#undef CONVERTER
};

const converter *convert_at(size_t index) {
    return index < sizeof converters / sizeof converters[0] ? &converters[index] : NULL;
}

/* A build without cmark reads no Markdown, though the library knows the name. */
static bool is_read(const char *format) {
    bool is_text = strcmp(format, "text") == 0;
    for (size_t i = 0; !is_text && summ_feature(i) != NULL; i++)
        if (strncmp(summ_feature(i), "cmark", 5) == 0)
            return true;
    return is_text;
}

bool convert_is_ready(const converter *row) {
    char path[CHILD_PATH];
    return is_read(row->format) && child_find(row->program, path);
}

const converter *convert_find(const char *kind) {
    const converter *first = NULL, *row;
    for (size_t i = 0; (row = convert_at(i)) != NULL; i++) {
        if (strcmp(row->kind, kind) != 0)
            continue;
        if (convert_is_ready(row))
            return row;
        first = first != NULL ? first : row;
    }
    return first;
}

static bool is_blank(const bytes *text) {
    size_t i = 0;
    while (i < text->n && text->data[i] != '\0' && strchr(" \t\r\n\f", text->data[i]) != NULL)
        i++;
    return i == text->n;
}

const char *convert_document(const converter *row, bytes *document, char *reason, size_t room) {
    char path[CHILD_PATH];
    bytes text = {0};
    if (!child_find(row->program, path)) {
        snprintf(reason, room, "%s, not text; %s, which makes it text, is not installed (package %s)", row->kind,
                 row->program, row->package);
        return reason;
    }
    const char *failed = child_run(path, row->arguments, document, &text, reason, room);
    if (failed == NULL && !pages_join(&text))
        failed = summ_status_message(SUMM_ERR_MEMORY);
    if (failed == NULL && is_blank(&text)) {
        snprintf(reason, room, "%s finds no text in it", row->program);
        failed = reason;
    }
    if (failed != NULL) {
        bytes_free(&text);
        return failed;
    }
    bytes_free(document);
    *document = text;
    return NULL;
}
