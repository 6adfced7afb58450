/* Pages: their numbers and running heads are dropped, and a paragraph that they broke goes on behind them.
 *
 * Where pages end is told by form feeds, or by page numbers: lines with a number, alone ("12", "- 12 -") or in a head
 * ("12 THE VOYAGE"), that are the same but for it, follow one another by ones or twos as far apart as pages are (20
 * lines at least, within a third of each other), three of them, and break sentences now and then, as no numbers of
 * chapters, stanzas or years do. Of the outermost lines of pages those are heads that stand there twice, with the same
 * numbers or with one that runs with the pages. */
#include "plain/folio.h"

#include "base/digest.h"
#include "base/hash.h"
#include "plain/chapter.h"
#include "plain/look.h"
#include "plain/tally.h"
#include "plain/wrap.h"

sm_recognise_fn sm_recognise_pages;

enum {
    ROWS_LEAST = 20, /* of a page, in lines with the blank ones */
    ROWS_MOST = 200,
    RUN_LEAST = 3,   /* numbers that follow one another */
    BREAK_SHARE = 3, /* one number of so many has to break a sentence */
    HEAD_LEAST = 8,  /* characters of a head with a number */
    HEAD_WIDTH = 40, /* of running heads without a blank line behind them */
    ROUNDS = 4,      /* lines of heads or feet at most, and one for the number */
    SKIPPED_MOST = 8,
    SEED_LEAST = 1024, /* keys, from which on collisions would cost */
    SHORT = 12         /* characters: a line that may be "- xii -" */
};
#define NONE UINT32_MAX

/* A line that may be, or hold, a page number. */
typedef struct mark {
    uint32_t line, row, number;
    uint32_t previous;    /* mark before it in its run + 1, or 0 */
    uint32_t run, breaks; /* marks of the run up to here, and how many of them break a sentence */
    uint32_t least, most; /* rows of a page there */
    bool page, good;      /* it says that it is the number of a page; its run is one of pages */
} mark;

/* The outermost line of a page that is not dropped, or NONE. */
typedef struct edge {
    uint32_t line, page;
    bool sure; /* the number says that it is one: a head with columns needs no other like it */
} edge;

typedef struct pages {
    sm_plain *plain;
    sm_arena *scratch;
    SM_VEC(mark) marks;
    SM_VEC(edge) edges; /* by twos: the end of a page, and the beginning of the next one */
    sm_tally last;      /* mark of each rest + 1 */
} pages;

static sm_plain_line *line_at(const pages *p, size_t i) {
    return &p->plain->lines.at[i];
}

static bool init_tally(const pages *p, sm_tally *tally, size_t most) {
    uint64_t seed = most >= SEED_LEAST ? sm_digest(p->plain->text, p->plain->n_bytes) : 0;
    return sm_tally_init(tally, most, seed, p->scratch);
}

/* ---- Page numbers where no form feeds are ---- */

static bool begins_small(const pages *p, size_t i) {
    char c = p->plain->text[line_at(p, i)->begin];
    return c >= 'a' && c <= 'z';
}

/* Does a sentence begin before the line and end behind it? Between them a head may stand, short or with a blank
 * line. */
static bool breaks_sentence(const pages *p, size_t i) {
    const char *text = p->plain->text;
    size_t n = p->plain->lines.n;
    if (i == 0 || i + 1 == n)
        return false;
    bool open = !sm_wrap_ends_sentence(text, line_at(p, i - 1));
    bool small = begins_small(p, i + 1);
    open = open || (i > 1 && line_at(p, i - 1)->gap > 0 && !sm_wrap_ends_sentence(text, line_at(p, i - 2)));
    bool head = i + 2 < n && (line_at(p, i + 2)->gap > 0 || line_at(p, i + 1)->width <= HEAD_WIDTH);
    small = small || (head && begins_small(p, i + 2));
    return open && small;
}

/* May `m` follow `before` in a run? Rows of a page differ by a third at most. */
static bool follows(const mark *before, mark *m) {
    uint32_t step = m->number - before->number, rows = m->row - before->row;
    if (m->page && before->page)
        return step == 1;
    if (step < 1 || step > 2 || rows / step < ROWS_LEAST || rows / step > ROWS_MOST)
        return false;
    rows /= step;
    m->least = before->run > 1 && before->least < rows ? before->least : rows;
    m->most = before->run > 1 && before->most > rows ? before->most : rows;
    return 3 * m->most <= 4 * m->least;
}

static bool add_mark(pages *p, mark m, uint64_t rest) {
    uint32_t *last = sm_tally_at(&p->last, rest);
    m.breaks = breaks_sentence(p, m.line);
    m.run = 1;
    if (*last > 0 && follows(&p->marks.at[*last - 1], &m)) {
        m.previous = *last;
        m.run += p->marks.at[*last - 1].run;
        m.breaks += p->marks.at[*last - 1].breaks;
    }
    *last = (uint32_t)p->marks.n + 1;
    return sm_vec_push(&p->marks, m, p->scratch);
}

