#include "input/crop.h"

#include "base/chars.h"
#include "input/hints.h"

enum {
    LABEL = 40,      /* bytes: shorter lines before the first paragraph are labels */
    SHORT_LABEL = 20 /* the same behind the last, and between them */
};

typedef struct trimmer {
    const sm_page *page;
    const sm_node *nodes; /* of the page */
    const sm_title *title;
} trimmer;

static bool is_heading(sm_tag tag) {
    return tag >= SM_TAG_H1 && tag <= SM_TAG_H6;
}

static sm_tag tag_of(const trimmer *t, const sm_line *l) {
    return t->nodes[l->holder].tag;
}

/* Is it in a quotation, not far above? */
static bool is_quoted(const trimmer *t, const sm_line *l) {
    uint32_t i = l->holder;
    for (int steps = 0; steps < 3 && i != SM_PAGE_NONE; steps++, i = t->nodes[i].parent)
        if (t->nodes[i].tag == SM_TAG_BLOCKQUOTE)
            return true;
    return false;
}

static bool is_contact(const sm_node *node) {
    return node->tag == SM_TAG_A && (node->hints & SM_HINT_CONTACT) != 0;
}

/* Does the line link to mail, a network or a newsletter? */
static bool has_contact(const trimmer *t, const sm_line *l) {
    for (uint32_t i = l->first; i != l->holder; i = t->nodes[i].parent)
        if (is_contact(&t->nodes[i]))
            return true;
    for (uint32_t i = l->first; i < l->end; i++)
        if (is_contact(&t->nodes[i]))
            return true;
    return false;
}

static bool is_trailing(const trimmer *t, const sm_line *l) {
    if (is_quoted(t, l))
        return false;
    bool contact = l->n_text < 3 * SM_PROSE && 8 * l->n_link >= l->n_text && has_contact(t, l);
    return is_heading(tag_of(t, l)) || l->n_text < SHORT_LABEL || contact || 2 * (uint64_t)l->n_link > l->n_text;
}

static bool is_leading(const trimmer *t, const sm_line *l) {
    sm_tag tag = tag_of(t, l);
    bool label = l->n_text < LABEL && !is_heading(tag) && tag != SM_TAG_P;
    return tag == SM_TAG_H1 || label || sm_title_is(t->title, t->page, l);
}

static void cut_links(sm_lines *lines) {
    for (size_t i = 0; i < lines->n; i++)
        lines->at[i].cut = lines->at[i].cut || 3 * (uint64_t)lines->at[i].n_link > 2 * (uint64_t)lines->at[i].n_text;
}

/* The first line that is left, if it is the title. */
static void cut_title(const trimmer *t, sm_lines *lines) {
    size_t i = 0;
    while (i < lines->n && lines->at[i].cut)
        i++;
    if (i < lines->n)
        lines->at[i].cut = sm_title_is(t->title, t->page, &lines->at[i]);
}

static bool has_prose(const sm_lines *lines) {
    for (size_t i = 0; i < lines->n; i++)
        if (!lines->at[i].cut && sm_line_is_prose(&lines->at[i]))
            return true;
    return false;
}

static bool ends_sentence(const trimmer *t, const sm_line *l) {
    const sm_node *last = &t->nodes[l->end - 1];
    return sm_char_ends_sentence(sm_char_of(sm_char_last(t->page->source, last->from, last->to)));
}

/* "Advertisement", "Image 1 of 5": a few words that are all there is in a box, and no sentence. */
static void cut_boxed_labels(const trimmer *t, sm_lines *lines) {
    for (size_t i = 0; i < lines->n; i++) {
        sm_line *l = &lines->at[i];
        bool box = tag_of(t, l) == SM_TAG_DIV || tag_of(t, l) == SM_TAG_SECTION || tag_of(t, l) == SM_TAG_CENTER;
        bool alone = (i == 0 || lines->at[i - 1].holder != l->holder) &&
                     (i + 1 == lines->n || lines->at[i + 1].holder != l->holder);
        l->cut = l->cut || (box && alone && l->n_text < SHORT_LABEL && !ends_sentence(t, l));
    }
}

void sm_crop(const sm_page *page, sm_lines *lines, const sm_title *title) {
    trimmer t = {page, page->nodes.at, title};
    cut_links(lines);
    if (!has_prose(lines)) {
        cut_title(&t, lines);
        return;
    }
    cut_boxed_labels(&t, lines);
    for (size_t i = lines->n; i > 0 && (lines->at[i - 1].cut || is_trailing(&t, &lines->at[i - 1])); i--)
        lines->at[i - 1].cut = true;
    for (size_t i = 0; i < lines->n && (lines->at[i].cut || !sm_line_is_prose(&lines->at[i])); i++)
        lines->at[i].cut = lines->at[i].cut || is_leading(&t, &lines->at[i]);
}
