/* HTML. The only file that knows gumbo, which makes the tree as browsers do; page.h holds it flat, article.h tells what
 * of it is the article, blocks.h writes that down. */
#include "input/about.h"
#include "input/article.h"
#include "input/blocks.h"
#include "input/hints.h"
#include "input/input.h"
#include "input/jsonld.h"
#include "input/tame.h"

#ifdef HAVE_GUMBO
#include <gumbo.h>
#include <setjmp.h>
#include <string.h>
#endif

sm_read_fn sm_read_html, sm_read_html_whole;

#ifdef HAVE_GUMBO

/* ---- The parser's memory ---- */

enum {
    MEMORY_LEAST = 16 << 20,
    MEMORY_FOR_BYTE = 64 /* pages take 5 to 12 */
};

/* gumbo does not look whether it got memory: where there is none it is left by longjmp, and all it had is released as
 * one arena. */
typedef struct parser {
    sm_arena arena;
    size_t left; /* bytes it may still take: misnested markup can be made to grow beyond all measure */
    bool excess; /* why it was left */
    jmp_buf out;
} parser;

static void *allocate(void *context, size_t n_bytes) {
    parser *p = context;
    void *block = NULL;
    p->excess = n_bytes > p->left;
    if (!p->excess) {
        p->left -= n_bytes;
        block = sm_arena_get(&p->arena, n_bytes, 1);
    }
    if (block == NULL)
        longjmp(p->out, 1);
    return block;
}

static void keep(void *context, void *block) {
    (void)context;
    (void)block;
}

/* NULL: no memory, or excess. */
static const GumboNode *parse(parser *p, const char *source, uint32_t n_bytes) {
    GumboOptions options = kGumboDefaultOptions;
    options.allocator = allocate;
    options.deallocator = keep;
    options.userdata = p;
    options.max_errors = 0;
    p->left = MEMORY_LEAST + (size_t)MEMORY_FOR_BYTE * n_bytes;
    if (setjmp(p->out) != 0)
        return NULL;
    return gumbo_parse_with_options(&options, source, n_bytes)->root;
}

/* ---- From its tree to ours ---- */

static sm_tag tag_of(const GumboElement *element) {
    static const unsigned char TAGS[GUMBO_TAG_LAST] = {
#define X(NAME, name, kind) [GUMBO_TAG_##NAME] = SM_TAG_##NAME,
#include "input/tags.def"
#undef X
    };
    return TAGS[element->tag] != 0 ? (sm_tag)TAGS[element->tag] : SM_TAG_OTHER;
}

static uint32_t hints_of(const GumboElement *element) {
    uint32_t hints = 0;
    for (unsigned i = 0; i < element->attributes.length; i++) {
        const GumboAttribute *a = element->attributes.data[i];
        hints |= sm_hints_of(a->name, a->value);
    }
    return hints;
}

/* What was not written, or is not where it should be, is empty. */
static sm_piece piece_of(const sm_page *page, GumboStringPiece piece) {
    uintptr_t from = (uintptr_t)piece.data, source = (uintptr_t)page->source;
    if (piece.data == NULL || from < source || from - source > page->n_bytes ||
        piece.length > page->n_bytes - (from - source))
        return (sm_piece){0, 0};
    return (sm_piece){(uint32_t)(from - source), (uint32_t)(from - source + piece.length)};
}

static sm_piece value_of(const sm_page *page, const GumboElement *element, const char *name) {
    const GumboAttribute *a = gumbo_get_attribute(&element->attributes, name);
    sm_piece p = a != NULL ? piece_of(page, a->original_value) : (sm_piece){0, 0};
    if (p.to - p.from >= 2 && (page->source[p.from] == '"' || page->source[p.from] == '\''))
        p = (sm_piece){p.from + 1, p.to - 1};
    return p;
}

static bool is_value(const GumboElement *element, const char *name, const char *value) {
    const GumboAttribute *a = gumbo_get_attribute(&element->attributes, name);
    return a != NULL && strcmp(a->value, value) == 0;
}

