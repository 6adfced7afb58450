/* parse.c - what the command line, the environment and the file of options ask for together. */
#include "choices.h"
#include "config.h"
#include "message.h"
#include "options.h"
#include "whole.h"

#include <string.h>

/* Two members of one name would be one for most readers. */
static bool are_distinct(const settings *given) {
    const char *summary = given->summary_name != NULL ? given->summary_name : "summary";
    const char *keywords = given->keywords_name != NULL ? given->keywords_name : "keywords";
    bool distinct = strcmp(summary, keywords) != 0;
    if (!distinct)
        complain("summary and key phrases cannot both be named '%s'", summary);
    return distinct;
}

/* What has no place for what is told of single choices, or NULL. */
static const char *unexplained(const settings *given) {
    const char *to = given->to != NULL ? given->to : "";
    if (given->summary.outline != 0)
        return "--outline";
    if (given->highlight)
        return "-H";
    if (strcmp(to, "markdown") == 0)
        return "-t markdown";
    return strcmp(to, "tsv") == 0 ? "-t tsv" : NULL;
}

static bool can_explain(const settings *given) {
    const char *with = given->explain ? unexplained(given) : NULL;
    if (with != NULL)
        complain("--explain does not go with %s; leave out one of them", with);
    return with == NULL;
}

static size_t count_dashes(const char *const *paths, size_t n) {
    size_t n_dashes = 0;
    for (size_t i = 0; i < n; i++)
        n_dashes += paths[i] != NULL && strcmp(paths[i], "-") == 0;
    return n_dashes;
}

/* Whoever reads standard input second finds nothing there, which looks like an empty text. */
static bool reads_input_once(const settings *given) {
    const char *const lists[] = {given->abbreviations, given->stopwords};
    size_t n = given->n_files == 0;
    n += count_dashes((const char *const *)given->files, given->n_files) + count_dashes(lists, 2);
    n += count_dashes(given->known.at, given->known.n) + count_dashes(given->against.at, given->against.n);
    if (n > 1 && given->action == ACTION_SUMMARIZE)
        complain("standard input can be read only once");
    return n < 2 || given->action != ACTION_SUMMARIZE;
}

/* The sources, the one that gives way first. */
typedef struct sources {
    choices file, environment, line;
} sources;

static bool read_sources(sources *to, int argc, char **argv, settings *owner) {
    to->line.files = argv + 1;
    if (!choices_read(&to->line, argc, argv, 0))
        return false;
    return choices_have(&to->line, GROUP_ABOUT) ||
           (config_read_file(&to->file, owner) && config_read_environment(&to->environment, owner));
}

static bool apply_sources(const sources *from, settings *to) {
    bool by_line = choices_have(&from->line, GROUP_LENGTH);
    bool by_environment = choices_have(&from->environment, GROUP_LENGTH);
    to->files = from->line.files;
    to->n_files = from->line.n_files;
    return choices_apply(&from->file, !by_line && !by_environment, to) &&
           choices_apply(&from->environment, !by_line, to) && choices_apply(&from->line, true, to);
}

bool options_parse(int argc, char **argv, settings *out) {
    sources all = {0};
    settings_init(out);
    bool good = read_sources(&all, argc, argv, out) && apply_sources(&all, out) && are_distinct(out) &&
                can_explain(out) && reads_input_once(out) && (out->action != ACTION_SUMMARIZE || whole_check(out));
    choices_free(&all.file);
    choices_free(&all.environment);
    choices_free(&all.line);
    return good;
}
