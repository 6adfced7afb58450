/* measure [--text=NAME] [--mode=NAME] [--shapes] [--from=BYTES] [--to=BYTES] [--share=K/N] [--all]: does the work on
 * hard texts of --from bytes, of twice as many and so on, and compares the last two, until twice the bytes take at most
 * 2.2 times the work; if they do not for --to bytes, it tells.
 *
 * What a text costs whatever its length is small where n is some ten thousand bytes. Other things are linear from some
 * length on only, for a bound that is stated where they are written (1024 sentences with a stem, a knapsack of 4096
 * units, the steps of a greedy choice): that is why longer texts are tried. Bytes that are asked for are held to 2.5
 * times, since arrays double.
 *
 * Texts that are hard on the analysis alone are done with the first row of each table; --shapes leaves them out.
 * --share does each N-th pair of text and mode, from the K-th on; --all tells all. Ends with 1 if anything was too
 * much, 2 if something failed. */
#include "modes.h"
#include "texts.h"
#include "work.h"

#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static const double MOST = 2.2, MOST_MEMORY = 2.5;

enum {
    CHUNKS = 1 << 18, /* memory comes in chunks that few bytes do not fill: so many are free */
    SIZES = 16        /* at most */
};

typedef struct wish {
    const char *text, *mode;
    size_t from, to, share, shares;
    bool all, shapes;
} wish;

typedef struct tally {
    size_t pairs, done, bad, failed;
    double worst;
} tally;

typedef struct cost {
    size_t n;
    uint64_t work, asked;
} cost;

static const char *value(const char *argument, const char *name) {
    size_t n = strlen(name);
    return strncmp(argument, name, n) == 0 && argument[n] == '=' ? argument + n + 1 : NULL;
}

static bool parse_one(const char *argument, wish *w) {
    const char *v;
    if ((v = value(argument, "--text")) != NULL)
        w->text = v;
    else if ((v = value(argument, "--mode")) != NULL)
        w->mode = v;
    else if ((v = value(argument, "--from")) != NULL)
        w->from = strtoul(v, NULL, 10);
    else if ((v = value(argument, "--to")) != NULL)
        w->to = strtoul(v, NULL, 10);
    else if ((v = value(argument, "--share")) != NULL && strchr(v, '/') != NULL) {
        w->share = strtoul(v, NULL, 10);
        w->shares = strtoul(strchr(v, '/') + 1, NULL, 10);
    } else if (strcmp(argument, "--all") == 0)
        w->all = true;
    else if (strcmp(argument, "--shapes") == 0)
        w->shapes = true;
    else
        return false;
    return true;
}

static bool parse(int argc, char **argv, wish *w) {
    for (int i = 1; i < argc; i++)
        if (!parse_one(argv[i], w))
            return false;
    return w->shares > 0 && w->from > 0 && w->to >> (SIZES - 1) < w->from;
}

/* ---- Texts ------------------------------------------------------------------------------------------------------- */

/* A text of one size, read; made when it is wanted. */
typedef struct size_class {
    hard_bytes bytes;
    work_memory memory;
    summ_engine *engine;
    summ_doc *doc;
    hard_subject subject;
} size_class;

typedef struct subject {
    const hard_text *text;
    size_class *size[SIZES]; /* of from << i bytes; NULL: not made so far */
} subject;

/* The engine and the text; bytes that look like no text are said to be one. */
static summ_status begin(size_class *c, const hard_text *text, size_t n) {
    summ_engine_options options;
    c->bytes = hard_text_make(text, n);
    summ_engine_options_init(&options, sizeof options);
    options.allocator = work_allocator(&c->memory);
    c->subject = (hard_subject){.text = c->bytes.at, .format = text->format, .n = c->bytes.n};
    c->subject.encoding = summ_binary_kind(c->bytes.at, c->bytes.n) != NULL ? "UTF-8" : NULL;
    summ_status status = summ_engine_new(&options, &c->engine);
    c->subject.engine = c->engine;
    return status;
}

static summ_status want(subject *s, const wish *w, size_t i) {
    if (s->size[i] != NULL)
        return SUMM_OK;
    s->size[i] = calloc(1, sizeof **s->size);
    return s->size[i] != NULL ? begin(s->size[i], s->text, w->from << i) : SUMM_ERR_MEMORY;
}

static summ_status want_doc(size_class *c) {
    summ_doc_options how;
    if (c->doc != NULL)
        return SUMM_OK;
    summ_doc_options_init(&how, sizeof how);
    how.format = c->subject.format;
    how.encoding = c->subject.encoding;
    summ_status status = summ_doc_new(c->engine, c->bytes.at, c->bytes.n, &how, &c->doc);
    c->subject.doc = c->doc;
    return status;
}

