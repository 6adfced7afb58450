/* JSON: one object with all that is known of each document, as include/summ.schema.json describes it. */
#include "output/json.h"
#include "output/stats.h"
#include "output/why.h"

#include <string.h>

void sm_write_json(const sm_report *report, sm_sink *sink);

extern const sm_frame sm_frame_json;
const sm_frame sm_frame_json = {{"{\"summ\":\"" SUMM_VERSION "\",\"schema\":1,\"documents\":[\n", ",\n", "\n]}\n"}};

static void put_string(sm_sink *sink, const char *name, const char *string) {
    sm_json_text(sink, name, string, strlen(string));
}

static void put_flag(sm_sink *sink, const char *name, bool flag) {
    sm_put_string(sink, ",\"");
    sm_put_string(sink, name);
    sm_put_string(sink, flag ? "\":true" : "\":false");
}

/* ---- The document ---- */

static void put_said(const char *name, const char *value, bool *first, sm_sink *sink) {
    if (value == NULL)
        return;
    sm_json_key(sink, name, first);
    sm_json_string(sink, value, strlen(value));
}

static void put_language(const summ_facts *f, bool *first, sm_sink *sink) {
    sm_json_key(sink, "language", first);
    sm_put_string(sink, "{\"code\":");
    sm_json_string(sink, f->language, strlen(f->language));
    sm_json_real(sink, "sureness", f->language_sureness);
    put_flag(sink, "given", f->language_given != 0);
    sm_put(sink, "}", 1);
}

static void put_warnings(const summ_facts *f, sm_sink *sink) {
    sm_put_string(sink, ",\"warnings\":[");
    for (size_t i = 0; i < f->n_warnings; i++) {
        sm_put(sink, ",", i > 0);
        sm_json_string(sink, f->warnings[i], strlen(f->warnings[i]));
    }
    sm_put(sink, "]", 1);
}

static void put_facts(const sm_report *r, bool *first, sm_sink *sink) {
    const summ_facts *f = r->facts;
    put_said("title", f->title, first, sink);
    put_said("author", f->author, first, sink);
    put_said("date", f->date, first, sink);
    put_language(f, first, sink);
    put_string(sink, "format", f->format);
    put_string(sink, "encoding", f->encoding);
    sm_put_string(sink, ",\"stats\":{\"bad_bytes\":");
    sm_put_count(sink, f->n_bad_bytes);
    sm_json_stats(r, sink);
    sm_put(sink, "}", 1);
    put_warnings(f, sink);
}

/* ---- The options ---- */

static void put_ceiling(sm_sink *sink, const char *name, size_t most) {
    if (most != SUMM_NO_LIMIT)
        sm_json_count(sink, name, most);
}

static void put_ceilings(const summ_summary_options *o, sm_sink *sink) {
    put_ceiling(sink, "max_sentences", o->max_sentences);
    put_ceiling(sink, "max_words", o->max_words);
    put_ceiling(sink, "max_chars", o->max_chars);
    if (o->max_percent < 100)
        sm_json_real(sink, "max_percent", o->max_percent);
}

static void put_must(const summ_summary_options *o, sm_sink *sink) {
    sm_put_string(sink, ",\"must\":[");
    for (size_t i = 0; i < o->n_must; i++) {
        sm_put(sink, ",", i > 0);
        sm_json_string(sink, o->must[i], strlen(o->must[i]));
    }
    sm_put(sink, "]", 1);
}

