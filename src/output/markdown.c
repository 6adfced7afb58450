/* Markdown (CommonMark 0.30): sentences are quotes, key phrases a list, paragraphs what they were. Nothing of the text
 * becomes markup. */
#include "output/markdown.h"

#include "base/ascii.h"
#include "base/chars.h"
#include "output/stats.h"

#include <string.h>

void sm_write_markdown(const sm_report *report, sm_sink *sink);

/* ---- Text ---- */

enum {
    MAX_DIGITS = 9, /* of the number of an item */
    LAST_LEVEL = 6, /* of headings */
    UNKNOWN_LEVEL = 2,
    NAME_LEVEL = 2 /* of the heading with the name of a file: those of its text stand below */
};

/* Nothing but c up to the end? */
static bool ends_with_run(const char *text, size_t at, size_t n, char c) {
    while (at < n && text[at] == c)
        at++;
    return at == n;
}

/* Behind the text, too, is a space. */
static char sign_behind(const char *text, size_t at, size_t n) {
    size_t length;
    if (at + 1 >= n || sm_char_at(text, at + 1, n, &length) == SM_CHAR_SPACE)
        return ' ';
    return text[at + 1];
}

static char sign_before(const char *text, size_t at) {
    size_t length;
    if (at == 0 || sm_char_at(text, sm_utf8_before(text, 0, at), at, &length) == SM_CHAR_SPACE)
        return ' ';
    return text[at - 1];
}

/* Would the sign, at the beginning of a block, begin a heading, item, quote or rule? */
static bool opens_block(const char *text, size_t at, size_t n) {
    if (at > MAX_DIGITS)
        return false;
    size_t digits = 0, behind = at + 1;
    bool last = sign_behind(text, at, n) == ' ';
    while (digits < at && digits < MAX_DIGITS && sm_ascii_is_digit(text[digits]))
        digits++;
    switch (text[at]) {
    case '#':
    case '>':
        return at == 0;
    case '+':
        return at == 0 && last;
    case '-':
        return at == 0 && (last || text[behind] == '-');
    case '.':
    case ')':
        return at > 0 && digits == at && last;
    default:
        return false;
    }
}

/* Between letters an underscore is nothing else. */
static bool is_within_word(const char *text, size_t at, size_t n) {
    return at > 0 && at + 1 < n && sm_ascii_is_alphanumeric(text[at - 1]) && sm_ascii_is_alphanumeric(text[at + 1]);
}

/* Would the sign be markup, wherever it stands? A mark beside it is not known here. */
static bool is_markup(const sm_markdown_text *t, size_t at) {
    char behind;
    switch (t->text[at]) {
    case '_':
        return !is_within_word(t->text, at, t->n);
    case '&':
        behind = sign_behind(t->text, at, t->n);
        return behind == '#' || sm_ascii_is_alphanumeric(behind);
    case '<':
        return sign_behind(t->text, at, t->n) != ' ';
    case '#': /* at the end of a heading */
        return sign_before(t->text, at) == ' ' && ends_with_run(t->text, at, t->n, '#');
    default:
        return sm_ascii_is_one_of(t->text[at], "\\`*[~|");
    }
}

void sm_markdown_put(const sm_markdown_text *t, size_t from, size_t to, sm_sink *sink) {
    const size_t begin = from;
    for (size_t i = from; i < to; i++) {
        bool beside = t->text[i] == '_' && (i == begin || i + 1 == to);
        if (!beside && !is_markup(t, i) && !(t->opens && opens_block(t->text, i, t->n)))
            continue;
        sm_put(sink, t->text + from, i - from);
        sm_put(sink, "\\", 1);
        from = i;
    }
    sm_put(sink, t->text + from, to - from);
}

/* A text that is a block, or begins one. */
static void put_escaped(sm_sink *sink, const char *text, size_t n, bool opens) {
    sm_markdown_text all = {text, n, opens};
    sm_markdown_put(&all, 0, n, sink);
}

/* Control characters become question marks. */
static void put_name(sm_sink *sink, const char *name) {
    size_t n = strlen(name), length;
    sm_markdown_text all = {name, n, false};
    for (size_t i = 0; i < n; i += length) {
        bool shown = sm_name_shows(name + i, n - i, &length);
        sm_put(sink, "\\", is_markup(&all, i));
        sm_put(sink, shown ? name + i : "?", shown ? length : 1);
    }
}

/* ---- Places and scores: an aside behind the text ---- */

static void put_place(const sm_report *r, size_t source, size_t line, size_t column, sm_sink *sink) {
    const char *name = sm_report_name(r, source);
    if (name != NULL) {
        put_name(sink, name);
        sm_put(sink, ":", 1);
    }
    sm_put_count(sink, line);
    sm_put(sink, ":", 1);
    sm_put_count(sink, column);
}

static void put_score(double score, size_t rank, sm_sink *sink) {
    sm_put_string(sink, "score ");
    sm_put_score(sink, score);
    sm_put_string(sink, ", rank ");
    sm_put_count(sink, rank);
}

static void put_sentence_aside(const sm_report *r, const summ_sentence *s, sm_sink *sink) {
    bool scores = r->scores && s->rank > 0;
    if (!r->offsets && !scores)
        return;
    sm_put_string(sink, " *(");
    if (r->offsets)
        put_place(r, s->source, s->line, s->column, sink);
    if (r->offsets && scores)
        sm_put_string(sink, "; ");
    if (scores)
        put_score(s->score, s->rank, sink);
    sm_put_string(sink, ")*");
}

