/* What web pages have around their text, and copying it takes along: pointers to other pages, advertisements, cookies,
 * copyright; captions of pictures. A line goes only if a sign of it begins it, and it is a short block by itself. */
#include "base/ascii.h"
#include "plain/look.h"
#include "plain/signs.h"
#include "plain/wrap.h"

sm_recognise_fn sm_recognise_litter;

enum {
    LITTER_WIDTH = 110, /* characters of a block */
    CREDIT_WIDTH = 70,
    NOTICE_WIDTH = 230,
    NOTICE_LINES = 3 /* of a block, if it is wrapped */
};

typedef struct litter {
    uint32_t first, n_lines;
    sm_sign_kind kind;
} litter;

typedef struct finder {
    sm_plain *plain;
    sm_signs signs;
    size_t wrap;
    bool wrap_known;
    uint32_t n_bytes; /* that would be dropped */
    SM_VEC(litter) found;
} finder;

static bool has_space(const char *text, const sm_plain_line *l) {
    for (uint32_t at = l->begin; at < l->end; at++)
        if (sm_ascii_is_space(text[at]))
            return true;
    return false;
}

static bool is_link(const finder *f, size_t i) {
    const sm_plain_line *l = &f->plain->lines.at[i];
    return sm_signs_find(&f->signs, f->plain->text, l) == SM_SIGN_LINK && !has_space(f->plain->text, l);
}

/* Beside blank lines and other addresses only: sentences and references have addresses too, and are broken before
 * them. */
static bool is_free_link(const finder *f, size_t i) {
    const sm_plain_line *l = &f->plain->lines.at[i];
    bool before = i == 0 || l->gap > 0 || is_link(f, i - 1);
    bool behind = i + 1 == f->plain->lines.n || l[1].gap > 0 || is_link(f, i + 1);
    return before && behind && is_link(f, i) && f->plain->text[l->end - 1] != '.';
}

static sm_sign_kind kind_of(const finder *f, size_t i) {
    const sm_plain_line *l = &f->plain->lines.at[i];
    if (l->width > NOTICE_WIDTH || !sm_look_free(l))
        return SM_SIGN_NONE;
    sm_sign_kind kind = sm_signs_find(&f->signs, f->plain->text, l);
    return kind != SM_SIGN_LINK || is_free_link(f, i) ? kind : SM_SIGN_NONE;
}

static size_t most_width(sm_sign_kind kind) {
    return kind == SM_SIGN_NOTICE ? NOTICE_WIDTH : kind == SM_SIGN_CREDIT ? CREDIT_WIDTH : LITTER_WIDTH;
}

/* How many lines the block has that line i begins; 0: it is none, or too long. */
static size_t block_at(finder *f, size_t i, sm_sign_kind kind) {
    size_t width = 0;
    if (!f->wrap_known)
        f->wrap = sm_wrap_width(f->plain);
    f->wrap_known = true;
    size_t n = kind == SM_SIGN_LINK ? 1 : sm_wrap_block(f->plain, i, NOTICE_LINES, f->wrap);
    for (size_t k = 0; k < n; k++)
        width += f->plain->lines.at[i + k].width + (size_t)1;
    return n <= NOTICE_LINES && width <= most_width(kind) + 1 ? n : 0;
}

static bool find(finder *f, size_t i, sm_arena *scratch) {
    const sm_plain_line *lines = f->plain->lines.at;
    sm_sign_kind kind = kind_of(f, i);
    size_t n = kind != SM_SIGN_NONE ? block_at(f, i, kind) : 0;
    litter l = {(uint32_t)i, (uint32_t)n, kind};
    if (n == 0)
        return true;
    f->n_bytes += lines[i + n - 1].end - lines[i].begin;
    return sm_vec_push(&f->found, l, scratch);
}

/* Captions and credits stay, as they tell what stands beside them (doc/captions.h). */
static void mark(sm_plain *plain, const litter *l) {
    sm_role role = l->kind == SM_SIGN_CAPTION ? SM_ROLE_CAPTION : SM_ROLE_BOILERPLATE;
    for (size_t i = l->first; i < l->first + l->n_lines; i++) {
        plain->lines.at[i].role = role;
        plain->lines.at[i].dropped = l->kind != SM_SIGN_CAPTION && l->kind != SM_SIGN_CREDIT;
    }
}

bool sm_recognise_litter(sm_plain *plain, sm_arena *scratch) {
    finder f = {.plain = plain};
    sm_signs_index(&f.signs, SM_SIGN_LITTER, SM_SIGN_LINK);
    for (size_t i = 0; i < plain->lines.n; i++)
        if (!find(&f, i, scratch))
            return false;
    /* A text that consists of it is about it. */
    for (size_t i = 0; 2 * (size_t)f.n_bytes < plain->n_bytes && i < f.found.n; i++)
        mark(plain, &f.found.at[i]);
    return true;
}
