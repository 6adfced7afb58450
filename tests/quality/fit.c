/* fit [--leave-one-out] KIND FILE...: fits the weights of one kind of text (src/keyword/weights.def) to
 * labelled texts, by coordinate ascent on F1@10 from the present weights. README.md has the format of the files. */
#define _POSIX_C_SOURCE 200809L
#include "doc/doc.h"
#include "keyword/features.h"
#include "text/vocab.h"

#include <jansson.h>
#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum {
    MAX_WORDS = 4,  /* of a candidate, as by default */
    MIN_TEXTS = 10, /* sets with fewer say nothing */
    TOP = 10,
    ON_A_LINE = 6 /* weights of the printed row */
};

/* In points of F1. What wins less than these is chance, as the figures of other sets show. */
static const double MIN_GAIN = .1; /* of a step that is taken */
static const double RIDGE = 2; /* the price of a weight one unit away from where it began; of two, four times that */
static const double STEPS[] = {.2, .1, .05}; /* in units */

static const char *const NAMES[] = {
#define X(feature, meaning) #feature,
#include "keyword/features.def"
#undef X
};

/* The candidates of one text. */
typedef struct text {
    uint32_t n, n_gold; /* candidates, gold keys */
    bool *is_gold;
    float *feature; /* all of the first feature, then all of the second */
    double *score;
} text;

/* The texts of one file that belong to the kind. */
typedef struct set {
    const char *path;
    size_t first, end; /* of `texts` */
    double present;    /* F1 of the present weights */
} set;

typedef struct fitter {
    const sm_phrase_kind *kind;
    sm_alloc alloc;
    sm_arena arena;
    SM_VEC(set) sets;
    SM_VEC(text) texts;
    const set *left_out; /* or NULL */
    double weight[SM_PHRASE_FEATURES];
    double unit[SM_PHRASE_FEATURES]; /* 1 / its standard deviation; 0: the weight stays */
    double best;                     /* the objective at `weight` */
} fitter;

typedef SM_VEC(char) bytes;

static const char *reading = ""; /* for messages: the file */

static void check(bool good, const char *what, const char *detail) {
    if (good)
        return;
    fprintf(stderr, "fit: %s%s%s%s\n", reading, reading[0] != '\0' ? ": " : "", what, detail);
    exit(1);
}

static void build(sm_doc *doc, const json_t *string, const sm_language *language, sm_arena *arena) {
    size_t n = json_string_length(string);
    check(n < UINT32_MAX, "a text is too long", "");
    summ_status status =
        sm_doc_build(doc, sm_reader_at(0), json_string_value(string), (uint32_t)n, language, NULL, arena);
    check(status == SUMM_OK, summ_status_message(status), "");
}

/* The stems of n tokens, each with a line feed behind it. */
static void join_stems(const sm_doc *doc, uint32_t first, uint32_t n, sm_arena *arena, bytes *out) {
    out->n = 0;
    for (uint32_t t = first; t < first + n; t++) {
        const sm_stem_entry *stem = &doc->stems.at[sm_doc_word(doc, t)->stem];
        check(sm_vec_reserve(out, (size_t)stem->n_bytes + 1, arena), "out of memory", "");
        memcpy(out->at + out->n, stem->text, stem->n_bytes);
        out->n += stem->n_bytes;
        out->at[out->n++] = '\n';
    }
}

/* The distinct gold keys, as joined stems. */
static void read_gold(const json_t *keys, const sm_doc *doc, sm_arena *scratch, sm_vocab *gold) {
    sm_vocab_init(gold, scratch, doc->key);
    for (size_t i = 0; i < json_array_size(keys); i++) {
        const json_t *key = json_array_get(keys, i);
        sm_doc key_doc;
        bytes stems = {0};
        check(json_is_string(key), "a key is not a string", "");
        build(&key_doc, key, doc->language, scratch);
        join_stems(&key_doc, 0, (uint32_t)key_doc.tokens.n, scratch, &stems);
        if (stems.n > 0)
            check(sm_vocab_add(gold, stems.at, stems.n) != SM_VOCAB_NONE, "out of memory", "");
    }
}

static void read_candidates(const sm_candidates *c, const sm_vocab *gold, sm_arena *arena, sm_arena *scratch, text *t) {
    sm_phrase_features features;
    bytes stems = {0};
    check(sm_phrase_features_init(&features, c, scratch), "out of memory", "");
    *t = (text){.n = (uint32_t)c->list.n, .n_gold = gold->n};
    t->is_gold = sm_arena_get(arena, t->n, sizeof *t->is_gold);
    t->score = sm_arena_get(arena, t->n, sizeof *t->score);
    t->feature = sm_arena_get(arena, t->n, SM_PHRASE_FEATURES * sizeof *t->feature);
    check(t->is_gold != NULL && t->score != NULL && t->feature != NULL, "out of memory", "");
    for (uint32_t i = 0; i < t->n; i++) {
        const sm_candidate *p = &c->list.at[i];
        double f[SM_PHRASE_FEATURES];
        join_stems(c->doc, p->first_token, p->n_tokens, scratch, &stems);
        t->is_gold[i] = sm_vocab_find(gold, stems.at, stems.n) != SM_VOCAB_NONE;
        sm_phrase_features_get(&features, p, f);
        for (size_t k = 0; k < SM_PHRASE_FEATURES; k++)
            t->feature[k * t->n + i] = (float)f[k];
    }
}

