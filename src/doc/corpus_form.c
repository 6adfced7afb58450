#include "doc/corpus_form.h"

#include "base/hash.h"

#include <string.h>

static const char MAGIC[] = "summ corpus 1\n";

enum {
    MAGIC_BYTES = sizeof MAGIC - 1,
    HASH_BYTES = 8
};

/* ---- Order ---- */

/* Is stem a before stem b? They differ. */
static bool is_before(const sm_corpus *c, uint32_t a, uint32_t b) {
    const sm_vocab_string *p = &c->stems.strings.at[a], *q = &c->stems.strings.at[b];
    int order = memcmp(p->bytes, q->bytes, p->n_bytes < q->n_bytes ? p->n_bytes : q->n_bytes);
    return order != 0 ? order < 0 : p->n_bytes < q->n_bytes;
}

/* Two ascending runs, from[begin .. middle) and from[middle .. end), become one in `to`. */
static void merge(const sm_corpus *c, const uint32_t *from, size_t begin, size_t middle, size_t end, uint32_t *to) {
    size_t left = begin, right = middle;
    for (size_t i = begin; i < end; i++) {
        bool take_right = left == middle || (right < end && is_before(c, from[right], from[left]));
        to[i] = from[take_right ? right++ : left++];
    }
}

/* The stems that some document holds, ascending. NULL: no memory. */
static const uint32_t *sort_stems(const sm_corpus *c, sm_arena *scratch, size_t *n) {
    uint32_t *from = sm_arena_get(scratch, c->counts.n, sizeof *from);
    uint32_t *to = sm_arena_get(scratch, c->counts.n, sizeof *to);
    *n = 0;
    if (from == NULL || to == NULL)
        return NULL;
    for (uint32_t i = 0; i < c->counts.n; i++)
        if (c->counts.at[i] > 0)
            from[(*n)++] = i;
    for (size_t width = 1; width < *n; width *= 2) {
        for (size_t begin = 0; begin < *n; begin += 2 * width) {
            size_t middle = width < *n - begin ? begin + width : *n;
            merge(c, from, begin, middle, width < *n - middle ? middle + width : *n, to);
        }
        uint32_t *sorted = to;
        to = from;
        from = sorted;
    }
    return from;
}

/* ---- Writing ---- */

typedef struct writer {
    SM_VEC(char) out;
    sm_arena *arena;
} writer;

static bool put(writer *w, const char *bytes, size_t n) {
    if (!sm_vec_reserve(&w->out, n, w->arena))
        return false;
    if (n > 0)
        memcpy(w->out.at + w->out.n, bytes, n);
    w->out.n += n;
    return true;
}

static bool put_number(writer *w, size_t number) {
    for (; number >= 0x80; number >>= 7)
        if (!sm_vec_push(&w->out, (char)(unsigned char)(number | 0x80), w->arena))
            return false;
    return sm_vec_push(&w->out, (char)number, w->arena);
}

static size_t count_shared(const sm_vocab_string *a, const sm_vocab_string *b) {
    size_t n = 0;
    while (n < a->n_bytes && n < b->n_bytes && a->bytes[n] == b->bytes[n])
        n++;
    return n;
}

static bool put_stems(writer *w, const sm_corpus *c, const uint32_t *order, size_t n) {
    static const sm_vocab_string NONE = {"", 0, 0};
    const sm_vocab_string *last = &NONE;
    for (size_t i = 0; i < n; i++) {
        const sm_vocab_string *s = &c->stems.strings.at[order[i]];
        size_t shared = count_shared(last, s);
        if (!put_number(w, shared) || !put_number(w, s->n_bytes - shared) ||
            !put(w, s->bytes + shared, s->n_bytes - shared) || !put_number(w, c->counts.at[order[i]]))
            return false;
        last = s;
    }
    return true;
}

static bool put_hash(writer *w) {
    uint64_t hash = sm_hash(0, w->out.at, w->out.n);
    char bytes[HASH_BYTES];
    for (size_t i = 0; i < HASH_BYTES; i++)
        bytes[i] = (char)(unsigned char)(hash >> 8 * i & 0xFF);
    return put(w, bytes, HASH_BYTES);
}

bool sm_corpus_form(const sm_corpus *c, sm_arena *scratch, const char **bytes, size_t *n_bytes) {
    writer w = {.arena = scratch};
    size_t n;
    const uint32_t *order = sort_stems(c, scratch, &n);
    const char *code = c->language != NULL ? c->language->item.name : "";
    bool good = order != NULL && put(&w, MAGIC, MAGIC_BYTES) && put_number(&w, strlen(code)) &&
                put(&w, code, strlen(code)) && put_number(&w, c->n_docs) && put_number(&w, n) &&
                put_stems(&w, c, order, n) && put_hash(&w);
    *bytes = w.out.at;
    *n_bytes = w.out.n;
    return good;
}

