#include "api/trimmed.h"

#include "text/shown.h"
#include "text/trim.h"

#include <string.h>

static uint32_t longest_sentence(const sm_doc *doc) {
    uint32_t longest = 0;
    for (size_t i = 0; i < doc->sentences.n; i++) {
        uint32_t n = doc->sentences.at[i].end - doc->sentences.at[i].begin;
        longest = n > longest ? n : longest;
    }
    return longest;
}

static void measure(const sm_doc *doc, sm_sentence *s, char *buffer) {
    sm_trimmed t = sm_trim(doc->input.text, s->begin, s->end, doc->language);
    if (!sm_trimmed_is_cut(&t, s->begin, s->end))
        return;
    sm_shown shown = sm_shown_measure(buffer, sm_trim_join(doc->input.text, &t, buffer));
    s->n_words = (uint32_t)shown.words;
    s->n_chars = (uint32_t)shown.chars;
}

bool sm_trimmed_measure(const sm_doc *doc, sm_arena *arena, sm_doc *trimmed) {
    char *buffer = sm_arena_get(arena, longest_sentence(doc), 1);
    *trimmed = *doc;
    trimmed->sentences.at = sm_arena_get(arena, doc->sentences.n, sizeof *trimmed->sentences.at);
    if (buffer == NULL || trimmed->sentences.at == NULL)
        return false;
    for (size_t i = 0; i < doc->sentences.n; i++) {
        trimmed->sentences.at[i] = doc->sentences.at[i];
        if (doc->sentences.at[i].candidate)
            measure(doc, &trimmed->sentences.at[i], buffer);
    }
    return true;
}

static bool show(const char *text, size_t n, sm_arena *arena, summ_sentence *out) {
    sm_shown shown = sm_shown_measure(text, n);
    char *copy = sm_arena_get(arena, shown.bytes + 1, 1);
    if (copy == NULL)
        return false;
    sm_shown_write(text, n, copy);
    copy[shown.bytes] = '\0';
    out->text = copy;
    out->n_bytes = shown.bytes;
    out->n_words = shown.words;
    out->n_chars = shown.chars;
    return true;
}

static bool show_joined(const char *text, const sm_trimmed *t, size_t room, sm_arena *arena, summ_sentence *out) {
    char *joined = sm_arena_get(arena, room, 1);
    return joined != NULL && show(joined, sm_trim_join(text, t, joined), arena, out);
}

static bool add_pieces(const summ_doc *doc, const sm_trimmed *t, sm_arena *arena, summ_sentence *out) {
    summ_span *pieces = sm_arena_get(arena, t->n, sizeof *pieces);
    for (size_t i = 0; pieces != NULL && i < t->n; i++)
        pieces[i] = sm_doc_span(doc, (uint32_t)t->pieces[i].begin, (uint32_t)t->pieces[i].end);
    out->pieces = pieces;
    out->n_pieces = t->n;
    return pieces != NULL;
}

bool sm_trimmed_show(const summ_doc *doc, const sm_sentence *s, bool trim, sm_arena *arena, summ_sentence *out) {
    const char *text = doc->doc.input.text;
    sm_trimmed t = {.pieces = {{s->begin, s->end}}, .n = 1};
    if (trim)
        t = sm_trim(text, s->begin, s->end, doc->doc.language);
    bool shown = sm_trimmed_is_cut(&t, s->begin, s->end) ? show_joined(text, &t, s->end - s->begin, arena, out)
                                                         : show(text + s->begin, s->end - s->begin, arena, out);
    return shown && add_pieces(doc, &t, arena, out);
}
