/* From scores to phrases: which, in what order, where they occur and in which form they are shown. */
#include "keyword/phrases.h"

#include "keyword/joined.h"

static sm_key_phrases choose(test_phrases *p, double *score, size_t most, bool overlap) {
    sm_key_phrases phrases;
    assert_true(sm_choose_phrases(&p->c, score, most, overlap, &p->t.tmp.arena, &phrases));
    return phrases;
}

static double *random_scores(test_phrases *p, test_random *r, bool ties) {
    double *score = sm_arena_get(&p->t.tmp.arena, p->c.list.n, sizeof *score);
    assert_non_null(score);
    for (size_t i = 0; i < p->c.list.n; i++)
        score[i] = ties ? (double)test_random_below(r, 4) : test_random_unit(r);
    return score;
}

/* Every place where its stems stand as a candidate, and none else. */
static void check_occurrences(const sm_candidates *c, const sm_key_phrase *p) {
    const sm_candidate *candidate = &c->list.at[p->candidate];
    uint32_t n = 0;
    assert_int_equal(p->n_occurrences, candidate->count);
    for (uint32_t t = 0; t < c->doc->tokens.n; t++)
        if (sm_candidate_at(c, t, candidate->n_tokens) == p->candidate) {
            assert_int_equal(p->occurrences[n].n, candidate->n_tokens);
            assert_int_equal(p->occurrences[n++].first, t);
        }
    assert_int_equal(n, p->n_occurrences);
}

static bool same_words(const sm_doc *doc, uint32_t a, uint32_t b, uint32_t n) {
    for (uint32_t i = 0; i < n; i++)
        if (doc->tokens.at[a + i].word != doc->tokens.at[b + i].word)
            return false;
    return true;
}

/* Occurrences behind other words that are spelled as the one at `token`; with `anywhere`, all of them. */
static uint32_t count_form(const sm_candidates *c, const sm_key_phrase *p, uint32_t token, bool anywhere) {
    uint32_t count = 0;
    for (uint32_t i = 0; i < p->n_occurrences; i++)
        count += (anywhere || !c->doc->tokens.at[p->occurrences[i].first].boundary) &&
                 same_words(c->doc, token, p->occurrences[i].first, c->list.at[p->candidate].n_tokens);
    return count;
}

/* No other spelling is commoner. */
static void check_form(const sm_candidates *c, const sm_key_phrase *p) {
    bool telling = false;
    for (uint32_t i = 0; i < p->n_occurrences; i++)
        telling = telling || !c->doc->tokens.at[p->occurrences[i].first].boundary;
    uint32_t count = count_form(c, p, p->form.first, !telling);
    assert_true(count > 0);
    for (uint32_t i = 0; i < p->n_occurrences; i++)
        assert_true(count_form(c, p, p->occurrences[i].first, !telling) <= count);
}

/* With overlap, the phrases are the best by score, equal ones by position. */
static void check_best(const sm_candidates *c, const double *score, const sm_key_phrases *phrases, size_t most) {
    size_t n_positive = 0;
    for (size_t i = 0; i < c->list.n; i++)
        n_positive += score[i] > 0;
    assert_int_equal(phrases->list.n, n_positive < most ? n_positive : most);
    for (size_t i = 0; i < phrases->list.n; i++) {
        uint32_t id = phrases->list.at[i].candidate;
        size_t before = 0;
        assert_true(phrases->list.at[i].score == score[id]);
        for (size_t k = 0; k < c->list.n; k++)
            before += score[k] > score[id] || (score[k] == score[id] && k < id);
        assert_int_equal(before, i);
    }
}

/* Without, none holds another, and the scores still descend. */
static void check_apart(const sm_candidates *c, const sm_key_phrases *phrases, size_t most) {
    assert_true(phrases->list.n <= most);
    for (size_t i = 0; i < phrases->list.n; i++)
        for (size_t k = 0; k < phrases->list.n; k++) {
            const sm_candidate *a = &c->list.at[phrases->list.at[i].candidate];
            const sm_candidate *b = &c->list.at[phrases->list.at[k].candidate];
            assert_true(i == k || !test_phrase_holds(c, a, b));
            assert_true(i >= k || phrases->list.at[i].score >= phrases->list.at[k].score);
        }
}

static void test_random_texts(void **state) {
    (void)state;
    test_random r = {9};
    for (uint64_t seed = 0; seed < 60; seed++) {
        test_text text = {0};
        test_phrases p;
        test_phrases_random_text(&text, seed);
        test_phrases_begin(&p, text.at, 1 + seed % 8, NULL);
        double *score = random_scores(&p, &r, seed % 2 == 0);
        for (size_t most = 0; most < 40; most += 13)
            for (int overlap = 0; overlap < 2; overlap++) {
                sm_key_phrases phrases = choose(&p, score, most, overlap != 0);
                if (overlap != 0)
                    check_best(&p.c, score, &phrases, most);
                else
                    check_apart(&p.c, &phrases, most);
                for (size_t i = 0; i < phrases.list.n; i++) {
                    check_occurrences(&p.c, &phrases.list.at[i]);
                    check_form(&p.c, &phrases.list.at[i]);
                }
            }
        test_phrases_end(&p);
        test_text_end(&text);
    }
}