static void put_phrase_aside(const sm_report *r, const summ_phrase *p, sm_sink *sink) {
    if (!r->offsets && !r->scores)
        return;
    sm_put_string(sink, " *(");
    for (size_t i = 0; r->offsets && i < p->count; i++) {
        sm_put_string(sink, i > 0 ? ", " : "");
        put_place(r, p->occurrences[i].source, p->occurrences[i].line, p->occurrences[i].column, sink);
    }
    if (r->offsets && r->scores)
        sm_put_string(sink, "; ");
    if (r->scores)
        put_score(p->score, p->rank, sink);
    sm_put_string(sink, ")*");
}

/* ---- Blocks ---- */

/* Items of a list stand together, other blocks apart. */
static void begin_block(sm_markdown *w, size_t depth) {
    sm_put(w->sink, "\n", w->begun && !(depth > 0 && w->depth > 0));
    w->begun = true;
    w->depth = depth;
}

static void begin_heading(sm_markdown *w, size_t level) {
    level = level < LAST_LEVEL ? level : LAST_LEVEL;
    begin_block(w, 0);
    sm_put(w->sink, "######", level);
    sm_put(w->sink, " ", 1);
}

/* An item is at most one deeper than the one above: else it would be code. */
static void begin_item(sm_markdown *w, size_t depth) {
    depth = depth > w->depth + 1 ? w->depth + 1 : depth > 0 ? depth : 1;
    begin_block(w, depth);
    for (size_t i = 1; i < depth; i++)
        sm_put(w->sink, "  ", 2);
    sm_put(w->sink, "- ", 2);
}

void sm_markdown_begin(sm_markdown *w, summ_role role, int level) {
    switch (role) {
    case SUMM_ROLE_TITLE:
    case SUMM_ROLE_HEADING:
        begin_heading(w, (level > 0 ? (size_t)level : UNKNOWN_LEVEL) + w->lowered);
        break;
    case SUMM_ROLE_ITEM:
        begin_item(w, (size_t)level);
        break;
    default:
        begin_block(w, 0);
        sm_put(w->sink, "> ", role == SUMM_ROLE_QUOTE ? 2 : 0);
    }
}

void sm_markdown_put_file(sm_markdown *w, const char *name) {
    begin_heading(w, NAME_LEVEL);
    put_name(w->sink, name);
    sm_put(w->sink, "\n", 1);
}

static void put_sentence(sm_markdown *w, const summ_sentence *s, summ_role role) {
    bool heading = role == SUMM_ROLE_TITLE || role == SUMM_ROLE_HEADING;
    sm_markdown_begin(w, role, s->level);
    put_escaped(w->sink, s->text, s->n_bytes, !heading);
    put_sentence_aside(w->report, s, w->sink);
    sm_put(w->sink, "\n", 1);
}

/* Paragraphs are what they were, with the titles of their sources above; sentences of a summary are quotes. */
static void put_sentences(sm_markdown *w) {
    const sm_report *r = w->report;
    size_t next = 0;
    for (size_t i = 0; i <= r->n_sentences; i++) {
        const summ_sentence *s = i < r->n_sentences ? &r->sentences[i] : NULL;
        for (; r->apart && next < r->n_titles && (s == NULL || r->titles[next].source <= s->source); next++)
            put_sentence(w, &r->titles[next], SUMM_ROLE_TITLE);
        if (s != NULL)
            put_sentence(w, s, r->apart || sm_is_heading(r, s) ? s->role : SUMM_ROLE_QUOTE);
    }
}

static void put_phrases(sm_markdown *w) {
    const sm_report *r = w->report;
    if (r->n_phrases > 0 && r->sentences != NULL) {
        begin_block(w, 0);
        sm_put_string(w->sink, "**Key phrases**\n");
    }
    for (size_t i = 0; i < r->n_phrases; i++) {
        begin_item(w, 1);
        put_escaped(w->sink, r->phrases[i].text, r->phrases[i].n_bytes, true);
        put_phrase_aside(r, &r->phrases[i], w->sink);
        sm_put(w->sink, "\n", 1);
    }
}

static void put_stats(sm_markdown *w) {
    sm_stat list[SM_STATS];
    size_t n = sm_stats_list(w->report, list);
    for (size_t i = 0; i < n; i++) {
        begin_item(w, 1);
        put_escaped(w->sink, list[i].name, strlen(list[i].name), true);
        sm_put_string(w->sink, ": ");
        sm_put_count(w->sink, list[i].count);
        sm_put(w->sink, "\n", 1);
    }
}

void sm_write_markdown(const sm_report *r, sm_sink *sink) {
    bool headed = r->headed && r->name != NULL, whole = r->highlight && !r->stats;
    bool files = headed || (whole && r->names != NULL);
    sm_markdown w = {.report = r, .sink = sink, .lowered = files ? NAME_LEVEL : 0};
    if (headed)
        sm_markdown_put_file(&w, r->name);
    if (r->stats)
        put_stats(&w);
    if (whole) {
        sm_markdown_put_whole(&w);
    } else {
        put_sentences(&w);
        put_phrases(&w);
    }
    sm_put(sink, "\n", headed);
}
