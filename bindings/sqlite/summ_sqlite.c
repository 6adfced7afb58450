/* summ_sqlite.c - libsumm in SQL: a loadable extension of SQLite, as README.md beside it describes. */
#include <sqlite3ext.h>
SQLITE_EXTENSION_INIT1

#include "summ.h"

#include <stdbool.h>
#include <string.h>

/* What a call is about: bytes of a TEXT are UTF-8, those of a BLOB may be in any character set. */
static summ_status read_text(const summ_engine *engine, sqlite3_value *text, sqlite3_value *language, summ_doc **doc) {
    summ_doc_options options;
    summ_doc_options_init(&options, sizeof options);
    bool is_blob = sqlite3_value_type(text) == SQLITE_BLOB;
    const char *bytes = is_blob ? sqlite3_value_blob(text) : (const char *)sqlite3_value_text(text);
    size_t n_bytes = (size_t)sqlite3_value_bytes(text);
    if (!is_blob)
        options.encoding = "UTF-8";
    if (language != NULL && sqlite3_value_type(language) != SQLITE_NULL)
        options.language = (const char *)sqlite3_value_text(language);
    if (bytes == NULL && n_bytes > 0)
        return SUMM_ERR_MEMORY;
    return summ_doc_new(engine, bytes, n_bytes, &options, doc);
}

static void fail(sqlite3_context *context, summ_status status) {
    if (status == SUMM_ERR_MEMORY)
        sqlite3_result_error_nomem(context);
    else
        sqlite3_result_error(context, summ_status_message(status), -1);
}

/* A number that was not given, or is NULL, is `otherwise`; one below 0 is 0. */
static size_t count_of(int n_values, sqlite3_value **values, int index, size_t otherwise) {
    if (index >= n_values || sqlite3_value_type(values[index]) == SQLITE_NULL)
        return otherwise;
    sqlite3_int64 n = sqlite3_value_int64(values[index]);
    return n > 0 ? (size_t)n : 0;
}

/* ---- Scalar functions: a line for each result -------------------------------------------------------------------- */

static void add_line(sqlite3_str *to, const char *text, size_t n_bytes) {
    if (sqlite3_str_length(to) > 0)
        sqlite3_str_appendchar(to, 1, '\n');
    sqlite3_str_append(to, text, (int)n_bytes);
}

static summ_status add_sentences(const summ_doc *doc, size_t n, sqlite3_str *to) {
    summ_summary_options options;
    summ_sentences *found;
    summ_summary_options_init(&options, sizeof options);
    options.max_sentences = n;
    summ_status status = summ_summarize(doc, &options, &found);
    if (status != SUMM_OK)
        return status;
    for (size_t i = 0; i < summ_sentences_count(found); i++) {
        const summ_sentence *s = summ_sentences_at(found, i);
        add_line(to, s->text, s->n_bytes);
    }
    summ_sentences_free(found);
    return SUMM_OK;
}

static summ_status add_phrases(const summ_doc *doc, size_t n, sqlite3_str *to) {
    summ_keyword_options options;
    summ_phrases *found;
    summ_keyword_options_init(&options, sizeof options);
    options.max_phrases = n;
    summ_status status = summ_keywords(doc, &options, &found);
    if (status != SUMM_OK)
        return status;
    for (size_t i = 0; i < summ_phrases_count(found); i++) {
        const summ_phrase *p = summ_phrases_at(found, i);
        add_line(to, p->text, p->n_bytes);
    }
    summ_phrases_free(found);
    return SUMM_OK;
}

typedef summ_status add_fn(const summ_doc *doc, size_t n, sqlite3_str *to);

static void answer(sqlite3_context *context, const summ_doc *doc, add_fn *add, size_t n) {
    sqlite3_str *made = sqlite3_str_new(sqlite3_context_db_handle(context));
    summ_status status = add(doc, n, made);
    int error = sqlite3_str_errcode(made), n_bytes = sqlite3_str_length(made);
    char *text = sqlite3_str_finish(made);
    if (status != SUMM_OK)
        fail(context, status);
    else if (error == SQLITE_TOOBIG)
        sqlite3_result_error_toobig(context);
    else if (error != SQLITE_OK)
        sqlite3_result_error_nomem(context);
    else if (text == NULL)
        sqlite3_result_text(context, "", 0, SQLITE_STATIC);
    else
        sqlite3_result_text(context, text, n_bytes, SQLITE_TRANSIENT);
    sqlite3_free(text);
}

