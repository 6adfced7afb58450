/* What the files that write HTML share. */
#ifndef SM_OUTPUT_HTML_H
#define SM_OUTPUT_HTML_H

#include "output/output.h"

/* Text or the value of an attribute in quotation marks: whatever it holds, none of it is markup. Control characters and
 * bytes that are no UTF-8 become U+FFFD. */
void sm_html_put(sm_sink *sink, const char *text, size_t n);
void sm_html_put_string(sm_sink *sink, const char *string);

/* lang="..." dir="..." */
void sm_html_put_language(const sm_report *report, sm_sink *sink);

/* How the whole text is marked: what goes around a sentence and around words of key phrases. */
typedef struct sm_html_marks {
    const char *title, *heading; /* elements */
    void (*open_sentence)(const sm_report *report, size_t sentence, sm_sink *sink);
    void (*close_sentence)(const sm_report *report, size_t sentence, sm_sink *sink);
    void (*open_phrases)(const sm_mark *phrases, size_t n, sm_sink *sink);
    const char *close_phrases;
} sm_html_marks;

/* The blocks of the whole text. What is marked within a sentence never overlaps: it is cut where another mark begins or
 * ends. */
void sm_html_put_whole(const sm_report *report, const sm_html_marks *marks, sm_sink *sink);

#endif
