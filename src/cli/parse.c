/* parse.c - the command line, read by getopt_long with arrays made from the option table. */
#include "message.h"
#include "options.h"
#include "whole.h"

#include <getopt.h>
#include <stdio.h>
#include <string.h>

enum {
    MAX_ROWS = 100,
    FIRST_LONG = 256, /* codes from here on are rows given by their long names */
    IS_FILE = 1       /* getopt_long's code for an argument that is no option, if the letters begin with '-' */
};

/* The leading '-' keeps options and files in any order, whatever POSIXLY_CORRECT says; ':' tells a missing value from
 * an unknown option. */
static void fill_letters(char *letters) {
    *letters++ = '-';
    *letters++ = ':';
    for (size_t i = 0; i < n_option_rows; i++) {
        if (option_rows[i].letter == 0)
            continue;
        *letters++ = option_rows[i].letter;
        if (option_rows[i].argument != NULL)
            *letters++ = ':';
    }
    *letters = '\0';
}

static void fill_longs(struct option *longs) {
    for (size_t i = 0; i < n_option_rows; i++) {
        int has_argument = option_rows[i].argument != NULL ? required_argument : no_argument;
        longs[i] = (struct option){option_rows[i].name, has_argument, NULL, FIRST_LONG + (int)i};
    }
    longs[n_option_rows] = (struct option){0};
}

static const option_row *find_row(int code) {
    if (code >= FIRST_LONG)
        return &option_rows[code - FIRST_LONG];
    size_t i = 0;
    while (option_rows[i].letter != code)
        i++;
    return &option_rows[i];
}

/* The option as it was typed, but for abbreviations. */
static const char *spell(int code, char *out, size_t room) {
    if (code >= FIRST_LONG)
        snprintf(out, room, "--%s", find_row(code)->name);
    else
        snprintf(out, room, "-%c", code > ' ' && code <= '~' ? code : '?');
    return out;
}

static bool apply(settings *to, int code, const char *value) {
    const char *takes = find_row(code)->set(to, value);
    char name[64];
    if (takes != NULL)
        complain("%s takes %s, not '%s'", spell(code, name, sizeof name), takes, value);
    return takes == NULL;
}

/* Whether a long option as it was typed begins the name of one that there is, and so of several. */
static bool is_ambiguous(const char *word) {
    size_t n_typed = strcspn(word + 2, "=");
    for (size_t i = 0; i < n_option_rows; i++)
        if (strncmp(option_rows[i].name, word + 2, n_typed) == 0)
            return true;
    return false;
}

/* getopt_long leaves in optopt the letter or row it met, and 0 for a long name that is unknown or ambiguous. */
static void refuse(int code, const char *word) {
    char name[64];
    const char *option = optopt != 0 ? spell(optopt, name, sizeof name) : word;
    if (code == ':')
        complain("%s needs a value; try 'summ --help'", option);
    else if (optopt >= FIRST_LONG)
        complain("%s takes no value; try 'summ --help'", option);
    else if (optopt == 0 && is_ambiguous(word))
        complain("'%s' begins several options; try 'summ --help'", option);
    else
        complain("unknown option '%s'; try 'summ --help'", option);
}

/* Two members of one name would be one for most readers. */
static bool are_distinct(const settings *given) {
    const char *summary = given->summary_name != NULL ? given->summary_name : "summary";
    const char *keywords = given->keywords_name != NULL ? given->keywords_name : "keywords";
    bool distinct = strcmp(summary, keywords) != 0;
    if (!distinct)
        complain("summary and key phrases cannot both be named '%s'", summary);
    return distinct;
}

bool options_parse(int argc, char **argv, settings *out) {
    char letters[2 * MAX_ROWS + 3];
    struct option longs[MAX_ROWS + 1];
    fill_letters(letters);
    fill_longs(longs);
    settings_init(out);
    out->files = argv + 1; /* never overtakes getopt_long, which has read one word more than there are files */
    int code;
    while ((code = getopt_long(argc, argv, letters, longs, NULL)) != -1) {
        if (code == IS_FILE) {
            out->files[out->n_files++] = optarg;
        } else if (code == '?' || code == ':') {
            refuse(code, argv[optind - 1]);
            return false;
        } else if (!apply(out, code, optarg)) {
            return false;
        }
    }
    while (optind < argc)
        out->files[out->n_files++] = argv[optind++];
    return are_distinct(out) && (out->action != ACTION_SUMMARIZE || whole_check(out));
}
