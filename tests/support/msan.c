/* What a build with MemorySanitizer (make msan) has to know of libraries that are not built with it.
 *
 * MemorySanitizer follows what is initialised through code that it compiled. What a library writes it does not see, and
 * would take for uninitialised. So whatever comes from a library counts as initialised here, and mistakes within the
 * libraries are not looked for. There are two ways for it to come:
 *
 * - in memory that the library took from malloc. MSAN_OPTIONS=poison_in_malloc=0:poison_in_free=0 makes that
 *   initialised, and our own allocations, which the linker leads here (--wrap), are made uninitialised as they should be;
 * - in memory of ours. Each function that writes there is wrapped, and what it may have written is initialised behind it.
 *
 * Functions of the C library MemorySanitizer knows itself, iconv and qsort among them. It looks at what they are given, by
 * a library too, whose stack may lie where ours was: not while cmark, jansson, zlib, libzstd and liblzma run. */
#include "cli/loaded.h"

#include <malloc.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include <jansson.h>
#include <sanitizer/msan_interface.h>
#ifdef HAVE_GUMBO
#include <gumbo.h>
#endif
#ifdef HAVE_CMARK
#include <cmark.h>
#endif
#ifdef HAVE_ZLIB
#include <zlib.h>
#endif
#ifdef HAVE_ZSTD
#include <zstd.h>
#endif
#ifdef HAVE_LZMA
#include <lzma.h>
#endif

/* ---- malloc as we call it ---- */

void *__real_malloc(size_t n);
void __real_free(void *block);
void *__wrap_malloc(size_t n);
void *__wrap_realloc(void *block, size_t n);
void __wrap_free(void *block);

void *__wrap_malloc(size_t n) {
    void *block = __real_malloc(n);
    if (block != NULL)
        __msan_poison(block, n);
    return block;
}

/* A library may be given the same block next. */
void __wrap_free(void *block) {
    if (block != NULL)
        __msan_unpoison(block, malloc_usable_size(block));
    __real_free(block);
}

/* malloc_usable_size is what was asked for: MemorySanitizer's allocator keeps it. */
void *__wrap_realloc(void *block, size_t n) {
    size_t old = block != NULL ? malloc_usable_size(block) : 0;
    void *made = __wrap_malloc(n);
    if (made == NULL)
        return NULL;
    if (block != NULL)
        memcpy(made, block, old < n ? old : n);
    __wrap_free(block);
    return made;
}

/* ---- gumbo and cmark, in memory of our arenas ---- */

#ifdef HAVE_GUMBO
GumboOutput *__real_gumbo_parse_with_options(const GumboOptions *options, const char *text, size_t n);
GumboOutput *__wrap_gumbo_parse_with_options(const GumboOptions *options, const char *text, size_t n);

static _Thread_local const GumboOptions *gumbo_asked;

static void *allocate_for_gumbo(void *context, size_t n) {
    void *block = gumbo_asked->allocator(context, n);
    __msan_unpoison(block, n);
    return block;
}

GumboOutput *__wrap_gumbo_parse_with_options(const GumboOptions *options, const char *text, size_t n) {
    GumboOptions ours = *options;
    gumbo_asked = options;
    ours.allocator = allocate_for_gumbo;
    return __real_gumbo_parse_with_options(&ours, text, n);
}
#endif

#ifdef HAVE_CMARK
cmark_parser *__real_cmark_parser_new_with_mem(int options, cmark_mem *memory);
cmark_parser *__wrap_cmark_parser_new_with_mem(int options, cmark_mem *memory);

void __real_cmark_parser_feed(cmark_parser *parser, const char *text, size_t n);
void __wrap_cmark_parser_feed(cmark_parser *parser, const char *text, size_t n);
cmark_node *__real_cmark_parser_finish(cmark_parser *parser);
cmark_node *__wrap_cmark_parser_finish(cmark_parser *parser);
cmark_node *__real_cmark_parse_document(const char *text, size_t n, int options);
cmark_node *__wrap_cmark_parse_document(const char *text, size_t n, int options);
const char *__real_cmark_node_get_literal(cmark_node *node);
const char *__wrap_cmark_node_get_literal(cmark_node *node);

static _Thread_local cmark_mem cmark_asked, cmark_ours;
static _Thread_local bool in_cmark;

static void enter_cmark(void) {
    __msan_scoped_disable_interceptor_checks();
    in_cmark = true;
}

