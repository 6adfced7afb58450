/* The form in one call. */
#include "summ.h"

#include <stdlib.h>
#include <string.h>

/* The sentences one a line, from malloc. */
static char *join(const summ_sentences *sentences) {
    size_t n = summ_sentences_count(sentences), bytes = 1, at = 0;
    for (size_t i = 0; i < n; i++)
        bytes += summ_sentences_at(sentences, i)->n_bytes + 1;
    char *text = malloc(bytes);
    if (text == NULL)
        return NULL;
    for (size_t i = 0; i < n; i++) {
        const summ_sentence *s = summ_sentences_at(sentences, i);
        if (i > 0)
            text[at++] = '\n';
        memcpy(text + at, s->text, s->n_bytes);
        at += s->n_bytes;
    }
    text[at] = '\0';
    return text;
}

static summ_status summarize(const summ_engine *engine, const char *text, size_t n_bytes, size_t max_sentences,
                             char **summary) {
    summ_doc *doc;
    summ_sentences *sentences;
    summ_summary_options options;
    summ_summary_options_init(&options, sizeof options);
    options.max_sentences = max_sentences;
    summ_status status = summ_doc_new(engine, text, n_bytes, NULL, &doc);
    if (status != SUMM_OK)
        return status;
    status = summ_summarize(doc, &options, &sentences);
    if (status == SUMM_OK) {
        *summary = join(sentences);
        status = *summary != NULL ? SUMM_OK : SUMM_ERR_MEMORY;
        summ_sentences_free(sentences);
    }
    summ_doc_free(doc);
    return status;
}

summ_status summ_text(const char *text, size_t n_bytes, size_t max_sentences, char **summary) {
    summ_engine *engine;
    char *joined = NULL;
    if (summary == NULL)
        return SUMM_ERR_ARGUMENT;
    summ_status status = summ_engine_new(NULL, &engine);
    if (status != SUMM_OK)
        return status;
    status = summarize(engine, text, n_bytes, max_sentences, &joined);
    if (status == SUMM_OK)
        *summary = joined;
    summ_engine_free(engine);
    return status;
}

void summ_free(char *summary) {
    free(summary);
}
