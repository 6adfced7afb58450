/* Counts work. Compiled without what it counts. In the command, which has no say in it, the count is written at the end
 * to the file that WORK_FILE names. */
#include "work.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum {
    BYTES = 8 /* that one piece of work passes, of those functions that walk over bytes */
};

static uint64_t done;

/* The compiler and the linker make the calls: these names are theirs. */
void __sanitizer_cov_trace_pc(void);
void *__real_memcpy(void *to, const void *from, size_t n);
void *__real_memmove(void *to, const void *from, size_t n);
void *__real_memset(void *at, int byte, size_t n);
int __real_memcmp(const void *a, const void *b, size_t n);
void *__real_memchr(const void *at, int byte, size_t n);
size_t __real_strlen(const char *s);
char *__real_strchr(const char *s, int byte);
char *__real_strrchr(const char *s, int byte);
char *__real_strstr(const char *s, const char *wanted);
size_t __real_strspn(const char *s, const char *set);
size_t __real_strcspn(const char *s, const char *set);
int __real_strcmp(const char *a, const char *b);
int __real_strncmp(const char *a, const char *b, size_t n);
void *__wrap_memcpy(void *to, const void *from, size_t n);
void *__wrap_memmove(void *to, const void *from, size_t n);
void *__wrap_memset(void *at, int byte, size_t n);
int __wrap_memcmp(const void *a, const void *b, size_t n);
void *__wrap_memchr(const void *at, int byte, size_t n);
size_t __wrap_strlen(const char *s);
char *__wrap_strchr(const char *s, int byte);
char *__wrap_strrchr(const char *s, int byte);
char *__wrap_strstr(const char *s, const char *wanted);
size_t __wrap_strspn(const char *s, const char *set);
size_t __wrap_strcspn(const char *s, const char *set);
int __wrap_strcmp(const char *a, const char *b);
int __wrap_strncmp(const char *a, const char *b, size_t n);

uint64_t work_done(void) {
    return done;
}

void __sanitizer_cov_trace_pc(void) {
    done++;
}

static size_t passed(size_t n) {
    done += n / BYTES;
    return n;
}

void *__wrap_memcpy(void *to, const void *from, size_t n) {
    return __real_memcpy(to, from, passed(n));
}

void *__wrap_memmove(void *to, const void *from, size_t n) {
    return __real_memmove(to, from, passed(n));
}

void *__wrap_memset(void *at, int byte, size_t n) {
    return __real_memset(at, byte, passed(n));
}

static size_t equal_bytes(const char *a, const char *b, size_t n) {
    size_t i = 0;
    while (i < n && a[i] == b[i])
        i++;
    return i;
}

int __wrap_memcmp(const void *a, const void *b, size_t n) {
    passed(equal_bytes(a, b, n));
    return __real_memcmp(a, b, n);
}

void *__wrap_memchr(const void *at, int byte, size_t n) {
    const char *found = __real_memchr(at, byte, n);
    passed(found != NULL ? (size_t)(found - (const char *)at) : n);
    return __real_memchr(at, byte, n);
}

size_t __wrap_strlen(const char *s) {
    return passed(__real_strlen(s));
}

char *__wrap_strchr(const char *s, int byte) {
    char *found = __real_strchr(s, byte);
    passed(found != NULL ? (size_t)(found - s) : __real_strlen(s));
    return found;
}

char *__wrap_strrchr(const char *s, int byte) {
    passed(__real_strlen(s));
    return __real_strrchr(s, byte);
}

char *__wrap_strstr(const char *s, const char *wanted) {
    char *found = __real_strstr(s, wanted);
    passed(found != NULL ? (size_t)(found - s) : __real_strlen(s));
    return found;
}

size_t __wrap_strspn(const char *s, const char *set) {
    return passed(__real_strspn(s, set));
}

size_t __wrap_strcspn(const char *s, const char *set) {
    return passed(__real_strcspn(s, set));
}

static size_t equal_length(const char *a, const char *b, size_t n) {
    size_t i = 0;
    while (i < n && a[i] == b[i] && a[i] != '\0')
        i++;
    return i;
}

int __wrap_strcmp(const char *a, const char *b) {
    passed(equal_length(a, b, SIZE_MAX));
    return __real_strcmp(a, b);
}

int __wrap_strncmp(const char *a, const char *b, size_t n) {
    passed(equal_length(a, b, n));
    return __real_strncmp(a, b, n);
}

__attribute__((destructor)) static void tell(void) {
    const char *name = getenv("WORK_FILE");
    FILE *file = name != NULL ? fopen(name, "w") : NULL;
    if (file == NULL)
        return;
    fprintf(file, "%llu\n", (unsigned long long)done);
    fclose(file);
}
