/* Neighbours: the rows of a matrix that share a column with a row, and how similar they are. */
#ifndef SM_DOC_NEIGHBOURS_H
#define SM_DOC_NEIGHBOURS_H

#include "num/csr.h"

/* All rows that share a column meet if finding the neighbours of every row takes no more than SM_NEIGHBOUR_STEPS for
 * each nonzero and SM_NEIGHBOUR_FREE besides, as in all but long texts. Otherwise two rows meet in a column only if
 * fewer than `reach` other rows with that column stand between them, reach being the largest power of two with which it
 * does: columns that stand in many rows then link what is close together, and a product is of what is so linked. */
enum {
    SM_NEIGHBOUR_STEPS = 16,
    SM_NEIGHBOUR_FREE = 1 << 23
};

typedef struct sm_neighbours {
    sm_csr rows, columns;
    uint32_t *place; /* for each entry of rows, the entry of columns that it is */
    uint32_t reach;
    uint32_t *row; /* the n neighbours of the last row asked for, itself among them, in no particular order */
    uint32_t n;
    double *product; /* for each row: its product with that row, 0 for those that are no neighbours */
} sm_neighbours;

/* Entries of `rows` are >= 0. False: no memory. O(nonzeros). */
bool sm_neighbours_init(sm_neighbours *neighbours, const sm_csr *rows, sm_arena *arena);

/* Finds the neighbours of row i; returns the number of steps it took. O(steps + entries of the row). */
size_t sm_neighbours_find(sm_neighbours *neighbours, uint32_t i);

#endif
