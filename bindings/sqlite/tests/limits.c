/* limits.c EXTENSION: the extension in a program: several connections and threads, SQLite's limits, and every
 * allocation failed in turn. Says which line found something wrong. */
#include <pthread.h>
#include <sqlite3.h>
#include <stdatomic.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum {
    N_THREADS = 4,
    N_ROUNDS = 20,
    MOST_SHOWN = 20
};

static const char *extension;
static atomic_int n_failed;

static void expect(bool holds, const char *what, int line) {
    if (holds)
        return;
    fprintf(stderr, "line %d: not so: %s\n", line, what);
    if (++n_failed == MOST_SHOWN)
        exit(1);
}
#define EXPECT(condition) expect((condition), #condition, __LINE__)

/* ---- SQLite's own allocator, but for the one allocation that fails ----------------------------------------------- */

static sqlite3_mem_methods plain;
static atomic_long left = -1; /* allocations until the one that fails; below 0: none does */

static bool fails(void) {
    return left >= 0 && left-- == 0;
}

static void *failing_malloc(int n) {
    return fails() ? NULL : plain.xMalloc(n);
}

static void *failing_realloc(void *block, int n) {
    return fails() ? NULL : plain.xRealloc(block, n);
}

static void put_in_allocator(void) {
    sqlite3_config(SQLITE_CONFIG_GETMALLOC, &plain);
    sqlite3_mem_methods failing = plain;
    failing.xMalloc = failing_malloc;
    failing.xRealloc = failing_realloc;
    sqlite3_config(SQLITE_CONFIG_MALLOC, &failing);
}

/* ---- Statements -------------------------------------------------------------------------------------------------- */

static const char TEXT[] = "The lighthouse of the island works again. Fishermen built the lighthouse in 1871. "
                           "Ships need the light of the lighthouse every night. The island has no harbour.";

static sqlite3 *open_with_extension(const char *path) {
    sqlite3 *db = NULL;
    EXPECT(sqlite3_open(path, &db) == SQLITE_OK);
    sqlite3_busy_timeout(db, 10000);
    EXPECT(sqlite3_enable_load_extension(db, 1) == SQLITE_OK);
    EXPECT(sqlite3_load_extension(db, extension, NULL, NULL) == SQLITE_OK);
    return db;
}

/* All values of a statement with ?1, one behind the other, into `found`; the status. */
static int ask(sqlite3 *db, const char *sql, const char *text, size_t n_text, char *found, size_t room) {
    sqlite3_stmt *statement;
    size_t n = 0;
    found[0] = '\0';
    int status = sqlite3_prepare_v2(db, sql, -1, &statement, NULL);
    if (status != SQLITE_OK)
        return status;
    status = sqlite3_bind_text64(statement, 1, text, n_text, SQLITE_STATIC, SQLITE_UTF8);
    while (status == SQLITE_OK && (status = sqlite3_step(statement)) == SQLITE_ROW) {
        for (int i = 0; i < sqlite3_column_count(statement) && n < room; i++) {
            const unsigned char *value = sqlite3_column_text(statement, i);
            n += (size_t)snprintf(found + n, room - n, "%s|", value != NULL ? (const char *)value : "NULL");
        }
        status = SQLITE_OK;
    }
    int end = sqlite3_finalize(statement);
    return end != SQLITE_OK ? end : status == SQLITE_DONE ? SQLITE_OK : status;
}

static const char *const STATEMENTS[] = {
    "SELECT summ(?1, 2), summ_keywords(?1, 3, 'en')",
    "SELECT sentence, rank, start, length FROM summ_sentences(?1)",
    "SELECT phrase, count, start, text IS ?1, language FROM summ_phrases(?1, 'en') WHERE rank < 4",
    "SELECT summ(CAST(?1 AS BLOB), 1)",
};
enum {
    N_STATEMENTS = sizeof STATEMENTS / sizeof *STATEMENTS,
    ROOM = 4096
};
static char expected[N_STATEMENTS][ROOM];

static void check_all(sqlite3 *db) {
    char found[ROOM];
    for (int i = 0; i < N_STATEMENTS; i++) {
        EXPECT(ask(db, STATEMENTS[i], TEXT, sizeof TEXT - 1, found, ROOM) == SQLITE_OK);
        EXPECT(strcmp(found, expected[i]) == 0);
    }
}

/* ---- Threads ----------------------------------------------------------------------------------------------------- */

static void *run_shared(void *db) {
    for (int i = 0; i < N_ROUNDS; i++)
        check_all(db);
    return NULL;
}

