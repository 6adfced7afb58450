#include "text/language.h"

#include <stdbool.h>
#include <string.h>

enum {
#define X(code, name, stemmer, aliases, scripts, traits) +1
    N_LANGUAGES = 0
#include "text/languages.def"
#undef X
};

_Static_assert((int)N_LANGUAGES <= (int)SM_LANGUAGES_MAX, "the word lists have one bit for each language");

static const sm_language LANGUAGES[] = {
#define X(code, name, stemmer, aliases, scripts, traits) {{code, name}, stemmer, aliases, scripts, traits},
#include "text/languages.def"
#undef X
};

const sm_language sm_language_unknown = {{"und", "unknown"}, "", "", 0, SM_PLAIN_SPELLING};

const sm_language *sm_language_at(size_t index) {
    return index < N_LANGUAGES ? &LANGUAGES[index] : NULL;
}

unsigned sm_language_bit(const sm_language *language) {
    return language == &sm_language_unknown ? (unsigned)SM_LANGUAGES_MAX : (unsigned)(language - LANGUAGES);
}

static char lower(char c) {
    return (char)(c >= 'A' && c <= 'Z' ? c + 32 : c == '_' ? '-' : c);
}

static bool equal(const char *a, size_t n, const char *b, size_t m) {
    if (n != m)
        return false;
    for (size_t i = 0; i < n; i++)
        if (lower(a[i]) != lower(b[i]))
            return false;
    return true;
}

static bool among(const char *name, size_t n, const char *list) {
    while (*list != '\0') {
        size_t m = strcspn(list, " ");
        if (equal(name, n, list, m))
            return true;
        list += m + (list[m] == ' ');
    }
    return false;
}

static const sm_language *find(const char *name, size_t n) {
    for (size_t i = 0; i < N_LANGUAGES; i++) {
        const sm_language *l = &LANGUAGES[i];
        if (equal(name, n, l->item.name, strlen(l->item.name)) || equal(name, n, l->item.help, strlen(l->item.help)) ||
            among(name, n, l->aliases))
            return l;
    }
    return NULL;
}

const sm_language *sm_language_find(const char *name) {
    for (size_t n = strlen(name); n > 0;) {
        const sm_language *l = find(name, n);
        if (l != NULL)
            return l;
        do
            n--;
        while (n > 0 && lower(name[n]) != '-');
    }
    return NULL;
}

size_t sm_language_fold(const sm_language *language, const char *word, size_t n, char out[SM_WORD_MAX]) {
    return sm_fold(word, n, (language->traits & SM_DOTLESS_I) != 0, out);
}
