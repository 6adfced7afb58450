/* text.c - from a text to its result. */
#include "text.h"

#include "kind.h"
#include "remedy.h"

const char *text_explain(const char *path, const bytes *text, summ_status status, char *out, size_t room) {
    const char *kind = status == SUMM_ERR_BINARY ? summ_binary_kind(text->data, text->n) : NULL;
    if (kind == NULL)
        return summ_status_message(status);
    remedy_describe(kind, path, out, room);
    return out;
}

/* The other warnings are for programs: small pages often have no article, and are read as people expect. */
static void warn_of_bad_bytes(task *one, const summ_facts *facts) {
    if (facts->n_bad_bytes > 0)
        task_warn(one, 0, facts->warnings[0]);
}

summ_status text_perform_parts(task *one, const summ_part *parts, const char *const *names, size_t n) {
    result made;
    summ_status status = result_make(one->asked, one->engine, task_format(one), parts, n, &made);
    if (status != SUMM_OK)
        return status;
    warn_of_bad_bytes(one, summ_doc_facts(made.doc));
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
    if (status != SUMM_OK)
        task_failed(one, 0, text_explain(one->path, text, status, reason, sizeof reason));
    else
        one->n_done = 1;
}
