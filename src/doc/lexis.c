#include "doc/lexis.h"

#include "base/chars.h"
#include "base/utf8.h"
#include "text/fold.h"
#include "text/lexicon.h"

#include <string.h>

summ_status sm_lexis_init(sm_lexis *lexis, sm_doc *doc, sm_arena *scratch) {
    *lexis = (sm_lexis){.doc = doc, .scratch = scratch};
    sm_vocab_init(&lexis->words, scratch, doc->key);
    sm_vocab_init(&lexis->stems, scratch, doc->key);
    return sm_stemmer_init(&lexis->stemmer, doc->language);
}

static sm_word_case case_of(const char *text, size_t n) {
    size_t letters = 0, upper = 0;
    bool first_upper = false;
    for (size_t i = 0; i < n;) {
        uint32_t code;
        i += sm_utf8_decode(text + i, n - i, &code);
        sm_char c = sm_char_of(code);
        if (!sm_char_is_letter(c))
            continue;
        first_upper = first_upper || (letters == 0 && c == SM_CHAR_UPPER);
        letters++;
        upper += c == SM_CHAR_UPPER;
    }
    if (upper == 0)
        return SM_CASE_LOWER;
    if (upper == letters && letters > 1)
        return SM_CASE_ALL_CAPS;
    return first_upper && upper == 1 ? SM_CASE_CAPITAL : SM_CASE_MIXED;
}

/* Single letters count as stop words, and what is written in hiragana alone: endings and words that hold sentences
 * together; nouns nearly never. */
static bool is_stop(const char *folded, size_t n, unsigned lists) {
    uint32_t code;
    size_t at = sm_utf8_decode(folded, n, &code);
    if (sm_lists_hold(lists, SM_LIST_STOPWORDS) || (at == n && sm_char_of(code) != SM_CHAR_IDEOGRAPH))
        return true;
    while (sm_char_is_hiragana(code) && at < n)
        at += sm_utf8_decode(folded + at, n - at, &code);
    return sm_char_is_hiragana(code);
}

static sm_word_class class_of(const sm_token *token, const char *folded, size_t n, unsigned lists) {
    if (token->kind == SM_TOKEN_ADDRESS || n == 0)
        return SM_WORD_ADDRESS;
    if (token->kind == SM_TOKEN_NUMBER)
        return SM_WORD_NUMBER;
    return is_stop(folded, n, lists) ? SM_WORD_STOP : SM_WORD_CONTENT;
}

/* 's with a straight or a curly apostrophe. */
static uint8_t possessive_of(const sm_doc *doc, const char *text, size_t n) {
    if ((doc->language->traits & SM_ENGLISH_ENDINGS) == 0)
        return 0;
    if (n > 2 && memcmp(text + n - 2, "'s", 2) == 0)
        return 2;
    return n > 4 && memcmp(text + n - 4, "\xE2\x80\x99s", 4) == 0 ? 4 : 0;
}

/* Enters a key that stays; its stem's text is the key less its first `skip` bytes. */
static uint32_t enter_stem(sm_lexis *lexis, const char *key, size_t n, size_t skip) {
    sm_doc *doc = lexis->doc;
    uint32_t id = sm_vocab_add(&lexis->stems, key, n);
    sm_stem_entry stem = {key + skip, (uint32_t)(n - skip), 0, skip > 0};
    if (id == doc->stems.n && !sm_vec_push(&doc->stems, stem, doc->arena))
        return SM_VOCAB_NONE;
    return id;
}

static uint32_t add_stem(sm_lexis *lexis, const char *bytes, size_t n) {
    uint32_t id = sm_vocab_find(&lexis->stems, bytes, n);
    if (id != SM_VOCAB_NONE)
        return id;
    char *copy = sm_arena_get(lexis->doc->arena, n, 1);
    if (copy == NULL)
        return SM_VOCAB_NONE;
    memcpy(copy, bytes, n);
    return enter_stem(lexis, copy, n, 0);
}

/* Numbers, addresses and stop words are their own stems. The key of theirs begins with a byte that no word has, so that
 * no content word falls together with one ("willing" and "will"). */
