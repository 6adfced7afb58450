/* fish.c - completions for fish, which shows what stands behind a tab beside a value: --list prints such lines. */
#include "generate.h"
#include "row.h"

/* In apostrophes. */
static void put_quoted(sink *out, const char *text, size_t n) {
    sink_puts(out, "'");
    for (size_t i = 0; i < n; i++) {
        if (text[i] == '\'' || text[i] == '\\')
            sink_puts(out, "\\");
        sink_write(out, text + i, 1);
    }
    sink_puts(out, "'");
}

/* Commands in an argument of -a are run when the values are asked for. */
static void put_values(sink *out, const option_row *row) {
    row_value value = {0};
    if (!row_next_value(row, &value))
        return;
    const char *between = " -a '";
    do {
        SINK_PUTS(out, between, value.is_table ? "(summ --list=" : "");
        sink_write(out, value.text, value.n);
        sink_puts(out, value.is_table ? " 2>/dev/null)" : "");
        between = " ";
    } while (row_next_value(row, &value));
    sink_puts(out, "'");
}

static void put_row(sink *out, const option_row *row) {
    sink_puts(out, "complete -c summ");
    if (row->letter != 0)
        SINK_PUTS(out, " -s ", (const char[]){row->letter, '\0'});
    if (row->name != NULL)
        SINK_PUTS(out, " -l ", row->name);
    if (row_takes_file(row))
        sink_puts(out, " -r -F");
    else if (row->argument != NULL)
        sink_puts(out, " -x");
    put_values(out, row);
    sink_puts(out, " -d ");
    put_quoted(out, row->help, row_n_brief(row));
    sink_puts(out, "\n");
}

void generate_fish(sink *out) {
    sink_puts(out, "# Completions of summ for fish, made by: summ --generate=fish\n");
    for (size_t i = 0; i < n_option_rows; i++)
        put_row(out, &option_rows[i]);
}
