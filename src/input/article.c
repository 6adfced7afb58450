#include "input/article.h"

#include "input/crop.h"
#include "input/hints.h"
#include "input/title.h"

enum {
    UNWANTED = SM_HINT_COMMENT | SM_HINT_RELATED | SM_HINT_AD | SM_HINT_NAV | SM_HINT_ASIDE | SM_HINT_NOTICE |
               SM_HINT_AUTHOR | SM_HINT_CAPTION | SM_HINT_EDGE
};

/* Percent. */
enum {
    NEEDED = 80,        /* of the page's prose: what has it is not set aside */
    NEEDED_MARKED = 40, /* likewise, if it has a main heading or says it is an article */
    SAID = 25,          /* of the page's prose, in an element that says it is the article */
    RIVAL = 50,         /* of the prose of such an element: another like it makes it one of several */
    NESTED = 40,        /* of an article's prose, in an article within it: less is a comment or a teaser */
    NEARLY_ALL = 65,    /* of an element's prose: the child that has it stands for the element */
    ALL = 95            /* likewise, within what says it is the article */
};

typedef struct facts {
    uint32_t prose; /* bytes of paragraphs in it that are not cut */
    bool cut;       /* it is set aside with all that is in it */
    bool headed;    /* a main heading is in it */
    bool marked;    /* likewise, or an element that says it is an article */
    bool quotes;    /* a quotation is in it */
} facts;

typedef struct chooser {
    const sm_page *page;
    const sm_node *nodes; /* of the page */
    sm_lines *lines;
    facts *facts; /* of each node */
} chooser;

static bool is_part(uint64_t part, uint64_t whole, unsigned percent) {
    return 100 * part >= percent * whole;
}

/* ---- What elements say ---- */

static bool is_unwanted_tag(sm_tag tag) {
    static const sm_tag TAGS[] = {SM_TAG_NAV,    SM_TAG_ASIDE,  SM_TAG_FOOTER,     SM_TAG_HEADER, SM_TAG_MENU,
                                  SM_TAG_BUTTON, SM_TAG_FIGURE, SM_TAG_FIGCAPTION, SM_TAG_FORM,   SM_TAG_ADDRESS};
    for (size_t i = 0; i < sizeof TAGS / sizeof *TAGS; i++)
        if (tag == TAGS[i])
            return true;
    return false;
}

static bool says_article(const sm_node *node) {
    return node->tag == SM_TAG_ARTICLE || ((node->hints & SM_HINT_BODY) != 0 && !sm_tag_is_frame(node->tag));
}

static void mark_nodes(chooser *c) {
    for (size_t i = c->page->nodes.n; i-- > 1;) {
        facts *own = &c->facts[i], *above = &c->facts[c->nodes[i].parent];
        own->headed = own->headed || c->nodes[i].tag == SM_TAG_H1;
        own->marked = own->marked || own->headed || says_article(&c->nodes[i]);
        own->quotes = own->quotes || c->nodes[i].tag == SM_TAG_BLOCKQUOTE;
        above->headed = above->headed || own->headed;
        above->marked = above->marked || own->marked;
        above->quotes = above->quotes || own->quotes;
    }
}

static void sum_prose(chooser *c) {
    for (size_t i = 0; i < c->page->nodes.n; i++)
        c->facts[i].prose = 0;
    for (size_t i = 0; i < c->lines->n; i++) {
        const sm_line *l = &c->lines->at[i];
        if (sm_line_is_prose(l) && !l->cut)
            c->facts[l->holder].prose += l->n_text - l->n_link;
    }
    for (size_t i = c->page->nodes.n; i-- > 1;)
        c->facts[c->nodes[i].parent].prose += c->facts[i].prose;
}

/* ---- What is set aside ---- */

/* Is it likely that the article is in it, whatever its name says? */
static bool is_needed(const chooser *c, uint32_t i) {
    const facts *f = &c->facts[i];
    bool marked = f->marked || says_article(&c->nodes[c->nodes[i].parent]);
    return f->prose > 0 && is_part(f->prose, c->facts[0].prose, marked ? NEEDED_MARKED : NEEDED);
}

/* Articles within an article are comments on it or teasers of others. */
static bool is_nested_article(const chooser *c, uint32_t i) {
    if (c->nodes[i].tag != SM_TAG_ARTICLE)
        return false;
    uint32_t outer = c->nodes[i].parent;
    while (outer != SM_PAGE_NONE && c->nodes[outer].tag != SM_TAG_ARTICLE)
        outer = c->nodes[outer].parent;
    return outer != SM_PAGE_NONE && !is_part(c->facts[i].prose, c->facts[outer].prose, NESTED);
}

static bool is_unwanted(const chooser *c, uint32_t i) {
    const sm_node *node = &c->nodes[i];
    if (sm_tag_is_frame(node->tag) || node->tag == SM_TAG_BLOCKQUOTE)
        return is_nested_article(c, i);
    if (is_unwanted_tag(node->tag) || (node->hints & UNWANTED) != 0)
        return !is_needed(c, i);
    bool cell = node->tag == SM_TAG_TR || sm_node_is_cell(node);
    return (node->hints & SM_HINT_WIDGET) != 0 && !cell && c->facts[i].prose == 0 && !c->facts[i].quotes;
}

