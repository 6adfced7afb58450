/* loaded.h - libraries that are loaded where they are needed: runs that do not need them start no later, and the
 * command is no larger. */
#ifndef SUMM_CLI_LOADED_H
#define SUMM_CLI_LOADED_H

#include <stddef.h>

#ifdef __APPLE__
#define LOADED_NAME(name, version) "lib" name "." version ".dylib"
#else
#define LOADED_NAME(name, version) "lib" name ".so." version
#endif

typedef struct loaded_function {
    const char *name;
    void *at; /* the pointer to it is stored here */
} loaded_function;

/* Loads a library and finds functions in it. NULL if it, or one of them, is not there. */
void *loaded_open(const char *library, const loaded_function *functions, size_t n);
void loaded_close(void *library);

#endif