static void put_summary_options(const summ_summary_options *o, sm_sink *sink) {
    sm_put_string(sink, "{\"algorithm\":");
    sm_json_string(sink, o->algorithm, strlen(o->algorithm));
    put_ceilings(o, sink);
    sm_json_real(sink, "diversity", o->diversity);
    put_string(sink, "order", o->order == SUMM_ORDER_SCORE ? "score" : "position");
    sm_json_count(sink, "seed", (size_t)o->seed);
    if (o->query != NULL)
        put_string(sink, "query", o->query);
    put_must(o, sink);
    put_flag(sink, "known", o->known != NULL);
    put_flag(sink, "no_quotes", o->no_quotes != 0);
    put_flag(sink, "no_questions", o->no_questions != 0);
    put_flag(sink, "trim", o->trim != 0);
    put_flag(sink, "truncate", o->truncate != 0);
    put_flag(sink, "outline", o->outline != 0);
    if (o->corpus != NULL)
        put_flag(sink, "corpus", true);
    sm_put(sink, "}", 1);
}

static void put_keyword_options(const summ_keyword_options *o, sm_sink *sink) {
    sm_put_string(sink, "{\"algorithm\":");
    sm_json_string(sink, o->algorithm, strlen(o->algorithm));
    sm_json_count(sink, "max_phrases", o->max_phrases);
    sm_json_count(sink, "min_words", o->min_words);
    sm_json_count(sink, "max_words", o->max_words);
    put_flag(sink, "overlap", o->overlap != 0);
    put_flag(sink, "against", o->against != NULL);
    if (o->corpus != NULL)
        put_flag(sink, "corpus", true);
    sm_put(sink, "}", 1);
}

static void put_options(const sm_report *r, bool *first, sm_sink *sink) {
    bool none = true;
    sm_json_key(sink, "options", first);
    sm_put(sink, "{", 1);
    if (r->summary_options != NULL) {
        sm_json_key(sink, "summary", &none);
        put_summary_options(r->summary_options, sink);
    }
    if (r->keyword_options != NULL) {
        sm_json_key(sink, "keywords", &none);
        put_keyword_options(r->keyword_options, sink);
    }
    sm_put(sink, "}", 1);
}

/* ---- The results ---- */

static void put_sentences(const sm_report *r, sm_sink *sink) {
    for (size_t i = 0; i < r->n_sentences; i++) {
        const summ_sentence *s = &r->sentences[i];
        sm_put(sink, ",", i > 0);
        sm_json_open_sentence(r, s, sink);
        sm_json_count(sink, "index", s->index);
        sm_json_count(sink, "paragraph", s->block);
        sm_json_count(sink, "words", s->n_words);
        sm_json_count(sink, "chars", s->n_chars);
        put_flag(sink, "truncated", s->truncated != 0);
        sm_put(sink, "}", 1);
    }
}

static void put_phrases(const sm_report *r, sm_sink *sink) {
    for (size_t i = 0; i < r->n_phrases; i++) {
        sm_put(sink, ",", i > 0);
        sm_json_open_phrase(r, &r->phrases[i], sink);
        sm_json_text(sink, "stem", r->phrases[i].stem, r->phrases[i].n_stem_bytes);
        sm_put(sink, "}", 1);
    }
}

static void put_results(const sm_report *r, bool *first, sm_sink *sink) {
    if (r->sentences != NULL) {
        sm_json_key(sink, "summary", first);
        sm_put(sink, "[", 1);
        put_sentences(r, sink);
        sm_put(sink, "]", 1);
    }
    if (r->phrases != NULL) {
        sm_json_key(sink, "keywords", first);
        sm_put(sink, "[", 1);
        put_phrases(r, sink);
        sm_put(sink, "]", 1);
    }
    if (r->reasons != NULL || r->phrase_reasons != NULL) {
        sm_json_key(sink, "explain", first);
        sm_why_json(r, sink);
    }
}

void sm_write_json(const sm_report *report, sm_sink *sink) {
    sm_report all = *report;
    bool first = true;
    all.scores = all.offsets = true;
    sink->exact = true;
    sm_put(sink, "{", 1);
    sm_json_names(&all, &first, sink);
    if (all.facts != NULL)
        put_facts(&all, &first, sink);
    put_options(&all, &first, sink);
    put_results(&all, &first, sink);
    sm_put(sink, "}", 1);
}
