/* generate.h - what --generate prints: files for the system, made from the option table. A kind is a row of
 * generate.def and a file of its own. */
#ifndef SUMM_CLI_GENERATE_H
#define SUMM_CLI_GENERATE_H

#include "sink.h"
#include <stdbool.h>

bool generate_has(const char *name);

/* `name` is one that there is. */
void generate_print(sink *out, const char *name);

#define GENERATOR(name) void generate_##name(sink *out);
#include "generate.def"
#undef GENERATOR

#endif
