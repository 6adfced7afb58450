/* Messages: one at the begin of a text, those of an mbox, and what was pasted from one. Of a message its own words
 * stay: not its head but for the subject, the words of others that it answers to, its signature, the footer of a
 * mailing list, armour. Where a message has no words of its own, those it quotes stay. */
#include "base/ascii.h"
#include "base/chars.h"
#include "plain/look.h"
#include "plain/mailhead.h"
#include "plain/signs.h"

#include <string.h>

sm_recognise_fn sm_recognise_mail;

enum {
    OWN_BYTES = 40, /* fewer are no words of one's own: "Thanks!" */
    SIGNATURE_LINES = 12,
    RULE_BYTES = 20, /* underscores above a footer */
    WROTE_BYTES = 200
};

typedef struct mail {
    sm_plain *plain;
    const char *text;
    sm_plain_line *lines;
    size_t body, end; /* lines of the message at hand */
    bool evident;     /* that it is a message */
    bool titled;
    size_t armour;     /* line where it began, or SIZE_MAX */
    bool part_dropped; /* MIME: web page, picture */
    size_t poor_end;   /* where the head ends that was read last and lacks something, and how many fields, at least, */
    uint32_t poor_least; /* were too many to ask for */
} mail;

static size_t n_bytes(const sm_plain_line *l) {
    return l->end - l->begin;
}

static bool starts(const mail *m, size_t i, const char *word) {
    return sm_look_starts(m->text, &m->lines[i], word);
}

static void drop(mail *m, size_t from, size_t to) {
    for (size_t i = from; i < to; i++)
        if (m->lines[i].role != SM_ROLE_TITLE)
            m->lines[i].dropped = true;
}

static bool is_quoted(const mail *m, size_t i) {
    char c = m->text[m->lines[i].begin];
    return c == '>' ||
           (c == '|' && m->evident && memchr(m->text + m->lines[i].begin + 1, '|', n_bytes(&m->lines[i]) - 1) == NULL);
}

/* How many lines, up to i, say who wrote what is quoted from the next one on. */
static size_t count_wrote(const mail *m, size_t i) {
    const sm_plain_line *l = &m->lines[i];
    if (m->text[l->end - 1] != ':' || n_bytes(l) > WROTE_BYTES)
        return 0;
    if (sm_sign_is(SM_SIGN_WROTE, m->text, l->begin, l->end, NULL))
        return 1;
    if (i > m->body && l->gap == 0 && n_bytes(l - 1) <= WROTE_BYTES &&
        sm_sign_is(SM_SIGN_WROTE, m->text, l[-1].begin, l->end, NULL))
        return 2;
    return sm_sign_is(SM_SIGN_WRITES, m->text, l->begin, l->end, NULL);
}

/* Drops who wrote the quotations, which is a sign of a message in itself. */
static void drop_wrote(mail *m) {
    for (size_t i = m->body + 1; i < m->end; i++) {
        if (m->lines[i].gap > 1 || !is_quoted(m, i) || is_quoted(m, i - 1))
            continue;
        size_t n = count_wrote(m, i - 1);
        drop(m, i - n, i);
        m->evident = m->evident || n > 0;
    }
}

/* "-----Original Message-----", "Begin forwarded message:" */
static bool is_forward(const mail *m, size_t i) {
    size_t at = m->lines[i].begin, end = m->lines[i].end;
    bool dashed = m->text[at] == '-';
    char last = m->text[end - 1];
    while (at < end && (m->text[at] == '-' || m->text[at] == ' '))
        at++;
    return (dashed ? last == '-' : last == ':') && at < end && sm_sign_is(SM_SIGN_FORWARD, m->text, at, end, NULL);
}

static bool is_rule(const mail *m, size_t i) {
    size_t at = m->lines[i].begin;
    while (at < m->lines[i].end && m->text[at] == '_')
        at++;
    return at == m->lines[i].end && n_bytes(&m->lines[i]) >= RULE_BYTES;
}

/* The head of a message within a message, from line i on, with that many fields; returns where it ends. A head that lacks
 * something is not read again from a line within it: what begins there ends where it does, or at once, and has no
 * more. */
static size_t drop_inner_head(mail *m, size_t i, uint32_t least) {
    if (i < m->poor_end && least >= m->poor_least)
        return i;
    sm_mail_head head = sm_mail_head_at(m->plain, i, m->end);
    if (head.n_known < least || !head.sender) {
        m->poor_end = head.end;
        m->poor_least = head.sender ? head.n_known + 1 : 0;
        return i;
    }
    sm_mail_head_drop(m->plain, i, &head, &m->titled);
    m->lines[i].begins = true;
    return head.end;
}

