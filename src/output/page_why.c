/* Why, on the page: the lines of the text format, folded. */
#include "output/html.h"
#include "output/page.h"
#include "output/why.h"

#include <string.h>

/* The ends of lines stay. */
static int write_escaped(void *context, const char *bytes, size_t n) {
    sm_sink *page = context;
    for (const char *end = bytes + n, *line; bytes < end; bytes = line) {
        const char *newline = memchr(bytes, '\n', (size_t)(end - bytes));
        line = newline != NULL ? newline + 1 : end;
        sm_html_put(page, bytes, (size_t)((newline != NULL ? newline : end) - bytes));
        sm_put(page, "\n", newline != NULL);
    }
    return page->failed ? -1 : 0;
}

static void open_details(const char *what, sm_sink *sink) {
    sm_put_string(sink, "<details lang=\"en\" dir=\"ltr\"><summary>");
    sm_put_string(sink, what);
    sm_put_string(sink, "</summary>\n<pre>");
}

static void close_details(sm_sink *sink) {
    sm_put_string(sink, "</pre></details>\n");
}

static void put_shown(const char *text, size_t n, sm_sink *sink) {
    sm_put_string(sink, "<bdi>");
    sm_html_put(sink, text, n);
    sm_put_string(sink, "</bdi>\n");
}

void sm_page_put_reason(const sm_report *r, const summ_reason *reason, sm_sink *sink) {
    sm_sink escaped = {.write = write_escaped, .context = sink};
    sm_put(sink, "\n", 1);
    open_details("Why", sink);
    sm_why_text_sentence(r, reason, &escaped);
    close_details(sink);
}

void sm_page_put_others(const sm_report *r, sm_sink *sink) {
    sm_sink escaped = {.write = write_escaped, .context = sink};
    open_details("Not chosen", sink);
    for (size_t i = r->n_sentences; i < r->n_reasons; i++) {
        put_shown(r->reasons[i].sentence->text, r->reasons[i].sentence->n_bytes, sink);
        sm_why_text_sentence(r, &r->reasons[i], &escaped);
    }
    close_details(sink);
}

void sm_page_put_phrase_reasons(const sm_report *r, sm_sink *sink) {
    sm_sink escaped = {.write = write_escaped, .context = sink};
    open_details("Why", sink);
    for (size_t i = 0; i < r->n_phrases; i++) {
        put_shown(r->phrases[i].text, r->phrases[i].n_bytes, sink);
        sm_why_text_phrase(&r->phrase_reasons[i], &escaped);
    }
    close_details(sink);
}
