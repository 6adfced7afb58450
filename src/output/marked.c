#include "output/marked.h"

#include "base/chars.h"
#include "base/utf8.h"

void sm_marked_begin(sm_marked *walk, const sm_whole *whole) {
    *walk = (sm_marked){.whole = whole, .broken = UINT32_MAX};
}

static bool is_code(const sm_marked *w) {
    return w->whole->shapes[w->sentence] == SM_SHAPE_CODE;
}

static bool tell(sm_event *event, sm_event_kind kind, size_t sentence) {
    *event = (sm_event){.kind = kind, .sentence = sentence};
    return true;
}

static bool tell_phrases(const sm_marked *w, sm_event *event) {
    *event = (sm_event){SM_EVENT_PHRASES, w->sentence, NULL, 0, w->open, w->n_open};
    return true;
}

/* ---- Spaces and breaks ---- */

static bool is_space(const sm_marked *w, uint32_t end) {
    size_t n;
    return w->at < end && sm_char_at(w->whole->text, w->at, end, &n) == SM_CHAR_SPACE;
}

/* One character of code: CR LF is one line break. */
static bool tell_code_space(sm_marked *w, uint32_t end, sm_event *event) {
    const char *text = w->whole->text;
    size_t n;
    if (text[w->at] == '\r' && w->at + 1 < end && text[w->at + 1] == '\n')
        w->at++;
    bool line = text[w->at] == '\n' || text[w->at] == '\r';
    sm_char_at(text, w->at, end, &n);
    w->at += (uint32_t)n;
    return tell(event, line ? SM_EVENT_LINE : SM_EVENT_SPACE, w->sentence);
}

static bool tell_space(sm_marked *w, uint32_t end, sm_event *event) {
    if (is_code(w))
        return tell_code_space(w, end, event);
    w->at = (uint32_t)sm_skip_spaces(w->whole->text, w->at, end);
    return tell(event, SM_EVENT_SPACE, w->sentence);
}

/* Lines of ideographs are broken between any two, and beside words in letters; not before a mark, nor behind one that
 * opens. */
static bool parts(sm_char before, sm_char behind) {
    if (behind == SM_CHAR_IDEOGRAPH)
        return before != SM_CHAR_OPENER && before != SM_CHAR_SPACE;
    return before == SM_CHAR_IDEOGRAPH && (sm_char_is_word(behind) || behind == SM_CHAR_OPENER);
}

static bool may_break(const sm_marked *w, sm_range r) {
    const char *text = w->whole->text;
    size_t n;
    if (w->at <= r.begin || w->broken == w->at)
        return false;
    size_t last = sm_utf8_before(text, r.begin, w->at);
    return parts(sm_char_at(text, last, w->at, &n), sm_char_at(text, w->at, r.end, &n));
}

static bool tell_break(sm_marked *w, sm_event *event) {
    w->broken = w->at;
    return tell(event, SM_EVENT_BREAK, w->sentence);
}

/* ---- Key phrases ---- */

static bool close_phrases(sm_marked *w) {
    size_t n = 0, before = w->n_open;
    for (size_t i = 0; i < before; i++)
        if (w->open[i].at.end > w->at)
            w->open[n++] = w->open[i];
    w->n_open = n;
    return n < before;
}

static bool open_phrases(sm_marked *w) {
    const sm_whole *whole = w->whole;
    size_t before = w->n_open;
    for (; w->mark < whole->n_marks && whole->marks[w->mark].at.begin <= w->at; w->mark++)
        if (whole->marks[w->mark].at.end > w->at && w->n_open < SM_PHRASES_MOST)
            w->open[w->n_open++] = whole->marks[w->mark];
    return w->n_open > before;
}

/* Up to where nothing opens or closes. */
static uint32_t next_border(const sm_marked *w, uint32_t end) {
    const sm_whole *whole = w->whole;
    if (w->mark < whole->n_marks && whole->marks[w->mark].at.begin < end)
        end = whole->marks[w->mark].at.begin;
    for (size_t i = 0; i < w->n_open; i++)
        end = w->open[i].at.end < end ? w->open[i].at.end : end;
    return end;
}

/* ---- Words ---- */

static bool tell_bad_byte(sm_marked *w, sm_event *event) {
    static const char REPLACEMENT[] = "\xEF\xBF\xBD";
    *event = (sm_event){SM_EVENT_WORD, w->sentence, REPLACEMENT, sizeof REPLACEMENT - 1, NULL, 0};
    w->at++;
    return true;
}

static bool tell_word(sm_marked *w, uint32_t end, sm_event *event) {
    const char *text = w->whole->text;
    uint32_t from = w->at, code;
    sm_char last = SM_CHAR_SPACE;
    while (w->at < end) {
        size_t n = sm_utf8_decode(text + w->at, end - w->at, &code);
        sm_char class = sm_char_of(code);
        if (class == SM_CHAR_SPACE || (code == SM_UTF8_BAD && n == 1) || (w->at > from && parts(last, class)))
            break;
        w->at += (uint32_t)n;
        last = class;
    }
    if (w->at == from)
        return tell_bad_byte(w, event);
    *event = (sm_event){SM_EVENT_WORD, w->sentence, text + from, w->at - from, NULL, 0};
    return true;
}

/* ---- The walk ---- */

static bool end_sentence(sm_marked *w, sm_event *event) {
    if (w->n_open > 0) {
        w->n_open = 0;
        return tell_phrases(w, event);
    }
    w->in_sentence = false;
    return tell(event, SM_EVENT_SENTENCE_END, w->sentence++);
}

static bool go_on_in_sentence(sm_marked *w, sm_event *event) {
    sm_range r = w->whole->ranges[w->sentence];
    if (w->at >= r.end)
        return end_sentence(w, event);
    if (close_phrases(w))
        return tell_phrases(w, event);
    if (is_space(w, r.end))
        return tell_space(w, r.end, event);
    if (may_break(w, r))
        return tell_break(w, event);
    if (open_phrases(w))
        return tell_phrases(w, event);
    return tell_word(w, next_border(w, r.end), event);
}

/* Every block has a sentence. */
static bool ends_block(const sm_marked *w) {
    const sm_whole *whole = w->whole;
    return w->sentence > w->block &&
           (w->sentence == whole->n || whole->sentences[w->sentence].block != whole->sentences[w->block].block);
}

static bool begin_block(sm_marked *w, sm_event *event) {
    if (w->sentence == w->whole->n)
        return false;
    w->in_block = true;
    w->block = w->sentence;
    w->at = w->broken = w->whole->ranges[w->sentence].begin;
    return tell(event, SM_EVENT_BLOCK, w->sentence);
}

/* Between two sentences of a block stands white space, or nothing. */
static bool begin_sentence(sm_marked *w, sm_event *event) {
    sm_range r = w->whole->ranges[w->sentence];
    if (is_space(w, r.begin)) {
        tell_space(w, r.begin, event);
        w->broken = w->at;
        return true;
    }
    if (w->at == r.begin && w->broken != w->at)
        return tell_break(w, event);
    w->at = w->broken = r.begin;
    w->in_sentence = true;
    return tell(event, SM_EVENT_SENTENCE, w->sentence);
}

bool sm_marked_next(sm_marked *w, sm_event *event) {
    if (w->in_sentence)
        return go_on_in_sentence(w, event);
    if (!w->in_block)
        return begin_block(w, event);
    if (!ends_block(w))
        return begin_sentence(w, event);
    w->in_block = false;
    return tell(event, SM_EVENT_BLOCK_END, w->sentence - 1);
}
