/* Candidates against an enumeration of all spans, straight from the definition in the header. */
#include "base/chars.h"
#include "base/utf8.h"
#include "keyword/phrases.h"

/* One candidate, gathered naively. */
typedef struct naive {
    uint32_t first, n, count, runs, capitals;
} naive;

enum {
    NAIVE_MAX = 4096
};

static bool is_inner(const sm_doc *doc, uint32_t t) {
    sm_word_class class = sm_doc_word(doc, t)->class;
    return class == SM_WORD_CONTENT || class == SM_WORD_NUMBER;
}

/* May tokens t and t + 1 be part of one phrase? */
static bool are_joined(const sm_doc *doc, uint32_t t) {
    return is_inner(doc, t) && is_inner(doc, t + 1) && !doc->tokens.at[t + 1].boundary &&
           sm_doc_word(doc, t)->possessive == 0;
}

/* The first character, or the last, of a word. */
static uint32_t character(const sm_doc *doc, uint32_t token, bool last, size_t *n_chars) {
    const sm_word *w = sm_doc_word(doc, token);
    uint32_t code = 0, first = 0;
    *n_chars = 0;
    for (size_t at = 0; at < w->n_bytes; (*n_chars)++) {
        at += sm_utf8_decode(doc->input.text + w->begin + at, w->n_bytes - at, &code);
        first = *n_chars == 0 ? code : first;
    }
    return last ? code : first;
}

static bool may_end(const sm_doc *doc, uint32_t token) {
    size_t n;
    uint32_t last = character(doc, token, true, &n);
    return test_is_content(doc, token) && !(n > 1 && last >= 0x3041 && last <= 0x309F);
}

static bool may_begin(const sm_doc *doc, uint32_t token) {
    size_t n;
    uint32_t first = character(doc, token, false, &n);
    return may_end(doc, token) && !(n == 1 && sm_char_of(first) == SM_CHAR_IDEOGRAPH);
}

static bool is_span(const sm_doc *doc, uint32_t t, uint32_t n) {
    for (uint32_t i = t; i + 1 < t + n; i++)
        if (!are_joined(doc, i))
            return false;
    return may_begin(doc, t) && may_end(doc, t + n - 1);
}

static bool is_name(const sm_doc *doc, uint32_t t, uint32_t n) {
    for (uint32_t i = t; i < t + n; i++)
        if (sm_doc_word(doc, i)->letters == SM_CASE_LOWER)
            return false;
    return n > 1 || !doc->tokens.at[t].boundary;
}

static bool same_stems(const sm_doc *doc, uint32_t a, uint32_t b, uint32_t n) {
    for (uint32_t i = 0; i < n; i++)
        if (sm_doc_word(doc, a + i)->stem != sm_doc_word(doc, b + i)->stem)
            return false;
    return true;
}

static void gather(const sm_doc *doc, uint32_t sentence, uint32_t t, uint32_t n, naive *list, size_t *n_list) {
    uint32_t first = doc->sentences.at[sentence].first_token, end = sm_doc_end_token(doc, sentence);
    sm_role role = doc->input.blocks.at[doc->sentences.at[sentence].block].role;
    size_t k = 0;
    while (k < *n_list && !(list[k].n == n && same_stems(doc, list[k].first, t, n)))
        k++;
    if (k == *n_list) {
        assert_true(*n_list < NAIVE_MAX);
        list[(*n_list)++] = (naive){.first = t, .n = n};
    }
    list[k].count++;
    list[k].runs += !(t > first && are_joined(doc, t - 1)) && !(t + n < end && are_joined(doc, t + n - 1));
    list[k].capitals += role != SM_ROLE_TITLE && role != SM_ROLE_HEADING && is_name(doc, t, n);
}

static size_t enumerate(const sm_doc *doc, uint32_t max_words, naive *list) {
    size_t n_list = 0;
    for (uint32_t i = 0; i < doc->sentences.n; i++) {
        if (doc->input.blocks.at[doc->sentences.at[i].block].role >= SM_ROLE_CODE)
            continue;
        uint32_t end = sm_doc_end_token(doc, i);
        for (uint32_t t = doc->sentences.at[i].first_token; t < end; t++)
            for (uint32_t n = 1; n <= max_words && t + n <= end; n++)
                if (is_span(doc, t, n))
                    gather(doc, i, t, n, list, &n_list);
    }
    return n_list;
}

/* The count of the commonest longer candidate that holds it. */
static uint32_t held_naively(const sm_candidates *c, uint32_t id) {
    uint32_t most = 0;
    for (size_t k = 0; k < c->list.n; k++)
        if (c->list.at[k].n_tokens > c->list.at[id].n_tokens && c->list.at[k].count > most &&
            test_phrase_holds(c, &c->list.at[k], &c->list.at[id]))
            most = c->list.at[k].count;
    return most;
}

