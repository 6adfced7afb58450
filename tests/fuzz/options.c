/* What the command is asked for: the command line, SUMM_OPTIONS and the file of options, parted by form feeds. The
 * words of the command line are lines. */
#define _XOPEN_SOURCE 700
#include "fuzz.h"
#include "streams.h"

#include "cli/list.h"
#include "cli/options.h"

enum {
    WORDS = 64,
    ROOM = 4096
};

static char environment[ROOM];

/* The environment keeps no copies. */
static void set_environment(fuzz_input given) {
    static char path[] = "SUMM_CONFIG_PATH=" FUZZ_FILE;
    char *string = fuzz_string(given);
    snprintf(environment, sizeof environment, "SUMM_OPTIONS=%s", string);
    free(string);
    FUZZ_CHECK(putenv(environment) == 0 && putenv(path) == 0);
}

/* Parts `line` in place; what is beyond WORDS is left out. */
static int split(char *line, char *words[WORDS + 2]) {
    static char program[] = "summ";
    int n = 0;
    words[n++] = program;
    while (line != NULL && *line != '\0' && n <= WORDS) {
        words[n++] = line;
        line = strchr(line, '\n');
        if (line != NULL)
            *line++ = '\0';
    }
    words[n] = NULL;
    return n;
}

static void check_numbers(const settings *s) {
    FUZZ_CHECK(s->summary.max_percent > 0 && s->summary.max_percent <= 100);
    FUZZ_CHECK(s->summary.diversity <= 1 &&
               (s->summary.diversity >= 0 || !(s->summary.diversity > SUMM_DIVERSITY_OWN)));
    FUZZ_CHECK(s->keywords.min_words >= 1 && s->keywords.min_words <= s->keywords.max_words);
    FUZZ_CHECK(s->keywords.max_words <= 8 && s->jobs <= 64);
}

static void check_names(const settings *s) {
    FUZZ_CHECK(s->summary.algorithm == NULL || list_has(SUMM_ALGORITHMS, s->summary.algorithm));
    FUZZ_CHECK(s->keywords.algorithm == NULL || list_has(SUMM_KEYWORD_ALGORITHMS, s->keywords.algorithm));
    FUZZ_CHECK(s->to == NULL || list_has(SUMM_OUTPUTS, s->to));
    FUZZ_CHECK(s->from == NULL || list_has(SUMM_INPUTS, s->from));
    FUZZ_CHECK(s->doc.encoding == NULL || summ_has_encoding(s->doc.encoding));
    FUZZ_CHECK(s->output == NULL || s->output[0] != '\0');
}

/* The words that are no options are there, in their order and none twice. */
static void check_files(const settings *s, const char *line, size_t n_line) {
    const char *last = NULL;
    for (size_t i = 0; i < s->n_files; i++) {
        FUZZ_CHECK(s->files[i] >= line && s->files[i] < line + n_line && (last == NULL || s->files[i] > last));
        last = s->files[i];
    }
}

/* Either settings that are what the manual says, or one message and more. */
static bool check_parsed(fuzz_input line, fuzz_input file, settings *out) {
    char *words[WORDS + 2], *copy = fuzz_string(line);
    fuzz_stream_begin(file.text, file.n, 0);
    bool good = options_parse(split(copy, words), words, out);
    size_t n_messages = fuzz_stream_messages();
    FUZZ_CHECK(good ? n_messages == 0 : n_messages > 0);
    if (good) {
        check_numbers(out);
        check_names(out);
        check_files(out, copy, line.n);
    }
    settings_free(out);
    free(copy);
    return good;
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t n) {
    fuzz_input in = fuzz_begin(data, n), line = fuzz_part(&in, '\f'), variable = fuzz_part(&in, '\f');
    settings made;
    set_environment(variable);
    bool good = check_parsed(line, in, &made);
    if (n % 4 == 0)
        FUZZ_CHECK(check_parsed(line, in, &made) == good);
    return 0;
}
