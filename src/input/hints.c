#include "input/hints.h"

#include "base/ascii.h"

#include <stdbool.h>
#include <stddef.h>
#include <string.h>

enum {
    MAX_WORD = 32,
    MAX_VALUE = 1024
}; /* longer values tell no more */

typedef struct word_row {
    const char *word;
    size_t n;
    uint32_t hint;
} word_row;

static const word_row WORDS[] = {
#define GROUP(NAME, bit)
#define X(word, NAME) {#word, sizeof #word - 1, SM_HINT_##NAME},
#include "input/hints.def"
#undef GROUP
#undef X
};

/* A row with two open ends, "*sidebar*". */
static bool is_within(const word_row *row, const char *word, size_t n) {
    for (size_t i = 0; i + row->n - 2 <= n; i++)
        if (memcmp(word + i, row->word + 1, row->n - 2) == 0)
            return true;
    return false;
}

static bool matches(const word_row *row, const char *word, size_t n) {
    if (row->word[0] == '*')
        return is_within(row, word, n);
    bool open = row->word[row->n - 1] == '*';
    size_t n_row = row->n - open;
    return (open ? n >= n_row : n == n_row) && memcmp(row->word, word, n_row) == 0;
}

static uint32_t hints_of_word(const char *word, size_t n) {
    uint32_t hints = 0;
    for (size_t i = 0; i < sizeof WORDS / sizeof *WORDS; i++)
        if ((WORDS[i].word[0] == word[0] || WORDS[i].word[0] == '*') && matches(&WORDS[i], word, n))
            hints |= WORDS[i].hint;
    return hints;
}

static bool is_upper(char c) {
    return c >= 'A' && c <= 'Z';
}

/* One word of a class or id, in small letters. Returns where it ends. */
static const char *read_word(const char *at, char word[MAX_WORD], size_t *n) {
    char last = ' ';
    *n = 0;
    for (; sm_ascii_is_letter(*at) && !(is_upper(*at) && sm_ascii_is_letter(last) && !is_upper(last)); at++) {
        if (*n < MAX_WORD)
            word[(*n)++] = sm_ascii_small(*at);
        last = *at;
    }
    return at;
}

static uint32_t hints_of_words(const char *value) {
    char word[MAX_WORD];
    uint32_t hints = 0;
    size_t n;
    for (const char *at = value; *at != '\0' && at - value < MAX_VALUE;) {
        at = read_word(at, word, &n);
        hints |= n > 0 ? hints_of_word(word, n) : 0;
        at += n == 0;
    }
    if ((hints & SM_HINT_THING) != 0 && (hints & SM_HINT_CONTENT) != 0)
        hints |= SM_HINT_BODY;
    return hints;
}

/* "display: none", however it is spaced. */
static bool hides(const char *style) {
    char packed[MAX_VALUE];
    size_t n = 0;
    for (; *style != '\0' && n < sizeof packed - 1; style++)
        if (*style != ' ')
            packed[n++] = sm_ascii_small(*style);
    packed[n] = '\0';
    return strstr(packed, "display:none") != NULL || strstr(packed, "visibility:hidden") != NULL;
}

/* Is the word one of those in the value? */
static bool has_word(const char *value, const char *word) {
    size_t n = strlen(word);
    for (const char *at = value; (at = strstr(at, word)) != NULL; at += n)
        if ((at == value || at[-1] == ' ') && (at[n] == '\0' || at[n] == ' '))
            return true;
    return false;
}

uint32_t sm_hints_of(const char *name, const char *value) {
    bool relation = strcmp(name, "rel") == 0;
    uint32_t named = relation || strcmp(name, "itemprop") == 0 ? has_word(value, "author") * (uint32_t)SM_HINT_NAME : 0;
    if (relation)
        return named;
    if (strcmp(name, "class") == 0 || strcmp(name, "id") == 0 || strcmp(name, "itemprop") == 0 ||
        strcmp(name, "role") == 0)
        return (hints_of_words(value) & ~(uint32_t)SM_HINT_CONTACT) | named;
    if (strcmp(name, "href") == 0)
        return hints_of_words(value) & SM_HINT_CONTACT;
    if (strcmp(name, "aria-hidden") == 0)
        return strcmp(value, "true") == 0 ? SM_HINT_WIDGET : 0;
    bool hidden = strcmp(name, "hidden") == 0 || (strcmp(name, "style") == 0 && hides(value));
    return hidden ? SM_HINT_HIDDEN : 0;
}