static uint32_t add_own_stem(sm_lexis *lexis, const char *word, size_t n) {
    char *key = sm_arena_get(lexis->doc->arena, n + 1, 1);
    if (key == NULL)
        return SM_VOCAB_NONE;
    key[0] = '\1';
    memcpy(key + 1, word, n);
    return enter_stem(lexis, key, n + 1, 1);
}

static uint32_t stem_of(sm_lexis *lexis, sm_word_class class, const char *word, size_t n, sm_memo_word *known) {
    size_t n_stem;
    if (class != SM_WORD_CONTENT)
        return add_own_stem(lexis, word, n);
    if (known->n_stem > 0)
        return add_stem(lexis, known->stem, known->n_stem);
    const char *stemmed = sm_stem(&lexis->stemmer, word, n, &n_stem);
    if (stemmed == NULL)
        return SM_VOCAB_NONE;
    if (n_stem <= SM_MEMO_MOST) {
        known->n_stem = (uint8_t)n_stem;
        memcpy(known->stem, stemmed, n_stem);
    }
    return add_stem(lexis, stemmed, n_stem);
}

/* What the memo knows of a folded word, or the lists it is in. */
static bool recall(const sm_doc *doc, const char *folded, size_t n, sm_memo_word *known) {
    const sm_memo *memo = doc->lists != NULL ? doc->lists->memo : NULL;
    if (sm_memo_find(memo, sm_language_bit(doc->language), folded, n, known))
        return true;
    known->lists = (uint16_t)sm_lists_of(doc->lists, doc->language, folded, n);
    known->n_stem = 0;
    return false;
}

static void keep(const sm_doc *doc, const char *folded, size_t n, const sm_memo_word *known) {
    if (doc->lists != NULL)
        sm_memo_keep(doc->lists->memo, sm_language_bit(doc->language), folded, n, known);
}

static bool add_word(sm_lexis *lexis, const sm_token *token) {
    sm_doc *doc = lexis->doc;
    const char *text = doc->input.text + token->begin, *form = text;
    size_t n = token->end - token->begin, n_folded;
    char folded[SM_WORD_MAX];
    n_folded = sm_language_fold(doc->language, text, n, folded);
    sm_word word = {.begin = (uint32_t)token->begin, .n_bytes = (uint32_t)n};
    sm_memo_word known;
    bool is_known = recall(doc, folded, n_folded, &known);
    word.class = class_of(token, folded, n_folded, known.lists);
    word.connector = word.class == SM_WORD_STOP && sm_lists_hold(known.lists, SM_LIST_CONNECTORS);
    word.cue = sm_lists_hold(known.lists, SM_LIST_CUES);
    word.letters = case_of(text, n);
    word.possessive = possessive_of(doc, text, n);
    if (n_folded > 0) {
        form = folded;
        n = n_folded;
    }
    word.stem = stem_of(lexis, word.class, form, n, &known);
    if (!is_known && n_folded > 0)
        keep(doc, folded, n_folded, &known);
    return word.stem != SM_VOCAB_NONE && sm_vec_push(&doc->words, word, doc->arena) &&
           sm_vec_push(&lexis->counts, 0u, lexis->scratch);
}

uint32_t sm_lexis_word(sm_lexis *lexis, const sm_token *token) {
    sm_doc *doc = lexis->doc;
    uint32_t id = sm_vocab_add_within(&lexis->words, doc->input.text + token->begin, token->end - token->begin,
                                      doc->input.n_bytes - token->begin);
    if (id == SM_VOCAB_NONE || (id == doc->words.n && !add_word(lexis, token)))
        return SM_VOCAB_NONE;
    lexis->counts.at[id]++;
    return id;
}

/* Words and stems lie all over the memory: they are counted once for each word, and not for each token. */
static void count_all(sm_lexis *lexis) {
    sm_doc *doc = lexis->doc;
    for (size_t i = 0; i < lexis->counts.n; i++) {
        doc->words.at[i].count = lexis->counts.at[i];
        doc->stems.at[doc->words.at[i].stem].count += lexis->counts.at[i];
    }
}

void sm_lexis_finish(sm_lexis *lexis) {
    count_all(lexis);
    sm_stemmer_free(&lexis->stemmer);
}
