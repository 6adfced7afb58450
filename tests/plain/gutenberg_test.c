#include "support/plain.h"

#define HEADER                                                                                                         \
    "The Project Gutenberg eBook of Owls at Sea\n\nThis eBook is for the use of anyone.\n\nTitle: Owls at Sea\n"       \
    "       A Tale\n\nAuthor: Anna Berg\n\n"
#define START "*** START OF THE PROJECT GUTENBERG EBOOK OWLS AT SEA ***\n\n"
#define END   "\n*** END OF THE PROJECT GUTENBERG EBOOK OWLS AT SEA ***\n\nUpdated editions will replace the last one.\n"

static void test_what_stands_around_the_book_is_dropped(void **state) {
    (void)state;
    test_plain(HEADER START "The owl slept.\n" END, "[T:Owls at Sea A Tale][The owl slept.]");
    test_plain(HEADER "*** START OF THIS PROJECT GUTENBERG EBOOK OWLS AT\nSEA ***\n\nThe owl slept.\n\n"
                      "End of Project Gutenberg's Owls at Sea, by Anna Berg\n" END,
               "[T:Owls at Sea A Tale][The owl slept.]");
    test_plain("The owl slept.\n" END, "[The owl slept.]");
    test_plain(START "The owl slept.\n", "[The owl slept.]");
}

static void test_several_books(void **state) {
    (void)state;
    test_plain(HEADER START "The owl slept.\n" END HEADER START "The mouse ran.\n" END,
               "[T:Owls at Sea A Tale][The owl slept.][T:Owls at Sea A Tale][The mouse ran.]");
}

/* Longer than anything that stands around books. */
static void test_a_book_behind_other_texts(void **state) {
    (void)state;
    static const char LINE[] = "The mouse ran.\n\n", MARK[] = START "The owl slept.\n" END;
    enum {
        LINES = 900
    };
    static char text[2 * LINES * sizeof LINE + sizeof MARK];
    test_arena t;
    sm_input input;
    size_t n = 0;
    for (size_t i = 0; i < LINES; i++, n += sizeof LINE - 1)
        memcpy(text + n, LINE, sizeof LINE - 1);
    memcpy(text + n, MARK, sizeof MARK - 1);
    n += sizeof MARK - 1;
    for (size_t i = 0; i < LINES; i++, n += sizeof LINE - 1)
        memcpy(text + n, LINE, sizeof LINE - 1);
    test_arena_begin(&t);
    assert_int_equal(sm_reader_at(0)->read(text, (uint32_t)n, &t.arena, &input), SUMM_OK);
    /* the marks go, and what follows the end mark stays, with the line behind it */
    assert_int_equal(input.blocks.n, 2 * LINES + 1);
    test_arena_end(&t);
}

static void test_older_forms(void **state) {
    (void)state;
    test_plain(
        "Project Gutenberg Etext of Owls\n\n***START**THE SMALL PRINT!**FOR PUBLIC DOMAIN ETEXTS**START***\n"
        "Why is this here?\n*END THE SMALL PRINT! FOR PUBLIC DOMAIN ETEXTS*Ver.04.29.93*END*\n\nThe owl slept.\n\n"
        "End of the Project Gutenberg Etext of Owls\n",
        "[The owl slept.]");
    test_plain("*END*THE SMALL PRINT! FOR PUBLIC DOMAIN ETEXTS*Ver.10/04/01*END*\nThe owl slept.", "[The owl slept.]");
}

static void test_notes_on_who_produced_the_text(void **state) {
    (void)state;
    test_plain(START "Produced by Anna Berg and\nBen Novak\n\nOWLS\n\nThe owl slept.\n" END, "[OWLS][The owl slept.]");
    test_plain("Produced by Anna Berg and the Online\nDistributed Proofreading Team at http://www.pgdp.net\nOWLS\nBY "
               "C. D.\n\nThe owl.",
               "[OWLS][BY C. D.][The owl.]");
    test_plain("Produced by hand, cheese costs more.\nIt is better.",
               "[Produced by hand, cheese costs more.][It is better.]");
}

static void test_other_texts_are_left_alone(void **state) {
    (void)state;
    test_plain("We used books of Project Gutenberg.\n\nEnd of the Project Gutenberg part.",
               "[We used books of Project Gutenberg.][End of the Project Gutenberg part.]");
    test_plain("*** START OF THE SHOW ***\n\nIt went on.", "[*** START OF THE SHOW ***][It went on.]");
    test_plain(
        HEADER "*** START OF THE PROJECT GUTENBERG EBOOK OWLS AT SEA ***",
        "[The Project Gutenberg eBook of Owls at Sea][This eBook is for the use of anyone.][Title: Owls at Sea][A Tale]"
        "[*** START OF THE PROJECT GUTENBERG EBOOK OWLS AT SEA ***]");
    test_plain("", "");
}

static void test_broken_utf8(void **state) {
    (void)state;
    test_plain("\xFF\xC3\n\nTitle: \xE2\n\n" START "\xFF.\n" END, "[T:\xE2][\xFF.]");
    test_plain("Title: \n\n" START "x", "[x]");
    test_plain("Title: \t \x13Owls\n\n" START "x", "[T:Owls][x]");
}

static void test_random_texts(void **state) {
    (void)state;
    static const char *const PIECES[] = {HEADER,
                                         START,
                                         END,
                                         "word ",
                                         "\n",
                                         "\n\n",
                                         "***",
                                         "Produced by ",
                                         "pgdp",
                                         "Title: ",
                                         "End of Project Gutenberg\n",
                                         "*END*THE SMALL PRINT!*",
                                         "\xFF",
                                         "\f",
                                         "-\n"};
    test_plain_random(PIECES, sizeof PIECES / sizeof *PIECES, 7);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_what_stands_around_the_book_is_dropped),
        cmocka_unit_test(test_several_books),
        cmocka_unit_test(test_a_book_behind_other_texts),
        cmocka_unit_test(test_older_forms),
        cmocka_unit_test(test_notes_on_who_produced_the_text),
        cmocka_unit_test(test_other_texts_are_left_alone),
        cmocka_unit_test(test_broken_utf8),
        cmocka_unit_test(test_random_texts),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
