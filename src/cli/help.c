/* help.c - --help, made from the option table, and --version. */
#include "help.h"

#include "jsonl.h"
#include "message.h"
#include "options.h"
#include "row.h"
#include "summ.h"
#include "unpack.h"
#include <stdio.h>
#include <string.h>

enum {
    HELP_COLUMN = 26,
    N_COLUMNS = 79
};

static const char introduction[] = "Usage: summ [OPTION]... [FILE]...\n"
                                   "Print the sentences that carry a text, or the phrases that name its subject.\n"
                                   "\n"
                                   "  summ article.txt -n 3                   three sentences, as the text has them\n"
                                   "  summ article.txt -k 10                  ten key phrases, best first\n"
                                   "  summ -w 80 -k 5 *.txt                   80 words, five phrases of each file\n"
                                   "  summ -r -n 1 letters                    a sentence of each file below letters\n"
                                   "  curl -s URL | summ -w 50                a web page in 50 words at most\n"
                                   "  curl -s URL | summ -w 50 -k 5 -t jsonl  the same and five phrases, as JSON\n"
                                   "  summ -F jsonl <in >out                  a summary in each JSON object\n"
                                   "\n";

static const char files[] = "No FILE, or -, is standard input. Options and files stand in any order.\n"
                            "What gzip, zstd or xz compressed is unpacked. PDF, DOCX, ODT, EPUB, RTF and DOC\n"
                            "are read by means of pdftotext, pandoc or catdoc where these are installed.\n";

static const char ending[] = "\n"
                             "What is to hold for every call stands in ~/.config/summ/config, one option\n"
                             "a line (words = 80), or in SUMM_OPTIONS; the command line wins over both.\n"
                             "The manual: man summ, or else summ --generate=man | man -l -\n"
                             "\n"
                             "Exit status: 0 done, 1 no result (with -e), 2 wrong usage or a file failed.\n";

static const char short_ending[] = "\nAll options: summ --help\n";

static const char *const titles[] = {
    [GROUP_LENGTH] = "What to print; lengths are ceilings, and all that are given hold",
    [GROUP_CHOICE] = "How to choose sentences",
    [GROUP_PHRASES] = "How to choose key phrases",
    [GROUP_INPUT] = "Input",
    [GROUP_OUTPUT] = "Output",
    [GROUP_ABOUT] = "About summ",
};

/* Of the option table, what -h shows. */
static const char *const used_most[] = {"sentences", "words", "chars", "keywords", "query", "merge",
                                        "lang",      "from",  "to",    "explain",  "output"};

const char *help_title(option_group group) {
    return titles[group];
}

static void pad(sink *out, size_t n) {
    while (n-- > 0)
        sink_puts(out, " ");
}

/* Starts at the help column, and goes back to it on each new line. */
static void print_wrapped(sink *out, const char *text, size_t n) {
    size_t column = HELP_COLUMN;
    const char *end = text + n;
    while (text < end) {
        size_t n_word = strcspn(text, " ");
        if (n_word > (size_t)(end - text))
            n_word = (size_t)(end - text);
        bool first = column == HELP_COLUMN;
        if (!first && column + 1 + n_word > N_COLUMNS) {
            sink_puts(out, "\n");
            pad(out, HELP_COLUMN);
            column = HELP_COLUMN;
        } else if (!first) {
            sink_puts(out, " ");
            column++;
        }
        sink_write(out, text, n_word);
        column += n_word;
        text += n_word + 1;
    }
    sink_puts(out, "\n");
}

/* An option and the first n bytes of its help. */
static void print_row(sink *out, const option_row *row, size_t n) {
    char left[80], letter[3] = "  ";
    if (row->letter != 0)
        snprintf(letter, sizeof letter, "-%c", row->letter);
    bool has_name = row->name != NULL, has_argument = row->argument != NULL;
    int used = snprintf(left, sizeof left, "  %s%s%s%s%s%.*s", letter, row->letter != 0 && has_name ? "," : " ",
                        has_name ? " --" : "", has_name ? row->name : "", has_name && has_argument ? "=" : "",
                        (int)row_n_shown(row), has_argument ? row->argument : "");
    size_t n_left = used > 0 ? (size_t)used : 0;
    sink_puts(out, left);
    if (n_left + 2 > HELP_COLUMN) {
        sink_puts(out, "\n");
        n_left = 0;
    }
    pad(out, HELP_COLUMN - n_left);
    print_wrapped(out, row->help, n);
}

void help_print_short(sink *out) {
    sink_puts(out, introduction);
    for (size_t i = 0; i < sizeof used_most / sizeof used_most[0]; i++) {
        const option_row *row = row_named(used_most[i], strlen(used_most[i]));
        print_row(out, row, row_n_brief(row));
    }
    sink_puts(out, short_ending);
}

void help_print(sink *out) {
    sink_puts(out, introduction);
    sink_puts(out, files);
    for (size_t i = 0; i < n_option_rows; i++) {
        const option_row *row = &option_rows[i];
        if (i == 0 || row->group != option_rows[i - 1].group)
            SINK_PUTS(out, "\n", titles[row->group], ":\n");
        print_row(out, row, strlen(row->help));
    }
    sink_puts(out, ending);
}

void help_short(void) {
    complain("no file is given, and standard input is a terminal");
    complain("try 'summ article.txt -n 3', or 'summ --help' for all options");
}

void help_version(sink *out) {
    sink_puts(out, "summ ");
    sink_puts(out, summ_version());
    sink_puts(out, "\n");
    for (size_t i = 0; summ_feature(i) != NULL; i++) {
        sink_puts(out, summ_feature(i));
        sink_puts(out, ", ");
    }
    for (size_t i = 0; unpack_at(i) != NULL; i++) {
        if (unpack_at(i)->library == NULL)
            continue;
        sink_puts(out, unpack_at(i)->library);
        sink_puts(out, ", ");
    }
    sink_puts(out, "jansson ");
    sink_puts(out, jsonl_library_version());
    sink_puts(out, "\nMIT License\n");
}
