#include "input/tame.h"

#include "input/markup.h"

enum {
    N_NAMES = 256
};

typedef struct open_elements {
    uint32_t by_name[N_NAMES]; /* names that share a place are counted as one */
    uint32_t all;
    uint32_t n_roots;
    uint32_t n_tags;
} open_elements;

/* Elements that another of their kind closes do not pile up: what they stand in is counted. */
static bool piles_up(const sm_markup *m) {
    static const sm_tag CLOSED_BY_NEXT[] = {SM_TAG_P,      SM_TAG_LI,   SM_TAG_DT,  SM_TAG_DD,    SM_TAG_TR,
                                            SM_TAG_TD,     SM_TAG_TH,   SM_TAG_A,   SM_TAG_THEAD, SM_TAG_TBODY,
                                            SM_TAG_OPTION, SM_TAG_BODY, SM_TAG_HTML};
    sm_tag_kind kind = sm_tag_kind_of(m->tag);
    for (size_t i = 0; i < sizeof CLOSED_BY_NEXT / sizeof *CLOSED_BY_NEXT; i++)
        if (m->tag == CLOSED_BY_NEXT[i])
            return false;
    return kind != SM_KIND_VOID && kind != SM_KIND_VOID_BLOCK && kind != SM_KIND_RAW;
}

static bool count(open_elements *open, const sm_markup *m) {
    open->n_tags += m->kind == SM_MARKUP_START || m->kind == SM_MARKUP_END;
    uint32_t *same = &open->by_name[m->name % N_NAMES];
    if (m->kind == SM_MARKUP_START) {
        open->n_roots += m->tag == SM_TAG_HTML || m->tag == SM_TAG_BODY;
        *same += piles_up(m);
        open->all += piles_up(m);
    } else if (m->kind == SM_MARKUP_END && *same > 0) {
        (*same)--;
        open->all--;
    }
    return open->n_tags <= SM_TAME_TAGS && open->all <= SM_TAME_DEPTH && open->n_roots <= SM_TAME_ROOTS &&
           m->n_words <= SM_TAME_WORDS;
}

bool sm_is_tame(const char *source, uint32_t n_bytes) {
    open_elements open = {.all = 0};
    if (n_bytes > SM_TAME_BYTES)
        return false;
    for (uint32_t at = 0; at < n_bytes;) {
        sm_markup m = sm_markup_at(source, at, n_bytes);
        if (!count(&open, &m))
            return false;
        at = m.end;
        if (m.kind == SM_MARKUP_START && sm_tag_kind_of(m.tag) == SM_KIND_RAW)
            at = sm_markup_raw_end(source, at, n_bytes, m.tag);
    }
    return true;
}
