/* The whole library by its public header: every row of every table, every option, whatever the text. Choices come from
 * the first bytes; then the text, and behind bytes 0x1E words that are asked for and a second text, to be merged with
 * it, or known, or compared with. */
#include "fuzz.h"

#include "base/chars.h"
#include "support/markup.h"

#include <jansson.h>

enum {
    QUERY_MARK = 0x1E
};

/* What is chosen. */
typedef struct plan {
    summ_doc_options doc;
    summ_summary_options summary;
    summ_keyword_options keywords;
    summ_report report;
    const char *output;
    unsigned second; /* what the second text is for */
    bool lean;       /* little memory */
    size_t piece;    /* in which the text is fed; 0: whole */
    char *query;
    const char *must[1];
    fuzz_input text, other;
} plan;

/* ---- Choices ---- */

static const char *pick_row(fuzz_input *in, summ_kind kind) {
    size_t n = 0;
    while (summ_item_at(kind, n) != NULL)
        n++;
    return summ_item_at(kind, fuzz_pick(in, n))->name;
}

/* 0 is no limit. */
static size_t pick_limit(fuzz_input *in, size_t below, size_t factor) {
    size_t n = fuzz_pick(in, below);
    return n == 0 ? SUMM_NO_LIMIT : (n - 1) * factor;
}

static void pick_doc(fuzz_input *in, plan *p) {
    static const char *const ENCODINGS[] = {"UTF-8", NULL, "windows-1252", "UTF-16LE"};
    summ_doc_options_init(&p->doc, sizeof p->doc);
    p->doc.format = pick_row(in, SUMM_INPUTS);
    size_t language = fuzz_pick(in, 64);
    p->doc.language =
        summ_item_at(SUMM_LANGUAGES, language) != NULL ? summ_item_at(SUMM_LANGUAGES, language)->name : NULL;
    size_t flags = fuzz_pick(in, 256);
    p->doc.encoding = ENCODINGS[flags & 3];
    p->doc.whole = (flags & 4) != 0;
    p->doc.title = (flags & 8) != 0 ? "The harbour" : NULL;
    p->second = flags >> 4 & 3;
    p->lean = (flags & 0xC0) == 0xC0;
    size_t piece = fuzz_pick(in, 32);
    p->piece = piece < 8 ? piece : 0;
}

static void pick_lengths(fuzz_input *in, summ_summary_options *o) {
    static const double PERCENT[] = {100, 0.1, 10, 50}, DIVERSITY[] = {SUMM_DIVERSITY_OWN, 0, 0.5, 1};
    o->max_sentences = pick_limit(in, 10, 1);
    o->max_words = pick_limit(in, 32, 3);
    o->max_chars = pick_limit(in, 64, 9);
    size_t shares = fuzz_pick(in, 16);
    o->max_percent = PERCENT[shares & 3];
    o->diversity = DIVERSITY[shares >> 2];
}

static void pick_summary(fuzz_input *in, plan *p) {
    summ_summary_options *o = &p->summary;
    summ_summary_options_init(o, sizeof *o);
    o->algorithm = pick_row(in, SUMM_ALGORITHMS);
    pick_lengths(in, o);
    size_t flags = fuzz_pick(in, 256);
    o->order = (flags & 1) != 0 ? SUMM_ORDER_SCORE : SUMM_ORDER_POSITION;
    o->no_quotes = (flags & 2) != 0;
    o->no_questions = (flags & 4) != 0;
    o->trim = (flags & 8) != 0;
    o->truncate = (flags & 16) != 0;
    o->outline = (flags & 32) != 0;
    o->seed = flags;
}

static void pick_keywords(fuzz_input *in, plan *p) {
    summ_keyword_options *o = &p->keywords;
    summ_keyword_options_init(o, sizeof *o);
    o->algorithm = pick_row(in, SUMM_KEYWORD_ALGORITHMS);
    size_t lengths = fuzz_pick(in, 128);
    o->max_words = 1 + (lengths & 7);
    o->min_words = 1 + (lengths >> 3 & 7) % o->max_words;
    o->overlap = (lengths & 64) != 0;
}

