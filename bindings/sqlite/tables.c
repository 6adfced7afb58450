/* summ_sentences() and summ_phrases(): a row for each result. */
#include "common.h"

#include <stddef.h>

SQLITE_EXTENSION_INIT3

/* A row of either table. */
typedef struct row {
    const char *text;
    size_t n_bytes, begin, end, rank, count;
    double score;
} row;

/* What the two tables have in common: columns, then the arguments as hidden ones. */
struct table_kind {
    const char *schema;
    summ_status (*select)(const summ_doc *doc, void **results);
    size_t (*count)(const void *results);
    void (*free)(void *results);
    row (*at)(const void *results, size_t index);
};

typedef struct table {
    sqlite3_vtab base; /* first, so that SQLite's pointers lead here */
    const registration *of;
} table;

/* A place in a TEXT, how many characters stand before it, and whether the last of them may go on there. */
typedef struct mark {
    size_t characters;
    bool open;
} mark;

enum {
    STEP = 1024 /* bytes from one mark to the next */
};

typedef struct cursor {
    sqlite3_vtab_cursor base;
    summ_doc *doc;
    void *results;
    size_t n, at;
    sqlite3_value *text;
    sqlite3_value *language; /* or NULL */
    mark *marks;             /* NULL: no place was asked for yet, or the text is a BLOB */
} cursor;

/* Characters as substr() counts them: one of 0xC0 and above takes all that look like its continuation. */
static void pass(mark *m, const unsigned char *bytes, size_t n) {
    for (size_t i = 0; i < n; i++) {
        if (m->open && (bytes[i] & 0xC0) == 0x80)
            continue;
        m->characters++;
        m->open = bytes[i] >= 0xC0;
    }
}

/* O(bytes) once; then every place costs STEP bytes. */
static bool set_marks(cursor *c, const unsigned char *text, size_t n_bytes) {
    mark at = {0, false};
    c->marks = sqlite3_malloc64((n_bytes / STEP + 1) * sizeof *c->marks);
    if (c->marks == NULL)
        return false;
    for (size_t begin = 0; begin <= n_bytes; begin += STEP) {
        c->marks[begin / STEP] = at;
        pass(&at, text + begin, n_bytes - begin < STEP ? n_bytes - begin : STEP);
    }
    return true;
}

static sqlite3_int64 characters_before(const cursor *c, const unsigned char *text, size_t byte) {
    mark at = c->marks[byte / STEP];
    pass(&at, text + byte / STEP * STEP, byte % STEP);
    return (sqlite3_int64)at.characters;
}

/* Columns `start` and `length`, in the units of substr(), which counts from 1: bytes of a BLOB, characters else. */
static void put_place(sqlite3_context *context, cursor *c, size_t begin, size_t end, bool length) {
    sqlite3_int64 first = (sqlite3_int64)begin, behind = (sqlite3_int64)end;
    if (sqlite3_value_type(c->text) != SQLITE_BLOB) {
        const unsigned char *text = sqlite3_value_text(c->text);
        if (text == NULL || (c->marks == NULL && !set_marks(c, text, (size_t)sqlite3_value_bytes(c->text)))) {
            sqlite3_result_error_nomem(context);
            return;
        }
        first = characters_before(c, text, begin);
        behind = characters_before(c, text, end);
    }
    sqlite3_result_int64(context, length ? behind - first : first + 1);
}

static summ_status select_sentences(const summ_doc *doc, void **results) {
    summ_summary_options options;
    summ_sentences *found = NULL;
    summ_summary_options_init(&options, sizeof options);
    options.max_sentences = SUMM_NO_LIMIT - 1; /* a ceiling that is given: without one there are three */
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

static int table_connect(sqlite3 *db, void *user, int argc, const char *const *argv, sqlite3_vtab **out, char **error) {
    const registration *of = user;
    (void)argc, (void)argv, (void)error;
    int status = sqlite3_declare_vtab(db, of->kind->schema);
    if (status != SQLITE_OK)
        return status;
    table *made = sqlite3_malloc(sizeof *made);
    if (made == NULL)
        return SQLITE_NOMEM;
    *made = (table){.of = of};
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

static const registration *registration_of(const cursor *c) {
    return ((const table *)c->base.pVtab)->of;
}

static void cursor_clear(cursor *c) {
    if (c->results != NULL)
        registration_of(c)->kind->free(c->results);
    summ_doc_free(c->doc);
    sqlite3_value_free(c->text);
    sqlite3_value_free(c->language);
    sqlite3_free(c->marks);
    *c = (cursor){.base = c->base};
}

static int cursor_close(sqlite3_vtab_cursor *base) {
    cursor_clear((cursor *)base);
    sqlite3_free(base);
    return SQLITE_OK;
}

static int analyse(cursor *c) {
    const registration *of = registration_of(c);
    summ_status status = read_text(of, c->text, c->language, &c->doc);
    if (status == SUMM_OK)
        status = of->kind->select(c->doc, &c->results);
    if (status == SUMM_OK) {
        c->n = of->kind->count(c->results);
        return SQLITE_OK;
    }
    if (status == SUMM_ERR_MEMORY)
        return SQLITE_NOMEM;
    sqlite3_free(c->base.pVtab->zErrMsg);
    c->base.pVtab->zErrMsg = message_of(of, status, c->language);
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
    row r = registration_of(c)->kind->at(c->results, c->at);
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

static int add_table(sqlite3 *db, const char *name, const table_kind *kind) {
    registration *of = registration_new(name, kind);
    return of != NULL ? sqlite3_create_module_v2(db, name, &MODULE, of, registration_free) : SQLITE_NOMEM;
}

int add_tables(sqlite3 *db) {
    int status = add_table(db, "summ_sentences", &SENTENCES);
    return status == SQLITE_OK ? add_table(db, "summ_phrases", &PHRASES) : status;
}
