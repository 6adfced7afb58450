/* What make soak runs for hours, with seeds that grow:
 *
 *     soak document SEED          prints a document: sentences, pieces of anything, markup
 *     soak records SEED           prints records of such documents, one JSON object a line, without end
 *     soak library SEED SECONDS   documents by four threads that share an engine; prints a line of what was held
 *
 * Of the library each document is done twice, by whichever threads come, and has to give the same bytes. Memory and open
 * files are looked at after every ROUND documents: from the second round on neither may grow. */
#define _GNU_SOURCE
#include "support/document.h"

#include <dirent.h>
#include <inttypes.h>
#include <pthread.h>
#include <stdatomic.h>
#include <stdio.h>
#include <time.h>
#include <unistd.h>

enum {
    N_THREADS = 4,
    ROUND = 400,          /* documents, each twice */
    SLACK = 16 << 20,     /* bytes by which what malloc keeps may vary */
    RECORD_SENTENCES = 40 /* at most */
};

/* ---- Documents ---- */

static const char *const FORMATS[] = {"text", "html", "fragment", "markdown"};

/* What markup is made of, and shapes of plain text. */
static const char *const MARKS[] = {"<p>",
                                    "</p>",
                                    "<div class=nav>",
                                    "</div>",
                                    "<h1>",
                                    "</h1>",
                                    "<table><tr><td>",
                                    "<!-- ",
                                    " -->",
                                    "&amp;",
                                    "&#x1F98;",
                                    "# ",
                                    "\n\n> ",
                                    "\n- ",
                                    "**",
                                    "```\n",
                                    "| a | b |\n",
                                    "[a](b)",
                                    "\n---\n",
                                    "\n1.2 The Owl\n\n",
                                    "From: a@example.org\n",
                                    "[10:02] <jane> ",
                                    "1\n00:00:01,000 --> 00:00:02,500\n",
                                    "\f",
                                    "-\n"};

static void make_document(uint64_t seed, test_text *out) {
    test_random r = {seed * 2 + 1};
    size_t n_parts = 1 + test_random_below(&r, 12);
    test_text_put(out, "");
    for (size_t i = 0; i < n_parts; i++) {
        if (test_random_below(&r, 2) == 0)
            test_text_put(out, MARKS[test_random_below(&r, COUNT_OF(MARKS))]);
        if (test_random_below(&r, 2) == 0)
            test_text_add_pieces(out, &r, test_random_below(&r, 60));
        test_text_add_sentences(out, &r, test_random_below(&r, RECORD_SENTENCES / 4), 30, 2, 14);
        test_text_put(out, test_random_below(&r, 3) == 0 ? "\n\n" : " ");
    }
}

static int print_document(uint64_t seed) {
    test_text text = {0};
    make_document(seed, &text);
    size_t n = fwrite(text.at, 1, text.n, stdout);
    bool good = n == text.n && fflush(stdout) == 0;
    test_text_end(&text);
    return good ? 0 : 1;
}

/* The text of a record: ASCII of the document, escaped where JSON asks for it. Ends when nobody reads. */
static int print_records(uint64_t seed) {
    for (bool good = true; good; seed++) {
        test_text text = {0};
        make_document(seed, &text);
        printf("{\"id\": %" PRIu64 ", \"text\": \"", seed);
        for (size_t i = 0; i < text.n; i++) {
            unsigned char c = (unsigned char)text.at[i];
            if (c == '"' || c == '\\')
                putchar('\\');
            putchar(c < ' ' || c > '~' ? ' ' : c);
        }
        good = fputs("\"}\n", stdout) != EOF;
        test_text_end(&text);
    }
    return 0;
}

/* ---- The library ---- */

typedef struct crowd {
    const summ_engine *engine;
    uint64_t seed;
    atomic_size_t next; /* of 2 x ROUND: each document comes twice */
    _Atomic uint64_t hashes[ROUND];
    atomic_size_t n_wrong;
} crowd;

static int add_to_hash(void *context, const char *bytes, size_t n) {
    uint64_t *hash = context;
    for (size_t i = 0; i < n; i++)
        *hash = (*hash ^ (unsigned char)bytes[i]) * 0x100000001B3u; /* FNV-1a */
    return 0;
}

static void choose(summ_summary_options *options, summ_keyword_options *which, test_random *r) {
    size_t n_rankers = 0, n_scorers = 0;
    while (summ_item_at(SUMM_ALGORITHMS, n_rankers) != NULL)
        n_rankers++;
    while (summ_item_at(SUMM_KEYWORD_ALGORITHMS, n_scorers) != NULL)
        n_scorers++;
    summ_summary_options_init(options, sizeof *options);
    summ_keyword_options_init(which, sizeof *which);
    options->algorithm = summ_item_at(SUMM_ALGORITHMS, test_random_below(r, n_rankers))->name;
    options->max_words = test_random_below(r, 2) == 0 ? SUMM_NO_LIMIT : test_random_below(r, 200);
    options->trim = test_random_below(r, 2) == 0;
    options->truncate = test_random_below(r, 2) == 0;
    options->query = test_random_below(r, 2) == 0 ? "harbour lights" : NULL;
    which->algorithm = summ_item_at(SUMM_KEYWORD_ALGORITHMS, test_random_below(r, n_scorers))->name;
    which->overlap = test_random_below(r, 2) == 0;
}

