/* options.c - the rows of options.def and what each of them sets. */
#include "options.h"

#include "generate.h"
#include "list.h"
#include "number.h"
#include <stdlib.h>
#include <string.h>

/* Options without a value. */
#define FLAG(set, member, on)                                                                                          \
    static const char *set(settings *to, const char *value) {                                                          \
        (void)value;                                                                                                   \
        to->member = (on);                                                                                             \
        return NULL;                                                                                                   \
    }
FLAG(set_split, split, true)
FLAG(set_extract, extract, true)
FLAG(set_no_quotes, summary.no_quotes, 1)
FLAG(set_no_questions, summary.no_questions, 1)
FLAG(set_merge, merge, true)
FLAG(set_recursive, recursive, true)
FLAG(set_truncate, summary.truncate, 1)
FLAG(set_trim, summary.trim, 1)
FLAG(set_overlap, overlap, OVERLAP_YES)
FLAG(set_no_overlap, overlap, OVERLAP_NO)
FLAG(set_whole, doc.whole, 1)
FLAG(set_skip_bad, skip_bad, true)
FLAG(set_stats, stats, true)
FLAG(set_scores, scores, true)
FLAG(set_offsets, offsets, true)
FLAG(set_explain, explain, true)
FLAG(set_highlight, highlight, true)
FLAG(set_fail_empty, fail_empty, true)
FLAG(set_quiet, quiet, true)
FLAG(set_short_help, action, ACTION_SHORT_HELP)
FLAG(set_help, action, ACTION_HELP)
FLAG(set_version, action, ACTION_VERSION)
#undef FLAG

/* Lets the length options share their last step; `takes` is NULL if the value was good. */
static const char *set_length(settings *to, const char *takes) {
    to->length_given = true;
    return takes;
}

static const char *set_sentences(settings *to, const char *value) {
    return set_length(to, number_size(value, &to->summary.max_sentences));
}

static const char *set_words(settings *to, const char *value) {
    return set_length(to, number_size(value, &to->summary.max_words));
}

static const char *set_chars(settings *to, const char *value) {
    return set_length(to, number_size(value, &to->summary.max_chars));
}

static const char *set_percent(settings *to, const char *value) {
    double percent = 0;
    if (!number_real(value, &percent) || !(percent > 0 && percent <= 100))
        return "a number above 0 and up to 100";
    to->summary.max_percent = percent;
    return set_length(to, NULL);
}

static const char *set_keywords(settings *to, const char *value) {
    to->keywords_given = true;
    return number_size(value, &to->keywords.max_phrases);
}

static const char *set_algorithm(settings *to, const char *value) {
    to->summary.algorithm = value;
    return list_has(SUMM_ALGORITHMS, value) ? NULL : "a name from 'summ --list=algorithms'";
}

static const char *set_keyword_algorithm(settings *to, const char *value) {
    to->keywords.algorithm = value;
    return list_has(SUMM_KEYWORD_ALGORITHMS, value) ? NULL : "a name from 'summ --list=keyword-algorithms'";
}

static const char *set_diversity(settings *to, const char *value) {
    double diversity = 0;
    if (!number_real(value, &diversity) || !(diversity >= 0 && diversity <= 1))
        return "a number from 0 to 1";
    to->summary.diversity = diversity;
    return NULL;
}

static const char *set_order(settings *to, const char *value) {
    bool by_score = strcmp(value, "score") == 0;
    to->summary.order = by_score ? SUMM_ORDER_SCORE : SUMM_ORDER_POSITION;
    return by_score || strcmp(value, "position") == 0 ? NULL : "position or score";
}

/* Appends a value to those of an option that may be given several times. */
static const char *add_string(strings *to, const char *value) {
    const char **at = realloc(to->at, (to->n + 1) * sizeof *at);
    if (at == NULL)
        return "less, for want of memory";
    to->at = at;
    to->at[to->n++] = value;
    return NULL;
}

static const char *set_query(settings *to, const char *value) {
    to->summary.query = value;
    return NULL;
}

static const char *add_must(settings *to, const char *value) {
    return add_string(&to->must, value);
}

static const char *add_known(settings *to, const char *value) {
    return add_string(&to->known, value);
}

static const char *add_against(settings *to, const char *value) {
    return add_string(&to->against, value);
}

static const char *add_included(settings *to, const char *value) {
    return add_string(&to->included, value);
}

static const char *add_excluded(settings *to, const char *value) {
    return add_string(&to->excluded, value);
}

static const char *set_outline(settings *to, const char *value) {
    (void)value;
    to->summary.outline = 1;
    return set_length(to, NULL);
}

static const char *set_seed(settings *to, const char *value) {
    size_t seed = 0;
    const char *takes = number_size(value, &seed);
    to->summary.seed = seed;
    return takes;
}

/* A phrase of that many words has to be possible. */
static const char *set_phrase_words(const char *value, size_t *out) {
    const char *takes = number_size(value, out);
    return takes == NULL && (*out < 1 || *out > 8) ? "a number from 1 to 8" : takes;
}

static const char *set_max_phrase(settings *to, const char *value) {
    const char *takes = set_phrase_words(value, &to->keywords.max_words);
    if (takes == NULL && to->keywords.min_words > to->keywords.max_words)
        to->keywords.min_words = to->keywords.max_words;
    return takes;
}

static const char *set_min_phrase(settings *to, const char *value) {
    const char *takes = set_phrase_words(value, &to->keywords.min_words);
    if (takes == NULL && to->keywords.max_words < to->keywords.min_words)
        to->keywords.max_words = to->keywords.min_words;
    return takes;
}