static const char *text_of(const GumboElement *element, const char *name) {
    const GumboAttribute *a = gumbo_get_attribute(&element->attributes, name);
    return a != NULL ? a->value : NULL;
}

static void read_meta(sm_page *page, const GumboElement *element) {
    static const char *const KEYS[] = {"name", "property", "itemprop"};
    const char *content = text_of(element, "content"), *key = NULL;
    for (size_t i = 0; i < sizeof KEYS / sizeof *KEYS && key == NULL; i++)
        key = text_of(element, KEYS[i]);
    if (content != NULL && key != NULL)
        sm_about_meta(&page->said, key, content);
}

/* What it begins with, if that is text: <script> within <svg> may have elements in it. NULL: it is not. */
static const GumboText *first_text(const GumboElement *element) {
    const GumboNode *node = element->children.length > 0 ? element->children.data[0] : NULL;
    bool is_text = node != NULL && (node->type == GUMBO_NODE_TEXT || node->type == GUMBO_NODE_CDATA ||
                                    node->type == GUMBO_NODE_WHITESPACE);
    return is_text ? &node->v.text : NULL;
}

static void read_script(sm_page *page, const GumboElement *element) {
    const GumboText *text = first_text(element);
    if (is_value(element, "type", "application/ld+json") && text != NULL)
        sm_jsonld_read(&page->said, text->text, strlen(text->text));
}

/* <time itemprop="datePublished" datetime="...">, and any other element with that property. */
static bool read_time(sm_page *page, const GumboElement *element) {
    const char *property = text_of(element, "itemprop");
    bool published = property != NULL && strcmp(property, "datePublished") == 0, time = element->tag == GUMBO_TAG_TIME;
    if (!published && !time)
        return true;
    const char *moment = text_of(element, "datetime");
    const char *value = moment != NULL ? moment : text_of(element, "content");
    if (published && value != NULL)
        sm_said_date(&page->said, SM_PLACE_MARKED, value, strlen(value));
    if (!time || moment == NULL)
        return true;
    sm_time t = {(uint32_t)page->nodes.n, value_of(page, element, "datetime")};
    return sm_vec_push(&page->times, t, page->arena);
}

/* What a page says of itself. False: no memory. */
static bool read_said(sm_page *page, const GumboElement *element) {
    if (element->tag == GUMBO_TAG_META)
        read_meta(page, element);
    else if (element->tag == GUMBO_TAG_SCRIPT)
        read_script(page, element);
    else
        return read_time(page, element);
    return true;
}

static void read_head(sm_page *page, const GumboElement *element) {
    if (element->tag == GUMBO_TAG_HTML)
        page->language = value_of(page, element, "lang");
    if (element->tag == GUMBO_TAG_META && page->og_title.to == 0 && is_value(element, "property", "og:title"))
        page->og_title = value_of(page, element, "content");
    if (element->tag == GUMBO_TAG_TITLE && page->title.to == 0 && element->tag_namespace == GUMBO_NAMESPACE_HTML &&
        first_text(element) != NULL)
        page->title = piece_of(page, first_text(element)->original_text);
}

static bool enter(sm_page *page, const GumboNode *node) {
    if (node->type == GUMBO_NODE_ELEMENT || node->type == GUMBO_NODE_TEMPLATE) {
        const GumboElement *element = &node->v.element;
        sm_piece tag = piece_of(page, element->original_tag);
        read_head(page, element);
        return read_said(page, element) && sm_page_open(page, tag_of(element), hints_of(element), tag.from, tag.to);
    }
    sm_piece text = piece_of(page, node->v.text.original_text);
    /* What follows white space there is what the parser dropped. */
    if (node->type == GUMBO_NODE_WHITESPACE && text.from < text.to && page->source[text.from] != '&')
        text.to = text.from + 1;
    return node->type == GUMBO_NODE_COMMENT || sm_page_text(page, text.from, text.to);
}