/* All phrases that are chosen, by their forms, one a line; `first` scores 9, all others 1. */
static void list_phrases(const char *text, const char *first, size_t most, bool overlap, test_text *list) {
    test_phrases p;
    test_phrases_begin(&p, text, 4, NULL);
    double *score = sm_arena_get(&p.t.tmp.arena, p.c.list.n, sizeof *score);
    assert_non_null(score);
    for (size_t i = 0; i < p.c.list.n; i++)
        score[i] = 1;
    uint32_t id = test_phrases_find(&p, first);
    assert_true(id != SM_NO_CANDIDATE);
    score[id] = 9;
    sm_key_phrases phrases = choose(&p, score, most, overlap);
    for (size_t i = 0; i < phrases.list.n; i++) {
        const sm_key_phrase *k = &phrases.list.at[i];
        const sm_doc_token *token = &p.t.doc.tokens.at[k->form.first];
        uint32_t end = sm_doc_token_end(&p.t.doc, k->form.first + k->form.n - 1);
        test_text_add(list, text + token->begin, end - token->begin);
        test_text_put(list, k->small ? " (small)\n" : "\n");
    }
    test_phrases_end(&p);
}

static const struct {
    const char *text, *first;
    size_t most;
    bool overlap;
    const char *phrases;
} CASES[] = {
    /* the best, then by position */
    {"Ferry, kettle and pot.", "kettle", 2, true, "kettle\nFerry\n"},
    {"The copper kettle is here.", "kettle", 9, true, "kettle\ncopper\ncopper kettle\n"},
    /* a short form gives way to the longer one that it is mostly part of */
    {"The copper kettle and the copper kettle of it.", "kettle", 9, false, "copper kettle\n"},
    {"The copper kettle, a copper kettle, a kettle.", "kettle", 9, false, "copper kettle\n"},
    {"The copper kettle, a copper kettle lid, a copper kettle lid.", "copper", 9, false, "copper kettle lid\n"},
    /* but not if it stands mostly on its own, nor to one that occurs once */
    {"A kettle, a kettle, a kettle, a copper kettle, a copper kettle.", "kettle", 9, false, "kettle\n"},
    {"A copper kettle is here.", "kettle", 9, false, "kettle\ncopper\n"},
    /* what is within a better phrase is left out, wherever else it occurs */
    {"A copper kettle, a kettle, a kettle of copper.", "copper kettle", 9, false, "copper kettle\n"},
    /* the commonest spelling; behind other words it counts, where a sentence begins it does not */
    {"The kettles of a kettle and the kettle.", "kettles", 1, true, "kettle\n"},
    {"The kettles of the kettles and a kettle.", "kettles", 1, true, "kettles\n"},
    {"Kettles are it. Kettles are not. That is the kettle.", "Kettles", 1, true, "kettle\n"},
    {"The Kettle is a Kettle, the kettle is not.", "Kettle", 1, true, "Kettle\n"},
    /* a capital at the beginning alone is small if the word is spelled so elsewhere */
    {"Kettle lids are it. He had no kettle of his.", "Kettle lids", 1, true, "Kettle lids (small)\n"},
    {"Kettle lids are it. He had a Kettle of his.", "Kettle lids", 1, true, "Kettle lids\n"},
    {"KETTLE lids are it. He had no kettle of his.", "KETTLE lids", 1, true, "KETTLE lids\n"},
    {"iPhone lids are it.", "iPhone lids", 1, true, "iPhone lids\n"},
    /* an acronym and its words are one, which the words explain, however often each stands there */
    {"The Copper Kettle Board (CKB) met. The CKB, a CKB.", "CKB", 1, true, "Copper Kettle Board\n"},
    {"The CKB (Copper Kettle Board) met. The CKB, a CKB.", "Copper Kettle Board", 9, false,
     "Copper Kettle Board\nmet\n"},
    {"The Board of Copper Kettles (BCK) met. The BCK, a BCK.", "BCK", 1, true, "Board of Copper Kettles\n"},
    {"The Ware House Owners (WHO) met. The WHO, a WHO, who.", "Ware House Owners", 1, true, "Ware House Owners\n"},
};

static void test_cases(void **state) {
    (void)state;
    for (size_t i = 0; i < COUNT_OF(CASES); i++) {
        test_text list = {0};
        list_phrases(CASES[i].text, CASES[i].first, CASES[i].most, CASES[i].overlap, &list);
        if (strcmp(list.at, CASES[i].phrases) != 0)
            fail_msg("%s\ngot:\n%sexpected:\n%s", CASES[i].text, list.at, CASES[i].phrases);
        test_text_end(&list);
    }
}

