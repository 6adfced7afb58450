/* The whole text as Markdown: sentences of the summary strong, key phrases emphasised.
 *
 * Whether an asterisk or underscore begins or ends emphasis hangs on the characters beside it (CommonMark, "Emphasis and
 * strong emphasis": flanking): not on white space within, and where one side is punctuation, the other has to be white
 * space or punctuation; an underscore has to have either outside. So marks are put when the next word is known, behind
 * the last word and before the space, and the last character is held back until then. Where a sign would be nothing
 * but itself, the character outside of it is written as a reference ("&#28207;"): it reads as the same, and its & and ;
 * are punctuation.
 *
 * Phrases have underscores, within words (as where words are not parted by spaces) single asterisks. These never touch
 * the two of a sentence; then the rule of three (the sum of both lengths is 3) keeps them apart. */
#include "output/highlight.h"
#include "output/markdown.h"

#include "base/chars.h"

/* What a character is to a sign beside it. */
typedef enum flank {
    FLANK_SPACE,
    FLANK_MARK,  /* punctuation, for every version of CommonMark */
    FLANK_DOUBT, /* for some: symbols are since 0.31 */
    FLANK_LETTER
} flank;

typedef struct writing {
    sm_markdown *page;
    sm_marked walk;
    sm_markdown_text block;
    sm_markdown_text held;             /* its last character is not put yet */
    size_t held_from, held_to;         /* equal: nothing is held */
    flank last;                        /* the character before, put or held */
    bool space;                        /* goes before the next word */
    bool chosen, phrase;               /* the next word is in these */
    bool sentence_ended, phrase_ended; /* since the last word */
    bool strong;                       /* is open */
    char sign;                         /* of the phrase that is open, or '\0' */
} writing;

/* ---- Characters ---- */

static bool is_kana_mark(uint32_t code) {
    return code == 0x30A0 || code == 0x30FB || code == 0x309B || code == 0x309C;
}

/* Signs of this block are still added. */
static bool is_new_mark(uint32_t code) {
    return code >= 0x2E00 && code < 0x2E80;
}

static flank flank_of(uint32_t code) {
    switch (sm_char_of(code)) {
    case SM_CHAR_SPACE:
        return FLANK_SPACE;
    case SM_CHAR_IDEOGRAPH:
        return is_kana_mark(code) ? FLANK_DOUBT : FLANK_LETTER;
    case SM_CHAR_LOWER:
    case SM_CHAR_UPPER:
    case SM_CHAR_DIGIT:
    case SM_CHAR_EXTEND:
        return FLANK_LETTER;
    case SM_CHAR_OTHER:
        return code < 0x80 ? FLANK_MARK : FLANK_DOUBT;
    default:
        return is_new_mark(code) ? FLANK_DOUBT : FLANK_MARK;
    }
}

static bool parts(flank f) {
    return f == FLANK_SPACE || f == FLANK_MARK;
}

static void put_reference(writing *w, uint32_t code) {
    sm_put_string(w->page->sink, "&#");
    sm_put_count(w->page->sink, code);
    sm_put(w->page->sink, ";", 1);
}

static void put_held(writing *w, bool as_reference) {
    uint32_t code;
    if (w->held_to == w->held_from)
        return;
    if (as_reference) {
        sm_utf8_decode(w->held.text + w->held_from, w->held_to - w->held_from, &code);
        put_reference(w, code);
        w->last = FLANK_MARK;
    } else {
        sm_markdown_put(&w->held, w->held_from, w->held_to, w->page->sink);
    }
    w->held_from = w->held_to;
}

/* ---- Marks ---- */

/* What becomes of them before a word. */
typedef struct change {
    bool closes_strong, opens_strong, closes_phrase, opens_phrase;
    flank before, next; /* beside the outermost sign, where no space is */
} change;

static change change_of(const writing *w, flank next) {
    change c = {.before = w->last, .next = next};
    c.closes_strong = w->strong && (!w->chosen || (w->sentence_ended && w->space));
    c.opens_strong = w->chosen && (!w->strong || c.closes_strong);
    bool cut = c.closes_strong || c.opens_strong || (w->phrase_ended && w->space);
    c.closes_phrase = w->sign != '\0' && (!w->phrase || cut);
    c.opens_phrase = w->phrase && (w->sign == '\0' || c.closes_phrase);
    return c;
}

/* How a phrase ends. */
typedef enum ending {
    ENDS_SENTENCE,
    ENDS_APART, /* before white space or punctuation */
    ENDS_WITHIN
} ending;

