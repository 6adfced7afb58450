/* stages FILE [STAGE]: how fast each stage of the library, or one, works on a text: MB of input a second, milliseconds,
 * those of processor time and its name on a line, best of several runs. */
#define _POSIX_C_SOURCE 200809L
#include "base/hash.h"
#include "doc/doc.h"
#include "doc/features.h"
#include "doc/lexis.h"
#include "keyword/candidates.h"
#include "rank/rank.h"
#include "summ.h"
#include "text/sentences.h"
#include "text/words.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

enum {
    RUNS = 5
};

typedef struct subject {
    char *text;
    size_t n;
    sm_doc doc;
    summ_engine *engine;
    summ_doc *handle;
} subject;

static double now(clockid_t clock) {
    struct timespec t;
    clock_gettime(clock, &t);
    return (double)t.tv_sec + 1e-9 * (double)t.tv_nsec;
}

static void check(bool good) {
    if (!good) {
        fputs("stages: failed\n", stderr);
        exit(1);
    }
}

static size_t done; /* what the stages compute, so that nothing is optimised away */

static void hash(subject *s, sm_arena *arena) {
    (void)arena;
    done += sm_hash(0, s->text, s->n);
}

static void read_blocks(subject *s, sm_arena *arena) {
    sm_input input;
    check(sm_reader_at(0)->read(s->text, (uint32_t)s->n, arena, &input) == SUMM_OK);
    done += input.blocks.n;
}

static void split_sentences(subject *s, sm_arena *arena) {
    (void)arena;
    sm_splitter splitter = {.text = s->text, .language = s->doc.language};
    for (size_t at = 0; at < s->n; done++)
        at = sm_sentence_end(&splitter, at, s->n);
}

static void split_words(subject *s, sm_arena *arena) {
    (void)arena;
    sm_token token = {0, 0, 0, SM_TOKEN_WORD};
    while (sm_next_word(s->text, token.next, s->n, s->doc.language->traits, &token))
        done++;
}

static void split_and_stem(subject *s, sm_arena *arena) {
    sm_lexis lexis;
    sm_doc doc = {.arena = arena, .input = s->doc.input, .language = s->doc.language, .key = s->doc.key};
    sm_token token = {0, 0, 0, SM_TOKEN_WORD};
    check(sm_lexis_init(&lexis, &doc, arena) == SUMM_OK);
    while (sm_next_word(s->text, token.next, s->n, doc.language->traits, &token))
        done += sm_lexis_word(&lexis, &token);
    sm_lexis_finish(&lexis);
}

static void build(subject *s, sm_arena *arena) {
    sm_doc doc;
    check(sm_doc_build(&doc, sm_reader_at(0), s->text, (uint32_t)s->n, s->doc.language, NULL, arena) == SUMM_OK);
    done += doc.tokens.n;
}

static void features(subject *s, sm_arena *arena) {
    sm_csr rows;
    check(sm_features_with_pairs(&s->doc, arena, &rows, NULL));
    done += rows.n_cols;
}

static void rank(subject *s, sm_arena *arena) {
    double *score = sm_arena_get(arena, s->doc.sentences.n, sizeof *score);
    check(score != NULL && sm_ranker_at(0)->rank(&s->doc, &(sm_rank_options){.seed = 0}, arena, score));
    done += score[0] > 0;
}

static void candidates(subject *s, sm_arena *arena) {
    sm_candidates c;
    check(sm_candidates_find(&s->doc, 4, 2, arena, &c));
    done += c.list.n;
}

static void document(subject *s, sm_arena *arena) {
    (void)arena;
    summ_doc *doc;
    check(summ_doc_new(s->engine, s->text, s->n, NULL, &doc) == SUMM_OK);
    summ_doc_free(doc);
}

static void summarize(subject *s, sm_arena *arena) {
    (void)arena;
    summ_sentences *summary;
    check(summ_summarize(s->handle, NULL, &summary) == SUMM_OK);
    summ_sentences_free(summary);
}

static void keywords(subject *s, sm_arena *arena) {
    (void)arena;
    summ_phrases *phrases;
    check(summ_keywords(s->handle, NULL, &phrases) == SUMM_OK);
    summ_phrases_free(phrases);
}

static const struct {
    const char *name;
    void (*run)(subject *, sm_arena *);
} STAGES[] = {
    {"hash of the text", hash},
    {"blocks", read_blocks},
    {"sentences", split_sentences},
    {"words", split_words},
    {"words, folding, stop words, stems", split_and_stem},
    {"analysed document", build},
    {"stems and pairs", features},
    {"stems and pairs, PageRank", rank},
    {"candidate phrases", candidates},
    {"summ_doc_new", document},
    {"summ_summarize", summarize},
    {"summ_keywords", keywords},
};

static double least(double a, double b) {
    return a < b ? a : b;
}

static void time_stage(size_t i, subject *s, sm_alloc *alloc) {
    double best = 1e9, best_cpu = 1e9;
    for (int run = 0; run < RUNS; run++) {
        sm_arena arena;
        sm_arena_init(&arena, alloc);
        double start = now(CLOCK_MONOTONIC), start_cpu = now(CLOCK_PROCESS_CPUTIME_ID);
        STAGES[i].run(s, &arena);
        best_cpu = least(best_cpu, now(CLOCK_PROCESS_CPUTIME_ID) - start_cpu);
        best = least(best, now(CLOCK_MONOTONIC) - start);
        sm_arena_release(&arena);
    }
    printf("%9.1f MB/s %9.3f ms %9.3f ms cpu  %s\n", (double)s->n / 1e6 / best, 1e3 * best, 1e3 * best_cpu,
           STAGES[i].name);
}

static void read_file(const char *path, subject *s) {
    FILE *file = fopen(path, "rb");
    check(file != NULL && fseek(file, 0, SEEK_END) == 0);
    long size = ftell(file);
    check(size > 0 && fseek(file, 0, SEEK_SET) == 0);
    s->n = (size_t)size;
    s->text = malloc(s->n);
    check(s->text != NULL && fread(s->text, 1, s->n, file) == s->n);
    fclose(file);
}

int main(int argc, char **argv) {
    static subject s;
    sm_alloc alloc;
    sm_arena arena;
    check(argc == 2 || argc == 3);
    read_file(argv[1], &s);
    sm_alloc_init(&alloc, (summ_allocator){NULL, NULL}, SUMM_NO_LIMIT);
    sm_arena_init(&arena, &alloc);
    check(sm_doc_build(&s.doc, sm_reader_at(0), s.text, (uint32_t)s.n, NULL, NULL, &arena) == SUMM_OK);
    check(summ_engine_new(NULL, &s.engine) == SUMM_OK);
    check(summ_doc_new(s.engine, s.text, s.n, NULL, &s.handle) == SUMM_OK);
    for (size_t i = 0; i < sizeof STAGES / sizeof *STAGES; i++)
        if (argc == 2 || strcmp(argv[2], STAGES[i].name) == 0)
            time_stage(i, &s, &alloc);
    summ_doc_free(s.handle);
    summ_engine_free(s.engine);
    sm_arena_release(&arena);
    free(s.text);
    return done == 0;
}
