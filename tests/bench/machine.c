#define _DEFAULT_SOURCE /* getloadavg */
#include "bench/machine.h"
#include "bench/run.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/utsname.h>
#include <time.h>
#include <unistd.h>

#ifdef __clang__
#define COMPILER __VERSION__
#else
#define COMPILER "gcc " __VERSION__
#endif

static void set(char *to, const char *text) {
    (void)snprintf(to, MACHINE_TEXT, "%s", text);
}

/* The first line of a file that begins so, without its end and what stands before its colon. */
static void find_line(const char *path, const char *begin, char *to) {
    char line[MACHINE_TEXT];
    FILE *file = fopen(path, "r");
    set(to, "unknown");
    if (file == NULL)
        return;
    while (fgets(line, sizeof line, file) != NULL) {
        if (strncmp(line, begin, strlen(begin)) != 0)
            continue;
        const char *colon = strchr(line, ':');
        line[strcspn(line, "\n")] = '\0';
        set(to, colon != NULL ? colon + 1 + strspn(colon + 1, " ") : line);
        break;
    }
    (void)fclose(file);
}

static void ask_date(char *to) {
    struct tm day;
    time_t t = time(NULL);
    set(to, "unknown");
    if (gmtime_r(&t, &day) != NULL)
        (void)strftime(to, MACHINE_TEXT, "%Y-%m-%dT%H:%M:%SZ", &day);
}

static void ask_system(char *to) {
    struct utsname name;
    set(to, "unknown");
    if (uname(&name) == 0)
        (void)snprintf(to, MACHINE_TEXT, "%.40s %.60s %.40s", name.sysname, name.release, name.machine);
}

bool machine_ask(machine *m, const char *command, const char *scratch) {
    run_cost cost;
    const char *const version[] = {command, "--version", NULL};
    *m = (machine){.n_cores = sysconf(_SC_NPROCESSORS_ONLN)};
    if (getloadavg(&m->load, 1) != 1)
        m->load = 0;
    ask_date(m->date);
    ask_system(m->system);
    set(m->compiler, COMPILER);
    find_line("/proc/cpuinfo", "model name", m->cpu);
    if (!run_once(version, scratch, &cost))
        return false;
    find_line(scratch, "summ ", m->version);
    return true;
}
