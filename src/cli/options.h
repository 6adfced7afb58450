/* options.h - what the command line asks for, and the one table of options. */
#ifndef SUMM_CLI_OPTIONS_H
#define SUMM_CLI_OPTIONS_H

#include "jsonl.h"
#include "progress.h"
#include "summ.h"
#include <stdbool.h>
#include <stddef.h>

typedef enum action {
    ACTION_SUMMARIZE,
    ACTION_LIST,
    ACTION_GENERATE,
    ACTION_SHORT_HELP,
    ACTION_HELP,
    ACTION_VERSION
} action;

/* Whether a key phrase may hold another: what suits the reader is not what finds most. */
typedef enum overlap {
    OVERLAP_BY_FORMAT, /* yes in formats for programs: jsonl, json and tsv */
    OVERLAP_YES,
    OVERLAP_NO
} overlap;

typedef enum color {
    COLOR_AUTO, /* on a terminal, unless the environment says no */
    COLOR_ALWAYS,
    COLOR_NEVER
} color;

/* The values of an option that may be given several times. */
typedef struct strings {
    const char **at;
    size_t n;
} strings;

/* All strings are static, or belong to argv or `owned`. */
typedef struct settings {
    action action;
    summ_kind list;       /* of ACTION_LIST */
    const char *generate; /* of ACTION_GENERATE */
    summ_doc_options doc;
    summ_summary_options summary;
    summ_keyword_options keywords;
    bool length_given; /* one of -n, -w, -c, -p */
    bool keywords_given;
    overlap overlap;
    bool split;
    strings must;
    strings known;   /* names of files */
    strings against; /* likewise */
    bool merge;
    bool extract;
    bool recursive;
    strings included;          /* patterns of names of files below directories; none: by kind */
    strings excluded;          /* and of directories */
    const char *abbreviations; /* name of a file, or NULL */
    const char *stopwords;     /* likewise */
    const char *more_stopwords;
    const char *from; /* NULL: by the name of the file, then by its first bytes */
    jsonl_fields fields;
    const char *field_format;  /* of the text in records */
    const char *summary_name;  /* of the member in jsonl; NULL: summary */
    const char *keywords_name; /* likewise, keywords */
    bool skip_bad;
    const char *to;     /* NULL: as the input */
    const char *output; /* NULL: standard output */
    bool stats;
    bool scores;
    bool offsets;
    bool explain;
    bool highlight;
    color color;
    bool colored; /* what comes of it: terminal.h */
    size_t width; /* of the terminal that is written to, in columns, or 0 */
    bool fail_empty;
    bool quiet;
    progress_mode progress;
    size_t jobs; /* threads; 0: as many as there are processors */
    char **files;
    size_t n_files;
    char **owned; /* what the configuration says, freed with the settings */
    size_t n_owned;
} settings;

/* Groups of --help, in the order of the table. What is given on the command line stands above SUMM_OPTIONS, and that
 * above the file of options: of GROUP_LENGTH the options of one source alone count, the highest that has any. Those of
 * GROUP_ABOUT belong on the command line, and with one of them there the others are not read. */
typedef enum option_group {
    GROUP_LENGTH,
    GROUP_CHOICE,
    GROUP_PHRASES,
    GROUP_INPUT,
    GROUP_OUTPUT,
    GROUP_ABOUT
} option_group;

typedef struct option_row {
    char letter;          /* 0: none */
    const char *name;     /* NULL: none */
    const char *argument; /* NULL: takes none; else see options.def and row.h */
    option_group group;
    /* Stores the value. Returns NULL, or what the option takes, for the message that refuses the value. */
    const char *(*set)(settings *to, const char *value);
    const char *help;
} option_row;

extern const option_row option_rows[];
extern const size_t n_option_rows;

void settings_init(settings *out);
void settings_free(settings *made);

/* Keeps a string, or NULL, from malloc until settings_free. Returns it, or NULL without memory: then it is freed. */
char *settings_keep(settings *to, char *string);

/* Reads the command line and the configuration (see config.h), a later option winning over an earlier one. Reuses argv
 * for the list of files. Returns false after a message if something is wrong. What `out` holds is freed with
 * settings_free in either case. */
bool options_parse(int argc, char **argv, settings *out);

#endif
