#include "api/handles.h"

#include <string.h>

/* All option structs begin with their size. Members that this library does not know are ignored, those that the caller
 * does not know keep their defaults. */
bool sm_options_read(void *options, size_t size, const void *given) {
    size_t given_size;
    if (given == NULL)
        return true;
    memcpy(&given_size, given, sizeof given_size);
    if (given_size < sizeof given_size)
        return false;
    memcpy(options, given, given_size < size ? given_size : size);
    return true;
}

/* Copies what fits of the defaults into the caller's struct and clears the rest. */
static void init(void *options, size_t struct_size, const void *defaults, size_t size) {
    memset(options, 0, struct_size);
    memcpy(options, defaults, struct_size < size ? struct_size : size);
    if (struct_size >= sizeof struct_size)
        memcpy(options, &struct_size, sizeof struct_size);
}

void summ_engine_options_init(summ_engine_options *options, size_t struct_size) {
    const summ_engine_options defaults = {.struct_size = sizeof defaults,
                                          .max_bytes = SUMM_NO_LIMIT,
                                          .max_memory = SUMM_NO_LIMIT,
                                          .max_sentences = SUMM_NO_LIMIT};
    init(options, struct_size, &defaults, sizeof defaults);
}

void summ_doc_options_init(summ_doc_options *options, size_t struct_size) {
    const summ_doc_options defaults = {.struct_size = sizeof defaults};
    init(options, struct_size, &defaults, sizeof defaults);
}

void summ_summary_options_init(summ_summary_options *options, size_t struct_size) {
    const summ_summary_options defaults = {.struct_size = sizeof defaults,
                                           .max_sentences = SUMM_NO_LIMIT,
                                           .max_words = SUMM_NO_LIMIT,
                                           .max_chars = SUMM_NO_LIMIT,
                                           .max_percent = 100,
                                           .diversity = SUMM_DIVERSITY_OWN,
                                           .order = SUMM_ORDER_POSITION};
    init(options, struct_size, &defaults, sizeof defaults);
}

void summ_keyword_options_init(summ_keyword_options *options, size_t struct_size) {
    const summ_keyword_options defaults = {
        .struct_size = sizeof defaults, .max_phrases = 10, .max_words = 4, .overlap = 1, .min_words = 1};
    init(options, struct_size, &defaults, sizeof defaults);
}

void summ_report_init(summ_report *report, size_t struct_size) {
    const summ_report defaults = {.struct_size = sizeof defaults};
    init(report, struct_size, &defaults, sizeof defaults);
}
