#include "support/plain.h"

#include "plain/signs.h"

static void test_litter_goes(void **state) {
    (void)state;
    static const char *const LINES[] = {
        "Advertisement",
        "ADVERTISEMENT",
        "Trending now",
        "Read more: Why the second ship is in the yard",
        "READ MORE: Why the second ship is in the yard",
        "Related: Ten islands without a bridge",
        "Share this",
        "Share this article",
        "Click here to see all pictures",
        "Follow us on Twitter",
        "Follow @pier_news on Twitter.",
        "Sign up for our newsletter",
        "We use cookies to improve this site. By going on you agree.",
        "\xC2\xA9 2019 Pier News",
        "Copyright 2019 Pier News. All rights reserved.",
        "All rights reserved",
        "Continue reading the main story",
        "Comments (12)",
        "Comments (1,204) \xC2\xBB",
        "Sent from my phone",
        /* German, French, Spanish, Italian, Portuguese, Dutch */
        "Lesen Sie auch: Warum das zweite Schiff im Dock liegt",
        "Anzeige",
        "Wir verwenden Cookies, um die Seite zu verbessern.",
        "\xC3\x80 lire aussi : Pourquoi le second bateau est au chantier",
        "PUBLICIT\xC3\x89",
        "Suivez-nous sur Facebook",
        "Lea tambi\xC3\xA9n: Por qu\xC3\xA9 el segundo barco no navega",
        "S\xC3\xADguenos en Twitter",
        "Leggi anche: Perch\xC3\xA9 la seconda nave \xC3\xA8 in cantiere",
        "Riproduzione riservata",
        "Leia tamb\xC3\xA9m: Por que o segundo navio n\xC3\xA3o navega",
        "Todos os direitos reservados.",
        "Lees ook: Waarom het tweede schip in de werf ligt",
        "Advertentie",
    };
    char text[1000];
    for (size_t i = 0; i < sizeof LINES / sizeof *LINES; i++) {
        (void)snprintf(text, sizeof text, TEST_PROSE "\n\n%s\n\n" TEST_MORE, LINES[i]);
        test_plain(text, "[" TEST_PROSE "][" TEST_MORE "]");
        (void)snprintf(text, sizeof text, TEST_PROSE "\n%s\n" TEST_MORE "\n%s\n", LINES[i], LINES[i]);
        test_plain(text, "[" TEST_PROSE "][" TEST_MORE "]");
    }
}

static void test_prose_stays(void **state) {
    (void)state;
    static const char *const LINES[] = {
        "The site said it uses cookies to remember its readers.",
        "Advertisements on the pier were banned by the town council.",
        "Related companies were asked to pay as well.",
        "Sharing this island with the seals takes some patience.",
        "Comments on the plan were few, and most of them were kind.",
        "Trending nowhere, the song was soon forgotten.",
        "Publicity was not what the captain wanted.",
        "Photography was not allowed on the upper deck of the ship.",
        "\xC2\xA9 20 conditions of the contract were broken.",
        "Follow the path along the shore until you see the old mill.",
        "Read more slowly, the teacher told them.",
        "https://example.org/ferries has the timetable of the whole year.",
        "Anzeigen gegen den Kapit\xC3\xA4n gab es nicht.",
        ("Click here to see all the pictures and the rest of the night was spent in finding the captain and his two "
         "dogs on the far side."),
    };
    char text[1000];
    for (size_t i = 0; i < sizeof LINES / sizeof *LINES; i++) {
        (void)snprintf(text, sizeof text, TEST_PROSE "\n\n%s\n\n" TEST_MORE, LINES[i]);
        test_plain_stays(text);
    }
}

#define WRAPPED                                                                                                        \
    "The ferry to the island was late again on Monday. The captain\n"                                                  \
    "Share of the blame was hard to tell, as those who knew would\n"                                                   \
    "Follow us to the pier but not say a word about the ship, and\n"                                                   \
    "So we left."

static void test_lines_of_wrapped_paragraphs_stay(void **state) {
    (void)state;
    test_plain_stays(WRAPPED);
    test_plain_stays(WRAPPED "\n\n" WRAPPED);
    test_plain(WRAPPED "\n\nWe use cookies to find out what is read on these pages, and\nby whom.\n\n" WRAPPED,
               "[" WRAPPED "][" WRAPPED "]");
}

static void test_links(void **state) {
    (void)state;
    test_plain(TEST_PROSE "\n\nhttps://example.org/ferries?page=2\n\n" TEST_MORE, "[" TEST_PROSE "][" TEST_MORE "]");
    test_plain(TEST_PROSE "\n\nhttps://example.org/ferries\nwww.example.org\nhttps://example.org/ships\n\n" TEST_MORE,
               "[" TEST_PROSE "][" TEST_MORE "]");
    test_plain("The timetable of all the ships in this bay can be found at\nhttps://example.org/ferries\n\n" TEST_MORE,
               "[The timetable of all the ships in this bay can be found at\nhttps://example.org/ferries][" TEST_MORE
               "]");
    test_plain("Berg, J.: Ships. Retrieved 3 May from\nhttps://example.org/fer\n102700.html\n\n" TEST_MORE,
               "[Berg, J.: Ships. Retrieved 3 May from\nhttps://example.org/fer][102700.html][" TEST_MORE "]");
    test_plain_stays(TEST_PROSE "\n\nhttps://example.org/ferries.\n\n" TEST_MORE);
}

