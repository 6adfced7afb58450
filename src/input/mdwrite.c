#include "base/ascii.h"
#include "base/digest.h"
#include "input/entities.h"
#include "input/mdpage.h"
#include "input/mdspans.h"
#include "input/writer.h"

#include <string.h>

/* A line of the text at hand: where it begins there and in the source. */
typedef struct row {
    uint32_t at, source;
} row;

typedef struct md_writer {
    const sm_md_page *page;
    sm_writer out;
    sm_md_refs refs;
    sm_spans spans;
    SM_VEC(char) text; /* of one block, without the marks of what it stands in, its lines parted by '\n' */
    SM_VEC(row) rows;
} md_writer;

/* ---- The text of a block ---- */

static bool is_blank(char c) {
    return c == ' ' || c == '\t';
}

/* A line of "===" or "---" alone: what stands above it is a heading. */
static bool is_underline(const char *source, uint32_t from, uint32_t to) {
    uint32_t at = from;
    while (at < to && source[at] == source[from])
        at++;
    return at == to && from < to && (source[from] == '=' || source[from] == '-');
}

/* Is this a heading after '#', and not one above an underline? */
static bool has_number_signs(const sm_md_page *page, const sm_md_block *b) {
    uint32_t at = b->from, to = page->lines.at[b->first].to;
    while (at < to && page->source[at] == '#')
        at++;
    return at > b->from && (at == to || is_blank(page->source[at]));
}

static void strip_number_signs(const char *source, sm_md_piece *line) {
    uint32_t to = line->to;
    while (line->from < to && source[line->from] == '#')
        line->from++;
    while (line->from < to && is_blank(source[line->from]))
        line->from++;
    while (to > line->from && source[to - 1] == '#')
        to--;
    if (to == line->from || is_blank(source[to - 1]))
        line->to = to;
    while (line->to > line->from && is_blank(source[line->to - 1]))
        line->to--;
}

static bool add_line(md_writer *w, sm_md_piece line) {
    size_t n = line.to - line.from;
    row r = {(uint32_t)w->text.n, line.from};
    if (!sm_vec_push(&w->rows, r, w->page->arena) || !sm_vec_reserve(&w->text, n + 1, w->page->arena))
        return false;
    memcpy(w->text.at + w->text.n, w->page->source + line.from, n);
    w->text.n += n;
    w->text.at[w->text.n++] = '\n';
    return true;
}

/* The line of a block without its marks and the white space around it. */
static sm_md_piece line_of(const sm_md_page *page, const sm_md_block *b, uint32_t i) {
    sm_md_piece line = page->lines.at[i];
    line.from = i == b->first ? b->from : sm_md_skip_quotes(page->source, line.from, line.to, b->n_quotes);
    while (line.to > line.from && sm_ascii_is_space(page->source[line.to - 1]))
        line.to--;
    return line;
}

static bool gather(md_writer *w, const sm_md_block *b) {
    const char *source = w->page->source;
    bool heading = b->role == SM_ROLE_HEADING, signs = heading && has_number_signs(w->page, b);
    w->text.n = w->rows.n = 0;
    for (uint32_t i = b->first; i < b->end; i++) {
        sm_md_piece line = line_of(w->page, b, i);
        if (signs)
            strip_number_signs(source, &line);
        if (heading && i > b->first && is_underline(source, line.from, line.to))
            break;
        if (!add_line(w, line))
            return false;
        if (signs)
            break;
    }
    w->text.n -= w->text.n > 0; /* the last line break */
    return true;
}

/* ---- Writing ---- */

/* text[from .. to), which is of row r, as the spans say. */
static bool put_row(md_writer *w, uint32_t from, uint32_t to, const row *r) {
    const unsigned char *kinds = w->spans.kinds.at;
    uint32_t shift = r->source - r->at;
    for (uint32_t i = from, end, code; i < to; i = end) {
        bool reference = kinds[i] == SM_SPAN_TEXT && w->text.at[i] == '&';
        size_t n = reference ? sm_entity_decode(w->text.at + i, to - i, &code) : 0;
        for (end = i + 1; end < to && kinds[end] == kinds[i] && !(kinds[i] == SM_SPAN_TEXT && w->text.at[end] == '&');)
            end++;
        bool good = true;
        if (n > 0 && w->text.at[i + n - 1] == ';') {
            good = sm_writer_code(&w->out, code, shift + i, (uint32_t)n);
            end = i + (uint32_t)n;
        } else if (kinds[i] == SM_SPAN_BREAK) {
            good = sm_writer_code(&w->out, ' ', shift + i, 1);
        } else if (kinds[i] != SM_SPAN_MARK) {
            good = sm_writer_bytes(&w->out, shift + i, shift + end);
        }
        if (!good)
            return false;
    }
    return true;
}

