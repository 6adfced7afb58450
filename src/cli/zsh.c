/* zsh.c - completions for zsh: one specification of _arguments for each row. */
#include "generate.h"
#include "row.h"

static const char begin[] = "#compdef summ\n"
                            "# Completions of summ for zsh, made by: summ --generate=zsh\n"
                            "\n"
                            "# The names of a table with what it says of them, and further words.\n"
                            "_summ_names() {\n"
                            "    local -a rows\n"
                            "    rows=(\"${(@f)$(_call_program names summ --list=$1 2>/dev/null)}\")\n"
                            "    rows=(\"${(@)rows//:/\\\\:}\" \"${@:2}\")\n"
                            "    rows=(\"${(@)rows/$'\\t'/:}\")\n"
                            "    _describe -t names name rows\n"
                            "}\n"
                            "\n"
                            "_arguments -s -S \\\n";

static const char end[] = "    '*:file:_files'\n";

/* Within [...] inside of apostrophes. */
static void put_explanation(sink *out, const char *text, size_t n) {
    sink_puts(out, "[");
    for (size_t i = 0; i < n; i++) {
        if (text[i] == '\'')
            sink_puts(out, "'\\'");
        else if (text[i] == '[' || text[i] == ']' || text[i] == '\\' || text[i] == ':')
            sink_puts(out, "\\");
        sink_write(out, text + i, 1);
    }
    sink_puts(out, "]");
}

/* The words among the values, each with a space behind it. */
static void put_words(sink *out, const option_row *row) {
    for (row_value value = {0}; row_next_value(row, &value);) {
        if (value.is_table)
            continue;
        sink_write(out, value.text, value.n);
        sink_puts(out, " ");
    }
}

static bool find_table(const option_row *row, row_value *table) {
    *table = (row_value){0};
    while (row_next_value(row, table))
        if (table->is_table)
            return true;
    return false;
}

static void put_action(sink *out, const option_row *row) {
    row_value table, first = {0};
    if (find_table(row, &table)) {
        sink_puts(out, " _summ_names ");
        sink_write(out, table.text, table.n);
        sink_puts(out, " ");
        put_words(out, row);
    } else if (row_next_value(row, &first)) {
        sink_puts(out, "(");
        put_words(out, row);
        sink_puts(out, ")");
    } else {
        sink_puts(out, row_takes_file(row) ? "_files" : " ");
    }
}

/* Options with a value are offered again and again, as the last one counts or all of them do. */
static void put_spellings(sink *out, const option_row *row) {
    bool takes = row->argument != NULL;
    const char letter[] = {row->letter, '\0'};
    if (row->letter == 0)
        SINK_PUTS(out, takes ? "'*--" : "'--", row->name, takes ? "=" : "");
    else if (row->name == NULL)
        SINK_PUTS(out, takes ? "'*-" : "'-", letter, takes ? "+" : "");
    else if (takes)
        SINK_PUTS(out, "'*'{-", letter, "+,--", row->name, "=}'");
    else
        SINK_PUTS(out, "'(-", letter, " --", row->name, ")'{-", letter, ",--", row->name, "}'");
}

static void put_row(sink *out, const option_row *row) {
    sink_puts(out, "    ");
    put_spellings(out, row);
    put_explanation(out, row->help, row_n_brief(row));
    if (row->argument != NULL) {
        sink_puts(out, ":");
        sink_write(out, row->argument, row_n_shown(row));
        sink_puts(out, ":");
        put_action(out, row);
    }
    sink_puts(out, "' \\\n");
}

void generate_zsh(sink *out) {
    sink_puts(out, begin);
    for (size_t i = 0; i < n_option_rows; i++)
        put_row(out, &option_rows[i]);
    sink_puts(out, end);
}
