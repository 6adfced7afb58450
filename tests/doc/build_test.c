/* What doc.h promises of every document, held against a naive recount. */
#include "base/chars.h"
#include "base/utf8.h"
#include "support/document.h"
#include "text/shown.h"

/* Marks where the characters of a text begin, and its end. */
static bool *find_borders(const char *text, size_t n) {
    bool *is_border = calloc(n + 1, sizeof *is_border);
    assert_non_null(is_border);
    for (size_t i = 0; i < n;) {
        uint32_t code;
        is_border[i] = true;
        i += sm_utf8_decode(text + i, n - i, &code);
    }
    is_border[n] = true;
    return is_border;
}

static bool has_more_than_space(const char *text, size_t begin, size_t end) {
    for (size_t i = begin; i < end;) {
        uint32_t code;
        i += sm_utf8_decode(text + i, end - i, &code);
        if (sm_char_of(code) != SM_CHAR_SPACE)
            return true;
    }
    return false;
}

static void check_blocks(const sm_doc *doc) {
    uint32_t at = 0;
    for (size_t i = 0; i < doc->input.blocks.n; i++) {
        const sm_block *b = &doc->input.blocks.at[i];
        assert_true(at <= b->begin && b->begin < b->end && b->end <= doc->input.n_bytes);
        assert_int_not_equal(b->role, SM_ROLE_UNKNOWN);
        at = b->end;
    }
}

static void check_sentences(const sm_doc *doc, const bool *is_border) {
    uint32_t at = 0, n_candidates = 0, block = 0;
    for (size_t i = 0; i < doc->sentences.n; i++) {
        const sm_sentence *s = &doc->sentences.at[i];
        assert_true(s->block < doc->input.blocks.n && s->block >= block);
        const sm_block *b = &doc->input.blocks.at[s->block];
        assert_true(at <= s->begin && s->begin < s->end);
        assert_true(b->begin <= s->begin && s->end <= b->end);
        assert_true(is_border[s->begin] && is_border[s->end]);
        assert_false(has_more_than_space(doc->input.text, at > b->begin ? at : b->begin, s->begin));
        sm_shown shown = sm_shown_measure(doc->input.text + s->begin, s->end - s->begin);
        assert_int_equal(s->n_words, shown.words);
        assert_int_equal(s->n_chars, shown.chars);
        n_candidates += s->candidate;
        at = s->end;
        block = s->block;
    }
    assert_int_equal(doc->n_candidates, n_candidates);
}

static bool is_ideograph(const sm_doc *doc, uint32_t at) {
    uint32_t code;
    sm_utf8_decode(doc->input.text + at, doc->input.n_bytes - at, &code);
    return sm_char_of(code) == SM_CHAR_IDEOGRAPH;
}

static void check_tokens_of(const sm_doc *doc, uint32_t sentence, const bool *is_border) {
    const sm_sentence *s = &doc->sentences.at[sentence];
    uint32_t end = sm_doc_end_token(doc, sentence), at = s->begin, begin = s->begin, n_words = 0, n_numbers = 0;
    assert_true(s->first_token <= end && end <= doc->tokens.n);
    for (uint32_t t = s->first_token; t < end; t++) {
        const sm_doc_token *token = &doc->tokens.at[t];
        const sm_word *w = sm_doc_word(doc, t);
        uint32_t token_end = sm_doc_token_end(doc, t);
        assert_true(begin <= token->begin && at < token_end && token_end <= s->end);
        assert_true(at <= token->begin || is_ideograph(doc, token->begin)); /* pairs of ideographs overlap */
        assert_true(is_border[token->begin] && is_border[token_end]);
        bool parted = t == s->first_token || has_more_than_space(doc->input.text, at, token->begin);
        assert_int_equal(token->boundary, parted);
        assert_int_equal(w->n_bytes, token_end - token->begin);
        assert_memory_equal(doc->input.text + w->begin, doc->input.text + token->begin, w->n_bytes);
        n_words += w->class == SM_WORD_CONTENT || w->class == SM_WORD_STOP;
        n_numbers += w->class == SM_WORD_NUMBER;
        at = token_end;
        begin = token->begin + 1;
    }
    assert_in_range(s->n_lettered, n_words, end - s->first_token - n_numbers);
}

/* Words and stems are numbered as they come, and each occurrence is counted. */
static void check_counts(const sm_doc *doc) {
    uint32_t n_words = 0, n_stems = 0;
    uint32_t *of_word = calloc(doc->words.n + 1, sizeof *of_word), *of_stem = calloc(doc->stems.n + 1, sizeof *of_stem);
    assert_true(of_word != NULL && of_stem != NULL);
    for (uint32_t t = 0; t < doc->tokens.n; t++) {
        uint32_t word = doc->tokens.at[t].word;
        assert_true(word <= n_words && word < doc->words.n);
        uint32_t stem = doc->words.at[word].stem;
        assert_true(stem <= n_stems && stem < doc->stems.n);
        if (word == n_words)
            assert_int_equal(doc->words.at[word].begin, doc->tokens.at[t].begin);
        n_words += word == n_words;
        n_stems += stem == n_stems;
        of_word[word]++;
        of_stem[stem]++;
    }
    assert_int_equal(n_words, doc->words.n);
    assert_int_equal(n_stems, doc->stems.n);
    for (size_t i = 0; i < doc->words.n; i++)
        assert_int_equal(of_word[i], doc->words.at[i].count);
    for (size_t i = 0; i < doc->stems.n; i++)
        assert_int_equal(of_stem[i], doc->stems.at[i].count);
    free(of_word);
    free(of_stem);
}