static const char *set_language(settings *to, const char *value) {
    to->doc.language = value;
    bool known = strcmp(value, "auto") == 0 || summ_language_code(value) != NULL;
    return known ? NULL : "auto or a language from 'summ --list=languages'";
}

static const char *set_from(settings *to, const char *value) {
    bool by_name = strcmp(value, "auto") == 0;
    to->from = by_name ? NULL : value;
    return by_name || list_has(SUMM_INPUTS, value) ? NULL : "auto or a name from 'summ --list=inputs'";
}

static const char *set_abbreviations(settings *to, const char *value) {
    to->abbreviations = value;
    return NULL;
}

static const char *set_stopwords(settings *to, const char *value) {
    to->stopwords = value;
    return NULL;
}

static const char *set_more_stopwords(settings *to, const char *value) {
    to->more_stopwords = value;
    return NULL;
}

static const char *set_field(settings *to, const char *value) {
    to->fields.text = value;
    return NULL;
}

/* Of HTML, fields hold pieces. */
static const char *set_field_format(settings *to, const char *value) {
    static const char *const formats[][2] = {{"text", "text"}, {"html", "fragment"}, {"markdown", "markdown"}};
    for (size_t i = 0; i < sizeof formats / sizeof formats[0]; i++) {
        if (strcmp(value, formats[i][0]) == 0) {
            to->field_format = formats[i][1];
            return NULL;
        }
    }
    return "text, html or markdown";
}

static const char *set_title_field(settings *to, const char *value) {
    to->fields.title = value;
    return NULL;
}

static const char *set_language_field(settings *to, const char *value) {
    to->fields.language = value;
    return NULL;
}

/* Whether the name is none of the members whose names are fixed. */
static bool is_free(const char *name) {
    static const char *const taken[] = {"file", "files", "language", "explain"};
    for (size_t i = 0; i < sizeof taken / sizeof taken[0]; i++)
        if (strcmp(name, taken[i]) == 0)
            return false;
    return true;
}

static const char *set_summary_field(settings *to, const char *value) {
    to->summary_name = value;
    return is_free(value) ? NULL : "a name that nothing else has";
}

static const char *set_keywords_field(settings *to, const char *value) {
    to->keywords_name = value;
    return is_free(value) ? NULL : "a name that nothing else has";
}

static const char *set_encoding(settings *to, const char *value) {
    to->doc.encoding = value;
    return summ_has_encoding(value) ? NULL : "auto or a character set from 'iconv -l'";
}

static const char *set_to(settings *to, const char *value) {
    to->to = value;
    return list_has(SUMM_OUTPUTS, value) ? NULL : "a name from 'summ --list=outputs'";
}

static const char *set_color(settings *to, const char *value) {
    static const char *const names[] = {[COLOR_AUTO] = "auto", [COLOR_ALWAYS] = "always", [COLOR_NEVER] = "never"};
    for (color c = COLOR_AUTO; c <= COLOR_NEVER; c++)
        if (strcmp(value, names[c]) == 0) {
            to->color = c;
            return NULL;
        }
    return "auto, always or never";
}

static const char *set_output(settings *to, const char *value) {
    to->output = strcmp(value, "-") == 0 ? NULL : value;
    return value[0] != '\0' ? NULL : "the name of a file";
}

static const char *set_jobs(settings *to, const char *value) {
    const char *takes = number_size(value, &to->jobs);
    return takes == NULL && (to->jobs < 1 || to->jobs > 64) ? "a number from 1 to 64" : takes;
}

static const char *set_progress(settings *to, const char *value) {
    static const char *const modes[] = {
        [PROGRESS_AUTO] = "auto", [PROGRESS_ALWAYS] = "always", [PROGRESS_NEVER] = "never"};
    for (size_t i = 0; i < sizeof modes / sizeof modes[0]; i++) {
        if (strcmp(value, modes[i]) == 0) {
            to->progress = (progress_mode)i;
            return NULL;
        }
    }
    return "auto, always or never";
}

static const char *set_list(settings *to, const char *value) {
    to->action = ACTION_LIST;
    return list_kind(value, strlen(value), &to->list) ? NULL
                                                      : "algorithms, keyword-algorithms, languages, inputs or outputs";
}

static const char *set_generate(settings *to, const char *value) {
    to->action = ACTION_GENERATE;
    to->generate = value;
    return generate_has(value) ? NULL : "man, bash, zsh or fish";
}

/* Any option of its group has that effect. */
static const char *set_no_config(settings *to, const char *value) {
    (void)to, (void)value;
    return NULL;
}

const option_row option_rows[] = {
#define OPTION(letter, name, argument, group, set, help) {letter, name, argument, group, set, help},
#include "options.def"
#undef OPTION
};

const size_t n_option_rows = sizeof option_rows / sizeof option_rows[0];

void settings_init(settings *out) {
    *out = (settings){.action = ACTION_SUMMARIZE, .fields = {.text = "text"}, .field_format = "text"};
    summ_doc_options_init(&out->doc, sizeof out->doc);
    summ_summary_options_init(&out->summary, sizeof out->summary);
    summ_keyword_options_init(&out->keywords, sizeof out->keywords);
}

char *settings_keep(settings *to, char *string) {
    char **owned = string != NULL ? realloc(to->owned, (to->n_owned + 1) * sizeof *owned) : NULL;
    if (owned == NULL) {
        free(string);
        return NULL;
    }
    to->owned = owned;
    to->owned[to->n_owned++] = string;
    return string;
}

void settings_free(settings *made) {
    for (size_t i = 0; i < made->n_owned; i++)
        free(made->owned[i]);
    free(made->owned);
    free(made->must.at);
    free(made->known.at);
    free(made->against.at);
    free(made->included.at);
    free(made->excluded.at);
    *made = (settings){0};
}
