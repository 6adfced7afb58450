#include "input/mdspans.h"

#include "base/ascii.h"
#include "base/chars.h"

#include <string.h>

enum {
    MAX_TICKS = 80 /* of one run; longer ones are text */
};
#define NONE UINT32_MAX

typedef struct scanner {
    sm_spans *s;
    const char *p;
    uint32_t begin, n, at;
    size_t dead; /* brackets below are around a link: they begin images at most */
    bool has_ticks;
    uint32_t ticks[MAX_TICKS + 1]; /* for each length, the first run that may still close */
    uint32_t endless[4];           /* kinds of HTML that are known not to end: is_endless */
} scanner;

static void mark(scanner *x, uint32_t from, uint32_t to, int kind) {
    memset(x->s->kinds.at + from, kind, to - from);
}

static bool has(const scanner *x, uint32_t at, char c) {
    return at < x->n && x->p[at] == c;
}

static uint32_t run_end(const scanner *x, uint32_t at) {
    uint32_t end = at;
    while (has(x, end, x->p[at]))
        end++;
    return end;
}

/* ---- Escapes and code ---- */

static bool is_punctuation(char c) {
    return c > ' ' && c < 0x7F && !sm_ascii_is_alphanumeric(c);
}

static void pass_escape(scanner *x) {
    uint32_t at = x->at++;
    if (has(x, x->at, '\n'))
        mark(x, at, at + 1, SM_SPAN_MARK);
    if (x->at == x->n || !is_punctuation(x->p[x->at]))
        return;
    mark(x, at, at + 1, SM_SPAN_MARK);
    mark(x, x->at, x->at + 1, SM_SPAN_LITERAL);
    x->at++;
}

/* Chains the runs of equal length, from behind. */
static bool find_ticks(scanner *x) {
    x->has_ticks = true;
    x->s->ticks.n = 0;
    for (uint32_t at = x->at, end; at < x->n; at = end) {
        const char *found = memchr(x->p + at, '`', x->n - at);
        at = found != NULL ? (uint32_t)(found - x->p) : x->n;
        end = found != NULL ? run_end(x, at) : x->n;
        sm_ticks run = {at, end - at, NONE};
        if (run.n > 0 && run.n <= MAX_TICKS && !sm_vec_push(&x->s->ticks, run, x->s->arena))
            return false;
    }
    for (size_t i = 0; i <= MAX_TICKS; i++)
        x->ticks[i] = NONE;
    for (uint32_t i = (uint32_t)x->s->ticks.n; i-- > 0;) {
        sm_ticks *run = &x->s->ticks.at[i];
        run->next = x->ticks[run->n];
        x->ticks[run->n] = i;
    }
    return true;
}

static bool pass_code(scanner *x) {
    if (!x->has_ticks && !find_ticks(x))
        return false;
    uint32_t from = x->at, inner = run_end(x, from), n = inner - from;
    x->at = inner;
    if (n > MAX_TICKS)
        return true;
    uint32_t *next = &x->ticks[n];
    while (*next != NONE && x->s->ticks.at[*next].at < inner)
        *next = x->s->ticks.at[*next].next;
    if (*next == NONE)
        return true;
    uint32_t to = x->s->ticks.at[*next].at;
    mark(x, from, inner, SM_SPAN_MARK);
    mark(x, inner, to, SM_SPAN_LITERAL);
    mark(x, to, to + n, SM_SPAN_MARK);
    x->at = to + n;
    return true;
}

/* ---- Emphasis ---- */

static bool is_space(sm_char c) {
    return c == SM_CHAR_SPACE;
}

static bool is_sign(sm_char c) {
    return !is_space(c) && !sm_char_is_word(c) && c != SM_CHAR_EXTEND;
}

/* Whether a run opens or closes emphasis: "left-flanking" and "right-flanking" delimiter runs. */
static bool push_delimiter(scanner *x) {
    size_t n;
    uint32_t from = x->at, to = run_end(x, from);
    bool under = x->p[from] == '_';
    sm_char before = from > x->begin ? sm_char_at(x->p, sm_utf8_before(x->p, x->begin, from), from, &n) : SM_CHAR_SPACE;
    sm_char after = to < x->n ? sm_char_at(x->p, to, x->n, &n) : SM_CHAR_SPACE;
    bool left = !is_space(after) && (!is_sign(after) || is_space(before) || is_sign(before));
    bool right = !is_space(before) && (!is_sign(before) || is_space(after) || is_sign(after));
    sm_delimiter d = {.at = from, .n = to - from, .all = to - from, .sign = x->p[from]};
    d.opens = left && (!under || !right || is_sign(before));
    d.closes = right && (!under || !left || is_sign(after));
    x->at = to;
    return (!d.opens && !d.closes) || sm_vec_push(&x->s->delimiters, d, x->s->arena);
}