/* Looks no further than the phrase goes, and to the next word. */
static ending ending_of(const writing *w) {
    sm_marked ahead = w->walk;
    sm_event event;
    uint32_t code;
    bool within = true, space = false;
    while (sm_marked_next(&ahead, &event) && event.kind != SM_EVENT_SENTENCE_END) {
        if (event.kind == SM_EVENT_PHRASES)
            within = event.n_phrases > 0;
        space = event.kind == SM_EVENT_SPACE || (space && event.kind != SM_EVENT_WORD);
        if (space && !within)
            return ENDS_APART;
        if (event.kind != SM_EVENT_WORD || within)
            continue;
        sm_utf8_decode(event.text, event.n_bytes, &code);
        return parts(flank_of(code)) ? ENDS_APART : ENDS_WITHIN;
    }
    return ENDS_SENTENCE;
}

static char sign_for(const writing *w, const change *c) {
    bool touches = c->opens_strong || (c->closes_strong && !w->space);
    bool apart = w->space || touches || parts(c->before);
    ending end = ending_of(w);
    return touches || end == ENDS_SENTENCE || (apart && end == ENDS_APART) ? '_' : '*';
}

static void close_marks(writing *w, const change *c) {
    sm_put(w->page->sink, &w->sign, c->closes_phrase);
    sm_put(w->page->sink, "**", c->closes_strong ? 2 : 0);
    if (c->closes_phrase)
        w->sign = '\0';
    w->strong = w->strong && !c->closes_strong;
}

static void open_marks(writing *w, const change *c, char sign) {
    sm_put(w->page->sink, "**", c->opens_strong ? 2 : 0);
    sm_put(w->page->sink, &sign, c->opens_phrase);
    w->strong = w->strong || c->opens_strong;
    if (c->opens_phrase)
        w->sign = sign;
}

/* Would the sign that opens first not do so? Two asterisks are safe whatever follows, as that may yet become a
 * reference. */
static bool opens_badly(const change *c, char sign) {
    return !parts(c->before) && (c->opens_strong || sign == '_' || c->next != FLANK_LETTER);
}

/* Would the sign that closes last not do so? */
static bool closes_badly(const writing *w, const change *c) {
    bool underscore = !c->closes_strong && w->sign == '_';
    bool behind_mark = c->closes_strong && c->closes_phrase;
    return !parts(c->next) && (underscore || behind_mark || c->before != FLANK_LETTER);
}

/* Returns whether the next character has to be a reference. */
static bool put_marks(writing *w, flank next) {
    change c = change_of(w, next);
    bool closes = c.closes_phrase || c.closes_strong, opens = c.opens_phrase || c.opens_strong;
    char sign = '\0';
    if (c.opens_phrase)
        sign = sign_for(w, &c);
    put_held(w, opens && !closes && !w->space && opens_badly(&c, sign));
    bool refer = closes && !opens && !w->space && closes_badly(w, &c);
    close_marks(w, &c);
    sm_put(w->page->sink, " ", w->space);
    open_marks(w, &c, sign);
    w->space = w->sentence_ended = w->phrase_ended = false;
    return refer;
}

/* ---- Words ---- */

/* The text of a word and where it ends there; bytes that are no UTF-8 are put as U+FFFD, which stands elsewhere. */
static size_t find_word(const writing *w, const sm_event *event, sm_markdown_text *text) {
    const char *all = w->walk.whole->text;
    size_t end = w->walk.at, n = event->n_bytes;
    *text = w->block;
    if (end >= n && event->text == all + end - n)
        return end - (size_t)(w->block.text - all);
    *text = (sm_markdown_text){event->text, n, false};
    return n;
}

/* All but the last character. */
static void put_word(writing *w, const sm_event *event) {
    sm_markdown_text text;
    uint32_t code;
    size_t to = find_word(w, event, &text), from = to - event->n_bytes;
    size_t length = sm_utf8_decode(event->text, event->n_bytes, &code);
    if (put_marks(w, flank_of(code))) {
        put_reference(w, code);
        from += length;
        w->last = FLANK_MARK;
    }
    w->held = text;
    w->held_from = w->held_to = to;
    if (from == to)
        return;
    w->held_from = sm_utf8_before(text.text, from, to);
    sm_utf8_decode(text.text + w->held_from, to - w->held_from, &code);
    w->last = flank_of(code);
    sm_markdown_put(&text, from, w->held_from, w->page->sink);
}

