/* Page numbers: alone on a line, or within a running head. */
#ifndef SM_PLAIN_FOLIO_H
#define SM_PLAIN_FOLIO_H

#include "plain/lines.h"

typedef enum sm_folio_kind {
    SM_FOLIO_NONE,
    SM_FOLIO_NUMBER, /* "12", "- 12 -", "xii" and nothing else; or more, where sm_folio_read was asked for a number */
    SM_FOLIO_PAGE,   /* "Page 12", also at the end of a line with columns */
    SM_FOLIO_SURE    /* "Page 3 of 10", "[Page 7]", likewise */
} sm_folio_kind;

typedef struct sm_folio {
    sm_folio_kind kind;
    uint32_t number;
    uint64_t rest; /* hash of the line without the number, runs of white space as one */
} sm_folio;

/* What a line is if it is nothing but a page number. O(1): long lines are none. */
sm_folio sm_folio_alone(const char *text, const sm_plain_line *l);

/* The line with its first or last number taken out: kind NUMBER, or NONE if it has none or is too long for a running
 * head. O(1). */
sm_folio sm_folio_within(const char *text, const sm_plain_line *l, bool last);

/* Hash of the whole line, runs of white space as one; false: too long for a running head. O(1). */
bool sm_folio_hash(const char *text, const sm_plain_line *l, uint64_t *hash);

#endif
