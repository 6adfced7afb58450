/* large [--part=N] [NAME]...: the texts of large.def, of up to 100 MB, in the build as it is released: each is
 * analysed, has its summary of three sentences and its key phrases made. Checks what comes out and that the memory in
 * use at any time is no more than the ceiling for each byte; prints both. Where names are given, those texts alone;
 * with --part all are N times smaller. */
#include "texts.h"
#include "work.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* The whole of a run for any text: what a document, a summary and the phrases hold at once, for each byte of input. */
enum {
    CEILING = 250,
    FIXED = 4 << 20 /* whatever the text is */
};

typedef struct large {
    const char *name;
    size_t n_bytes;
} large;

static const large LARGE[] = {
#define LARGE(name, n_bytes) {#name, n_bytes},
#include "large.def"
#undef LARGE
};

static const hard_text *find(const char *name) {
    for (size_t i = 0; hard_text_at(i) != NULL; i++)
        if (strcmp(hard_text_at(i)->name, name) == 0)
            return hard_text_at(i);
    return NULL;
}

/* What comes out: pieces of the text, the best scored 1. */
static bool is_sound(const summ_sentences *summary, const summ_phrases *phrases, size_t n) {
    bool good = summ_sentences_count(summary) <= 3 && summ_phrases_count(phrases) <= 10;
    for (size_t i = 0; i < summ_sentences_count(summary); i++) {
        const summ_sentence *s = summ_sentences_at(summary, i);
        good = good && s->begin < s->end && s->end <= n && s->score >= 0 && s->score <= 1 && s->rank >= 1;
    }
    for (size_t i = 0; i < summ_phrases_count(phrases); i++)
        good = good && summ_phrases_at(phrases, i)->count > 0;
    return good;
}

static summ_status work(const summ_doc *doc, size_t n, bool *sound, size_t counts[2]) {
    summ_sentences *summary;
    summ_phrases *phrases;
    summ_status status = summ_summarize(doc, NULL, &summary);
    if (status != SUMM_OK)
        return status;
    if ((status = summ_keywords(doc, NULL, &phrases)) == SUMM_OK) {
        *sound = is_sound(summary, phrases, n);
        counts[0] = summ_sentences_count(summary);
        counts[1] = summ_phrases_count(phrases);
        summ_phrases_free(phrases);
    }
    summ_sentences_free(summary);
    return status;
}

static summ_status run(const hard_text *text, const hard_bytes *bytes, work_memory *memory, bool *sound,
                       size_t counts[2]) {
    summ_engine_options options;
    summ_doc_options how;
    summ_engine *engine;
    summ_doc *doc;
    summ_engine_options_init(&options, sizeof options);
    summ_doc_options_init(&how, sizeof how);
    options.allocator = work_allocator(memory);
    how.format = text->format;
    how.encoding = summ_binary_kind(bytes->at, bytes->n) != NULL ? "UTF-8" : NULL;
    summ_status status = summ_engine_new(&options, &engine);
    if (status != SUMM_OK)
        return status;
    if ((status = summ_doc_new(engine, bytes->at, bytes->n, &how, &doc)) == SUMM_OK) {
        status = work(doc, bytes->n, sound, counts);
        summ_doc_free(doc);
    }
    summ_engine_free(engine);
    return status;
}

static bool check(const hard_text *text, size_t n) {
    work_memory memory = {0};
    bool sound = false;
    size_t counts[2] = {0, 0};
    hard_bytes bytes = hard_text_make(text, n);
    summ_status status = run(text, &bytes, &memory, &sound, counts);
    double each = (double)(memory.peak > FIXED ? memory.peak - FIXED : 0) / (double)bytes.n;
    bool good = status == SUMM_OK && sound && memory.used == 0 && each <= CEILING;
    printf("%s\t%zu bytes\t%.1f bytes of memory for each\t%zu sentences, %zu phrases\t%s\n", text->name, bytes.n, each,
           counts[0], counts[1],
           good                ? "good"
           : status != SUMM_OK ? summ_status_message(status)
                               : "BAD");
    fflush(stdout);
    free(bytes.at);
    return good;
}

static bool is_named(int argc, char **argv, int first, const char *name) {
    for (int i = first; i < argc; i++)
        if (strcmp(argv[i], name) == 0)
            return true;
    return first >= argc;
}

int main(int argc, char **argv) {
    static const char PART[] = "--part=";
    bool good = true, parted = argc > 1 && strncmp(argv[1], PART, sizeof PART - 1) == 0;
    size_t part = parted ? strtoul(argv[1] + sizeof PART - 1, NULL, 10) : 1;
    for (size_t i = 0; part > 0 && i < sizeof LARGE / sizeof *LARGE; i++) {
        const hard_text *text = find(LARGE[i].name);
        if (text == NULL || !is_named(argc, argv, 1 + parted, LARGE[i].name))
            continue;
        good = check(text, LARGE[i].n_bytes / part) && good;
    }
    return good && part > 0 ? 0 : 1;
}