/* Also called when the next text begins: where memory ends, cmark is left by longjmp. */
static void leave_cmark(void) {
    if (in_cmark)
        __msan_scoped_enable_interceptor_checks();
    in_cmark = false;
}

static void *grow_for_cmark(void *block, size_t n) {
    void *made = cmark_asked.realloc(block, n);
    __msan_unpoison(made, n);
    return made;
}

cmark_parser *__wrap_cmark_parser_new_with_mem(int options, cmark_mem *memory) {
    leave_cmark();
    cmark_asked = cmark_ours = *memory;
    cmark_ours.realloc = grow_for_cmark; /* what calloc makes is zero */
    return __real_cmark_parser_new_with_mem(options, &cmark_ours);
}

void __wrap_cmark_parser_feed(cmark_parser *parser, const char *text, size_t n) {
    enter_cmark();
    __real_cmark_parser_feed(parser, text, n);
    leave_cmark();
}

cmark_node *__wrap_cmark_parser_finish(cmark_parser *parser) {
    enter_cmark();
    cmark_node *root = __real_cmark_parser_finish(parser);
    leave_cmark();
    return root;
}

cmark_node *__wrap_cmark_parse_document(const char *text, size_t n, int options) {
    enter_cmark();
    cmark_node *root = __real_cmark_parse_document(text, n, options);
    leave_cmark();
    return root;
}

/* memmove, which MemorySanitizer knows, brings along what it thinks of cmark's stack. */
const char *__wrap_cmark_node_get_literal(cmark_node *node) {
    const char *literal = __real_cmark_node_get_literal(node);
    __msan_scoped_disable_interceptor_checks();
    if (literal != NULL)
        __msan_unpoison_string(literal);
    __msan_scoped_enable_interceptor_checks();
    return literal;
}
#endif

/* ---- utf8proc ---- */

int32_t __real_utf8proc_decompose_char(int32_t code, int32_t *out, ptrdiff_t room, int options, int *last_class);
int32_t __wrap_utf8proc_decompose_char(int32_t code, int32_t *out, ptrdiff_t room, int options, int *last_class);

int32_t __wrap_utf8proc_decompose_char(int32_t code, int32_t *out, ptrdiff_t room, int options, int *last_class) {
    int32_t n = __real_utf8proc_decompose_char(code, out, room, options, last_class);
    if (n > 0)
        __msan_unpoison(out, (size_t)(n < room ? n : room) * sizeof *out);
    if (last_class != NULL)
        __msan_unpoison(last_class, sizeof *last_class);
    return n;
}

/* Only a test has it. */
ptrdiff_t __real_utf8proc_map(const uint8_t *text, ptrdiff_t n, uint8_t **out, int options) __attribute__((weak));
ptrdiff_t __wrap_utf8proc_map(const uint8_t *text, ptrdiff_t n, uint8_t **out, int options);

ptrdiff_t __wrap_utf8proc_map(const uint8_t *text, ptrdiff_t n, uint8_t **out, int options) {
    ptrdiff_t n_out = __real_utf8proc_map(text, n, out, options);
    __msan_unpoison(out, sizeof *out);
    if (n_out > 0)
        __msan_unpoison(*out, (size_t)n_out + 1);
    return n_out;
}

/* ---- jansson, which asks the command for memory ---- */

void __real_json_set_alloc_funcs(void *(*allocate)(size_t), void (*release)(void *));
void __wrap_json_set_alloc_funcs(void *(*allocate)(size_t), void (*release)(void *));

static void *(*json_allocate)(size_t);

static void *allocate_for_json(size_t n) {
    void *block = json_allocate(n);
    if (block != NULL)
        __msan_unpoison(block, n);
    return block;
}

void __wrap_json_set_alloc_funcs(void *(*allocate)(size_t), void (*release)(void *)) {
    json_allocate = allocate;
    __real_json_set_alloc_funcs(allocate_for_json, release);
}

json_t *__real_json_loadb(const char *bytes, size_t n, size_t flags, json_error_t *error);
json_t *__wrap_json_loadb(const char *bytes, size_t n, size_t flags, json_error_t *error);

json_t *__wrap_json_loadb(const char *bytes, size_t n, size_t flags, json_error_t *error) {
    __msan_scoped_disable_interceptor_checks();
    json_t *made = __real_json_loadb(bytes, n, flags, error);
    __msan_scoped_enable_interceptor_checks();
    if (error != NULL)
        __msan_unpoison(error, sizeof *error);
    return made;
}

