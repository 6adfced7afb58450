/* Plain text: its lines, and what is known of each. Recognisers (recognisers.def) judge them one kind of text after
 * another; then they become blocks (blocks.h). */
#ifndef SM_PLAIN_LINES_H
#define SM_PLAIN_LINES_H

#include "input/input.h"

enum {
    SM_LINE_MOST = 1000 /* widths, indents and gaps beyond this are not told apart */
};

/* What is seen of a line as it is found. A text without any line of a sign has nothing for those who look for it. */
enum {
    SM_SIGN_COLUMNS = 1, /* two spaces side by side in it, or a tab */
    SM_SIGN_HYPHEN = 2,  /* the last character is - U+00AD U+2010 */
    SM_SIGN_NUMBER = 4,  /* the first or last one is a digit, the last one ], or both - */
    SM_SIGN_RULE = 8,    /* begins with three of a mark, or begins and ends with the same: "* * *" */
    SM_SIGN_CODE = 16    /* the last one is ; { } */
};

/* A line that is not blank. */
typedef struct sm_plain_line {
    uint32_t begin, end; /* bytes of the text, without white space at the ends */
    uint16_t width;      /* in characters, up to SM_LINE_MOST */
    uint16_t indent;     /* white space before begin, in bytes, likewise */
    uint16_t gap;        /* blank lines before it, likewise; more than none part blocks */
    bool page;           /* a form feed stands between it and the line before */
    uint8_t signs;
    /* What recognisers found. */
    sm_role role;    /* UNKNOWN: no recogniser knows; lines of different roles are in different blocks */
    uint8_t level;   /* of an underlined heading, as in doc/headings.h; else 0. A block of its own */
    bool dropped;    /* no part of the text: running heads, times of subtitles */
    bool begins;     /* a block, whatever the line before */
    bool goes_on;    /* with the block of the line before it that was not dropped, whatever its gap */
    bool tight;      /* and no space comes between the two: a sign was taken out there */
    bool hyphenated; /* its last character is a hyphen that parts a word, and is left out */
    bool compound;   /* it is the hyphen of a compound: no space stands behind it */
} sm_plain_line;

typedef struct sm_plain {
    const char *text;
    uint32_t n_bytes;
    SM_VEC(sm_plain_line) lines;
    uint8_t signs;         /* of any line */
    uint32_t n_first[256]; /* lines by the byte they begin with: tells at once what a text cannot be */
} sm_plain;

/* Finds the lines of a text; a byte order mark is none of it. False: no memory. O(n_bytes). */
bool sm_plain_lines(const char *text, uint32_t n_bytes, sm_arena *arena, sm_plain *plain);

/* The width and signs of what stands between begin and end: some bytes, without white space at the ends. O(its bytes). */
void sm_plain_line_measure(const char *text, sm_plain_line *line);

/* Judges lines, or puts others in their place that stand in `scratch`; leaves alone what another has judged before.
 * What is in `scratch` lasts until the text is read. False: no memory. Linear in the bytes. */
typedef bool sm_recognise_fn(sm_plain *plain, sm_arena *scratch);

/* All of the table, in its order. Where nothing would be left of a text, nothing is dropped. False: no memory. */
bool sm_plain_recognise(sm_plain *plain, sm_arena *scratch);

#endif
