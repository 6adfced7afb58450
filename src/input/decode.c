#include "input/decode.h"

#include "input/charset.h"
#include "input/convert.h"

#include <string.h>

static summ_status convert(const sm_charset *c, const char *bytes, size_t n, sm_mapped *out) {
    if (c->method == SM_METHOD_ICONV)
        return sm_convert(c->name, bytes, n, out);
    bool done =
        c->method == SM_METHOD_WIDE ? sm_wide_decode(c->form, bytes, n, out) : sm_convert_windows_1252(bytes, n, out);
    return done ? SUMM_OK : out->too_large ? SUMM_ERR_TOO_LARGE : SUMM_ERR_MEMORY;
}

/* The name may be the caller's. */
static bool keep_name(const char *name, sm_arena *arena, const char **kept) {
    size_t n = strlen(name) + 1;
    char *copy = sm_arena_get(arena, n, 1);
    *kept = copy != NULL ? memcpy(copy, name, n) : NULL;
    return copy != NULL;
}

/* UTF-8 has one run at most: what follows the mark. */
static bool take(const sm_charset *c, const char *bytes, uint32_t n, sm_arena *arena, sm_decoded *decoded) {
    uint32_t n_mark = (uint32_t)c->n_mark;
    sm_run all = {.source = n_mark, .source_step = 1, .text_step = 1};
    decoded->text = bytes + n_mark;
    decoded->n_bytes = n - n_mark;
    decoded->n_bad = c->n_bad;
    return n_mark == 0 || sm_vec_push(&decoded->runs, all, arena);
}

summ_status sm_decode(const char *bytes, uint32_t n_bytes, const char *encoding, sm_arena *arena, sm_decoded *decoded) {
    sm_charset c;
    *decoded = (sm_decoded){0};
    summ_status status = encoding != NULL ? sm_charset_check(encoding) : SUMM_OK;
    if (status != SUMM_OK)
        return status;
    if (!sm_charset_find(bytes, n_bytes, encoding, arena, &c) || !keep_name(c.name, arena, &decoded->encoding))
        return SUMM_ERR_MEMORY;
    if (c.method == SM_METHOD_UTF8)
        return take(&c, bytes, n_bytes, arena, decoded) ? SUMM_OK : SUMM_ERR_MEMORY;
    sm_mapped out = sm_mapped_begin(arena, (uint32_t)c.n_mark);
    status = convert(&c, bytes + c.n_mark, n_bytes - c.n_mark, &out);
    decoded->text = out.text.n > 0 ? out.text.at : "";
    decoded->n_bytes = (uint32_t)out.text.n;
    decoded->is_new = true;
    decoded->n_bad = out.n_bad;
    decoded->runs = out.runs;
    return status;
}
