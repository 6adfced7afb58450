/* text.c - from a text to its result. */
#include "text.h"

#include "kind.h"
#include "remedy.h"
#include <stdio.h>

const char *text_explain(const char *path, const bytes *text, summ_status status, char *out, size_t room) {
    const char *kind = status == SUMM_ERR_BINARY ? summ_binary_kind(text->data, text->n) : NULL;
    if (kind == NULL)
        return summ_status_message(status);
    remedy_describe(kind, path, out, room);
    return out;
}

static void warn_of_bad_bytes(task *one, const summ_doc *doc) {
    char warning[256];
    size_t n = summ_doc_bad_bytes(doc);
    if (n == 0)
        return;
    snprintf(warning, sizeof warning, "%zu byte sequence%s no %.100s read as U+FFFD", n,
             n == 1 ? " that is" : "s that are", summ_doc_encoding(doc));
    task_warn(one, 0, warning);
}

summ_status text_perform_parts(task *one, const summ_part *parts, const char *const *names, size_t n) {
    result made;
    summ_status status = result_make(one->asked, one->engine, task_format(one), parts, n, &made);
    if (status != SUMM_OK)
        return status;
    warn_of_bad_bytes(one, made.doc);
    one->has_heading = true;
    status = task_write(one, &made, names, n);
    result_free(&made);
    return status;
}

void text_perform(task *one) {
    const bytes *text = &one->text;
    summ_part part = {.text = text->data, .n_bytes = text->n, .format = kind_format(one->asked, one->path, text)};
    summ_status status = text_perform_parts(one, &part, &one->path, 1);
    char reason[1024];
    if (status == SUMM_ERR_BINARY && one->is_found)
        return;
    if (status != SUMM_OK)
        task_failed(one, 0, text_explain(one->path, text, status, reason, sizeof reason));
    else
        one->n_done = 1;
}
