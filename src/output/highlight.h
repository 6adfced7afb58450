/* The whole text with chosen sentences and key phrases marked, and nothing else. Without a whole text, nothing. */
#ifndef SM_OUTPUT_HIGHLIGHT_H
#define SM_OUTPUT_HIGHLIGHT_H

#include "output/output.h"

/* For terminals and files: **sentences** and _phrases_, or in colours; lines broken to report->width columns. */
void sm_highlight_text(const sm_report *report, sm_sink *sink);

/* An <article>. */
void sm_highlight_html(const sm_report *report, sm_sink *sink);

/* The name of the file that begins with a block, where the text is that of several files; else NULL. */
const char *sm_highlight_file(const sm_report *report, size_t sentence);

#endif
