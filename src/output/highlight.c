/* Text: paragraphs with empty lines between. Marks are two asterisks and underscores, as in Markdown, or colours (SGR,
 * ECMA-48 8.3.117), which are taken back at the end of each line: pagers forget them there. */
#include "output/highlight.h"

#include "base/chars.h"
#include "base/utf8.h"

enum {
    SENTENCE_MARK = 2, /* columns */
    PHRASE_MARK = 1
};

typedef struct style {
    bool chosen, phrase;
} style;

typedef struct printing {
    const sm_report *report;
    sm_sink *sink;
    sm_marked walk;
    size_t column;
    style wanted, shown;
} printing;

const char *sm_highlight_file(const sm_report *r, size_t sentence) {
    const summ_sentence *all = r->whole->sentences;
    bool begins = sentence == 0 || all[sentence].source != all[sentence - 1].source;
    return begins && r->names != NULL ? sm_report_name(r, all[sentence].source) : NULL;
}

/* ---- Colours ---- */

static void put_style(printing *p, style s) {
    if (!p->report->color || (s.chosen == p->shown.chosen && s.phrase == p->shown.phrase))
        return;
    if ((p->shown.chosen && !s.chosen) || (p->shown.phrase && !s.phrase)) {
        sm_put_string(p->sink, "\x1B[0m");
        p->shown = (style){false, false};
    }
    if (s.chosen && !p->shown.chosen)
        sm_put_string(p->sink, "\x1B[1;32m");
    if (s.phrase && !p->shown.phrase)
        sm_put_string(p->sink, "\x1B[4m");
    p->shown = s;
}

static void put_line_end(printing *p) {
    put_style(p, (style){false, false});
    sm_put(p->sink, "\n", 1);
    p->column = 0;
}

/* ---- Marks ---- */

/* How wide what an event puts is, but for spaces; `phrase` is that of the style before it. */
static size_t width_of(const printing *p, const sm_event *event, bool *phrase) {
    size_t width = 0;
    uint32_t code;
    if (event->kind == SM_EVENT_WORD)
        for (size_t i = 0; i < event->n_bytes; width += sm_char_width(code))
            i += sm_utf8_decode(event->text + i, event->n_bytes - i, &code);
    if (p->report->color)
        return width;
    if (event->kind == SM_EVENT_SENTENCE || event->kind == SM_EVENT_SENTENCE_END)
        return p->report->whole->chosen[event->sentence] ? SENTENCE_MARK : 0;
    if (event->kind != SM_EVENT_PHRASES || (event->n_phrases > 0) == *phrase)
        return width;
    *phrase = !*phrase;
    return PHRASE_MARK;
}

/* Is there room in the line for `space` columns and what follows up to where the next line might begin? Looks no
 * further than the line is wide. */
static bool has_room(const printing *p, size_t space) {
    sm_marked ahead = p->walk;
    sm_event event;
    bool phrase = p->wanted.phrase;
    size_t column = p->column + space;
    while (column <= p->report->width && sm_marked_next(&ahead, &event)) {
        if (event.kind == SM_EVENT_SPACE || event.kind == SM_EVENT_BREAK || event.kind == SM_EVENT_LINE ||
            event.kind == SM_EVENT_BLOCK_END)
            return true;
        column += width_of(p, &event, &phrase);
    }
    return column <= p->report->width;
}

static bool is_wrapped(const printing *p, const sm_event *event) {
    return p->report->width > 0 && p->report->whole->shapes[event->sentence] != SM_SHAPE_CODE;
}

static void put_space(printing *p, const sm_event *event, size_t n) {
    if (is_wrapped(p, event) && p->column > 0 && !has_room(p, n)) {
        put_line_end(p);
        return;
    }
    put_style(p, p->wanted);
    sm_put(p->sink, " ", n);
    p->column += n;
}

/* ---- Events ---- */

static void begin_block(printing *p, size_t sentence) {
    const sm_shape *shapes = p->report->whole->shapes;
    const char *file = sm_highlight_file(p->report, sentence);
    bool item = shapes[sentence] == SM_SHAPE_ITEM;
    if (sentence > 0 && !(item && shapes[sentence - 1] == SM_SHAPE_ITEM && file == NULL))
        sm_put(p->sink, "\n", 1);
    if (file != NULL) {
        sm_put_string(p->sink, "==> ");
        sm_put_name(p->sink, file);
        sm_put_string(p->sink, " <==\n\n");
    }
    if (item) {
        sm_put_string(p->sink, "- ");
        p->column = 2;
    }
}

static void mark_phrases(printing *p, bool phrase) {
    if (phrase != p->wanted.phrase && !p->report->color)
        sm_put(p->sink, "_", PHRASE_MARK);
    p->wanted.phrase = phrase;
}

static void mark_sentence(printing *p, size_t sentence, bool begins) {
    bool chosen = p->report->whole->chosen[sentence];
    if (chosen && !p->report->color)
        sm_put(p->sink, "**", SENTENCE_MARK);
    p->wanted.chosen = chosen && begins;
}

static void put_event(printing *p, const sm_event *event) {
    bool phrase = p->wanted.phrase;
    switch (event->kind) {
    case SM_EVENT_BLOCK:
        begin_block(p, event->sentence);
        return;
    case SM_EVENT_SENTENCE:
    case SM_EVENT_SENTENCE_END:
        mark_sentence(p, event->sentence, event->kind == SM_EVENT_SENTENCE);
        break;
    case SM_EVENT_PHRASES:
        mark_phrases(p, event->n_phrases > 0);
        break;
    case SM_EVENT_WORD:
        put_style(p, p->wanted);
        sm_put(p->sink, event->text, event->n_bytes);
        break;
    case SM_EVENT_SPACE:
        put_space(p, event, 1);
        return;
    case SM_EVENT_BREAK:
        put_space(p, event, 0);
        return;
    case SM_EVENT_LINE:
    case SM_EVENT_BLOCK_END:
        put_line_end(p);
        return;
    }
    p->column += width_of(p, event, &phrase);
}

void sm_highlight_text(const sm_report *report, sm_sink *sink) {
    printing p = {.report = report, .sink = sink};
    sm_event event;
    if (report->whole == NULL)
        return;
    sm_marked_begin(&p.walk, report->whole);
    while (!sink->failed && sm_marked_next(&p.walk, &event))
        put_event(&p, &event);
}