static void end(subject *s) {
    for (size_t i = 0; i < SIZES; i++)
        if (s->size[i] != NULL) {
            summ_doc_free(s->size[i]->doc);
            summ_engine_free(s->size[i]->engine);
            free(s->size[i]->bytes.at);
            free(s->size[i]);
        }
}

/* ---- Work -------------------------------------------------------------------------------------------------------- */

static summ_status run(subject *s, const wish *w, size_t i, const hard_mode *mode, const char *row, cost *spent) {
    summ_status status = want(s, w, i);
    size_class *c = s->size[i];
    if (status == SUMM_OK && !mode->reads)
        status = want_doc(c);
    if (status != SUMM_OK)
        return status;
    uint64_t work = work_done(), asked = c->memory.asked;
    status = mode->run(&c->subject, row);
    *spent = (cost){c->bytes.n, work_done() - work, c->memory.asked - asked};
    return status;
}

static double ratio(uint64_t large, uint64_t small) {
    return small == 0 ? 0 : (double)large / (double)small;
}

static bool is_bad(const cost *a, const cost *b) {
    return ratio(b->work, a->work) > MOST || (double)b->asked > MOST_MEMORY * (double)a->asked + CHUNKS;
}

static void tell(const subject *s, const hard_mode *mode, const char *row, const cost *a, const cost *b) {
    printf("%s\t%s\t%s\t%s\t%zu bytes: work %llu, %.2f times, %.1f a byte; memory %.2f times, %.1f a byte%s\n",
           s->text->format, s->text->name, mode->name, row != NULL ? row : "-", b->n, (unsigned long long)b->work,
           ratio(b->work, a->work), (double)b->work / (double)b->n, ratio(b->asked, a->asked),
           (double)b->asked / (double)b->n, is_bad(a, b) ? "  TOO MUCH" : "");
    fflush(stdout);
}

static void compare(const wish *w, subject *s, const hard_mode *mode, const char *row, tally *t) {
    cost a, b = {0};
    if (t->pairs++ % w->shares != w->share)
        return;
    summ_status status = run(s, w, 0, mode, row, &b);
    for (size_t i = 1; status == SUMM_OK && (i == 1 || (is_bad(&a, &b) && w->from << i <= w->to)); i++) {
        a = b;
        status = run(s, w, i, mode, row, &b);
    }
    t->done++;
    if (status != SUMM_OK) {
        printf("%s %s %s: %s\n", s->text->name, mode->name, row != NULL ? row : "-", summ_status_message(status));
        t->failed++;
        return;
    }
    t->bad += is_bad(&a, &b);
    t->worst = ratio(b.work, a.work) > t->worst ? ratio(b.work, a.work) : t->worst;
    if (w->all || is_bad(&a, &b))
        tell(s, mode, row, &a, &b);
}

static void measure_text(const wish *w, const hard_text *text, tally *t) {
    subject s = {.text = text};
    const hard_mode *mode;
    for (size_t i = 0; (mode = hard_mode_at(i)) != NULL; i++) {
        if (w->mode != NULL && strcmp(w->mode, mode->name) != 0)
            continue;
        if (!mode->has_rows)
            compare(w, &s, mode, NULL, t);
        for (size_t k = 0; mode->has_rows && summ_item_at(mode->kind, k) != NULL && (k == 0 || text->shape); k++)
            compare(w, &s, mode, summ_item_at(mode->kind, k)->name, t);
    }
    end(&s);
}

/* By the library, not by the command alone. */
static bool is_read(const char *format) {
    for (size_t i = 0; summ_item_at(SUMM_INPUTS, i) != NULL; i++)
        if (strcmp(summ_item_at(SUMM_INPUTS, i)->name, format) == 0)
            return true;
    return false;
}

int main(int argc, char **argv) {
    wish w = {.from = 16384, .to = 1 << 20, .shares = 1};
    tally t = {0};
    const hard_text *text;
    if (!parse(argc, argv, &w)) {
        fputs("measure: see the top of measure.c\n", stderr);
        return 2;
    }
    for (size_t i = 0; (text = hard_text_at(i)) != NULL; i++)
        if (is_read(text->format) && (w.text == NULL || strcmp(w.text, text->name) == 0) && (text->shape || !w.shapes))
            measure_text(&w, text, &t);
    printf("%zu pairs of text and mode, %zu too much, %zu failed; at most %.2f times the work for twice the bytes\n",
           t.done, t.bad, t.failed, t.worst);
    return t.failed > 0 ? 2 : t.bad > 0;
}
