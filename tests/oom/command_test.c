/* Every allocation of the command fails in turn, once and from then on: it ends by itself, says why in lines of its own
 * and ends with status 2, or does without what it did not get and prints what it prints else. What -o names is whole,
 * or as it was. The allocator is put before the C library's by the loader: it reaches the libraries too. */
#define _GNU_SOURCE
#include "failing_malloc.h"
#include "support/sanitized.h"

#include <fcntl.h>
#include <ftw.h>
#include <limits.h>
#include <setjmp.h>
#include <spawn.h>
#include <stdarg.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cmocka.h>

enum {
    MAX_WORDS = 12,
    ROOM = 1 << 18,
    MAX_SECONDS = 60 /* a command that hangs ends the test, one that is busy is ended */
};

typedef struct output {
    char bytes[ROOM];
    size_t n;
} output;

typedef struct outcome {
    int status; /* of exit; -1: ended by a signal */
    output out, err, file;
} outcome;

static char directory[] = "/tmp/summ-oom-XXXXXX", command[PATH_MAX], preload[PATH_MAX + 16];
static malloc_plan *plan;

/* ---- Files ---- */

static void put_file(const char *name, const char *bytes, size_t n) {
    FILE *f = fopen(name, "wb");
    assert_non_null(f);
    assert_int_equal(fwrite(bytes, 1, n, f), n);
    assert_int_equal(fclose(f), 0);
}

static void put_text(const char *name, const char *text) {
    put_file(name, text, strlen(text));
}

static void take_file(const char *name, output *out) {
    FILE *f = fopen(name, "rb");
    out->n = f != NULL ? fread(out->bytes, 1, sizeof out->bytes, f) : 0;
    assert_true(out->n < sizeof out->bytes);
    if (f != NULL)
        fclose(f);
}

/* ---- Runs ---- */

static int run_command(const char *const *words) {
    char *environment[] = {preload, (char[]){MALLOC_PLAN "=plan"}, (char[]){"SUMM_CONFIG_PATH=config"},
                           (char[]){"SUMM_OPTIONS=--diversity=0.5"}, NULL};
    char *arguments[MAX_WORDS + 2] = {command};
    posix_spawn_file_actions_t actions;
    pid_t pid;
    int status;
    for (size_t i = 0; words[i] != NULL; i++)
        arguments[i + 1] = strdup(words[i]);
    posix_spawn_file_actions_init(&actions);
    posix_spawn_file_actions_addopen(&actions, 0, "/dev/null", O_RDONLY, 0);
    posix_spawn_file_actions_addopen(&actions, 1, "out", O_WRONLY | O_CREAT | O_TRUNC, 0600);
    posix_spawn_file_actions_addopen(&actions, 2, "err", O_WRONLY | O_CREAT | O_TRUNC, 0600);
    assert_int_equal(posix_spawn(&pid, command, &actions, NULL, arguments, environment), 0);
    posix_spawn_file_actions_destroy(&actions);
    alarm(MAX_SECONDS);
    assert_int_equal(waitpid(pid, &status, 0), pid);
    alarm(0);
    for (size_t i = 1; arguments[i] != NULL; i++)
        free(arguments[i]);
    return WIFEXITED(status) ? WEXITSTATUS(status) : -1;
}

static void run(const char *const *words, uint64_t at, bool for_ever, outcome *result) {
    plan->at = at;
    plan->for_ever = for_ever;
    atomic_store(&plan->n_seen, 0);
    put_text("kept", "old\n");
    result->status = run_command(words);
    take_file("out", &result->out);
    take_file("err", &result->err);
    take_file("kept", &result->file);
}

static bool is_same(const output *a, const output *b) {
    return a->n == b->n && memcmp(a->bytes, b->bytes, a->n) == 0;
}

/* Lines that begin with the name of the command; 0 if there are others. */
static size_t count_messages(const output *err) {
    size_t n = 0;
    for (size_t at = 0; at < err->n; n++) {
        const char *end = memchr(err->bytes + at, '\n', err->n - at);
        if (end == NULL || strncmp(err->bytes + at, "summ: ", 6) != 0)
            return 0;
        at = (size_t)(end - err->bytes) + 1;
    }
    return n;
}

static void explain(const char *const *words, uint64_t at, bool for_ever, const outcome *got) {
    print_error("allocation %llu%s of:", (unsigned long long)at, for_ever ? " and all that follow" : "");
    for (; *words != NULL; words++)
        print_error(" %s", *words);
    print_error("\nstatus %d\n%.*s", got->status, (int)got->err.n, got->err.bytes);
}

/* The whole, with nothing said but what is said else; or failure, one line for each text that failed. */
static bool is_right(const outcome *got, const outcome *good, bool for_ever, size_t n_texts) {
    static const output OLD = {"old\n", 4};
    if (got->status == 0)
        return is_same(&got->out, &good->out) && is_same(&got->err, &good->err) && is_same(&got->file, &good->file);
    size_t n = count_messages(&got->err);
    bool kept = n_texts > 1 || is_same(&got->file, &OLD);
    return got->status == 2 && n >= 1 && n <= (for_ever ? n_texts : 1) && kept;
}

