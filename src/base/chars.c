#include "base/chars.h"

#include <utf8proc.h>

#define QUOTE(x)                  #x
#define JOIN(major, minor, patch) QUOTE(major) "." QUOTE(minor) "." QUOTE(patch)
const char sm_chars_library[] =
    "utf8proc " JOIN(UTF8PROC_VERSION_MAJOR, UTF8PROC_VERSION_MINOR, UTF8PROC_VERSION_PATCH);

#define O SM_CHAR_OTHER
#define W SM_CHAR_SPACE
#define L SM_CHAR_LOWER
#define U SM_CHAR_UPPER
#define D SM_CHAR_DIGIT
#define S SM_CHAR_STOP
#define E SM_CHAR_END
#define A SM_CHAR_OPENER
#define Z SM_CHAR_CLOSER
#define Q SM_CHAR_QUOTE

/* clang-format off */
const uint8_t sm_ascii_chars[128] = {
    W, W, W, W, W, W, W, W, W, W, W, W, W, W, W, W, W, W, W, W, W, W, W, W, W, W, W, W, W, W, W, W,
    /*   !  "  #  $  %  &  '  (  )  *  +  ,  -  .  /  0  1  2  3  4  5  6  7  8  9  :  ;  <  =  >  ? */
    W, E, Q, O, O, O, O, Q, A, Z, O, O, O, O, S, O, D, D, D, D, D, D, D, D, D, D, O, O, O, O, O, E,
    O, U, U, U, U, U, U, U, U, U, U, U, U, U, U, U, U, U, U, U, U, U, U, U, U, U, U, A, O, Z, O, O,
    O, L, L, L, L, L, L, L, L, L, L, L, L, L, L, L, L, L, L, L, L, L, L, L, L, L, L, A, O, Z, O, W,
};
/* clang-format on */

uint32_t sm_char_to_upper(uint32_t code) {
    return (uint32_t)utf8proc_toupper((utf8proc_int32_t)code);
}

size_t sm_char_width(uint32_t code) {
    return code >= 0x20 && code < 0x7F ? 1 : (size_t)utf8proc_charwidth((utf8proc_int32_t)code);
}

size_t sm_skip_spaces(const char *text, size_t at, size_t end) {
    size_t n;
    while (at < end && sm_char_at(text, at, end, &n) == SM_CHAR_SPACE)
        at += n;
    return at;
}

size_t sm_skip_spaces_back(const char *text, size_t begin, size_t at) {
    while (at > begin) {
        size_t n, before = sm_utf8_before(text, begin, at);
        if (sm_char_at(text, before, at, &n) != SM_CHAR_SPACE)
            break;
        at = before;
    }
    return at;
}

uint32_t sm_char_last(const char *text, size_t begin, size_t end) {
    while (end > begin) {
        uint32_t code;
        size_t before = sm_utf8_before(text, begin, end);
        sm_utf8_decode(text + before, end - before, &code);
        if (sm_char_of(code) != SM_CHAR_SPACE && !sm_char_closes(sm_char_of(code)))
            return code;
        end = before;
    }
    return 0;
}
