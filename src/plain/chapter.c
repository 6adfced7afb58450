#include "plain/chapter.h"

#include "base/ascii.h"
#include "base/chars.h"
#include "plain/look.h"
#include "plain/wrap.h"

#include <string.h>

static const char *const PARTS[] = {
#define PART(word, rank) word,
#define NUMBER(word)
#include "input/parts.def"
#undef PART
#undef NUMBER
};

static const char *const NUMBERS[] = {
#define PART(word, rank)
#define NUMBER(word) word,
#include "input/parts.def"
#undef PART
#undef NUMBER
    NULL,
};

/* Behind a word and the space that follows it, or `at`: "Chapter ", "ГЛАВА ". */
static size_t skip_word(const char *text, size_t at, size_t end, const char *word) {
    size_t i = at;
    for (uint32_t given, wanted; *word != '\0';) {
        if (i == end)
            return at;
        i += sm_utf8_decode(text + i, end - i, &given);
        word += sm_utf8_decode(word, strlen(word), &wanted);
        if (sm_char_to_upper(given) != sm_char_to_upper(wanted))
            return at;
    }
    return i < end && text[i] == ' ' ? i + 1 : at;
}

static size_t skip_part(const char *text, size_t at, size_t end) {
    size_t behind = at;
    for (size_t i = 0; behind == at && i < sizeof PARTS / sizeof *PARTS; i++)
        behind = skip_word(text, at, end, PARTS[i]);
    return behind;
}

/* Behind a number: digits, a Roman numeral in capitals, or a word; `at` if none is there. */
static size_t skip_number(const char *text, size_t at, size_t end) {
    size_t i = at;
    while (i < end && sm_ascii_is_digit(text[i]))
        i++;
    if (i == at)
        for (; i < end && sm_ascii_is_one_of(text[i], "IVXLC"); i++)
            ;
    if (i == at) {
        size_t word = at + sm_look_at(text, at, end, "the "), n = sm_look_any(text, word, end, NUMBERS);
        i = n > 0 ? word + n : at;
    }
    bool whole =
        i == end || (unsigned char)text[i] >= 0x80 || !sm_char_is_word((sm_char)sm_ascii_chars[(unsigned char)text[i]]);
    return whole ? i : at;
}

bool sm_chapter_is(const char *text, const sm_plain_line *l) {
    size_t at = skip_part(text, l->begin, l->end), end;
    if (at == l->begin || (end = skip_number(text, at, l->end)) == at)
        return false;
    if (end < l->end && sm_ascii_is_digit(text[l->end - 1]))
        return false;
    return end == l->end || strchr(".:-)\xE2", text[end]) != NULL || !sm_wrap_ends_sentence(text, l);
}
