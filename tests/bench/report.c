#include "bench/report.h"

#define NAME_WIDTH 46

/* A number, or nothing for 0, in a column of its own. */
static void cell(FILE *out, int width, int decimals, double value) {
    if (value > 0)
        (void)fprintf(out, " %*.*f", width, decimals, value);
    else
        (void)fprintf(out, " %*s", width, "");
}

static const char *verdict(const figure *f) {
    return f->bound == FIGURE_NO_BOUND ? "" : figure_is_met(f) ? "met" : "NOT MET";
}

void report_head(FILE *out) {
    (void)fprintf(out, "%-*s %9s %9s %7s %7s %7s   %s\n", NAME_WIDTH, "", "wall ms", "cpu ms", "MB/s", "x wc", "x cpu",
                  "figure, ceiling");
}

static void put_bound(FILE *out, const figure *f) {
    if (f->bound == FIGURE_NOT_OFFERED)
        (void)fputs("not offered", out);
    else if (f->bound != FIGURE_NO_BOUND)
        (void)fprintf(out, "%.2f %s, at %s %.4g", f->value, f->unit, f->bound == FIGURE_AT_MOST ? "most" : "least",
                      f->limit);
}

void report_line(FILE *out, const figure *f) {
    (void)fprintf(out, "%-*s", NAME_WIDTH, f->name);
    cell(out, 9, 2, 1e3 * f->cost.wall);
    cell(out, 9, 2, 1e3 * f->cost.cpu);
    cell(out, 7, 1, figure_speed(f));
    cell(out, 7, 2, figure_ratio(f));
    cell(out, 7, 2, figure_cpu_ratio(f));
    (void)fputs("   ", out);
    put_bound(out, f);
    (void)fprintf(out, "%s%s\n", f->bound == FIGURE_NO_BOUND ? "" : ": ", verdict(f));
    (void)fflush(out);
}

void report_markdown(FILE *out, const figures *all) {
    (void)fputs("| | wall ms | cpu ms | MB/s | x wc | x cpu | figure, ceiling | |\n|---|---|---|---|---|---|---|---|\n",
                out);
    for (size_t i = 0; i < all->n; i++) {
        const figure *f = &all->at[i];
        const double values[] = {1e3 * f->cost.wall, 1e3 * f->cost.cpu, figure_speed(f), figure_ratio(f),
                                 figure_cpu_ratio(f)};
        (void)fprintf(out, "| %s |", f->name);
        for (size_t v = 0; v < sizeof values / sizeof *values; v++) {
            cell(out, 0, values[v] < 100 ? 2 : 0, values[v]);
            (void)fputs(" |", out);
        }
        (void)putc(' ', out);
        put_bound(out, f);
        (void)fprintf(out, " | %s |\n", verdict(f));
    }
}

static void put_string(FILE *out, const char *text) {
    if (text == NULL) {
        (void)fputs("null", out);
        return;
    }
    (void)putc('"', out);
    for (; *text != '\0'; text++) {
        if (*text == '"' || *text == '\\')
            (void)fprintf(out, "\\%c", *text);
        else if ((unsigned char)*text < ' ')
            (void)fprintf(out, "\\u%04x", (unsigned)*text);
        else
            (void)putc(*text, out);
    }
    (void)putc('"', out);
}

static void put_number(FILE *out, const char *name, double value, bool known) {
    if (known)
        (void)fprintf(out, ", \"%s\": %.6g", name, value);
    else
        (void)fprintf(out, ", \"%s\": null", name);
}

/* Numbers that stand for something only when they are not 0. */
static void put_positive(FILE *out, const char *name, double value) {
    put_number(out, name, value, value > 0);
}

static void put_figure(FILE *out, const figure *f) {
    bool judged = f->bound == FIGURE_AT_MOST || f->bound == FIGURE_AT_LEAST;
    (void)fputs("    {\"name\": ", out);
    put_string(out, f->name);
    (void)fprintf(out, ", \"bytes\": %zu", f->n_bytes);
    put_positive(out, "wall_seconds", f->cost.wall);
    put_positive(out, "cpu_seconds", f->cost.cpu);
    put_positive(out, "peak_bytes", (double)f->cost.peak_bytes);
    put_positive(out, "wc_wall_seconds", f->wc.wall);
    put_positive(out, "wc_cpu_seconds", f->wc.cpu);
    put_positive(out, "ratio", figure_ratio(f));
    put_positive(out, "cpu_ratio", figure_cpu_ratio(f));
    put_positive(out, "megabytes_per_second", figure_speed(f));
    put_number(out, "value", f->value, judged);
    (void)fputs(", \"unit\": ", out);
    put_string(out, judged ? f->unit : NULL);
    put_number(out, "ceiling", f->limit, f->bound == FIGURE_AT_MOST);
    put_number(out, "floor", f->limit, f->bound == FIGURE_AT_LEAST);
    (void)fprintf(out, ", \"met\": %s}", f->bound == FIGURE_NO_BOUND ? "null" : figure_is_met(f) ? "true" : "false");
}

static void put_field(FILE *out, const char *before, const char *value) {
    (void)fputs(before, out);
    put_string(out, value);
}

void report_json(FILE *out, const machine *m, const char *file, bool quick, const figures *all) {
    put_field(out, "{\"date\": ", m->date);
    put_field(out, ",\n \"machine\": {\"cpu\": ", m->cpu);
    (void)fprintf(out, ", \"cores\": %ld", m->n_cores);
    put_field(out, ", \"system\": ", m->system);
    (void)fprintf(out, ", \"load\": %.2f}", m->load);
    put_field(out, ",\n \"compiler\": ", m->compiler);
    put_field(out, ",\n \"version\": ", m->version);
    put_field(out, ",\n \"file\": ", file);
    (void)fprintf(out, ",\n \"quick\": %s,\n \"figures\": [\n", quick ? "true" : "false");
    for (size_t i = 0; i < all->n; i++) {
        put_figure(out, &all->at[i]);
        (void)fputs(i + 1 < all->n ? ",\n" : "\n", out);
    }
    (void)fputs("  ]}\n", out);
}
