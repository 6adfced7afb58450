/* list.c - the library's tables, and the input formats that only the command reads. */
#include "list.h"

#include <string.h>

static const struct {
    const char *name;
    summ_kind kind;
} kinds[] = {
    {"algorithms", SUMM_ALGORITHMS}, {"keyword-algorithms", SUMM_KEYWORD_ALGORITHMS},
    {"languages", SUMM_LANGUAGES},   {"inputs", SUMM_INPUTS},
    {"outputs", SUMM_OUTPUTS},
};

bool list_kind(const char *name, summ_kind *kind) {
    for (size_t i = 0; i < sizeof kinds / sizeof kinds[0]; i++) {
        if (strcmp(kinds[i].name, name) == 0) {
            *kind = kinds[i].kind;
            return true;
        }
    }
    return false;
}

/* Files of records are many texts, so that the library does not know the formats. */
static const summ_item records[] = {
    {"jsonl", "one JSON object a line, with the text in the field of --field"},
    {"json", "one such object, or an array of them"},
    {"csv", "a table with a header, with the text in the column of --field (RFC 4180)"},
    {"tsv", "likewise, with tabs between the columns"},
};

/* Row `index`, or NULL past the end. */
static const summ_item *row_at(summ_kind kind, size_t index) {
    size_t n = 0;
    while (n < index && summ_item_at(kind, n) != NULL)
        n++;
    const summ_item *row = summ_item_at(kind, n);
    size_t own = index - n;
    return row == NULL && kind == SUMM_INPUTS && own < sizeof records / sizeof records[0] ? &records[own] : row;
}

bool list_has(summ_kind kind, const char *name) {
    const summ_item *row;
    for (size_t i = 0; (row = row_at(kind, i)) != NULL; i++)
        if (strcmp(row->name, name) == 0)
            return true;
    return false;
}

void list_print(sink *out, summ_kind kind) {
    const summ_item *row;
    for (size_t i = 0; (row = row_at(kind, i)) != NULL; i++) {
        sink_puts(out, row->name);
        sink_puts(out, "\t");
        sink_puts(out, row->help);
        sink_puts(out, "\n");
    }
}
