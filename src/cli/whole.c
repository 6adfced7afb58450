/* whole.c - what does not go together with the whole text. */
#include "whole.h"

#include "kind.h"
#include "message.h"
#include <string.h>

static bool is_html(const char *format) {
    return format != NULL && strcmp(format, "html") == 0;
}

static bool is_text(const char *format) {
    return format == NULL || strcmp(format, "text") == 0;
}

static bool is_markdown(const char *format) {
    return format != NULL && strcmp(format, "markdown") == 0;
}

bool whole_is_page(const settings *asked, const char *format) {
    return is_html(format) && !asked->highlight;
}

bool whole_is_shown(const settings *asked, const char *format) {
    return is_html(format) || asked->highlight;
}

static bool has_records(const settings *asked) {
    for (size_t i = 0; i < asked->n_files; i++)
        if (kind_of_records(asked, asked->files[i]) != RECORDS_NONE)
            return true;
    return asked->n_files == 0 && kind_of_records(asked, "-") != RECORDS_NONE;
}

bool whole_check(const settings *asked) {
    bool records = has_records(asked);
    bool for_programs =
        asked->to == NULL ? records : !is_text(asked->to) && !is_html(asked->to) && !is_markdown(asked->to);
    const char *wrong = NULL;
    if (!whole_is_shown(asked, asked->to))
        return true;
    if (asked->split || asked->extract)
        wrong = "the whole text of -H and -t html does not go with --split or --extract";
    else if (for_programs)
        wrong = "-H marks sentences in a text: it goes with -t text, markdown and html";
    else if (asked->stats)
        wrong = "--stats does not go with -H or -t html; it goes with all other formats";
    else if (is_html(asked->to) && !asked->merge && (asked->n_files > 1 || asked->recursive || records))
        wrong = "-t html makes a page of one text: give one file, -m for one page of all, or -o FILE for each in turn";
    if (wrong != NULL)
        complain("%s", wrong);
    return wrong == NULL;
}
