/* Subtitles, SubRip and WebVTT: numbers, times, settings and notes go, as do markup and what is heard but not said; the
 * lines of the cues become paragraphs. */
#include "base/ascii.h"
#include "base/chars.h"
#include "plain/look.h"
#include "plain/wrap.h"

#include <string.h>

sm_recognise_fn sm_recognise_subtitles;

enum {
    PAUSE = 1500,      /* milliseconds after which a sentence begins a paragraph */
    LONG_PAUSE = 5000, /* and anything else */
    LONG_BLOCK = 400,  /* bytes after which a sentence begins one */
    LONG_OPEN = 300,   /* bytes without the end of a sentence, as machines caption, after which anything does */
    HEAD_LINES = 100,  /* within which WebVTT has its first cue */
    LONG_TAG = 80      /* markup is no longer */
};

typedef SM_VEC(sm_plain_line) pieces;

typedef struct reader {
    const sm_plain *plain;
    const char *text;
    sm_arena *scratch;
    pieces out;
    uint8_t signs;        /* of any piece that is kept */
    size_t first;         /* piece of the line at hand */
    SM_VEC(char) said;    /* bytes of the line that was kept last, but for spaces */
    uint64_t from, until; /* times of the cue at hand, and when the one of the last line ended */
    uint64_t ended;
    size_t n_block, n_open; /* bytes of the paragraph, and since a sentence ended */
    bool pause;
} reader;

/* "01:02:03,400" or "02:03.400" from *at on, in milliseconds; parts of seconds do not count. */
static bool read_time(const char *text, size_t *at, size_t end, uint64_t *time) {
    uint64_t value = 0, part = 0;
    size_t colons = 0, i = *at;
    for (; i < end && (sm_ascii_is_digit(text[i]) || text[i] == ':') && i - *at < 12; i++) {
        bool colon = text[i] == ':';
        value = colon ? 60 * (value + part) : value;
        part = colon ? 0 : 10 * part + (uint64_t)(text[i] - '0');
        colons += colon;
    }
    if (colons == 0 || i + 1 >= end || (text[i] != ',' && text[i] != '.') || !sm_ascii_is_digit(text[i + 1]))
        return false;
    for (i++; i < end && sm_ascii_is_digit(text[i]); i++)
        ;
    *at = i;
    *time = 1000 * (value + part);
    return true;
}

/* "00:00:01,000 --> 00:00:04,000", and settings behind it. */
static bool is_timing(const char *text, const sm_plain_line *l, uint64_t *from, uint64_t *until) {
    size_t at = l->begin;
    if (!sm_ascii_is_digit(text[at]) || !read_time(text, &at, l->end, from))
        return false;
    at = sm_skip_spaces(text, at, l->end);
    if (l->end - at < 4 || memcmp(text + at, "-->", 3) != 0)
        return false;
    at = sm_skip_spaces(text, at + 3, l->end);
    return at < l->end && read_time(text, &at, l->end, until);
}

static bool is_timing_at(const reader *r, size_t i) {
    uint64_t from, until;
    return i < r->plain->lines.n && is_timing(r->text, &r->plain->lines.at[i], &from, &until);
}

static bool is_number(const char *text, const sm_plain_line *l) {
    uint32_t at = l->begin;
    while (at < l->end && sm_ascii_is_digit(text[at]))
        at++;
    return at == l->end;
}

/* What stands before the time of a cue. */
static bool is_id(const reader *r, size_t i) {
    const sm_plain_line *l = &r->plain->lines.at[i];
    return is_timing_at(r, i + 1) && (is_number(r->text, l) || ((i == 0 || l->gap > 0) && l[1].gap == 0));
}

static bool begins_with(const reader *r, size_t i, const char *word) {
    const sm_plain_line *l = &r->plain->lines.at[i];
    size_t behind = l->begin + strlen(word);
    return sm_look_starts(r->text, l, word) && (behind == l->end || sm_ascii_is_space(r->text[behind]));
}

