/* remedy.c - commands that turn files into text. */
#include "remedy.h"

#include <stdbool.h>
#include <stdio.h>
#include <string.h>

/* The file stands between the two parts. */
static const struct {
    const char *kind, *before, *after;
} remedies[] = {
    {"PostScript document", "ps2ascii ", ""},
    {"DjVu document", "djvutxt ", ""},
    {"bzip2 data", "bzip2 -dc ", ""},
};

static bool is_safe(const char *path) {
    return path[strcspn(path, " \t\n!\"#$&'()*;<>?[\\]^`{|}~")] == '\0';
}

static char *put(char *at, const char *string) {
    size_t n = strlen(string);
    memcpy(at, string, n + 1);
    return at + n;
}

/* The path as a word of the shell, that is no option either. False: no room. */
static bool quote(const char *path, char *out, size_t room) {
    const char *mark = is_safe(path) ? "" : "'";
    if (4 * strlen(path) + 8 > room)
        return false;
    char *at = put(out, mark);
    at = put(at, path[0] == '-' && path[1] != '\0' ? "./" : "");
    for (; *path != '\0'; path++)
        at = put(at, *path == '\'' ? "'\\''" : (char[]){*path, '\0'});
    put(at, mark);
    return true;
}

void remedy_describe(const char *kind, const char *path, char *out, size_t room) {
    char word[512];
    size_t n = (size_t)snprintf(out, room, "%s, not text", kind);
    for (size_t i = 0; i < sizeof remedies / sizeof remedies[0]; i++)
        if (strcmp(remedies[i].kind, kind) == 0 && quote(path, word, sizeof word))
            snprintf(out + n, room - n, "; try: %s%s%s | summ", remedies[i].before, word, remedies[i].after);
}
