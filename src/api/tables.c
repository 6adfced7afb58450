/* What there is, and what it is called. */
#include "api/handles.h"
#include "base/chars.h"
#include "input/charset.h"
#include "input/input.h"
#include "keyword/keyword.h"
#include "output/output.h"
#include "rank/rank.h"
#include "text/language.h"
#include "text/stem.h"

#include <string.h>

#define ITEM(row) ((row) != NULL ? &(row)->item : NULL)

const summ_item *summ_item_at(summ_kind kind, size_t index) {
    switch (kind) {
    case SUMM_ALGORITHMS:
        return ITEM(sm_ranker_at(index));
    case SUMM_KEYWORD_ALGORITHMS:
        return ITEM(sm_scorer_at(index));
    case SUMM_LANGUAGES:
        return ITEM(sm_language_at(index));
    case SUMM_INPUTS:
        return ITEM(sm_reader_at(index));
    case SUMM_OUTPUTS:
        return ITEM(sm_writer_at(index));
    }
    return NULL;
}

size_t sm_item_find(summ_kind kind, const char *name) {
    size_t index = 0;
    for (const summ_item *row; name != NULL && (row = summ_item_at(kind, index)) != NULL; index++)
        if (strcmp(row->name, name) == 0)
            break;
    return index;
}

const char *summ_status_message(summ_status status) {
    switch (status) {
    case SUMM_OK:
        return "no error";
    case SUMM_ERR_MEMORY:
        return "out of memory";
    case SUMM_ERR_ARGUMENT:
        return "invalid argument";
    case SUMM_ERR_TOO_LARGE:
        return "text too large";
    case SUMM_ERR_LANGUAGE:
        return "unknown language";
    case SUMM_ERR_NAME:
        return "unknown algorithm or format";
    case SUMM_ERR_WRITE:
        return "write error";
    case SUMM_ERR_ENCODING:
        return "unknown character set";
    case SUMM_ERR_BINARY:
        return "not a text";
    case SUMM_ERR_MISSING:
        return "this build of summ lacks the library that reads this format: gumbo for html, cmark for markdown";
    case SUMM_ERR_CANCELLED:
        return "cancelled";
    case SUMM_ERR_CORPUS:
        return "not a corpus";
    }
    return "unknown status";
}

const char *summ_feature(size_t index) {
    static const char *const LIBRARIES[] = {sm_stem_library, sm_chars_library, sm_charset_library, sm_html_library,
                                            sm_markdown_library};
    for (size_t i = 0; i < sizeof LIBRARIES / sizeof *LIBRARIES; i++)
        if (LIBRARIES[i][0] != '\0' && index-- == 0)
            return LIBRARIES[i];
    return NULL;
}

const char *summ_version(void) {
    return SUMM_VERSION;
}