static void check_holders(const sm_candidates *c) {
    for (uint32_t i = 0; i < c->list.n; i++) {
        const sm_candidate *p = &c->list.at[i];
        assert_int_equal(sm_candidate_held(c, p), held_naively(c, i));
        if (p->holder == SM_NO_CANDIDATE)
            continue;
        assert_true(c->list.at[p->holder].n_tokens > p->n_tokens);
        assert_true(test_phrase_holds(c, &c->list.at[p->holder], p));
    }
}

/* Each occurrence is found under its token, and nothing else is. */
static void check_places(const sm_candidates *c, uint32_t max_words) {
    uint32_t n_found = 0, n_counted = 0;
    for (uint32_t t = 0; t < c->doc->tokens.n; t++)
        for (uint32_t n = 1; n <= max_words; n++) {
            uint32_t id = sm_candidate_at(c, t, n);
            if (id == SM_NO_CANDIDATE)
                continue;
            n_found++;
            assert_int_equal(c->list.at[id].n_tokens, n);
            assert_memory_equal(c->stem + t, c->stem + c->list.at[id].first_token, n * sizeof *c->stem);
        }
    for (size_t i = 0; i < c->list.n; i++)
        n_counted += c->list.at[i].count;
    assert_int_equal(n_found, n_counted);
}

static void check_in(const char *language, const char *text, size_t max_words) {
    static naive list[NAIVE_MAX];
    test_phrases p;
    test_phrases_gather(&p, language, text, max_words);
    size_t n = enumerate(&p.t.doc, (uint32_t)max_words, list);
    assert_int_equal(p.c.list.n, n);
    for (size_t i = 0; i < n; i++) {
        const sm_candidate *got = &p.c.list.at[i];
        assert_int_equal(got->first_token, list[i].first);
        assert_int_equal(got->n_tokens, list[i].n);
        assert_int_equal(got->count, list[i].count);
        assert_int_equal(got->runs, list[i].runs);
        assert_int_equal(got->capitals, list[i].capitals);
    }
    check_holders(&p.c);
    check_places(&p.c, (uint32_t)max_words);
    test_phrases_end(&p);
}

static void check(const char *text, size_t max_words) {
    check_in("en", text, max_words);
}

/* What is written without spaces: 选举权 ends with a single character, 权 is none alone; 新しい, 受け are inflected. */
static void test_ideographs(void **state) {
    (void)state;
    check_in("zh", "公民有选举权，选举权受法律保护。权是权，蚍蜉撼树谈何容易。新政府说选举权。", 3);
    check_in("ja", "新しい路線は東京駅を結ぶ。国際連合の権利を受け、保護を受けた新しい東京都。コンピュータ会社。", 3);
    check_in("th", "ประเทศไทยมี Facebook 2024 ประเทศไทย", 3);
    check("The 选举 of 权 was 选举权 and 新しい in Tokyo.", 3);
}

static void test_random_texts(void **state) {
    (void)state;
    test_phrases_check_random(check, 60);
}

static void test_wild_texts(void **state) {
    (void)state;
    test_random r = {8};
    for (int i = 0; i < 100; i++) {
        test_text text = {0};
        test_text_add_pieces(&text, &r, 80);
        check(text.at, 4);
        test_text_end(&text);
    }
}

/* Is a phrase a candidate, how often, how often from edge to edge, and how often as a name? */
static const struct {
    const char *text, *phrase;
    uint32_t count, runs, capitals;
} PHRASES[] = {
    {"The old harbour lantern was lit.", "harbour lantern", 1, 0, 0},
    {"The harbour lantern was lit, and harbour lanterns shone.", "harbour lantern", 2, 1, 0},
    {"The harbour, lantern and all.", "harbour lantern", 0, 0, 0},
    {"The harbour (lantern) was lit.", "harbour lantern", 0, 0, 0},
    {"The harbour of lanterns was lit.", "harbour of lanterns", 0, 0, 0},
    {"The harbour's lantern was lit.", "harbour's lantern", 0, 0, 0},
    {"The grey harbour's lantern was lit.", "grey harbour's", 1, 1, 0},
    {"The grey harbour's lantern was lit.", "lantern", 1, 1, 0},
    {"They met in the harbour. Lantern and all.", "harbour Lantern", 0, 0, 0},
    {"The Apollo 11 mission was there.", "Apollo 11 mission", 1, 1, 0},
    {"The Apollo 11 mission was there.", "Apollo 11", 0, 0, 0},
    {"The Apollo 11 mission was there.", "11 mission", 0, 0, 0},
    {"Lanterns shone. The Lantern shone, a Lantern of lanterns.", "Lanterns", 4, 2, 2},
    {"Harbour Lights shone. The Harbour Lights of harbour lights.", "Harbour Lights", 3, 2, 2},
    {"See https://example.org/harbour there.", "https://example.org/harbour", 0, 0, 0},
    {"It is 17.", "17", 0, 0, 0},
};