static void fail_each(const char *const *words, size_t n_texts) {
    static outcome good, got;
    run(words, UINT64_MAX, false, &good);
    assert_int_equal(good.status, 0);
    uint64_t n = atomic_load(&plan->n_seen);
    if (n == 0)
        return; /* memory belongs to the tool that watches it */
    for (uint64_t i = 0; i < 2 * n; i++) {
        run(words, i / 2, i % 2 == 1, &got);
        if (!is_right(&got, &good, i % 2 == 1, n_texts)) {
            explain(words, i / 2, i % 2 == 1, &got);
            fail();
        }
    }
    run(words, UINT64_MAX, false, &got);
    assert_true(got.status == 0 && is_same(&got.out, &good.out) && is_same(&got.file, &good.file));
    if (getenv("TEST_COUNTS") != NULL)
        print_message("%6llu allocations: %s %s %s\n", (unsigned long long)n, words[0], words[1],
                      words[1] != NULL && words[2] != NULL ? words[2] : "");
}

/* ---- Texts ---- */

static const char TOADS[] =
    "Toads and Bridges\n\nEvery spring the toads of the valley walk to the lake. The new bridge carries the toads over "
    "the road, and the toads like the bridge.\n\nNobody had counted the toads before the bridge was built. Since then "
    "the bridge has carried nine thousand toads to the lake.\n";

static const char OWLS[] = "The owl sleeps by day. By night the owl hunts mice. Mice sleep by day too.\n";

static const char PAGE[] =
    "<title>Toads &amp; bridges</title><nav><a href=/>Home</a></nav><h1>Toads</h1><p>Every spring the toads of the "
    "valley walk to the lake. The bridge carries the toads over the road.<p>Nobody had counted them before the bridge "
    "was built.";

static const char NOTES[] =
    "---\ntitle: Toads\n---\n# Toads\n\n*Every spring* the toads walk to the lake. The bridge carries "
    "them.\n\n- Nobody had counted them before.\n";

static const char RECORDS[] =
    "{\"id\": 1, \"text\": \"The owl sleeps by day. By night the owl hunts mice.\"}\n{\"id\": 2, \"text\": "
    "\"\\u00c9tude. The toads walk to the lake.\"}\n{\"id\": 3, \"text\": \"Mice run by night.\"}\n";

static const char TABLE[] = "id,text\n1,\"The owl sleeps by day. By night it \"\"hunts\"\" mice.\"\n2,Toads walk.\n";

/* "The owl sleeps by day.\nBy night the owl hunts mice.\n" */
static const char GZIP[] =
    "\037\213\010\000\000\000\000\000\002\003\013\311\110\125\310\057\317\121\050\316\111\115\055\050\126"
    "\110\252\124\110\111\254\324\343\162\252\124\310\313\114\317\050\121\050\201\312\147\224\346\225\024"
    "\053\344\146\046\247\352\161\001\000\272\324\217\223\064\000\000\000";
static const char ZSTD[] =
    "\050\265\057\375\004\150\241\001\000\124\150\145\040\157\167\154\040\163\154\145\145\160\163\040\142"
    "\171\040\144\141\171\056\012\102\171\040\156\151\147\150\164\040\164\150\145\040\157\167\154\040\150"
    "\165\156\164\163\040\155\151\143\145\056\012\306\174\270\070";
static const char XZ[] =
    "\375\067\172\130\132\000\000\004\346\326\264\106\002\000\041\001\026\000\000\000\164\057\345\243\001"
    "\000\063\124\150\145\040\157\167\154\040\163\154\145\145\160\163\040\142\171\040\144\141\171\056\012"
    "\102\171\040\156\151\147\150\164\040\164\150\145\040\157\167\154\040\150\165\156\164\163\040\155\151"
    "\143\145\056\012\000\267\036\375\335\346\173\173\106\000\001\114\064\227\101\376\135\037\266\363\175"
    "\001\000\000\000\000\004\131\132";

static void put_texts(void) {
    assert_int_equal(mkdir("tree", 0700) + mkdir("tree/below", 0700), 0);
    put_text("toads.txt", TOADS);
    put_text("owls.txt", OWLS);
    put_text("page.html", PAGE);
    put_text("notes.md", NOTES);
    put_text("records.jsonl", RECORDS);
    put_text("table.csv", TABLE);
    put_text("array.json", "[{\"text\": \"The owl sleeps by day.\"}, {\"text\": \"Mice run by night.\"}]");
    put_text("tree/owls.txt", OWLS);
    put_text("tree/below/toads.txt", TOADS);
    put_text("config", "# ours\nalgorithm = textrank\nmax-phrase = 3\n");
    put_file("owl.txt.gz", GZIP, sizeof GZIP - 1);
    put_file("owl.txt.zst", ZSTD, sizeof ZSTD - 1);
    put_file("owl.txt.xz", XZ, sizeof XZ - 1);
}

