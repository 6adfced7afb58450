#include "text/lists.h"

#include "base/chars.h"
#include "base/utf8.h"
#include "text/fold.h"

#include <string.h>

void sm_lists_init(sm_lists *lists, sm_arena *arena) {
    *lists = (sm_lists){.only_own_stopwords = false};
    for (int i = 0; i < SM_LISTS; i++)
        sm_registry_init(&lists->own[i], arena, 0);
}

static bool add_word(sm_registry *registry, const char *word, size_t n, sm_arena *arena) {
    char folded[SM_WORD_MAX];
    while (n > 0 && word[n - 1] == '.')
        n--;
    size_t length = n > 0 ? sm_fold(word, n, false, folded) : 0;
    if (length == 0)
        return true;
    char *copy = sm_arena_get(arena, length, 1);
    if (copy == NULL)
        return false;
    memcpy(copy, folded, length);
    return sm_registry_add(registry, copy, length) != SM_REGISTRY_NONE;
}

bool sm_lists_add(sm_lists *lists, sm_list list, const char *text, sm_arena *arena) {
    size_t n = strlen(text), begin = 0;
    lists->with_own |= 1u << list;
    for (size_t at = 0, length; at < n; at += length) {
        uint32_t code;
        length = sm_utf8_decode(text + at, n - at, &code);
        if (sm_char_of(code) != SM_CHAR_SPACE && code != ',')
            continue;
        if (!add_word(&lists->own[list], text + begin, at - begin, arena))
            return false;
        begin = at + length;
    }
    return add_word(&lists->own[list], text + begin, n - begin, arena);
}

unsigned sm_lists_of(const sm_lists *lists, const sm_language *language, const char *word, size_t n) {
    unsigned of = sm_lexicon_lists(language, word, n);
    if (lists == NULL)
        return of;
    if (lists->only_own_stopwords)
        of &= ~(1u << SM_LIST_STOPWORDS);
    for (unsigned list = 0; lists->with_own >> list != 0; list++)
        of |= (unsigned)(sm_registry_find(&lists->own[list], word, n) != SM_REGISTRY_NONE) << list;
    return of;
}

bool sm_lists_have(const sm_lists *lists, const sm_language *language, sm_list list, const char *word, size_t n) {
    return sm_lists_hold(sm_lists_of(lists, language, word, n), list);
}
