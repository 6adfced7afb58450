#include "text/form.h"

#include "base/ascii.h"
#include "base/chars.h"
#include "text/enclosed.h"
#include "text/shown.h"

enum {
    QUOTED_WORDS = 3
};

/* Latin and full-width, Arabic, Ethiopic, Vai, doubled ones, interrobang. */
static bool is_question_mark(uint32_t code, bool greek) {
    static const uint32_t MARKS[] = {'?', 0xFF1F, 0x61F, 0x1367, 0xA60F, 0x2047, 0x2048, 0x2049, 0x203D};
    for (size_t i = 0; i < sizeof MARKS / sizeof *MARKS; i++)
        if (code == MARKS[i])
            return true;
    return greek && (code == ';' || code == 0x37E);
}

/* The Armenian mark stands in the word that is asked for, not at the end. */
static bool holds_armenian_mark(const char *text, size_t begin, size_t end) {
    for (size_t i = begin; i + 1 < end; i++)
        if (text[i] == '\xD5' && text[i + 1] == '\x9E')
            return true;
    return false;
}

bool sm_form_asks(const char *text, size_t begin, size_t end, const sm_language *language) {
    bool greek = (language->traits & SM_GREEK_QUESTION_MARK) != 0;
    if (holds_armenian_mark(text, begin, end))
        return true;
    while (end > begin) {
        uint32_t code;
        size_t before = sm_utf8_before(text, begin, end);
        sm_utf8_decode(text + before, end - before, &code);
        sm_char c = sm_char_of(code);
        if (is_question_mark(code, greek))
            return true;
        /* What closes here may open elsewhere: „…?“ */
        if (!sm_char_closes(c) && !sm_char_opens(c) && !sm_char_ends_sentence(c) && c != SM_CHAR_SPACE)
            return false;
        end = before;
    }
    return false;
}

/* Marks that are never apostrophes. */
static bool is_double_mark(uint32_t code) {
    return code == '"' || (code >= 0x201C && code <= 0x201F) || code == 0xAB || code == 0xBB ||
           (code >= 0x300C && code <= 0x300F) || code == 0xFF02;
}

static bool is_bracket(uint32_t code) {
    return code == '(' || code == '[' || code == 0xFF08;
}

/* A pipe of 5". */
static bool is_inches(const char *text, size_t begin, size_t at) {
    return text[at] == '"' && at > begin && sm_ascii_is_digit(text[at - 1]);
}

/* Where the quotation closes that opens before `at` in one of the ways that do not hold sentences together, as the same
 * mark closes elsewhere: „…”, ”…”, »…» and the full-width mark. `end`: not in this sentence. */
static size_t find_closer(const char *text, size_t at, size_t end, uint32_t open) {
    uint32_t close = open == 0x201E ? 0x201D : open == 0x201D || open == 0xBB || open == 0xFF02 ? open : 0;
    for (size_t n; at < end; at += n) {
        uint32_t code;
        n = sm_utf8_decode(text + at, end - at, &code);
        if (is_double_mark(code))
            return code == close ? at : end;
    }
    return end;
}

bool sm_form_quotes(const char *text, size_t begin, size_t end) {
    sm_enclosed enclosed;
    sm_enclosed_init(&enclosed, text, begin, end);
    for (size_t at = begin, n; at < end; at += n) {
        uint32_t code;
        n = sm_utf8_decode(text + at, end - at, &code);
        size_t closer = sm_enclosed_closer(&enclosed, at);
        if (closer == at && is_double_mark(code) && !is_inches(text, begin, at))
            closer = find_closer(text, at + n, end, code);
        if (closer == at || is_bracket(code))
            continue;
        if (closer == end || sm_shown_measure(text + at + n, closer - at - n).words >= QUOTED_WORDS)
            return true;
        at = closer;
        n = sm_utf8_decode(text + at, end - at, &code);
    }
    return false;
}