/* Two strike text out, as in GitHub's Markdown; one, or more than two, are text. */
static bool pass_tildes(scanner *x) {
    uint32_t end = run_end(x, x->at);
    if (end - x->at == 2)
        return push_delimiter(x);
    x->at = end;
    return true;
}

static bool pairs(const sm_delimiter *opener, const sm_delimiter *closer) {
    bool either = opener->closes || closer->opens;
    bool thirds = (opener->all + closer->all) % 3 == 0 && (opener->all % 3 != 0 || closer->all % 3 != 0);
    return opener->sign == closer->sign && !(either && thirds);
}

/* Delimiters [bottom, top) are open. Below its floor no opener is there for closers of a kind: each is looked for once,
 * and the whole takes time in proportion to the delimiters. */
typedef struct openers {
    size_t top, floor[18];
} openers;

static size_t kind_of(const sm_delimiter *d) {
    return (d->sign == '_' ? 6u : d->sign == '~' ? 12u : 0u) + (d->opens ? 3u : 0u) + d->all % 3;
}

static void drop_to(openers *o, size_t top) {
    o->top = top;
    for (size_t i = 0; i < sizeof o->floor / sizeof *o->floor; i++)
        if (o->floor[i] > top)
            o->floor[i] = top;
}

static void close_emphasis(scanner *x, openers *o, sm_delimiter *closer) {
    sm_delimiter *all = x->s->delimiters.at;
    while (closer->n > 0) {
        size_t *floor = &o->floor[kind_of(closer)], i = o->top;
        while (i > *floor && !pairs(&all[i - 1], closer))
            i--;
        if (i == *floor) {
            *floor = o->top;
            return;
        }
        sm_delimiter *opener = &all[i - 1];
        uint32_t n = opener->n >= 2 && closer->n >= 2 ? 2 : 1;
        opener->n -= n;
        closer->n -= n;
        mark(x, opener->at + opener->n, opener->at + opener->n + n, SM_SPAN_MARK);
        mark(x, closer->at, closer->at + n, SM_SPAN_MARK);
        closer->at += n;
        drop_to(o, opener->n > 0 ? i : i - 1);
    }
}

/* Pairs the delimiters from `bottom` on, and forgets them. */
static void match_delimiters(scanner *x, size_t bottom) {
    openers o = {.top = bottom};
    for (size_t i = 0; i < sizeof o.floor / sizeof *o.floor; i++)
        o.floor[i] = bottom;
    for (size_t i = bottom; i < x->s->delimiters.n; i++) {
        sm_delimiter d = x->s->delimiters.at[i];
        if (d.closes)
            close_emphasis(x, &o, &d);
        if (d.opens && d.n > 0)
            x->s->delimiters.at[o.top++] = d;
    }
    x->s->delimiters.n = bottom;
}

/* ---- Links and images ---- */

static bool push_bracket(scanner *x, bool image) {
    sm_bracket b = {.at = x->at, .delimiters = (uint32_t)x->s->delimiters.n, .image = image};
    if (x->s->brackets.n > 0)
        x->s->brackets.at[x->s->brackets.n - 1].nests = true;
    x->at += 1 + image;
    return sm_vec_push(&x->s->brackets, b, x->s->arena);
}

static uint32_t skip_spaces(const scanner *x, uint32_t at) {
    while (at < x->n && sm_ascii_is_space(x->p[at]))
        at++;
    return at;
}

/* Behind "(target "title")", or `at`. */
static uint32_t skip_inline_target(const scanner *x, uint32_t at) {
    if (!has(x, at, '('))
        return at;
    uint32_t target = skip_spaces(x, at + 1), end = sm_md_skip_target(x->p, target, x->n);
    uint32_t title = skip_spaces(x, end);
    if (title > end && end > target)
        title = skip_spaces(x, sm_md_skip_title(x->p, title, x->n));
    return has(x, title, ')') ? title + 1 : at;
}

