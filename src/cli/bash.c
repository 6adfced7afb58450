/* bash.c - completions for bash: one function, with a case for each row whose value is known.
 *
 * Names of files are left to the shell's own completion (-o default), which knows how to quote them.
 */
#include "generate.h"
#include "row.h"

/* Finds the option whose value is asked for. Bash parts --name=value into three words, unless it was told not to. */
static const char begin[] =
    "# Completions of summ for bash, made by: summ --generate=bash\n"
    "\n"
    "_summ() {\n"
    "    local word=${COMP_WORDS[COMP_CWORD]} last=${COMP_WORDS[COMP_CWORD - 1]} option='' before='' values='' i\n"
    "    COMPREPLY=()\n"
    "    for ((i = 1; i < COMP_CWORD; i++)); do\n"
    "        [[ ${COMP_WORDS[i]} == -- ]] && return # files alone follow\n"
    "    done\n"
    "    if [[ $word == = ]]; then\n"
    "        option=$last word=''\n"
    "    elif [[ $last == = ]]; then\n"
    "        option=${COMP_WORDS[COMP_CWORD - 2]}\n"
    "    elif [[ $word == --*=* ]]; then\n"
    "        option=${word%%=*} before=$option= word=${word#*=}\n"
    "    elif [[ $last == --* ]]; then\n"
    "        option=$last\n"
    "    elif [[ $last =~ ^-";

static const char cases[] = "$ ]]; then\n"
                            "        option=-${last: -1}\n"
                            "    fi\n"
                            "    case $option in\n";

/* The last case is that of all options that take no value. */
static const char names[] = "    *)\n"
                            "        [[ $word == -* ]] || return\n"
                            "        values='";

static const char end[] = "'\n"
                          "        ;;\n"
                          "    esac\n"
                          "    compopt +o default 2>/dev/null\n"
                          "    while IFS= read -r i; do\n"
                          "        COMPREPLY+=(\"$before$i\")\n"
                          "    done < <(compgen -W \"$values\" -- \"$word\")\n"
                          "    [[ ${#COMPREPLY[@]} == 1 && ${COMPREPLY[0]} == *= ]] && compopt -o nospace 2>/dev/null\n"
                          "    return 0\n"
                          "}\n"
                          "\n"
                          "complete -o default -F _summ summ\n";

/* The letters of options with a value, or without. */
static void put_letters(sink *out, bool with_value) {
    sink_puts(out, "[");
    for (size_t i = 0; i < n_option_rows; i++)
        if (option_rows[i].letter != 0 && (option_rows[i].argument != NULL) == with_value)
            sink_puts(out, (const char[]){option_rows[i].letter, '\0'});
    sink_puts(out, "]");
}

static void put_pattern(sink *out, const option_row *row) {
    const char letter[] = {row->letter, '\0'};
    SINK_PUTS(out, "    ", row->letter != 0 ? "-" : "", letter);
    if (row->name != NULL)
        SINK_PUTS(out, row->letter != 0 ? " | --" : "--", row->name);
    sink_puts(out, ")");
}

static void put_values(sink *out, const option_row *row) {
    row_value value = {0};
    if (!row_next_value(row, &value))
        return;
    const char *between = " values=\"";
    do {
        SINK_PUTS(out, between, value.is_table ? "$(\"$1\" --list=" : "");
        sink_write(out, value.text, value.n);
        sink_puts(out, value.is_table ? " 2>/dev/null | cut -f 1)" : "");
        between = " ";
    } while (row_next_value(row, &value));
    sink_puts(out, "\"");
}

static void put_row(sink *out, const option_row *row) {
    put_pattern(out, row);
    put_values(out, row);
    sink_puts(out, row_takes_file(row) ? " return ;;\n" : " ;;\n");
}

void generate_bash(sink *out) {
    sink_puts(out, begin);
    put_letters(out, false);
    sink_puts(out, "*");
    put_letters(out, true);
    sink_puts(out, cases);
    for (size_t i = 0; i < n_option_rows; i++)
        if (option_rows[i].argument != NULL)
            put_row(out, &option_rows[i]);
    sink_puts(out, names);
    for (size_t i = 0; i < n_option_rows; i++)
        if (option_rows[i].name != NULL)
            SINK_PUTS(out, i > 0 ? " --" : "--", option_rows[i].name, option_rows[i].argument != NULL ? "=" : "");
    sink_puts(out, end);
}
