/* gather.c - copies of texts and their names. */
#include "gather.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static void *grow(void *array, size_t room, size_t size, bool *good) {
    void *more = realloc(array, room * size);
    if (more == NULL) {
        *good = false;
        return array;
    }
    return more;
}

/* Room for one more in all arrays; they double when n is a power of two. */
static bool make_room(gathered *to) {
    bool good = true;
    size_t room = to->n == 0 ? 1 : 2 * to->n;
    if ((to->n & (to->n - 1)) != 0)
        return true;
    to->parts = grow(to->parts, room, sizeof *to->parts, &good);
    to->texts = grow(to->texts, room, sizeof *to->texts, &good);
    to->names = grow(to->names, room, sizeof *to->names, &good);
    return good;
}

static char *copy_text(const char *text, size_t n_text) {
    char *copy = malloc(n_text + 1);
    if (copy != NULL && n_text > 0)
        memcpy(copy, text, n_text);
    return copy;
}

char *gather_name(const char *name, size_t line) {
    size_t room = strlen(name) + 32;
    char *copy = malloc(room);
    if (copy != NULL && line > 0)
        snprintf(copy, room, "%s:%zu", name, line);
    else if (copy != NULL)
        snprintf(copy, room, "%s", name);
    return copy;
}

bool gathered_add(gathered *to, const summ_part *part, const char *name, size_t line) {
    if (!make_room(to))
        return false;
    char *text_copy = copy_text(part->text, part->n_bytes);
    char *name_copy = gather_name(name, line);
    if (text_copy == NULL || name_copy == NULL) {
        free(text_copy);
        free(name_copy);
        return false;
    }
    to->texts[to->n] = text_copy;
    to->names[to->n] = name_copy;
    to->parts[to->n] = *part;
    to->parts[to->n++].text = text_copy;
    return true;
}

void gathered_free(gathered *from) {
    for (size_t i = 0; i < from->n; i++) {
        free(from->texts[i]);
        free(from->names[i]);
    }
    free(from->parts);
    free(from->texts);
    free(from->names);
    *from = (gathered){0};
}
