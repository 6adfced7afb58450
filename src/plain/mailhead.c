#include "plain/mailhead.h"

#include "base/ascii.h"
#include "base/chars.h"
#include "plain/look.h"
#include "plain/signs.h"

#include <string.h>

enum {
    FIELD_BYTES = 60 /* a name is no longer */
};

/* Letters and hyphens, a colon, and a space or nothing behind it. */
static bool is_field(const char *text, size_t at, size_t end) {
    size_t first = at;
    while (at < end && at - first < FIELD_BYTES && (sm_ascii_is_alphanumeric(text[at]) || text[at] == '-'))
        at++;
    return at > first + 1 && at < end && text[at] == ':' &&
           (at + 1 == end || text[at + 1] == ' ' || text[at + 1] == '\t');
}

static bool is_known(const sm_plain *plain, const sm_plain_line *l, sm_sign_kind kind) {
    return sm_sign_is(kind, plain->text, l->begin, l->end, NULL);
}

/* Takes a line into the head; false: it is none of it. */
static bool take(const sm_plain *plain, size_t i, size_t first, sm_mail_head *head) {
    const sm_plain_line *l = &plain->lines.at[i];
    bool sender = is_known(plain, l, SM_SIGN_SENDER), subject = is_known(plain, l, SM_SIGN_SUBJECT);
    bool known = sender || subject || is_known(plain, l, SM_SIGN_FIELD);
    bool mbox = i == first && sm_look_starts(plain->text, l, "From ");
    bool folded = i > first && l->indent > 0;
    head->sender = head->sender || sender;
    head->n_known += known;
    if (subject && head->subject == SIZE_MAX)
        head->subject = i;
    return known || mbox || folded || is_field(plain->text, l->begin, l->end);
}

sm_mail_head sm_mail_head_at(const sm_plain *plain, size_t first, size_t end) {
    sm_mail_head head = {.end = first, .subject = SIZE_MAX};
    while (head.end < end && (head.end == first || plain->lines.at[head.end].gap == 0) &&
           take(plain, head.end, first, &head))
        head.end++;
    return head;
}

/* Behind "Re: ", "Fwd: ", the tag of a mailing list. */
static size_t skip_prefixes(const char *text, size_t at, size_t end) {
    for (size_t rest = at; rest < end; at = rest) {
        const char *close = text[at] == '[' ? memchr(text + at, ']', end - at) : NULL;
        if (close != NULL)
            rest = (size_t)(close - text) + 1;
        else if (!sm_sign_is(SM_SIGN_ANSWER, text, at, end, &rest))
            break;
        rest = sm_skip_spaces(text, rest, end);
    }
    return at;
}

/* Words in another coding (RFC 2047) cannot be read. */
static bool is_coded(const char *text, size_t at, size_t end) {
    for (; at + 1 < end; at++)
        if (text[at] == '=' && text[at + 1] == '?')
            return true;
    return false;
}

static bool make_title(sm_plain *plain, const sm_mail_head *head) {
    sm_plain_line *l = &plain->lines.at[head->subject];
    const char *colon = memchr(plain->text + l->begin, ':', l->end - l->begin);
    size_t at =
        skip_prefixes(plain->text, sm_skip_spaces(plain->text, (size_t)(colon - plain->text) + 1, l->end), l->end);
    if (at == l->end || is_coded(plain->text, at, l->end))
        return false;
    l->begin = (uint32_t)at;
    l->role = SM_ROLE_TITLE;
    l->dropped = false;
    for (size_t i = head->subject + 1; i < head->end && plain->lines.at[i].indent > 0; i++) {
        plain->lines.at[i].role = SM_ROLE_TITLE;
        plain->lines.at[i].dropped = false;
        plain->lines.at[i].goes_on = true;
    }
    return true;
}

void sm_mail_head_drop(sm_plain *plain, size_t first, const sm_mail_head *head, bool *titled) {
    for (size_t i = first; i < head->end; i++)
        plain->lines.at[i].dropped = true;
    if (!*titled && head->subject != SIZE_MAX)
        *titled = make_title(plain, head);
}
