/* Reasons in the formats that tell them. */
#include "output/reports.h"
#include "output/why.h"

/* A sentence that was not chosen has rank 0. */
static summ_sentence sentence(const char *text, size_t index, size_t rank) {
    summ_sentence s = test_sentence(text, rank > 0 ? 1 : 0.5, rank);
    s.index = index;
    s.n_words = 7;
    s.n_chars = 40;
    return s;
}

static summ_reason reason(const summ_sentence *s, summ_verdict verdict) {
    return (summ_reason){.sentence = s,
                         .verdict = verdict,
                         .n_sentences = 9,
                         .base = 1,
                         .position = 1,
                         .cue = 1,
                         .alone = 1,
                         .novelty = 1,
                         .query = 1,
                         .kept = 1,
                         .similar = SUMM_NO_SENTENCE,
                         .words_left = SUMM_NO_LIMIT,
                         .chars_left = SUMM_NO_LIMIT};
}

static sm_report report_of(const summ_sentence *sentences, const summ_reason *reasons, size_t n_chosen, size_t n) {
    return (sm_report){.sentences = sentences, .n_sentences = n_chosen, .reasons = reasons, .n_reasons = n};
}

static const summ_term TERMS[] = {{"\xC3\xA9t\xC3\xA9", 5, 0.625}, {"lit \"port\"", 10, 0.25}};
static const summ_vote VOTES[] = {{2, 0.5}, {0, 0.125}};

static void test_all_lines(void **state) {
    (void)state;
    const summ_sentence sentences[] = {sentence("Lit.", 3, 1), sentence("Unlit.", 4, 0)};
    summ_reason reasons[] = {reason(&sentences[0], SUMM_CHOSEN), reason(&sentences[1], SUMM_LEFT_NEXT)};
    reasons[0].terms = TERMS;
    reasons[0].n_terms = 2;
    reasons[0].votes = VOTES;
    reasons[0].n_votes = 2;
    reasons[0].position = 1.25;
    reasons[0].cue = 1.5;
    reasons[0].alone = 0.95;
    reasons[0].novelty = 0.75;
    reasons[0].query = 0.004;
    reasons[0].similarity = 0.5;
    reasons[0].similar = 7;
    reasons[0].kept = 0.65;
    sm_report r = report_of(sentences, reasons, 1, 2);
    test_written("text", &r,
                 "Lit.\n"
                 "    score 1.00, sentence 4 of 9, paragraph 1\n"
                 "    terms: \xC3\xA9t\xC3\xA9 0.63, lit \"port\" 0.25\n"
                 "    votes: sentence 3 (0.50), 1 (0.13)\n"
                 "    moved: position x1.25; speaks of the text x1.50; cannot stand alone x0.95; known x0.75; query "
                 "x0.00; like sentence 8 (0.50) x0.65\n"
                 "\nNot chosen:\nUnlit.\n"
                 "    why: next best\n"
                 "    score 0.50, sentence 5 of 9, paragraph 1\n");
    test_written(
        "jsonl", &r,
        "{\"summary\":[\"Lit.\"],\"explain\":{\"sentences\":[{\"text\":\"Lit.\",\"verdict\":\"chosen\",\"rank\":1,"
        "\"score\":1.000000,\"index\":3,\"sentences\":9,\"block\":0,\"base\":1.000000,\"position\":1.250000,"
        "\"cue\":1.500000,\"alone\":0.950000,\"novelty\":0.750000,\"query\":0.004000,\"kept\":0.650000,\"similarity\":"
        "0.500000,\"similar\":7,\"words\":7,"
        "\"chars\":40,\"terms\":[{\"text\":\"\xC3\xA9t\xC3\xA9\",\"weight\":0.625000},{\"text\":\"lit \\\"port\\\"\","
        "\"weight\":0.250000}],\"votes\":[{\"index\":2,\"weight\":0.500000},{\"index\":0,\"weight\":0.125000}]},"
        "{\"text\":\"Unlit.\",\"verdict\":\"next best\",\"rank\":0,\"score\":0.500000,\"index\":4,\"sentences\":9,"
        "\"block\":0,\"base\":1.000000,\"position\":1.000000,\"cue\":1.000000,\"alone\":1.000000,\"novelty\":1.000000,"
        "\"query\":1.000000,"
        "\"kept\":1.000000,\"similarity\":0.000000,\"words\":7,\"chars\":40,\"terms\":[],\"votes\":[]}]}}\n");
}

