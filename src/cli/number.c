/* number.c - strict numbers. */
#include "number.h"

#include <stdint.h>
#include <stdlib.h>
#include <string.h>

static const char digits[] = "0123456789";

const char *number_size(const char *value, size_t *out) {
    if (value[0] == '\0' || value[strspn(value, digits)] != '\0')
        return "a whole number";
    size_t number = 0;
    for (; *value != '\0'; value++) {
        size_t digit = (size_t)(*value - '0');
        if (number > (SIZE_MAX - 1 - digit) / 10)
            return "a smaller number";
        number = number * 10 + digit;
    }
    *out = number;
    return NULL;
}

/* strtod takes more than a number from a person should be; the two spans leave it digits and one point. */
bool number_real(const char *value, double *out) {
    size_t whole = strspn(value, digits);
    size_t point = value[whole] == '.';
    size_t fraction = strspn(value + whole + point, digits);
    if (whole + fraction == 0 || value[whole + point + fraction] != '\0')
        return false;
    *out = strtod(value, NULL);
    return true;
}