/* An inline element takes its line with it if there is little more to it. */
static bool is_set_aside(const chooser *c, const sm_line *l) {
    bool inside = c->facts[l->first].cut && c->facts[l->end - 1].cut && l->n_text < SM_PROSE;
    return c->facts[l->holder].cut || inside;
}

static void set_aside(chooser *c) {
    for (uint32_t i = 1; i < c->page->nodes.n; i++)
        c->facts[i].cut = c->facts[c->nodes[i].parent].cut || is_unwanted(c, i);
    for (size_t i = 0; i < c->lines->n; i++)
        c->lines->at[i].cut = is_set_aside(c, &c->lines->at[i]);
}

/* ---- The element that holds the article ---- */

static bool is_inside(const chooser *c, uint32_t i, uint32_t element) {
    return i >= element && i < c->nodes[element].end;
}

/* The element that says it is an article and has most prose, apart from `other` and what is in it or around it;
 * 0: none. */
static uint32_t find_said(const chooser *c, uint32_t other) {
    uint32_t best = 0;
    for (uint32_t i = 1; i < c->page->nodes.n; i++) {
        bool apart = other == 0 || !(is_inside(c, i, other) || is_inside(c, other, i));
        if (apart && says_article(&c->nodes[i]) && c->facts[i].prose > (best == 0 ? 0 : c->facts[best].prose))
            best = i;
    }
    return best;
}

/* Of several: posts of a forum, stories of a list. */
static bool has_rival(const chooser *c, uint32_t said) {
    uint32_t rival = find_said(c, said);
    bool stands_out = c->facts[said].headed && !c->facts[rival].headed;
    return rival != 0 && !stands_out && is_part(c->facts[rival].prose, c->facts[said].prose, RIVAL);
}

/* The element that says it is the article; 0: there is none, or it has too little of the prose. */
static uint32_t find_single(const chooser *c) {
    uint32_t said = find_said(c, 0);
    bool enough = is_part(c->facts[said].prose, c->facts[0].prose, SAID);
    return said != 0 && enough && !has_rival(c, said) ? said : 0;
}

/* The child of an element with the most prose; 0: none has any. */
static uint32_t best_child(const chooser *c, uint32_t parent) {
    uint32_t best = 0;
    for (uint32_t i = parent + 1; i < c->nodes[parent].end; i = c->nodes[i].end)
        if (c->facts[i].prose > (best == 0 ? 0 : c->facts[best].prose))
            best = i;
    return best;
}

/* Does a paragraph stand right in the element? */
static bool holds_paragraphs(const chooser *c, uint32_t parent) {
    for (uint32_t i = parent + 1; i < c->nodes[parent].end; i = c->nodes[i].end)
        if (c->nodes[i].tag == SM_TAG_P && c->facts[i].prose > 0)
            return true;
    return false;
}

static bool stands_for(const chooser *c, uint32_t child, uint32_t parent) {
    const sm_node *above = &c->nodes[parent];
    bool said = !sm_tag_is_frame(above->tag) && (above->hints & SM_HINT_BODY) != 0;
    bool strict = said || (says_article(above) && !says_article(&c->nodes[child]));
    return is_part(c->facts[child].prose, c->facts[parent].prose, strict ? ALL : NEARLY_ALL) &&
           !holds_paragraphs(c, parent);
}

/* Each step looks at the children of one element, so all together are linear. */
static uint32_t find_root(const chooser *c) {
    uint32_t root = find_single(c), child;
    while ((child = best_child(c, root)) != 0 && stands_for(c, child, root))
        root = child;
    return root;
}

static void cut_outside(chooser *c, uint32_t root) {
    for (size_t i = 0; i < c->lines->n; i++)
        c->lines->at[i].cut = c->lines->at[i].cut || !is_inside(c, c->lines->at[i].first, root);
}

/* ---- Title and text ---- */

/* A heading that is the title, or else what the head of the page says. */
static sm_piece title_of(const chooser *c, const sm_title *title) {
    const sm_line *l = sm_title_heading(title, c->page, c->lines);
    return l != NULL ? (sm_piece){c->nodes[l->first].from, c->nodes[l->end - 1].to} : title->piece;
}

static void keep_any(sm_lines *lines) {
    size_t n_cut = 0;
    for (size_t i = 0; i < lines->n; i++)
        n_cut += lines->at[i].cut;
    for (size_t i = 0; n_cut == lines->n && i < lines->n; i++)
        lines->at[i].cut = false;
}

bool sm_article_choose(const sm_page *page, sm_lines *lines, sm_article *article) {
    chooser c = {.page = page, .nodes = page->nodes.at, .lines = lines};
    sm_title t = sm_title_of(page);
    c.facts = sm_arena_get_zero(page->arena, page->nodes.n, sizeof *c.facts);
    if (c.facts == NULL)
        return false;
    article->title = title_of(&c, &t);
    mark_nodes(&c);
    sum_prose(&c);
    set_aside(&c);
    sum_prose(&c);
    article->found = c.facts[0].prose > 0;
    cut_outside(&c, find_root(&c));
    sm_crop(page, lines, &t);
    keep_any(lines);
    return true;
}
