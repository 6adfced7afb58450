/* What is counted of a document, in the formats that tell. */
#ifndef SM_OUTPUT_STATS_H
#define SM_OUTPUT_STATS_H

#include "output/output.h"

typedef struct sm_stat {
    const char *name;
    size_t count;
    bool kept; /* of the summary */
} sm_stat;

enum {
    SM_STATS = 9
};

/* The counts of a report that has facts, those of the summary last, if it has one; returns how many. */
size_t sm_stats_list(const sm_report *report, sm_stat list[SM_STATS]);

/* The share of the words that the summary keeps; 0 if there are none. */
double sm_stats_share(const sm_report *report);

/* Lines of a name and a value. */
void sm_stats_text(const sm_report *report, sm_sink *sink);

/* Members, each behind a comma. */
void sm_json_stats(const sm_report *report, sm_sink *sink);

#endif
