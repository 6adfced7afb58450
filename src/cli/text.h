/* text.h - a text, or several that are one document. */
#ifndef SUMM_CLI_TEXT_H
#define SUMM_CLI_TEXT_H

#include "task.h"

/* Does the text of a task. */
void text_perform(task *one);

/* Does texts that are one document, in place of the text of the task. */
summ_status text_perform_parts(task *one, const summ_part *parts, const char *const *names, size_t n);

/* What bytes are that are no text (one of summ_binary_kind); NULL: they are text, or are to be read as if they were, in
 * the character set that was named. */
const char *text_kind(const settings *asked, const bytes *text);

enum {
    TEXT_SAMPLE = 65536 /* bytes that tell */
};

/* Whether the first TEXT_SAMPLE bytes, or all, tell that they are no text and that no program will make them one. */
bool text_is_hopeless(const settings *asked, const bytes *text);

/* Whether another program makes text of that kind, and is there. */
bool text_is_convertible(const char *kind);

/* Makes a part of a text, or of a document of that kind, in whose place its text comes. Returns NULL, or why not, in
 * `room` bytes of `reason` where that is no fixed text. */
const char *text_prepare(const settings *asked, const char *path, const char *kind, bytes *text, summ_part *part,
                         char *reason, size_t room);

#endif
