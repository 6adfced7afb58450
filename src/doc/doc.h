/* The analysed document: built once, then only read. Arrays of sentences, tokens, words and stems with dense 32-bit
 * numbers in order of appearance, and the sentence x stem matrix. Everything lives in one arena. */
#ifndef SM_DOC_DOC_H
#define SM_DOC_DOC_H

#include "input/input.h"
#include "num/csr.h"
#include "text/lists.h"

/* A sentence is tokens first_token .. (next sentence's first_token) - 1. */
typedef struct sm_sentence {
    uint32_t begin, end; /* bytes of the text */
    uint32_t block;
    uint32_t first_token;
    uint32_t first_content;    /* of doc->content */
    uint32_t n_lettered;       /* tokens with a letter */
    uint32_t n_words, n_chars; /* as shown: see text/shown.h */
    bool candidate;            /* prose long enough to stand in a summary (doc/prose.h) */
    uint32_t position;         /* of a candidate: among those of its text, from 0; of merged texts, each has its own */
} sm_sentence;

/* Tokens ascend; those of ideographs overlap (text/words.h). There are millions: their ends are those of their words. */
typedef struct sm_doc_token {
    uint32_t begin; /* byte of the text */
    uint32_t word : 31;
    uint32_t boundary : 1; /* something but white space stands between it and the token before, or a sentence begins */
} sm_doc_token;

typedef enum sm_word_class {
    SM_WORD_CONTENT,
    SM_WORD_STOP,   /* in the stop words, or a single letter */
    SM_WORD_NUMBER, /* no letter */
    SM_WORD_ADDRESS /* URL, e-mail address, and words longer than SM_WORD_MAX */
} sm_word_class;

/* How a word is spelled. */
typedef enum sm_word_case {
    SM_CASE_LOWER,   /* or without case */
    SM_CASE_CAPITAL, /* first letter only */
    SM_CASE_MIXED,   /* iPhone, McDonald */
    SM_CASE_ALL_CAPS /* two letters at least */
} sm_word_case;

/* A distinct spelling: "The" and "the" are two words with one stem. */
typedef struct sm_word {
    uint32_t begin, n_bytes; /* its first occurrence in the text */
    uint32_t count;
    uint32_t stem; /* also of stop words and numbers, whose stems stand for their folded forms */
    /* Small, for words lie all over the memory as a text is walked. */
    sm_word_class class : 8;
    sm_word_case letters : 8;
    uint8_t possessive; /* bytes of the possessive ending, 0 if there is none */
    bool connector;     /* a stop word that may stand inside a key phrase */
    bool cue;           /* may be part of a phrase in which a text speaks of itself: doc/cues.h */
} sm_word;

typedef struct sm_stem_entry {
    const char *text; /* folded, stemmed; not NUL-terminated */
    uint32_t n_bytes;
    uint32_t count; /* occurrences in the document */
    bool own;       /* of a stop word, number or address: not the content stem of the same text ("will", "willing") */
} sm_stem_entry;

/* What a caller wants to be told of an analysis, and may not be passed. */
typedef struct sm_watch {
    summ_progress_fn progress; /* or NULL */
    void *context;
    size_t max_sentences;
} sm_watch;

typedef struct sm_doc {
    sm_arena *arena;
    sm_input input;
    const sm_language *language;
    double language_sureness; /* 1 if it was given, else as in text/guess.h; 0.5 if only the source says it */
    const sm_lists *lists;    /* the caller's words, or NULL */
    uint64_t key;             /* of hash tables: depends on every byte of the text (base/hash.h) */
    SM_VEC(sm_sentence) sentences;
    SM_VEC(sm_doc_token) tokens;
    SM_VEC(sm_word) words;
    SM_VEC(sm_stem_entry) stems;
    SM_VEC(uint32_t) content; /* the stems of the tokens that are content words, one behind the other */
    uint32_t n_candidates;    /* candidate sentences */
    SM_VEC(uint32_t) title;   /* distinct content stems of the title */
    sm_csr matrix; /* sentences x stems: how often each content stem stands in it; empty rows for no candidates */
} sm_doc;

/* Analyses what a reader read, which stays where it is, as `lists` do, which may be NULL. `language` NULL: guessed;
 * `title` NULL: found; `watched` NULL: nobody asks. The doc lives in `arena`; on failure too it is for the caller to
 * release that. SUMM_ERR_MEMORY, SUMM_ERR_TOO_LARGE (the title, or too many sentences), SUMM_ERR_CANCELLED.
 * O(bytes). */
summ_status sm_doc_analyse(sm_doc *doc, const sm_input *input, const sm_language *language, const sm_lists *lists,
                           const char *title, const sm_watch *watched, sm_arena *arena);

/* Reads and analyses a source that stays where it is. SUMM_ERR_MEMORY, or what the reader reports. O(n_bytes). */
summ_status sm_doc_build(sm_doc *doc, const sm_reader *reader, const char *source, uint32_t n_bytes,
                         const sm_language *language, const sm_lists *lists, sm_arena *arena);

/* One past the last token of a sentence. */
static inline uint32_t sm_doc_end_token(const sm_doc *doc, uint32_t sentence) {
    return sentence + 1 < doc->sentences.n ? doc->sentences.at[sentence + 1].first_token : (uint32_t)doc->tokens.n;
}

static inline const sm_word *sm_doc_word(const sm_doc *doc, uint32_t token) {
    return &doc->words.at[doc->tokens.at[token].word];
}

/* One past the last byte of a token. */
static inline uint32_t sm_doc_token_end(const sm_doc *doc, uint32_t token) {
    return doc->tokens.at[token].begin + sm_doc_word(doc, token)->n_bytes;
}

/* The content stems of a sentence, in order. */
typedef struct sm_content {
    const uint32_t *stem;
    uint32_t n;
} sm_content;

static inline sm_content sm_doc_content(const sm_doc *doc, uint32_t sentence) {
    uint32_t begin = doc->sentences.at[sentence].first_content;
    bool last = sentence + 1 == doc->sentences.n;
    uint32_t end = last ? (uint32_t)doc->content.n : doc->sentences.at[sentence + 1].first_content;
    return begin < end ? (sm_content){&doc->content.at[begin], end - begin} : (sm_content){NULL, 0};
}

/* One past the last sentence of the block that a sentence is in. */
static inline uint32_t sm_doc_end_of_block(const sm_doc *doc, uint32_t sentence) {
    uint32_t end = sentence + 1;
    while (end < doc->sentences.n && doc->sentences.at[end].block == doc->sentences.at[sentence].block)
        end++;
    return end;
}

#endif
