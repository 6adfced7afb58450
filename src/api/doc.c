#include "api/handles.h"
#include "input/binary.h"
#include "input/charset.h"

#include <string.h>

static summ_status find_language(const char *name, const sm_language **language) {
    *language = NULL;
    if (name == NULL || strcmp(name, "auto") == 0)
        return SUMM_OK;
    *language = sm_language_find(name);
    return *language != NULL ? SUMM_OK : SUMM_ERR_LANGUAGE;
}

static summ_status decode(summ_doc *doc, const summ_part *part, const sm_reader *reader, const char *encoding,
                          bool borrow, sm_decoded *d) {
    char declared[SM_DECLARED_MAX];
    bool is_given = encoding != NULL && strcmp(encoding, "auto") != 0;
    const char *text = part->n_bytes > 0 ? part->text : "";
    uint32_t n_bytes = (uint32_t)part->n_bytes;
    /* Before a byte is read: no character set has more than four bytes for one of UTF-8. */
    if (n_bytes / 4 > doc->engine->max_memory)
        return SUMM_ERR_MEMORY;
    if (!is_given && sm_binary_kind(text, n_bytes) != NULL)
        return SUMM_ERR_BINARY;
    if (!is_given && reader->declared != NULL && reader->declared(text, n_bytes, declared))
        encoding = declared;
    summ_status status = sm_decode(text, n_bytes, encoding, &doc->memory.arena, d);
    if (status != SUMM_OK || d->is_new || borrow)
        return status;
    char *copy = sm_arena_get(&doc->memory.arena, d->n_bytes, 1);
    if (copy != NULL && d->n_bytes > 0)
        memcpy(copy, d->text, d->n_bytes);
    d->text = copy;
    return copy != NULL ? SUMM_OK : SUMM_ERR_MEMORY;
}

/* A part may have a format and a character set of its own. */
static summ_status read_part(summ_doc *doc, const summ_part *part, const summ_doc_options *options, sm_source *source) {
    sm_arena *arena = &doc->memory.arena;
    const sm_reader *reader =
        sm_reader_at(sm_item_find(SUMM_INPUTS, part->format != NULL ? part->format : options->format));
    const char *encoding = part->encoding != NULL ? part->encoding : options->encoding;
    *source = (sm_source){0};
    if (reader == NULL)
        return SUMM_ERR_NAME;
    if (doc->facts.format == NULL)
        doc->facts.format = reader->item.name;
    summ_status status = decode(doc, part, reader, encoding, options->borrow != 0, &source->decoded);
    if (status != SUMM_OK)
        return status;
    if (!sm_source_index_lines(source, arena))
        return SUMM_ERR_MEMORY;
    sm_read_fn *read = options->whole != 0 && reader->read_whole != NULL ? reader->read_whole : reader->read;
    return read(source->decoded.text, source->decoded.n_bytes, arena, &source->input);
}

static summ_status join(summ_doc *doc, sm_arena *scratch, sm_input *input) {
    sm_input *inputs = sm_arena_get(scratch, doc->n_sources, sizeof *inputs);
    if (inputs == NULL)
        return SUMM_ERR_MEMORY;
    for (size_t i = 0; i < doc->n_sources; i++)
        inputs[i] = doc->sources[i].input;
    return sm_input_join(inputs, doc->n_sources, &doc->memory.arena, input);
}

static summ_status join_sources(summ_doc *doc, sm_input *input) {
    sm_arena scratch;
    if (doc->n_sources == 1) {
        *input = doc->sources[0].input;
        return SUMM_OK;
    }
    sm_arena_init(&scratch, &doc->memory.alloc);
    summ_status status = join(doc, &scratch, input);
    sm_arena_release(&scratch);
    return status;
}

