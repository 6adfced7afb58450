/* Files of stop words and abbreviations, compressed ones among them, read in pieces; and what they do to a text, which
 * stands behind the first byte 0x1E. */
#include "fuzz.h"
#include "streams.h"

#include "cli/lists.h"

enum {
    TEXT_MARK = 0x1E
};

/* A phrase is none of the stop words, as far as these are plain words in small letters. */
static void check_phrases(const summ_phrases *phrases, fuzz_input list) {
    while (list.n > 0) {
        fuzz_input word = fuzz_part(&list, '\n');
        bool plain = word.n > 1;
        for (size_t i = 0; i < word.n; i++)
            plain = plain && word.text[i] >= 'a' && word.text[i] <= 'z';
        for (size_t i = 0; plain && i < summ_phrases_count(phrases); i++) {
            const summ_phrase *p = summ_phrases_at(phrases, i);
            FUZZ_CHECK(p->n_bytes != word.n || memcmp(p->text, word.text, word.n) != 0);
        }
    }
}

static void use(const summ_engine *engine, fuzz_input text, fuzz_input stopwords) {
    summ_doc *doc;
    summ_phrases *phrases;
    summ_sentences *summary;
    if (summ_doc_new(engine, text.text, text.n, NULL, &doc) != SUMM_OK)
        return;
    FUZZ_CHECK(summ_summarize(doc, NULL, &summary) == SUMM_OK && summ_keywords(doc, NULL, &phrases) == SUMM_OK);
    check_phrases(phrases, stopwords);
    summ_phrases_free(phrases);
    summ_sentences_free(summary);
    summ_doc_free(doc);
}

static bool has_nul(fuzz_input in) {
    return in.n > 0 && memchr(in.text, '\0', in.n) != NULL;
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t n) {
    fuzz_input in = fuzz_begin(data, n);
    size_t kind = fuzz_pick(&in, 3), piece = fuzz_pick(&in, 16);
    fuzz_input list = fuzz_part(&in, TEXT_MARK);
    char *given = kind == 2 ? fuzz_string(list) : NULL;
    char name[] = "text", *names[] = {name};
    settings asked;
    settings_init(&asked);
    asked.files = names; /* for one text no engine remembers words, which takes most of a run */
    asked.n_files = 1;
    asked.stopwords = kind == 0 ? FUZZ_FILE : NULL;
    asked.abbreviations = kind == 1 ? FUZZ_FILE : NULL;
    asked.more_stopwords = given;
    fuzz_stream_begin(list.text, list.n, piece);
    summ_engine *engine = lists_engine(&asked);
    FUZZ_CHECK((fuzz_stream_messages() > 0) == (engine == NULL));
    if (engine != NULL)
        use(engine, in, kind == 0 && !has_nul(list) ? list : (fuzz_input){NULL, 0});
    summ_engine_free(engine);
    settings_free(&asked);
    free(given);
    return 0;
}