static void read_record(fitter *f, const json_t *record, sm_arena *scratch) {
    const json_t *string = json_object_get(record, "text"), *keys = json_object_get(record, "keys");
    const char *code = json_string_value(json_object_get(record, "lang"));
    const sm_language *language = code != NULL ? sm_language_find(code) : NULL;
    sm_doc doc;
    sm_candidates candidates;
    sm_vocab gold;
    text t;
    check(json_is_string(string) && json_is_array(keys), "a line without text or keys", "");
    check(code == NULL || language != NULL, "unknown language ", code);
    build(&doc, string, language, scratch);
    if (sm_phrase_kind_of(&doc) != f->kind)
        return;
    read_gold(keys, &doc, scratch, &gold);
    check(sm_candidates_find(&doc, MAX_WORDS, 2, scratch, &candidates), "out of memory", "");
    read_candidates(&candidates, &gold, &f->arena, scratch, &t);
    check(gold.n == 0 || sm_vec_push(&f->texts, t, &f->arena), "out of memory", "");
}

static void read_line(fitter *f, const char *line, size_t n) {
    json_error_t error;
    json_t *record = json_loadb(line, n, JSON_ALLOW_NUL, &error);
    check(record != NULL, "not JSON: ", error.text);
    sm_arena scratch;
    sm_arena_init(&scratch, &f->alloc);
    read_record(f, record, &scratch);
    sm_arena_release(&scratch);
    json_decref(record);
}

static void read_set(fitter *f, const char *path) {
    set s = {.path = path, .first = f->texts.n};
    char *line = NULL;
    size_t cap = 0;
    FILE *file = fopen(path, "r");
    reading = path;
    check(file != NULL, "cannot be opened", "");
    for (ssize_t n; (n = getline(&line, &cap, file)) >= 0;)
        read_line(f, line, (size_t)n);
    check(!ferror(file), "cannot be read", "");
    reading = "";
    fclose(file);
    free(line);
    s.end = f->texts.n;
    bool is_small = s.end - s.first < MIN_TEXTS;
    check(is_small || sm_vec_push(&f->sets, s, &f->arena), "out of memory", "");
    if (is_small)
        fprintf(stderr, "fit: %s left out: %zu texts of this kind\n", path, s.end - s.first);
    f->texts.n = is_small ? s.first : s.end;
}

/* F1 in percent of the TOP candidates, equal scores by position, if the weight of a feature rose by `step`. */
static double f1_of(const text *t, size_t feature, double step) {
    double best[TOP];
    bool is_gold[TOP];
    size_t n = 0, hits = 0;
    for (uint32_t i = 0; i < t->n; i++) {
        double score = t->score[i] + step * (double)t->feature[feature * t->n + i];
        if (n == TOP && score <= best[TOP - 1])
            continue;
        size_t at = n < TOP ? n++ : TOP - 1;
        for (; at > 0 && best[at - 1] < score; at--) {
            best[at] = best[at - 1];
            is_gold[at] = is_gold[at - 1];
        }
        best[at] = score;
        is_gold[at] = t->is_gold[i];
    }
    for (size_t i = 0; i < n; i++)
        hits += is_gold[i];
    return 200 * (double)hits / (double)(n + t->n_gold);
}

static double set_mean(const fitter *f, const set *s, size_t feature, double step) {
    double sum = 0;
    for (size_t i = s->first; i < s->end; i++)
        sum += f1_of(&f->texts.at[i], feature, step);
    return sum / (double)(s->end - s->first);
}

/* Over the sets, the one left out aside. */
static double mean(const fitter *f, size_t feature, double step) {
    double sum = 0;
    for (size_t i = 0; i < f->sets.n; i++)
        sum += &f->sets.at[i] != f->left_out ? set_mean(f, &f->sets.at[i], feature, step) : 0;
    return sum / (double)(f->sets.n - (f->left_out != NULL));
}

static void score_all(fitter *f) {
    for (text *t = f->texts.at; t < f->texts.at + f->texts.n; t++) {
        memset(t->score, 0, t->n * sizeof *t->score);
        for (size_t i = 0; i < SM_PHRASE_FEATURES * (size_t)t->n; i++)
            t->score[i % t->n] += f->weight[i / t->n] * (double)t->feature[i];
    }
}

static double objective(const fitter *f, size_t feature, double step) {
    double penalty = 0;
    for (size_t i = 0; i < SM_PHRASE_FEATURES; i++) {
        double moved = f->weight[i] - f->kind->weight[i] + (i == feature ? step : 0);
        penalty += f->unit[i] > 0 ? RIDGE * (moved / f->unit[i]) * (moved / f->unit[i]) : 0;
    }
    return mean(f, feature, step) - penalty;
}

