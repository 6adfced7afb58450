#include "keyscore.h"

#include "base/utf8.h"
#include "tokens.h"

#include <stdlib.h>
#include <string.h>
#include <utf8proc.h>

struct sb_stemmer *keyscore_stemmer(const char *language) {
    static const char *const NAMES[][2] = {
        {"en", "porter"}, {"pt", "portuguese"}, {"fr", "french"}, {"es", "spanish"}, {"ru", "russian"}};
    for (size_t i = 0; i < sizeof NAMES / sizeof *NAMES; i++)
        if (strcmp(language, NAMES[i][0]) == 0)
            return sb_stemmer_new(NAMES[i][1], "UTF_8");
    return NULL;
}

static bool is_apostrophe(uint32_t code) {
    return code == 0x2019 || code == '\'' || code == '`' || code == 0xB4;
}

static bool goes_on(const char *low, size_t at, size_t n) {
    size_t begin = at, end = at;
    return at < n && (low[at] == '_' || (tokens_next(low, n, TOKENS_PLAIN, &begin, &end) && begin == at));
}

/* Takes out every 's before the end of a word; returns the length left. */
static size_t drop_possessives(char *low, size_t n) {
    size_t out = 0;
    for (size_t at = 0, n_char; at < n; at += n_char) {
        uint32_t code;
        n_char = sm_utf8_decode(low + at, n - at, &code);
        if (is_apostrophe(code) && at + n_char < n && low[at + n_char] == 's' && !goes_on(low, at + n_char + 1, n)) {
            n_char++;
            continue;
        }
        memmove(low + out, low + at, n_char);
        out += n_char;
    }
    return out;
}

/* The stems, a line feed behind each: the same text for the same stems. */
static char *join_stems(const char *low, size_t n, struct sb_stemmer *stemmer, sm_arena *arena) {
    char *joined = sm_arena_get(arena, 3 * n + 2, 1); /* a stem may be a letter longer than its word */
    size_t n_joined = 0;
    for (size_t begin = 0, end = 0; joined != NULL && tokens_next(low, n, TOKENS_PLAIN, &begin, &end);) {
        const void *stem = low + begin;
        size_t n_stem = end - begin;
        if (stemmer != NULL) {
            stem = sb_stemmer_stem(stemmer, stem, (int)n_stem);
            n_stem = (size_t)sb_stemmer_length(stemmer);
        }
        if (stem == NULL)
            return NULL;
        memcpy(joined + n_joined, stem, n_stem);
        n_joined += n_stem;
        joined[n_joined++] = '\n';
    }
    if (joined != NULL)
        joined[n_joined] = '\0';
    return joined;
}

static char *normal_of(const char *phrase, size_t n, struct sb_stemmer *stemmer, sm_arena *arena) {
    utf8proc_uint8_t *composed;
    utf8proc_ssize_t n_composed = utf8proc_map((const utf8proc_uint8_t *)phrase, (utf8proc_ssize_t)n, &composed,
                                               UTF8PROC_STABLE | UTF8PROC_COMPOSE);
    if (n_composed < 0)
        return NULL;
    char *low = sm_arena_get(arena, TOKENS_ROOM((size_t)n_composed), 1), *joined = NULL;
    if (low != NULL) {
        size_t n_low = tokens_lower((const char *)composed, (size_t)n_composed, low);
        joined = join_stems(low, drop_possessives(low, n_low), stemmer, arena);
    }
    free(composed);
    return joined;
}

static bool has(const keyscore_list *list, const char *normal) {
    for (size_t i = 0; i < list->phrases.n; i++)
        if (strcmp(list->phrases.at[i], normal) == 0)
            return true;
    return false;
}

bool keyscore_add(keyscore_list *list, const char *phrase, size_t n, struct sb_stemmer *stemmer, sm_arena *arena) {
    const char *normal = normal_of(phrase, n, stemmer, arena);
    if (normal == NULL)
        return false;
    return normal[0] == '\0' || has(list, normal) || sm_vec_push(&list->phrases, normal, arena);
}

double keyscore_f1(const keyscore_list *gold, const keyscore_list *found, size_t top) {
    size_t n = found->phrases.n < top ? found->phrases.n : top, hits = 0;
    for (size_t i = 0; i < n; i++)
        hits += has(gold, found->phrases.at[i]);
    return 200 * (double)hits / (double)(n + gold->phrases.n);
}
