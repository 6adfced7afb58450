/* Captions: lone sentences beside a label that a longer sentence further on repeats. */
#include "doc/captions.h"
#include "support/document.h"

enum {
    CAPTION_WORDS = 5 /* content words of the ferry */
};

#define FERRY "The old ferry leaves the harbour at night"
#define OTHER "Timber and salt are sold on the islands every summer."
#define RAIN  "Rain fell on the roofs of the town all week long."

static const char ROLES[] = "UTHPIQCOB"; /* as in prose_test.c */

static const struct {
    const char *about, *text, *roles;
} TEXTS[] = {
    {"below a byline", "Night\n\nBy the desk\n\n" FERRY ".\n\n" FERRY " with forty passengers. " OTHER, "TBCP"},
    {"above a heading", OTHER "\n\n" FERRY ".\n\nMore\n\n" FERRY " with forty passengers.", "PCHP"},
    {"below a heading", OTHER "\n\nMore\n\n" FERRY ".\n\n" FERRY " with forty passengers.", "PHCP"},
    {"inflected", OTHER "\n\nMore\n\nOld ferries, leaving harbours each night.\n\n" FERRY " with passengers.", "PHCP"},
    {"far away", OTHER "\n\nMore\n\n" FERRY ".\n\n" OTHER "\n\n" OTHER " " FERRY " with forty passengers.", "PHCPP"},
    {"two captions",
     RAIN "\n\nMore\n\n" FERRY ".\n\nStill more\n\nTimber and salt, sold on islands.\n\n" FERRY " with passengers. "
          "Timber and salt are sold on islands every summer and in the old port.",
     "PHCHCP"},
    {"no label", OTHER "\n\n" FERRY ".\n\n" FERRY " with forty passengers.", "PPP"},
    {"two sentences", OTHER "\n\nMore\n\n" FERRY ". It is late.\n\n" FERRY " with forty passengers.", "PHPP"},
    {"too few words", OTHER "\n\nMore\n\nThe ferry leaves at night.\n\nThe ferry leaves at night with oranges.",
     "PHPP"},
    {"the same words again and again",
     OTHER "\n\nMore\n\nFerry after ferry leaves at night, night after night.\n\n"
           "Ferry after ferry leaves at night, night after night, with oranges.",
     "PHPP"},
    {"repeated before, not after", OTHER " " FERRY " with forty passengers.\n\nMore\n\n" FERRY ".\n\n" OTHER, "PHPP"},
    {"no longer", OTHER "\n\nMore\n\n" FERRY ".\n\n" FERRY ".", "PHPP"},
    {"half of it", OTHER "\n\nMore\n\n" FERRY ".\n\nThe old ferry carries forty passengers and their luggage.", "PHPP"},
    {"in two sentences",
     OTHER "\n\nMore\n\n" FERRY ".\n\nThe old ferry carries oranges. It leaves the harbour at night.", "PHPP"},
    {"nothing but stop words", OTHER "\n\nMore\n\nIt was what it was.\n\nIt was what it was and so was he.", "PHPP"},
};

static void check(const char *about, const char *text, const char *expected) {
    test_doc t;
    char roles[64];
    test_doc_begin(&t, text, strlen(text), "en");
    for (size_t i = 0; i < t.doc.input.blocks.n; i++)
        roles[i] = ROLES[t.doc.input.blocks.at[i].role];
    roles[t.doc.input.blocks.n] = '\0';
    if (strcmp(roles, expected) != 0)
        fail_msg("%s: %s, expected %s", about, roles, expected);
    for (size_t i = 0; i < t.doc.sentences.n; i++)
        if (t.doc.input.blocks.at[t.doc.sentences.at[i].block].role == SM_ROLE_CAPTION)
            assert_false(t.doc.sentences.at[i].candidate);
    test_doc_end(&t);
}

static void test_texts(void **state) {
    (void)state;
    for (size_t i = 0; i < COUNT_OF(TEXTS); i++)
        check(TEXTS[i].about, TEXTS[i].text, TEXTS[i].roles);
}

/* Others that hold a word of the caption do not hide the sentence, as long as they are few. */
static void test_looks(void **state) {
    (void)state;
    static const char *const WORDS[] = {"old", "ferry", "leaves", "harbour", "night"};
    test_text text = {0};
    test_text_put(&text, OTHER "\n\nMore\n\n" FERRY ".\n\n" FERRY " with forty passengers.");
    for (size_t i = 0; i < SM_CAPTION_LOOKS - 1; i++)
        for (size_t k = 0; k < COUNT_OF(WORDS); k++) {
            test_text_put(&text, " Somebody said ");
            test_text_put(&text, WORDS[k]);
            test_text_put(&text, " once again.");
        }
    check("looks", text.at, "PHCP");
    test_text_end(&text);
}

/* Behind the text a sentence with the caption's five content words and others, so many times as many in all. */
static void check_times_longer(size_t n_words, const char *roles) {
    test_text text = {0};
    test_text_put(&text, OTHER "\n\nMore\n\n" FERRY ".\n\n" FERRY);
    for (size_t n = CAPTION_WORDS; n < n_words; n++)
        test_text_put(&text, " oranges");
    test_text_put(&text, ".");
    check("a longer sentence", text.at, roles);
    test_text_end(&text);
}

/* A sentence that is many times longer holds the words by chance, and is not looked at. */
static void test_longest(void **state) {
    (void)state;
    check_times_longer(CAPTION_WORDS + 1, "PHCP");
    check_times_longer(SM_CAPTION_TIMES * CAPTION_WORDS, "PHCP");
    check_times_longer(SM_CAPTION_TIMES * CAPTION_WORDS + 1, "PHPP");
    check_times_longer(10 * SM_CAPTION_TIMES * CAPTION_WORDS, "PHPP");
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_texts),
        cmocka_unit_test(test_looks),
        cmocka_unit_test(test_longest),
    };
    return cmocka_run_group_tests_name("doc/captions", tests, NULL, NULL);
}
