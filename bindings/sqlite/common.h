/* What the functions and the tables of the extension have in common: memory, arguments, errors. */
#ifndef SUMM_SQLITE_COMMON_H
#define SUMM_SQLITE_COMMON_H

#include "summ.h"

#include <sqlite3ext.h>
#include <stdbool.h>

typedef struct table_kind table_kind;

/* What SQLite hands to a function or a table. Each has an engine of its own, so that it can be freed when SQLite lets
 * go of it. */
typedef struct registration {
    const char *name;
    const table_kind *kind; /* NULL: a function */
    summ_engine *engine;
} registration;

/* NULL: no memory. All of libsumm's is SQLite's, so that its limits hold. */
registration *registration_new(const char *name, const table_kind *kind);
void registration_free(void *of);

/* Bytes of a TEXT are UTF-8, those of a BLOB may be in any character set. `language` may be NULL. */
summ_status read_text(const registration *of, sqlite3_value *text, sqlite3_value *language, summ_doc **doc);

/* "summ: unknown language: xx"; from SQLite's memory, NULL if there is none. */
char *message_of(const registration *of, summ_status status, sqlite3_value *language);

int add_functions(sqlite3 *db);
int add_tables(sqlite3 *db);

#endif
