/* config.c - the file of options and SUMM_OPTIONS. */
#include "config.h"

#include "input.h"
#include "message.h"
#include "refuse.h"
#include "row.h"
#include "words.h"
#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static const char white[] = " \t\r";

/* Without memory: false, after the message. */
static bool is_there(const void *memory) {
    if (memory == NULL)
        complain("%s", summ_status_message(SUMM_ERR_MEMORY));
    return memory != NULL;
}

/* The strings one behind the other, the second of n_b bytes, as one that `owner` keeps. NULL after a message. */
static char *compose(settings *owner, const char *a, const char *b, size_t n_b, const char *c, const char *d) {
    size_t room = strlen(a) + n_b + strlen(c) + strlen(d) + 1;
    char *made = malloc(room);
    if (made != NULL)
        snprintf(made, room, "%s%.*s%s%s", a, (int)n_b, b, c, d);
    made = settings_keep(owner, made);
    return is_there(made) ? made : NULL;
}

/* ---- The file ---------------------------------------------------------------------------------------------------- */

/* "-words = 80" and all that is allowed in its place becomes the word that getopt_long takes: "--words=80" or
 * "-w80". */
static char *as_word(char *line, settings *owner) {
    line += strspn(line, white);
    line += strspn(line, "-");
    size_t n_name = strcspn(line, " \t\r="), n_line = strlen(line);
    while (n_line > n_name && strchr(white, line[n_line - 1]) != NULL)
        line[--n_line] = '\0';
    char *value = line + n_name;
    value += strspn(value, white);
    bool equals = *value == '=';
    value += equals;
    value += strspn(value, white);
    char *end = line + n_line;
    bool has_value = equals || value < end;
    if (end - value >= 2 && value[0] == '"' && end[-1] == '"') {
        end[-1] = '\0';
        value++;
    }
    bool by_letter = n_name == 1;
    return compose(owner, by_letter ? "-" : "--", line, n_name, has_value && !by_letter ? "=" : "", value);
}

static bool read_line(choices *to, settings *owner, char *line, size_t number) {
    static char program[] = "summ";
    size_t n_white = strspn(line, white);
    if (line[n_white] == '\0' || line[n_white] == '#')
        return true;
    const char *name = line + n_white + strspn(line + n_white, "-");
    if (strchr(" \t\r=", *name) != NULL) {
        refuse(to, number, "the name of an option is missing");
        return false;
    }
    char *word = as_word(line, owner);
    return word != NULL && choices_read(to, 2, (char *[]){program, word, NULL}, number);
}

static bool read_lines(choices *to, settings *owner, char *text) {
    for (size_t number = 1; text != NULL; number++) {
        char *end = strchr(text, '\n');
        if (end != NULL)
            *end = '\0';
        if (!read_line(to, owner, text, number))
            return false;
        text = end != NULL ? end + 1 : NULL;
    }
    return true;
}

/* Names of files that are not absolute are taken from the folder of the file at `path`. */
static bool resolve(choices *of, const char *path, settings *owner) {
    const char *slash = strrchr(path, '/');
    size_t n_folder = slash != NULL ? (size_t)(slash + 1 - path) : 0;
    for (size_t i = 0; n_folder > 0 && i < of->n; i++) {
        choice *one = &of->at[i];
        if (!row_takes_file(one->row) || one->value[0] == '/' || strcmp(one->value, "-") == 0 || one->value[0] == '\0')
            continue;
        one->value = compose(owner, "", path, n_folder, one->value, "");
        if (one->value == NULL)
            return false;
    }
    return true;
}

/* Puts what was read, with a NUL, into `text`. Returns NULL, or why it failed; `lacks`: there is no such file. */
static const char *read_all(const char *path, bytes *text, bool *lacks) {
    input in;
    errno = 0;
    const char *reason = input_open(&in, path);
    *lacks = reason != NULL && (errno == ENOENT || errno == ENOTDIR);
    if (reason == NULL)
        reason = input_all(&in);
    if (reason == NULL && !bytes_add(&in.held, "", 1))
        reason = strerror(ENOMEM);
    if (reason == NULL) {
        *text = in.held;
        in.held = (bytes){0};
    }
    input_close(&in);
    return reason;
}

static bool read_path(choices *to, const char *path, bool may_lack, settings *owner) {
    bytes text = {0};
    bool lacks;
    const char *reason = read_all(path, &text, &lacks);
    bool good = reason == NULL || (lacks && may_lack);
    to->source = path;
    if (!good)
        refuse(to, 0, "%s%s", reason, lacks ? "; SUMM_CONFIG_PATH names it" : "; --no-config does without");
    if (good && reason == NULL && strlen(text.data) + 1 < text.n) {
        refuse(to, 0, "no text, but binary data");
        good = false;
    }
    if (good && reason == NULL)
        good = read_lines(to, owner, text.data) && resolve(to, path, owner);
    bytes_free(&text);
    return good;
}

bool config_read_file(choices *to, settings *owner) {
    const char *named = getenv("SUMM_CONFIG_PATH"), *folder = getenv("XDG_CONFIG_HOME"), *home = getenv("HOME");
    char *path;
    if (named != NULL)
        return named[0] == '\0' || read_path(to, named, false, owner);
    if (folder != NULL && folder[0] == '/')
        path = compose(owner, folder, "/summ/config", 12, "", "");
    else if (home != NULL && home[0] != '\0')
        path = compose(owner, home, "/.config/summ/config", 20, "", "");
    else
        return true;
    return path != NULL && read_path(to, path, true, owner);
}

/* ---- The variable ------------------------------------------------------------------------------------------------ */

static bool read_words(choices *to, char *line, char **words) {
    static char program[] = "summ";
    size_t n_words;
    words[0] = program;
    if (!words_split(line, words + 1, &n_words)) {
        refuse(to, 0, "a quote is not closed, or nothing follows a backslash");
        return false;
    }
    words[n_words + 1] = NULL;
    return choices_read(to, (int)n_words + 1, words, 0);
}

bool config_read_environment(choices *to, settings *owner) {
    const char *given = getenv("SUMM_OPTIONS");
    if (given == NULL)
        return true;
    to->source = "SUMM_OPTIONS";
    char *line = compose(owner, given, "", 0, "", "");
    if (line == NULL)
        return false;
    char **words = malloc((strlen(line) / 2 + 3) * sizeof *words);
    bool good = is_there(words) && read_words(to, line, words);
    free(words);
    return good;
}
