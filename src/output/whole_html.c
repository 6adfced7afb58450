#include "output/highlight.h"
#include "output/html.h"

typedef struct writing {
    const sm_report *report;
    const sm_html_marks *marks;
    sm_sink *sink;
    const sm_mark *phrases; /* of what comes next */
    size_t n_phrases;
    bool changed, open; /* these are not opened yet; some are open */
    bool in_list;
} writing;

/* ---- Blocks ---- */

static const char *element_of(const writing *w, sm_shape shape) {
    switch (shape) {
    case SM_SHAPE_TITLE:
        return w->marks->title;
    case SM_SHAPE_HEADING:
        return w->marks->heading;
    case SM_SHAPE_ITEM:
        return "li";
    case SM_SHAPE_CODE:
        return "pre";
    case SM_SHAPE_PARAGRAPH:
    case SM_SHAPE_QUOTE:
    case SM_SHAPE_ASIDE:
        break;
    }
    return "p";
}

static void close_list(writing *w) {
    if (w->in_list)
        sm_put_string(w->sink, "</ul>\n");
    w->in_list = false;
}

static void put_file(writing *w, const char *name) {
    close_list(w);
    sm_put_string(w->sink, "<p class=\"file\">");
    sm_html_put_string(w->sink, name);
    sm_put_string(w->sink, "</p>\n");
}

static void begin_block(writing *w, size_t sentence) {
    sm_shape shape = w->report->whole->shapes[sentence];
    const char *file = sm_highlight_file(w->report, sentence);
    if (file != NULL)
        put_file(w, file);
    if (shape != SM_SHAPE_ITEM)
        close_list(w);
    else if (!w->in_list)
        sm_put_string(w->sink, "<ul>\n");
    w->in_list = shape == SM_SHAPE_ITEM;
    sm_put_string(w->sink, shape == SM_SHAPE_QUOTE ? "<blockquote><" : "<");
    sm_put_string(w->sink, element_of(w, shape));
    sm_put_string(w->sink, shape == SM_SHAPE_ASIDE ? " class=\"aside\" dir=\"auto\">" : " dir=\"auto\">");
}

static void end_block(writing *w, size_t sentence) {
    sm_shape shape = w->report->whole->shapes[sentence];
    sm_put_string(w->sink, "</");
    sm_put_string(w->sink, element_of(w, shape));
    sm_put_string(w->sink, shape == SM_SHAPE_QUOTE ? "></blockquote>\n" : ">\n");
}

/* ---- Key phrases: opened at the next word, so that no element is empty ---- */

static void close_phrases(writing *w) {
    if (w->open)
        sm_put_string(w->sink, w->marks->close_phrases);
    w->open = false;
}

static void change_phrases(writing *w, const sm_event *event) {
    close_phrases(w);
    w->phrases = event->phrases;
    w->n_phrases = event->n_phrases;
    w->changed = event->n_phrases > 0;
}

static void open_phrases(writing *w) {
    if (w->changed)
        w->marks->open_phrases(w->phrases, w->n_phrases, w->sink);
    w->open = w->open || w->changed;
    w->changed = false;
}

/* ---- Events ---- */

static void put_event(writing *w, const sm_event *event) {
    switch (event->kind) {
    case SM_EVENT_BLOCK:
        begin_block(w, event->sentence);
        break;
    case SM_EVENT_SENTENCE:
        w->marks->open_sentence(w->report, event->sentence, w->sink);
        break;
    case SM_EVENT_PHRASES:
        change_phrases(w, event);
        break;
    case SM_EVENT_WORD:
        open_phrases(w);
        sm_html_put(w->sink, event->text, event->n_bytes);
        break;
    case SM_EVENT_SPACE:
        sm_put(w->sink, " ", 1);
        break;
    case SM_EVENT_BREAK:
        break;
    case SM_EVENT_LINE:
        sm_put(w->sink, "\n", 1);
        break;
    case SM_EVENT_SENTENCE_END:
        w->marks->close_sentence(w->report, event->sentence, w->sink);
        break;
    case SM_EVENT_BLOCK_END:
        end_block(w, event->sentence);
        break;
    }
}

void sm_html_put_whole(const sm_report *report, const sm_html_marks *marks, sm_sink *sink) {
    writing w = {.report = report, .marks = marks, .sink = sink};
    sm_marked walk;
    sm_event event;
    sm_marked_begin(&walk, report->whole);
    while (!sink->failed && sm_marked_next(&walk, &event))
        put_event(&w, &event);
    close_list(&w);
}

/* ---- An article ---- */

static void open_mark(const sm_report *report, size_t sentence, sm_sink *sink) {
    if (report->whole->chosen[sentence])
        sm_put_string(sink, "<mark>");
}

static void close_mark(const sm_report *report, size_t sentence, sm_sink *sink) {
    if (report->whole->chosen[sentence])
        sm_put_string(sink, "</mark>");
}

static void open_bold(const sm_mark *phrases, size_t n, sm_sink *sink) {
    (void)phrases, (void)n;
    sm_put_string(sink, "<b>");
}

void sm_highlight_html(const sm_report *report, sm_sink *sink) {
    static const sm_html_marks MARKS = {"h1", "h2", open_mark, close_mark, open_bold, "</b>"};
    if (report->whole == NULL)
        return;
    sm_put_string(sink, "<article ");
    sm_html_put_language(report, sink);
    sm_put_string(sink, ">\n");
    sm_html_put_whole(report, &MARKS, sink);
    sm_put_string(sink, "</article>\n");
}
