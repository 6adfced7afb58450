#include "api/handles.h"
#include "input/binary.h"
#include "input/charset.h"
#include "text/shown.h"

#include <string.h>

static const sm_reader *find_reader(const char *name) {
    for (size_t i = 0; sm_reader_at(i) != NULL; i++)
        if (name == NULL || strcmp(sm_reader_at(i)->item.name, name) == 0)
            return sm_reader_at(i);
    return NULL;
}

static summ_status find_language(const char *name, const sm_language **language) {
    *language = NULL;
    if (name == NULL || strcmp(name, "auto") == 0)
        return SUMM_OK;
    *language = sm_language_find(name);
    return *language != NULL ? SUMM_OK : SUMM_ERR_LANGUAGE;
}

static summ_status decode(summ_doc *doc, const char *text, uint32_t n_bytes, const char *encoding) {
    sm_decoded *d = &doc->decoded;
    bool is_given = encoding != NULL && strcmp(encoding, "auto") != 0;
    text = n_bytes > 0 ? text : "";
    /* Before a byte is read: no character set has more than four bytes for one of UTF-8. */
    if (n_bytes / 4 > doc->engine->max_memory)
        return SUMM_ERR_MEMORY;
    if (!is_given && sm_binary_kind(text, n_bytes) != NULL)
        return SUMM_ERR_BINARY;
    summ_status status = sm_decode(text, n_bytes, encoding, &doc->memory.arena, d);
    if (status != SUMM_OK || d->is_new)
        return status;
    char *copy = sm_arena_get(&doc->memory.arena, d->n_bytes, 1);
    if (copy != NULL && d->n_bytes > 0)
        memcpy(copy, d->text, d->n_bytes);
    d->text = copy;
    return copy != NULL ? SUMM_OK : SUMM_ERR_MEMORY;
}

static summ_status build(summ_doc *doc, const sm_reader *reader, const sm_language *language) {
    if (!sm_doc_index_lines(doc))
        return SUMM_ERR_MEMORY;
    return sm_doc_build(&doc->doc, reader, doc->decoded.text, doc->decoded.n_bytes, language, &doc->engine->lists,
                        &doc->memory.arena);
}

summ_status summ_doc_new(const summ_engine *engine, const char *text, size_t n_bytes, const summ_doc_options *given,
                         summ_doc **doc) {
    summ_doc_options options;
    const sm_language *language;
    summ_doc_options_init(&options, sizeof options);
    if (engine == NULL || doc == NULL || (text == NULL && n_bytes > 0) ||
        !sm_options_read(&options, sizeof options, given))
        return SUMM_ERR_ARGUMENT;
    const sm_reader *reader = find_reader(options.format);
    summ_status status = find_language(options.language, &language);
    if (reader == NULL || status != SUMM_OK)
        return reader == NULL ? SUMM_ERR_NAME : status;
    if (n_bytes > engine->max_bytes || n_bytes >= UINT32_MAX)
        return SUMM_ERR_TOO_LARGE;
    summ_doc *d = sm_handle_new(engine, sizeof *d);
    if (d == NULL)
        return SUMM_ERR_MEMORY;
    d->engine = engine;
    status = decode(d, text, (uint32_t)n_bytes, options.encoding);
    if (status == SUMM_OK)
        status = build(d, reader, language);
    if (status != SUMM_OK)
        summ_doc_free(d);
    else
        *doc = d;
    return status;
}

void summ_doc_free(summ_doc *doc) {
    sm_handle_free(doc, sizeof *doc);
}

const char *summ_doc_language(const summ_doc *doc) {
    return doc->doc.language->item.name;
}

const char *summ_doc_encoding(const summ_doc *doc) {
    return doc->decoded.encoding;
}

size_t summ_doc_bad_bytes(const summ_doc *doc) {
    return doc->decoded.n_bad;
}

int summ_has_encoding(const char *name) {
    return name != NULL && sm_charset_check(name) == SUMM_OK;
}

const char *summ_binary_kind(const char *bytes, size_t n_bytes) {
    return sm_binary_kind(bytes, n_bytes);
}

const char *summ_language_code(const char *name) {
    const sm_language *language = name != NULL ? sm_language_find(name) : NULL;
    return language != NULL ? language->item.name : NULL;
}

char *sm_doc_shown(const summ_doc *doc, size_t begin, size_t end, sm_arena *arena, size_t *n_bytes) {
    const char *text = doc->doc.input.text + begin;
    *n_bytes = sm_shown_measure(text, end - begin).bytes;
    char *shown = sm_arena_get(arena, *n_bytes + 1, 1);
    if (shown != NULL) {
        sm_shown_write(text, end - begin, shown);
        shown[*n_bytes] = '\0';
    }
    return shown;
}
