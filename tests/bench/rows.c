#include "bench/rows.h"
#include "bench/report.h"

#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

enum {
    PATH_BYTES = 600,
    MAX_OPTIONS = 8,
    SIZES = 7 /* 1, 2, 4 ... 64 MB */
};

#define ENGLISH "tests/samples/prose.en.txt"
#define RUSSIAN "tests/samples/prose.ru.txt"
#define STEMS   "words, folding, stop words, stems"

typedef struct text {
    char path[PATH_BYTES];
    size_t n_bytes; /* of text; a file of JSON Lines has more */
} text;

static void path_of(const rows *r, const char *folder, const char *name, char path[PATH_BYTES]) {
    (void)snprintf(path, PATH_BYTES, "%s/%s%s", r->out, folder, name);
}

static void show(const rows *r, const figure *f) {
    report_line(r->table, f);
}

/* Judges f by its ratio to wc -w. */
static void judge_ratio(figure *f, double limit) {
    f->value = figure_ratio(f);
    f->unit = "x wc -w";
    f->bound = FIGURE_AT_MOST;
    f->limit = limit;
}

static void judge(figure *f, double value, const char *unit, figure_bound bound, double limit) {
    f->value = value;
    f->unit = unit;
    f->bound = bound;
    f->limit = limit;
}

/* ---- Texts ---- */

static bool read_size(const char *path, size_t *n) {
    FILE *file = fopen(path, "r");
    bool good = file != NULL && fscanf(file, "%zu", n) == 1;
    if (file != NULL)
        (void)fclose(file);
    return good;
}

/* Makes a text of so many bytes, or so many records of them, in bench/NAME. */
static bool make(const rows *r, const char *name, const char *sample, size_t n_bytes, size_t n_records, text *t) {
    char program[PATH_BYTES], said[PATH_BYTES], bytes[24], records[24];
    run_cost cost;
    path_of(r, "tests/bench/", "make_text", program);
    path_of(r, "bench/", "said", said);
    path_of(r, "bench/", name, t->path);
    (void)snprintf(bytes, sizeof bytes, "%zu", n_bytes);
    (void)snprintf(records, sizeof records, "%zu", n_records);
    bool russian = strcmp(sample, RUSSIAN) == 0;
    const char *const argv[] = {program, russian ? "ru" : "en", sample, bytes, records, t->path, NULL};
    return run_once(argv, said, &cost) && read_size(said, &t->n_bytes);
}

static const char *sample_of(const rows *r) {
    return r->file != NULL ? r->file : ENGLISH;
}

/* ---- Whole processes ---- */

typedef struct call {
    char summ[PATH_BYTES];
    const char *argv[MAX_OPTIONS + 3];
} call;

/* summ OPTIONS FILE; the options are parted by single spaces and cut in place. */
static void set_call(const rows *r, char *options, const char *path, call *c) {
    size_t n = 0;
    path_of(r, "", "summ", c->summ);
    c->argv[n++] = c->summ;
    for (char *option = strtok(options, " "); option != NULL && n <= MAX_OPTIONS; option = strtok(NULL, " "))
        c->argv[n++] = option;
    c->argv[n++] = path;
    c->argv[n] = NULL;
}

static double seconds(const rows *r) {
    return r->quick ? 1 : 5;
}

/* Runs argv in turn with wc -w on t; NULL: failed. */
static figure *beside_wc(rows *r, const char *name, const text *t, const char *const *argv, double *spread) {
    const char *const wc[] = {"wc", "-w", t->path, NULL};
    run_subject subjects[] = {{.argv = argv}, {.argv = wc}};
    figure *f = run_best(subjects, 2, seconds(r)) ? figures_add(&r->all, name) : NULL;
    if (f == NULL)
        return NULL;
    f->n_bytes = t->n_bytes;
    f->cost = subjects[0].best;
    f->wc = subjects[1].best;
    *spread = subjects[0].spread;
    return f;
}

static figure *summ_beside_wc(rows *r, const char *name, const text *t, const char *options, double *spread) {
    char cut[FIGURES_NAME];
    call c;
    (void)snprintf(cut, sizeof cut, "%s", options);
    set_call(r, cut, t->path, &c);
    return beside_wc(r, name, t, c.argv, spread);
}

/* A row of its own: summ with these options, at most `limit` times wc -w. */
static bool measure(rows *r, const char *name, const text *t, const char *options, double limit) {
    double spread;
    figure *f = summ_beside_wc(r, name, t, options, &spread);
    if (f == NULL)
        return false;
    judge_ratio(f, limit);
    show(r, f);
    return true;
}

