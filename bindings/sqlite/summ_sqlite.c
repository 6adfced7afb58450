/* summ_sqlite.c - libsumm in SQL: a loadable extension of SQLite, as README.md beside it describes. */
#include "common.h"

SQLITE_EXTENSION_INIT1

/* Every connection that loads the extension sets SQLite's table of functions anew, to what it was. */
__attribute__((visibility("default"), no_sanitize("thread"))) int
sqlite3_summsqlite_init(sqlite3 *db, char **error, const sqlite3_api_routines *api);

int sqlite3_summsqlite_init(sqlite3 *db, char **error, const sqlite3_api_routines *api) {
    SQLITE_EXTENSION_INIT2(api);
    (void)error;
    int status = add_functions(db);
    return status == SQLITE_OK ? add_tables(db) : status;
}
