#include "input/jsonld.h"

#include "base/ascii.h"
#include "base/utf8.h"
#include "input/entities.h"
#include "input/name.h"

#include <stdbool.h>
#include <stdint.h>
#include <string.h>

enum {
    MAX_DEPTH = 32,
    MAX_STRING = 2 * SM_NAME_MAX /* bytes; the rest of a longer one is dropped */
};

/* The keys that matter; what stands below any other is not looked at. */
typedef enum key {
    KEY_OTHER,
    KEY_GRAPH, /* of objects that are told of as those at the top are */
    KEY_AUTHOR,
    KEY_NAME,
    KEY_DATE,
    KEY_TYPE
} key;

/* Of what has several types, the last of these counts. */
typedef enum type {
    TYPE_OTHER,
    TYPE_ORGANIZATION,
    TYPE_PERSON,
    TYPE_ARTICLE
} type;

/* An object or array that is open. Of an array, the key is that of the array in its object. */
typedef struct frame {
    bool is_object;
    bool counts; /* it is at the top, or is an author */
    key key;     /* of the value that comes next */
    key above;   /* of the object or array itself */
    type type;   /* of an object, as "author" and "date" */
    sm_said said;
} frame;

typedef struct reader {
    const char *json;
    size_t at, n;
    size_t depth; /* of which MAX_DEPTH have frames */
    frame frames[MAX_DEPTH];
    sm_said *said;
} reader;

/* ---- Strings ---- */

static unsigned read_hex(const char *at, size_t n) {
    unsigned code = 0;
    for (size_t i = 0; i < n; i++) {
        char c = sm_ascii_small(at[i]);
        bool digit = sm_ascii_is_digit(c), letter = c >= 'a' && c <= 'f';
        if (!digit && !letter)
            return SM_UTF8_BAD;
        code = code * 16 + (unsigned)(digit ? c - '0' : c - 'a' + 10);
    }
    return code;
}

/* At "\u", of which six bytes are there: the character, of a pair of surrogates one. */
static uint32_t read_unicode(reader *r) {
    const char *at = r->json + r->at;
    uint32_t code = read_hex(at + 2, 4);
    r->at += 6;
    if (code < 0xD800 || code > 0xDFFF)
        return code;
    bool pair = code < 0xDC00 && r->n - r->at >= 6 && at[6] == '\\' && at[7] == 'u';
    uint32_t low = pair ? read_hex(at + 8, 4) : 0;
    if (low < 0xDC00 || low > 0xDFFF)
        return SM_UTF8_BAD;
    r->at += 6;
    return 0x10000 + ((code - 0xD800) << 10) + (low - 0xDC00);
}

/* The next character of a string; its bytes. */
static size_t read_char(reader *r, char out[4]) {
    const char *at = r->json + r->at;
    size_t left = r->n - r->at;
    if (*at == '\\' && left >= 6 && at[1] == 'u')
        return sm_utf8_encode(read_unicode(r), out);
    size_t escape = *at == '\\' && left >= 2;
    out[0] = at[escape];
    if (escape > 0 && sm_ascii_is_one_of(at[1], "bfnrt"))
        out[0] = ' ';
    r->at += 1 + escape;
    return 1;
}

/* References of HTML, as many pages have them there too. */
static size_t decode_references(char *text, size_t n) {
    size_t used = 0;
    for (size_t at = 0, length; at < n; at += length) {
        uint32_t code;
        length = text[at] == '&' ? sm_entity_decode(text + at, n - at, &code) : 0;
        if (length > 0)
            used += sm_utf8_encode(code, text + used);
        else
            text[used++] = text[at], length = 1;
    }
    return used;
}

/* From behind the opening quotation mark to behind the closing one. Returns the bytes of `out`. */
static size_t read_string(reader *r, char out[MAX_STRING]) {
    size_t used = 0;
    while (r->at < r->n && r->json[r->at] != '"') {
        char bytes[4];
        size_t n = read_char(r, bytes);
        if (used + n <= MAX_STRING)
            memcpy(out + used, bytes, n);
        used += used + n <= MAX_STRING ? n : 0;
    }
    r->at += r->at < r->n;
    return decode_references(out, used);
}

/* ---- What they mean ---- */

static bool is(const char *text, size_t n, const char *word) {
    return n == strlen(word) && memcmp(text, word, n) == 0;
}

static bool contains(const char *text, size_t n, const char *word) {
    size_t n_word = strlen(word);
    for (size_t i = 0; i + n_word <= n; i++)
        if (memcmp(text + i, word, n_word) == 0)
            return true;
    return false;
}