static bool measure_article(rows *r) {
    text t;
    if (!make(r, "5KB.txt", ENGLISH, 5000, 0, &t) || !measure(r, "5 KB, -n 3 -k 10", &t, "-n 3 -k 10", 2))
        return false;
    const figure *whole = &r->all.at[r->all.n - 1];
    figure *f = figures_add(&r->all, "5 KB, -n 3 -k 10: whole process");
    if (f == NULL)
        return false;
    judge(f, 1e3 * whole->cost.wall, "ms", FIGURE_AT_MOST, 3);
    show(r, f);
    return true;
}

static bool measure_cat(rows *r, const text *t) {
    double spread;
    const char *const cat[] = {"cat", t->path, NULL};
    figure *f = beside_wc(r, "3.3 MB, cat", t, cat, &spread);
    if (f != NULL)
        show(r, f);
    return f != NULL;
}

static bool measure_story(rows *r, const text *t) {
    return measure_cat(r, t) && measure(r, "3.3 MB, -n 3, one thread", t, "-n 3 -j 1", 4) &&
           measure(r, "3.3 MB, -k 10, one thread", t, "-k 10 -j 1", 5);
}

/* ---- 100 MB ---- */

/* The memory that a run needs besides what it needs for nothing at all. */
static bool measure_memory(rows *r, const figure *big) {
    text empty;
    call c;
    char options[] = "-n 3 -j 1";
    run_cost cost;
    path_of(r, "bench/", "empty.txt", empty.path);
    FILE *file = fopen(empty.path, "wb");
    if (file == NULL || fclose(file) != 0)
        return false;
    set_call(r, options, empty.path, &c);
    figure *f = run_once(c.argv, NULL, &cost) ? figures_add(&r->all, "100 MB, one thread: memory") : NULL;
    if (f == NULL)
        return false;
    double used = (double)big->cost.peak_bytes - (double)cost.peak_bytes;
    judge(f, used / (double)big->n_bytes, "bytes for each of input", FIGURE_AT_MOST, 8);
    show(r, f);
    return true;
}

/* Whether two threads work on one document shows in the processor time they spend at the same time. */
static bool measure_two_threads(rows *r, const text *t) {
    double spread;
    figure *f = summ_beside_wc(r, "100 MB, -n 3, two threads", t, "-n 3 -j 2", &spread);
    if (f == NULL)
        return false;
    judge_ratio(f, 2.5);
    if (spread < 1.1)
        f->bound = FIGURE_NOT_OFFERED;
    show(r, f);
    return true;
}

static bool measure_big(rows *r) {
    text t;
    return make(r, "100MB.txt", sample_of(r), 100000000, 0, &t) &&
           measure(r, "100 MB, -n 3, one thread", &t, "-n 3 -j 1", 4) && measure_memory(r, &r->all.at[r->all.n - 1]) &&
           measure_two_threads(r, &t);
}

/* ---- JSON Lines ---- */

/* Speed and memory of n records, of a tenth of which `few` tells. */
static bool judge_records(rows *r, size_t n, size_t n_bytes, const run_subject *many, const run_subject *few,
                          const run_subject *wc) {
    char name[FIGURES_NAME];
    (void)snprintf(name, sizeof name, "%zu records of 4 KB, -n 3 -j 2", n);
    figure *speed = figures_add(&r->all, name);
    (void)snprintf(name, sizeof name, "%zu records: memory, to %zu", n, n / 10);
    figure *memory = figures_add(&r->all, name);
    if (speed == NULL || memory == NULL)
        return false;
    speed->n_bytes = n_bytes;
    speed->cost = many->best;
    speed->wc = wc->best;
    judge(speed, figure_speed(speed), "MB/s", FIGURE_AT_LEAST, 60);
    judge(memory, (double)many->best.peak_bytes / (double)few->best.peak_bytes, "x", FIGURE_AT_MOST, 1.1);
    show(r, speed);
    show(r, memory);
    return true;
}

static bool measure_records(rows *r) {
    text many, few;
    call all, some;
    char options_all[] = "-n 3 -j 2", options_some[] = "-n 3 -j 2";
    size_t n = r->quick ? 5000 : 20000;
    if (!make(r, "many.jsonl", ENGLISH, 4000, n, &many) || !make(r, "few.jsonl", ENGLISH, 4000, n / 10, &few))
        return false;
    set_call(r, options_all, many.path, &all);
    set_call(r, options_some, few.path, &some);
    const char *const wc[] = {"wc", "-w", many.path, NULL};
    run_subject subjects[] = {{.argv = all.argv}, {.argv = some.argv}, {.argv = wc}};
    return run_best(subjects, 3, seconds(r)) &&
           judge_records(r, n, many.n_bytes, &subjects[0], &subjects[1], &subjects[2]);
}

