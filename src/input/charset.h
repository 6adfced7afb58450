/* Which encoding bytes are in. The only file that knows uchardet. What decides, in this order:
 *
 * 1. a byte order mark;
 * 2. the name that the caller gave;
 * 3. ASCII without NULs is UTF-8, and so is what has at most two bad bytes, or one for 50 good characters beyond ASCII.
 *    If there is no such character at all, one of the two bad bytes at least has to be uncommon in Western European
 *    text: "caf\xE9" is Windows-1252, "caf\xFF" broken UTF-8;
 * 4. UTF-16 and UTF-32 by the places of NULs and ASCII (wide.h);
 * 5. up to seven bytes beyond ASCII, all common in Western European text, among twice as many letters are Windows-1252:
 *    statistics have too little to go by;
 * 6. the guess of uchardet, where the library is built with it and iconv knows the encoding, over 64 KiB that begin
 *    shortly before the first byte beyond ASCII;
 * 7. Windows-1252. */
#ifndef SM_INPUT_CHARSET_H
#define SM_INPUT_CHARSET_H

#include "input/wide.h"

typedef enum sm_method {
    SM_METHOD_UTF8,
    SM_METHOD_WIDE,
    SM_METHOD_WINDOWS_1252,
    SM_METHOD_ICONV
} sm_method;

typedef struct sm_charset {
    sm_method method;
    sm_wide form;
    const char *name; /* static, the caller's or in the arena */
    size_t n_mark;    /* bytes of the byte order mark */
    uint32_t n_bad;   /* bytes that are no UTF-8, if that is the method */
} sm_charset;

/* "uchardet 0.0.7", or "" if this build has none. */
extern const char sm_charset_library[];

/* Fills *charset; `given` NULL or "auto": steps 1 and 3 to 7. A name is not looked up in iconv. False: no memory.
 * O(n). */
bool sm_charset_find(const char *bytes, size_t n, const char *given, sm_arena *arena, sm_charset *charset);

/* What a name that a guess or a page gives stands for in practice: the larger set that has the same characters, and
 * more ("ISO-8859-1": Windows-1252). Static, or the name. */
const char *sm_charset_in_practice(const char *name);

/* Is it a name that step 2 takes, or "auto"? SUMM_ERR_ENCODING, SUMM_ERR_MEMORY. */
summ_status sm_charset_check(const char *name);

#endif
