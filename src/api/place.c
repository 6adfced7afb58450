/* From the text to the caller's bytes, and lines and columns. Line ends are LF, CR LF and CR. */
#include "api/handles.h"
#include "base/utf8.h"

enum {
    STRETCH = 256
}; /* bytes between two checkpoints */

/* Goes on to the next character; every byte that is no part of one counts as one. */
static void step(const sm_decoded *decoded, sm_checkpoint *place) {
    const char *text = decoded->text;
    uint32_t code, i = place->at, n = decoded->n_bytes;
    place->at += (uint32_t)sm_utf8_decode(text + i, n - i, &code);
    place->column++;
    if (code == '\n' || (code == '\r' && !(i + 1 < n && text[i + 1] == '\n'))) {
        place->line++;
        place->column = 1;
    }
}

/* Goes on by a character, or by as many up to `end` as are one byte each and end no line. */
static void pass(const sm_decoded *decoded, uint32_t end, sm_checkpoint *place) {
    uint32_t n = (uint32_t)sm_utf8_ascii_in_line(decoded->text + place->at, end - place->at);
    place->at += n;
    place->column += n;
    if (n == 0)
        step(decoded, place);
}

bool sm_source_index_lines(sm_source *source, sm_arena *arena) {
    const sm_decoded *d = &source->decoded;
    sm_checkpoint place = {1, 1, 0};
    source->checkpoints = sm_arena_get(arena, d->n_bytes / STRETCH + 1, sizeof *source->checkpoints);
    if (source->checkpoints == NULL)
        return false;
    for (uint32_t from = 0, k = 0; k <= d->n_bytes / STRETCH; k++, from += STRETCH) {
        uint32_t end = d->n_bytes - from < STRETCH ? d->n_bytes : from + STRETCH;
        source->checkpoints[k] = place;
        while (place.at < end)
            pass(d, end, &place);
    }
    return true;
}

static void find_place(const sm_source *source, size_t offset, size_t *line, size_t *column) {
    sm_checkpoint place = source->checkpoints[offset / STRETCH];
    while (place.at < offset)
        step(&source->decoded, &place);
    *line = place.line;
    *column = place.column;
}

/* The last byte of the text belongs to the source, and what follows it may not: markup is left out. */
summ_span sm_doc_span(const summ_doc *doc, uint32_t begin, uint32_t end) {
    size_t part = sm_input_part(&doc->doc.input, begin);
    uint32_t shift = sm_input_part_at(&doc->doc.input, part).text;
    const sm_source *source = &doc->sources[part];
    uint32_t from = (uint32_t)sm_input_source(&source->input, begin - shift);
    uint32_t to = (uint32_t)sm_input_source_end(&source->input, end - shift - 1);
    const sm_runs *runs = &source->decoded.runs;
    summ_span span = {.begin = sm_runs_source(runs, from), .end = sm_runs_source(runs, to), .source = part};
    find_place(source, from, &span.line, &span.column);
    return span;
}