static summ_status build(summ_doc *doc, const summ_part *parts, size_t n_parts, const sm_language *language,
                         const summ_doc_options *options) {
    sm_input input;
    summ_status status = SUMM_OK;
    doc->n_sources = n_parts;
    doc->sources = sm_arena_get(&doc->memory.arena, n_parts, sizeof *doc->sources);
    if (doc->sources == NULL)
        return SUMM_ERR_MEMORY;
    for (size_t i = 0; status == SUMM_OK && i < n_parts; i++) {
        doc->facts.n_bytes += parts[i].n_bytes;
        status = read_part(doc, &parts[i], options, &doc->sources[i]);
    }
    if (status == SUMM_OK)
        status = join_sources(doc, &input);
    if (status != SUMM_OK)
        return status;
    const sm_watch watch = {options->progress, options->progress_context, doc->engine->max_sentences};
    status =
        sm_doc_analyse(&doc->doc, &input, language, &doc->engine->lists, options->title, &watch, &doc->memory.arena);
    if (status != SUMM_OK)
        return status;
    bool good = sm_doc_find_facts(doc, options->title, language != NULL, &doc->memory.arena);
    return good ? SUMM_OK : SUMM_ERR_MEMORY;
}

static summ_status check_parts(const summ_engine *engine, const summ_part *parts, size_t n) {
    size_t left = engine->max_bytes < UINT32_MAX ? engine->max_bytes : UINT32_MAX - 1;
    for (size_t i = 0; i < n; i++) {
        if (parts[i].text == NULL && parts[i].n_bytes > 0)
            return SUMM_ERR_ARGUMENT;
        if (parts[i].n_bytes > left)
            return SUMM_ERR_TOO_LARGE;
        left -= parts[i].n_bytes;
    }
    return n > 0 ? SUMM_OK : SUMM_ERR_ARGUMENT;
}

summ_status summ_doc_new_merged(const summ_engine *engine, const summ_part *parts, size_t n_parts,
                                const summ_doc_options *given, summ_doc **doc) {
    summ_doc_options options;
    const sm_language *language;
    summ_doc_options_init(&options, sizeof options);
    if (engine == NULL || doc == NULL || parts == NULL || !sm_options_read(&options, sizeof options, given))
        return SUMM_ERR_ARGUMENT;
    if (sm_reader_at(sm_item_find(SUMM_INPUTS, options.format)) == NULL)
        return SUMM_ERR_NAME;
    summ_status status = find_language(options.language, &language);
    if (status == SUMM_OK)
        status = check_parts(engine, parts, n_parts);
    if (status != SUMM_OK)
        return status;
    summ_doc *d = sm_handle_new(engine, sizeof *d);
    if (d == NULL)
        return SUMM_ERR_MEMORY;
    d->engine = engine;
    status = build(d, parts, n_parts, language, &options);
    if (status != SUMM_OK)
        summ_doc_free(d);
    else
        *doc = d;
    return status;
}

summ_status summ_doc_new(const summ_engine *engine, const char *text, size_t n_bytes, const summ_doc_options *options,
                         summ_doc **doc) {
    summ_part part = {.text = text, .n_bytes = n_bytes};
    return summ_doc_new_merged(engine, &part, 1, options, doc);
}

void summ_doc_free(summ_doc *doc) {
    sm_handle_free(doc, sizeof *doc);
}

int summ_has_encoding(const char *name) {
    return name != NULL && sm_charset_check(name) != SUMM_ERR_ENCODING;
}

const char *summ_binary_kind(const char *bytes, size_t n_bytes) {
    return sm_binary_kind(bytes, n_bytes);
}

const char *summ_language_code(const char *name) {
    const sm_language *language = name != NULL ? sm_language_find(name) : NULL;
    return language != NULL ? language->item.name : NULL;
}

char *sm_shown_copy(const char *text, size_t n, sm_arena *arena, sm_shown *shown) {
    *shown = sm_shown_measure(text, n);
    char *copy = sm_arena_get(arena, shown->bytes + 1, 1);
    if (copy != NULL) {
        sm_shown_write(text, n, copy);
        copy[shown->bytes] = '\0';
    }
    return copy;
}

char *sm_doc_shown(const summ_doc *doc, size_t begin, size_t end, sm_arena *arena, size_t *n_bytes) {
    sm_shown shown;
    char *copy = sm_shown_copy(doc->doc.input.text + begin, end - begin, arena, &shown);
    *n_bytes = shown.bytes;
    return copy;
}