static uint32_t row_end(const md_writer *w, size_t i) {
    return i + 1 < w->rows.n ? w->rows.at[i + 1].at : (uint32_t)w->text.n;
}

/* Is everything in an image, or nothing but marks? */
static bool is_picture(const md_writer *w, uint32_t from) {
    const sm_spans *s = &w->spans;
    for (size_t i = 0; i <= s->images.n; i++) {
        uint32_t to = i < s->images.n ? s->images.at[i].from : (uint32_t)s->kinds.n;
        for (; from < to; from++)
            if (s->kinds.at[from] != SM_SPAN_MARK && !sm_ascii_is_space(w->text.at[from]))
                return false;
        from = i < s->images.n ? s->images.at[i].to : to;
    }
    return s->images.n > 0;
}

/* The text from `from` on, as far as row `end`, as one block; of a paragraph of pictures alone, nothing. */
static bool put_text(md_writer *w, uint32_t from, size_t end, sm_role role, uint8_t level) {
    size_t begin = w->out.text.n;
    if (role == SM_ROLE_PARAGRAPH && is_picture(w, from))
        return true;
    for (size_t i = 0; i < end; i++) {
        uint32_t to = row_end(w, i), at = w->rows.at[i].at > from ? w->rows.at[i].at : from;
        if (at < to && !put_row(w, at, to, &w->rows.at[i]))
            return false;
    }
    return sm_writer_block_at(&w->out, begin, role, level);
}

/* Line by line, as they stand: rows of tables. */
static bool put_table(md_writer *w, size_t first) {
    for (size_t i = first; i < w->rows.n; i++) {
        size_t begin = w->out.text.n;
        uint32_t from = w->rows.at[i].source, n = row_end(w, i) - w->rows.at[i].at;
        if (i != first + 1 &&
            (!sm_writer_bytes(&w->out, from, from + n) || !sm_writer_block(&w->out, begin, SM_ROLE_CODE)))
            return false;
    }
    return true;
}

/* "|---|:-:|" */
static bool is_table_rule(const char *text, uint32_t from, uint32_t to) {
    bool bar = false, line = false;
    for (; from < to; from++) {
        bar = bar || text[from] == '|';
        line = line || text[from] == '-';
        if (!sm_ascii_is_one_of(text[from], "|-: \t\n"))
            return false;
    }
    return bar && line;
}

/* The row that a table begins with, at or behind text[from]; rows.n: there is none. */
static size_t find_table(const md_writer *w, uint32_t from) {
    for (size_t i = 1; i < w->rows.n; i++) {
        const row *head = &w->rows.at[i - 1];
        uint32_t n = w->rows.at[i].at - head->at;
        if (head->at >= from && is_table_rule(w->text.at, w->rows.at[i].at, row_end(w, i)) &&
            memchr(w->text.at + head->at, '|', n) != NULL)
            return i - 1;
    }
    return w->rows.n;
}

/* A paragraph or a heading. */
static bool put_prose(md_writer *w, const sm_md_block *b, sm_role role) {
    uint32_t from;
    if (!gather(w, b) || !sm_md_define(w->text.at, (uint32_t)w->text.n, NULL, &from))
        return false;
    size_t table = role != SM_ROLE_TITLE && role != SM_ROLE_HEADING ? find_table(w, from) : w->rows.n;
    uint32_t to = table < w->rows.n ? w->rows.at[table].at : (uint32_t)w->text.n;
    if (!sm_spans_find(&w->spans, w->text.at, from, to))
        return false;
    return put_text(w, from, table, role, b->level) && put_table(w, table);
}

