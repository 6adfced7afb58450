/* Why key phrases have the scores they have. */
#include "api/found.h"
#include "base/work.h"
#include "keyword/features.h"

#include <math.h>

/* Larger contributions before smaller ones, whatever their sign, equal ones in the order of the table. */
static void insert(summ_phrase_feature *list, size_t n, summ_phrase_feature new) {
    for (; n > 0 && fabs(new.contribution) > fabs(list[n - 1].contribution); n--)
        list[n] = list[n - 1];
    list[n] = new;
}

static bool add_features(const sm_phrase_features *features, const double *weight, const sm_candidate *c,
                         sm_arena *arena, summ_phrase_reason *r) {
    double value[SM_PHRASE_FEATURES];
    summ_phrase_feature *list = sm_arena_get(arena, SM_PHRASE_FEATURES, sizeof *list);
    if (list == NULL)
        return false;
    sm_phrase_features_get(features, c, value);
    for (size_t i = 0; i < SM_PHRASE_FEATURES; i++) {
        double contribution = weight[i] * value[i];
        const summ_item *item = sm_phrase_feature(i);
        if (contribution > 0 || contribution < 0)
            insert(list, r->n_features++,
                   (summ_phrase_feature){item->name, item->help, value[i], weight[i], contribution});
    }
    r->features = list;
    return true;
}

static bool add_reasons(const sm_found *found, const summ_doc *doc, sm_arena *scratch, summ_keyword_explanation *out) {
    sm_phrase_features features;
    bool has = sm_scorer_has_features(found->scorer);
    const double *weight = sm_phrase_kind_of(&doc->doc)->weight;
    if (has && !sm_phrase_features_init(&features, &found->candidates, scratch))
        return false;
    for (size_t i = 0; i < found->n; i++) {
        const sm_candidate *c = &found->candidates.list.at[found->best.list.at[i].candidate];
        out->list[i] = (summ_phrase_reason){.phrase = &found->list[i]};
        if (has && !add_features(&features, weight, c, &out->memory.arena, &out->list[i]))
            return false;
    }
    return true;
}

static bool explain(sm_found *found, const summ_doc *doc, sm_arena *scratch, summ_keyword_explanation *out) {
    if (!sm_found_make(found, doc, &out->memory.arena, scratch))
        return false;
    out->list = sm_arena_get(&out->memory.arena, found->n, sizeof *out->list);
    out->phrases = found->list;
    out->places = found->places;
    out->n = found->n;
    return out->list != NULL && add_reasons(found, doc, scratch, out);
}

static summ_status watch(sm_found *found, const summ_doc *doc, summ_keyword_explanation *out) {
    sm_alloc *alloc = &out->memory.alloc;
    sm_work work;
    sm_arena scratch; /* counted with the handle, so that max_memory holds for both together */
    sm_arena_init(&scratch, alloc);
    sm_work_begin(&work, alloc, found->options.progress, found->options.progress_context, doc->doc.tokens.n);
    bool good = explain(found, doc, &scratch, out);
    sm_arena_release(&scratch);
    return sm_work_end(alloc, good ? SUMM_OK : SUMM_ERR_MEMORY);
}

summ_status summ_explain_keywords(const summ_doc *doc, const summ_keyword_options *options,
                                  summ_keyword_explanation **explanation) {
    sm_found found;
    if (doc == NULL || explanation == NULL)
        return SUMM_ERR_ARGUMENT;
    summ_status status = sm_found_read(options, &found);
    if (status == SUMM_OK)
        status = sm_corpus_for(found.options.corpus, &doc->doc, &found.corpus);
    if (status != SUMM_OK)
        return status;
    summ_keyword_explanation *out = sm_handle_new(doc->engine, sizeof *out);
    if (out == NULL)
        return SUMM_ERR_MEMORY;
    status = watch(&found, doc, out);
    if (status == SUMM_OK)
        *explanation = out;
    else
        summ_keyword_explanation_free(out);
    return status;
}

size_t summ_keyword_explanation_count(const summ_keyword_explanation *explanation) {
    return explanation->n;
}

const summ_phrase_reason *summ_keyword_explanation_at(const summ_keyword_explanation *explanation, size_t index) {
    return index < explanation->n ? &explanation->list[index] : NULL;
}

void summ_keyword_explanation_free(summ_keyword_explanation *explanation) {
    sm_handle_free(explanation, sizeof *explanation);
}