static void test_phrases_by_hand(void **state) {
    (void)state;
    for (size_t i = 0; i < COUNT_OF(PHRASES); i++) {
        test_phrases p;
        test_phrases_begin(&p, PHRASES[i].text, 4, NULL);
        uint32_t id = test_phrases_find(&p, PHRASES[i].phrase);
        sm_candidate none = {0}, got = id != SM_NO_CANDIDATE ? p.c.list.at[id] : none;
        if (got.count != PHRASES[i].count || got.runs != PHRASES[i].runs || got.capitals != PHRASES[i].capitals)
            fail_msg("%s in \"%s\": %u, %u runs, %u capitals", PHRASES[i].phrase, PHRASES[i].text, got.count, got.runs,
                     got.capitals);
        test_phrases_end(&p);
    }
}

/* Titles and headings have candidates, though their capitals tell nothing; boilerplate has none. */
static void test_roles(void **state) {
    (void)state;
    test_phrases p;
    test_phrases_begin(&p,
                       "Harbour Lantern\n\nBy the Night Desk\n\nThe old ferry leaves the island every single night.\n\n"
                       "Salt Trade\n\nA cargo of timber is sold there at noon by the crew.",
                       4, NULL);
    uint32_t title = test_phrases_find(&p, "Harbour Lantern"), heading = test_phrases_find(&p, "Salt Trade");
    assert_true(title != SM_NO_CANDIDATE && heading != SM_NO_CANDIDATE);
    assert_int_equal(p.c.list.at[title].capitals, 0);
    assert_int_equal(p.c.list.at[heading].capitals, 0);
    assert_int_equal(test_phrases_find(&p, "Night Desk"), SM_NO_CANDIDATE);
    test_phrases_end(&p);
}

/* Connectors stand inside phrases, not at their ends, and do not count as words. */
static void test_connectors(void **state) {
    (void)state;
    static const struct {
        const char *phrase;
        uint32_t without, with; /* found with so many connectors allowed: 0 and 2 */
    } CASES[] = {
        {"gestion", 1, 1},
        {"gestion de projet", 0, 1},
        {"de projet", 0, 0},
        {"gestion de", 0, 0},
        {"projet pour la recherche", 0, 0},
        {"gestion de projet urbain", 0, 1},
        {"gestion de projet urbain du port", 0, 0}, /* four words */
        {"projet urbain du port", 0, 1},
    };
    for (uint32_t connectors = 0; connectors <= 2; connectors += 2) {
        test_doc t;
        sm_candidates c;
        const char *text = "La gestion de projet urbain du port. Un projet pour la recherche.";
        test_doc_begin(&t, text, strlen(text), "fr");
        assert_true(sm_candidates_find(&t.doc, 3, connectors, &t.tmp.arena, &c));
        test_phrases p = {.t = t, .c = c};
        for (size_t i = 0; i < COUNT_OF(CASES); i++) {
            bool found = test_phrases_find(&p, CASES[i].phrase) != SM_NO_CANDIDATE;
            if (found != ((connectors == 0 ? CASES[i].without : CASES[i].with) != 0))
                fail_msg("%u connectors: %s is %sfound", connectors, CASES[i].phrase, found ? "" : "not ");
        }
        test_doc_end(&t);
    }
}

/* English ones stand between capitals alone. */
static void test_connectors_of_names(void **state) {
    (void)state;
    static const struct {
        const char *phrase;
        bool found;
    } CASES[] = {
        {"Union of Ferry Men", true}, {"Bay of Owls", true},       {"Bay of grey", false},
        {"harbour of Owls", false},   {"harbour of lamps", false}, {"Men of", false},
    };
    static const char TEXT[] =
        "He left the Union of Ferry Men at the Bay of Owls, a Bay of grey water, for the harbour of "
        "Owls, or the harbour of lamps.";
    test_doc t;
    sm_candidates c;
    test_doc_begin(&t, TEXT, sizeof TEXT - 1, "en");
    assert_true(sm_candidates_find(&t.doc, 3, 2, &t.tmp.arena, &c));
    test_phrases p = {.t = t, .c = c};
    for (size_t i = 0; i < COUNT_OF(CASES); i++)
        if ((test_phrases_find(&p, CASES[i].phrase) != SM_NO_CANDIDATE) != CASES[i].found)
            fail_msg("%s is %sfound", CASES[i].phrase, CASES[i].found ? "not " : "");
    test_doc_end(&t);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_random_texts),        cmocka_unit_test(test_wild_texts),
        cmocka_unit_test(test_phrases_by_hand),     cmocka_unit_test(test_roles),
        cmocka_unit_test(test_ideographs),          cmocka_unit_test(test_connectors),
        cmocka_unit_test(test_connectors_of_names),
    };
    return cmocka_run_group_tests_name("keyword/candidates", tests, NULL, NULL);
}