/* The head of WebVTT, notes, styles: up to a blank line. */
static bool begins_note(const reader *r, size_t i) {
    bool free = i == 0 || r->plain->lines.at[i].gap > 0;
    return free && ((i == 0 && begins_with(r, i, "WEBVTT")) || begins_with(r, i, "NOTE") ||
                    begins_with(r, i, "STYLE") || begins_with(r, i, "REGION"));
}

static size_t find(const char *text, size_t at, size_t end, char c) {
    size_t most = end - at > LONG_TAG ? at + LONG_TAG : end;
    for (size_t i = at + 1; i < most; i++)
        if (text[i] == c)
            return i + 1;
    return at;
}

/* Where the markup ends that begins at `at`; `at` if there is none: "<i>", "{\an8}", "[MUSIC]". */
static size_t markup_end(const char *text, size_t at, size_t end) {
    bool tag = text[at] == '<' && at + 1 < end && (sm_ascii_is_alphanumeric(text[at + 1]) || text[at + 1] == '/');
    if (tag)
        return find(text, at, end, '>');
    if (text[at] == '{' && at + 1 < end && text[at + 1] == '\\')
        return find(text, at, end, '}');
    return text[at] == '[' ? find(text, at, end, ']') : at;
}

/* The text between two pieces of markup, if there is any. */
static bool add_piece(reader *r, const sm_plain_line *l, size_t begin, size_t end, bool *spaced) {
    size_t from = sm_skip_spaces(r->text, begin, end), to = sm_skip_spaces_back(r->text, from, end);
    sm_plain_line piece = *l;
    *spaced = *spaced || from > begin;
    if (from == to)
        return true;
    piece.begin = (uint32_t)from;
    piece.end = (uint32_t)to;
    piece.role = SM_ROLE_PARAGRAPH;
    piece.goes_on = true;
    piece.tight = r->out.n > r->first && !*spaced;
    *spaced = to < end;
    return sm_vec_push(&r->out, piece, r->scratch);
}

static bool cut(reader *r, const sm_plain_line *l) {
    bool spaced = true;
    size_t begin = l->begin, at = begin;
    while (at < l->end) {
        size_t end = markup_end(r->text, at, l->end);
        if (end > at && !add_piece(r, l, begin, at, &spaced))
            return false;
        begin = end > at ? end : begin;
        at = end > at ? end : at + 1;
    }
    return add_piece(r, l, begin, l->end, &spaced);
}

/* Has the line at hand the words of the line that was kept last? */
static bool is_repeated(const reader *r) {
    size_t n = 0;
    for (size_t i = r->first; i < r->out.n; i++)
        for (uint32_t at = r->out.at[i].begin; at < r->out.at[i].end; at++)
            if (r->text[at] != ' ' && (n == r->said.n || r->said.at[n++] != r->text[at]))
                return false;
    return n == r->said.n;
}

/* Leaves the words of the line at hand, which has that many bytes, for the next one. False: no memory. */
static bool remember(reader *r, size_t n_bytes) {
    r->said.n = 0;
    if (!sm_vec_reserve(&r->said, n_bytes, r->scratch))
        return false;
    for (size_t i = r->first; i < r->out.n; i++)
        for (uint32_t at = r->out.at[i].begin; at < r->out.at[i].end; at++)
            if (r->text[at] != ' ')
                r->said.at[r->said.n++] = r->text[at];
    return true;
}

/* Music, and what stands in brackets as a whole. */
static bool is_sound(const reader *r) {
    const sm_plain_line *begin = &r->out.at[r->first], *end = &r->out.at[r->out.n - 1];
    uint32_t code;
    sm_utf8_decode(r->text + begin->begin, begin->end - begin->begin, &code);
    return code == 0x266A || code == 0x266B || (code == '(' && r->text[end->end - 1] == ')' && begin == end);
}