static void pick_report(fuzz_input *in, plan *p) {
    static const char *const NAMES[] = {"a \"b\"", "c\t*d*"};
    p->output = pick_row(in, SUMM_OUTPUTS);
    summ_report_init(&p->report, sizeof p->report);
    size_t flags = fuzz_pick(in, 256);
    p->report.name = "a <b>\n";
    p->report.names = NAMES;
    p->report.n_names = p->second == 3 ? 2 : 0;
    p->report.about = (flags & 1) != 0;
    p->report.scores = (flags & 1) != 0;
    p->report.offsets = (flags & 2) != 0;
    p->report.apart = (flags & 4) != 0;
    p->report.headed = (flags & 8) != 0;
    p->report.highlight = (flags & 16) != 0;
    p->report.color = (flags & 32) != 0;
    p->report.width = (flags & 64) != 0 ? 20 : 0;
    p->report.stats = (flags & 128) != 0;
}

static void pick(fuzz_input *in, plan *p) {
    *p = (plan){.output = NULL};
    pick_doc(in, p);
    pick_summary(in, p);
    pick_keywords(in, p);
    pick_report(in, p);
    p->text = fuzz_part(in, QUERY_MARK);
    p->query = fuzz_string(fuzz_part(in, QUERY_MARK));
    p->other = *in;
    p->must[0] = p->query;
    p->summary.query = p->query[0] != '\0' ? p->query : NULL;
    p->summary.must = p->must;
    p->summary.n_must = p->query[0] != '\0' && p->query[0] < 'a';
}

/* ---- What holds of sentences ---- */

static void check_sentence(const summ_sentence *s, const size_t n_source[2]) {
    size_t at = s->begin;
    FUZZ_CHECK(s->source < 2 && s->begin < s->end && s->end <= n_source[s->source]);
    FUZZ_CHECK(s->n_bytes > 0 && s->text[s->n_bytes] == '\0' && s->line > 0 && s->column > 0);
    FUZZ_CHECK(s->score >= 0 && s->score <= 1 && s->n_pieces > 0 && s->level >= 0 && s->level <= 6);
    FUZZ_CHECK(sm_utf8_count(s->text, s->n_bytes) == s->n_chars);
    for (size_t i = 0; i < s->n_pieces; i++) {
        FUZZ_CHECK(s->pieces[i].begin >= at && s->pieces[i].begin < s->pieces[i].end && s->pieces[i].end <= s->end);
        at = s->pieces[i].end;
    }
}

/* The characters of a whole sentence stand in the source, in their order: white space as one space, bad bytes as
 * U+FFFD, and without what line ends have in between. */
static void check_copied(const summ_sentence *s, const char *source) {
    size_t from = s->begin, at = 0;
    while (at < s->n_bytes && from < s->end) {
        uint32_t code, other;
        size_t n = sm_utf8_decode(s->text + at, s->n_bytes - at, &code);
        size_t passed = sm_utf8_decode(source + from, s->end - from, &other);
        bool same = code == other || code == ' ';
        at += same ? n : 0;
        from += same && code == ' ' && sm_char_of(other) != SM_CHAR_SPACE ? 0 : passed;
    }
    FUZZ_CHECK(at == s->n_bytes);
}

static void check_list(const summ_sentences *list, const size_t n_source[2], bool ascends) {
    size_t last = 0, last_source = 0;
    for (size_t i = 0; i < summ_sentences_count(list); i++) {
        const summ_sentence *s = summ_sentences_at(list, i);
        check_sentence(s, n_source);
        if (ascends) {
            FUZZ_CHECK(s->source > last_source || (s->source == last_source && s->begin >= last));
            last = s->end;
            last_source = s->source;
        }
    }
    FUZZ_CHECK(summ_sentences_at(list, summ_sentences_count(list)) == NULL);
}

