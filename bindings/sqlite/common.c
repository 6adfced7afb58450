#include "common.h"

#include <stddef.h>
#include <stdint.h>
#include <string.h>

SQLITE_EXTENSION_INIT3

enum {
    ALIGN = _Alignof(max_align_t)
};

/* SQLite aligns to 8 bytes only. In the byte before a block stands how far behind SQLite's own it lies, 1 to ALIGN. */
static void *resize(void *context, void *block, size_t old_bytes, size_t new_bytes) {
    (void)context;
    size_t old_skip = block != NULL ? ((unsigned char *)block)[-1] : 0;
    unsigned char *base = block != NULL ? (unsigned char *)block - old_skip : NULL;
    if (new_bytes == 0) {
        sqlite3_free(base);
        return NULL;
    }
    unsigned char *made = sqlite3_realloc64(base, (sqlite3_uint64)new_bytes + ALIGN);
    if (made == NULL)
        return NULL;
    size_t skip = ALIGN - (uintptr_t)made % ALIGN;
    if (block != NULL && skip != old_skip)
        memmove(made + skip, made + old_skip, old_bytes < new_bytes ? old_bytes : new_bytes);
    made[skip - 1] = (unsigned char)skip;
    return made + skip;
}

void registration_free(void *user) {
    registration *of = user;
    summ_engine_free(of->engine);
    sqlite3_free(of);
}

registration *registration_new(const char *name, const table_kind *kind) {
    summ_engine_options options;
    summ_engine *engine;
    registration *made = sqlite3_malloc(sizeof *made);
    summ_engine_options_init(&options, sizeof options);
    options.allocator.resize = resize;
    if (made == NULL || summ_engine_new(&options, &engine) != SUMM_OK) {
        sqlite3_free(made);
        return NULL;
    }
    *made = (registration){name, kind, engine};
    return made;
}

summ_status read_text(const registration *of, sqlite3_value *text, sqlite3_value *language, summ_doc **doc) {
    summ_doc_options options;
    summ_doc_options_init(&options, sizeof options);
    bool is_blob = sqlite3_value_type(text) == SQLITE_BLOB;
    const char *bytes = is_blob ? sqlite3_value_blob(text) : (const char *)sqlite3_value_text(text);
    size_t n_bytes = (size_t)sqlite3_value_bytes(text);
    if (bytes == NULL && (n_bytes > 0 || !is_blob))
        return SUMM_ERR_MEMORY;
    if (!is_blob)
        options.encoding = "UTF-8";
    if (language != NULL && sqlite3_value_type(language) != SQLITE_NULL) {
        options.language = (const char *)sqlite3_value_text(language);
        if (options.language == NULL)
            return SUMM_ERR_MEMORY;
    }
    return summ_doc_new(of->engine, bytes, n_bytes, &options, doc);
}

char *message_of(const registration *of, summ_status status, sqlite3_value *language) {
    const char *what = summ_status_message(status);
    if (status == SUMM_ERR_LANGUAGE && language != NULL)
        return sqlite3_mprintf("%s: %s: %.40s", of->name, what, (const char *)sqlite3_value_text(language));
    return sqlite3_mprintf("%s: %s", of->name, what);
}
