/* What is done with a document, each with work of its own: the rows of modes.def. */
#ifndef TESTS_PATHOLOGICAL_MODES_H
#define TESTS_PATHOLOGICAL_MODES_H

#include "summ.h"

#include <stdbool.h>

/* What a mode has to work with. */
typedef struct hard_subject {
    const summ_engine *engine;
    const char *text, *format, *encoding;
    size_t n;
    const summ_doc *doc; /* of the text */
} hard_subject;

typedef struct hard_mode {
    const char *name;
    summ_status (*run)(const hard_subject *subject, const char *row);
    bool reads;    /* needs no document */
    bool has_rows; /* done with each row of the table `kind`; `row` is its name, else NULL */
    summ_kind kind;
} hard_mode;

/* Row `index`, or NULL past the last. */
const hard_mode *hard_mode_at(size_t index);

#endif