static bool is_list_footer(const mail *m, size_t from, size_t to) {
    for (size_t i = from; i < to; i++)
        if (sm_sign_is(SM_SIGN_LIST, m->text, m->lines[i].begin, m->lines[i].end, NULL))
            return true;
    return false;
}

/* A signature or footer ends with the message, or before what it quotes or forwards. */
static size_t tail_end(const mail *m, size_t i) {
    size_t end = i + 1;
    while (end < m->end && end - i <= SIGNATURE_LINES && !is_quoted(m, end) && !is_rule(m, end) &&
           !is_forward(m, end) && !starts(m, end, "--"))
        end++;
    return end;
}

static size_t judge_rule(mail *m, size_t i) {
    size_t end = tail_end(m, i), inner = i + 1 < m->end ? drop_inner_head(m, i + 1, 2) : i + 1;
    drop(m, i, i + 1);
    if (inner > i + 1)
        return inner;
    if (end - i <= SIGNATURE_LINES && is_list_footer(m, i, end))
        drop(m, i, end);
    return i + 1;
}

static bool is_part_field(const mail *m, size_t i) {
    return i < m->end && m->lines[i].gap == 0 && sm_sign_fits("content-*", m->text, m->lines[i].begin, m->lines[i].end);
}

/* "--abc" before the fields of a part, "--abc--" behind the last. */
static bool is_boundary(const mail *m, size_t i) {
    const char *line = m->text + m->lines[i].begin;
    size_t n = n_bytes(&m->lines[i]);
    if (n < 3 || line[2] == '-' || memchr(line, ' ', n) != NULL)
        return false;
    return is_part_field(m, i + 1) || (line[n - 2] == '-' && line[n - 1] == '-');
}

static size_t judge_boundary(mail *m, size_t i) {
    size_t end = i + 1;
    m->part_dropped = false;
    for (; is_part_field(m, end) || (end > i + 1 && end < m->end && m->lines[end].gap == 0 && m->lines[end].indent > 0);
         end++)
        m->part_dropped =
            m->part_dropped || sm_sign_is(SM_SIGN_PART, m->text, m->lines[end].begin, m->lines[end].end, NULL);
    drop(m, i, end);
    return end;
}

static void judge_armour(mail *m, size_t i) {
    if (starts(m, i, "-----END ")) {
        drop(m, m->armour != SIZE_MAX ? m->armour : i, i + 1);
        m->armour = SIZE_MAX;
    } else if (starts(m, i, "-----BEGIN PGP SIGNED")) {
        bool hash = i + 1 < m->end && starts(m, i + 1, "Hash: ");
        drop(m, i, i + 1 + hash);
    } else {
        m->armour = i;
    }
}

/* A line that begins with a hyphen; returns where the next one to look at is. */
static size_t judge_dashes(mail *m, size_t i) {
    size_t n = n_bytes(&m->lines[i]);
    if (starts(m, i, "-----BEGIN ") || starts(m, i, "-----END "))
        judge_armour(m, i);
    if (!m->evident || n < 2 || m->text[m->lines[i].begin + 1] != '-')
        return i + 1;
    if (n == 2) {
        size_t end = tail_end(m, i);
        drop(m, i, end - i <= SIGNATURE_LINES ? end : i + 1);
    } else if (is_boundary(m, i)) {
        return judge_boundary(m, i);
    }
    return i + 1;
}

static size_t judge_line(mail *m, size_t i) {
    char c = m->text[m->lines[i].begin];
    if (is_forward(m, i)) {
        drop(m, i, i + 1);
        return i + 1 < m->end ? drop_inner_head(m, i + 1, 1) : i + 1;
    }
    if (m->part_dropped && !starts(m, i, "--"))
        drop(m, i, i + 1);
    if (c == '-')
        return judge_dashes(m, i);
    if (c == '_' && m->evident && is_rule(m, i))
        return judge_rule(m, i);
    bool inner = m->evident && m->lines[i].gap > 0 &&
                 sm_sign_is(SM_SIGN_SENDER, m->text, m->lines[i].begin, m->lines[i].end, NULL);
    size_t behind = inner ? drop_inner_head(m, i, 3) : i;
    return behind > i ? behind : i + 1;
}

