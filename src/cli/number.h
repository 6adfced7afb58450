/* number.h - strict numbers: decimal digits, all of the value, in every locale. */
#ifndef SUMM_CLI_NUMBER_H
#define SUMM_CLI_NUMBER_H

#include <stdbool.h>
#include <stddef.h>

/* Reads a whole number below SIZE_MAX, which the library keeps for "no limit". Returns NULL, or what it takes. */
const char *number_size(const char *value, size_t *out);

/* Reads digits with at most one decimal point. No sign, exponent, infinity or hexadecimal. */
bool number_real(const char *value, double *out);

#endif
