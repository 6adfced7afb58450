/* help.c - --help, made from the option table, and --version. */
#include "help.h"

#include "jsonl.h"
#include "message.h"
#include "options.h"
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
                                   "  summ article.txt            three sentences, in the order of the text\n"
                                   "  summ article.txt -n 1       one sentence\n"
                                   "  summ article.txt -k 10      ten key phrases, best first\n"
                                   "  summ -w 80 -k 5 *.txt       at most 80 words and five phrases of each file\n"
                                   "  summ -r -n 1 letters        one sentence of each file below a directory\n"
                                   "  curl -s URL | summ -w 80    at most 80 words of the article of a web page\n"
                                   "  summ -F jsonl <in >out      a summary in each record, one JSON object a line\n"
                                   "\n"
                                   "No FILE, or -, is standard input. Options and files stand in any order.\n"
                                   "What gzip, zstd or xz compressed is unpacked. PDF, DOCX, ODT, EPUB, RTF and DOC\n"
                                   "are read by means of pdftotext, pandoc or catdoc where these are installed.\n";

static const char ending[] = "\nExit status: 0 done, 1 no result (with -e), 2 wrong usage or a file failed.\n";

static const char *const titles[] = {
    [GROUP_LENGTH] = "What to print; lengths are ceilings, and all that are given hold",
    [GROUP_CHOICE] = "How to choose",
    [GROUP_INPUT] = "Input",
    [GROUP_OUTPUT] = "Output",
    [GROUP_ABOUT] = "About summ",
};

static void pad(sink *out, size_t n) {
    while (n-- > 0)
        sink_puts(out, " ");
}

/* Starts at the help column, and goes back to it on each new line. */
static void print_wrapped(sink *out, const char *text) {
    size_t column = HELP_COLUMN;
    while (*text != '\0') {
        size_t n_word = strcspn(text, " ");
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
        text += n_word + (text[n_word] == ' ');
    }
    sink_puts(out, "\n");
}

static void print_row(sink *out, const option_row *row) {
    char left[80];
    char letter[] = {row->letter, '\0'};
    int used =
        snprintf(left, sizeof left, "  %s%s%s--%s%s%s", row->letter ? "-" : "  ", letter, row->letter ? ", " : "  ",
                 row->name, row->argument ? "=" : "", row->argument ? row->argument : "");
    size_t n_left = used > 0 ? (size_t)used : 0;
    sink_puts(out, left);
    if (n_left + 2 > HELP_COLUMN) {
        sink_puts(out, "\n");
        n_left = 0;
    }
    pad(out, HELP_COLUMN - n_left);
    print_wrapped(out, row->help);
}

void help_print(sink *out) {
    sink_puts(out, introduction);
    for (size_t i = 0; i < n_option_rows; i++) {
        if (i == 0 || option_rows[i].group != option_rows[i - 1].group) {
            sink_puts(out, "\n");
            sink_puts(out, titles[option_rows[i].group]);
            sink_puts(out, ":\n");
        }
        print_row(out, &option_rows[i]);
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
