/* Sentences and words of any text in any language: both cover it in order, on borders of characters. */
#include "fuzz.h"

#include "base/chars.h"
#include "text/form.h"
#include "text/guess.h"
#include "text/segment.h"
#include "text/sentences.h"
#include "text/vocab.h"
#include "text/words.h"

/* What characters begin where. */
static bool *find_borders(const char *text, size_t n, sm_arena *arena) {
    bool *border = sm_arena_get_zero(arena, n + 1, sizeof *border);
    FUZZ_CHECK(border != NULL);
    for (size_t at = 0; at < n;) {
        uint32_t code;
        border[at] = true;
        at += sm_utf8_decode(text + at, n - at, &code);
    }
    border[n] = true;
    return border;
}

static void check_run(const sm_language *language, const char *text, const sm_token *whole, const bool *border) {
    sm_run run = sm_run_of(NULL, language, text, whole->end);
    sm_token t = {.next = whole->begin};
    for (size_t at = whole->begin; sm_run_next(&run, &t); at = t.next) {
        FUZZ_CHECK(t.begin == at && t.end > at && t.end <= whole->end && border[t.end]);
        FUZZ_CHECK(t.next > at && t.next <= t.end && border[t.next]);
    }
    FUZZ_CHECK(t.next == whole->end);
}

/* Those of a sentence. */
static void check_words(const sm_language *language, const char *text, size_t begin, size_t end, const bool *border) {
    sm_token t = {begin, begin, begin, SM_TOKEN_WORD};
    size_t last = begin;
    while (sm_next_word(text, t.next, end, language->traits, &t)) {
        FUZZ_CHECK(t.begin >= last && t.begin < t.end && t.end <= end && t.next > t.begin && t.next <= t.end);
        FUZZ_CHECK(border[t.begin] && border[t.end] && border[t.next]);
        last = t.next;
        if ((language->traits & SM_NO_SPACES) != 0 && t.kind == SM_TOKEN_WORD)
            check_run(language, text, &t, border);
    }
    (void)sm_form_asks(text, begin, end, language);
    (void)sm_form_quotes(text, begin, end);
}

static void check_sentences(const sm_language *language, bool uncased, fuzz_input in, const bool *border) {
    sm_splitter splitter = {.text = in.text, .language = language, .uncased = uncased};
    size_t end;
    for (size_t at = sm_skip_spaces(in.text, 0, in.n); at < in.n; at = sm_skip_spaces(in.text, end, in.n)) {
        end = sm_sentence_end(&splitter, at, in.n);
        FUZZ_CHECK(end > at && end <= in.n && border[end]);
        FUZZ_CHECK(sm_skip_spaces_back(in.text, at, end) == end);
        check_words(language, in.text, at, end, border);
    }
}

/* The row of the first byte; past the last, whatever the text is guessed to be. */
static const sm_language *language_of(fuzz_input *in) {
    const sm_language *language = sm_language_at(fuzz_pick(in, 64));
    double sureness;
    if (language != NULL)
        return language;
    language = sm_guess_language(in->text, in->n, &sureness);
    FUZZ_CHECK(language != NULL && sureness >= 0 && sureness <= 1);
    return language;
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t n) {
    fuzz_input in = fuzz_begin(data, n);
    fuzz_arena scratch;
    const sm_language *language = language_of(&in);
    bool uncased = fuzz_pick(&in, 2) == 1;
    in.n = sm_skip_spaces_back(in.text, 0, in.n); /* as blocks end */
    fuzz_arena_begin(&scratch);
    check_sentences(language, uncased, in, find_borders(in.text, in.n, &scratch.arena));
    fuzz_arena_end(&scratch);
    return 0;
}