/* "- ", ">> ": another one speaks. */
static bool skip_dash(const reader *r, sm_plain_line *l) {
    uint32_t code;
    size_t at = l->begin, n = sm_utf8_decode(r->text + at, l->end - at, &code);
    if (code != '-' && code != 0x2013 && code != 0x2014 && !(code == '>' && at + 1 < l->end && r->text[at + 1] == '>'))
        return false;
    at = sm_skip_spaces(r->text, at + n + (code == '>'), l->end);
    if (at < l->end)
        l->begin = (uint32_t)at;
    return true;
}

/* Does the line at hand begin a paragraph? */
static bool begins(const reader *r, bool dash) {
    uint64_t pause = r->from > r->ended ? r->from - r->ended : 0;
    if (dash || r->said.n == 0 || pause >= LONG_PAUSE || r->n_open >= LONG_OPEN)
        return true;
    return r->n_open == 0 && (pause >= PAUSE || r->n_block >= LONG_BLOCK);
}

/* Within a line a hyphen parts no word. */
static void measure(reader *r) {
    for (size_t i = r->first; i < r->out.n; i++) {
        sm_plain_line *l = &r->out.at[i];
        sm_plain_line_measure(r->text, l);
        if (i + 1 < r->out.n)
            l->signs &= (uint8_t)~SM_SIGN_HYPHEN;
        r->signs |= l->signs;
    }
}

/* False: no memory. */
static bool keep(reader *r) {
    sm_plain_line *l = &r->out.at[r->first];
    size_t n = l->end - l->begin;
    l->begins = begins(r, skip_dash(r, l));
    for (size_t i = r->first + 1; i < r->out.n; i++)
        n += r->out.at[i].end - r->out.at[i].begin;
    measure(r);
    bool ended = sm_wrap_ends_sentence(r->text, &r->out.at[r->out.n - 1]);
    r->n_block = (l->begins ? 0 : r->n_block) + n;
    r->n_open = ended ? 0 : (l->begins ? 0 : r->n_open) + n;
    r->ended = r->until;
    return remember(r, n);
}

/* A line of a cue; one that the cue before had already, as captions roll, goes. False: no memory. */
static bool read_line(reader *r, const sm_plain_line *l) {
    r->first = r->out.n;
    if (!cut(r, l))
        return false;
    if (r->out.n == r->first)
        return true;
    if (!is_sound(r) && !is_repeated(r))
        return keep(r);
    r->out.n = r->first;
    return true;
}

static bool read_cues(reader *r) {
    bool note = false;
    for (size_t i = 0; i < r->plain->lines.n; i++) {
        const sm_plain_line *l = &r->plain->lines.at[i];
        bool timing = is_timing(r->text, l, &r->from, &r->until);
        bool id = !timing && is_id(r, i);
        note = !timing && !id && (begins_note(r, i) || (note && l->gap == 0));
        if (!timing && !note && !id && !read_line(r, l))
            return false;
    }
    return true;
}

/* WebVTT, or the time of a cue at the begin. */
static bool are_subtitles(const reader *r) {
    size_t i = begins_with(r, 0, "WEBVTT") ? HEAD_LINES : 1;
    while (i > 0 && !is_timing_at(r, i))
        i--;
    return is_timing_at(r, i) && (i != 1 || begins_with(r, 0, "WEBVTT") || is_id(r, 0));
}

bool sm_recognise_subtitles(sm_plain *plain, sm_arena *scratch) {
    reader r = {.plain = plain, .text = plain->text, .scratch = scratch};
    if (plain->lines.n < 2 || !are_subtitles(&r))
        return true;
    if (!read_cues(&r))
        return false;
    if (r.out.n > 0) {
        plain->lines.at = r.out.at;
        plain->lines.n = r.out.n;
        plain->lines.cap = r.out.cap;
        plain->signs = r.signs;
    }
    return true;
}
