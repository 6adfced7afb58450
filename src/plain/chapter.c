#include "plain/chapter.h"

#include "base/ascii.h"
#include "base/chars.h"
#include "plain/look.h"
#include "plain/wrap.h"

#include <string.h>

static const char *const CHAPTERS[] = {"chapter ",
                                       "book ",
                                       "part ",
                                       "act ",
                                       "scene ",
                                       "canto ",
                                       "kapitel ",
                                       "buch ",
                                       "teil ",
                                       "akt ",
                                       "szene ",
                                       "band ",
                                       "chapitre ",
                                       "livre ",
                                       "partie ",
                                       "acte ",
                                       "cap\xC3\xADtulo ",
                                       "cap\xC3\x8Dtulo ",
                                       "capitulo ",
                                       "libro ",
                                       "parte ",
                                       "acto ",
                                       "capitolo ",
                                       "atto ",
                                       "hoofdstuk ",
                                       "deel ",
                                       "kapittel ",
                                       "del ",
                                       "\xD0\x93\xD0\xBB\xD0\xB0\xD0\xB2\xD0\xB0 ",
                                       "\xD0\x93\xD0\x9B\xD0\x90\xD0\x92\xD0\x90 ",
                                       NULL};
static const char *const NUMBERS[] = {"one",   "two",       "three",      "four",      "five",     "six",   "seven",
                                      "eight", "nine",      "ten",        "eleven",    "twelve",   "first", "second",
                                      "third", "the first", "the second", "the third", "the last", NULL};

/* Behind a number: digits, a Roman numeral in capitals, or a word; `at` if none is there. */
static size_t skip_number(const char *text, size_t at, size_t end) {
    size_t i = at;
    while (i < end && sm_ascii_is_digit(text[i]))
        i++;
    if (i == at)
        for (; i < end && sm_ascii_is_one_of(text[i], "IVXLC"); i++)
            ;
    if (i == at)
        i += sm_look_any(text, at, end, NUMBERS);
    bool whole =
        i == end || (unsigned char)text[i] >= 0x80 || !sm_char_is_word((sm_char)sm_ascii_chars[(unsigned char)text[i]]);
    return whole ? i : at;
}

bool sm_chapter_is(const char *text, const sm_plain_line *l) {
    size_t n = sm_look_any(text, l->begin, l->end, CHAPTERS), at = l->begin + n, end;
    if (n == 0 || (end = skip_number(text, at, l->end)) == at)
        return false;
    if (end < l->end && sm_ascii_is_digit(text[l->end - 1]))
        return false;
    return end == l->end || strchr(".:-)\xE2", text[end]) != NULL || !sm_wrap_ends_sentence(text, l);
}
