/* choices.c - options read by getopt_long, with arrays made from the option table. */
#include "choices.h"

#include "message.h"
#include "refuse.h"
#include "row.h"
#include <getopt.h>
#include <stdlib.h>
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
        if (option_rows[i].name != NULL)
            *longs++ = (struct option){option_rows[i].name, has_argument, NULL, FIRST_LONG + (int)i};
    }
    *longs = (struct option){0};
}

static const option_row *find_row(int code) {
    return code >= FIRST_LONG ? &option_rows[code - FIRST_LONG] : row_lettered(code);
}

/* Room doubles when n is a power of two. */
static bool add(choices *to, choice one) {
    if ((to->n & (to->n - 1)) == 0) {
        choice *at = realloc(to->at, (to->n == 0 ? 1 : 2 * to->n) * sizeof *at);
        if (at == NULL) {
            complain("%s", summ_status_message(SUMM_ERR_MEMORY));
            return false;
        }
        to->at = at;
    }
    to->at[to->n++] = one;
    return true;
}

static bool add_file(choices *to, char *word, size_t line) {
    if (to->files == NULL)
        refuse(to, line, "'%s' is no option; files are named on the command line", word);
    else
        to->files[to->n_files++] = word;
    return to->files != NULL;
}

/* Whether a long option as it was typed begins the name of one that there is, and so of several. */
static bool is_ambiguous(const char *word) {
    size_t n_typed = strcspn(word + 2, "=");
    for (size_t i = 0; n_typed > 0 && i < n_option_rows; i++)
        if (option_rows[i].name != NULL && strncmp(option_rows[i].name, word + 2, n_typed) == 0)
            return true;
    return false;
}

/* getopt_long leaves in optopt the letter or row it met, and 0 for a long name that is unknown or ambiguous. */
static void refuse_code(const choices *in, int code, const char *word, size_t line) {
    const option_row *row = optopt != 0 ? find_row(optopt) : NULL;
    choice one = {.row = row, .word = word, .by_letter = optopt < FIRST_LONG, .line = line};
    if (row != NULL && code == ':')
        refuse_missing(in, &one);
    else if (row != NULL)
        refuse_value(in, &one);
    else if (optopt == 0 && is_ambiguous(word))
        refuse_ambiguous(in, word, line);
    else
        refuse_option(in, word, optopt, line);
}

/* An option that does not belong where it stands. */
static bool is_misplaced(const choices *in, const option_row *row, size_t line) {
    bool misplaced = in->source != NULL && row->group == GROUP_ABOUT;
    if (misplaced && row->name != NULL)
        refuse(in, line, "--%s belongs on the command line", row->name);
    else if (misplaced)
        refuse(in, line, "-%c belongs on the command line", row->letter);
    return misplaced;
}

static bool take(choices *to, int code, char *word, size_t line) {
    if (code == IS_FILE)
        return add_file(to, optarg, line);
    if (code == '?' || code == ':') {
        refuse_code(to, code, word, line);
        return false;
    }
    choice one = {.row = find_row(code), .value = optarg, .word = word, .by_letter = code < FIRST_LONG, .line = line};
    return !is_misplaced(to, one.row, line) && add(to, one);
}

/* `files` never overtakes getopt_long, which has read one word more than there are files. */
bool choices_read(choices *to, int argc, char **argv, size_t line) {
    char letters[2 * MAX_ROWS + 3];
    struct option longs[MAX_ROWS + 1];
    fill_letters(letters);
    fill_longs(longs);
    optind = 0; /* anew, also inside a word */
    for (;;) {
        char *word = argv[optind > 0 ? optind : 1];
        int code = getopt_long(argc, argv, letters, longs, NULL);
        if (code == -1)
            break;
        if (!take(to, code, word, line))
            return false;
    }
    while (optind < argc)
        if (!add_file(to, argv[optind++], line))
            return false;
    return true;
}

bool choices_have(const choices *from, option_group group) {
    for (size_t i = 0; i < from->n; i++)
        if (from->at[i].row->group == group)
            return true;
    return false;
}

bool choices_apply(const choices *from, bool lengths, settings *to) {
    for (size_t i = 0; i < from->n; i++) {
        const choice *one = &from->at[i];
        if (one->row->group == GROUP_LENGTH && !lengths)
            continue;
        const char *takes = one->row->set(to, one->value);
        if (takes != NULL) {
            refuse_wrong(from, one, takes);
            return false;
        }
    }
    return true;
}

void choices_free(choices *made) {
    free(made->at);
    *made = (choices){0};
}
