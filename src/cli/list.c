/* list.c - the library's tables, and the input formats that only the command reads. */
#include "list.h"

#include <string.h>

static const struct {
    const char *name;
    summ_kind kind;
    const char *noun;
} kinds[] = {
    {"algorithms", SUMM_ALGORITHMS, "algorithm"},
    {"keyword-algorithms", SUMM_KEYWORD_ALGORITHMS, "algorithm for key phrases"},
    {"languages", SUMM_LANGUAGES, "language"},
    {"inputs", SUMM_INPUTS, "input format"},
    {"outputs", SUMM_OUTPUTS, "output format"},
};

bool list_kind(const char *name, size_t n_name, summ_kind *kind) {
    for (size_t i = 0; i < sizeof kinds / sizeof kinds[0]; i++) {
        if (strlen(kinds[i].name) == n_name && memcmp(kinds[i].name, name, n_name) == 0) {
            *kind = kinds[i].kind;
            return true;
        }
    }
    return false;
}

const char *list_noun(summ_kind kind) {
    size_t i = 0;
    while (kinds[i].kind != kind)
        i++;
    return kinds[i].noun;
}

/* Files of records are many texts, so that the library does not know the formats. */
static const summ_item records[] = {
    {"jsonl", "one JSON object a line, with the text in the field of --field"},
    {"json", "one such object, or an array of them"},
    {"csv", "a table with a header, with the text in the column of --field (RFC 4180)"},
    {"tsv", "likewise, with tabs between the columns"},
};

const summ_item *list_row(summ_kind kind, size_t index) {
    size_t n = 0;
    while (n < index && summ_item_at(kind, n) != NULL)
        n++;
    const summ_item *row = summ_item_at(kind, n);
    size_t own = index - n;
    return row == NULL && kind == SUMM_INPUTS && own < sizeof records / sizeof records[0] ? &records[own] : row;
}

bool list_has(summ_kind kind, const char *name) {
    const summ_item *row;
    for (size_t i = 0; (row = list_row(kind, i)) != NULL; i++)
        if (strcmp(row->name, name) == 0)
            return true;
    return false;
}

void list_print(sink *out, summ_kind kind) {
    const summ_item *row;
    for (size_t i = 0; (row = list_row(kind, i)) != NULL; i++) {
        sink_puts(out, row->name);
        sink_puts(out, "\t");
        sink_puts(out, row->help);
        sink_puts(out, "\n");
    }
}
