#include "support/plain.h"

static void test_lines_at_the_head_go(void **state) {
    (void)state;
    static const char *const LINES[] = {
        "By Jane Doe",
        "By JANE DOE, Associated Press",
        "By Jane Doe and John van der Berg",
        "Written by Jane Doe",
        "Published 3 May 2021, 10:02",
        "PUBLISHED: 14:11 EST, 25 October 2013",
        "Last updated on 3 May 2021",
        "25 October 2014 Last updated at 00:31 BST",
        "Von Karin M\xC3\xBCller",
        "Aktualisiert am 3. Mai 2021, 10:02 Uhr",
        "Par Jeanne Dupont",
        "Publi\xC3\xA9 le 3 mai 2021 \xC3\xA0 10h02",
        "Por Juana P\xC3\xA9rez",
        "Actualizado 3/5/2021",
        "Di Giovanna Rossi",
        "Pubblicato il 3 maggio 2021",
        "Door Jan de Vries",
        "Gepubliceerd op 3 mei 2021",
    };
    char text[1000];
    for (size_t i = 0; i < sizeof LINES / sizeof *LINES; i++) {
        (void)snprintf(text, sizeof text, "Ferry late again\n\n%s\n\n" TEST_PROSE, LINES[i]);
        test_plain(text, "[Ferry late again][" TEST_PROSE "]");
        (void)snprintf(text, sizeof text, "%s\n" TEST_PROSE, LINES[i]);
        test_plain(text, "[" TEST_PROSE "]");
    }
}

static void test_prose_stays(void **state) {
    (void)state;
    static const char *const LINES[] = {
        "By the sea",
        "By Monday the ferry was back",
        "By Monday.",
        "Published in 1984, the book was soon forgotten.",
        "Published by the author herself",
        "Von Karin M\xC3\xBCller, die gestern kam, ist nichts bekannt",
        "(Reuters) - The ferry to the island was late again.",
        "LONDON (Reuters) - The ferry to the island was late again.",
    };
    char text[1000];
    for (size_t i = 0; i < sizeof LINES / sizeof *LINES; i++) {
        (void)snprintf(text, sizeof text, "Ferry late again\n\n%s\n\n" TEST_PROSE, LINES[i]);
        test_plain_stays(text);
    }
    test_plain_stays("By Jane Doe");
}

static void test_only_at_the_head(void **state) {
    (void)state;
    char text[2000] = "";
    for (int i = 0; i < 12; i++)
        strcat(text, TEST_PROSE "\n\n");
    strcat(text, "By Jane Doe");
    test_plain_stays(text);
}

static void test_pieces_of_dumps_go(void **state) {
    (void)state;
    static const char *const HEADS[] = {
        "By . Jane Doe . ",
        "By . Pier Reporter . PUBLISHED: . 14:11 EST, 25 October 2013 . | . UPDATED: . 15:36 EST, 25 October 2013 . ",
        "By . Jane Doe . and John Roe . UPDATED: . 18:30 EST, 3 March 2012 . ",
        "By . Pier News Reporter . Last updated at 1:25 AM on 3rd August 2011 . ",
        "Last updated at 3:31 PM on 19th July 2011 . ",
        "PUBLISHED: . 07:04 EST, 9 January 2014 . | . UPDATED: . 07:16 EST, 9 January 2014 . ",
    };
    char text[1000];
    for (size_t i = 0; i < sizeof HEADS / sizeof *HEADS; i++) {
        (void)snprintf(text, sizeof text, "%s" TEST_PROSE " " TEST_MORE, HEADS[i]);
        test_plain(text, "[" TEST_PROSE " " TEST_MORE "]");
    }
}

static void test_pieces_of_prose_stay(void **state) {
    (void)state;
    test_plain_stays("By . now it was late . " TEST_PROSE);
    test_plain_stays("It was late . Jane Doe . " TEST_PROSE);
    test_plain_stays("By . Jane Doe .");
    test_plain("By . Jane Doe . ", "[By . Jane Doe .]");
    test_plain_stays("By . " TEST_PROSE);
    test_plain(" . ", "[.]");
    test_plain_stays("By \xFF . \xC3 .");
}

static void test_random_texts(void **state) {
    (void)state;
    static const char *const PIECES[] = {"By",     " . ",  "Jane Doe", "PUBLISHED:", "| . ", "\n",    "\n\n",
                                         "3 May ", "and ", TEST_PROSE, "\xC3",       "Von ", "By . ", "Updated "};
    test_plain_random(PIECES, sizeof PIECES / sizeof *PIECES, 21);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_lines_at_the_head_go), cmocka_unit_test(test_prose_stays),
        cmocka_unit_test(test_only_at_the_head),     cmocka_unit_test(test_pieces_of_dumps_go),
        cmocka_unit_test(test_pieces_of_prose_stay), cmocka_unit_test(test_random_texts),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
