#include "api/handles.h"
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

static summ_status build(summ_doc *doc, const sm_reader *reader, const sm_language *language, const char *text) {
    char *copy = sm_arena_get(&doc->memory.arena, doc->n_bytes, 1);
    if (copy == NULL)
        return SUMM_ERR_MEMORY;
    if (doc->n_bytes > 0)
        memcpy(copy, text, doc->n_bytes);
    doc->source = copy;
    if (!sm_doc_index_lines(doc))
        return SUMM_ERR_MEMORY;
    return sm_doc_build(&doc->doc, reader, copy, doc->n_bytes, language, &doc->memory.arena);
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
    d->n_bytes = (uint32_t)n_bytes;
    status = build(d, reader, language, text);
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
