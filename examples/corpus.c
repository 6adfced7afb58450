/* corpus.c - key phrases of files, with the words that all of them have in common counting for less.
 *
 *     corpus [-s SECONDS] CORPUS FILE...
 *
 * Counts the files, all in English, into the file CORPUS, which is read first if it is there, and prints for each file
 * its three best key phrases by tf x idf. Whatever takes longer than SECONDS is given up. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <summ.h>
#include <time.h>

static char *read_file(const char *path, size_t *n) {
    FILE *file = fopen(path, "rb");
    char *text = NULL;
    size_t room = 0, n_read = 1;
    for (*n = 0; file != NULL && n_read > 0; *n += n_read) {
        if (*n == room) {
            char *more = realloc(text, room = 2 * room + 4096);
            if (more == NULL)
                break;
            text = more;
        }
        n_read = fread(text + *n, 1, room - *n, file);
    }
    if (file != NULL)
        fclose(file);
    return text;
}

static int write_bytes(void *file, const char *bytes, size_t n) {
    return fwrite(bytes, 1, n, file) < n;
}

/* A summ_progress_fn: the call ends when its time is over. */
static int is_late(void *end, size_t done, size_t total) {
    (void)done;
    (void)total;
    return time(NULL) >= *(const time_t *)end;
}

static summ_status open_corpus(const summ_engine *engine, const char *path, summ_corpus **corpus) {
    size_t n;
    char *bytes = read_file(path, &n);
    summ_status status = bytes == NULL ? summ_corpus_new(engine, corpus) : summ_corpus_read(engine, bytes, n, corpus);
    free(bytes);
    return status;
}

static summ_status save_corpus(const summ_corpus *corpus, const char *path) {
    FILE *file = fopen(path, "wb");
    if (file == NULL)
        return SUMM_ERR_WRITE;
    summ_status status = summ_corpus_write(corpus, write_bytes, file);
    return fclose(file) == 0 ? status : SUMM_ERR_WRITE;
}

static summ_status open_doc(const summ_engine *engine, const char *path, time_t end, summ_doc **doc) {
    summ_doc_options options;
    size_t n;
    char *text = read_file(path, &n);
    summ_doc_options_init(&options, sizeof options);
    options.language = "en";
    options.progress = is_late;
    options.progress_context = &end;
    if (text == NULL)
        fprintf(stderr, "corpus: cannot read %s\n", path);
    summ_status status = text != NULL ? summ_doc_new(engine, text, n, &options, doc) : SUMM_ERR_ARGUMENT;
    free(text);
    return status;
}

static summ_status count(const summ_engine *engine, const char *path, time_t end, summ_corpus *corpus) {
    summ_doc *doc;
    summ_status status = open_doc(engine, path, end, &doc);
    if (status != SUMM_OK)
        return status;
    status = summ_corpus_add(corpus, doc);
    summ_doc_free(doc);
    return status;
}

static summ_status print(const summ_engine *engine, const char *path, time_t end, const summ_corpus *corpus) {
    summ_doc *doc;
    summ_phrases *phrases;
    summ_keyword_options options;
    summ_keyword_options_init(&options, sizeof options);
    options.algorithm = "tfidf";
    options.max_phrases = 3;
    options.overlap = 0;
    options.corpus = corpus;
    options.progress = is_late;
    options.progress_context = &end;
    summ_status status = open_doc(engine, path, end, &doc);
    if (status != SUMM_OK)
        return status;
    status = summ_keywords(doc, &options, &phrases);
    if (status == SUMM_OK) {
        printf("%s:", path);
        for (size_t i = 0; i < summ_phrases_count(phrases); i++)
            printf("%s %s", i > 0 ? "," : "", summ_phrases_at(phrases, i)->text);
        putchar('\n');
        summ_phrases_free(phrases);
    }
    summ_doc_free(doc);
    return status;
}

/* Counts all files before the first is printed. */
static summ_status run(const summ_engine *engine, time_t seconds, char **argv, summ_corpus *corpus) {
    summ_status status = SUMM_OK;
    for (char **path = argv + 1; status == SUMM_OK && *path != NULL; path++)
        status = count(engine, *path, time(NULL) + seconds, corpus);
    if (status == SUMM_OK)
        status = save_corpus(corpus, argv[0]);
    for (char **path = argv + 1; status == SUMM_OK && *path != NULL; path++)
        status = print(engine, *path, time(NULL) + seconds, corpus);
    return status;
}

int main(int argc, char **argv) {
    summ_engine *engine;
    summ_corpus *corpus;
    time_t seconds = 60;
    if (argc > 2 && strcmp(argv[1], "-s") == 0) {
        seconds = (time_t)atol(argv[2]);
        argv += 2;
    }
    if (argv[1] == NULL || argv[2] == NULL) {
        fputs("usage: corpus [-s SECONDS] CORPUS FILE...\n", stderr);
        return 2;
    }
    summ_status status = summ_engine_new(NULL, &engine);
    if (status == SUMM_OK) {
        status = open_corpus(engine, argv[1], &corpus);
        if (status == SUMM_OK) {
            status = run(engine, seconds, argv + 1, corpus);
            summ_corpus_free(corpus);
        }
        summ_engine_free(engine);
    }
    if (status != SUMM_OK)
        fprintf(stderr, "corpus: %s\n", summ_status_message(status));
    return status == SUMM_OK ? 0 : 1;
}
