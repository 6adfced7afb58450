#include "output/page.h"

#include "output/html.h"

#include <string.h>

enum {
    LONG = 1000 /* sentences: browsers are told to lay out what is seen of longer texts, not all */
};

void sm_page_put_number(sm_sink *sink, const char *name, size_t number) {
    sm_put(sink, " ", 1);
    sm_put_string(sink, name);
    sm_put_string(sink, "=\"");
    sm_put_count(sink, number);
    sm_put(sink, "\"", 1);
}

/* "1 sentence", "2 sentences" */
static void put_some(size_t n, const char *what, sm_sink *sink) {
    sm_put_count(sink, n);
    sm_put(sink, " ", 1);
    sm_put_string(sink, what);
    sm_put(sink, "s", n != 1);
}

/* ---- Head ---- */

/* Without its folders; standard input has none. */
static void put_name(const char *name, sm_sink *sink) {
    const char *slash = name != NULL ? strrchr(name, '/') : NULL;
    if (name == NULL || strcmp(name, "-") == 0)
        sm_put_string(sink, "Summary");
    else
        sm_html_put_string(sink, slash != NULL && slash[1] != '\0' ? slash + 1 : name);
}

static bool has_title(const sm_report *r) {
    return r->whole != NULL && r->whole->n > 0 && r->whole->shapes[0] == SM_SHAPE_TITLE && r->n_names < 2;
}

/* The title of the text, else the names of the files. */
static void put_title(const sm_report *r, sm_sink *sink) {
    const sm_whole *whole = r->whole;
    if (has_title(r)) {
        for (size_t i = 0; i < whole->n && whole->sentences[i].block == whole->sentences[0].block; i++) {
            sm_put(sink, " ", i > 0);
            sm_html_put(sink, whole->sentences[i].text, whole->sentences[i].n_bytes);
        }
        return;
    }
    put_name(sm_report_name(r, 0), sink);
    if (r->n_names > 1) {
        sm_put_string(sink, " and ");
        put_some(r->n_names - 1, "other text", sink);
    }
}

static void put_head(const sm_report *r, sm_sink *sink) {
    sm_put_string(sink, "<!DOCTYPE html>\n<html ");
    sm_html_put_language(r, sink);
    sm_put_string(sink, ">\n<head>\n<meta charset=\"utf-8\">\n<meta http-equiv=\"Content-Security-Policy\" content=\"");
    sm_put_string(sink, sm_page_policy);
    sm_put_string(sink, "\">\n<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n"
                        "<meta name=\"color-scheme\" content=\"light dark\">\n"
                        "<meta name=\"generator\" content=\"summ " SUMM_VERSION "\">\n<title>");
    put_title(r, sink);
    sm_put_string(sink, "</title>\n<style>");
    sm_put_string(sink, sm_page_style);
    sm_put_string(sink, "</style>\n</head>\n");
}

/* ---- What stands above the text ---- */

static void put_heading(const char *heading, sm_sink *sink) {
    sm_put_string(sink, "<h2 lang=\"en\">");
    sm_put_string(sink, heading);
    sm_put_string(sink, "</h2>\n");
}

static size_t count_words(const sm_whole *whole) {
    size_t n = 0;
    for (size_t i = 0; i < whole->n; i++)
        n += whole->sentences[i].n_words;
    return n;
}

static void put_about(const sm_report *r, sm_sink *sink) {
    sm_put_string(sink, "<p class=\"about\" lang=\"en\" dir=\"ltr\">");
    if (has_title(r) && r->name != NULL && strcmp(r->name, "-") != 0) {
        sm_put_string(sink, "<bdi>");
        put_name(r->name, sink);
        sm_put_string(sink, "</bdi>: ");
    }
    if (r->whole != NULL) {
        put_some(r->whole->n, "sentence", sink);
        sm_put_string(sink, ", ");
        put_some(count_words(r->whole), "word", sink);
    }
    sm_put_string(sink, "</p>\n");
}

static void put_summary(const sm_report *r, sm_sink *sink) {
    put_heading("Summary", sink);
    sm_put_string(sink, "<ul id=\"summary\" class=\"summary\">");
    for (size_t i = 0; i < r->n_sentences; i++) {
        const summ_sentence *s = &r->sentences[i];
        bool linked = r->whole != NULL && s->index < r->whole->n;
        sm_put_string(sink, i == 0 ? "\n<li>" : "<li>");
        if (linked) {
            sm_put_string(sink, "<a href=\"#s");
            sm_put_count(sink, s->index);
            sm_put_string(sink, "\">");
        }
        sm_html_put(sink, s->text, s->n_bytes);
        sm_put_string(sink, linked ? "</a>" : "");
        if (r->reasons != NULL)
            sm_page_put_reason(r, &r->reasons[i], sink);
        sm_put_string(sink, "</li>\n");
    }
    sm_put_string(sink, "</ul>\n");
    if (r->n_reasons > r->n_sentences)
        sm_page_put_others(r, sink);
}

