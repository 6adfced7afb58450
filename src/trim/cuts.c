#include "trim/cuts.h"

#include "text/shown.h"

/* The comma that begins a cut stands behind a word. */
static size_t count_words(const char *text, size_t begin, size_t end) {
    begin += begin < end && text[begin] == ',';
    return sm_shown_measure(text + begin, end - begin).words;
}

void sm_cuts_init(sm_cuts *cuts, const char *text, size_t begin, size_t end, const sm_language *language) {
    size_t words = count_words(text, begin, end), most = words > SM_CUTS_LEAST ? words - SM_CUTS_LEAST : 0;
    *cuts = (sm_cuts){.text = text, .begin = begin, .end = end, .language = language, .from = begin};
    cuts->n_spare = words / 2 < most ? words / 2 : most;
}

bool sm_cuts_add(sm_cuts *cuts, size_t begin, size_t end) {
    size_t words = count_words(cuts->text, begin, end), i = cuts->n;
    if (words > cuts->n_spare || cuts->n == SM_CUTS_MAX)
        return false;
    cuts->n_spare -= words;
    for (; i > 0 && cuts->at[i - 1].begin > begin; i--)
        cuts->at[i] = cuts->at[i - 1];
    cuts->at[i] = (sm_cut){begin, end};
    cuts->n++;
    return true;
}

bool sm_cuts_add_opening(sm_cuts *cuts, size_t from) {
    if (from == cuts->from || !sm_cuts_add(cuts, cuts->from, from))
        return false;
    cuts->from = from;
    return true;
}
