/* refuse.c - messages about options that are wrong. */
#include "refuse.h"

#include "list.h"
#include "message.h"
#include "row.h"
#include "suggest.h"
#include <stdarg.h>
#include <stdio.h>
#include <string.h>

enum {
    NAME_ROOM = 64,
    LIST_ROOM = 1024
};

void refuse(const choices *in, size_t line, const char *format, ...) {
    char reason[MESSAGE_ROOM];
    va_list arguments;
    va_start(arguments, format);
    vsnprintf(reason, sizeof reason, format, arguments);
    va_end(arguments);
    if (in->source == NULL)
        complain("%s", reason);
    else if (line == 0)
        complain(MESSAGE_NAME ": %s", in->source, reason);
    else
        complain(MESSAGE_NAME ":%zu: %s", in->source, line, reason);
}

/* As it was given, but for abbreviations. */
static const char *spell(const choice *one, char out[NAME_ROOM]) {
    if (one->by_letter)
        snprintf(out, NAME_ROOM, "-%c", one->row->letter);
    else
        snprintf(out, NAME_ROOM, "--%s", one->row->name);
    return out;
}

/* "-words", "-words=5" and "-5" are what other programs take. Whether there is such a remedy. */
static bool remedy_dash(const char *word, char *out, size_t room) {
    if (word[0] != '-' || word[1] == '-' || word[1] == '\0')
        return false;
    size_t n_name = strcspn(word + 1, "="), n_digits = strspn(word + 1, "0123456789");
    const option_row *row = row_named(word + 1, n_name);
    if (row != NULL)
        snprintf(out, room, "--%s", row->name);
    else if (word[1 + n_digits] == '\0')
        snprintf(out, room, "-n %s", word + 1);
    return row != NULL || word[1 + n_digits] == '\0';
}

static bool remedy_letter(int letter, char *out, size_t room) {
    int other = letter ^ ('a' ^ 'A'); /* the other case, in ASCII */
    bool is_letter = (letter >= 'A' && letter <= 'Z') || (letter >= 'a' && letter <= 'z');
    if (!is_letter || row_lettered(other) == NULL)
        return false;
    snprintf(out, room, "-%c", other);
    return true;
}

static bool remedy_name(const char *name, char *out, size_t room) {
    suggestion nearest = suggest_for(name, strcspn(name, "="));
    for (size_t i = 0; i < n_option_rows; i++)
        if (option_rows[i].name != NULL)
            suggest_offer(&nearest, option_rows[i].name, strlen(option_rows[i].name));
    if (nearest.name != NULL)
        snprintf(out, room, "--%.*s", (int)nearest.n_name, nearest.name);
    return nearest.name != NULL;
}

void refuse_option(const choices *in, const char *word, int letter, size_t line) {
    char meant[NAME_ROOM], unknown[] = {'-', (char)(letter > ' ' && letter <= '~' ? letter : '?'), '\0'};
    const char *shown = letter != 0 ? unknown : word;
    bool found = letter == 0 ? remedy_name(word + 2, meant, sizeof meant)
                             : remedy_dash(word, meant, sizeof meant) || remedy_letter(letter, meant, sizeof meant);
    int n_shown = (int)strcspn(shown, "=");
    if (found)
        refuse(in, line, "unknown option '%.*s'; did you mean '%s'?", n_shown, shown, meant);
    else
        refuse(in, line, "unknown option '%.*s'; 'summ --help' names all", n_shown, shown);
}

void refuse_ambiguous(const choices *in, const char *word, size_t line) {
    char all[LIST_ROOM] = "";
    size_t n_typed = strcspn(word + 2, "="), used = 0;
    for (size_t i = 0; i < n_option_rows && used + NAME_ROOM < sizeof all; i++)
        if (option_rows[i].name != NULL && strncmp(option_rows[i].name, word + 2, n_typed) == 0)
            used += (size_t)snprintf(all + used, NAME_ROOM, "%s--%s", used > 0 ? ", " : "", option_rows[i].name);
    refuse(in, line, "'--%.*s' begins several options: %s", (int)n_typed, word + 2, all);
}

void refuse_missing(const choices *in, const choice *one) {
    char name[NAME_ROOM];
    spell(one, name);
    refuse(in, one->line, "%s needs a value, as in '%s%s%.*s'; see 'summ --help'", name, name,
           one->by_letter ? " " : "=", (int)row_n_shown(one->row), one->row->argument);
}

void refuse_value(const choices *in, const choice *one) {
    char name[NAME_ROOM];
    refuse(in, one->line, "%s takes no value; see 'summ --help'", spell(one, name));
}

/* All names of a table; of languages those that people say, too. */
static void offer_table(suggestion *to, summ_kind kind) {
    const summ_item *row;
    for (size_t i = 0; (row = list_row(kind, i)) != NULL; i++) {
        suggest_offer(to, row->name, strlen(row->name));
        if (kind == SUMM_LANGUAGES)
            suggest_offer(to, row->help, strlen(row->help));
    }
}

/* Offers all values that are known. Returns the table among them, with its kind; one without text: there is none. */
static row_value offer_values(suggestion *to, const option_row *row, summ_kind *kind) {
    row_value value = {0}, table = {0};
    while (row_next_value(row, &value)) {
        if (!value.is_table) {
            suggest_offer(to, value.text, value.n);
        } else if (list_kind(value.text, value.n, kind)) {
            table = value;
            offer_table(to, *kind);
        }
    }
    return table;
}

void refuse_wrong(const choices *in, const choice *one, const char *takes) {
    char name[NAME_ROOM], option[NAME_ROOM], meant[2 * NAME_ROOM] = "";
    summ_kind kind = SUMM_ALGORITHMS;
    suggestion nearest = suggest_for(one->value, strlen(one->value));
    row_value table = offer_values(&nearest, one->row, &kind);
    bool is_name = one->by_letter && remedy_dash(one->word, option, sizeof option);
    if (is_name)
        snprintf(meant, sizeof meant, "; did you mean '%s'?", option);
    else if (nearest.name != NULL)
        snprintf(meant, sizeof meant, "; did you mean '%.*s'?", (int)nearest.n_name, nearest.name);
    if (is_name || table.text == NULL)
        refuse(in, one->line, "%s takes %s, not '%s'%s", spell(one, name), takes, one->value, meant);
    else if (meant[0] == '\0')
        refuse(in, one->line, "no %s '%s'; --list=%.*s names all", list_noun(kind), one->value, (int)table.n,
               table.text);
    else
        refuse(in, one->line, "no %s '%s'%s (--list=%.*s names all)", list_noun(kind), one->value, meant, (int)table.n,
               table.text);
}
