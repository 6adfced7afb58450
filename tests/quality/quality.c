/* quality DATA FIGURES [--update] [--algorithm=NAME]: measures summaries and key phrases on labelled texts and compares
 * with the figures of the file. README.md has the layout of the data. */
#define _POSIX_C_SOURCE 200809L
#include "figures.h"
#include "keyscore.h"
#include "rouge.h"

#include <errno.h>
#include <jansson.h>
#include <stdlib.h>
#include <string.h>

enum {
    TOP = 10, /* key phrases that count */
    MAX_PHRASES = 30,
    MAX_PATH = 4096
};

/* The two summaries of a text that are measured. */
enum {
    BY_WORDS,     /* as many words as the best other tool used */
    BY_SENTENCES, /* as many sentences as the other tools were asked for */
    SUMMARIES
};

static const char *const METRICS[SUMMARIES][3] = {{"words R-1", "words R-2", "words R-Lsum"},
                                                  {"sentences R-1", "sentences R-2", "sentences R-Lsum"}};

/* Figures of one set, or their sums over sets. */
typedef struct result {
    double of[SUMMARIES][3], peer[2]; /* and R-Lsum */
    size_t n;
} result;

typedef struct quality {
    const char *data, *algorithm; /* NULL: the default */
    sm_alloc alloc;
    sm_arena arena;
    summ_engine *engine;
    figures now, before;
    json_t *summaries, *keywords; /* what peers.json has */
    size_t n_missing;             /* sets */
} quality;

/* A set of texts as peers.json describes it. */
typedef struct set {
    const char *name, *language;
    const char *given; /* the language that summ is told, or NULL */
    const char *peer;  /* the best of the other tools, or NULL */
    double peer_r1, peer_r2;
    size_t words, sentences;
} set;

typedef struct text {
    const json_t *record;
    const char *bytes;
    size_t n;
    summ_doc *doc;
    sm_arena scratch;
} text;

static void check(bool good, const char *what, const char *detail) {
    if (good)
        return;
    fprintf(stderr, "quality: %s%s\n", what, detail);
    exit(2);
}

static void check_status(summ_status status, const char *where) {
    check(status == SUMM_OK, where, status == SUMM_OK ? "" : summ_status_message(status));
}

/* ---- Sets of texts ---- */

static const char *path_of(const quality *q, const char *folder, const char *name, const char *ending, char *path) {
    int n = snprintf(path, MAX_PATH, "%s/%s/%s%s", q->data, folder, name, ending);
    check(n > 0 && n < MAX_PATH, "a path is too long: ", name);
    return path;
}

/* The object that describes the sets of a folder, in the order of the file. */
static json_t *read_peers(const quality *q, const char *folder) {
    char path[MAX_PATH];
    json_error_t error;
    json_t *peers = json_load_file(path_of(q, folder, "peers", ".json", path), 0, &error);
    if (peers == NULL)
        printf("%s cannot be read: left out\n", path);
    return peers;
}

typedef void (*measure_text)(quality *q, const set *s, text *t, result *sum);

static void open_text(const quality *q, const set *s, const char *line, size_t n_line, text *t) {
    json_error_t error;
    json_t *record = json_loadb(line, n_line, JSON_ALLOW_NUL, &error);
    check(record != NULL, "not JSON: ", error.text);
    const json_t *string = json_object_get(record, "text");
    check(json_is_string(string), "a line without text in ", s->name);
    *t = (text){.record = record, .bytes = json_string_value(string), .n = json_string_length(string)};
    summ_doc_options options;
    summ_doc_options_init(&options, sizeof options);
    options.language = s->given;
    options.encoding = "UTF-8";
    check_status(summ_doc_new(q->engine, t->bytes, t->n, &options, &t->doc), "a text cannot be read: ");
}

static void measure_line(quality *q, const set *s, const char *line, size_t n, measure_text measure, result *sum) {
    text t;
    open_text(q, s, line, n, &t);
    sm_arena_init(&t.scratch, &q->alloc);
    measure(q, s, &t, sum);
    sm_arena_release(&t.scratch);
    summ_doc_free(t.doc);
    json_decref((json_t *)(uintptr_t)t.record);
}