static key key_of(const char *text, size_t n) {
    if (is(text, n, "@graph") || is(text, n, "mainEntity"))
        return KEY_GRAPH;
    return is(text, n, "author")          ? KEY_AUTHOR
           : is(text, n, "name")          ? KEY_NAME
           : is(text, n, "datePublished") ? KEY_DATE
           : is(text, n, "@type")         ? KEY_TYPE
                                          : KEY_OTHER;
}

/* NewsArticle, BlogPosting, Report and the like; NewsMediaOrganization. */
static type type_of(const char *text, size_t n) {
    if (contains(text, n, "Article") || contains(text, n, "Posting") || is(text, n, "Report"))
        return TYPE_ARTICLE;
    return is(text, n, "Person") ? TYPE_PERSON : contains(text, n, "Organization") ? TYPE_ORGANIZATION : TYPE_OTHER;
}

/* Of the object at hand, or the one whose types the array at hand lists. */
static void take_type(frame *f, const char *text, size_t n) {
    frame *object = f->is_object ? f : f - 1;
    type t = type_of(text, n);
    if (t > object->type)
        object->type = t;
}

/* The innermost object or array; NULL: there is none, or it is too deep. */
static frame *top(reader *r) {
    return r->depth > 0 && r->depth <= MAX_DEPTH ? &r->frames[r->depth - 1] : NULL;
}

/* The object whose author is being told; there is one. */
static frame *owner(reader *r) {
    size_t i = r->depth;
    while (i > 1 && r->frames[i - 1].above == KEY_AUTHOR)
        i--;
    return &r->frames[i - 1];
}

static void take_string(reader *r, const char *text, size_t n) {
    frame *f = top(r);
    if (f == NULL || !f->counts)
        return;
    bool is_author = f->above == KEY_AUTHOR;
    if (f->key == KEY_TYPE)
        take_type(f, text, n);
    else if (f->key == KEY_DATE && !is_author)
        sm_said_date(&f->said, SM_PLACE_ARTICLE, text, n);
    else if (f->key == KEY_AUTHOR)
        sm_said_author(&owner(r)->said, SM_PLACE_ARTICLE, text, n);
    else if (f->key == KEY_NAME && is_author)
        sm_said_author(&f->said, SM_PLACE_ARTICLE, text, n);
}

/* An author is closed: the name goes to what they wrote. */
static void hand_up(reader *r, const frame *author) {
    sm_place place = author->type == TYPE_ORGANIZATION ? SM_PLACE_PUBLISHER : SM_PLACE_ARTICLE;
    sm_said_author(&owner(r)->said, place, author->said.author, strlen(author->said.author));
}

static void offer(reader *r, const frame *f) {
    sm_place place = f->type == TYPE_ARTICLE ? SM_PLACE_ARTICLE : SM_PLACE_PAGE;
    bool publisher = f->said.author_place == SM_PLACE_PUBLISHER;
    sm_said_names(r->said, publisher ? SM_PLACE_PUBLISHER : place, f->said.author);
    sm_said_date(r->said, place, f->said.date, strlen(f->said.date));
}

static void open_value(reader *r, bool is_object) {
    const frame *above = top(r);
    key k = above != NULL ? above->key : KEY_GRAPH;
    bool listed = k == KEY_GRAPH || k == KEY_AUTHOR || (k == KEY_TYPE && !is_object && above->is_object);
    bool counts = r->depth == 0 || (above != NULL && above->counts && listed);
    r->depth++;
    frame *f = top(r);
    if (f == NULL)
        return;
    f->is_object = is_object;
    f->counts = counts;
    f->above = f->key = k;
    f->type = TYPE_OTHER;
    f->said.author[0] = f->said.date[0] = '\0';
    f->said.author_place = f->said.date_place = SM_PLACE_NONE;
}

static void close_value(reader *r) {
    const frame *f = top(r);
    r->depth -= r->depth > 0;
    if (f == NULL || !f->counts)
        return;
    if (f->is_object && f->above == KEY_AUTHOR)
        hand_up(r, f);
    else if (f->is_object)
        offer(r, f);
}

static void read_value_or_key(reader *r) {
    char text[MAX_STRING];
    size_t n = read_string(r, text);
    while (r->at < r->n && sm_ascii_is_space(r->json[r->at]))
        r->at++;
    frame *f = top(r);
    if (r->at < r->n && r->json[r->at] == ':' && f != NULL && f->is_object)
        f->key = key_of(text, n);
    else
        take_string(r, text, n);
}

void sm_jsonld_read(sm_said *said, const char *json, size_t n) {
    reader r;
    r.json = json;
    r.at = r.depth = 0;
    r.n = n;
    r.said = said;
    while (r.at < n) {
        char c = json[r.at++];
        if (c == '"')
            read_value_or_key(&r);
        else if (c == '{' || c == '[')
            open_value(&r, c == '{');
        else if (c == '}' || c == ']')
            close_value(&r);
    }
}