static const struct {
    summ_verdict verdict;
    size_t rank, similar, words_left, chars_left;
    const char *line; /* NULL: none of the kind */
} VERDICTS[] = {
#define NO SUMM_NO_LIMIT
    {SUMM_CHOSEN, 1, SUMM_NO_SENTENCE, NO, NO, NULL},
    {SUMM_CHOSEN_MUST, 1, SUMM_NO_SENTENCE, NO, NO, "    moved: must\n"},
    {SUMM_LEFT_NEXT, 0, SUMM_NO_SENTENCE, NO, NO, "    why: next best\n"},
    {SUMM_LEFT_COPY, 0, 3, NO, NO, "    why: near-copy of sentence 4\n"},
    {SUMM_LEFT_COPY, 0, SUMM_NO_SENTENCE, NO, NO, "    why: near-copy of what is known\n"},
    {SUMM_LEFT_NO_ROOM, 0, SUMM_NO_SENTENCE, 6, NO, "    why: no room: 7 words, 6 left\n"},
    {SUMM_LEFT_NO_ROOM, 0, SUMM_NO_SENTENCE, NO, 39, "    why: no room: 40 characters, 39 left\n"},
    {SUMM_LEFT_NO_ROOM, 0, SUMM_NO_SENTENCE, 7, 0, "    why: no room: 40 characters, 0 left\n"},
    {SUMM_LEFT_QUOTATION, 0, SUMM_NO_SENTENCE, NO, NO, "    why: quotation\n"},
    {SUMM_LEFT_QUESTION, 0, SUMM_NO_SENTENCE, NO, NO, "    why: question\n"},
    {SUMM_LEFT_SHORT, 0, SUMM_NO_SENTENCE, NO, NO, "    why: too short\n"},
    {SUMM_LEFT_TITLE, 0, SUMM_NO_SENTENCE, NO, NO, "    why: title\n"},
    {SUMM_LEFT_LABEL, 0, SUMM_NO_SENTENCE, NO, NO, "    why: label\n"},
    {(summ_verdict)99, 0, SUMM_NO_SENTENCE, NO, NO, "    why: unknown\n"},
#undef NO
};

static void test_verdicts(void **state) {
    (void)state;
    for (size_t i = 0; i < COUNT_OF(VERDICTS); i++) {
        const summ_sentence s = sentence("Lit.", 0, VERDICTS[i].rank);
        summ_reason one = reason(&s, VERDICTS[i].verdict);
        test_text text = {0};
        one.similar = VERDICTS[i].similar;
        one.words_left = VERDICTS[i].words_left;
        one.chars_left = VERDICTS[i].chars_left;
        sm_report r = report_of(&s, &one, VERDICTS[i].rank, 1);
        sm_sink sink = {.write = test_text_write, .context = &text};
        test_writer("text")->write(&r, &sink);
        const char *line = VERDICTS[i].line;
        if (line != NULL ? strstr(text.at, line) == NULL : strstr(text.at, "why:") != NULL)
            fail_msg("case %zu: %s", i, text.at);
        assert_int_equal(strstr(text.at, "Not chosen:") == NULL, VERDICTS[i].rank > 0);
        test_text_end(&text);
    }
}