/* Sums up all texts of a set. False: the set is not there. */
static bool measure_set(quality *q, const char *folder, const set *s, measure_text measure, result *sum) {
    char path[MAX_PATH], *line = NULL;
    size_t cap = 0;
    FILE *file = fopen(path_of(q, folder, s->name, ".jsonl", path), "r");
    *sum = (result){0};
    if (file == NULL) {
        printf("%-16s not in %s: left out\n", s->name, q->data);
        q->n_missing++;
        return false;
    }
    for (ssize_t n; (n = getline(&line, &cap, file)) > 0;)
        measure_line(q, s, line, (size_t)n, measure, sum);
    check(ferror(file) == 0 && sum->n > 0, "no texts, or an error, in ", path);
    free(line);
    fclose(file);
    return true;
}

/* Keeps a figure and returns how far it moved from that of the file. */
static double keep(quality *q, const char *set_name, const char *metric, double value, bool is_mean) {
    const figure *before = figures_find(&q->before, set_name, metric);
    figure one = {set_name, metric, value, is_mean};
    check(figures_add(&q->now, one, &q->arena), "out of memory", "");
    return before != NULL ? value - before->value : 0;
}

/* ---- Summaries ---- */

static double number_at(const json_t *array, size_t index) {
    return json_number_value(json_array_get(array, index));
}

/* The tool with the most ROUGE-1, the first of those that have it; "oracle" knows the references. */
static void find_peer(const json_t *systems, set *s) {
    const char *name;
    json_t *peer;
    json_object_foreach((json_t *)(uintptr_t)systems, name, peer) {
        if (strcmp(name, "oracle") == 0 || strcmp(name, "random") == 0)
            continue;
        if (s->peer != NULL && number_at(peer, 0) <= s->peer_r1)
            continue;
        s->peer = name;
        s->peer_r1 = number_at(peer, 0);
        s->peer_r2 = number_at(peer, 1);
        s->words = (size_t)number_at(peer, 3);
    }
}

static set describe(const char *name, const json_t *about) {
    set s = {.name = name, .language = json_string_value(json_object_get(about, "lang"))};
    check(s.language != NULL, "no language of ", name);
    s.given = s.language;
    s.words = (size_t)json_integer_value(json_object_get(about, "budget_words"));
    s.sentences = (size_t)json_integer_value(json_object_get(about, "sentences"));
    find_peer(json_object_get(about, "systems"), &s);
    return s;
}

static bool is_english(const set *s) {
    return strcmp(s->language, "en") == 0;
}

/* The sentences, each on a line of its own. */
static char *join(const summ_sentences *sentences, sm_arena *scratch, size_t *n) {
    SM_VEC(char) joined = {0};
    for (size_t i = 0; i < summ_sentences_count(sentences); i++) {
        const summ_sentence *s = summ_sentences_at(sentences, i);
        check(sm_vec_reserve(&joined, s->n_bytes + 1, scratch), "out of memory", "");
        memcpy(joined.at + joined.n, s->text, s->n_bytes);
        joined.n += s->n_bytes;
        joined.at[joined.n++] = '\n';
    }
    *n = joined.n > 0 ? joined.n - 1 : 0;
    return joined.at;
}

static rouge_figures score(const set *s, text *t, const char *summary, size_t n) {
    const json_t *references = json_object_get(t->record, "summary");
    rouge_figures best = {0}, one;
    for (size_t i = 0; i < json_array_size(references); i++) {
        const json_t *r = json_array_get(references, i);
        check(json_is_string(r) && rouge_score(json_string_value(r), json_string_length(r), summary, n, is_english(s),
                                               &t->scratch, &one),
              "out of memory, or a reference that is no string, in ", s->name);
        rouge_best(&best, &one);
    }
    return best;
}

static void measure_summaries_of(quality *q, const set *s, text *t, result *sum) {
    summ_summary_options options;
    summ_summary_options_init(&options, sizeof options);
    options.algorithm = q->algorithm;
    for (int i = 0; i < SUMMARIES; i++) {
        summ_sentences *sentences;
        size_t n;
        options.max_words = i == BY_WORDS ? s->words : SUMM_NO_LIMIT;
        options.max_sentences = i == BY_SENTENCES ? s->sentences : SUMM_NO_LIMIT;
        check_status(summ_summarize(t->doc, &options, &sentences), "no summary: ");
        const char *joined = join(sentences, &t->scratch, &n);
        rouge_figures f = score(s, t, joined != NULL ? joined : "", n);
        sum->of[i][0] += f.r1, sum->of[i][1] += f.r2, sum->of[i][2] += f.lsum;
        summ_sentences_free(sentences);
    }
    sum->n++;
}

