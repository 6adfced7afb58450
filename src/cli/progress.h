/* progress.h - a line on standard error that tells how far long work is.
 *
 * On a terminal it is drawn anew up to ten times a second and goes at the end; elsewhere, where it has to be asked for,
 * it is a line of its own each second and at the end. A thread draws it, so that a single long text has its time told
 * too. Whoever writes where it may stand holds it off meanwhile; a signal that ends the command removes it.
 */
#ifndef SUMM_CLI_PROGRESS_H
#define SUMM_CLI_PROGRESS_H

#include <stdbool.h>
#include <stddef.h>

typedef enum progress_mode {
    PROGRESS_AUTO, /* on a terminal that can redraw a line and is not left to others, after a second */
    PROGRESS_ALWAYS,
    PROGRESS_NEVER
} progress_mode;

typedef struct progress_amount {
    size_t n_files;
    unsigned long long n_bytes;
} progress_amount;

/* Whether a line is to be drawn; what follows does nothing without. */
bool progress_is_wanted(progress_mode mode);

/* Begins with nothing done; 0 files or bytes in `all`: how many is not known. */
void progress_begin(progress_mode mode, progress_amount all);
void progress_end(void);

/* So much more is done. */
void progress_add(size_t n_files, unsigned long long n_bytes);

/* Between these no line is drawn, and none stands there. At the end of what was written, a line has ended, or not: then
 * the next ones to hold it go on with it. */
void progress_hold(void);
void progress_release(bool line_ended);

enum {
    PROGRESS_LINE = 256 /* more than the largest numbers take */
};

/* "0:12, 3 of 120 files, 12.4 of 80.1 MB (15 %), 1.0 MB/s, 1:06 left", in so far as it is known and more than one file
 * is meant. Returns its bytes. */
size_t progress_compose(char out[PROGRESS_LINE], progress_amount done, progress_amount all, double seconds);

#endif