/* Of several files, each sentence names its own. */
static void test_names(void **state) {
    (void)state;
    static const char *const NAMES[] = {"a.txt", "b\n.txt"};
    summ_sentence s = sentence("Lit.", 0, 1);
    s.source = 1;
    const summ_reason one = reason(&s, SUMM_CHOSEN);
    sm_report r = report_of(&s, &one, 1, 1);
    r.names = NAMES;
    r.n_names = 2;
    test_written("text", &r, "Lit.\n    score 1.00, sentence 1 of 9, paragraph 1, b?.txt\n");
}

static void test_phrases(void **state) {
    (void)state;
    static const summ_phrase_feature FEATURES[] = {
        {"held", "", 1, -1.8, -1.8},  {"n1", "", 1, 0.8, 0.8},    {"zipf", "", 2, 0.3, 0.6}, {"name", "", 1, 0.5, 0.5},
        {"left", "", 0.5, 0.5, 0.25}, {"last", "", 5, 0.04, 0.2}, {"sents", "", 1, 0.1, 0.1}};
    const summ_phrase phrases[] = {test_phrase("lantern", 1, 1), test_phrase("kettle", 0.5, 2)};
    const summ_phrase_reason reasons[] = {{&phrases[0], FEATURES, 7}, {&phrases[1], FEATURES, 0}};
    sm_report r = {.phrases = phrases, .n_phrases = 2, .phrase_reasons = reasons};
    test_written("text", &r,
                 "lantern\n    score 1.00, 2 times\n"
                 "    features: held 1.00 x-1.80 = -1.80, n1 1.00 x0.80 = 0.80, zipf 2.00 x0.30 = 0.60, "
                 "name 1.00 x0.50 = 0.50, left 0.50 x0.50 = 0.25, last 5.00 x0.04 = 0.20\n"
                 "kettle\n    score 0.50, 2 times\n");
    r.n_phrases = 0;
    test_written("jsonl", &r, "{\"keywords\":[],\"explain\":{\"keywords\":[]}}\n");
    r.phrases = phrases + 1;
    r.phrase_reasons = reasons + 1;
    r.n_phrases = 1;
    test_written("jsonl", &r,
                 "{\"keywords\":[\"kettle\"],\"explain\":{\"keywords\":[{\"text\":\"kettle\",\"rank\":2,"
                 "\"score\":0.500000,\"count\":2,\"features\":[]}]}}\n");
}

/* Nothing chosen, nothing left, and phrases behind sentences. */
static void test_parts(void **state) {
    (void)state;
    const summ_sentence s = sentence("Lit.", 0, 0);
    const summ_phrase phrase = test_phrase("lantern", 1, 1);
    const summ_reason one = reason(&s, SUMM_LEFT_NEXT);
    const summ_phrase_reason why = {.phrase = &phrase};
    sm_report r = report_of(&s, &one, 0, 0);
    test_written("text", &r, "");
    r.n_reasons = 1;
    r.phrases = &phrase;
    r.n_phrases = 1;
    r.phrase_reasons = &why;
    test_written("text", &r,
                 "Not chosen:\nLit.\n    why: next best\n    score 0.50, sentence 1 of 9, paragraph 1\n"
                 "\nlantern\n    score 1.00, 2 times\n");
}

static void test_failing(void **state) {
    (void)state;
    const summ_sentence sentences[] = {sentence("Lit.", 3, 1), sentence("Unlit.", 4, 0)};
    summ_reason reasons[] = {reason(&sentences[0], SUMM_CHOSEN_MUST), reason(&sentences[1], SUMM_LEFT_COPY)};
    sm_report r = report_of(sentences, reasons, 1, 2);
    reasons[0].terms = TERMS;
    reasons[0].n_terms = 2;
    reasons[0].votes = VOTES;
    reasons[0].n_votes = 2;
    test_failing_writes("text", &r);
    test_failing_writes("jsonl", &r);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_all_lines), cmocka_unit_test(test_verdicts), cmocka_unit_test(test_names),
        cmocka_unit_test(test_phrases),   cmocka_unit_test(test_parts),    cmocka_unit_test(test_failing),
    };
    return cmocka_run_group_tests_name("output/why", tests, NULL, NULL);
}
