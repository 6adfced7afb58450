/* Who wrote a text and when, as its source says: of several places that tell, the best one counts. */
#ifndef SM_INPUT_SAID_H
#define SM_INPUT_SAID_H

#include <stddef.h>

enum {
    SM_AUTHOR_MAX = 256,
    SM_DATE_MAX = 40
};

/* Where something is said, the best place first. */
typedef enum sm_place {
    SM_PLACE_NONE,
    SM_PLACE_ARTICLE,                     /* structured data about the article, and front matter */
    SM_PLACE_META,                        /* row 0 of about.def, the next row the next place, and so on */
    SM_PLACE_MARKED = SM_PLACE_META + 64, /* an element that says what it holds */
    SM_PLACE_BYLINE,                      /* an element that looks like it */
    SM_PLACE_PAGE,                        /* structured data about the page */
    SM_PLACE_PUBLISHER                    /* likewise, where the author is no person */
} sm_place;

/* {0}: nothing. Strings are UTF-8 on one line, NUL-terminated, "": not said. */
typedef struct sm_said {
    char author[SM_AUTHOR_MAX]; /* names, parted by ", " */
    char date[SM_DATE_MAX];     /* ISO 8601 */
    sm_place author_place, date_place;
} sm_said;

/* n bytes of UTF-8, possibly broken, that may be a name (name.h): it replaces what a worse place says, and is added to
 * other names of the same place. What is no name is passed over. O(n). */
void sm_said_author(sm_said *said, sm_place place, const char *text, size_t n);

/* Names that were read before replace what a worse place says. */
void sm_said_names(sm_said *said, sm_place place, const char *names);

/* n bytes that may be a date (date.h) replace that of a worse place. O(n). */
void sm_said_date(sm_said *said, sm_place place, const char *text, size_t n);

#endif
