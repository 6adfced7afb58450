/* The outline of a sentence: whether its quotations and brackets are closed, and where commas stand outside them. */
#ifndef SM_TRIM_OUTLINE_H
#define SM_TRIM_OUTLINE_H

#include "text/enclosed.h"

#include <stdbool.h>

typedef struct sm_outline {
    bool closed;     /* no quotation and no bracket is open at either end */
    size_t n_commas; /* before spaces, or right before the mark that closes a quotation */
    size_t comma;    /* the last of them */
    size_t behind;   /* behind it, and behind the mark */
    size_t last;     /* behind the comma before it, or the begin */
} sm_outline;

/* Of text[begin .. end). `enclosed` is fresh (sm_enclosed_init) and may be used again. O(bytes). */
sm_outline sm_outline_of(sm_enclosed *enclosed, size_t begin, size_t end);

/* If a quotation opens at `at`, behind its end; else `at`. */
size_t sm_outline_behind_quotation(sm_enclosed *enclosed, size_t at);

#endif
