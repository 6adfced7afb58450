#include "input/said.h"

#include "input/date.h"
#include "input/name.h"

#include <stdbool.h>
#include <string.h>

/* Is the name one of those that are parted by ", "? */
static bool has_name(const char *names, const char *name, size_t n) {
    for (const char *at = names; (at = strstr(at, name)) != NULL; at++) {
        bool begins = at == names || (at - names >= 2 && memcmp(at - 2, ", ", 2) == 0);
        if (begins && (at[n] == '\0' || at[n] == ','))
            return true;
    }
    return false;
}

static void add_name(char *names, const char *name, size_t n) {
    size_t used = strlen(names), gap = used > 0 ? 2 : 0;
    if (has_name(names, name, n) || used + gap + n >= SM_AUTHOR_MAX)
        return;
    memcpy(names + used, ", ", gap);
    memcpy(names + used + gap, name, n + 1);
}

static bool is_better(sm_place place, sm_place other) {
    return other == SM_PLACE_NONE || place < other;
}

void sm_said_author(sm_said *said, sm_place place, const char *text, size_t n) {
    char name[SM_NAME_MAX];
    bool better = is_better(place, said->author_place);
    if (!better && place != said->author_place)
        return;
    size_t n_name = sm_name_read(text, n, name);
    if (n_name == 0)
        return;
    if (better)
        said->author[0] = '\0';
    said->author_place = place;
    add_name(said->author, name, n_name);
}

void sm_said_names(sm_said *said, sm_place place, const char *names) {
    if (names[0] == '\0' || !is_better(place, said->author_place))
        return;
    memcpy(said->author, names, strlen(names) + 1);
    said->author_place = place;
}

void sm_said_date(sm_said *said, sm_place place, const char *text, size_t n) {
    if (is_better(place, said->date_place) && sm_date_read(text, n, said->date))
        said->date_place = place;
}