/* Weights have two decimals. */
static double in_hundredths(double x) {
    return round(x * 100) / 100;
}

/* One step of one weight, if one helps. */
static bool climb(fitter *f, size_t feature, double step) {
    for (int sign = 1; sign >= -1; sign -= 2) {
        double value = objective(f, feature, sign * step);
        if (value > f->best + MIN_GAIN) {
            f->weight[feature] = in_hundredths(f->weight[feature] + sign * step);
            f->best = value;
            score_all(f);
            return true;
        }
    }
    return false;
}

static bool sweep(fitter *f, double units) {
    bool moved = false;
    for (size_t k = 0; k < SM_PHRASE_FEATURES; k++)
        if (f->unit[k] > 0)
            moved = climb(f, k, fmax(.01, in_hundredths(units * f->unit[k]))) || moved;
    return moved;
}

static void begin(fitter *f) {
    memcpy(f->weight, f->kind->weight, sizeof f->weight);
    score_all(f);
}

static void fit(fitter *f) {
    begin(f);
    f->best = objective(f, 0, 0);
    for (size_t i = 0; i < sizeof STEPS / sizeof *STEPS; i++)
        while (sweep(f, STEPS[i])) /* each at least MIN_GAIN nearer to 100 */
            continue;
}

static double deviation_of(const fitter *f, size_t feature) {
    double n = 0, sum = 0, squares = 0;
    for (const text *t = f->texts.at; t < f->texts.at + f->texts.n; t++)
        for (uint32_t i = 0; i < t->n; i++, n++) {
            double x = (double)t->feature[feature * t->n + i];
            sum += x;
            squares += x * x;
        }
    return n > 0 ? sqrt(fmax(0, squares / n - sum / n * (sum / n))) : 0;
}

static void find_units(fitter *f) {
    for (size_t k = 0; k < SM_PHRASE_FEATURES; k++) {
        double deviation = f->kind->weight[k] != 0 ? deviation_of(f, k) : 0;
        f->unit[k] = deviation > 1e-6 ? 1 / deviation : 0;
    }
}

/* In the syntax of weights.def: .5 is ".50". */
static void print_row(const fitter *f) {
    int n = 0;
    printf("X(%s", f->kind->name);
    for (size_t k = 0; k < SM_PHRASE_FEATURES; k++) {
        char number[32];
        double w = f->weight[k];
        snprintf(number, sizeof number, "%.2f", fabs(w));
        if (w != 0)
            printf(",%s[%s] = %s%s", n++ % ON_A_LINE == 0 ? "\n  " : " ", NAMES[k], w < 0 ? "-" : "",
                   number + (number[0] == '0'));
    }
    puts(")");
}

/* Each set by the present weights and by those fitted to all sets or, with `leave_one_out`, to the others. */
static void report(fitter *f, bool leave_one_out) {
    double sum_before = 0, sum_after = 0, n = (double)f->sets.n;
    printf("F1@10 of each set, present weights -> fitted to %s\n", leave_one_out ? "the other sets" : "all sets");
    for (size_t i = 0; i < f->sets.n; i++) {
        const set *s = &f->sets.at[i];
        f->left_out = leave_one_out ? s : NULL;
        if (leave_one_out || i == 0)
            fit(f);
        double after = set_mean(f, s, 0, 0);
        printf("%6.2f -> %6.2f  %+5.2f  %s, %zu texts\n", s->present, after, after - s->present, s->path,
               s->end - s->first);
        sum_before += s->present;
        sum_after += after;
    }
    printf("%6.2f -> %6.2f  %+5.2f  mean\n", sum_before / n, sum_after / n, (sum_after - sum_before) / n);
}

static void find_kind(fitter *f, const char *name) {
    for (size_t i = 0; sm_phrase_kind_at(i) != NULL; i++)
        if (strcmp(sm_phrase_kind_at(i)->name, name) == 0)
            f->kind = sm_phrase_kind_at(i);
    check(f->kind != NULL, "src/keyword/weights.def has no kind ", name);
}

int main(int argc, char **argv) {
    static fitter f;
    bool leave_one_out = argc > 1 && strcmp(argv[1], "--leave-one-out") == 0;
    int next = leave_one_out ? 2 : 1;
    check(argc > next + 1, "usage: fit [--leave-one-out] KIND FILE...", "");
    find_kind(&f, argv[next++]);
    sm_alloc_init(&f.alloc, (summ_allocator){NULL, NULL}, SUMM_NO_LIMIT);
    sm_arena_init(&f.arena, &f.alloc);
    while (next < argc)
        read_set(&f, argv[next++]);
    check(f.sets.n > (leave_one_out ? 1 : 0), "too few sets with texts of this kind", "");
    find_units(&f);
    begin(&f);
    for (size_t i = 0; i < f.sets.n; i++)
        f.sets.at[i].present = set_mean(&f, &f.sets.at[i], 0, 0);
    if (leave_one_out)
        report(&f, true);
    report(&f, false);
    print_row(&f);
    sm_arena_release(&f.arena);
    return 0;
}