/* The means of a sum, kept as figures and printed. */
static void report(quality *q, const set *s, const result *sum, bool is_mean) {
    double change[SUMMARIES][3], mean[SUMMARIES][3];
    for (int i = 0; i < SUMMARIES; i++)
        for (int k = 0; k < 3; k++) {
            mean[i][k] = sum->of[i][k] / (double)sum->n;
            change[i][k] = keep(q, s->name, METRICS[i][k], mean[i][k], is_mean);
        }
    printf("%-16s %4zu  %4zu %6.2f %+5.2f %6.2f %+5.2f %6.2f", s->name, sum->n, s->words, mean[0][0], change[0][0],
           mean[0][1], change[0][1], mean[0][2]);
    printf("  %2zu %6.2f %+5.2f %6.2f %+5.2f %6.2f", s->sentences, mean[1][0], change[1][0], mean[1][1], change[1][1],
           mean[1][2]);
    printf("  %6.2f %6.2f %s%s\n", s->peer_r1, s->peer_r2, s->peer, mean[0][0] < s->peer_r1 ? " is ahead" : "");
}

static void add_to_mean(result *mean, const result *sum, const set *s) {
    for (int i = 0; i < SUMMARIES; i++)
        for (int k = 0; k < 3; k++)
            mean->of[i][k] += sum->of[i][k] / (double)sum->n;
    mean->peer[0] += s->peer_r1;
    mean->peer[1] += s->peer_r2;
    mean->n++;
}

static void report_mean(quality *q, const char *name, const result *sum) {
    if (sum->n == 0)
        return;
    double n = (double)sum->n;
    set s = {.name = name, .peer = "mean of the best", .peer_r1 = sum->peer[0] / n, .peer_r2 = sum->peer[1] / n};
    report(q, &s, sum, true);
}

static void measure_summaries(quality *q) {
    const char *name;
    json_t *about;
    result sum, english = {0}, others = {0};
    printf("summaries       texts words   R-1          R-2        R-Lsum  sentences: the same      best other tool\n");
    json_object_foreach(q->summaries, name, about) {
        set s = describe(name, about);
        s.given = is_english(&s) ? NULL : s.language; /* English has to be guessed */
        if (measure_set(q, "summaries", &s, measure_summaries_of, &sum)) {
            report(q, &s, &sum, false);
            add_to_mean(is_english(&s) ? &english : &others, &sum, &s);
        }
    }
    report_mean(q, "mean, English", &english);
    report_mean(q, "mean, others", &others);
}

/* ---- Key phrases ---- */

static keyscore_list read_keys(const text *t, const set *s, struct sb_stemmer *stemmer, sm_arena *scratch) {
    const json_t *keys = json_object_get(t->record, "keys");
    keyscore_list list = {0};
    for (size_t i = 0; i < json_array_size(keys); i++) {
        const json_t *key = json_array_get(keys, i);
        check(json_is_string(key), "a key that is no string, in ", s->name);
        check(keyscore_add(&list, json_string_value(key), json_string_length(key), stemmer, scratch), "out of memory",
              "");
    }
    return list;
}

static keyscore_list find_phrases(const text *t, struct sb_stemmer *stemmer, sm_arena *scratch) {
    summ_keyword_options options;
    summ_keyword_options_init(&options, sizeof options);
    options.max_phrases = MAX_PHRASES;
    summ_phrases *phrases;
    keyscore_list list = {0};
    check_status(summ_keywords(t->doc, &options, &phrases), "no key phrases: ");
    for (size_t i = 0; i < summ_phrases_count(phrases); i++) {
        const summ_phrase *p = summ_phrases_at(phrases, i);
        check(keyscore_add(&list, p->text, p->n_bytes, stemmer, scratch), "out of memory", "");
    }
    summ_phrases_free(phrases);
    return list;
}

