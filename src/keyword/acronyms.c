#include "keyword/acronyms.h"

#include "base/chars.h"
#include "base/work.h"

enum {
    LEAST_LETTERS = 2,
    MOST_BYTES = 12,
    MORE_WORDS = 5 /* an expansion has at most that many words more than the acronym letters, or twice as many */
};

typedef struct finder {
    const sm_doc *doc;
    sm_arena *arena;
    bool *known; /* stems of acronyms */
    sm_acronyms *out;
} finder;

static const sm_doc_token *token_at(const finder *f, uint32_t t) {
    return &f->doc->tokens.at[t];
}

/* Two letters at least, and two capitals: NATO, PhD, mRNA; also WHO, which is a stop word in small letters. */
static bool is_acronym(const finder *f, uint32_t t) {
    const sm_word *w = sm_doc_word(f->doc, t);
    uint32_t bytes = token_at(f, t)->end - token_at(f, t)->begin, letters = 0, capitals = 0;
    if (w->class > SM_WORD_STOP || w->letters < SM_CASE_MIXED || bytes > MOST_BYTES)
        return false;
    for (uint32_t i = token_at(f, t)->begin, n; i < token_at(f, t)->end; i += n) {
        size_t length;
        sm_char c = sm_char_at(f->doc->input.text, i, token_at(f, t)->end, &length);
        n = (uint32_t)length;
        letters += sm_char_is_letter(c);
        capitals += c == SM_CHAR_UPPER;
    }
    return letters >= LEAST_LETTERS && capitals >= 2;
}

static bool has_before(const finder *f, uint32_t at, char c) {
    return at > 0 && f->doc->input.text[at - 1] == c;
}

static bool has_behind(const finder *f, uint32_t at, char c) {
    return at < f->doc->input.n_bytes && f->doc->input.text[at] == c;
}

/* The last character that stands before `at` and not before `begin`; 0 if there is none. */
static uint32_t step_back(const char *text, uint32_t begin, uint32_t *at) {
    uint32_t code;
    if (*at <= begin)
        return 0;
    uint32_t before = (uint32_t)sm_utf8_before(text, begin, *at);
    sm_utf8_decode(text + before, *at - before, &code);
    *at = before;
    return code;
}

static bool begins_word(const char *text, uint32_t begin, uint32_t at) {
    uint32_t before = step_back(text, begin, &at);
    return before == 0 || !sm_char_is_word(sm_char_of(before));
}

/* Where the words that the acronym stands for begin in text[begin .. end), or UINT32_MAX. */
static uint32_t match(const char *text, const sm_doc_token *acronym, uint32_t begin, uint32_t end) {
    uint32_t at = end, left = acronym->end;
    while (left > acronym->begin) {
        uint32_t wanted = step_back(text, acronym->begin, &left), code;
        if (!sm_char_is_word(sm_char_of(wanted)))
            continue;
        bool first = left == acronym->begin;
        do {
            if ((code = step_back(text, begin, &at)) == 0)
                return UINT32_MAX;
        } while (sm_char_to_upper(code) != sm_char_to_upper(wanted) || (first && !begins_word(text, begin, at)));
    }
    return at;
}

static bool is_content(const finder *f, uint32_t t) {
    return sm_doc_word(f->doc, t)->class == SM_WORD_CONTENT;
}

/* Does one of the tokens first .. end - 1 have the stem of that other? Then it explains nothing. */
static bool has_stem(const finder *f, uint32_t first, uint32_t end, uint32_t other) {
    for (uint32_t t = first; t < end; t++)
        if (sm_doc_word(f->doc, t)->stem == sm_doc_word(f->doc, other)->stem)
            return true;
    return false;
}

/* Tokens first .. end - 1, no punctuation among them, hold the acronym's letters: from which token on? `end` if not. */
static uint32_t find_begin(const finder *f, uint32_t acronym, uint32_t first, uint32_t end) {
    uint32_t at = match(f->doc->input.text, token_at(f, acronym), token_at(f, first)->begin, token_at(f, end - 1)->end);
    for (uint32_t t = first; t < end && at != UINT32_MAX; t++)
        if (token_at(f, t)->begin == at)
            return is_content(f, t) && is_content(f, end - 1) && !has_stem(f, t, end, acronym) ? t : end;
    return end;
}

static uint32_t most_words(const finder *f, uint32_t acronym) {
    uint32_t letters = token_at(f, acronym)->end - token_at(f, acronym)->begin;
    return letters < MORE_WORDS ? 2 * letters : letters + MORE_WORDS;
}

static bool add(finder *f, uint32_t acronym, uint32_t first, uint32_t end) {
    sm_acronym found = {acronym, {first, end - first}};
    if (first == end)
        return true;
    f->known[sm_doc_word(f->doc, acronym)->stem] = true;
    return sm_vec_push(&f->out->list, found, f->arena);
}

/* Words (ACRONYM) */
static bool look_before(finder *f, uint32_t sentence_begin, uint32_t t) {
    const char *text = f->doc->input.text;
    if (!has_before(f, token_at(f, t)->begin, '(') || !has_behind(f, token_at(f, t)->end, ')') || t == sentence_begin)
        return true;
    uint32_t first = t - 1;
    if (sm_skip_spaces(text, token_at(f, first)->end, token_at(f, t)->begin) + 1 != token_at(f, t)->begin)
        return true;
    while (first > sentence_begin && t - first < most_words(f, t) && !token_at(f, first)->boundary)
        first--;
    return add(f, t, find_begin(f, t, first, t), t);
}

/* ACRONYM (words) */
static bool look_behind(finder *f, uint32_t t, uint32_t sentence_end) {
    uint32_t end = t + 1;
    if (end >= sentence_end || !has_before(f, token_at(f, end)->begin, '('))
        return true;
    for (end++; end < sentence_end && end - t <= most_words(f, t) && !token_at(f, end)->boundary;)
        end++;
    if (!has_behind(f, token_at(f, end - 1)->end, ')') || find_begin(f, t, t + 1, end) != t + 1)
        return true;
    return add(f, t, t + 1, end);
}

bool sm_acronyms_find(const sm_doc *doc, sm_arena *arena, sm_acronyms *acronyms) {
    finder f = {doc, arena, sm_arena_get_zero(arena, doc->stems.n, sizeof *f.known), acronyms};
    *acronyms = (sm_acronyms){0};
    for (uint32_t i = 0; f.known != NULL && i < doc->sentences.n; i++) {
        uint32_t begin = doc->sentences.at[i].first_token, end = sm_doc_end_token(doc, i);
        if (!sm_work_step(arena, end - begin))
            return false;
        for (uint32_t t = begin; t < end; t++) {
            if (!is_acronym(&f, t) || f.known[sm_doc_word(doc, t)->stem])
                continue;
            if (!look_before(&f, begin, t))
                return false;
            if (!f.known[sm_doc_word(doc, t)->stem] && !look_behind(&f, t, end))
                return false;
        }
    }
    return f.known != NULL;
}
