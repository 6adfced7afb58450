/* Logs of chats, and talk as plays and interviews print it. A message is a block, without its time and who wrote it:
 * "[12:34] <nick> ...", "03/05/2021, 10:02 - Jane: ...", "<nick> ...". Where there are no times, "Jane: ..." counts
 * only if most lines that begin a block are like that and the same few names recur: prose has colons too. */
#include "base/ascii.h"
#include "base/chars.h"
#include "base/hash.h"
#include "plain/look.h"
#include "plain/signs.h"
#include "plain/wrap.h"

#include <string.h>

sm_recognise_fn sm_recognise_chat;

enum {
    STAMP_BYTES = 40,
    NAME_BYTES = 40,
    NAME_WORDS = 4,
    PRESENCE_BYTES = 120,
    LEAST_MESSAGES = 3,
    LEAST_SPEECHES = 6,
    SAMPLE = 60,       /* lines that tell whether it is worth counting all */
    SPEECH_WIDTH = 45, /* of a first line that does not end a sentence */
    SLOTS = 1024
};

typedef struct message {
    size_t name, name_end; /* empty: none */
    size_t text;           /* where it begins */
    bool stamped;
} message;

/* "12:34" */
static bool has_clock(const char *text, size_t at, size_t end) {
    for (; at + 2 < end; at++)
        if (sm_ascii_is_digit(text[at]) && text[at + 1] == ':' && sm_ascii_is_digit(text[at + 2]))
            return true;
    return false;
}

/* "AM", "p.m." and the like; none: 0. */
static size_t half_of_day(const char *text, size_t at, size_t end) {
    static const char *const HALVES[] = {"am", "pm", "a.m.", "p.m.", NULL};
    size_t n = sm_look_any(text, at, end, HALVES);
    return at + n == end || !sm_ascii_is_alphanumeric(text[at + n]) ? n : 0;
}

static bool is_of_stamp(char c) {
    return sm_ascii_is_digit(c) || sm_ascii_is_one_of(c, ":.,/- TZ");
}

/* The mark that some messengers put before what they add themselves (U+200E), and white space behind it. */
static size_t skip_mark(const char *text, size_t at, size_t end) {
    return end - at > 3 && memcmp(text + at, "\xE2\x80\x8E", 3) == 0 ? sm_skip_spaces(text, at + 3, end) : at;
}

/* Where the date and time end that begin at `at`, or `at`: "2024-01-02 10:11:12", "3/5/21, 10:02 PM". */
static size_t skip_clock(const char *text, size_t at, size_t end) {
    size_t begin = at, n;
    while (at < end && at - begin < STAMP_BYTES && is_of_stamp(text[at]))
        at++;
    if (at < end && (n = half_of_day(text, at, end)) > 0)
        at += n;
    while (at > begin && (text[at - 1] == ' ' || text[at - 1] == '-'))
        at--;
    return at > begin && sm_ascii_is_digit(text[begin]) && has_clock(text, begin, at) ? at : begin;
}

/* The stamp, in brackets or followed by a dash or a space. */
static size_t skip_stamp(const char *text, size_t at, size_t end) {
    bool bracket = at < end && (text[at] == '[' || text[at] == '(');
    size_t behind = skip_clock(text, at + bracket, end), n;
    uint32_t code;
    if (behind == at + bracket || behind == end || (bracket && text[behind] != ']' && text[behind] != ')') ||
        (!bracket && text[behind] != ' '))
        return at;
    behind = sm_skip_spaces(text, behind + bracket, end);
    n = behind < end ? sm_utf8_decode(text + behind, end - behind, &code) : 0;
    return n > 0 && (code == '-' || code == 0x2013 || code == 0x2014) && behind + n < end && text[behind + n] == ' '
               ? sm_skip_spaces(text, behind + n, end)
               : behind;
}

/* "<nick> " */
static bool read_nick(const char *text, size_t end, message *m) {
    const char *close = memchr(text + m->text, '>', end - m->text < NAME_BYTES ? end - m->text : NAME_BYTES);
    size_t at = close != NULL ? (size_t)(close - text) : end;
    if (text[m->text] != '<' || at + 2 >= end || text[at + 1] != ' ' || at < m->text + 2)
        return false;
    m->name = m->text + 1;
    m->name_end = at;
    m->text = sm_skip_spaces(text, at + 1, end);
    return memchr(text + m->name, ' ', at - m->name) == NULL || m->stamped;
}

/* "Jane Doe: "; with a time before it, any few words will do. */
static bool read_name(const char *text, size_t end, message *m) {
    const char *colon = memchr(text + m->text, ':', end - m->text < NAME_BYTES ? end - m->text : NAME_BYTES);
    size_t at = colon != NULL ? (size_t)(colon - text) : end, words = 1, n;
    if (at + 2 >= end || at == m->text || text[at + 1] != ' ')
        return false;
    for (size_t i = m->text; i < at; i++) {
        words += text[i] == ' ';
        if (sm_ascii_is_one_of(text[i], ",;!?\"()[]"))
            return false;
    }
    if (words > NAME_WORDS || !(m->stamped || sm_char_at(text, m->text, at, &n) == SM_CHAR_UPPER))
        return false;
    m->name = m->text;
    m->name_end = at;
    m->text = skip_mark(text, sm_skip_spaces(text, at + 1, end), end);
    return m->text < end;
}