static void measure_phrases_of(quality *q, const set *s, text *t, result *sum) {
    (void)q;
    struct sb_stemmer *stemmer = keyscore_stemmer(s->language);
    keyscore_list gold = read_keys(t, s, stemmer, &t->scratch);
    if (gold.phrases.n > 0) {
        keyscore_list found = find_phrases(t, stemmer, &t->scratch);
        sum->of[0][0] += keyscore_f1(&gold, &found, TOP);
        sum->n++;
    }
    sb_stemmer_delete(stemmer);
}

static void report_phrases(quality *q, const char *name, double f1, size_t n, bool is_mean) {
    double change = keep(q, name, "phrases F1@10", f1, is_mean);
    printf("%-16s %4zu  %6.2f %+5.2f\n", name, n, f1, change);
}

static void measure_phrases(quality *q) {
    const char *name;
    json_t *about;
    result sum;
    double of_sets = 0;
    size_t n_sets = 0;
    printf("key phrases     texts  F1@10\n");
    json_object_foreach(q->keywords, name, about) {
        set s = describe(name, about);
        if (!measure_set(q, "keywords", &s, measure_phrases_of, &sum))
            continue;
        double f1 = sum.of[0][0] / (double)sum.n;
        report_phrases(q, name, f1, sum.n, false);
        of_sets += f1;
        n_sets++;
    }
    if (n_sets > 0)
        report_phrases(q, "mean, phrases", of_sets / (double)n_sets, n_sets, true);
}

/* ---- The program ---- */

static void read_figures(quality *q, const char *path) {
    FILE *file = fopen(path, "r");
    if (file == NULL && errno == ENOENT)
        return;
    check(file != NULL && figures_read(&q->before, file, &q->arena), "cannot read ", path);
    fclose(file);
}

static void write_figures(const quality *q, const char *path) {
    check(q->n_missing == 0, "sets are missing: the figures stay as they are in ", path);
    FILE *file = fopen(path, "w");
    check(file != NULL && figures_write(&q->now, file), "cannot write ", path);
    fclose(file);
}

/* Means of fewer sets are other means. */
static void forget_means(quality *q) {
    size_t n = 0;
    for (size_t i = 0; i < q->now.list.n; i++)
        if (!q->now.list.at[i].is_mean)
            q->now.list.at[n++] = q->now.list.at[i];
    q->now.list.n = n;
}

static void open_all(quality *q) {
    sm_alloc_init(&q->alloc, (summ_allocator){NULL, NULL}, SUMM_NO_LIMIT);
    sm_arena_init(&q->arena, &q->alloc);
    check_status(summ_engine_new(NULL, &q->engine), "no engine: ");
    q->summaries = read_peers(q, "summaries");
    q->keywords = q->algorithm == NULL ? read_peers(q, "keywords") : NULL;
}

static void close_all(quality *q) {
    json_decref(q->summaries);
    json_decref(q->keywords);
    summ_engine_free(q->engine);
    sm_arena_release(&q->arena);
}

/* Nothing was measured, or a figure fell: 1. */
static int compare(quality *q, const char *path, bool update) {
    check(q->now.list.n > 0, "no set of texts in ", q->data);
    if (q->algorithm != NULL)
        return 0;
    if (q->n_missing > 0)
        forget_means(q);
    size_t fallen = figures_fallen(&q->now, &q->before, stdout);
    if (update)
        write_figures(q, path);
    return fallen > 0 && !update;
}

int main(int argc, char **argv) {
    static const char NAME[] = "--algorithm=";
    static quality q;
    bool update = false;
    check(argc >= 3, "usage: quality DATA FIGURES [--update] [--algorithm=NAME]", "");
    q.data = argv[1];
    for (int i = 3; i < argc; i++)
        if (strcmp(argv[i], "--update") == 0)
            update = true;
        else if (strncmp(argv[i], NAME, sizeof NAME - 1) == 0)
            q.algorithm = argv[i] + sizeof NAME - 1;
        else
            check(false, "unknown option ", argv[i]);
    open_all(&q);
    read_figures(&q, argv[2]);
    measure_summaries(&q);
    if (q.keywords != NULL)
        measure_phrases(&q);
    int status = compare(&q, argv[2], update);
    close_all(&q);
    return status;
}
