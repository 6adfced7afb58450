/* generate.c - the kinds of --generate. */
#include "generate.h"

#include <string.h>

static const struct {
    const char *name;
    void (*print)(sink *out);
} generators[] = {
#define GENERATOR(name) {#name, generate_##name},
#include "generate.def"
#undef GENERATOR
};

enum {
    N_GENERATORS = sizeof generators / sizeof generators[0]
};

bool generate_has(const char *name) {
    for (size_t i = 0; i < N_GENERATORS; i++)
        if (strcmp(generators[i].name, name) == 0)
            return true;
    return false;
}

void generate_print(sink *out, const char *name) {
    for (size_t i = 0; i < N_GENERATORS; i++)
        if (strcmp(generators[i].name, name) == 0)
            generators[i].print(out);
}
