/* What is known of a document besides its words. */
#include "api/handles.h"

#include <stdio.h>
#include <string.h>

/* Words that a minute of silent reading takes: the mean over 190 studies of English (Brysbaert 2019, Journal of Memory
 * and Language 109, 104047). In writing without spaces characters are counted: 500 is the middle of the 400 to 600 that
 * are usually given for Japanese; read aloud it is 357, and Chinese 255 (Trauzettel-Klosinski & Dietz 2012). */
enum {
    WORDS_A_MINUTE = 238,
    CHARS_A_MINUTE = 500
};

static size_t reading_seconds(const sm_language *language, const summ_facts *f) {
    bool spaced = (language->traits & SM_NO_SPACES) == 0;
    uint64_t n = spaced ? f->n_words : f->n_chars, rate = spaced ? WORDS_A_MINUTE : CHARS_A_MINUTE;
    return (size_t)((60 * n + rate / 2) / rate);
}

static void count(const summ_doc *doc, summ_facts *f) {
    const sm_doc *d = &doc->doc;
    f->n_sentences = d->sentences.n;
    for (uint32_t i = 0; i < d->sentences.n; i++) {
        const sm_sentence *s = &d->sentences.at[i];
        f->n_words += s->n_words;
        f->n_chars += s->n_chars;
        bool first = i == 0 || d->sentences.at[i - 1].block != s->block;
        f->n_paragraphs += first && sm_doc_is_paragraph(doc, s);
    }
    for (size_t i = 0; i < d->stems.n; i++)
        f->n_stems += !d->stems.at[i].own;
}

/* The first block that is a title; NULL: there is none. */
static const sm_block *title_block(const sm_input *input) {
    for (size_t i = 0; i < input->blocks.n; i++)
        if (input->blocks.at[i].role == SM_ROLE_TITLE)
            return &input->blocks.at[i];
    return NULL;
}

/* The words that were given, those that the format states, or the title that stands in the text. */
static bool find_title(const summ_doc *doc, const char *given, sm_arena *arena, summ_facts *f) {
    const sm_input *input = &doc->doc.input;
    const sm_block *block = doc->n_sources == 1 ? title_block(input) : NULL;
    const char *text = "";
    size_t n = 0;
    sm_shown shown;
    if (given != NULL && given[0] != '\0') {
        text = given;
        n = strlen(given);
    } else if (input->title != NULL) {
        text = input->title;
        n = input->n_title;
    } else if (block != NULL) {
        text = input->text + block->begin;
        n = block->end - block->begin;
    }
    f->title = n > 0 ? sm_shown_copy(text, n, arena, &shown) : NULL;
    return n == 0 || f->title != NULL;
}

static const char *string_or_null(const char *string) {
    return string[0] != '\0' ? string : NULL;
}

enum {
    MAX_WARNINGS = 3,
    WARNING_ROOM = 256
};

/* NULL: no memory. */
static const char *tell_bad_bytes(const summ_doc *doc, size_t n, sm_arena *arena) {
    char *warning = sm_arena_get(arena, WARNING_ROOM, 1);
    if (warning != NULL)
        snprintf(warning, WARNING_ROOM, "%zu byte sequence%s no %.100s read as U+FFFD", n,
                 n == 1 ? " that is" : "s that are", doc->facts.encoding);
    return warning;
}

static bool find_warnings(const summ_doc *doc, sm_arena *arena, summ_facts *f) {
    bool no_article = false, stripped = false;
    const char **warnings = sm_arena_get(arena, MAX_WARNINGS, sizeof *warnings);
    f->warnings = warnings;
    if (warnings == NULL)
        return false;
    for (size_t i = 0; i < doc->n_sources; i++) {
        no_article = no_article || doc->sources[i].input.no_article;
        stripped = stripped || doc->sources[i].input.stripped;
    }
    if (f->n_bad_bytes > 0 && (warnings[f->n_warnings++] = tell_bad_bytes(doc, f->n_bad_bytes, arena)) == NULL)
        return false;
    if (no_article)
        warnings[f->n_warnings++] = "no article found: whatever may be read of the page was taken";
    if (stripped)
        warnings[f->n_warnings++] = "too large or too deeply nested: read without regard to elements and blocks";
    return true;
}

bool sm_doc_find_facts(summ_doc *doc, const char *title, bool language_given, sm_arena *arena) {
    summ_facts *f = &doc->facts;
    f->language = doc->doc.language->item.name;
    f->language_sureness = doc->doc.language_sureness;
    f->language_given = language_given;
    f->encoding = doc->sources[0].decoded.encoding;
    for (size_t i = 0; i < doc->n_sources; i++)
        f->n_bad_bytes += doc->sources[i].decoded.n_bad;
    f->author = string_or_null(doc->doc.input.said.author);
    f->date = string_or_null(doc->doc.input.said.date);
    count(doc, f);
    f->reading_seconds = reading_seconds(doc->doc.language, f);
    return find_title(doc, title, arena, f) && find_warnings(doc, arena, f);
}

const summ_facts *summ_doc_facts(const summ_doc *doc) {
    return &doc->facts;
}
