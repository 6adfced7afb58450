#include "figures.h"

#include <string.h>

enum {
    MAX_NAME = 63
};

bool figures_add(figures *f, figure one, sm_arena *arena) {
    return sm_vec_push(&f->list, one, arena);
}

const figure *figures_find(const figures *f, const char *set, const char *metric) {
    for (size_t i = 0; i < f->list.n; i++)
        if (strcmp(f->list.at[i].set, set) == 0 && strcmp(f->list.at[i].metric, metric) == 0)
            return &f->list.at[i];
    return NULL;
}

static const char *copy(const char *name, sm_arena *arena) {
    char *own = sm_arena_get(arena, strlen(name) + 1, 1);
    return own != NULL ? strcpy(own, name) : NULL;
}

bool figures_read(figures *f, FILE *file, sm_arena *arena) {
    char line[256], set[MAX_NAME + 1], metric[MAX_NAME + 1];
    while (fgets(line, sizeof line, file) != NULL) {
        double value;
        if (sscanf(line, "%63[^\t]\t%63[^\t]\t%lf", set, metric, &value) != 3)
            continue;
        figure one = {copy(set, arena), copy(metric, arena), value, false};
        if (one.set == NULL || one.metric == NULL || !figures_add(f, one, arena))
            return false;
    }
    return ferror(file) == 0;
}

bool figures_write(const figures *f, FILE *file) {
    for (size_t i = 0; i < f->list.n; i++)
        fprintf(file, "%s\t%s\t%.2f\n", f->list.at[i].set, f->list.at[i].metric, f->list.at[i].value);
    return fflush(file) == 0 && ferror(file) == 0;
}

size_t figures_fallen(const figures *f, const figures *before, FILE *report) {
    size_t fallen = 0;
    for (size_t i = 0; i < f->list.n; i++) {
        const figure *now = &f->list.at[i], *then = figures_find(before, now->set, now->metric);
        if (then == NULL || now->value >= then->value - (now->is_mean ? FIGURES_MEAN : FIGURES_SET))
            continue;
        fprintf(report, "%s: %s fell from %.2f to %.2f\n", now->set, now->metric, then->value, now->value);
        fallen++;
    }
    return fallen;
}