json_t *__real_json_object_get(const json_t *object, const char *key);
json_t *__wrap_json_object_get(const json_t *object, const char *key);

json_t *__wrap_json_object_get(const json_t *object, const char *key) {
    __msan_scoped_disable_interceptor_checks();
    json_t *found = __real_json_object_get(object, key);
    __msan_scoped_enable_interceptor_checks();
    return found;
}

const char *__real_json_string_value(const json_t *string);
const char *__wrap_json_string_value(const json_t *string);

/* memcpy brings along what MemorySanitizer thinks of jansson's stack. */
const char *__wrap_json_string_value(const json_t *string) {
    const char *value = __real_json_string_value(string);
    if (value != NULL)
        __msan_unpoison(value, json_string_length(string) + 1);
    return value;
}

/* ---- zlib ---- */

#ifdef HAVE_ZLIB
int __real_inflate(z_stream *stream, int flush);
int __wrap_inflate(z_stream *stream, int flush);
int __real_inflateInit2_(z_stream *stream, int bits, const char *version, int n);
int __wrap_inflateInit2_(z_stream *stream, int bits, const char *version, int n);

int __wrap_inflateInit2_(z_stream *stream, int bits, const char *version, int n) {
    int result = __real_inflateInit2_(stream, bits, version, n);
    __msan_unpoison(stream, sizeof *stream);
    return result;
}

int __wrap_inflate(z_stream *stream, int flush) {
    void *out = stream->next_out;
    size_t room = stream->avail_out;
    __msan_scoped_disable_interceptor_checks();
    int result = __real_inflate(stream, flush);
    __msan_scoped_enable_interceptor_checks();
    __msan_unpoison(stream, sizeof *stream);
    __msan_unpoison(out, room - stream->avail_out);
    return result;
}
#endif

/* ---- libzstd and liblzma, which are loaded ---- */

#ifdef HAVE_ZSTD
static size_t (*zstd_step)(ZSTD_DStream *, ZSTD_outBuffer *, ZSTD_inBuffer *);

static size_t decompress_zstd(ZSTD_DStream *stream, ZSTD_outBuffer *out, ZSTD_inBuffer *in) {
    __msan_scoped_disable_interceptor_checks();
    size_t result = zstd_step(stream, out, in);
    __msan_scoped_enable_interceptor_checks();
    __msan_unpoison(out, sizeof *out);
    __msan_unpoison(in, sizeof *in);
    __msan_unpoison(out->dst, out->pos);
    return result;
}
#endif

#ifdef HAVE_LZMA
static lzma_ret (*lzma_step)(lzma_stream *, lzma_action);

static lzma_ret decompress_lzma(lzma_stream *stream, lzma_action action) {
    uint8_t *out = stream->next_out;
    __msan_scoped_disable_interceptor_checks();
    lzma_ret result = lzma_step(stream, action);
    __msan_scoped_enable_interceptor_checks();
    __msan_unpoison(stream, sizeof *stream);
    __msan_unpoison(out, (size_t)(stream->next_out - out));
    return result;
}
#endif

/* Only the command has these. */
void *__real_loaded_open(const char *library, const loaded_function *functions, size_t n) __attribute__((weak));
void *__wrap_loaded_open(const char *library, const loaded_function *functions, size_t n);

/* Pointers are copied: C has no other way between an object and a function. */
static void replace(const loaded_function *found) {
#ifdef HAVE_ZSTD
    if (strcmp(found->name, "ZSTD_decompressStream") == 0) {
        size_t (*ours)(ZSTD_DStream *, ZSTD_outBuffer *, ZSTD_inBuffer *) = decompress_zstd;
        memcpy(&zstd_step, found->at, sizeof ours);
        memcpy(found->at, &ours, sizeof ours);
    }
#endif
#ifdef HAVE_LZMA
    if (strcmp(found->name, "lzma_code") == 0) {
        lzma_ret (*ours)(lzma_stream *, lzma_action) = decompress_lzma;
        memcpy(&lzma_step, found->at, sizeof ours);
        memcpy(found->at, &ours, sizeof ours);
    }
#endif
}

void *__wrap_loaded_open(const char *library, const loaded_function *functions, size_t n) {
    void *made = __real_loaded_open(library, functions, n);
    for (size_t i = 0; made != NULL && i < n; i++)
        replace(&functions[i]);
    return made;
}