static bool is_defined(const scanner *x, uint32_t from, uint32_t to) {
    return to > from && to - from <= SM_MD_LABEL && sm_md_defined(x->s->refs, x->p + from, to - from);
}

/* Where the link ends whose text ends at the ']' at x->at; 0: it is none. */
static uint32_t link_end(const scanner *x, const sm_bracket *b) {
    uint32_t close = x->at, behind = close + 1, text = b->at + 1 + b->image;
    uint32_t end = skip_inline_target(x, behind);
    if (end > behind)
        return end;
    bool own = !b->nests && is_defined(x, text, close);
    uint32_t label = has(x, behind, '[') ? sm_md_label_end(x->p, behind + 1, x->n) : x->n;
    if (label == x->n)
        return own ? behind : 0;
    bool defined = label > behind + 1 ? is_defined(x, behind + 1, label) : own;
    return defined ? label + 1 : 0;
}

/* "[^1]", or "[^1]:" where the note begins; 0: it is none. */
static uint32_t note_end(const scanner *x, const sm_bracket *b) {
    if (b->image || b->nests || x->at == b->at + 2 || !has(x, b->at + 1, '^'))
        return 0;
    return x->at + 1 + (b->at == x->begin && has(x, x->at + 1, ':'));
}

/* An image takes in those within it. */
static bool add_image(scanner *x, uint32_t from, uint32_t to) {
    sm_span image = {from, to};
    while (x->s->images.n > 0 && x->s->images.at[x->s->images.n - 1].from > from)
        x->s->images.n--;
    return sm_vec_push(&x->s->images, image, x->s->arena);
}

static bool close_bracket(scanner *x) {
    uint32_t from = x->at++;
    if (x->s->brackets.n == 0)
        return true;
    sm_bracket b = x->s->brackets.at[--x->s->brackets.n];
    bool active = b.image || x->s->brackets.n >= x->dead;
    if (x->dead > x->s->brackets.n)
        x->dead = x->s->brackets.n;
    x->at = from;
    uint32_t note = note_end(x, &b), end = note == 0 && active ? link_end(x, &b) : 0;
    x->at = note > 0 ? note : end > 0 ? end : from + 1;
    if (note > 0)
        mark(x, b.at, note, SM_SPAN_MARK);
    if (end == 0)
        return true;
    match_delimiters(x, b.delimiters);
    mark(x, b.at, b.at + 1 + b.image, SM_SPAN_MARK);
    mark(x, from, end, SM_SPAN_MARK);
    if (!b.image)
        x->dead = x->s->brackets.n; /* links hold no links */
    return !b.image || add_image(x, b.at, end);
}

/* ---- HTML ---- */

static const struct {
    const char *begin, *end;
} ENCLOSED[] = {{"<!--", "-->"}, {"<?", "?>"}, {"<![CDATA[", "]]>"}, {"<!", ">"}};

/* The end of a comment or the like; NONE if it has none, which is looked for once. */
static uint32_t enclosed_end(scanner *x, size_t kind) {
    const char *end = ENCLOSED[kind].end;
    size_t n = strlen(end);
    uint32_t at = x->at + (uint32_t)strlen(ENCLOSED[kind].begin);
    while (x->endless[kind] == 0 && at < x->n) {
        const char *found = memchr(x->p + at, end[0], x->n - at);
        if (found == NULL)
            break;
        at = (uint32_t)(found - x->p);
        if (x->n - at >= n && memcmp(found, end, n) == 0)
            return at + (uint32_t)n;
        at++;
    }
    x->endless[kind] = 1;
    return NONE;
}

static uint32_t skip_name(const scanner *x, uint32_t at) {
    while (at < x->n && (sm_ascii_is_alphanumeric(x->p[at]) || x->p[at] == '-'))
        at++;
    return at;
}

/* The end of a tag whose name ends at `at`: the first '>' that stands in no quotes. */
static uint32_t tag_end(const scanner *x, uint32_t at) {
    while (at < x->n && x->p[at] != '>' && x->p[at] != '<') {
        char c = x->p[at];
        bool quote = c == '"' || c == '\'';
        const char *close = quote ? memchr(x->p + at + 1, c, x->n - at - 1) : x->p + at;
        if (close == NULL)
            return NONE;
        at = (uint32_t)(close - x->p) + 1;
    }
    return has(x, at, '>') ? at + 1 : NONE;
}

