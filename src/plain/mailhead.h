/* The fields at the head of a message: "From: ...", "Subject: ...", as RFC 5322 has them and as mail clients show them
 * above what they quote. */
#ifndef SM_PLAIN_MAILHEAD_H
#define SM_PLAIN_MAILHEAD_H

#include "plain/lines.h"

typedef struct sm_mail_head {
    size_t end;       /* one past its last line */
    uint32_t n_known; /* fields that clients show, and the usual ones beside them */
    bool sender;
    size_t subject; /* a line, or SIZE_MAX */
} sm_mail_head;

/* The fields from line `first` on, folded ones and the "From " line of an mbox among them, up to a blank line, a line
 * that is none, or line `end`. O(bytes of the lines). */
sm_mail_head sm_mail_head_at(const sm_plain *plain, size_t first, size_t end);

/* Drops all lines of a head but its subject, if `titled` is false and there is one to read: that becomes the title,
 * without "Re:" and the like, and *titled true. O(bytes of the lines). */
void sm_mail_head_drop(sm_plain *plain, size_t first, const sm_mail_head *head, bool *titled);

#endif