static uint32_t count_stem(const sm_doc *doc, uint32_t sentence, uint32_t stem) {
    uint32_t n = 0;
    for (uint32_t t = doc->sentences.at[sentence].first_token; t < sm_doc_end_token(doc, sentence); t++) {
        const sm_word *w = sm_doc_word(doc, t);
        n += w->class == SM_WORD_CONTENT && w->stem == stem;
    }
    return n;
}

static void check_matrix(const sm_doc *doc) {
    const sm_csr *m = &doc->matrix;
    uint32_t *row = calloc(m->n_cols + (size_t)1, sizeof *row);
    assert_non_null(row);
    assert_int_equal(m->n_rows, doc->sentences.n);
    assert_int_equal(m->n_cols, doc->stems.n);
    assert_int_equal(m->start[0], 0);
    for (uint32_t i = 0; i < m->n_rows; i++) {
        memset(row, 0, m->n_cols * sizeof *row);
        for (uint32_t e = m->start[i]; e < m->start[i + 1]; e++) {
            assert_true(m->col[e] < m->n_cols && row[m->col[e]] == 0 && m->val[e] >= 1);
            row[m->col[e]] = (uint32_t)m->val[e];
        }
        for (uint32_t j = 0; j < m->n_cols; j++)
            assert_int_equal(row[j], doc->sentences.at[i].candidate ? count_stem(doc, i, j) : 0);
    }
    free(row);
}

static void check(const char *text, size_t n) {
    test_doc t;
    test_doc_begin(&t, text, n, NULL);
    bool *is_border = find_borders(text, n);
    check_blocks(&t.doc);
    check_sentences(&t.doc, is_border);
    for (uint32_t i = 0; i < t.doc.sentences.n; i++)
        check_tokens_of(&t.doc, i, is_border);
    if (t.doc.tokens.n > 0 && t.doc.sentences.n > 0)
        assert_int_equal(t.doc.sentences.at[0].first_token, 0);
    check_counts(&t.doc);
    check_matrix(&t.doc);
    free(is_border);
    test_doc_end(&t);
}

#define BYTES(string) string, sizeof(string) - 1

static const struct {
    const char *text;
    size_t n, sentences, tokens;
} TEXTS[] = {
    {BYTES(""), 0, 0},
    {BYTES(" \t\r\n\n  \xC2\xA0 "), 0, 0},
    {BYTES("\0\0\0"), 0, 0},
    {BYTES("lantern"), 1, 1},
    {BYTES("..."), 1, 0},
    {BYTES("1984"), 1, 1},
    {BYTES("\xFF"), 1, 0},
    {BYTES("\xEF\xBB\xBFlantern"), 1, 1},
    {BYTES("One boat left. Two boats stayed in the bay."), 2, 9},
    {BYTES("One boat\0left. Two\0boats stayed."), 2, 6},
    {BYTES("One b\xFFoat left. Tw\xC3 boats stayed."), 2, 7},
    {BYTES("One boat left\r\nearly.\r\n\r\nTwo boats stayed.\rNone sank."), 3, 9},
    {BYTES("\xE6\xB8\xAF\xE5\x8F\xA3\xE3\x80\x82\xE7\x81\xAF\xE3\x80\x82"), 2, 2},
};

static void test_texts(void **state) {
    (void)state;
    for (size_t i = 0; i < COUNT_OF(TEXTS); i++) {
        test_doc t;
        check(TEXTS[i].text, TEXTS[i].n);
        test_doc_begin(&t, TEXTS[i].text, TEXTS[i].n, NULL);
        if (t.doc.sentences.n != TEXTS[i].sentences || t.doc.tokens.n != TEXTS[i].tokens)
            fail_msg("text %zu: %zu sentences, %zu tokens", i, t.doc.sentences.n, t.doc.tokens.n);
        test_doc_end(&t);
    }
}

static void test_random_texts(void **state) {
    (void)state;
    test_random r = {1};
    for (int i = 0; i < 300; i++) {
        test_text text = {0};
        test_text_add_pieces(&text, &r, 1 + test_random_below(&r, 120));
        check(text.at, text.n);
        test_text_end(&text);
    }
}

static void test_random_bytes_only(void **state) {
    (void)state;
    test_random r = {2};
    char bytes[600];
    for (int i = 0; i < 200; i++) {
        test_random_bytes(&r, bytes, sizeof bytes);
        check(bytes, sizeof bytes);
    }
}

/* The key of hash tables depends on every byte. */
static void test_key(void **state) {
    (void)state;
    char text[] = "One boat left the harbour.";
    test_doc first, second;
    test_doc_begin(&first, text, sizeof text - 1, "en");
    for (size_t i = 0; i < sizeof text - 1; i++) {
        text[i] ^= 1;
        test_doc_begin(&second, text, sizeof text - 1, "en");
        assert_true(first.doc.key != second.doc.key);
        test_doc_end(&second);
        text[i] ^= 1;
    }
    test_doc_end(&first);
}

static void test_language(void **state) {
    (void)state;
    test_doc t;
    test_doc_begin(&t, BYTES("Das Boot und der Hafen sind nicht weit von hier."), NULL);
    assert_string_equal(t.doc.language->item.name, "de");
    test_doc_end(&t);
    test_doc_begin(&t, BYTES("Das Boot und der Hafen sind nicht weit von hier."), "fr");
    assert_string_equal(t.doc.language->item.name, "fr");
    test_doc_end(&t);
    test_doc_begin(&t, BYTES("12 34"), NULL);
    assert_string_equal(t.doc.language->item.name, "und");
    test_doc_end(&t);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_texts), cmocka_unit_test(test_random_texts), cmocka_unit_test(test_random_bytes_only),
        cmocka_unit_test(test_key),   cmocka_unit_test(test_language),
    };
    return cmocka_run_group_tests_name("doc/build", tests, NULL, NULL);
}
