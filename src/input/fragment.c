/* Pieces of HTML, as feeds and databases hold them. What the tree of a page tells of its article they are too short
 * for: all that is seen counts. A whole page is read as one all the same. */
#include "base/ascii.h"
#include "input/input.h"
#include "input/markup.h"

sm_read_fn sm_read_html, sm_read_html_whole, sm_read_fragment;

static bool is_blank(const char *text, uint32_t from, uint32_t to) {
    while (from < to && sm_ascii_is_space(text[from]))
        from++;
    return from == to;
}

static bool opens_page(sm_tag tag) {
    return tag == SM_TAG_HTML || tag == SM_TAG_HEAD || tag == SM_TAG_BODY;
}

/* Does it begin with a document type, or with an element that pages alone have? */
static bool is_page(const char *source, uint32_t n_bytes) {
    sm_markup m;
    for (uint32_t at = 0; at < n_bytes; at = m.end) {
        m = sm_markup_at(source, at, n_bytes);
        bool passed = m.kind == SM_MARKUP_TEXT ? is_blank(source, m.begin, m.end) : m.kind == SM_MARKUP_OTHER;
        if (m.kind == SM_MARKUP_OTHER && m.end - m.begin > 2 && sm_ascii_small(source[m.begin + 2]) == 'd')
            return true;
        if (!passed)
            return m.kind == SM_MARKUP_START && opens_page(m.tag);
    }
    return false;
}

summ_status sm_read_fragment(const char *source, uint32_t n_bytes, sm_arena *arena, sm_input *input) {
    uint32_t mark = n_bytes >= 3 && source[0] == '\xEF' && source[1] == '\xBB' && source[2] == '\xBF' ? 3 : 0;
    sm_read_fn *read = is_page(source + mark, n_bytes - mark) ? sm_read_html : sm_read_html_whole;
    return read(source, n_bytes, arena, input);
}
