/* whole.c - what does not go together with the whole text. */
#include "whole.h"

#include "kind.h"
#include "message.h"
#include <string.h>

static bool is_html(const char *format) {
    return format != NULL && strcmp(format, "html") == 0;
}

bool whole_is_page(const settings *asked, const char *format) {
    return is_html(format) && !asked->highlight;
}

bool whole_is_shown(const settings *asked, const char *format) {
    return is_html(format) || asked->highlight;
}

static bool has_records(const settings *asked) {
    for (size_t i = 0; i < asked->n_files; i++)
        if (kind_is_records(asked, asked->files[i]))
            return true;
    return asked->from != NULL && strcmp(asked->from, "jsonl") == 0;
}

bool whole_check(const settings *asked) {
    bool records = has_records(asked);
    bool is_jsonl = asked->to != NULL ? strcmp(asked->to, "jsonl") == 0 : records;
    const char *wrong = NULL;
    if (!whole_is_shown(asked, asked->to))
        return true;
    if (asked->split || asked->extract)
        wrong = "the whole text of -H and -t html does not go with --split or --extract";
    else if (is_jsonl)
        wrong = "-H marks sentences in a text: with -t text or -t html, not in jsonl";
    else if (is_html(asked->to) && !asked->merge && (asked->n_files > 1 || records))
        wrong = "-t html makes a page of one text: give one file, -m for one page of all, or -o FILE for each in turn";
    if (wrong != NULL)
        complain("%s", wrong);
    return wrong == NULL;
}
