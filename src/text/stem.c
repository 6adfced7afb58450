#include "text/stem.h"

#include <libstemmer.h>

const char sm_stem_library[] = "libstemmer";

static struct sb_stemmer *snowball(sm_stemmer *stemmer) {
    return (struct sb_stemmer *)stemmer;
}

summ_status sm_stemmer_new(const sm_language *language, sm_stemmer **stemmer) {
    *stemmer = NULL;
    if (language->stemmer[0] == '\0')
        return SUMM_OK;
    *stemmer = (sm_stemmer *)sb_stemmer_new(language->stemmer, "UTF_8");
    return *stemmer != NULL ? SUMM_OK : SUMM_ERR_MEMORY;
}

void sm_stemmer_free(sm_stemmer *stemmer) {
    sb_stemmer_delete(snowball(stemmer));
}

const char *sm_stem(sm_stemmer *stemmer, const char *word, size_t n, size_t *stem_bytes) {
    const sb_symbol *stem = sb_stemmer_stem(snowball(stemmer), (const sb_symbol *)word, (int)n);
    if (stem != NULL)
        *stem_bytes = (size_t)sb_stemmer_length(snowball(stemmer));
    return (const char *)stem;
}
