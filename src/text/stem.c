#include "text/stem.h"

#include "base/utf8.h"
#include "text/endings.h"

#include <libstemmer.h>
#include <string.h>

enum {
    STEM_LETTERS = 5
}; /* of languages with long endings: in Turkish the first five letters find as much as dictionaries (Can et al.
    * 2008) */

const char sm_stem_library[] = "libstemmer";

static bool has_own_endings(const sm_language *language) {
    return strcmp(language->stemmer, SM_OWN_ENDINGS) == 0;
}

summ_status sm_stemmer_init(sm_stemmer *stemmer, const sm_language *language) {
    *stemmer = (sm_stemmer){language, NULL};
    if (language->stemmer[0] == '\0' || has_own_endings(language))
        return SUMM_OK;
    stemmer->snowball = sb_stemmer_new(language->stemmer, "UTF_8");
    return stemmer->snowball != NULL ? SUMM_OK : SUMM_ERR_MEMORY;
}

void sm_stemmer_free(sm_stemmer *stemmer) {
    sb_stemmer_delete(stemmer->snowball);
    stemmer->snowball = NULL;
}

/* The bytes of the first STEM_LETTERS characters. */
static size_t first_letters(const char *word, size_t n) {
    size_t at = 0;
    for (size_t letters = 0; at < n && letters < STEM_LETTERS; letters++) {
        uint32_t code;
        at += sm_utf8_decode(word + at, n - at, &code);
    }
    return at;
}

static const char *stem_by_snowball(const sm_stemmer *stemmer, const char *word, size_t n, size_t *stem_bytes) {
    const sb_symbol *stem = sb_stemmer_stem(stemmer->snowball, (const sb_symbol *)word, (int)n);
    if (stem == NULL)
        return NULL;
    *stem_bytes = (size_t)sb_stemmer_length(stemmer->snowball);
    if ((stemmer->language->traits & SM_LONG_ENDINGS) != 0)
        *stem_bytes = first_letters((const char *)stem, *stem_bytes);
    return (const char *)stem;
}

const char *sm_stem(sm_stemmer *stemmer, const char *word, size_t n, size_t *stem_bytes) {
    if (stemmer->snowball != NULL)
        return stem_by_snowball(stemmer, word, n, stem_bytes);
    *stem_bytes = has_own_endings(stemmer->language) ? sm_without_ending(stemmer->language, word, n) : n;
    return word;
}
