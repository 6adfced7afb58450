/* A binary heap of numbered values: the largest first, equal values by the lower number. */
#ifndef SM_NUM_HEAP_H
#define SM_NUM_HEAP_H

#include <stddef.h>
#include <stdint.h>

typedef struct sm_ranked {
    double value;
    uint32_t id;
} sm_ranked;

typedef struct sm_heap {
    sm_ranked *at; /* at[0] is the first; at[i] comes before at[2i + 1] and at[2i + 2] */
    size_t n;
} sm_heap;

/* Puts n values in any order in their places. O(n). */
void sm_heap_build(sm_heap *heap);
/* Puts at[0] in its place after its value was lowered. O(log n). */
void sm_heap_sink_first(sm_heap *heap);
/* Takes the first out; n > 0. O(log n). */
sm_ranked sm_heap_pop(sm_heap *heap);

#endif