static void test_captions(void **state) {
    (void)state;
    test_plain(TEST_PROSE "\n\nPhoto: Pier News\n\n" TEST_MORE, "[" TEST_PROSE "][B:Photo: Pier News][" TEST_MORE "]");
    test_plain(TEST_PROSE "\n\nImage caption The ferry at the pier.\n\n" TEST_MORE,
               "[" TEST_PROSE "][P:Image caption The ferry at the pier.][" TEST_MORE "]");
    test_plain(TEST_PROSE "\n\nGetty Images\n\n" TEST_MORE, "[" TEST_PROSE "][B:Getty Images][" TEST_MORE "]");
    test_plain(TEST_PROSE "\n\n(Foto: dok. Pier)\n\n" TEST_MORE,
               "[" TEST_PROSE "][B:(Foto: dok. Pier)][" TEST_MORE "]");
}

static void test_a_text_of_litter_is_kept(void **state) {
    (void)state;
    test_plain_stays("We use cookies to remember you.");
    test_plain_stays("We use cookies to remember you.\n\nAll rights reserved.");
    test_plain_stays("Advertisement");
    test_plain("", "");
}

static void test_wordings_fit(void **state) {
    (void)state;
    static const struct {
        const char *wording, *text;
        bool fits;
    } CASES[] = {
        {"share", "share", true},
        {"share", "Share!", true},
        {"share", "Share (3)", true},
        {"share", "Shared", false},
        {"share", "shar", false},
        {"share*", "share the bread", true},
        {"share*", "shared bread", false},
        {"share on *", "share on", false},
        {"a*b", "a b", true},
        {"a*b", "a-b-b", true},
        {"a*b", "a-b-c", false},
        {"a*b*", "a-b-c", true},
        {"*b *", "a b c", true},
        {"*b *", "abc", false},
        {"\xC3\xA9t\xC3\xA9", "\xC3\x89T\xC3\x89", true},
        {"share", "\xFF\xFE", false},
        {"share", "share\xFF", false},
        {"share", "share \xE2\x80\xA6", true},
        {"a#*", "a1b", true},
        {"a#*", "ab", false},
        {"a#*", "a", false},
        {"a", "a()", false},
        {"a", "a (1", false},
        {"a", "a (1)", true},
    };
    for (size_t i = 0; i < sizeof CASES / sizeof *CASES; i++)
        if (sm_sign_fits(CASES[i].wording, CASES[i].text, 0, strlen(CASES[i].text)) != CASES[i].fits)
            fail_msg("\"%s\": \"%s\"", CASES[i].wording, CASES[i].text);
}

/* Small letters only, and bytes enough to be found by. */
static void test_the_table(void **state) {
    (void)state;
    sm_sign_kind kind;
    for (size_t i = 0; sm_sign_at(i, &kind) != NULL; i++) {
        const char *wording = sm_sign_at(i, &kind);
        if (kind <= SM_SIGN_LINK && strcspn(wording, "*#") < SM_SIGNS_HEAD)
            fail_msg("\"%s\" cannot be found", wording);
        for (const char *p = wording; *p != '\0'; p++)
            if (*p >= 'A' && *p <= 'Z')
                fail_msg("\"%s\" has capitals", wording);
    }
}

static void test_random_texts(void **state) {
    (void)state;
    static const char *const PIECES[] = {"Advertisement", "\n",          "\n\n", "Read more: ", TEST_PROSE,
                                         "Photo: ",       "\xC2\xA9 20", "(12)", "\xFF",        "https://x.org",
                                         "\r\n",          "Share ",      "  ",   "\xE2\x80"};
    test_plain_random(PIECES, sizeof PIECES / sizeof *PIECES, 25);
}

static void test_no_memory(void **state) {
    (void)state;
    test_plain_out_of_memory(TEST_PROSE "\n\nShare this\n\n" TEST_MORE);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_litter_goes),
        cmocka_unit_test(test_prose_stays),
        cmocka_unit_test(test_lines_of_wrapped_paragraphs_stay),
        cmocka_unit_test(test_links),
        cmocka_unit_test(test_captions),
        cmocka_unit_test(test_a_text_of_litter_is_kept),
        cmocka_unit_test(test_wordings_fit),
        cmocka_unit_test(test_the_table),
        cmocka_unit_test(test_random_texts),
        cmocka_unit_test(test_no_memory),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
