#include "text/lexicon.h"

#include "base/hash.h"

#include <string.h>

const sm_lexeme *sm_lexicon_find(const char *word, size_t n) {
    uint32_t slot = (uint32_t)sm_hash(0, word, n) & sm_lexicon_mask;
    for (; sm_lexicon_slots[slot] != 0; slot = (slot + 1) & sm_lexicon_mask) {
        const sm_lexeme *l = &sm_lexicon[sm_lexicon_slots[slot] - 1];
        if (l->n == n && memcmp(sm_lexicon_text + l->text, word, n) == 0)
            return l;
    }
    return NULL;
}

unsigned sm_lexicon_lists(const sm_language *language, const char *word, size_t n) {
    unsigned bit = sm_language_bit(language), lists = 0;
    const sm_lexeme *l = bit < SM_LANGUAGES_MAX ? sm_lexicon_find(word, n) : NULL;
    for (unsigned list = 0; l != NULL && l->lists >> list != 0; list++)
        lists |= (unsigned)(sm_lexeme_languages(l, (sm_list)list) >> bit & 1) << list;
    return lists;
}

bool sm_lexicon_has(const sm_language *language, sm_list list, const char *word, size_t n) {
    return sm_lists_hold(sm_lexicon_lists(language, word, n), list);
}