static summ_status write_all(const summ_doc *doc, test_random *r, uint64_t *hash) {
    summ_summary_options options;
    summ_keyword_options which;
    summ_report report;
    summ_sentences *summary = NULL, *ranking = NULL;
    summ_phrases *phrases = NULL;
    summ_explanation *why = NULL;
    choose(&options, &which, r);
    summ_status status = summ_summarize(doc, &options, &summary);
    if (status == SUMM_OK)
        status = summ_keywords(doc, &which, &phrases);
    if (status == SUMM_OK)
        status = summ_rank(doc, &options, &ranking);
    if (status == SUMM_OK)
        status = summ_explain(doc, &options, &why);
    summ_report_init(&report, sizeof report);
    report.doc = doc;
    report.name = "soak";
    report.scores = report.offsets = 1;
    report.sentences = summary;
    report.phrases = phrases;
    report.ranking = ranking;
    report.explanation = test_random_below(r, 2) == 0 ? why : NULL;
    const summ_item *row;
    for (size_t i = 0; status == SUMM_OK && (row = summ_item_at(SUMM_OUTPUTS, i)) != NULL; i++)
        status = summ_write(row->name, &report, add_to_hash, hash);
    summ_explanation_free(why);
    summ_sentences_free(ranking);
    summ_phrases_free(phrases);
    summ_sentences_free(summary);
    return status;
}

/* 0 and 1 are what no document gives: done by nobody yet, and failed. */
static uint64_t hash_of(const summ_engine *engine, uint64_t seed) {
    uint64_t hash = 0xCBF29CE484222325u;
    test_random r = {seed * 2 + 1};
    test_text text = {0};
    summ_doc *doc = NULL;
    summ_doc_options options;
    summ_doc_options_init(&options, sizeof options);
    options.format = FORMATS[test_random_below(&r, COUNT_OF(FORMATS))];
    options.encoding = "UTF-8";
    make_document(seed, &text);
    summ_status status = summ_doc_new(engine, text.at, text.n, &options, &doc);
    if (status == SUMM_OK)
        status = write_all(doc, &r, &hash);
    summ_doc_free(doc);
    test_text_end(&text);
    return status != SUMM_OK && status != SUMM_ERR_MISSING ? 1 : hash;
}

static void *work(void *context) {
    crowd *c = context;
    for (size_t i; (i = atomic_fetch_add(&c->next, 1)) < (size_t)2 * ROUND;) {
        uint64_t hash = hash_of(c->engine, c->seed + i / 2), none = 0;
        bool first = atomic_compare_exchange_strong(&c->hashes[i / 2], &none, hash);
        if (hash == 1 || (!first && none != hash)) {
            fprintf(stderr, "soak: document %" PRIu64 " failed or was not the same twice\n", c->seed + i / 2);
            atomic_fetch_add(&c->n_wrong, 1);
        }
    }
    return NULL;
}

static size_t do_round(const summ_engine *engine, uint64_t seed) {
    static crowd c;
    pthread_t threads[N_THREADS];
    size_t n = 0;
    c.engine = engine;
    c.seed = seed;
    atomic_store(&c.next, 0);
    atomic_store(&c.n_wrong, 0);
    for (size_t i = 0; i < ROUND; i++)
        atomic_store(&c.hashes[i], 0);
    while (n < N_THREADS && pthread_create(&threads[n], NULL, work, &c) == 0)
        n++;
    for (size_t i = 0; i < n; i++)
        pthread_join(threads[i], NULL);
    return n < N_THREADS ? 1 : atomic_load(&c.n_wrong);
}

/* ---- What is held ---- */

static size_t resident_bytes(void) {
    unsigned long all, resident = 0;
    FILE *f = fopen("/proc/self/statm", "r");
    if (f != NULL && fscanf(f, "%lu %lu", &all, &resident) != 2)
        resident = 0;
    if (f != NULL)
        fclose(f);
    return (size_t)resident * (size_t)sysconf(_SC_PAGESIZE);
}

static size_t open_files(void) {
    DIR *d = opendir("/proc/self/fd");
    size_t n = 0;
    while (d != NULL && readdir(d) != NULL)
        n++;
    if (d != NULL)
        closedir(d);
    return n;
}

static int soak_library(uint64_t seed, long seconds) {
    time_t end = time(NULL) + seconds;
    summ_engine *engine;
    size_t n_rounds = 0, n_wrong = 0, first_bytes = 0, bytes = 0, first_files = 0, files = 0;
    if (summ_engine_new(NULL, &engine) != SUMM_OK)
        return 1;
    for (; n_rounds < 3 || time(NULL) < end; n_rounds++) {
        n_wrong += do_round(engine, seed + n_rounds * ROUND);
        bytes = resident_bytes();
        files = open_files();
        if (n_rounds == 1)
            first_bytes = bytes, first_files = files;
    }
    summ_engine_free(engine);
    printf("%zu documents, %zu wrong; %zu MiB, then %zu; %zu files, then %zu; next seed %" PRIu64 "\n",
           n_rounds * ROUND, n_wrong, first_bytes >> 20, bytes >> 20, first_files, files, seed + n_rounds * ROUND);
    return n_wrong > 0 || bytes > first_bytes + SLACK || files != first_files;
}

int main(int argc, char **argv) {
    uint64_t seed = argc > 2 ? strtoull(argv[2], NULL, 10) : 0;
    if (argc == 3 && strcmp(argv[1], "document") == 0)
        return print_document(seed);
    if (argc == 3 && strcmp(argv[1], "records") == 0)
        return print_records(seed);
    if (argc == 4 && strcmp(argv[1], "library") == 0)
        return soak_library(seed, strtol(argv[3], NULL, 10));
    fputs("soak document SEED | records SEED | library SEED SECONDS\n", stderr);
    return 2;
}
