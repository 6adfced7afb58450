/* text.h - a text, or several that are one document. */
#ifndef SUMM_CLI_TEXT_H
#define SUMM_CLI_TEXT_H

#include "task.h"

/* Does the text of a task. */
void text_perform(task *one);

/* Does texts that are one document, in place of the text of the task. */
summ_status text_perform_parts(task *one, const summ_part *parts, const char *const *names, size_t n);

/* Why a text failed, in `room` bytes of `out` where that is no fixed text. */
const char *text_explain(const char *path, const bytes *text, summ_status status, char *out, size_t room);

#endif