/* ---- Reading ---- */

/* What is read last, and whether all was good so far. */
typedef struct reader {
    const char *at, *end;
    bool good;
} reader;

static size_t left_of(const reader *r) {
    return (size_t)(r->end - r->at);
}

/* A number of at most 32 bits, in no more bytes than it takes. */
static uint32_t get_number(reader *r) {
    uint64_t number = 0;
    for (unsigned shift = 0; r->good; shift += 7) {
        r->good = left_of(r) > 0 && shift < 35;
        unsigned char byte = r->good ? (unsigned char)*r->at++ : 0;
        number |= (uint64_t)(byte & 0x7F) << shift;
        if (byte < 0x80) {
            r->good = r->good && (byte > 0 || shift == 0) && number <= UINT32_MAX;
            break;
        }
    }
    return r->good ? (uint32_t)number : 0;
}

/* The next n bytes. */
static const char *get(reader *r, size_t n) {
    const char *bytes = r->at;
    r->good = r->good && n <= left_of(r);
    r->at += r->good ? n : 0;
    return bytes;
}

static bool has_hash(const char *bytes, size_t n_bytes) {
    uint64_t hash = 0;
    for (size_t i = 0; i < HASH_BYTES; i++)
        hash |= (uint64_t)(unsigned char)bytes[n_bytes - HASH_BYTES + i] << 8 * i;
    return hash == sm_hash(0, bytes, n_bytes - HASH_BYTES);
}

/* By its code alone, as it was written. */
static const sm_language *find_language(const char *code, size_t n) {
    char name[16];
    if (n == 0 || n >= sizeof name)
        return NULL;
    memcpy(name, code, n);
    name[n] = '\0';
    if (strcmp(name, sm_language_unknown.item.name) == 0)
        return &sm_language_unknown;
    const sm_language *found = sm_language_find(name);
    return found != NULL && strcmp(name, found->item.name) == 0 ? found : NULL;
}

/* The stem before and this one, which it becomes. */
typedef struct stem {
    char bytes[SM_CORPUS_STEM_MAX];
    size_t n;
} stem;

/* False unless the next stem is behind the one before, whose beginning it shares. */
static bool get_stem(reader *r, stem *s) {
    size_t shared = get_number(r), more = get_number(r);
    const char *bytes = get(r, more);
    if (!r->good || more == 0 || shared > s->n || shared + more > SM_CORPUS_STEM_MAX ||
        (shared < s->n && (unsigned char)bytes[0] <= (unsigned char)s->bytes[shared]))
        return false;
    memcpy(s->bytes + shared, bytes, more);
    s->n = shared + more;
    return true;
}

static summ_status read_stems(sm_corpus *c, reader *r, uint32_t n) {
    stem s = {.n = 0};
    for (uint32_t i = 0; i < n; i++) {
        if (!get_stem(r, &s))
            return SUMM_ERR_CORPUS;
        uint32_t count = get_number(r);
        if (!r->good || count == 0 || count > c->n_docs)
            return SUMM_ERR_CORPUS;
        uint32_t id = sm_corpus_stem(c, s.bytes, s.n);
        if (id == SM_VOCAB_NONE)
            return SUMM_ERR_MEMORY;
        c->counts.at[id] = count;
    }
    return left_of(r) == 0 ? SUMM_OK : SUMM_ERR_CORPUS;
}

summ_status sm_corpus_read(sm_corpus *c, const char *bytes, size_t n_bytes, sm_arena *arena) {
    if (n_bytes < MAGIC_BYTES + HASH_BYTES || memcmp(bytes, MAGIC, MAGIC_BYTES) != 0 || !has_hash(bytes, n_bytes))
        return SUMM_ERR_CORPUS;
    reader r = {bytes + MAGIC_BYTES, bytes + n_bytes - HASH_BYTES, true};
    uint32_t n_code = get_number(&r);
    const char *code = get(&r, n_code);
    uint32_t n_docs = get_number(&r), n_stems = get_number(&r);
    if (!r.good || (n_docs == 0) != (n_code == 0))
        return SUMM_ERR_CORPUS;
    const sm_language *language = find_language(code, n_code);
    if (language == NULL && n_code > 0)
        return SUMM_ERR_LANGUAGE;
    sm_corpus_init(c, language, sm_hash(0, bytes, n_bytes), arena);
    c->n_docs = n_docs;
    return read_stems(c, &r, n_stems);
}