static void *run_alone(void *path) {
    sqlite3 *db = open_with_extension(path);
    for (int i = 0; i < N_ROUNDS; i++)
        check_all(db);
    EXPECT(sqlite3_close(db) == SQLITE_OK);
    return NULL;
}

static void run_threads(void *(*run)(void *), void *context) {
    pthread_t threads[N_THREADS];
    for (int i = 0; i < N_THREADS; i++)
        if (pthread_create(&threads[i], NULL, run, context) != 0)
            exit(1);
    for (int i = 0; i < N_THREADS; i++)
        pthread_join(threads[i], NULL);
}

/* ---- Limits ------------------------------------------------------------------------------------------------------ */

/* A text of n_bytes at most, in sentences that differ. */
static char *make_text(size_t n_bytes) {
    char *text = malloc(n_bytes + 1);
    if (text == NULL)
        exit(1);
    size_t n = 0;
    for (size_t i = 0; n + 80 < n_bytes; i++)
        n += (size_t)sprintf(text + n, "Sentence number%zu speaks of thing%zu and matter%zu. ", i, i % 977, i % 1009);
    return text;
}

static void check_heap_limit(sqlite3 *db) {
    char found[ROOM];
    char *text = make_text(400000);
    sqlite3_hard_heap_limit64(1 << 20);
    EXPECT(ask(db, STATEMENTS[0], text, strlen(text), found, ROOM) == SQLITE_NOMEM);
    EXPECT(ask(db, STATEMENTS[1], text, strlen(text), found, ROOM) == SQLITE_NOMEM);
    check_all(db);
    sqlite3_hard_heap_limit64(0);
    EXPECT(ask(db, STATEMENTS[0], text, strlen(text), found, ROOM) == SQLITE_OK);
    free(text);
}

static void check_length_limit(sqlite3 *db) {
    char found[ROOM];
    char *text = make_text(2000);
    int before = sqlite3_limit(db, SQLITE_LIMIT_LENGTH, (int)strlen(text));
    EXPECT(ask(db, "SELECT summ(?1, 2)", text, strlen(text), found, ROOM) == SQLITE_OK);
    EXPECT(ask(db, "SELECT summ_keywords(?1, 1000)", text, strlen(text), found, ROOM) == SQLITE_TOOBIG);
    sqlite3_limit(db, SQLITE_LIMIT_LENGTH, before);
    free(text);
}

/* No allocation that fails leads to anything but SQLITE_NOMEM, or to a right result where SQLite can do without. */
static void check_every_allocation(sqlite3 *db, const char *sql, const char *right) {
    char found[ROOM];
    bool was_failed = true;
    for (long n = 0; was_failed; n++) {
        left = n;
        int status = ask(db, sql, TEXT, sizeof TEXT - 1, found, ROOM);
        was_failed = left < 0;
        left = -1;
        EXPECT(status == SQLITE_NOMEM || (status == SQLITE_OK && strcmp(found, right) == 0));
        EXPECT(n < 100000);
    }
}

/* Likewise when the extension is loaded. */
static void check_loading(void) {
    bool was_failed = true;
    for (long n = 0; was_failed; n++) {
        sqlite3 *db;
        EXPECT(sqlite3_open(":memory:", &db) == SQLITE_OK);
        sqlite3_enable_load_extension(db, 1);
        left = n;
        int status = sqlite3_load_extension(db, extension, NULL, NULL);
        was_failed = left < 0;
        left = -1;
        EXPECT(was_failed || status == SQLITE_OK);
        EXPECT(sqlite3_close(db) == SQLITE_OK);
    }
}

int main(int argc, char **argv) {
    static char path[] = "/tmp/summ_sqlite_XXXXXX";
    if (argc != 2 || mkstemp(path) < 0)
        return 2;
    extension = argv[1];
    put_in_allocator();
    sqlite3 *db = open_with_extension(path);
    for (int i = 0; i < N_STATEMENTS; i++)
        EXPECT(ask(db, STATEMENTS[i], TEXT, sizeof TEXT - 1, expected[i], ROOM) == SQLITE_OK && expected[i][0] != '\0');

    run_threads(run_shared, db);
    run_threads(run_alone, path);
    check_heap_limit(db);
    check_length_limit(db);
    for (int i = 0; i < N_STATEMENTS; i++)
        check_every_allocation(db, STATEMENTS[i], expected[i]);
    check_loading();
    EXPECT(sqlite3_close(db) == SQLITE_OK);
    EXPECT(sqlite3_memory_used() == 0);
    remove(path);
    puts(n_failed == 0 ? "threads and limits: passed" : "threads and limits: failed");
    return n_failed != 0;
}
