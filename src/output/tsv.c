/* A table with tabs between columns: a line for each result, whose columns are empty where there is nothing to say. No
 * column holds a tab or a line break: texts are on one line, and names have none of their control characters left. */
#include "output/stats.h"

#include <string.h>

void sm_write_tsv(const sm_report *report, sm_sink *sink);

extern const sm_frame sm_frame_tsv;
const sm_frame sm_frame_tsv = {{"kind\tfile\tline\tcolumn\tbegin\tend\trank\tscore\tcount\ttext\n", "", ""}};

static void put_tab(sm_sink *sink) {
    sm_put(sink, "\t", 1);
}

static void put_count(size_t number, sm_sink *sink) {
    put_tab(sink);
    sm_put_count(sink, number);
}

/* The columns up to the end of where it stands; `span` NULL: nowhere. */
static void open_line(const sm_report *r, const char *kind, const summ_span *span, sm_sink *sink) {
    const char *name = sm_report_name(r, span != NULL ? span->source : 0);
    sm_put_string(sink, kind);
    put_tab(sink);
    if (name != NULL)
        sm_put_name(sink, name);
    if (span == NULL) {
        sm_put_string(sink, "\t\t\t\t");
        return;
    }
    put_count(span->line, sink);
    put_count(span->column, sink);
    put_count(span->begin, sink);
    put_count(span->end, sink);
}

static void put_rank(size_t rank, double score, sm_sink *sink) {
    put_tab(sink);
    if (rank > 0)
        sm_put_count(sink, rank);
    put_tab(sink);
    if (rank > 0)
        sm_put_score(sink, score);
}

static void close_line(const char *text, size_t n, sm_sink *sink) {
    put_tab(sink);
    sm_put(sink, text, n);
    sm_put(sink, "\n", 1);
}

static void put_sentence(const sm_report *r, const summ_sentence *s, sm_sink *sink) {
    summ_span span = {s->begin, s->end, s->line, s->column, s->source};
    open_line(r, "sentence", &span, sink);
    put_rank(s->rank, s->score, sink);
    put_tab(sink);
    close_line(s->text, s->n_bytes, sink);
}

/* With places, a line for each occurrence. */
static void put_phrase(const sm_report *r, const summ_phrase *p, sm_sink *sink) {
    for (size_t k = 0; k < (r->offsets ? p->count : 1); k++) {
        open_line(r, "phrase", &p->occurrences[k], sink);
        put_rank(p->rank, p->score, sink);
        put_count(p->count, sink);
        close_line(p->text, p->n_bytes, sink);
    }
}

/* A count is named in the last column; the score of words that are kept is their share. */
static void put_stats(const sm_report *r, sm_sink *sink) {
    sm_stat list[SM_STATS];
    size_t n = sm_stats_list(r, list);
    for (size_t i = 0; i < n; i++) {
        open_line(r, "count", NULL, sink);
        put_rank(0, 0, sink);
        put_count(list[i].count, sink);
        close_line(list[i].name, strlen(list[i].name), sink);
    }
}

/* A fact in words, and a score if it has one. */
static void put_fact(const sm_report *r, const char *kind, const char *text, double score, sm_sink *sink) {
    open_line(r, kind, NULL, sink);
    sm_put_string(sink, "\t\t");
    if (score >= 0)
        sm_put_score(sink, score);
    put_tab(sink);
    put_tab(sink);
    sm_put_name(sink, text);
    sm_put(sink, "\n", 1);
}

void sm_write_tsv(const sm_report *r, sm_sink *sink) {
    if (r->stats) {
        put_stats(r, sink);
        if (r->has_kept)
            put_fact(r, "share", "kept_words", sm_stats_share(r), sink);
        put_fact(r, "language", r->facts->language, r->facts->language_sureness, sink);
        put_fact(r, "encoding", r->facts->encoding, -1, sink);
    }
    for (size_t i = 0; i < r->n_sentences; i++)
        put_sentence(r, &r->sentences[i], sink);
    for (size_t i = 0; i < r->n_phrases; i++)
        put_phrase(r, &r->phrases[i], sink);
}