static void judge_lines(mail *m) {
    m->armour = SIZE_MAX;
    m->part_dropped = false;
    for (size_t i = m->body; i < m->end;)
        i = judge_line(m, i);
}

static bool has_own_text(const mail *m) {
    size_t n = 0;
    for (size_t i = m->body; i < m->end && n < OWN_BYTES; i++)
        n += m->lines[i].dropped || m->lines[i].role == SM_ROLE_TITLE || is_quoted(m, i) ? 0 : n_bytes(&m->lines[i]);
    return n >= OWN_BYTES;
}

/* Where the words of a quotation begin: behind the "> > " and white space. */
static uint32_t skip_marks(const mail *m, const sm_plain_line *l) {
    size_t at = l->begin, marks;
    do {
        for (marks = at; at < l->end && (m->text[at] == '>' || m->text[at] == '|'); at++)
            ;
        at = sm_skip_spaces(m->text, at, l->end);
    } while (at > marks);
    return (uint32_t)at;
}

/* Takes the "> > " away. A line of nothing else parts paragraphs. */
static void unquote(mail *m, size_t i) {
    sm_plain_line *l = &m->lines[i];
    uint32_t at = skip_marks(m, l);
    l->dropped = l->dropped || at == l->end;
    if (at == l->end && i + 1 < m->end)
        m->lines[i + 1].begins = true;
    l->width = (uint16_t)(l->width - (at - l->begin < l->width ? at - l->begin : l->width));
    l->begin = at < l->end ? at : l->begin;
    l->role = SM_ROLE_QUOTE;
}

/* Without another sign of a message, quotations are paragraphs by themselves: formulas have such lines too, as have the
 * prompts of programs. */
static bool are_quotes(const mail *m, size_t from, size_t to) {
    size_t at = m->lines[from].begin, n;
    bool free = (from == m->body || m->lines[from].gap > 0) && (to == m->end || m->lines[to].gap > 0);
    while (at < m->lines[from].end && (m->text[at] == '>' || m->text[at] == ' '))
        at++;
    bool word = at < m->lines[from].end && sm_char_is_letter(sm_char_at(m->text, at, m->lines[from].end, &n));
    return m->evident || (free && word && !starts(m, from, ">>>"));
}

static void judge_run(mail *m, size_t from, size_t to, bool own) {
    if (!are_quotes(m, from, to))
        return;
    for (size_t i = from; i < to; i++)
        if (own)
            drop(m, i, i + 1);
        else if (!m->lines[i].dropped)
            unquote(m, i);
}

static void judge_quotes(mail *m) {
    bool own = m->evident && has_own_text(m);
    for (size_t i = m->body, to; i < m->end; i = to + 1) {
        for (to = i; to < m->end && is_quoted(m, to); to++)
            ;
        if (to > i)
            judge_run(m, i, to, own);
    }
}

/* Where the next message of an mbox begins, or the end. */
static size_t next_message(const mail *m, size_t i, bool mbox) {
    size_t end = m->plain->lines.n;
    for (i++; mbox && i < end; i++)
        if (m->lines[i].gap > 0 && starts(m, i, "From ") && sm_mail_head_at(m->plain, i, end).n_known > 1)
            return i;
    return end;
}

static void judge_message(mail *m, size_t first) {
    sm_mail_head head = sm_mail_head_at(m->plain, first, m->end);
    m->evident = head.n_known > 1 && (head.sender || head.subject != SIZE_MAX);
    m->body = m->evident ? head.end : first;
    if (m->evident)
        sm_mail_head_drop(m->plain, first, &head, &m->titled);
    drop_wrote(m);
    judge_lines(m);
    judge_quotes(m);
}

bool sm_recognise_mail(sm_plain *plain, sm_arena *scratch) {
    mail m = {.plain = plain, .text = plain->text, .lines = plain->lines.at};
    (void)scratch;
    if (plain->lines.n == 0 || m.lines[0].role != SM_ROLE_UNKNOWN)
        return true;
    bool mbox = starts(&m, 0, "From ");
    bool signs = plain->n_first['>'] > 0 || plain->n_first['-'] > 0 || sm_mail_head_at(plain, 0, 1).n_known > 0;
    for (size_t i = 0; (mbox || signs) && i < plain->lines.n; i = m.end) {
        m.end = next_message(&m, i, mbox);
        judge_message(&m, i);
    }
    return true;
}
