/* summ() and summ_keywords(): a line for each result. */
#include "common.h"

SQLITE_EXTENSION_INIT3

static void fail(sqlite3_context *context, char *message) {
    if (message == NULL)
        sqlite3_result_error_nomem(context);
    else
        sqlite3_result_error(context, message, -1);
    sqlite3_free(message);
}

static void fail_with(sqlite3_context *context, summ_status status, sqlite3_value *language) {
    fail(context, status == SUMM_ERR_MEMORY ? NULL : message_of(sqlite3_user_data(context), status, language));
}

/* A number that was not given, or is NULL, leaves *n as it is. */
static bool read_count(sqlite3_context *context, sqlite3_value *value, size_t *n) {
    const registration *of = sqlite3_user_data(context);
    if (value == NULL || sqlite3_value_type(value) == SQLITE_NULL)
        return true;
    int type = sqlite3_value_numeric_type(value);
    sqlite3_int64 given = sqlite3_value_int64(value);
    if ((type != SQLITE_INTEGER && type != SQLITE_FLOAT) || given < 0) {
        fail(context, sqlite3_mprintf("%s: the second argument is a number from 0 on", of->name));
        return false;
    }
    *n = (sqlite3_uint64)given < SUMM_NO_LIMIT ? (size_t)given : SUMM_NO_LIMIT - 1;
    return true;
}

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
        fail_with(context, status, NULL);
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

static void call(sqlite3_context *context, int n_values, sqlite3_value **values, add_fn *add, size_t n) {
    summ_doc *doc;
    sqlite3_value *language = n_values > 2 ? values[2] : NULL;
    if (sqlite3_value_type(values[0]) == SQLITE_NULL || !read_count(context, n_values > 1 ? values[1] : NULL, &n))
        return;
    summ_status status = read_text(sqlite3_user_data(context), values[0], language, &doc);
    if (status != SUMM_OK) {
        fail_with(context, status, language);
        return;
    }
    answer(context, doc, add, n);
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

/* SQLite lets go of what it is handed also where it fails. */
static int add_function(sqlite3 *db, const char *name, int n_arguments,
                        void (*call_it)(sqlite3_context *, int, sqlite3_value **)) {
    registration *of = registration_new(name, NULL);
    if (of == NULL)
        return SQLITE_NOMEM;
    int how = SQLITE_UTF8 | SQLITE_DETERMINISTIC | SQLITE_INNOCUOUS;
    return sqlite3_create_function_v2(db, name, n_arguments, how, of, call_it, NULL, NULL, registration_free);
}

int add_functions(sqlite3 *db) {
    int status = SQLITE_OK;
    for (int n = 1; n <= 3 && status == SQLITE_OK; n++) {
        status = add_function(db, "summ", n, call_summ);
        if (status == SQLITE_OK)
            status = add_function(db, "summ_keywords", n, call_keywords);
    }
    return status;
}