static bool stands_apart(const pages *p, size_t i) {
    const sm_plain_line *l = line_at(p, i);
    return (l->signs & SM_SIGN_COLUMNS) != 0 || i == 0 || i + 1 == p->plain->lines.n || l->gap > 0 || l[1].gap > 0;
}

static bool may_mark(const sm_plain_line *l) {
    return sm_look_free(l) && ((l->signs & SM_SIGN_NUMBER) != 0 || l->width <= SHORT);
}

static bool find_mark(pages *p, uint32_t i, uint32_t row) {
    const sm_plain_line *l = line_at(p, i);
    sm_folio f = sm_folio_alone(p->plain->text, l);
    if (f.kind == SM_FOLIO_SURE)
        return add_mark(p, (mark){.line = i, .row = row, .number = f.number, .page = true, .good = true}, 0);
    if (f.kind != SM_FOLIO_NONE)
        return add_mark(p, (mark){.line = i, .row = row, .number = f.number, .page = f.kind == SM_FOLIO_PAGE}, f.rest);
    bool head = l->width >= HEAD_LEAST && stands_apart(p, i) && !sm_chapter_is(p->plain->text, l);
    for (int last = 0; last < 2 && head; last++) {
        f = sm_folio_within(p->plain->text, l, last == 1);
        if (f.kind != SM_FOLIO_NONE &&
            !add_mark(p, (mark){.line = i, .row = row, .number = f.number}, f.rest + (uint64_t)last))
            return false;
    }
    return true;
}

static bool find_marks(pages *p) {
    size_t n = 0;
    uint32_t row = 0;
    for (size_t i = 0; i < p->plain->lines.n; i++)
        n += may_mark(line_at(p, i));
    if (!init_tally(p, &p->last, 2 * n))
        return false;
    for (uint32_t i = 0; i < p->plain->lines.n; i++) {
        row += line_at(p, i)->gap + 1u;
        if (may_mark(line_at(p, i)) && !find_mark(p, i, row))
            return false;
    }
    return true;
}

/* Drops the lines of good runs, and takes them for the ends of pages. */
static bool drop_marks(pages *p) {
    for (size_t i = p->marks.n; i-- > 0;) {
        mark *m = &p->marks.at[i];
        bool run = m->run >= RUN_LEAST && BREAK_SHARE * m->breaks >= m->run;
        m->good = m->good || run || (m->page && m->run > 1);
        if (m->good && m->previous > 0)
            p->marks.at[m->previous - 1].good = true;
        if (!m->good || line_at(p, m->line)->dropped)
            continue;
        line_at(p, m->line)->dropped = true;
        edge before = {m->line > 0 ? m->line - 1 : NONE, m->number, m->page};
        edge behind = {m->line + 1 < p->plain->lines.n ? m->line + 1 : NONE, m->number, m->page};
        if (!sm_vec_push(&p->edges, before, p->scratch) || !sm_vec_push(&p->edges, behind, p->scratch))
            return false;
    }
    return true;
}

static bool find_edges_by_numbers(pages *p) {
    return find_marks(p) && drop_marks(p);
}

/* ---- Form feeds ---- */

static bool find_edges_by_feeds(pages *p) {
    uint32_t page = 0, n = (uint32_t)p->plain->lines.n;
    for (uint32_t i = 0; i <= n; i++) {
        if (i > 0 && i < n && !line_at(p, i)->page)
            continue;
        edge before = {i > 0 ? i - 1 : NONE, page, false}, behind = {i < n ? i : NONE, page + 1, false};
        page++;
        if (!sm_vec_push(&p->edges, before, p->scratch) || !sm_vec_push(&p->edges, behind, p->scratch))
            return false;
    }
    return true;
}

/* ---- Heads ---- */

enum {
    KEYS = 3,
    YEAR = 1000 /* a number from here on may be a year */
};

static uint64_t run_key(sm_folio f, uint32_t page) {
    uint32_t ahead = f.number - page;
    return sm_hash(f.rest, &ahead, sizeof ahead);
}

/* Under what a line is counted: as it is, and without its first or last number, which runs with the pages. */
static size_t keys_of(const pages *p, const edge *e, bool upper, uint64_t keys[KEYS]) {
    const sm_plain_line *l = line_at(p, e->line);
    size_t n = 0;
    if (!sm_look_free(l) || !sm_folio_hash(p->plain->text, l, &keys[0]))
        return 0;
    n++;
    sm_folio alone = sm_folio_alone(p->plain->text, l);
    if (alone.kind != SM_FOLIO_NONE)
        keys[n++] = run_key(alone, e->page);
    bool head = alone.kind == SM_FOLIO_NONE && !sm_chapter_is(p->plain->text, l);
    for (int last = 0; last < 2 && head; last++) {
        sm_folio f = sm_folio_within(p->plain->text, l, last == 1);
        if (f.kind != SM_FOLIO_NONE && (n == 1 || keys[n - 1] != run_key(f, e->page)))
            keys[n++] = run_key(f, e->page);
    }
    for (size_t i = 0; i < n; i++)
        keys[i] = sm_hash_fold(keys[i] ^ (upper ? 0x9E3779B97F4A7C15u : 0), 0xD6E8FEB86659FD93u);
    return n;
}

