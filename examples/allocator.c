/* allocator.c - all memory of libsumm from one array of the program's own: no malloc, and nothing to leak. */
#include <stdalign.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>
#include <summ.h>

/* A stack: blocks are cut off one behind the other, and only the last one grows or shrinks in place. */
typedef struct pool {
    size_t used, most;
    alignas(max_align_t) unsigned char bytes[16 << 20];
} pool;

static void *resize(void *context, void *block, size_t old_bytes, size_t new_bytes) {
    pool *p = context;
    const size_t unit = alignof(max_align_t);
    size_t old_room = (old_bytes + unit - 1) / unit * unit;
    int is_last = block != NULL && (unsigned char *)block + old_room == p->bytes + p->used;
    if (is_last)
        p->used -= old_room;
    if (new_bytes == 0)
        return NULL;
    size_t left = sizeof p->bytes - p->used;
    if (new_bytes > left || left - new_bytes < unit) {
        p->used += is_last ? old_room : 0;
        return NULL;
    }
    void *made = p->bytes + p->used;
    p->used += (new_bytes + unit - 1) / unit * unit;
    if (p->used > p->most)
        p->most = p->used;
    if (block != NULL && made != block)
        memcpy(made, block, old_bytes < new_bytes ? old_bytes : new_bytes);
    return made;
}

int main(void) {
    static pool memory;
    static char text[64 << 10]; /* what is longer is cut off */
    summ_engine_options options;
    summ_engine *engine;
    summ_doc *doc;
    summ_phrases *phrases;
    size_t n = fread(text, 1, sizeof text, stdin);
    summ_engine_options_init(&options, sizeof options);
    options.allocator = (summ_allocator){resize, &memory};
    if (summ_engine_new(&options, &engine) != SUMM_OK || summ_doc_new(engine, text, n, NULL, &doc) != SUMM_OK ||
        summ_keywords(doc, NULL, &phrases) != SUMM_OK)
        return 1; /* whatever was made lies in `memory` */
    for (size_t i = 0; i < summ_phrases_count(phrases); i++)
        puts(summ_phrases_at(phrases, i)->text);
    fprintf(stderr, "%zu KiB at most\n", memory.most >> 10);
    return 0;
}