/* Each phrase with the places where it stands: first token and number of tokens. */
static void check_spans(const char *text, const char *phrase, const sm_key_span *spans, uint32_t n) {
    test_phrases p;
    test_phrases_begin(&p, text, 4, NULL);
    double *score = sm_arena_get_zero(&p.t.tmp.arena, p.c.list.n, sizeof *score);
    score[test_phrases_find(&p, phrase)] = 1;
    sm_key_phrases phrases = choose(&p, score, 9, true);
    assert_int_equal(phrases.list.n, 1);
    assert_int_equal(phrases.list.at[0].n_occurrences, n);
    assert_memory_equal(phrases.list.at[0].occurrences, spans, n * sizeof *spans);
    test_phrases_end(&p);
}

static void test_acronyms_occur_with_their_words(void **state) {
    (void)state;
    const sm_key_span both[] = {{1, 3}, {4, 1}, {7, 1}, {9, 3}};
    check_spans("The Copper Kettle Board (CKB) met. The CKB, a Copper Kettle Board.", "CKB", both, 4);
    check_spans("The Copper Kettle Board (CKB) met. The CKB, a Copper Kettle Board.", "Copper Kettle Board", both, 4);
    const sm_key_span with_stop_word[] = {{1, 4}, {5, 1}, {8, 1}};
    check_spans("The Board of Copper Kettles (BCK) met. The BCK slept.", "BCK", with_stop_word, 3);
    /* two acronyms for the same words, one of which looks like a stop word */
    const sm_key_span two[] = {{1, 3}, {4, 1}, {7, 3}, {10, 1}, {12, 1}, {14, 1}};
    check_spans("The Ware House Owners (WHO) and the Ware House Owners (WO), the WHO, the WO.", "Ware House Owners",
                two, 6);
    const sm_key_span like_stop_word[] = {{1, 3}, {4, 1}, {7, 1}};
    check_spans("The Ware House Owners (WHO) met. The WHO is who it is.", "Ware House Owners", like_stop_word, 3);
    /* one that stands for another, which stands for words; before and behind them */
    const sm_key_span of_acronym[] = {{1, 1}, {2, 1}, {5, 4}, {9, 1}, {11, 1}};
    check_spans("The WAHO (WHO) met. The Ware Ale House Owners (WAHO) slept. WHO did.", "Ware Ale House Owners",
                of_acronym, 5);
}

static const char *any_piece(test_random *r) {
    static const char *const PIECES[] = {"WAHO",         "WHO", "AHO",  "HO", "Ware Ale House Owners",
                                         "House Owners", "who", "owner"};
    return PIECES[test_random_below(r, COUNT_OF(PIECES))];
}

/* Acronyms of words, of acronyms, and of nothing, which share words. */
static void acronym_text(test_random *r, test_text *text) {
    for (size_t k = 0; k < 30; k++) {
        test_text_put(text, any_piece(r));
        if (test_random_below(r, 2) == 0) {
            test_text_put(text, " (");
            test_text_put(text, any_piece(r));
            test_text_put(text, ")");
        }
        test_text_put(text, test_random_below(r, 4) == 0 ? ". " : " ");
    }
}

/* All places are gathered that there is room for, and no more. */
static void test_random_acronyms(void **state) {
    (void)state;
    test_random r = {12};
    size_t n_joined = 0;
    for (size_t round = 0; round < 400; round++) {
        test_text text = {0};
        test_phrases p;
        sm_joined joined;
        acronym_text(&r, &text);
        test_phrases_begin(&p, text.at, 4, NULL);
        double *score = random_scores(&p, &r, round % 2 == 0);
        sm_key_phrases phrases = choose(&p, score, 9, round % 4 < 2);
        assert_true(sm_join(&p.c, score, &p.t.tmp.arena, &joined));
        for (size_t i = 0; i < phrases.list.n; i++) {
            const sm_key_phrase *k = &phrases.list.at[i];
            assert_int_equal(k->n_occurrences, sm_joined_count(&joined, &p.c, k->candidate));
            n_joined += joined.extra[k->candidate] > 0 || joined.other[k->candidate] != SM_NO_CANDIDATE;
        }
        test_phrases_end(&p);
        test_text_end(&text);
    }
    assert_true(n_joined > 100);
}

static void test_nothing(void **state) {
    (void)state;
    test_phrases p;
    double zero[4] = {0};
    test_phrases_begin(&p, "The copper kettle is here.", 4, NULL);
    assert_int_equal(p.c.list.n, 3);
    assert_int_equal(choose(&p, zero, 9, true).list.n, 0);
    assert_int_equal(choose(&p, zero, 9, false).list.n, 0);
    test_phrases_end(&p);
    test_phrases_begin(&p, "", 4, NULL);
    assert_int_equal(choose(&p, zero, 9, true).list.n, 0);
    test_phrases_end(&p);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_random_texts),
        cmocka_unit_test(test_cases),
        cmocka_unit_test(test_acronyms_occur_with_their_words),
        cmocka_unit_test(test_random_acronyms),
        cmocka_unit_test(test_nothing),
    };
    return cmocka_run_group_tests_name("keyword/choose", tests, NULL, NULL);
}
