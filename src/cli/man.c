/* man.c - the manual page summ(1) in the man macros of roff: the sections of manual.def, and the option table. */
#include "generate.h"

#include "help.h"
#include "list.h"
#include "row.h"
#include <string.h>

/* Of this edition; it does not come from a clock, so that the same source makes the same page. */
static const char date[] = "2026-11-23";

/* ---- Text -------------------------------------------------------------------------------------------------------- */

/* As it is: what roff would make typographic, or take for a request at the begin of a line, is named. */
static void put_char(sink *out, char c, bool first, bool hyphen) {
    static const char *const names[128] = {
        ['\''] = "\\(aq", ['`'] = "\\(ga", ['^'] = "\\(ha", ['~'] = "\\(ti", ['\\'] = "\\e", ['-'] = "\\-"};
    size_t code = (unsigned char)c;
    if (first && c == '.')
        sink_puts(out, "\\&");
    if (code < 128 && names[code] != NULL && (c != '-' || !hyphen))
        sink_puts(out, names[code]);
    else
        sink_write(out, &c, 1);
}

static void put_literal(sink *out, const char *text, size_t n) {
    for (size_t i = 0; i < n; i++)
        put_char(out, text[i], i == 0, false);
}

static bool is_letter(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

/* Bytes of an option with what is joined to it, at the begin of a word; 0 if there is none. */
static size_t match_option(const char *text, size_t n) {
    size_t dashes = n > 2 && text[0] == '-' && text[1] == '-' ? 2 : 1, i = dashes;
    if (n < 2 || text[0] != '-' || !is_letter(text[dashes]))
        return 0;
    while (i < n && (is_letter(text[i]) || text[i] == '-' || text[i] == '='))
        i++;
    return i;
}

/* Bytes of the word that stands for a value; 0 if it is no whole word here. */
static size_t match_shown(const char *text, size_t n, const char *shown, size_t n_shown) {
    bool same = n_shown > 0 && n_shown <= n && memcmp(text, shown, n_shown) == 0;
    return same && (n_shown == n || !(is_letter(text[n_shown]) || text[n_shown] == ':')) ? n_shown : 0;
}

/* Running text: options bold, `shown` (n_shown may be 0) in italics. */
static void put_text(sink *out, const char *text, size_t n, const char *shown, size_t n_shown) {
    for (size_t i = 0; i < n;) {
        bool begins = i == 0 || !(is_letter(text[i - 1]) || text[i - 1] == '-' || text[i - 1] == ':');
        size_t n_option = begins ? match_option(text + i, n - i) : 0;
        size_t n_value = begins ? match_shown(text + i, n - i, shown, n_shown) : 0;
        if (n_option + n_value == 0) {
            put_char(out, text[i], i == 0, true);
            i++;
            continue;
        }
        sink_puts(out, n_option > 0 ? "\\fB" : "\\fI");
        put_literal(out, text + i, n_option + n_value);
        sink_puts(out, "\\fR");
        i += n_option + n_value;
    }
}

/* A clause of --help as a sentence. */
static void put_sentence(sink *out, const char *text, const char *shown, size_t n_shown) {
    size_t n = strlen(text);
    char first = text[0];
    if (n_shown == 0 || match_shown(text, n, shown, n_shown) == 0) {
        first = (char)(first >= 'a' && first <= 'z' ? first - 'a' + 'A' : first);
        put_char(out, first, true, true);
        put_text(out, text + 1, n - 1, shown, n_shown);
    } else {
        put_text(out, text, n, shown, n_shown);
    }
    sink_puts(out, ".\n");
}

/* ---- Sections ---------------------------------------------------------------------------------------------------- */

/* A block of lines that begin with four spaces. Returns what follows it. */
static const char *put_example(sink *out, const char *text) {
    sink_puts(out, ".sp\n.RS 4\n.EX\n");
    while (strncmp(text, "    ", 4) == 0) {
        size_t n = strcspn(text, "\n");
        put_literal(out, text + 4, n - 4);
        sink_puts(out, "\n");
        text += n + (text[n] == '\n');
    }
    sink_puts(out, ".EE\n.RE\n");
    return text;
}

/* One line of a section: a paragraph, or a word with what is said of it behind a tab. roff takes no paragraph right
 * behind a heading. */
static void put_line(sink *out, const char *line, size_t n, bool first) {
    const char *tab = memchr(line, '\t', n);
    size_t n_word = tab != NULL ? (size_t)(tab - line) : 0;
    if (tab != NULL) {
        sink_puts(out, ".TP\n\\fB");
        put_literal(out, line, n_word);
        sink_puts(out, "\\fR\n");
    } else if (!first) {
        sink_puts(out, ".PP\n");
    }
    size_t begin = tab != NULL ? n_word + 1 : 0;
    put_text(out, line + begin, n - begin, NULL, 0);
    sink_puts(out, "\n");
}

static void put_section(sink *out, const char *text) {
    const char *begin = text;
    while (*text != '\0') {
        size_t n = strcspn(text, "\n");
        if (strncmp(text, "    ", 4) == 0) {
            text = put_example(out, text);
            continue;
        }
        if (n > 0)
            put_line(out, text, n, text == begin);
        text += n + (text[n] == '\n');
    }
}

static void put_spelling(sink *out, const option_row *row, const char *dashes, const char *name, const char *between) {
    SINK_PUTS(out, "\\fB", dashes);
    put_literal(out, name, strlen(name));
    if (row->argument != NULL)
        SINK_PUTS(out, between, "\\fI");
    sink_write(out, row->argument, row_n_shown(row));
    sink_puts(out, "\\fR");
}

static void put_row(sink *out, const option_row *row) {
    const char letter[] = {row->letter, '\0'};
    sink_puts(out, ".TP\n");
    if (row->letter != 0)
        put_spelling(out, row, "\\-", letter, " ");
    if (row->letter != 0 && row->name != NULL)
        sink_puts(out, ", ");
    if (row->name != NULL)
        put_spelling(out, row, "\\-\\-", row->name, "=");
    sink_puts(out, "\n");
    put_sentence(out, row->help, row->argument, row_n_shown(row));
}

static void put_options(sink *out) {
    for (size_t i = 0; i < n_option_rows; i++) {
        const option_row *row = &option_rows[i];
        if (i == 0 || row->group != option_rows[i - 1].group) {
            const char *title = help_title(row->group);
            size_t n = strcspn(title, ";");
            sink_puts(out, ".SS ");
            put_literal(out, title, n);
            sink_puts(out, "\n");
            if (title[n] != '\0')
                put_sentence(out, title + n + 2, NULL, 0);
        }
        put_row(out, row);
    }
}

static void put_table(sink *out, summ_kind kind) {
    const summ_item *row;
    for (size_t i = 0; (row = list_row(kind, i)) != NULL; i++) {
        sink_puts(out, ".TP\n\\fB");
        put_literal(out, row->name, strlen(row->name));
        sink_puts(out, "\\fR\n");
        put_text(out, row->help, strlen(row->help), NULL, 0);
        sink_puts(out, "\n");
    }
}

static void put_algorithms(sink *out) {
    sink_puts(out, ".SS Of sentences\n");
    put_table(out, SUMM_ALGORITHMS);
    sink_puts(out, ".SS Of key phrases\n");
    put_table(out, SUMM_KEYWORD_ALGORITHMS);
}

static void put_languages(sink *out) {
    const summ_item *row;
    for (size_t i = 0; (row = list_row(SUMM_LANGUAGES, i)) != NULL; i++)
        SINK_PUTS(out, i > 0 ? ",\n" : "", row->help, " (", row->name, ")");
    sink_puts(out, ".\n");
}

static const struct {
    const char *title, *text;
    void (*print)(sink *out); /* what follows the text, or NULL */
} sections[] = {
#define SECTION(title, text, print) {title, text, print},
#include "manual.def"
#undef SECTION
};

static const char begin[] = ".\\\" Made by: summ --generate=man\n"
                            ".TH SUMM 1 ";

static const char names[] = "\" \"User Commands\"\n"
                            ".nh\n"
                            ".SH NAME\n"
                            "summ \\- extractive summaries and key phrases\n"
                            ".SH SYNOPSIS\n"
                            "\\fBsumm\\fR [\\fIOPTION\\fR]... [\\fIFILE\\fR]...\n";

void generate_man(sink *out) {
    SINK_PUTS(out, begin, date, " \"summ ", summ_version(), names);
    for (size_t i = 0; i < sizeof sections / sizeof sections[0]; i++) {
        SINK_PUTS(out, ".SH ", sections[i].title, "\n");
        put_section(out, sections[i].text);
        if (sections[i].print != NULL)
            sections[i].print(out);
    }
}