/* Ceilings of the summary as a whole. */
static void check_ceilings(const summ_sentences *list, const summ_summary_options *o, size_t n_all) {
    size_t n = summ_sentences_count(list), words = 0, chars = n > 0 ? n - 1 : 0;
    for (size_t i = 0; i < n; i++) {
        words += summ_sentences_at(list, i)->n_words;
        chars += summ_sentences_at(list, i)->n_chars;
        FUZZ_CHECK(summ_sentences_at(list, i)->rank >= 1 && summ_sentences_at(list, i)->rank <= n);
    }
    FUZZ_CHECK(n <= o->max_sentences && words <= o->max_words && chars <= o->max_chars);
    FUZZ_CHECK(n <= 1 || (double)n <= o->max_percent / 100 * (double)n_all + 1e-9);
}

static void check_phrases(const summ_phrases *list, const summ_keyword_options *o, const size_t n_source[2]) {
    FUZZ_CHECK(summ_phrases_count(list) <= o->max_phrases);
    for (size_t i = 0; i < summ_phrases_count(list); i++) {
        const summ_phrase *f = summ_phrases_at(list, i);
        size_t n_forms = 0;
        FUZZ_CHECK(f->n_bytes > 0 && f->text[f->n_bytes] == '\0' && f->count > 0 && f->rank == i + 1 && f->n_forms > 0);
        FUZZ_CHECK(f->score >= 0 && f->score <= 1 && (i == 0 || f->score <= summ_phrases_at(list, i - 1)->score));
        for (size_t k = 0; k < f->count; k++) {
            const summ_span *s = &f->occurrences[k];
            FUZZ_CHECK(s->source < 2 && s->begin < s->end && s->end <= n_source[s->source]);
            FUZZ_CHECK(k == 0 || s->source > s[-1].source || s->begin >= s[-1].begin);
        }
        for (size_t k = 0; k < f->n_forms; k++)
            n_forms += f->forms[k].count;
        FUZZ_CHECK(n_forms == f->count);
    }
}

/* ---- Output ---- */

typedef struct output {
    char *at;
    size_t n, room;
} output;

static int append(void *context, const char *bytes, size_t n) {
    output *out = context;
    if (out->room - out->n < n + 1) {
        out->room = 2 * out->room + n + 256;
        out->at = realloc(out->at, out->room);
        FUZZ_CHECK(out->at != NULL);
    }
    if (n > 0)
        memcpy(out->at + out->n, bytes, n);
    out->n += n;
    out->at[out->n] = '\0';
    return 0;
}

static bool is_format(const plan *p, const char *name) {
    return strcmp(p->output, name) == 0;
}

static void check_json(const output *out) {
    json_error_t error;
    json_t *value = json_loadb(out->at, out->n, 0, &error);
    FUZZ_CHECK(value != NULL);
    json_decref(value);
}

/* Lines of tsv have ten columns. */
static void check_tsv(const output *out) {
    size_t tabs = 0;
    for (size_t i = 0; i < out->n; i++) {
        tabs += out->at[i] == '\t';
        FUZZ_CHECK(out->at[i] != '\n' || tabs == 9);
        tabs = out->at[i] == '\n' ? 0 : tabs;
    }
}

static void check_written(const plan *p, const output *out) {
    FUZZ_CHECK(out->n == 0 || out->at[out->n - 1] == '\n' || is_format(p, "html"));
    for (size_t at = 0, length; at < out->n; at += length) {
        uint32_t code;
        length = sm_utf8_decode(out->at + at, out->n - at, &code);
        FUZZ_CHECK(length > 1 || (unsigned char)out->at[at] < 0x80);
        FUZZ_CHECK(code >= ' ' || code == '\n' || code == '\t' || (code == 0x1B && p->report.color));
    }
    if (is_format(p, "json") || is_format(p, "jsonl"))
        check_json(out);
    else if (is_format(p, "tsv"))
        check_tsv(out);
    else if (is_format(p, "html") && out->n > 0)
        test_markup_check(out->at);
}

static void add_frame(const plan *p, summ_frame part, output *out) {
    FUZZ_CHECK(summ_write_frame(p->output, part, append, out) == SUMM_OK);
}

/* The report in its frame. */
static output write_report(const plan *p, const summ_report *report) {
    output out = {0};
    append(&out, "", 0);
    add_frame(p, SUMM_FRAME_BEGIN, &out);
    FUZZ_CHECK(summ_write(p->output, report, append, &out) == SUMM_OK);
    add_frame(p, SUMM_FRAME_END, &out);
    check_written(p, &out);
    return out;
}

