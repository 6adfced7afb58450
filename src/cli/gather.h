/* gather.h - texts held together, to be one document. */
#ifndef SUMM_CLI_GATHER_H
#define SUMM_CLI_GATHER_H

#include "summ.h"
#include <stdbool.h>

/* {0} is empty. */
typedef struct gathered {
    summ_part *parts; /* n, whose texts are */
    char **texts;
    char **names; /* of each, as results have it */
    size_t n;
    bool has_records; /* some are fields of records */
} gathered;

/* Adds a part with a copy of its text, and a copy of its name; `line` above 0 goes with the name: NAME:LINE. False: no
 * memory. */
bool gathered_add(gathered *to, const summ_part *part, const char *name, size_t line);
void gathered_free(gathered *from);

/* The name that results of a line have, NAME:LINE, or of line 0 NAME; from malloc, or NULL. */
char *gather_name(const char *name, size_t line);

#endif
