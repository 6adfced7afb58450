#include "trim/wording.h"

#include "base/chars.h"
#include "text/fold.h"

#include <string.h>

enum {
    PHRASE_WORDS = 6
};

static const struct {
    sm_wording wording;
    const char *language; /* its code, or "" for all */
    const char *phrases;  /* each between two bars */
} LISTS[] = {
#define X(wording, language, phrases) {SM_WORDING_##wording, language, "|" phrases "|"},
#include "trim/trim.def"
#undef X
};

/* The list of the first subtag of the code. */
static bool is_list_of(size_t list, const sm_language *language, sm_wording wording) {
    const char *code = LISTS[list].language, *name = language->item.name;
    if (LISTS[list].wording != wording)
        return false;
    size_t n = strlen(code);
    return n == 0 || (strncmp(name, code, n) == 0 && (name[n] == '\0' || name[n] == '-'));
}

static size_t end_of_word(const char *text, size_t at, size_t end) {
    for (size_t n; at < end && sm_char_at(text, at, end, &n) != SM_CHAR_SPACE;)
        at += n;
    return at;
}

bool sm_written_next(const char *text, size_t at, size_t end, sm_written *word) {
    char folded[SM_WORD_MAX];
    size_t begin = sm_skip_spaces(text, at, end), n;
    *word = (sm_written){.begin = begin, .end = end_of_word(text, begin, end)};
    if (word->end == begin)
        return false;
    word->capital = sm_char_at(text, begin, end, &n) == SM_CHAR_UPPER;
    n = word->end - begin <= SM_WRITTEN_MAX ? sm_fold(text + begin, word->end - begin, false, folded) : 0;
    if (n <= SM_WRITTEN_MAX) {
        memcpy(word->folded, folded, n);
        word->n = n;
    }
    return true;
}

sm_written sm_written_before(const char *text, size_t begin, size_t at) {
    sm_written word;
    size_t n, end = sm_skip_spaces_back(text, begin, at), first = end;
    while (first > begin && end - first < SM_WRITTEN_MAX) {
        size_t before = sm_utf8_before(text, begin, first);
        if (sm_char_at(text, before, first, &n) == SM_CHAR_SPACE)
            break;
        first = before;
    }
    sm_written_next(text, first, end, &word);
    return word;
}

bool sm_written_is_dash(const sm_written *word) {
    static const char *const DASHES[] = {"-", "--", "\xE2\x80\x93", "\xE2\x80\x94"};
    for (size_t i = 0; i < sizeof DASHES / sizeof *DASHES; i++)
        if (strlen(DASHES[i]) == word->n && memcmp(DASHES[i], word->folded, word->n) == 0)
            return true;
    return false;
}

static bool has_phrase(const char *list, const char *phrase, size_t n) {
    for (const char *at = list; at[1] != '\0'; at = strchr(at + 1, '|'))
        if (at[1] == phrase[0] && strncmp(at + 1, phrase, n) == 0 && at[n + 1] == '|')
            return true;
    return false;
}

bool sm_wording_has(const sm_language *language, sm_wording wording, const char *phrase, size_t n) {
    for (size_t i = 0; n > 0 && i < sizeof LISTS / sizeof *LISTS; i++)
        if (is_list_of(i, language, wording) && has_phrase(LISTS[i].phrases, phrase, n))
            return true;
    return false;
}

bool sm_wording_has_written(const sm_language *language, sm_wording wording, const sm_written *word) {
    size_t n = word->n;
    if (n > 2 && memcmp(word->folded + n - 2, "'s", 2) == 0)
        n -= 2;
    return sm_wording_has(language, wording, word->folded, n);
}

/* The words that stand at some place, with one space behind each. */
typedef struct passage {
    char folded[PHRASE_WORDS * (SM_WRITTEN_MAX + 1)];
    size_t n;
    size_t end[PHRASE_WORDS]; /* of each word, in the text */
} passage;

static void read_passage(passage *p, const char *text, size_t at, size_t end) {
    sm_written word;
    p->n = 0;
    for (size_t i = 0; i < PHRASE_WORDS && sm_written_next(text, at, end, &word) && word.n > 0; i++) {
        memcpy(p->folded + p->n, word.folded, word.n);
        p->n += word.n;
        p->folded[p->n++] = ' ';
        p->end[i] = at = word.end;
    }
}

/* The words of the phrase of n bytes if the passage begins with them and goes on; else 0. */
static size_t match(const passage *p, const char *phrase, size_t n) {
    size_t words = 1;
    if (n + 1 >= p->n || memcmp(p->folded, phrase, n) != 0 || p->folded[n] != ' ')
        return 0;
    for (size_t i = 0; i < n; i++)
        words += phrase[i] == ' ';
    return words;
}

size_t sm_wording_end(const sm_language *language, sm_wording wording, const char *text, size_t at, size_t end) {
    passage p;
    size_t longest = at;
    read_passage(&p, text, at, end);
    for (size_t i = 0; i < sizeof LISTS / sizeof *LISTS; i++) {
        if (!is_list_of(i, language, wording))
            continue;
        for (const char *phrase = LISTS[i].phrases + 1, *bar; *phrase != '\0'; phrase = bar + 1) {
            bar = strchr(phrase, '|');
            size_t words = match(&p, phrase, (size_t)(bar - phrase));
            if (words > 0 && p.end[words - 1] > longest)
                longest = p.end[words - 1];
        }
    }
    return longest;
}
