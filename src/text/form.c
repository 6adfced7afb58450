#include "text/form.h"

#include "base/chars.h"
#include "text/enclosed.h"
#include "text/shown.h"

enum {
    QUOTED_WORDS = 3
};

/* Latin and full-width, Arabic, Armenian, Ethiopic, Vai, doubled ones, interrobang. */
static bool is_question_mark(uint32_t code, bool greek) {
    static const uint32_t MARKS[] = {'?', 0xFF1F, 0x61F, 0x55E, 0x1367, 0xA60F, 0x2047, 0x2048, 0x2049, 0x203D};
    for (size_t i = 0; i < sizeof MARKS / sizeof *MARKS; i++)
        if (code == MARKS[i])
            return true;
    return greek && (code == ';' || code == 0x37E);
}

bool sm_form_asks(const char *text, size_t begin, size_t end, const sm_language *language) {
    bool greek = (language->traits & SM_GREEK_QUESTION_MARK) != 0;
    while (end > begin) {
        uint32_t code;
        size_t before = sm_utf8_before(text, begin, end);
        sm_utf8_decode(text + before, end - before, &code);
        sm_char c = sm_char_of(code);
        if (is_question_mark(code, greek))
            return true;
        if (!sm_char_closes(c) && !sm_char_ends_sentence(c) && c != SM_CHAR_SPACE)
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

bool sm_form_quotes(const char *text, size_t begin, size_t end) {
    sm_enclosed enclosed;
    sm_enclosed_init(&enclosed, text, begin, end);
    for (size_t at = begin, n; at < end; at += n) {
        uint32_t code;
        n = sm_utf8_decode(text + at, end - at, &code);
        size_t closer = sm_enclosed_closer(&enclosed, at);
        if (closer == at) {
            if (is_double_mark(code))
                return true;
        } else if (!is_bracket(code)) {
            if (sm_shown_measure(text + at + n, closer - at - n).words >= QUOTED_WORDS)
                return true;
            at = closer;
            n = sm_utf8_decode(text + at, end - at, &code);
        }
    }
    return false;
}
