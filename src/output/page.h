/* The page that the format html writes: one file that needs nothing else. */
#ifndef SM_OUTPUT_PAGE_H
#define SM_OUTPUT_PAGE_H

#include "output/output.h"

/* page.css and page.js, NUL-terminated, and a content security policy that allows these two alone; made at build time
 * by embed/page.c. */
extern const char sm_page_style[], sm_page_script[], sm_page_policy[];

void sm_page_write(const sm_report *report, sm_sink *sink);

/* The scores along the text, one bar for each sentence or for as many as go into SM_PLOT_BARS; a bar leads to its best
 * sentence. O(sentences). */
enum {
    SM_PLOT_BARS = 240
};
void sm_plot_write(const sm_whole *whole, sm_sink *sink);

/* Why a sentence was chosen, why others were not, and why key phrases have their scores. */
void sm_page_put_reason(const sm_report *report, const summ_reason *reason, sm_sink *sink);
void sm_page_put_others(const sm_report *report, sm_sink *sink);
void sm_page_put_phrase_reasons(const sm_report *report, sm_sink *sink);

/* A score from 0 to 1 in tenths. */
static inline size_t sm_page_tenths(double score) {
    return (size_t)(score * 10 + 0.5);
}

/* NAME="number" behind a space. */
void sm_page_put_number(sm_sink *sink, const char *name, size_t number);

#endif