static void call(sqlite3_context *context, int n_values, sqlite3_value **values, add_fn *add, size_t otherwise) {
    summ_doc *doc;
    if (sqlite3_value_type(values[0]) == SQLITE_NULL)
        return;
    summ_status status = read_text(sqlite3_user_data(context), values[0], n_values > 2 ? values[2] : NULL, &doc);
    if (status != SUMM_OK) {
        fail(context, status);
        return;
    }
    answer(context, doc, add, count_of(n_values, values, 1, otherwise));
    summ_doc_free(doc);
}

/* summ(text [, n [, language]]) */
static void call_summ(sqlite3_context *context, int n_values, sqlite3_value **values) {
    call(context, n_values, values, add_sentences, 3);
}

/* summ_keywords(text [, k [, language]]) */
static void call_keywords(sqlite3_context *context, int n_values, sqlite3_value **values) {
    call(context, n_values, values, add_phrases, 10);
}

/* ---- Table-valued functions: a row for each result --------------------------------------------------------------- */

/* A row of either table. */
typedef struct row {
    const char *text;
    size_t n_bytes, begin, end, rank, count;
    double score;
} row;

/* What the two tables have in common: columns, then the arguments as hidden ones. */
typedef struct table_kind {
    const char *schema;
    summ_status (*select)(const summ_doc *doc, void **results);
    size_t (*count)(const void *results);
    void (*free)(void *results);
    row (*at)(const void *results, size_t index);
} table_kind;

typedef struct table {
    sqlite3_vtab base; /* first, so that SQLite's pointers lead here */
    const table_kind *kind;
    const summ_engine *engine;
} table;

typedef struct cursor {
    sqlite3_vtab_cursor base;
    summ_doc *doc;
    void *results;
    size_t n, at;
    sqlite3_value *text;
    sqlite3_value *language; /* or NULL */
    size_t byte, character;  /* a place in a TEXT and how many characters stand before it */
} cursor;

/* Characters before a byte of a TEXT; O(bytes) for all places in ascending order. Of a BLOB, bytes. */
static sqlite3_int64 characters_before(cursor *c, size_t byte) {
    if (sqlite3_value_type(c->text) == SQLITE_BLOB)
        return (sqlite3_int64)byte;
    const char *text = (const char *)sqlite3_value_text(c->text);
    if (byte < c->byte)
        c->byte = c->character = 0;
    for (; c->byte < byte; c->byte++)
        c->character += ((unsigned char)text[c->byte] & 0xC0) != 0x80;
    return (sqlite3_int64)c->character;
}

/* Columns `start` and `length`, in the units of substr(): it counts from 1. */
static void put_place(sqlite3_context *context, cursor *c, size_t begin, size_t end, bool length) {
    sqlite3_int64 before = characters_before(c, begin);
    sqlite3_result_int64(context, length ? characters_before(c, end) - before : before + 1);
}

static summ_status select_sentences(const summ_doc *doc, void **results) {
    summ_summary_options options;
    summ_sentences *found = NULL;
    summ_summary_options_init(&options, sizeof options);
    options.max_sentences = SUMM_NO_LIMIT - 1;
    summ_status status = summ_summarize(doc, &options, &found);
    *results = found;
    return status;
}

static size_t count_sentences(const void *results) {
    return summ_sentences_count(results);
}

static void free_sentences(void *results) {
    summ_sentences_free(results);
}

static row sentence_at(const void *results, size_t index) {
    const summ_sentence *s = summ_sentences_at(results, index);
    return (row){s->text, s->n_bytes, s->begin, s->end, s->rank, s->n_words, s->score};
}

static summ_status select_phrases(const summ_doc *doc, void **results) {
    summ_keyword_options options;
    summ_phrases *found = NULL;
    summ_keyword_options_init(&options, sizeof options);
    options.max_phrases = SUMM_NO_LIMIT;
    summ_status status = summ_keywords(doc, &options, &found);
    *results = found;
    return status;
}

static size_t count_phrases(const void *results) {
    return summ_phrases_count(results);
}

static void free_phrases(void *results) {
    summ_phrases_free(results);
}

/* The first place of a phrase stands for it. */
static row phrase_at(const void *results, size_t index) {
    const summ_phrase *p = summ_phrases_at(results, index);
    const summ_span *first = &p->occurrences[0];
    return (row){p->text, p->n_bytes, first->begin, first->end, p->rank, p->count, p->score};
}

enum {
    COLUMN_RESULT,
    COLUMN_SCORE,
    COLUMN_RANK,
    COLUMN_START,
    COLUMN_LENGTH,
    COLUMN_COUNT,
    COLUMN_TEXT,
    COLUMN_LANGUAGE
};

