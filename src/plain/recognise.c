#include "plain/lines.h"

#define X(name) sm_recognise_fn sm_recognise_##name;
#include "plain/recognisers.def"
#undef X

static sm_recognise_fn *const RECOGNISERS[] = {
#define X(name) sm_recognise_##name,
#include "plain/recognisers.def"
#undef X
    NULL,
};

static bool has_text(const sm_plain *plain) {
    for (size_t i = 0; i < plain->lines.n; i++)
        if (!plain->lines.at[i].dropped)
            return true;
    return false;
}

static void restore(sm_plain *plain) {
    for (size_t i = 0; i < plain->lines.n; i++)
        plain->lines.at[i].dropped = false;
}

bool sm_plain_recognise(sm_plain *plain, sm_arena *scratch) {
    bool good = true;
    for (size_t i = 0; good && RECOGNISERS[i] != NULL; i++)
        good = RECOGNISERS[i](plain, scratch);
    if (!has_text(plain))
        restore(plain);
    return good;
}
