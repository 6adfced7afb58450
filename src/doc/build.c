#include "doc/doc.h"

#include "base/chars.h"
#include "base/digest.h"
#include "base/utf8.h"
#include "doc/lexis.h"
#include "doc/prose.h"
#include "doc/title.h"
#include "text/guess.h"
#include "text/segment.h"
#include "text/sentences.h"
#include "text/shown.h"

#include <string.h>

static const double SAID_SURENESS = 0.5; /* of what only the source says of its language */

enum {
    CASE_SAMPLE = 65536, /* bytes looked at to tell whether a text has capitals */
    SURE_BYTES = 200,    /* a guess of the language from fewer may be wrong */
    PROGRESS_STEP = 65536
};

/* Sentences in the making. */
typedef struct maker {
    sm_lexis lexis;
    sm_splitter splitter;
    const sm_watch *watch;
    size_t told; /* where the text was when progress was told last */
} maker;

/* Fewer than one capital in 200 letters: all lower case, or a script without case. */
static bool has_no_capitals(const char *text, size_t n) {
    size_t letters = 0, upper = 0;
    for (size_t i = 0; i < n && i < CASE_SAMPLE;) {
        uint32_t code;
        i += sm_utf8_decode(text + i, n - i, &code);
        sm_char c = sm_char_of(code);
        letters += sm_char_is_letter(c);
        upper += c == SM_CHAR_UPPER;
    }
    return 200 * upper < letters;
}

/* Does anything but white space stand in text[from .. to)? */
static bool is_parted(const char *text, size_t from, size_t to) {
    return from < to && !(to - from == 1 && text[from] == ' ') && sm_skip_spaces(text, from, to) < to;
}

static bool add_token(sm_lexis *lexis, sm_sentence *s, const sm_token *t, bool boundary) {
    sm_doc *doc = lexis->doc;
    uint32_t word = sm_lexis_word(lexis, t);
    sm_doc_token token = {(uint32_t)t->begin, word & INT32_MAX, boundary};
    if (word == SM_VOCAB_NONE || !sm_vec_push(&doc->tokens, token, doc->arena))
        return false;
    const sm_word *w = &doc->words.at[word];
    s->n_lettered += w->class != SM_WORD_NUMBER;
    return w->class != SM_WORD_CONTENT || sm_vec_push(&doc->content, w->stem, doc->arena);
}

/* A run of letters that are several words. */
static bool add_run(sm_lexis *lexis, sm_sentence *s, const sm_token *whole, bool boundary) {
    const sm_doc *doc = lexis->doc;
    sm_run run = sm_run_of(doc->lists, doc->language, doc->input.text, whole->end);
    sm_token t = {.next = whole->begin};
    for (; sm_run_next(&run, &t); boundary = false)
        if (!add_token(lexis, s, &t, boundary))
            return false;
    return true;
}

static bool add_tokens(sm_lexis *lexis, sm_sentence *s) {
    sm_doc *doc = lexis->doc;
    const char *text = doc->input.text;
    sm_token t = {s->begin, s->begin, s->begin, SM_TOKEN_WORD};
    bool boundary = true, runs = (doc->language->traits & SM_NO_SPACES) != 0;
    for (size_t last = s->begin; sm_next_word(text, t.next, s->end, doc->language->traits, &t); last = t.end) {
        boundary = boundary || is_parted(text, last, t.begin);
        bool is_run = runs && t.kind == SM_TOKEN_WORD;
        if (is_run ? !add_run(lexis, s, &t, boundary) : !add_token(lexis, s, &t, boundary))
            return false;
        boundary = false;
    }
    return true;
}

static void measure(const char *text, sm_sentence *s) {
    sm_shown shown = sm_shown_measure(text + s->begin, s->end - s->begin);
    s->n_words = (uint32_t)shown.words;
    s->n_chars = (uint32_t)shown.chars;
}

/* After a sentence that ends at `at`. */
static summ_status watch(maker *m, size_t at) {
    const sm_watch *w = m->watch;
    const sm_doc *doc = m->lexis.doc;
    if (w == NULL)
        return SUMM_OK;
    if (doc->sentences.n > w->max_sentences)
        return SUMM_ERR_TOO_LARGE;
    if (w->progress == NULL || at - m->told < PROGRESS_STEP)
        return SUMM_OK;
    m->told = at;
    return w->progress(w->context, at, doc->input.n_bytes) == 0 ? SUMM_OK : SUMM_ERR_CANCELLED;
}

static bool add_sentence(sm_lexis *lexis, sm_sentence s) {
    measure(lexis->doc->input.text, &s);
    return add_tokens(lexis, &s) && sm_vec_push(&lexis->doc->sentences, s, lexis->doc->arena);
}

