/* Headings with a line of marks under them, whose level the marks tell; those that show without are found in
 * doc/headings.c. Lines of marks are dropped, and no block goes on over them. */
#include "plain/look.h"
#include "plain/wrap.h"

#include <string.h>

sm_recognise_fn sm_recognise_headings;

enum {
    UNDERLINED_MOST = 100, /* characters */
    SENTENCE_LEAST = 40    /* an underlined line that long that ends like a sentence is none */
};

/* Three marks of one kind at least, and spaces, nothing else. */
static bool is_rule(const char *text, const sm_plain_line *l, bool *spaces) {
    size_t n = 0;
    char c = text[l->begin];
    if ((l->signs & SM_SIGN_RULE) == 0 || strchr("=-~*_#+^", c) == NULL)
        return false;
    for (size_t i = l->begin; i < l->end; i++)
        if (text[i] == c)
            n++;
        else if (text[i] != ' ' && text[i] != '\t')
            return false;
    *spaces = n < l->end - l->begin;
    return n >= 3;
}

/* "===" is under parts, "---" under chapters, all others under what is less. */
static uint8_t level_of(char mark) {
    return mark == '=' ? 1 : mark == '-' ? 2 : 3;
}

/* Does line i have the rule that follows under it? It begins a block, and both are of one width, give or take two. */
static bool is_underlined(const sm_plain *plain, size_t i) {
    const sm_plain_line *l = &plain->lines.at[i], *rule = l + 1;
    if (!sm_look_free(l) || rule->gap > 0 || l->width > UNDERLINED_MOST)
        return false;
    if (i > 0 && l->gap == 0 && !l->page && !l[-1].dropped)
        return false;
    if (l->width > rule->width + 2 || rule->width > l->width + 2)
        return false;
    return l->width < SENTENCE_LEAST || !sm_wrap_ends_sentence(plain->text, l);
}

static void judge_rule(sm_plain *plain, size_t i) {
    bool spaces;
    sm_plain_line *l = &plain->lines.at[i];
    if (!sm_look_free(l) || !is_rule(plain->text, l, &spaces))
        return;
    l->dropped = true;
    if (!spaces && i > 0 && is_underlined(plain, i - 1))
        l[-1].level = level_of(plain->text[l->begin]);
    if (i + 1 < plain->lines.n)
        l[1].begins = true;
}

bool sm_recognise_headings(sm_plain *plain, sm_arena *scratch) {
    (void)scratch;
    for (size_t i = 0; (plain->signs & SM_SIGN_RULE) != 0 && i < plain->lines.n; i++)
        judge_rule(plain, i);
    return true;
}
