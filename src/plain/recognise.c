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

bool sm_plain_recognise(sm_plain *plain, sm_arena *scratch) {
    bool good = true;
    for (size_t i = 0; good && RECOGNISERS[i] != NULL; i++)
        good = RECOGNISERS[i](plain, scratch);
    return good;
}
