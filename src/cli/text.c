/* text.c - from a text to its result. */
#include "text.h"

#include "convert.h"
#include "kind.h"
#include "remedy.h"
#include <string.h>

const char *text_kind(const settings *asked, const bytes *text) {
    const char *encoding = asked->doc.encoding, *kind = summ_binary_kind(text->data, text->n);
    bool is_given = encoding != NULL && strcmp(encoding, "auto") != 0;
    return kind != NULL && is_given && convert_find(kind) == NULL ? NULL : kind;
}

bool text_is_convertible(const char *kind) {
    const converter *by = convert_find(kind);
    return by != NULL && convert_is_ready(by);
}

bool text_is_hopeless(const settings *asked, const bytes *text) {
    const char *kind = text_kind(asked, text);
    return kind != NULL && !text_is_convertible(kind);
}

const char *text_prepare(const settings *asked, const char *path, const char *kind, bytes *text, summ_part *part,
                         char *reason, size_t room) {
    const converter *by = kind != NULL ? convert_find(kind) : NULL;
    if (kind != NULL && by == NULL) {
        remedy_describe(kind, path, reason, room);
        return reason;
    }
    const char *failed = by != NULL ? convert_document(by, text, reason, room) : NULL;
    *part = (summ_part){.text = text->data, .n_bytes = text->n};
    part->format = by != NULL ? by->format : kind_format(asked, path, text);
    part->encoding = by != NULL ? "UTF-8" : NULL;
    return failed;
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
    char reason[1024];
    summ_part part;
    const char *kind = text_kind(one->asked, &one->text);
    if (one->is_found && kind != NULL && !text_is_convertible(kind))
        return;
    const char *failed = text_prepare(one->asked, one->path, kind, &one->text, &part, reason, sizeof reason);
    summ_status status = failed == NULL ? text_perform_parts(one, &part, &one->path, 1) : SUMM_OK;
    if (status != SUMM_OK)
        failed = summ_status_message(status);
    if (failed != NULL)
        task_failed(one, 0, failed);
    else
        one->n_done = 1;
}
