/* threads.c - the first sentence by rank of each file, by four threads that share one engine, in the order given. */
#include <pthread.h>
#include <stdatomic.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <summ.h>

enum {
    N_THREADS = 4
};

typedef struct work {
    const summ_engine *engine;
    char **paths;
    char **results;
    size_t n;
    atomic_size_t next;
} work;

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

/* A copy of the best sentence, which goes with its document; or NULL. */
static char *best_of(const summ_engine *engine, const char *path) {
    summ_summary_options options;
    summ_doc *doc;
    summ_sentences *best;
    char *copy = NULL;
    size_t n;
    char *text = read_file(path, &n);
    summ_summary_options_init(&options, sizeof options);
    options.max_sentences = 1;
    if (text != NULL && summ_doc_new(engine, text, n, NULL, &doc) == SUMM_OK) {
        if (summ_summarize(doc, &options, &best) == SUMM_OK) {
            const summ_sentence *s = summ_sentences_at(best, 0);
            if (s != NULL && (copy = malloc(s->n_bytes + 1)) != NULL)
                memcpy(copy, s->text, s->n_bytes + 1);
            summ_sentences_free(best);
        }
        summ_doc_free(doc);
    }
    free(text);
    return copy;
}

static void *run(void *context) {
    work *w = context;
    for (size_t i; (i = atomic_fetch_add(&w->next, 1)) < w->n;)
        w->results[i] = best_of(w->engine, w->paths[i]);
    return NULL;
}

int main(int argc, char **argv) {
    summ_engine *engine;
    pthread_t threads[N_THREADS];
    work w = {.paths = argv + 1, .n = (size_t)argc - 1};
    w.results = calloc(w.n + 1, sizeof *w.results);
    if (w.results == NULL || summ_engine_new(NULL, &engine) != SUMM_OK)
        return 1;
    w.engine = engine;
    size_t n_started = 0;
    while (n_started < N_THREADS && pthread_create(&threads[n_started], NULL, run, &w) == 0)
        n_started++;
    if (n_started == 0)
        run(&w);
    for (size_t i = 0; i < n_started; i++)
        pthread_join(threads[i], NULL);
    for (size_t i = 0; i < w.n; i++) {
        printf("%s: %s\n", w.paths[i], w.results[i] != NULL ? w.results[i] : "(nothing)");
        free(w.results[i]);
    }
    free(w.results);
    summ_engine_free(engine);
    return 0;
}