static const table_kind SENTENCES = {
    "CREATE TABLE x(sentence TEXT, score REAL, rank INTEGER, start INTEGER, length INTEGER, words INTEGER, "
    "text HIDDEN, language HIDDEN)",
    select_sentences, count_sentences, free_sentences, sentence_at};
static const table_kind PHRASES = {
    "CREATE TABLE x(phrase TEXT, score REAL, rank INTEGER, start INTEGER, length INTEGER, count INTEGER, "
    "text HIDDEN, language HIDDEN)",
    select_phrases, count_phrases, free_phrases, phrase_at};

/* What SQLite hands to table_connect. */
typedef struct registration {
    const table_kind *kind;
    summ_engine *engine;
} registration;

static int table_connect(sqlite3 *db, void *user, int argc, const char *const *argv, sqlite3_vtab **out, char **error) {
    const registration *r = user;
    (void)argc, (void)argv, (void)error;
    int status = sqlite3_declare_vtab(db, r->kind->schema);
    if (status != SQLITE_OK)
        return status;
    table *made = sqlite3_malloc(sizeof *made);
    if (made == NULL)
        return SQLITE_NOMEM;
    *made = (table){.kind = r->kind, .engine = r->engine};
    sqlite3_vtab_config(db, SQLITE_VTAB_INNOCUOUS);
    *out = &made->base;
    return SQLITE_OK;
}

static int table_disconnect(sqlite3_vtab *base) {
    sqlite3_free(base);
    return SQLITE_OK;
}

/* Both arguments are taken as they stand; without a text there is no plan. */
static int table_best_index(sqlite3_vtab *base, sqlite3_index_info *plan) {
    int found[2] = {-1, -1};
    (void)base;
    for (int i = 0; i < plan->nConstraint; i++) {
        int argument = plan->aConstraint[i].iColumn - COLUMN_TEXT;
        if (argument < 0 || plan->aConstraint[i].op != SQLITE_INDEX_CONSTRAINT_EQ)
            continue;
        if (!plan->aConstraint[i].usable)
            return SQLITE_CONSTRAINT;
        found[argument] = i;
    }
    for (int argument = 0, n = 0; argument < 2; argument++)
        if (found[argument] >= 0) {
            plan->aConstraintUsage[found[argument]].argvIndex = ++n;
            plan->aConstraintUsage[found[argument]].omit = 1;
            plan->idxNum |= 1 << argument;
        }
    plan->estimatedCost = found[0] >= 0 ? 1e4 : 1e99;
    plan->estimatedRows = 100;
    return SQLITE_OK;
}

static int cursor_open(sqlite3_vtab *base, sqlite3_vtab_cursor **out) {
    cursor *made = sqlite3_malloc(sizeof *made);
    (void)base;
    if (made == NULL)
        return SQLITE_NOMEM;
    *made = (cursor){0};
    *out = &made->base;
    return SQLITE_OK;
}

static const table *table_of(const cursor *c) {
    return (const table *)c->base.pVtab;
}

static void cursor_clear(cursor *c) {
    if (c->results != NULL)
        table_of(c)->kind->free(c->results);
    summ_doc_free(c->doc);
    sqlite3_value_free(c->text);
    sqlite3_value_free(c->language);
    *c = (cursor){.base = c->base};
}

static int cursor_close(sqlite3_vtab_cursor *base) {
    cursor_clear((cursor *)base);
    sqlite3_free(base);
    return SQLITE_OK;
}

static int analyse(cursor *c) {
    const table *of = table_of(c);
    summ_status status = read_text(of->engine, c->text, c->language, &c->doc);
    if (status == SUMM_OK)
        status = of->kind->select(c->doc, &c->results);
    if (status == SUMM_OK) {
        c->n = of->kind->count(c->results);
        return SQLITE_OK;
    }
    if (status == SUMM_ERR_MEMORY)
        return SQLITE_NOMEM;
    sqlite3_free(c->base.pVtab->zErrMsg);
    c->base.pVtab->zErrMsg = sqlite3_mprintf("%s", summ_status_message(status));
    return SQLITE_ERROR;
}

/* A text that is NULL, or was not given, has no rows. */
static int cursor_filter(sqlite3_vtab_cursor *base, int given, const char *name, int argc, sqlite3_value **argv) {
    cursor *c = (cursor *)base;
    (void)name, (void)argc;
    cursor_clear(c);
    if ((given & 1) == 0 || sqlite3_value_type(argv[0]) == SQLITE_NULL)
        return SQLITE_OK;
    c->text = sqlite3_value_dup(argv[0]);
    c->language = (given & 2) != 0 ? sqlite3_value_dup(argv[1]) : NULL;
    if (c->text == NULL || ((given & 2) != 0 && c->language == NULL))
        return SQLITE_NOMEM;
    return analyse(c);
}

