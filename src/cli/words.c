/* words.c - a line parted into words. */
#include "words.h"

#include <string.h>

static bool is_blank(char c) {
    return c == ' ' || c == '\t' || c == '\n';
}

/* A word is never longer than what it is written as, so that it can take its place. */
typedef struct cursor {
    const char *from;
    char *to;
} cursor;

/* Copies what stands between quotes; `from` is behind the first. */
static bool copy_quoted(cursor *at, char quote) {
    for (; *at->from != '\0' && *at->from != quote; at->from++) {
        if (quote == '"' && *at->from == '\\' && (at->from[1] == '"' || at->from[1] == '\\'))
            at->from++;
        *at->to++ = *at->from;
    }
    return *at->from++ == quote;
}

static bool copy_word(cursor *at) {
    while (*at->from != '\0' && !is_blank(*at->from)) {
        char c = *at->from++;
        if (c == '"' || c == '\'') {
            if (!copy_quoted(at, c))
                return false;
            continue;
        }
        if (c == '\\' && (c = *at->from++) == '\0')
            return false;
        *at->to++ = c;
    }
    return true;
}

bool words_split(char *line, char **words, size_t *n_words) {
    cursor at = {.from = line};
    *n_words = 0;
    for (;;) {
        while (is_blank(*at.from))
            at.from++;
        if (*at.from == '\0')
            return true;
        char *word = line + (at.from - line);
        at.to = word;
        if (!copy_word(&at))
            return false;
        bool ended = *at.from == '\0';
        *at.to = '\0';
        words[(*n_words)++] = word;
        if (ended)
            return true;
        at.from++;
    }
}
