#include "api/trimmed.h"

#include "base/chars.h"
#include "trim/trim.h"

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
    sm_shown shown;
    out->text = sm_shown_copy(text, n, arena, &shown);
    out->n_bytes = shown.bytes;
    out->n_words = shown.words;
    out->n_chars = shown.chars;
    return out->text != NULL;
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

static sm_trimmed pieces_of(const sm_doc *doc, const sm_sentence *s, bool trim) {
    if (trim)
        return sm_trim(doc->input.text, s->begin, s->end, doc->language);
    return (sm_trimmed){.pieces = {{s->begin, s->end}}, .n = 1};
}

bool sm_trimmed_show(const summ_doc *doc, const sm_sentence *s, bool trim, sm_arena *arena, summ_sentence *out) {
    const char *text = doc->doc.input.text;
    sm_trimmed t = pieces_of(&doc->doc, s, trim);
    bool shown = sm_trimmed_is_cut(&t, s->begin, s->end) ? show_joined(text, &t, s->end - s->begin, arena, out)
                                                         : show(text + s->begin, s->end - s->begin, arena, out);
    return shown && add_pieces(doc, &t, arena, out);
}

/* What of the pieces stands before `end`. */
static sm_trimmed begin_of(const sm_trimmed *whole, size_t end) {
    sm_trimmed t = {.capital = whole->capital};
    for (; t.n < whole->n && whole->pieces[t.n].begin < end; t.n++) {
        t.pieces[t.n] = whole->pieces[t.n];
        if (t.pieces[t.n].end > end)
            t.pieces[t.n].end = end;
    }
    return t;
}

static const char ELLIPSIS[] = "\xE2\x80\xA6";

/* The beginning that ends with token `t`, joined, and what it measures with an ellipsis. */
static sm_shown measure_begin(const sm_doc *doc, const sm_trimmed *whole, uint32_t t, char *joined, size_t *n) {
    sm_trimmed begin = begin_of(whole, sm_doc_token_end(doc, t));
    *n = sm_trim_join(doc->input.text, &begin, joined);
    sm_shown shown = sm_shown_measure(joined, *n);
    shown.chars += shown.chars > 0;
    return shown;
}

/* A word ends here: no apostrophe or hyphen goes on with it. Words that no spaces part end with every token. */
static bool ends_word(const sm_doc *doc, uint32_t t) {
    uint32_t code, end = sm_doc_token_end(doc, t), n = doc->input.n_bytes - end;
    if (n == 0 || (doc->language->traits & SM_NO_SPACES) != 0)
        return true;
    sm_utf8_decode(doc->input.text + end, n, &code);
    sm_char c = sm_char_of(code);
    return c != SM_CHAR_LOWER && c != SM_CHAR_UPPER && c != SM_CHAR_DIGIT && c != SM_CHAR_EXTEND && code != '-' &&
           !sm_char_is_apostrophe(code);
}

/* One past the last token with which a beginning may end; `first` if there is none. The longer, the more it
 * measures. */
static uint32_t find_end(const sm_doc *doc, const sm_trimmed *whole, uint32_t first, uint32_t end, size_t max_words,
                         size_t max_chars, char *joined) {
    uint32_t low = first;
    while (low < end) {
        size_t n;
        uint32_t middle = low + (end - low) / 2;
        sm_shown shown = measure_begin(doc, whole, middle, joined, &n);
        if (shown.words <= max_words && shown.chars <= max_chars)
            low = middle + 1;
        else
            end = middle;
    }
    while (low > first && !ends_word(doc, low - 1))
        low--;
    return low;
}

bool sm_trimmed_show_begin(const summ_doc *doc, uint32_t sentence, bool trim, size_t max_words, size_t max_chars,
                           sm_arena *arena, summ_sentence *out) {
    const sm_sentence *s = &doc->doc.sentences.at[sentence];
    sm_trimmed whole = pieces_of(&doc->doc, s, trim);
    char *joined = sm_arena_get(arena, s->end - s->begin + sizeof ELLIPSIS, 1);
    if (joined == NULL)
        return false;
    size_t n = 0;
    uint32_t first = s->first_token, stop = sm_doc_end_token(&doc->doc, sentence);
    uint32_t end = find_end(&doc->doc, &whole, first, stop, max_words, max_chars, joined);
    if (end == first || measure_begin(&doc->doc, &whole, end - 1, joined, &n).words == 0)
        return true;
    memcpy(joined + n, ELLIPSIS, sizeof ELLIPSIS - 1);
    sm_trimmed begin = begin_of(&whole, sm_doc_token_end(&doc->doc, end - 1));
    out->truncated = 1;
    return show(joined, n + sizeof ELLIPSIS - 1, arena, out) && add_pieces(doc, &begin, arena, out);
}
