#include "support/plain.h"

static void test_manual_pages(void **state) {
    (void)state;
    test_plain(
        "OWL(1)                 User Commands                 OWL(1)\n\nNAME\n       owl - sleep by day\n\nSYNOPSIS\n"
        "       owl [-a]\n           [FILE]\n\nDESCRIPTION\n       Sleep by day. It is best done on a\n       tree.\n\n"
        "       -a, --all\n              Sleep always.\n\n       -b     Sleep by night, which\n"
        "              Owls seldom do.\n\n   Mice\n       They run.\n\n"
        "owl 1.0                    May 2020                  OWL(1)\n",
        "[H:NAME][owl - sleep by day][H:SYNOPSIS][C:owl [-a]][C:[FILE]][H:DESCRIPTION][Sleep by day. It is best done "
        "on a tree.]"
        "[C:-a, --all][Sleep always.][-b Sleep by night, which Owls seldom do.][C:Mice][They run.]");
    test_plain("NAME\n    owl - sleep\n\nDESCRIPTION\n    It sleeps.\n",
               "[H:NAME][owl - sleep][H:DESCRIPTION][It sleeps.]");
}

static void test_rfcs(void **state) {
    (void)state;
    test_plain(
        "\n\nNetwork Working Group                      A. Berg\nRequest for Comments: 9999                 June "
        "1999\n\n\n"
        "            Owls over Avian Carriers\n\nStatus of this Memo\n\n   This memo is about owls, and how\n   They "
        "sleep.\n\n"
        "Berg                      Notes                [Page 1]\n\f\nRFC 9999              Owls              June "
        "1999\n\n\n"
        "   They hunt by night.\n\n1.2.  Mice\n\n   Mice run.\n\nThis sentence is at the margin.\n",
        "[C:Network Working Group A. Berg Request for Comments: 9999 June 1999][T:Owls over Avian Carriers]"
        "[H:Status of this Memo][This memo is about owls, and how][They sleep.][They hunt by night.][H:1.2. Mice]"
        "[Mice run.][This sentence is at the margin.]");
}

static void test_other_texts(void **state) {
    (void)state;
    test_plain("Owls (birds)\n    sleep.\n\nMice\n    run.", "[Owls (birds) sleep.][Mice run.]");
    test_plain("Name\n\n    owl", "[Name][owl]");
    test_plain("NAME", "[NAME]");
    test_plain("OWL(1)", "[OWL(1)]");
}

static void test_broken_utf8(void **state) {
    (void)state;
    test_plain("NAME\n   \xFF\xC3\n\nSYNOPSIS\n   \xE2\x80", "[H:NAME][\xFF\xC3][H:SYNOPSIS][C:\xE2\x80]");
}

static void test_random_texts(void **state) {
    (void)state;
    static const char *const PIECES[] = {"NAME\n   owl\n",
                                         "OWL(1)   Owls   OWL(1)\n",
                                         "Request for Comments: 1\n",
                                         "SYNOPSIS\n",
                                         "word ",
                                         "\n",
                                         "\n\n",
                                         "\n    ",
                                         "\n        ",
                                         "-a   ",
                                         ".",
                                         "\xFF",
                                         "\f",
                                         "\t"};
    test_plain_random(PIECES, sizeof PIECES / sizeof *PIECES, 17);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_manual_pages), cmocka_unit_test(test_rfcs),         cmocka_unit_test(test_other_texts),
        cmocka_unit_test(test_broken_utf8),  cmocka_unit_test(test_random_texts),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
