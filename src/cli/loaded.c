/* loaded.c - libraries that are loaded where they are needed. */
#define _POSIX_C_SOURCE 200809L
#include "loaded.h"

#include <dlfcn.h>
#include <string.h>

void *loaded_open(const char *library, const loaded_function *functions, size_t n) {
    void *made = dlopen(library, RTLD_NOW | RTLD_LOCAL);
    for (size_t i = 0; made != NULL && i < n; i++) {
        void *found = dlsym(made, functions[i].name);
        memcpy(functions[i].at, &found, sizeof found); /* C has no other way from an object to a function */
        if (found == NULL) {
            dlclose(made);
            made = NULL;
        }
    }
    return made;
}

void loaded_close(void *library) {
    dlclose(library);
}
