/* Markers of list items: "1.", "2.)", "(3)", "a)", a bullet with or without a number. */
#ifndef SM_TEXT_ITEMS_H
#define SM_TEXT_ITEMS_H

#include <stdbool.h>
#include <stddef.h>

typedef struct sm_item {
    size_t n;       /* bytes of the marker; 0: there is none */
    unsigned style; /* equal for markers of one list */
    unsigned value; /* the number, or that of the letter */
} sm_item;

/* The marker that begins at `at`, white space behind it not counted. O(1). */
sm_item sm_item_at(const char *text, size_t at, size_t end);

/* Does `next` go on with the list of `item`? */
bool sm_item_follows(const sm_item *item, const sm_item *next);

#endif