static void put_phrase(const summ_phrase *p, size_t k, sm_sink *sink) {
    sm_put_string(sink, "<li><span class=\"chip w");
    sm_put_count(sink, sm_page_tenths(p->score));
    sm_put_string(sink, "\" title=\"score ");
    sm_put_real(sink, p->score, 2);
    sm_put(sink, "\"", 1);
    sm_page_put_number(sink, "data-k", k);
    sm_put(sink, ">", 1);
    sm_html_put(sink, p->text, p->n_bytes);
    sm_put_string(sink, " <small>");
    sm_put_count(sink, p->count);
    sm_put_string(sink, "</small></span></li>\n");
}

static void put_phrases(const sm_report *r, sm_sink *sink) {
    put_heading("Key phrases", sink);
    sm_put_string(sink, "<ul class=\"chips\">\n");
    for (size_t i = 0; i < r->n_phrases; i++)
        put_phrase(&r->phrases[i], i, sink);
    sm_put_string(sink, "</ul>\n");
    if (r->phrase_reasons != NULL)
        sm_page_put_phrase_reasons(r, sink);
}

/* ---- The whole text ---- */

static size_t last_rank(const sm_whole *whole) {
    size_t last = 0;
    for (size_t i = 0; i < whole->n; i++)
        last = whole->sentences[i].rank > last ? whole->sentences[i].rank : last;
    return last;
}

static void put_limits(size_t n, size_t most, sm_sink *sink) {
    sm_put_string(sink, " min=\"1\"");
    sm_page_put_number(sink, "max", most);
    sm_page_put_number(sink, "value", n);
    sm_put(sink, ">", 1);
}

/* They need scripts, which show them. */
static void put_controls(const sm_report *r, size_t most, sm_sink *sink) {
    size_t n = r->n_sentences > 0 ? r->n_sentences : 1;
    sm_put_string(sink,
                  "<div id=\"controls\" class=\"controls\" lang=\"en\" dir=\"ltr\" hidden>\n"
                  "<label for=\"length\">Sentences</label>\n<input id=\"length\" type=\"range\" autocomplete=\"off\"");
    put_limits(n, most, sink);
    sm_put_string(sink,
                  "\n<input id=\"number\" type=\"number\" autocomplete=\"off\" aria-label=\"Number of sentences\"");
    put_limits(n, most, sink);
    sm_put_string(
        sink, "\n<label><input id=\"heat\" type=\"checkbox\" autocomplete=\"off\" checked> Scores</label>\n</div>\n");
}

static void open_sentence(const sm_report *r, size_t sentence, sm_sink *sink) {
    const summ_sentence *s = &r->whole->sentences[sentence];
    size_t heat = sm_page_tenths(s->score);
    sm_put_string(sink, "<span class=\"s");
    if (heat > 0) {
        sm_put_string(sink, " h");
        sm_put_count(sink, heat);
    }
    sm_put_string(sink, r->whole->chosen[sentence] ? " on\" id=\"s" : "\" id=\"s");
    sm_put_count(sink, sentence);
    sm_put(sink, "\"", 1);
    if (s->rank > 0) {
        sm_page_put_number(sink, "data-rank", s->rank);
        sm_put_string(sink, " title=\"rank ");
        sm_put_count(sink, s->rank);
        sm_put_string(sink, ", score ");
        sm_put_real(sink, s->score, 2);
        sm_put(sink, "\"", 1);
    }
    sm_put(sink, ">", 1);
}

static void close_sentence(const sm_report *r, size_t sentence, sm_sink *sink) {
    (void)r, (void)sentence;
    sm_put_string(sink, "</span>");
}

static void open_phrases(const sm_mark *phrases, size_t n, sm_sink *sink) {
    sm_put_string(sink, "<span class=\"k\" data-k=\"");
    for (size_t i = 0; i < n; i++) {
        sm_put(sink, " ", i > 0);
        sm_put_count(sink, phrases[i].phrase);
    }
    sm_put_string(sink, "\">");
}

static void put_text(const sm_report *r, sm_sink *sink) {
    static const sm_html_marks MARKS = {"h3", "h4", open_sentence, close_sentence, open_phrases, "</span>"};
    size_t most = last_rank(r->whole);
    put_heading("The whole text", sink);
    sm_put_string(sink, "<div class=\"bar\">\n");
    if (most > 0 && r->sentences != NULL)
        put_controls(r, most, sink);
    sm_plot_write(r->whole, sink);
    sm_put_string(sink, "</div>\n<article id=\"text\" class=\"text");
    sm_put_string(sink, r->whole->n > LONG ? " long\">\n" : "\">\n");
    sm_html_put_whole(r, &MARKS, sink);
    sm_put_string(sink, "</article>\n");
}

/* ---- The page ---- */

void sm_page_write(const sm_report *r, sm_sink *sink) {
    put_head(r, sink);
    sm_put_string(sink, "<body>\n<header>\n<h1>");
    put_title(r, sink);
    sm_put_string(sink, "</h1>\n");
    put_about(r, sink);
    sm_put_string(sink, "</header>\n<main>\n");
    if (r->sentences != NULL)
        put_summary(r, sink);
    if (r->n_phrases > 0)
        put_phrases(r, sink);
    if (r->whole != NULL && r->whole->n > 0)
        put_text(r, sink);
    sm_put_string(sink, "</main>\n<footer lang=\"en\" dir=\"ltr\">Made with summ " SUMM_VERSION "</footer>\n<script>");
    sm_put_string(sink, sm_page_script);
    sm_put_string(sink, "</script>\n</body>\n</html>\n");
}