/* ---- One document ---- */

static void check_facts(const summ_doc *doc) {
    const summ_facts *f = summ_doc_facts(doc);
    FUZZ_CHECK(f->language != NULL && f->encoding != NULL && f->format != NULL);
    FUZZ_CHECK(f->language_sureness >= 0 && f->language_sureness <= 1);
    for (size_t i = 0; i < f->n_warnings; i++)
        FUZZ_CHECK(f->warnings[i][0] != '\0');
}

/* Of several texts, facts tell the first one's. */
static bool is_plain_utf8(const plan *p, const summ_doc *doc) {
    const summ_facts *f = summ_doc_facts(doc);
    return p->second != 3 && strcmp(f->format, "text") == 0 && strcmp(f->encoding, "UTF-8") == 0;
}

static void check_split(const plan *p, const summ_doc *doc, const size_t n_source[2], size_t *n_all) {
    summ_sentences *all, *paragraphs;
    FUZZ_CHECK(summ_split(doc, &all) == SUMM_OK && summ_paragraphs(doc, &paragraphs) == SUMM_OK);
    *n_all = summ_sentences_count(all);
    FUZZ_CHECK(*n_all == summ_doc_facts(doc)->n_sentences);
    FUZZ_CHECK(summ_sentences_count(paragraphs) == summ_doc_facts(doc)->n_paragraphs);
    check_list(all, n_source, true);
    check_list(paragraphs, n_source, true);
    for (size_t i = 0; i < *n_all; i++) {
        const summ_sentence *s = summ_sentences_at(all, i);
        FUZZ_CHECK(s->index == i);
        if (is_plain_utf8(p, doc))
            check_copied(s, p->text.text);
    }
    summ_sentences_free(paragraphs);
    summ_sentences_free(all);
}

/* With reasons what is chosen is the same. */
static void check_reasons(const plan *p, const summ_doc *doc, const summ_sentences *summary) {
    summ_explanation *why = NULL;
    summ_keyword_explanation *keywords;
    summ_report report = p->report;
    summ_status status = summ_explain(doc, &p->summary, &why);
    FUZZ_CHECK(status == (p->summary.outline ? SUMM_ERR_ARGUMENT : SUMM_OK));
    for (size_t i = 0; status == SUMM_OK && i < summ_sentences_count(summary); i++)
        FUZZ_CHECK(summ_explanation_at(why, i)->sentence->index == summ_sentences_at(summary, i)->index);
    FUZZ_CHECK(summ_explain_keywords(doc, &p->keywords, &keywords) == SUMM_OK);
    report.doc = doc;
    report.explanation = why;
    report.keyword_explanation = keywords;
    report.highlight = 0;
    free(write_report(p, &report).at);
    summ_keyword_explanation_free(keywords);
    summ_explanation_free(why);
}

/* Chooses and writes; returns what was written. */
static output use(const plan *p, const summ_doc *doc, const size_t n_source[2]) {
    summ_sentences *summary, *ranking;
    summ_phrases *phrases;
    summ_report report = p->report;
    size_t n_all;
    check_facts(doc);
    check_split(p, doc, n_source, &n_all);
    FUZZ_CHECK(summ_summarize(doc, &p->summary, &summary) == SUMM_OK);
    FUZZ_CHECK(summ_rank(doc, &p->summary, &ranking) == SUMM_OK && summ_sentences_count(ranking) == n_all);
    FUZZ_CHECK(summ_keywords(doc, &p->keywords, &phrases) == SUMM_OK);
    check_list(summary, n_source, p->summary.order == SUMM_ORDER_POSITION);
    check_list(ranking, n_source, true);
    if (!p->summary.outline)
        check_ceilings(summary, &p->summary, n_all);
    check_phrases(phrases, &p->keywords, n_source);
    report.doc = doc;
    report.sentences = summary;
    report.summary_options = &p->summary;
    report.phrases = phrases;
    report.keyword_options = &p->keywords;
    report.ranking = p->report.highlight || is_format(p, "html") ? ranking : NULL;
    output out = write_report(p, &report);
    if (p->report.offsets)
        check_reasons(p, doc, summary);
    summ_phrases_free(phrases);
    summ_sentences_free(ranking);
    summ_sentences_free(summary);
    return out;
}