static bool is_break(const scanner *x, uint32_t name, uint32_t end) {
    return end - name == 2 && sm_ascii_small(x->p[name]) == 'b' && sm_ascii_small(x->p[name + 1]) == 'r';
}

static bool pass_tag(scanner *x) {
    uint32_t from = x->at, name = from + 1 + has(x, from + 1, '/'), end = skip_name(x, name);
    bool letter = name < x->n && sm_ascii_is_letter(x->p[name]);
    bool parted = has(x, end, '>') || has(x, end, '/') || (end < x->n && sm_ascii_is_space(x->p[end]));
    uint32_t to = letter && parted ? tag_end(x, end) : NONE;
    if (to == NONE)
        return false;
    mark(x, from, to, SM_SPAN_MARK);
    if (is_break(x, name, end))
        mark(x, from, from + 1, SM_SPAN_BREAK);
    x->at = to;
    return true;
}

/* "<https://...>" and "<name@host>": what stands in the brackets is text. */
static bool pass_autolink(scanner *x) {
    uint32_t from = x->at + 1, to = from, name;
    while (to < x->n && (unsigned char)x->p[to] > ' ' && x->p[to] != '<' && x->p[to] != '>')
        to++;
    if (!has(x, to, '>'))
        return false;
    for (name = from; name < to && (sm_ascii_is_alphanumeric(x->p[name]) || strchr("+.-", x->p[name]) != NULL);)
        name++;
    bool scheme = x->p[name] == ':' && name - from >= 2 && sm_ascii_is_letter(x->p[from]);
    const char *at = memchr(x->p + from, '@', to - from);
    bool mail = at != NULL && at > x->p + from && at + 1 < x->p + to && !is_punctuation(x->p[from]);
    if (!scheme && !mail)
        return false;
    mark(x, x->at, from, SM_SPAN_MARK);
    mark(x, from, to, SM_SPAN_LITERAL);
    mark(x, to, to + 1, SM_SPAN_MARK);
    x->at = to + 1;
    return true;
}

static bool pass_enclosed(scanner *x) {
    for (size_t i = 0; i < sizeof ENCLOSED / sizeof *ENCLOSED; i++) {
        size_t n = strlen(ENCLOSED[i].begin);
        if (x->n - x->at <= n || memcmp(x->p + x->at, ENCLOSED[i].begin, n) != 0)
            continue;
        uint32_t to = i + 1 < sizeof ENCLOSED / sizeof *ENCLOSED || sm_ascii_is_letter(x->p[x->at + n])
                          ? enclosed_end(x, i)
                          : NONE;
        if (to == NONE)
            return false;
        mark(x, x->at, to, SM_SPAN_MARK);
        x->at = to;
        return true;
    }
    return false;
}

static void pass_angle(scanner *x) {
    if (!pass_autolink(x) && !pass_tag(x) && !pass_enclosed(x))
        x->at++;
}

/* ---- All of it ---- */

static bool step(scanner *x) {
    switch (x->p[x->at]) {
    case '\\':
        pass_escape(x);
        return true;
    case '`':
        return pass_code(x);
    case '*':
    case '_':
        return push_delimiter(x);
    case '~':
        return pass_tildes(x);
    case '[':
        return push_bracket(x, false);
    case '!':
        if (has(x, x->at + 1, '['))
            return push_bracket(x, true);
        x->at++;
        return true;
    case ']':
        return close_bracket(x);
    case '<':
        pass_angle(x);
        return true;
    default:
        x->at++;
        return true;
    }
}

bool sm_spans_find(sm_spans *spans, const char *text, uint32_t from, uint32_t to) {
    scanner x = {.s = spans, .p = text, .begin = from, .at = from, .n = to};
    spans->kinds.n = spans->images.n = spans->delimiters.n = spans->brackets.n = 0;
    if (!sm_vec_reserve(&spans->kinds, (size_t)to + 1, spans->arena))
        return false;
    memset(spans->kinds.at + from, SM_SPAN_TEXT, to - from);
    spans->kinds.n = to;
    while (x.at < to)
        if (!step(&x))
            return false;
    match_delimiters(&x, 0);
    return true;
}