static bool is_fence(const char *source, sm_md_piece line) {
    return line.to - line.from >= 3 &&
           (memcmp(source + line.from, "```", 3) == 0 || memcmp(source + line.from, "~~~", 3) == 0);
}

static bool put_code(md_writer *w, const sm_md_block *b) {
    size_t begin = w->out.text.n;
    const char *source = w->page->source;
    bool fenced = is_fence(source, line_of(w->page, b, b->first));
    for (uint32_t i = b->first + fenced; i < b->end; i++) {
        sm_md_piece line = line_of(w->page, b, i);
        bool last = i + 1 == b->end;
        if (fenced && last && is_fence(source, line))
            break;
        if (!sm_writer_bytes(&w->out, line.from, line.to + (!last && line.to < w->page->n_bytes)))
            return false;
    }
    return sm_writer_block(&w->out, begin, SM_ROLE_CODE);
}

/* ---- All of it ---- */

/* The definitions at line i, which the parser does not tell: label, target and title may stand on a line each. */
static bool define_at(md_writer *w, uint32_t i) {
    enum {
        MAX_LINES = 3
    };
    const sm_md_page *page = w->page;
    uint32_t depth, used;
    sm_md_piece line = page->lines.at[i];
    sm_md_block b = {.first = i, .end = i + 1, .n_quotes = SM_MD_DEPTH};
    b.from = sm_md_skip_marks(page->source, line.from, line.to, &depth);
    if (b.from == line.to || page->source[b.from] != '[')
        return true;
    for (; b.end < page->lines.n && b.end < i + MAX_LINES; b.end++) {
        line = line_of(page, &b, b.end);
        if (line.from == line.to)
            break;
    }
    return gather(w, &b) && sm_md_define(w->text.at, (uint32_t)w->text.n, &w->refs, &used);
}

static bool define_all(md_writer *w) {
    size_t next = 0;
    for (uint32_t i = 0; i < w->page->lines.n; i++) {
        while (next < w->page->blocks.n && w->page->blocks.at[next].end <= i)
            next++;
        const sm_md_block *b = next < w->page->blocks.n ? &w->page->blocks.at[next] : NULL;
        bool code = b != NULL && b->role == SM_ROLE_CODE && b->first <= i;
        if (!code && !define_at(w, i))
            return false;
    }
    return true;
}

/* What front matter says is the title, before all else. */
static bool put_title(md_writer *w) {
    sm_md_piece title = w->page->title;
    return sm_writer_bytes(&w->out, title.from, title.to) && sm_writer_block_at(&w->out, 0, SM_ROLE_TITLE, 1);
}

static bool put_block(md_writer *w, const sm_md_block *b, bool is_title) {
    if (b->role == SM_ROLE_CODE)
        return put_code(w, b);
    return put_prose(w, b, is_title ? SM_ROLE_TITLE : b->role);
}

/* Where front matter says nothing, the first heading at the top is the title, in its place. */
static bool put_all(md_writer *w) {
    sm_input *input = w->out.input;
    if (!define_all(w) || !put_title(w))
        return false;
    bool named = input->blocks.n > 0;
    input->titled = named;
    for (size_t i = 0; i < w->page->blocks.n; i++) {
        const sm_md_block *b = &w->page->blocks.at[i];
        size_t before = input->blocks.n;
        bool is_title = b->is_top && !named;
        if (!put_block(w, b, is_title))
            return false;
        named = named || (is_title && input->blocks.n > before);
        input->titled = input->titled || (named && before == 0);
    }
    return true;
}

summ_status sm_md_write(const sm_md_page *page, sm_arena *arena, sm_input *input) {
    md_writer w = {.page = page};
    w.refs = (sm_md_refs){.arena = page->arena, .key = sm_digest(page->source, page->n_bytes)};
    w.spans = (sm_spans){.arena = page->arena, .refs = &w.refs};
    sm_writer_begin(&w.out, page->source, arena, input);
    summ_status status = sm_writer_end(&w.out, put_all(&w));
    input->said = page->said;
    sm_md_piece language = page->language;
    if (language.to > language.from && language.to - language.from < SM_LANGUAGE_MAX)
        memcpy(input->language, page->source + language.from, language.to - language.from);
    return status;
}