static summ_status add_block(maker *m, uint32_t block) {
    const sm_doc *doc = m->lexis.doc;
    const sm_block *b = &doc->input.blocks.at[block];
    summ_status status = SUMM_OK;
    for (size_t at = b->begin; status == SUMM_OK && at < b->end; at = sm_skip_spaces(doc->input.text, at, b->end)) {
        sm_sentence s = {.begin = (uint32_t)at,
                         .block = block,
                         .first_token = (uint32_t)doc->tokens.n,
                         .first_content = (uint32_t)doc->content.n};
        at = sm_sentence_end(&m->splitter, at, b->end);
        s.end = (uint32_t)at;
        status = add_sentence(&m->lexis, s) ? watch(m, at) : SUMM_ERR_MEMORY;
    }
    return status;
}

static summ_status add_part(maker *m, size_t part) {
    const sm_input *input = &m->lexis.doc->input;
    sm_part first = sm_input_part_at(input, part), next = sm_input_part_at(input, part + 1);
    summ_status status = SUMM_OK;
    m->splitter.uncased = has_no_capitals(input->text + first.text, next.text - first.text);
    for (uint32_t block = first.block; status == SUMM_OK && block < next.block; block++)
        status = add_block(m, block);
    return status;
}

static summ_status add_sentences(sm_doc *doc, const sm_watch *watched, sm_arena *scratch) {
    maker m = {.splitter = {.text = doc->input.text, .language = doc->language, .lists = doc->lists}, .watch = watched};
    summ_status status = sm_lexis_init(&m.lexis, doc, scratch);
    for (size_t part = 0; status == SUMM_OK && part < sm_input_parts(&doc->input); part++)
        status = add_part(&m, part);
    sm_lexis_finish(&m.lexis);
    return status;
}

static bool add_row(const sm_doc *doc, uint32_t sentence, sm_csr_builder *rows) {
    sm_content content = sm_doc_content(doc, sentence);
    if (doc->sentences.at[sentence].candidate)
        for (uint32_t k = 0; k < content.n; k++)
            if (!sm_csr_add(rows, content.stem[k], 1))
                return false;
    return sm_csr_end_row(rows);
}

static bool build_matrix(sm_doc *doc) {
    sm_csr_builder rows;
    if (!sm_csr_begin(&rows, doc->arena))
        return false;
    for (uint32_t i = 0; i < doc->sentences.n; i++)
        if (!add_row(doc, i, &rows))
            return false;
    doc->matrix = sm_csr_finish(&rows, (uint32_t)doc->stems.n);
    return true;
}

static summ_status give_title(sm_doc *doc, const char *words, sm_arena *scratch) {
    sm_doc title;
    size_t n = words != NULL ? strlen(words) : 0;
    if (n == 0)
        return SUMM_OK;
    if (n >= UINT32_MAX)
        return SUMM_ERR_TOO_LARGE;
    summ_status status = sm_doc_build(&title, sm_reader_at(0), words, (uint32_t)n, doc->language, doc->lists, scratch);
    return status != SUMM_OK || sm_title_give(doc, &title, scratch) ? status : SUMM_ERR_MEMORY;
}

static summ_status analyse(sm_doc *doc, const char *title, const sm_watch *watched, sm_arena *scratch) {
    summ_status status = add_sentences(doc, watched, scratch);
    if (status == SUMM_OK)
        status = give_title(doc, title, scratch);
    if (status != SUMM_OK)
        return status;
    return sm_prose_judge(doc, scratch) && sm_title_collect(doc, scratch) && build_matrix(doc) ? SUMM_OK
                                                                                               : SUMM_ERR_MEMORY;
}

/* What a text itself says counts where its words tell too little: pages often say what their template said. */
static void find_language(sm_doc *doc) {
    const sm_input *input = &doc->input;
    const sm_language *said = sm_language_find(input->language);
    doc->language = sm_guess_language(input->text, input->n_bytes, &doc->language_sureness);
    bool unsure = doc->language == &sm_language_unknown || input->n_bytes < SURE_BYTES;
    if (!unsure || said == NULL || said == doc->language)
        return;
    doc->language = said;
    doc->language_sureness = SAID_SURENESS;
}

summ_status sm_doc_analyse(sm_doc *doc, const sm_input *input, const sm_language *language, const sm_lists *lists,
                           const char *title, const sm_watch *watched, sm_arena *arena) {
    sm_arena scratch;
    *doc = (sm_doc){.arena = arena, .input = *input, .lists = lists, .key = sm_digest(input->text, input->n_bytes)};
    doc->language = language;
    doc->language_sureness = 1;
    if (language == NULL)
        find_language(doc);
    sm_arena_init(&scratch, arena->alloc);
    summ_status status = analyse(doc, title, watched, &scratch);
    sm_arena_release(&scratch);
    return status;
}

summ_status sm_doc_build(sm_doc *doc, const sm_reader *reader, const char *source, uint32_t n_bytes,
                         const sm_language *language, const sm_lists *lists, sm_arena *arena) {
    sm_input input;
    summ_status status = reader->read(source, n_bytes, arena, &input);
    return status == SUMM_OK ? sm_doc_analyse(doc, &input, language, lists, NULL, NULL, arena) : status;
}