/* ---- Growth ---- */

static bool show_growth(rows *r, const text *texts, const run_subject *subjects, size_t n) {
    char name[FIGURES_NAME];
    for (size_t i = 0; i < n; i++) {
        (void)snprintf(name, sizeof name, "%d MB, -n 3, one thread%s", 1 << i, i > 0 ? ": to half of it" : "");
        figure *f = figures_add(&r->all, name);
        if (f == NULL)
            return false;
        f->n_bytes = texts[i].n_bytes;
        f->cost = subjects[i].best;
        if (i > 0)
            judge(f, f->cost.wall / subjects[i - 1].best.wall, "x", FIGURE_AT_MOST, 2.2);
        show(r, f);
    }
    return true;
}

static bool measure_growth(rows *r) {
    text texts[SIZES];
    call calls[SIZES];
    char options[SIZES][16], name[32];
    run_subject subjects[SIZES] = {{0}};
    size_t n = r->quick ? SIZES - 2 : SIZES;
    for (size_t i = 0; i < n; i++) {
        (void)snprintf(name, sizeof name, "%dMB.txt", 1 << i);
        if (!make(r, name, ENGLISH, (size_t)1000000 << i, 0, &texts[i]))
            return false;
        (void)snprintf(options[i], sizeof options[i], "-n 3 -j 1");
        set_call(r, options[i], texts[i].path, &calls[i]);
        subjects[i].argv = calls[i].argv;
    }
    return run_best(subjects, n, seconds(r)) && show_growth(r, texts, subjects, n);
}

/* ---- Stages of the library ---- */

/* A line of what `stages` prints: MB/s, milliseconds, those of processor time, name. */
static bool add_stage(rows *r, const char *line, const char *language, const figure *like) {
    char name[FIGURES_NAME];
    double speed, ms, cpu_ms;
    int at = 0;
    if (sscanf(line, "%lf MB/s %lf ms %lf ms cpu %n", &speed, &ms, &cpu_ms, &at) != 3 || at == 0)
        return false;
    (void)snprintf(name, sizeof name, "%s: %.*s", language, (int)strcspn(line + at, "\n"), line + at);
    figure *f = figures_add(&r->all, name);
    if (f == NULL)
        return false;
    f->n_bytes = like->n_bytes;
    f->cost.wall = ms / 1e3;
    f->cost.cpu = cpu_ms / 1e3;
    f->wc = like->wc;
    if (strstr(name, STEMS) != NULL)
        judge(f, speed, "MB/s", FIGURE_AT_LEAST, strcmp(language, "English") == 0 ? 120 : 60);
    show(r, f);
    return true;
}

static bool add_stages(rows *r, const char *path, const char *language, const figure *like) {
    char line[200];
    FILE *file = fopen(path, "r");
    bool good = file != NULL;
    while (good && fgets(line, sizeof line, file) != NULL)
        good = add_stage(r, line, language, like);
    if (file != NULL)
        (void)fclose(file);
    return good;
}

/* One stage, or all if `stage` is NULL, beside what wc -w takes for the text. */
static bool measure_stages(rows *r, const text *t, const char *language, const char *stage) {
    char program[PATH_BYTES], said[PATH_BYTES];
    const char *const wc[] = {"wc", "-w", t->path, NULL};
    run_subject counting = {.argv = wc};
    run_cost cost;
    path_of(r, "tests/bench/", "stages", program);
    path_of(r, "bench/", "said", said);
    const char *const argv[] = {program, t->path, stage, NULL};
    if (!run_best(&counting, 1, 0.2) || !run_once(argv, said, &cost))
        return false;
    figure like = {.n_bytes = t->n_bytes, .wc = counting.best};
    return add_stages(r, said, language, &like);
}

bool rows_measure(rows *r) {
    char folder[PATH_BYTES];
    text story, russian;
    path_of(r, "bench", "", folder);
    (void)mkdir(folder, 0777); /* it may be there; what cannot be written there is told */
    report_head(r->table);
    return make(r, "3300KB.txt", sample_of(r), 3300000, 0, &story) &&
           make(r, "3300KB.ru.txt", RUSSIAN, 3300000, 0, &russian) && measure_article(r) && measure_story(r, &story) &&
           (r->quick || measure_big(r)) && measure_records(r) && measure_growth(r) &&
           measure_stages(r, &story, "English", NULL) && measure_stages(r, &russian, "Russian", STEMS);
}