/* ---- Code: nothing within is markup, so nothing is marked ---- */

static size_t longest_run(const sm_markdown_text *block, char c) {
    size_t longest = 0, n = 0;
    for (size_t i = 0; i < block->n; i++) {
        n = block->text[i] == c ? n + 1 : 0;
        longest = n > longest ? n : longest;
    }
    return longest;
}

static void put_fence(writing *w) {
    size_t n = longest_run(&w->block, '`') + 1;
    for (size_t i = 0; i < n || i < 3; i++)
        sm_put(w->page->sink, "`", 1);
    sm_put(w->page->sink, "\n", 1);
}

static void put_code(writing *w) {
    sm_event event;
    put_fence(w);
    while (sm_marked_next(&w->walk, &event) && event.kind != SM_EVENT_BLOCK_END)
        if (event.kind == SM_EVENT_WORD)
            sm_put(w->page->sink, event.text, event.n_bytes);
        else if (event.kind == SM_EVENT_SPACE || event.kind == SM_EVENT_LINE)
            sm_put(w->page->sink, event.kind == SM_EVENT_SPACE ? " " : "\n", 1);
    sm_put(w->page->sink, "\n", 1);
    put_fence(w);
}

/* ---- Blocks ---- */

static summ_role role_of(sm_shape shape) {
    switch (shape) {
    case SM_SHAPE_TITLE:
        return SUMM_ROLE_TITLE;
    case SM_SHAPE_HEADING:
        return SUMM_ROLE_HEADING;
    case SM_SHAPE_ITEM:
        return SUMM_ROLE_ITEM;
    case SM_SHAPE_QUOTE:
        return SUMM_ROLE_QUOTE;
    case SM_SHAPE_PARAGRAPH:
    case SM_SHAPE_ASIDE:
    case SM_SHAPE_CODE:
        break;
    }
    return SUMM_ROLE_PARAGRAPH;
}

static sm_markdown_text block_of(const sm_whole *whole, size_t first) {
    size_t begin = whole->ranges[first].begin, last = first;
    while (last + 1 < whole->n && whole->sentences[last + 1].block == whole->sentences[first].block)
        last++;
    bool heading = whole->shapes[first] == SM_SHAPE_TITLE || whole->shapes[first] == SM_SHAPE_HEADING;
    return (sm_markdown_text){whole->text + begin, whole->ranges[last].end - begin, !heading};
}

static void begin_block(writing *w, size_t sentence) {
    const sm_whole *whole = w->walk.whole;
    const char *file = sm_highlight_file(w->page->report, sentence);
    if (file != NULL)
        sm_markdown_put_file(w->page, file);
    w->block = block_of(whole, sentence);
    w->held_from = w->held_to = 0;
    w->last = FLANK_SPACE;
    sm_markdown_begin(w->page, role_of(whole->shapes[sentence]), whole->sentences[sentence].level);
    if (whole->shapes[sentence] == SM_SHAPE_CODE)
        put_code(w);
}

static void end_block(writing *w) {
    w->space = false;
    put_marks(w, FLANK_SPACE);
    sm_put(w->page->sink, "\n", 1);
}

/* ---- Events ---- */

static void put_event(writing *w, const sm_event *event) {
    switch (event->kind) {
    case SM_EVENT_BLOCK:
        begin_block(w, event->sentence);
        break;
    case SM_EVENT_SENTENCE:
        w->chosen = w->walk.whole->chosen[event->sentence];
        break;
    case SM_EVENT_PHRASES:
        w->phrase = event->n_phrases > 0;
        w->phrase_ended = w->phrase_ended || !w->phrase;
        break;
    case SM_EVENT_WORD:
        put_word(w, event);
        break;
    case SM_EVENT_SPACE:
        w->space = w->last != FLANK_SPACE;
        break;
    case SM_EVENT_SENTENCE_END:
        w->chosen = false;
        w->sentence_ended = true;
        break;
    case SM_EVENT_BLOCK_END:
        end_block(w);
        break;
    case SM_EVENT_BREAK:
    case SM_EVENT_LINE:
        break;
    }
}

void sm_markdown_put_whole(sm_markdown *page) {
    writing w = {.page = page};
    sm_event event;
    if (page->report->whole == NULL)
        return;
    sm_marked_begin(&w.walk, page->report->whole);
    while (!page->sink->failed && sm_marked_next(&w.walk, &event))
        put_event(&w, &event);
}
