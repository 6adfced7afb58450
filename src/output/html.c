/* HTML: a page that shows the summary, the key phrases and the whole text (output/page.h), or that text alone. */
#include "output/html.h"

#include "base/utf8.h"
#include "output/highlight.h"
#include "output/page.h"

#include <string.h>

void sm_write_html(const sm_report *report, sm_sink *sink);

/* What a character has to be written as; NULL: as it is. Not characters of XML: controls, U+FFFE and U+FFFF. */
static const char *escape_of(uint32_t code, bool bad) {
    switch (code) {
    case '&':
        return "&amp;";
    case '<':
        return "&lt;";
    case '>':
        return "&gt;";
    case '"':
        return "&quot;";
    case '\'':
        return "&#39;";
    default:
        bad = bad || code < 0x20 || (code >= 0x7F && code < 0xA0) || code == 0xFFFE || code == 0xFFFF;
        return bad ? "\xEF\xBF\xBD" : NULL;
    }
}

void sm_html_put(sm_sink *sink, const char *text, size_t n) {
    size_t from = 0, length;
    for (size_t i = 0; i < n; i += length) {
        uint32_t code;
        length = sm_utf8_decode(text + i, n - i, &code);
        const char *escape = escape_of(code, code == SM_UTF8_BAD && length == 1);
        if (escape == NULL)
            continue;
        sm_put(sink, text + from, i - from);
        sm_put_string(sink, escape);
        from = i + length;
    }
    sm_put(sink, text + from, n - from);
}

void sm_html_put_string(sm_sink *sink, const char *string) {
    sm_html_put(sink, string, strlen(string));
}

/* An empty lang says that it is not known. */
void sm_html_put_language(const sm_report *report, sm_sink *sink) {
    bool known = report->language != NULL && strcmp(report->language, "und") != 0;
    sm_put_string(sink, "lang=\"");
    sm_html_put_string(sink, known ? report->language : "");
    sm_put_string(sink, report->right_to_left ? "\" dir=\"rtl\"" : "\" dir=\"ltr\"");
}

void sm_write_html(const sm_report *report, sm_sink *sink) {
    if (report->highlight)
        sm_highlight_html(report, sink);
    else
        sm_page_write(report, sink);
}
