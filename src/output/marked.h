/* The whole text with what was chosen marked in it: a walk over blocks, sentences and words, for formats that show it.
 *
 *     sm_marked walk;
 *     sm_event event;
 *     sm_marked_begin(&walk, whole);
 *     while (sm_marked_next(&walk, &event))
 *         switch (event.kind) ...
 *
 * A walk may be copied, to look ahead. */
#ifndef SM_OUTPUT_MARKED_H
#define SM_OUTPUT_MARKED_H

#include "summ.h"

#include <stdbool.h>
#include <stdint.h>

typedef enum sm_shape {
    SM_SHAPE_PARAGRAPH,
    SM_SHAPE_TITLE,
    SM_SHAPE_HEADING,
    SM_SHAPE_ITEM, /* of a list */
    SM_SHAPE_QUOTE,
    SM_SHAPE_ASIDE, /* bylines, captions and whatever else is beside the text */
    SM_SHAPE_CODE   /* its line breaks and spaces count */
} sm_shape;

/* Bytes of the text. */
typedef struct sm_range {
    uint32_t begin, end;
} sm_range;

/* An occurrence of a key phrase. */
typedef struct sm_mark {
    sm_range at;
    uint32_t phrase; /* its number in the report */
} sm_mark;

/* A text, all of its sentences and the occurrences of key phrases. */
typedef struct sm_whole {
    const char *text; /* UTF-8, possibly broken */
    const summ_sentence *sentences;
    const sm_range *ranges; /* of each sentence; ascending, apart from one another */
    const sm_shape *shapes; /* of the block of each */
    const bool *chosen;     /* each: does it stand in the summary? */
    size_t n;
    const sm_mark *marks; /* ascending by their beginnings */
    size_t n_marks;
} sm_whole;

typedef enum sm_event_kind {
    SM_EVENT_BLOCK, /* begins with `sentence` */
    SM_EVENT_SENTENCE,
    SM_EVENT_PHRASES, /* within a sentence: what follows belongs to these, n_phrases 0: to none. It begins with none */
    SM_EVENT_WORD,    /* text that is not broken by spaces: valid UTF-8 without control characters */
    SM_EVENT_SPACE,   /* between two words */
    SM_EVENT_BREAK,   /* no space, but a line may be broken here: between ideographs */
    SM_EVENT_LINE,    /* a line ends, in code only; where two do, a line is empty */
    SM_EVENT_SENTENCE_END,
    SM_EVENT_BLOCK_END
} sm_event_kind;

enum {
    SM_PHRASES_MOST = 64 /* that one word belongs to; phrases of at most eight words make 36 */
};

typedef struct sm_event {
    sm_event_kind kind;
    size_t sentence;  /* its number in the whole */
    const char *text; /* of a word */
    size_t n_bytes;
    const sm_mark *phrases; /* until the walk goes on */
    size_t n_phrases;
} sm_event;

typedef struct sm_marked {
    const sm_whole *whole;
    size_t sentence, mark; /* the next ones */
    size_t block;          /* the first sentence of the block */
    uint32_t at;           /* in the text */
    uint32_t broken;       /* where a break was told last */
    bool in_block, in_sentence;
    sm_mark open[SM_PHRASES_MOST]; /* that hold `at` */
    size_t n_open;
} sm_marked;

void sm_marked_begin(sm_marked *walk, const sm_whole *whole);

/* False at the end. O(1) for each byte of the text and each mark, up to the bound SM_PHRASES_MOST. */
bool sm_marked_next(sm_marked *walk, sm_event *event);

#endif
