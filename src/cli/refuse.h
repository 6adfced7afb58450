/* refuse.h - messages about options that are wrong: what is wrong, what may have been meant, where to look. */
#ifndef SUMM_CLI_REFUSE_H
#define SUMM_CLI_REFUSE_H

#include "choices.h"

/* A word, with its dashes, that is no option. `letter` is the one in it that is unknown, or 0. */
void refuse_option(const choices *in, const char *word, int letter, size_t line);

/* A long option that is the beginning of several. */
void refuse_ambiguous(const choices *in, const char *word, size_t line);

/* An option without its value. */
void refuse_missing(const choices *in, const choice *one);

/* An option with a value that it does not take. */
void refuse_value(const choices *in, const choice *one);

/* A value that is wrong; `takes` says what would be right. */
void refuse_wrong(const choices *in, const choice *one, const char *takes);

/* Anything else: "SOURCE:LINE: " stands before what `format` says. */
void refuse(const choices *in, size_t line, const char *format, ...)
#ifdef __GNUC__
    __attribute__((format(printf, 3, 4)))
#endif
    ;

#endif
