#include "api/outline.h"

#include "api/choice.h"

bool sm_outline_begin(sm_outline *outline, const sm_doc *doc, const summ_summary_options *options, sm_arena *arena) {
    *outline = (sm_outline){.cut = sm_arena_get_zero(arena, doc->sentences.n, sizeof *outline->cut)};
    if (outline->cut == NULL || !sm_sections_find(doc, arena, &outline->sections))
        return false;
    const sm_sections *sections = &outline->sections;
    sm_budget *budget = sm_arena_get(arena, sections->list.n, sizeof *budget);
    size_t own = sections->n_headings > 0 ? 1 : SM_OWN_SENTENCES;
    for (size_t i = 0; budget != NULL && i < sections->list.n; i++)
        budget[i] = sm_choice_budget(options, sections->list.at[i].end - sections->list.at[i].body, own);
    outline->shares = (sm_shares){sections->of, budget, sections->list.n};
    return budget != NULL;
}

/* Of each section, whether a sentence is picked. */
static bool *find_picked(const sm_outline *outline, const uint32_t *picks, size_t n, sm_arena *arena) {
    bool *picked = sm_arena_get_zero(arena, outline->sections.list.n, sizeof *picked);
    for (size_t i = 0; picked != NULL && i < n; i++)
        picked[outline->sections.of[picks[i]]] = true;
    return picked;
}

bool sm_outline_rest(const sm_outline *outline, const uint32_t *picks, size_t n, sm_arena *arena, sm_shares *rest) {
    const bool *picked = find_picked(outline, picks, n, arena);
    sm_budget *budget = sm_arena_get(arena, outline->shares.n, sizeof *budget);
    if (picked == NULL || budget == NULL)
        return false;
    *rest = (sm_shares){outline->shares.of, budget, outline->shares.n};
    for (size_t i = 0; i < rest->n; i++) {
        size_t sentences = !picked[i] && outline->shares.budget[i].sentences > 0;
        budget[i] = (sm_budget){sentences, SUMM_NO_LIMIT, SUMM_NO_LIMIT};
    }
    return true;
}

bool *sm_outline_headings(const sm_outline *outline, const uint32_t *picks, size_t n, sm_arena *arena) {
    const sm_sections *sections = &outline->sections;
    bool *shown = find_picked(outline, picks, n, arena);
    bool below[SM_LEVELS + 1] = {false}; /* a heading is shown that belongs below one of that level */
    for (size_t i = shown != NULL ? sections->list.n : 0; i-- > 0;) {
        uint8_t level = sections->list.at[i].level;
        shown[i] = shown[i] || below[level];
        for (size_t above = 0; above <= SM_LEVELS; above++)
            below[above] = above < level && (below[above] || shown[i]);
    }
    return shown;
}
