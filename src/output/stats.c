#include "output/stats.h"

#include "output/json.h"

#include <string.h>

size_t sm_stats_list(const sm_report *r, sm_stat list[SM_STATS]) {
    const summ_facts *f = r->facts;
    const sm_stat all[SM_STATS] = {{"bytes", f->n_bytes, false},
                                   {"characters", f->n_chars, false},
                                   {"words", f->n_words, false},
                                   {"sentences", f->n_sentences, false},
                                   {"paragraphs", f->n_paragraphs, false},
                                   {"stems", f->n_stems, false},
                                   {"reading_seconds", f->reading_seconds, false},
                                   {"kept_sentences", r->n_kept_sentences, true},
                                   {"kept_words", r->n_kept_words, true}};
    size_t n = 0;
    for (size_t i = 0; i < SM_STATS; i++)
        if (!all[i].kept || r->has_kept)
            list[n++] = all[i];
    return n;
}

double sm_stats_share(const sm_report *r) {
    return r->facts->n_words > 0 ? (double)r->n_kept_words / (double)r->facts->n_words : 0;
}

static void put_label(const char *name, sm_sink *sink) {
    enum {
        COLUMN = 18
    };
    static const char SPACES[] = "                  ";
    size_t n = strlen(name);
    sm_put_string(sink, name);
    sm_put(sink, SPACES, n < COLUMN ? COLUMN - n : 1);
}

static void put_language(const summ_facts *f, sm_sink *sink) {
    put_label("language", sink);
    sm_put_string(sink, f->language);
    if (f->language_given) {
        sm_put_string(sink, ", given\n");
        return;
    }
    sm_put_string(sink, ", sureness ");
    sm_put_real(sink, f->language_sureness, 4);
    sm_put(sink, "\n", 1);
}

void sm_stats_text(const sm_report *r, sm_sink *sink) {
    sm_stat list[SM_STATS];
    size_t n = sm_stats_list(r, list);
    for (size_t i = 0; i < n; i++) {
        put_label(list[i].name, sink);
        sm_put_count(sink, list[i].count);
        sm_put(sink, "\n", 1);
    }
    if (r->has_kept) {
        put_label("kept_share", sink);
        sm_put_real(sink, sm_stats_share(r), 4);
        sm_put(sink, "\n", 1);
    }
    put_language(r->facts, sink);
    put_label("encoding", sink);
    sm_put_name(sink, r->facts->encoding);
    sm_put(sink, "\n", 1);
}

void sm_json_stats(const sm_report *r, sm_sink *sink) {
    sm_stat list[SM_STATS];
    size_t n = sm_stats_list(r, list);
    for (size_t i = 0; i < n; i++)
        sm_json_count(sink, list[i].name, list[i].count);
    if (r->has_kept)
        sm_json_real(sink, "kept_share", sm_stats_share(r));
}
