/* All sentences with the ranks in which they would be chosen. */
#include "api/choice.h"
#include "base/work.h"

/* As if there were no ceiling, and with every sentence as it stands. */
static void lift_ceilings(summ_summary_options *o) {
    o->max_sentences = SUMM_NO_LIMIT - 1;
    o->max_words = o->max_chars = SUMM_NO_LIMIT;
    o->max_percent = 100;
    o->trim = o->truncate = 0;
}

static bool list_all(const sm_choice *choice, const summ_doc *doc, sm_arena *scratch, summ_sentences *list) {
    size_t n = doc->doc.sentences.n;
    sm_arena *arena = &list->memory.arena;
    uint32_t *rank = sm_arena_get_zero(scratch, n, sizeof *rank);
    list->list = sm_arena_get(arena, n, sizeof *list->list);
    if (rank == NULL || list->list == NULL)
        return false;
    for (size_t i = 0; i < choice->n; i++)
        rank[choice->chosen[i].sentence] = choice->chosen[i].rank;
    for (uint32_t i = 0; i < n; i++, list->n++) {
        bool ranked = rank[i] > 0 || doc->doc.sentences.at[i].candidate;
        if (!sm_choice_show(doc, NULL, i, ranked ? choice->score[i] : 0, rank[i], arena, &list->list[i]))
            return false;
    }
    return true;
}

static summ_status rank(const summ_doc *doc, sm_choice *choice, summ_sentences *list) {
    sm_work work;
    sm_arena scratch; /* counted with the list, so that max_memory holds for both together */
    sm_arena_init(&scratch, &list->memory.alloc);
    sm_work_begin(&work, &list->memory.alloc, choice->options.progress, choice->options.progress_context,
                  doc->doc.tokens.n);
    summ_status status = sm_choice_make(choice, doc, NULL, &scratch);
    if (status == SUMM_OK && !list_all(choice, doc, &scratch, list))
        status = SUMM_ERR_MEMORY;
    sm_arena_release(&scratch);
    return sm_work_end(&list->memory.alloc, status);
}

summ_status summ_rank(const summ_doc *doc, const summ_summary_options *options, summ_sentences **ranking) {
    sm_choice choice;
    if (doc == NULL || ranking == NULL)
        return SUMM_ERR_ARGUMENT;
    summ_status status = sm_choice_read(options, &choice);
    if (status != SUMM_OK)
        return status;
    lift_ceilings(&choice.options);
    summ_sentences *list = sm_handle_new(doc->engine, sizeof *list);
    if (list == NULL)
        return SUMM_ERR_MEMORY;
    list->doc = doc;
    status = rank(doc, &choice, list);
    if (status != SUMM_OK)
        summ_sentences_free(list);
    else
        *ranking = list;
    return status;
}
