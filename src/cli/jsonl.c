/* jsonl.c - jansson finds the text and refuses what is no JSON; after that a small scanner, which may trust the line,
 * copies the members as they are. */
#include "jsonl.h"

#include <assert.h>
#include <jansson.h>
#include <pthread.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum {
    MAX_ADDED = 8
};

/* One member of an object, from behind the '{' or ',' before it to the end of its value. The key has its quotes. */
typedef struct member {
    const char *begin, *end;
    const char *key;
    size_t n_key;
} member;

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

bool jsonl_open(jsonl_record *record, const char *line, size_t n_line, const jsonl_fields *fields) {
    static pthread_once_t begun = PTHREAD_ONCE_INIT;
    json_error_t error;
    pthread_once(&begun, begin);
    *record = (jsonl_record){0};
    out_of_memory = false;
    /* Integers as reals, as those beyond 64 bits are refused otherwise; no number is read from here. */
    json_t *root = json_loadb(line, n_line, JSON_ALLOW_NUL | JSON_DECODE_INT_AS_REAL, &error);
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

static const char *skip_space(const char *at, const char *end) {
    while (at < end && (*at == ' ' || *at == '\t' || *at == '\r' || *at == '\n'))
        at++;
    return at;
}

/* From an opening quote to behind the closing one. */
static const char *skip_string(const char *at, const char *end) {
    for (at++; at < end && *at != '"'; at++)
        if (*at == '\\')
            at++;
    return at < end ? at + 1 : end;
}

/* To the ',' or '}' that ends the member. */
static const char *skip_value(const char *at, const char *end) {
    size_t depth = 0;
    while (at < end) {
        if (*at == '"') {
            at = skip_string(at, end);
            continue;
        }
        if (depth == 0 && (*at == ',' || *at == '}'))
            break;
        if (*at == '{' || *at == '[')
            depth++;
        else if (*at == '}' || *at == ']')
            depth--;
        at++;
    }
    return at;
}

/* Reads the member at `*at`, which stands at a '{' or ','; false at the '}' and for an object without members. */
static bool next_member(const char **at, const char *end, member *out) {
    if (*at >= end || **at == '}')
        return false;
    out->begin = *at + 1;
    out->key = skip_space(out->begin, end);
    if (out->key >= end || *out->key != '"')
        return false;
    const char *key_end = skip_string(out->key, end);
    out->n_key = (size_t)(key_end - out->key);
    *at = skip_value(key_end, end);
    out->end = *at;
    while (out->end > key_end && skip_space(out->end - 1, out->end) == out->end)
        out->end--;
    return true;
}

/* The code unit of a \uXXXX escape. */
static unsigned read_unit(const char *at) {
    static const char digits[] = "0123456789abcdef0123456789ABCDEF";
    unsigned code = 0;
    for (int i = 2; i < 6; i++)
        code = code * 16 + (unsigned)(strchr(digits, at[i]) - digits) % 16;
    return code;
}

/* Writes a character in UTF-8 and returns its bytes. */
static size_t put_utf8(unsigned code, char out[4]) {
    size_t n = code < 0x80 ? 1 : code < 0x800 ? 2 : code < 0x10000 ? 3 : 4;
    static const unsigned char leads[] = {0, 0, 0xC0, 0xE0, 0xF0};
    for (size_t i = n; i-- > 1; code >>= 6)
        out[i] = (char)(0x80 | (code & 0x3F));
    out[0] = (char)(leads[n] | code);
    return n;
}

/* Reads a byte or an escape, of which a surrogate pair is one, and returns how many bytes it stands for. */
static size_t unescape(const char **at, char out[4]) {
    static const char letters[] = "bfnrt", controls[] = "\b\f\n\r\t";
    const char *from = *at;
    if (*from != '\\') {
        out[0] = *from;
        *at += 1;
        return 1;
    }
    if (from[1] != 'u') {
        const char *letter = strchr(letters, from[1]);
        out[0] = from[1];
        if (letter != NULL)
            out[0] = controls[letter - letters];
        *at += 2;
        return 1;
    }
    unsigned code = read_unit(from);
    bool is_pair = code >= 0xD800 && code < 0xDC00;
    if (is_pair)
        code = 0x10000 + ((code - 0xD800) << 10) + (read_unit(from + 6) - 0xDC00);
    *at += is_pair ? 12 : 6;
    return put_utf8(code, out);
}

/* Whether a key is one that summ_write wrote, in which each escape stands for one byte. */
static bool is_key(const member *one, const member *written) {
    const char *at = one->key + 1, *end = one->key + one->n_key - 1;
    const char *other = written->key + 1, *other_end = written->key + written->n_key - 1;
    while (at < end) {
        char read[4], byte[4];
        size_t n = unescape(&at, read);
        for (size_t i = 0; i < n; i++) {
            if (other >= other_end)
                return false;
            unescape(&other, byte);
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
    while (n_news < MAX_ADDED && next_member(&at, added + n_added, &news[n_news]))
        n_news++;
    assert(n_news < MAX_ADDED);
    bool first = true;
    at = skip_space(line, line + n_line);
    while (next_member(&at, line + n_line, &own))
        if (!is_replaced(&own, news, n_news))
            put_member(out, &own, &first);
    for (size_t i = 0; i < n_news; i++)
        put_member(out, &news[i], &first);
    tape_puts(out, first ? "{}\n" : "}\n");
}