static int cursor_next(sqlite3_vtab_cursor *base) {
    ((cursor *)base)->at++;
    return SQLITE_OK;
}

static int cursor_eof(sqlite3_vtab_cursor *base) {
    const cursor *c = (cursor *)base;
    return c->at >= c->n;
}

static int cursor_rowid(sqlite3_vtab_cursor *base, sqlite3_int64 *id) {
    *id = (sqlite3_int64)((cursor *)base)->at + 1;
    return SQLITE_OK;
}

static int cursor_column(sqlite3_vtab_cursor *base, sqlite3_context *context, int column) {
    cursor *c = (cursor *)base;
    row r = table_of(c)->kind->at(c->results, c->at);
    switch (column) {
    case COLUMN_RESULT:
        sqlite3_result_text(context, r.text, (int)r.n_bytes, SQLITE_TRANSIENT);
        break;
    case COLUMN_SCORE:
        sqlite3_result_double(context, r.score);
        break;
    case COLUMN_RANK:
        sqlite3_result_int64(context, (sqlite3_int64)r.rank);
        break;
    case COLUMN_START:
    case COLUMN_LENGTH:
        put_place(context, c, r.begin, r.end, column == COLUMN_LENGTH);
        break;
    case COLUMN_COUNT:
        sqlite3_result_int64(context, (sqlite3_int64)r.count);
        break;
    case COLUMN_TEXT:
        sqlite3_result_value(context, c->text);
        break;
    default:
        if (c->language != NULL)
            sqlite3_result_value(context, c->language);
    }
    return SQLITE_OK;
}

/* No xCreate: the tables are there without CREATE VIRTUAL TABLE, as functions in FROM. */
static const sqlite3_module MODULE = {.xConnect = table_connect,
                                      .xBestIndex = table_best_index,
                                      .xDisconnect = table_disconnect,
                                      .xOpen = cursor_open,
                                      .xClose = cursor_close,
                                      .xFilter = cursor_filter,
                                      .xNext = cursor_next,
                                      .xEof = cursor_eof,
                                      .xColumn = cursor_column,
                                      .xRowid = cursor_rowid};

/* ---- The extension ----------------------------------------------------------------------------------------------- */

/* Every registration has an engine of its own, so that each can be freed when SQLite lets go of it. */
static void free_engine(void *engine) {
    summ_engine_free(engine);
}

static void free_registration(void *user) {
    registration *r = user;
    summ_engine_free(r->engine);
    sqlite3_free(r);
}

static int add_function(sqlite3 *db, const char *name, int n_arguments,
                        void (*call_it)(sqlite3_context *, int, sqlite3_value **)) {
    summ_engine *engine;
    if (summ_engine_new(NULL, &engine) != SUMM_OK)
        return SQLITE_NOMEM;
    int how = SQLITE_UTF8 | SQLITE_DETERMINISTIC | SQLITE_INNOCUOUS;
    return sqlite3_create_function_v2(db, name, n_arguments, how, engine, call_it, NULL, NULL, free_engine);
}

static int add_table(sqlite3 *db, const char *name, const table_kind *kind) {
    summ_engine *engine;
    registration *r = sqlite3_malloc(sizeof *r);
    if (r == NULL || summ_engine_new(NULL, &engine) != SUMM_OK) {
        sqlite3_free(r);
        return SQLITE_NOMEM;
    }
    *r = (registration){kind, engine};
    return sqlite3_create_module_v2(db, name, &MODULE, r, free_registration);
}

__attribute__((visibility("default"))) int sqlite3_summsqlite_init(sqlite3 *db, char **error,
                                                                   const sqlite3_api_routines *api);

int sqlite3_summsqlite_init(sqlite3 *db, char **error, const sqlite3_api_routines *api) {
    int status = SQLITE_OK;
    SQLITE_EXTENSION_INIT2(api);
    (void)error;
    for (int n = 1; n <= 3 && status == SQLITE_OK; n++) {
        status = add_function(db, "summ", n, call_summ);
        if (status == SQLITE_OK)
            status = add_function(db, "summ_keywords", n, call_keywords);
    }
    if (status == SQLITE_OK)
        status = add_table(db, "summ_sentences", &SENTENCES);
    if (status == SQLITE_OK)
        status = add_table(db, "summ_phrases", &PHRASES);
    return status;
}
