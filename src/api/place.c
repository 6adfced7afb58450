/* Lines and columns of byte offsets. Line ends are LF, CR LF and CR. */
#include "api/handles.h"
#include "base/utf8.h"

enum {
    STRETCH = 1024
}; /* bytes between two checkpoints */

/* Is the byte at i the last of a line end? */
static bool ends_line(const char *source, size_t n, size_t i) {
    return source[i] == '\n' || (source[i] == '\r' && !(i + 1 < n && source[i + 1] == '\n'));
}

/* Every byte that does not continue a character begins one. */
static void step(const summ_doc *doc, size_t i, sm_checkpoint *place) {
    if (ends_line(doc->source, doc->n_bytes, i)) {
        place->line++;
        place->column = 1;
    } else if (i + 1 < doc->n_bytes && ((unsigned char)doc->source[i + 1] & 0xC0) != 0x80) {
        place->column++;
    }
}

bool sm_doc_index_lines(summ_doc *doc) {
    sm_checkpoint place = {1, 1};
    doc->checkpoints = sm_arena_get(&doc->memory.arena, doc->n_bytes / STRETCH + 1, sizeof *doc->checkpoints);
    if (doc->checkpoints == NULL)
        return false;
    for (size_t i = 0; i < doc->n_bytes; i++) {
        if (i % STRETCH == 0)
            doc->checkpoints[i / STRETCH] = place;
        step(doc, i, &place);
    }
    return true;
}

void sm_doc_place(const summ_doc *doc, size_t offset, size_t *line, size_t *column) {
    sm_checkpoint place = doc->checkpoints[offset / STRETCH];
    for (size_t i = offset / STRETCH * STRETCH; i < offset; i++)
        step(doc, i, &place);
    *line = place.line;
    *column = place.column;
}