/* Fed in pieces, a text gives the same. */
static void check_fed(const plan *p, const summ_engine *engine, const size_t n_source[2], const output *expected) {
    summ_feed *feed;
    summ_doc *doc;
    FUZZ_CHECK(summ_feed_new(engine, &feed) == SUMM_OK);
    for (size_t at = 0; at < p->text.n; at += p->piece) {
        size_t n = p->text.n - at < p->piece ? p->text.n - at : p->piece;
        FUZZ_CHECK(summ_feed_add(feed, p->text.text + at, n) == SUMM_OK);
    }
    FUZZ_CHECK(summ_feed_doc(feed, &p->doc, &doc) == SUMM_OK);
    summ_feed_free(feed);
    output out = use(p, doc, n_source);
    FUZZ_CHECK(out.n == expected->n && memcmp(out.at, expected->at, out.n) == 0);
    free(out.at);
    summ_doc_free(doc);
}

static summ_status read_text(const plan *p, const summ_engine *engine, summ_doc **doc) {
    summ_part parts[] = {{.text = p->text.text, .n_bytes = p->text.n}, {.text = p->other.text, .n_bytes = p->other.n}};
    return summ_doc_new_merged(engine, parts, p->second == 3 ? 2 : 1, &p->doc, doc);
}

static void check_plan(plan *p, const summ_engine *engine) {
    summ_doc *doc, *other = NULL;
    size_t n_source[] = {p->text.n, p->other.n};
    summ_status status = read_text(p, engine, &doc);
    FUZZ_CHECK(status == SUMM_OK || status == SUMM_ERR_MISSING ||
               (status == SUMM_ERR_BINARY && p->doc.encoding == NULL));
    if (status != SUMM_OK)
        return;
    if (p->second == 1 || p->second == 2)
        if (summ_doc_new(engine, p->other.text, p->other.n, &p->doc, &other) != SUMM_OK)
            other = NULL;
    p->summary.known = p->second == 1 ? other : NULL;
    p->keywords.against = p->second == 2 ? other : NULL;
    output out = use(p, doc, n_source);
    if (p->piece > 0 && p->second != 3)
        check_fed(p, engine, n_source, &out);
    free(out.at);
    summ_doc_free(other);
    summ_doc_free(doc);
}

/* With little memory everything works, or says so. */
static void check_lean(const plan *p) {
    summ_engine_options options;
    summ_engine *engine;
    summ_doc *doc;
    summ_sentences *summary;
    summ_phrases *phrases;
    summ_engine_options_init(&options, sizeof options);
    options.max_memory = 1000 * (size_t)(1 + p->piece) + 8 * p->text.n * (p->summary.seed & 7);
    FUZZ_CHECK(summ_engine_new(&options, &engine) == SUMM_OK);
    summ_status status = read_text(p, engine, &doc);
    FUZZ_CHECK(status == SUMM_OK || status == SUMM_ERR_MEMORY || status == SUMM_ERR_BINARY ||
               status == SUMM_ERR_MISSING);
    if (status == SUMM_OK) {
        status = summ_summarize(doc, &p->summary, &summary);
        FUZZ_CHECK(status == SUMM_OK || status == SUMM_ERR_MEMORY);
        summ_sentences_free(status == SUMM_OK ? summary : NULL);
        status = summ_keywords(doc, &p->keywords, &phrases);
        FUZZ_CHECK(status == SUMM_OK || status == SUMM_ERR_MEMORY);
        summ_phrases_free(status == SUMM_OK ? phrases : NULL);
        summ_doc_free(doc);
    }
    summ_engine_free(engine);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t n) {
    fuzz_input in = fuzz_begin(data, n);
    summ_engine *engine;
    plan p;
    pick(&in, &p);
    if (p.lean) {
        check_lean(&p);
    } else {
        FUZZ_CHECK(summ_engine_new(NULL, &engine) == SUMM_OK);
        check_plan(&p, engine);
        summ_engine_free(engine);
    }
    free(p.query);
    return 0;
}