/* How often line i has to stand at the edges of pages: years and ends of sentences may do so twice by chance, and the
 * first line, the title as a rule, stands over a part as well. */
static uint32_t times_needed(const pages *p, uint32_t i, bool runs) {
    const sm_plain_line *l = line_at(p, i);
    sm_folio alone = sm_folio_alone(p->plain->text, l);
    bool doubtful = alone.kind == SM_FOLIO_NUMBER ? alone.number >= YEAR : sm_wrap_ends_sentence(p->plain->text, l);
    return doubtful || (!runs && i == 0) ? 3 : 2;
}

static bool is_head(const pages *p, const edge *e, bool upper, sm_tally *seen) {
    uint64_t keys[KEYS];
    const sm_plain_line *l = line_at(p, e->line);
    bool far = (l->signs & SM_SIGN_COLUMNS) != 0 && sm_look_alone(p->plain, e->line);
    if (!sm_look_free(l))
        return false;
    if (sm_folio_alone(p->plain->text, l).kind == SM_FOLIO_SURE || (e->sure && far))
        return true;
    for (size_t i = keys_of(p, e, upper, keys); i-- > 0;)
        if (*sm_tally_at(seen, keys[i]) >= times_needed(p, e->line, i > 0))
            return true;
    return false;
}

/* The line behind a head, or before a foot, unless another page is there. */
static uint32_t further(const pages *p, uint32_t i, bool upper) {
    if (upper)
        return i == 0 || line_at(p, i)->page ? NONE : i - 1;
    return i + 1 == p->plain->lines.n || line_at(p, i + 1)->page ? NONE : i + 1;
}

/* From edges to the next lines that are not dropped, over a few: a thousand page numbers one behind the other are no
 * ends of pages. */
static void skip_dropped(pages *p) {
    for (size_t i = 0; i < p->edges.n; i++) {
        edge *e = &p->edges.at[i];
        for (int n = 0; e->line != NONE && line_at(p, e->line)->dropped; n++)
            e->line = n < SKIPPED_MOST ? further(p, e->line, i % 2 == 0) : NONE;
    }
}

/* Drops what stands at the edges of two pages. */
static bool drop_heads(pages *p, bool *found) {
    sm_tally seen;
    uint64_t keys[KEYS];
    if (!init_tally(p, &seen, KEYS * p->edges.n))
        return false;
    skip_dropped(p);
    for (size_t i = 0; i < p->edges.n; i++) {
        size_t n = p->edges.at[i].line != NONE ? keys_of(p, &p->edges.at[i], i % 2 == 0, keys) : 0;
        while (n-- > 0)
            ++*sm_tally_at(&seen, keys[n]);
    }
    *found = false;
    for (size_t i = 0; i < p->edges.n; i++) {
        const edge *e = &p->edges.at[i];
        if (e->line == NONE || !is_head(p, e, i % 2 == 0, &seen))
            continue;
        line_at(p, e->line)->dropped = true;
        p->edges.at[i | 1].sure |= sm_folio_alone(p->plain->text, line_at(p, e->line)).kind == SM_FOLIO_SURE;
        *found = true;
    }
    return true;
}

/* A paragraph that has not ended goes on over the end of the page. */
static void close_gaps(pages *p) {
    skip_dropped(p);
    for (size_t i = 0; i + 1 < p->edges.n; i += 2) {
        uint32_t before = p->edges.at[i].line, behind = p->edges.at[i + 1].line;
        if (before != NONE && behind != NONE && !sm_wrap_ends_sentence(p->plain->text, line_at(p, before)))
            line_at(p, behind)->gap = 0;
    }
}

static bool has_form_feeds(const sm_plain *plain) {
    for (size_t i = 1; i < plain->lines.n; i++)
        if (plain->lines.at[i].page)
            return true;
    return false;
}

bool sm_recognise_pages(sm_plain *plain, sm_arena *scratch) {
    pages p = {.plain = plain, .scratch = scratch};
    bool feeds = has_form_feeds(plain), found = true;
    if (!feeds && (plain->signs & SM_SIGN_NUMBER) == 0)
        return true;
    if (!(feeds ? find_edges_by_feeds(&p) : find_edges_by_numbers(&p)))
        return false;
    for (int round = 0; found && round < ROUNDS && p.edges.n > 0; round++)
        if (!drop_heads(&p, &found))
            return false;
    close_gaps(&p);
    return true;
}
