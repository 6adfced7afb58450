/* scenario.h - command lines whose calls fail in turn, and the directory they are run in. */
#ifndef TESTS_IO_SCENARIO_H
#define TESTS_IO_SCENARIO_H

#include <stdbool.h>

typedef struct scenario {
    const char *name;
    const char *line;   /* the arguments, parted by spaces */
    const char *input;  /* what standard input is; NULL: nothing */
    const char *set;    /* NAME=VALUE in the environment, or NULL */
    bool is_partial;    /* several inputs: of those that did not fail there are results */
    bool is_found;      /* inputs that are found below a directory: those that vanish are no failure */
    const char *output; /* the file that is written: out.txt, which is there, or new.txt, which is not; or NULL */
    const char *lacks;  /* a library without which there is nothing to see; NULL: none */
} scenario;

extern const scenario scenarios[];

/* Makes a directory with all files and goes there. */
void scenario_begin(void);

/* Removes it. */
void scenario_end(void);

/* Whether there is a file in it that did not belong there, whose name is returned then; NULL: none. */
const char *scenario_litter(void);

#endif
