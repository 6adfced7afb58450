/* jsonl.c - jansson finds the text and refuses what is no JSON; after that a small scanner, which may trust the line,
 * copies the members as they are. */
#include "jsonl.h"
#include "members.h"

#include <assert.h>
#include <jansson.h>
#include <pthread.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum {
    MAX_ADDED = 8
};

/* jansson drops bytes of a string when it gets no memory for them, and says nothing. */
static _Thread_local bool out_of_memory;

static void *allocate(size_t n_bytes) {
    void *block = malloc(n_bytes);
    if (block == NULL)
        out_of_memory = true;
    return block;
}

static void begin(void) {
    json_set_alloc_funcs(allocate, free);
    json_object_seed(0);
}

static bool refuse(jsonl_record *record, const char *reason, const char *detail) {
    snprintf(record->reason, sizeof record->reason, reason, detail);
    return false;
}

/* Each object is looked into once at most: the names on the way to it say what is left to find. As deep as the field
 * has points. */
static const json_t *find(json_t *object, const char *field) {
    const json_t *found = json_object_get(object, field);
    const char *name;
    json_t *value;
    if (found != NULL || strchr(field, '.') == NULL)
        return found;
    json_object_foreach(object, name, value) {
        size_t n_name = strlen(name);
        if (found == NULL && strncmp(field, name, n_name) == 0 && field[n_name] == '.')
            found = find(value, field + n_name + 1);
    }
    return found;
}

/* A NUL becomes a space, as it would in a text. */
static bool copy_title(const json_t *from, char **title) {
    if (!json_is_string(from))
        return true;
    size_t n = json_string_length(from);
    *title = malloc(n + 1);
    if (*title == NULL)
        return false;
    memcpy(*title, json_string_value(from), n + 1);
    for (size_t i = 0; i < n; i++)
        if ((*title)[i] == '\0')
            (*title)[i] = ' ';
    return true;
}

/* Integers as reals, as those beyond 64 bits are refused otherwise; no number is read from here. */
static json_t *load(const char *line, size_t n_line, json_error_t *error) {
    return json_loadb(line, n_line, JSON_ALLOW_NUL | JSON_DECODE_INT_AS_REAL, error);
}

/* The one member of that name, if it is a string. False also where it takes jansson to tell: a name with an escape may
 * be the same. */
static bool find_string(const char *line, const char *end, const char *field, const char **from, const char **to) {
    size_t n_field = strlen(field), n_found = 0;
    bool is_string = false;
    member one;
    for (const char *at = members_begin(line, end); members_next(&at, end, &one);) {
        if (memchr(one.key, '\\', one.n_key) != NULL)
            return false;
        if (one.n_key != n_field + 2 || memcmp(one.key + 1, field, n_field) != 0)
            continue;
        is_string = members_string(&one, from, to);
        n_found++;
    }
    return is_string && n_found == 1;
}

static json_t *decode(const char *from, const char *to) {
    char *decoded = malloc((size_t)(to - from) + 1);
    size_t n;
    json_t *text = NULL;
    if (decoded != NULL && members_decode(from, to, decoded, &n))
        text = json_stringn(decoded, n); /* checks that it is UTF-8 */
    free(decoded);
    return text;
}

/* The line without what stands between `from` and `to`. */
static json_t *load_rest(const char *line, size_t n_line, const char *from, const char *to) {
    size_t n_before = (size_t)(from - line), n_after = n_line - (size_t)(to - line);
    char *rest = malloc(n_before + n_after);
    json_error_t error;
    if (rest == NULL)
        return NULL;
    memcpy(rest, line, n_before);
    memcpy(rest + n_before, to, n_after);
    json_t *root = load(rest, n_before + n_after, &error);
    free(rest);
    return root;
}

/* Most of a line is its text. jansson takes six times as long to decode it as we do: it gets the line with the text cut
 * out, and the text to check. NULL: there is something about the line, of which jansson has to tell what. */
static json_t *load_apart(const char *line, size_t n_line, const char *field) {
    const char *from, *to;
    if (!find_string(line, line + n_line, field, &from, &to))
        return NULL;
    json_t *text = decode(from, to), *root = text != NULL ? load_rest(line, n_line, from, to) : NULL;
    if (root != NULL && json_object_set_new(root, field, text) == 0)
        return root;
    if (root == NULL)
        json_decref(text);
    json_decref(root);
    return NULL;
}

bool jsonl_open(jsonl_record *record, const char *line, size_t n_line, const jsonl_fields *fields) {
    static pthread_once_t begun = PTHREAD_ONCE_INIT;
    json_error_t error;
    pthread_once(&begun, begin);
    *record = (jsonl_record){0};
    out_of_memory = false;
    json_t *root = load_apart(line, n_line, fields->text);
    if (root == NULL && !out_of_memory)
        root = load(line, n_line, &error);
    record->root = root;
    if (out_of_memory)
        return refuse(record, "out of memory%s", "");
    if (root == NULL)
        return refuse(record, "invalid JSON: %s", error.text);
    if (!json_is_object(root))
        return refuse(record, "not a JSON object%s", "");
    const json_t *text = find(root, fields->text);
    if (text == NULL)
        return refuse(record, "no field '%.100s'", fields->text);
    if (!json_is_string(text))
        return refuse(record, "field '%.100s' is not a string", fields->text);
    record->text = json_string_value(text);
    record->n_text = json_string_length(text);
    if (fields->language != NULL)
        record->language = json_string_value(find(root, fields->language));
    if (fields->title != NULL && !copy_title(find(root, fields->title), &record->title))
        return refuse(record, "out of memory%s", "");
    return true;
}

void jsonl_close(jsonl_record *record) {
    json_decref(record->root);
    free(record->title);
    record->root = NULL;
    record->title = NULL;
}

const char *jsonl_library_version(void) {
    return JANSSON_VERSION;
}

/* Whether a key is one that summ_write wrote, in which each escape stands for one byte. */
static bool is_key(const member *one, const member *written) {
    const char *at = one->key + 1, *end = one->key + one->n_key - 1;
    const char *other = written->key + 1, *other_end = written->key + written->n_key - 1;
    while (at < end) {
        char read[4], byte[4];
        size_t n = members_unescape(&at, read);
        for (size_t i = 0; i < n; i++) {
            if (other >= other_end)
                return false;
            members_unescape(&other, byte);
            if (read[i] != byte[0])
                return false;
        }
    }
    return other == other_end;
}

static bool is_replaced(const member *one, const member *added, size_t n_added) {
    for (size_t i = 0; i < n_added; i++)
        if (is_key(one, &added[i]))
            return true;
    return false;
}

static void put_member(tape *out, const member *one, bool *first) {
    tape_puts(out, *first ? "{" : ",");
    tape_write(out, one->begin, (size_t)(one->end - one->begin));
    *first = false;
}

void jsonl_merge(tape *out, const char *line, size_t n_line, const char *added, size_t n_added) {
    member own, news[MAX_ADDED];
    size_t n_news = 0;
    const char *at = added;
    while (n_news < MAX_ADDED && members_next(&at, added + n_added, &news[n_news]))
        n_news++;
    assert(n_news < MAX_ADDED);
    bool first = true;
    at = members_begin(line, line + n_line);
    while (members_next(&at, line + n_line, &own))
        if (!is_replaced(&own, news, n_news))
            put_member(out, &own, &first);
    for (size_t i = 0; i < n_news; i++)
        put_member(out, &news[i], &first);
    tape_puts(out, first ? "{}\n" : "}\n");
}
