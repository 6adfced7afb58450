#include "plain/look.h"

#include "base/ascii.h"

#include <string.h>

size_t sm_look_at(const char *text, size_t at, size_t end, const char *small) {
    size_t n = 0;
    while (small[n] != '\0' && at + n < end && sm_ascii_small(text[at + n]) == small[n])
        n++;
    return small[n] == '\0' ? n : 0;
}

size_t sm_look_any(const char *text, size_t at, size_t end, const char *const *small) {
    size_t n = 0;
    for (; *small != NULL && n == 0; small++)
        n = sm_look_at(text, at, end, *small);
    return n;
}

bool sm_look_starts(const char *text, const sm_plain_line *l, const char *word) {
    size_t n = strlen(word);
    return l->end - l->begin >= n && memcmp(text + l->begin, word, n) == 0;
}

bool sm_look_in(const char *text, const sm_plain_line *l, const char *small) {
    for (size_t at = l->begin; at < l->end; at++)
        if (sm_look_at(text, at, l->end, small) > 0)
            return true;
    return false;
}

bool sm_look_alone(const sm_plain *plain, size_t i) {
    const sm_plain_line *l = &plain->lines.at[i];
    bool above = i == 0 || l->gap > 0 || l->page || l[-1].dropped;
    return above && (i + 1 == plain->lines.n || l[1].gap > 0 || l[1].page || l[1].dropped);
}