/* ---- What is run ---- */

typedef struct scenario {
    const char *words[MAX_WORDS];
    size_t n_texts; /* that may fail, each with a message of its own; 0: one */
} scenario;

static const scenario SCENARIOS[] = {
    {{"toads.txt", "-n", "2", "-k", "3"}, 0},
    {{"page.html", "-n", "1", "-b", "-s"}, 0},
    {{"notes.md", "--extract", "-t", "markdown"}, 0},
    {{"records.jsonl", "-n", "1", "-k", "2", "-j", "2"}, 3},
    {{"records.jsonl", "-n", "1", "-o", "kept"}, 3},
    {{"array.json", "-n", "1", "-j", "1"}, 2},
    {{"table.csv", "-n", "1", "--skip-bad"}, 2},
    {{"toads.txt", "-n", "1", "-o", "kept"}, 0},
    {{"toads.txt", "-t", "html", "-o", "kept"}, 0},
    {{"toads.txt", "owls.txt", "page.html", "-t", "json", "-j", "2"}, 3},
    {{"-m", "toads.txt", "owls.txt", "-b", "--explain"}, 2},
    {{"-r", "tree", "-n", "1"}, 3},
    {{"-r", "tree", "-t", "tsv", "--exclude=below", "-j", "1"}, 3},
    {{"owl.txt.gz", "-n", "1"}, 0},
    {{"owl.txt.zst", "-n", "1"}, 0},
    {{"owl.txt.xz", "-n", "1"}, 0},
    {{"toads.txt", "-Q", "bridge", "--must=lake", "--known=owls.txt", "--against=owls.txt", "-k", "2", "-n", "2"}, 0},
    {{"toads.txt", "--trim", "--outline"}, 0},
    {{"toads.txt", "-H", "-k", "2"}, 0},
    {{"toads.txt", "--stats", "--encoding=windows-1252"}, 0},
    {{"--help"}, 0},
    {{"--list=languages"}, 0},
    {{"--generate=man"}, 0},
};

/* What the command of this build has no library for is left out. */
static bool is_available(const scenario *s) {
    static outcome result;
    run(s->words, UINT64_MAX, false, &result);
    return result.status == 0;
}

static void test_every_allocation(void **state) {
    (void)state;
    if (TEST_SANITIZED)
        return;
    assert_true(is_available(&SCENARIOS[0]));
    for (size_t i = 0; i < sizeof SCENARIOS / sizeof *SCENARIOS; i++)
        if (is_available(&SCENARIOS[i]))
            fail_each(SCENARIOS[i].words, SCENARIOS[i].n_texts > 0 ? SCENARIOS[i].n_texts : 1);
}

/* ---- Beginning and end ---- */

static int remove_entry(const char *path, const struct stat *status, int type, struct FTW *at) {
    (void)status, (void)type, (void)at;
    return remove(path);
}

static int leave(void **state) {
    (void)state;
    munmap(plan, sizeof *plan);
    return nftw(directory, remove_entry, 8, FTW_DEPTH | FTW_PHYS);
}

static int enter(void **state) {
    (void)state;
    malloc_plan none = {0};
    if (mkdtemp(directory) == NULL || chdir(directory) != 0)
        return -1;
    if (setrlimit(RLIMIT_CPU, &(struct rlimit){MAX_SECONDS, MAX_SECONDS}) != 0)
        return -1;
    put_texts();
    put_file("plan", (const char *)&none, sizeof none);
    int fd = open("plan", O_RDWR | O_CLOEXEC);
    plan = mmap(NULL, sizeof *plan, PROT_READ | PROT_WRITE, MAP_SHARED, fd, 0);
    return close(fd) == 0 && plan != MAP_FAILED ? 0 : -1;
}

/* The command as for the golden tests; what is put before the C library lies beside this program. */
static bool find_programs(const char *self) {
    char path[PATH_MAX], built[PATH_MAX];
    const char *given = getenv("SUMM_COMMAND"), *out = getenv("OUT");
    snprintf(built, sizeof built, "%s/summ", out != NULL ? out : "build/release");
    snprintf(path, sizeof path, "%.*s/failing_malloc.so", (int)(strrchr(self, '/') - self), self);
    if (realpath(given != NULL ? given : built, command) == NULL || realpath(path, built) == NULL)
        return false;
    return snprintf(preload, sizeof preload, "LD_PRELOAD=%s", built) < (int)sizeof preload;
}

int main(int argc, char **argv) {
    const struct CMUnitTest tests[] = {cmocka_unit_test(test_every_allocation)};
    if (argc < 1 || strchr(argv[0], '/') == NULL || !find_programs(argv[0])) {
        fprintf(stderr, "no command, or no failing_malloc.so beside this program\n");
        return 2;
    }
    return cmocka_run_group_tests(tests, enter, leave);
}