typedef struct level {
    const GumboVector *children;
    unsigned next;
} level;

static bool is_element(const GumboNode *node) {
    return node->type == GUMBO_NODE_ELEMENT || node->type == GUMBO_NODE_TEMPLATE;
}

/* In the order of the tree, without recursion. False: no memory. */
static bool walk(sm_page *page, const GumboNode *root, sm_arena *scratch) {
    SM_VEC(level) open = {0};
    level top = {&root->v.element.children, 0};
    bool good = enter(page, root) && sm_vec_push(&open, top, scratch);
    while (good && open.n > 0) {
        level *l = &open.at[open.n - 1];
        if (l->next == l->children->length) {
            open.n--;
            sm_page_close(page);
            continue;
        }
        const GumboNode *node = l->children->data[l->next++];
        level below = {&node->v.element.children, 0};
        good = enter(page, node) && (!is_element(node) || sm_vec_push(&open, below, scratch));
    }
    return good;
}

static summ_status build_tree(sm_page *page) {
    parser p;
    sm_arena_init(&p.arena, page->arena->alloc);
    const GumboNode *root = parse(&p, page->source, page->n_bytes);
    summ_status status = SUMM_OK;
    if (root != NULL)
        status = walk(page, root, &p.arena) ? SUMM_OK : SUMM_ERR_MEMORY;
    sm_arena_release(&p.arena);
    if (root == NULL)
        status = p.excess ? sm_page_strip(page) : SUMM_ERR_MEMORY;
    return status;
}

static summ_status write_page(sm_page *page, bool whole, sm_arena *arena, sm_input *input) {
    sm_lines lines = {0};
    sm_article article = {.found = true};
    if (!sm_lines_find(page, page->arena, &lines))
        return SUMM_ERR_MEMORY;
    sm_about_look(page, &lines);
    if (!whole && !sm_article_choose(page, &lines, &article))
        return SUMM_ERR_MEMORY;
    summ_status status = sm_blocks_write(page, &lines, article.title, arena, input);
    if (status == SUMM_OK && whole && !sm_about_title(page, arena, input))
        return SUMM_ERR_MEMORY;
    input->said = page->said;
    input->stripped = page->stripped;
    input->no_article = !article.found && lines.n > 0;
    sm_piece language = page->language;
    if (language.from < language.to && language.to - language.from < SM_LANGUAGE_MAX)
        memcpy(input->language, page->source + language.from, language.to - language.from);
    return status;
}

static summ_status read_page(const char *source, uint32_t n_bytes, bool whole, sm_arena *arena, sm_input *input) {
    sm_arena scratch;
    sm_page page;
    sm_arena_init(&scratch, arena->alloc);
    sm_page_begin(&page, source, n_bytes, &scratch);
    bool tame = sm_is_tame(source, n_bytes);
    summ_status status = tame ? build_tree(&page) : sm_page_strip(&page);
    if (status == SUMM_OK) {
        sm_page_count(&page);
        status = write_page(&page, whole, arena, input);
    }
    sm_arena_release(&scratch);
    return status;
}

#else

static summ_status read_page(const char *source, uint32_t n_bytes, bool whole, sm_arena *arena, sm_input *input) {
    (void)source, (void)n_bytes, (void)whole, (void)arena, (void)input;
    return SUMM_ERR_MISSING;
}

#endif

#ifdef HAVE_GUMBO
const char sm_html_library[] = "gumbo " HAVE_GUMBO;
#else
const char sm_html_library[] = "";
#endif

summ_status sm_read_html(const char *source, uint32_t n_bytes, sm_arena *arena, sm_input *input) {
    return read_page(source, n_bytes, false, arena, input);
}

summ_status sm_read_html_whole(const char *source, uint32_t n_bytes, sm_arena *arena, sm_input *input) {
    return read_page(source, n_bytes, true, arena, input);
}
