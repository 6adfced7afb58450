/* Gives each target its seeds and what fuzzing has found; those that failed once have to hold. Without arguments these
 * are the tests; with "TARGET FOLDER..." the target is given all files of the folders, and nothing is said.
 *
 *     build/release/tests/fuzz/replay_test html build/fuzz/corpus/html */
#define _XOPEN_SOURCE 700
#include "fuzz.h"

#include <dirent.h>
#include <setjmp.h>
#include <stdarg.h>

#include <cmocka.h>

typedef int target_fn(const uint8_t *data, size_t n);

#define X(name, max_len, modules) target_fn fuzz_##name;
#include "targets.def"
#undef X

enum {
    PATH_ROOM = 1024
};

/* From a block of just its size. */
static void give_file(target_fn *target, const char *path) {
    FILE *file = fopen(path, "rb");
    assert_non_null(file);
    assert_int_equal(fseek(file, 0, SEEK_END), 0);
    long n = ftell(file);
    assert_true(n >= 0);
    rewind(file);
    uint8_t *bytes = malloc((size_t)n);
    assert_true(n == 0 || bytes != NULL);
    assert_int_equal(fread(bytes, 1, (size_t)n, file), (size_t)n);
    fclose(file);
    assert_int_equal(target(bytes, (size_t)n), 0);
    free(bytes);
}

/* Returns how many files there are; a folder that is not there has none. */
static size_t give_folder(target_fn *target, const char *folder) {
    char path[PATH_ROOM];
    size_t n = 0;
    DIR *open = opendir(folder);
    for (const struct dirent *entry; open != NULL && (entry = readdir(open)) != NULL;) {
        if (entry->d_name[0] == '.')
            continue;
        snprintf(path, sizeof path, "%s/%s", folder, entry->d_name);
        give_file(target, path);
        n++;
    }
    if (open != NULL)
        closedir(open);
    return n;
}

static void replay(target_fn *target, const char *name) {
    char path[PATH_ROOM];
    assert_int_equal(target(NULL, 0), 0);
    snprintf(path, sizeof path, "tests/fuzz/seeds/%s", name);
    assert_true(give_folder(target, path) > 0);
    snprintf(path, sizeof path, "tests/fuzz/found/%s", name);
    give_folder(target, path);
}

#define X(name, max_len, modules)                                                                                      \
    static void test_##name(void **state) {                                                                            \
        (void)state;                                                                                                   \
        replay(fuzz_##name, #name);                                                                                    \
    }
#include "targets.def"
#undef X

static target_fn *find_target(const char *wanted) {
#define X(name, max_len, modules)                                                                                      \
    if (strcmp(wanted, #name) == 0)                                                                                    \
        return fuzz_##name;
#include "targets.def"
#undef X
    return NULL;
}

int main(int argc, char **argv) {
    const struct CMUnitTest tests[] = {
#define X(name, max_len, modules) cmocka_unit_test(test_##name),
#include "targets.def"
#undef X
    };
    target_fn *target = argc > 1 ? find_target(argv[1]) : NULL;
    for (int i = 2; target != NULL && i < argc; i++)
        give_folder(target, argv[i]);
    if (argc > 1)
        return target != NULL ? 0 : 2;
    return cmocka_run_group_tests(tests, NULL, NULL);
}