/* What a line is made of. */
static message read_message(const char *text, const sm_plain_line *l, bool names) {
    message m = {.text = skip_mark(text, l->begin, l->end)};
    size_t behind = skip_stamp(text, m.text, l->end);
    m.stamped = behind > m.text && behind < l->end;
    m.text = m.stamped ? behind : m.text;
    message with_name = m;
    if (text[m.text] == '<' ? read_nick(text, l->end, &with_name)
                            : (names || m.stamped) && read_name(text, l->end, &with_name))
        return with_name;
    return m;
}

/* Are there times, or nicks, at many lines? */
static bool is_chat(const sm_plain *plain) {
    size_t n = 0, hinted = plain->n_first['['] + plain->n_first['<'] + plain->n_first['('];
    for (int digit = '0'; digit <= '9'; digit++)
        hinted += plain->n_first[digit];
    if (hinted < LEAST_MESSAGES || 3 * hinted < plain->lines.n)
        return false;
    for (size_t i = 0; i < plain->lines.n; i++) {
        message m = read_message(plain->text, &plain->lines.at[i], false);
        n += sm_look_free(&plain->lines.at[i]) && m.name_end > 0;
    }
    return n >= LEAST_MESSAGES && 3 * n >= plain->lines.n;
}

/* "* jane has joined #pier", "<Media omitted>" */
static bool is_presence(const char *text, const sm_plain_line *l, bool named) {
    if (l->end - l->begin > PRESENCE_BYTES)
        return false;
    if (sm_sign_is(SM_SIGN_MEDIA, text, l->begin, l->end, NULL))
        return true;
    return !named && (text[l->begin] == '*' || sm_sign_is(SM_SIGN_PRESENCE, text, l->begin, l->end, NULL));
}

static void mark_message(const sm_plain *plain, sm_plain_line *l) {
    message m = read_message(plain->text, l, false);
    bool named = m.name_end > 0, marked = m.stamped || named;
    l->role = SM_ROLE_PARAGRAPH;
    l->begins = marked;
    l->begin = (uint32_t)m.text;
    l->dropped = marked && is_presence(plain->text, l, named);
}

static void mark_chat(sm_plain *plain) {
    bool begun = false;
    for (size_t i = 0; i < plain->lines.n; i++) {
        sm_plain_line *l = &plain->lines.at[i];
        begun = begun || read_message(plain->text, l, false).text > l->begin;
        if (begun && sm_look_free(l))
            mark_message(plain, l);
    }
}

/* How often names occur, by a hash of them: two that share a slot count as one. */
typedef struct names {
    uint32_t count[SLOTS];
    size_t n, n_recurring, n_different, n_blocks;
    size_t n_said; /* of the n, those that end as sentences do */
} names;

static uint32_t *slot_of(names *s, const char *text, const message *m) {
    return &s->count[sm_hash(0, text + m->name, m->name_end - m->name) & (SLOTS - 1)];
}

static bool ends_sentence(const sm_plain *plain, size_t i) {
    return sm_wrap_ends_sentence(plain->text, &plain->lines.at[i]);
}

static void sum_slots(names *s) {
    for (size_t i = 0; i < SLOTS; i++) {
        s->n_different += s->count[i] > 0;
        s->n_recurring += s->count[i] > 1 ? s->count[i] : 0;
    }
}

static void count_names(const sm_plain *plain, size_t n_lines, names *s) {
    bool speech = false;
    *s = (names){0};
    for (size_t i = 0; i < n_lines; i++) {
        const sm_plain_line *l = &plain->lines.at[i];
        message m = read_message(plain->text, l, true);
        bool named = sm_look_free(l) && m.name_end > 0, begins = named || i == 0 || l->gap > 0;
        s->n_said += speech && begins && ends_sentence(plain, i - 1);
        s->n_blocks += begins || ends_sentence(plain, i - 1);
        s->n += named;
        speech = begins ? named && (l->width >= SPEECH_WIDTH || ends_sentence(plain, i)) : speech;
        if (named)
            ++*slot_of(s, plain->text, &m);
    }
    s->n_said += speech && ends_sentence(plain, n_lines - 1);
    sum_slots(s);
}

/* Tables and forms have recurring labels too, but no sentences behind them. */
static bool is_talk(const names *s) {
    return s->n >= LEAST_SPEECHES && 2 * s->n >= s->n_blocks && 5 * s->n_recurring >= 4 * s->n &&
           3 * s->n_different <= s->n && s->n_different > 1 && 3 * s->n_said >= 2 * s->n;
}

static void mark_talk(sm_plain *plain, names *s) {
    for (size_t i = 0; i < plain->lines.n; i++) {
        sm_plain_line *l = &plain->lines.at[i];
        message m = read_message(plain->text, l, true);
        if (!sm_look_free(l) || m.name_end == 0 || *slot_of(s, plain->text, &m) < 2)
            continue;
        l->begins = true;
        l->begin = (uint32_t)m.text;
    }
}

bool sm_recognise_chat(sm_plain *plain, sm_arena *scratch) {
    names s;
    (void)scratch;
    if (is_chat(plain)) {
        mark_chat(plain);
        return true;
    }
    count_names(plain, plain->lines.n < SAMPLE ? plain->lines.n : SAMPLE, &s);
    if (s.n < LEAST_SPEECHES || 3 * s.n < s.n_blocks)
        return true;
    count_names(plain, plain->lines.n, &s);
    if (is_talk(&s))
        mark_talk(plain, &s);
    return true;
}
