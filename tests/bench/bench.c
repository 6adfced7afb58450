/* bench OUT JSON [FILE] [quick] [markdown]: how fast the command built in the folder OUT is, beside wc -w on the same
 * texts in the same run, and how far that is from what it is to be. Prints a table (rows.h says of what, BENCHMARKS.md what
 * the columns are), or its rows in Markdown, and writes all of it to JSON (report.h). Must be run where the sources
 * are. Ceilings that are not met are no failure: machines differ. */
#define _POSIX_C_SOURCE 200809L
#include "bench/report.h"
#include "bench/rows.h"

#include <stdlib.h>
#include <string.h>

/* What the user has set is not to change what is measured. */
static bool set_environment(void) {
    return setenv("LC_ALL", "C.UTF-8", 1) == 0 && setenv("SUMM_CONFIG_PATH", "", 1) == 0 &&
           unsetenv("SUMM_OPTIONS") == 0;
}

static bool write_json(const char *path, const machine *m, const rows *r) {
    FILE *file = fopen(path, "w");
    if (file == NULL)
        return false;
    report_json(file, m, r->file, r->quick, &r->all);
    bool written = ferror(file) == 0;
    return fclose(file) == 0 && written;
}

static bool ask(const rows *r, machine *m) {
    char command[600], scratch[600];
    (void)snprintf(command, sizeof command, "%s/summ", r->out);
    (void)snprintf(scratch, sizeof scratch, "%s/bench.version", r->out);
    bool known = machine_ask(m, command, scratch);
    (void)remove(scratch);
    return known;
}

int main(int argc, char **argv) {
    static rows r;
    machine m;
    bool markdown = false;
    if (argc < 3 || !set_environment())
        return 2;
    r.out = argv[1];
    for (int i = 3; i < argc; i++) {
        if (strcmp(argv[i], "quick") == 0)
            r.quick = true;
        else if (strcmp(argv[i], "markdown") == 0)
            markdown = true;
        else
            r.file = argv[i];
    }
    r.table = markdown ? stderr : stdout;
    if (!ask(&r, &m))
        return 1;
    (void)fprintf(r.table, "%s, %s, %ld cores, load %.1f, %s\n", m.version, m.cpu, m.n_cores, m.load, m.compiler);
    bool measured = rows_measure(&r);
    if (!measured)
        (void)fputs("bench: not everything could be measured\n", stderr);
    if (markdown)
        report_markdown(stdout, &r.all);
    (void)fprintf(r.table, "%zu of the ceilings not met; all figures: %s\n", figures_missed(&r.all), argv[2]);
    return measured && write_json(argv[2], &m, &r) ? 0 : 1;
}
