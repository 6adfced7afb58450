/* From the text to the caller's bytes, and lines and columns. Line ends are LF, CR LF and CR. */
#include "api/handles.h"
#include "base/utf8.h"

enum {
    STRETCH = 1024
}; /* bytes between two checkpoints */

/* Goes on to the next character; every byte that is no part of one counts as one. */
static void step(const summ_doc *doc, sm_checkpoint *place) {
    const char *text = doc->decoded.text;
    uint32_t code, i = place->at, n = doc->decoded.n_bytes;
    place->at += (uint32_t)sm_utf8_decode(text + i, n - i, &code);
    place->column++;
    if (code == '\n' || (code == '\r' && !(i + 1 < n && text[i + 1] == '\n'))) {
        place->line++;
        place->column = 1;
    }
}

bool sm_doc_index_lines(summ_doc *doc) {
    sm_checkpoint place = {1, 1, 0};
    uint32_t n = doc->decoded.n_bytes, next = 0;
    doc->checkpoints = sm_arena_get(&doc->memory.arena, n / STRETCH + 1, sizeof *doc->checkpoints);
    if (doc->checkpoints == NULL)
        return false;
    for (; place.at < n; step(doc, &place))
        if (place.at / STRETCH >= next)
            doc->checkpoints[next++] = place;
    if (next <= n / STRETCH)
        doc->checkpoints[next] = place;
    return true;
}

static void find_place(const summ_doc *doc, uint32_t begin, size_t *line, size_t *column) {
    size_t offset = sm_input_source(&doc->doc.input, begin);
    sm_checkpoint place = doc->checkpoints[offset / STRETCH];
    while (place.at < offset)
        step(doc, &place);
    *line = place.line;
    *column = place.column;
}

/* The last byte of the text belongs to the source, and what follows it may not: markup is left out. */
summ_span sm_doc_span(const summ_doc *doc, uint32_t begin, uint32_t end) {
    const sm_input *input = &doc->doc.input;
    uint32_t from = (uint32_t)sm_input_source(input, begin), to = (uint32_t)sm_input_source(input, end - 1) + 1;
    summ_span span = {.begin = sm_runs_source(&doc->decoded.runs, from), .end = sm_runs_source(&doc->decoded.runs, to)};
    find_place(doc, begin, &span.line, &span.column);
    return span;
}
