#include "support/plain.h"

static void test_stamps_and_nicks(void **state) {
    (void)state;
    static const char *const FORMS[] = {
        "[10:02] <%s> %s\n",
        "[10:02:11] <%s> %s\n",
        "10:02 <%s> %s\n",
        "<%s> %s\n",
        "10:02 - %s: %s\n",
        "03/05/2021, 10:02 - %s: %s\n",
        "3/5/21, 10:02 PM - %s: %s\n",
        "[03.05.21, 10:02:11] %s: %s\n",
        "2021-05-03 10:02:11 %s: %s\n",
        "2021-05-03T10:02:11Z %s: %s\n",
        "[10:02 p.m.] %s: %s\n",
    };
    for (size_t i = 0; i < sizeof FORMS / sizeof *FORMS; i++) {
        char text[1000];
        size_t n = 0;
        static const char *const NAMES[] = {"jane", "john", "jane", "bob"};
        static const char *const SAID[] = {"the ferry is late again", "Do you know why?", "No: nobody knows.", "hello"};
        for (size_t k = 0; k < 4; k++)
            n += (size_t)snprintf(text + n, sizeof text - n, FORMS[i], NAMES[k], SAID[k]);
        test_plain(text, "[the ferry is late again][Do you know why?][No: nobody knows.][hello]");
    }
    test_plain(
        "[10:02] Jane: The ferry is late.\n[10:03] John: \xE2\x80\x8E\xC2\xA0why?\n[10:04] Jane: Nobody knows.\n",
        "[The ferry is late.][why?][Nobody knows.]");
}

static void test_who_comes_and_goes(void **state) {
    (void)state;
    test_plain(
        "[10:02] <jane> the ferry is late again\n[10:02] * bob has joined #pier\n[10:02] -!- bob left the channel\n"
        "[10:03] <bob> everybody left\n[10:04] <john> why is it late?\n",
        "[the ferry is late again][everybody left][why is it late?]");
    test_plain(
        "03/05/2021, 10:02 - Messages and calls are end-to-end encrypted.\n03/05/2021, 10:02 - Jane created group "
        "\"Pier\"\n03/05/2021, 10:02 - Jane Doe: <Media omitted>\n03/05/2021, 10:03 - Jane Doe: The ferry is late.\n"
        "03/05/2021, 10:04 - John: Why?\n",
        "[The ferry is late.][Why?]");
}

static void test_marks_of_messengers(void **state) {
    (void)state;
    test_plain("[03.05.21, 10:02:11] Jane: The ferry is late.\n\xE2\x80\x8E[03.05.21, 10:02:15] Jane: "
               "\xE2\x80\x8Eimage omitted\n"
               "[03.05.21, 10:03:11] John: Why?\n[03.05.21, 10:04:11] Jane: Nobody knows.\n",
               "[The ferry is late.][Why?][Nobody knows.]");
}

static void test_messages_of_several_lines(void **state) {
    (void)state;
    test_plain("The pier\n\n10:02 - Jane: The ferry is\nlate again.\n10:03 - John: Why?\n10:04 - Jane: Nobody "
               "knows.\nReally.\n",
               "[The pier][The ferry is\nlate again.][Why?][Nobody knows.][Really.]");
}

#define TALK                                                                                                           \
    "JANE: The ferry to the island was late again.\n\nJOHN: Does anybody know why it was?\n\n"                         \
    "JANE: Nobody at the pier knew it.\n\nJOHN: And when did it sail, in the end?\n\n"                                 \
    "JANE: An hour later, and full.\n\nJOHN: Then I was right to walk.\n\n"

static void test_talk(void **state) {
    (void)state;
    test_plain(
        "The pier\n\n" TALK "(They leave.)\n",
        "[The pier][The ferry to the island was late again.][Does anybody know why it was?][Nobody at the pier "
        "knew it.][And when did it sail, in the end?][An hour later, and full.][Then I was right to walk.][(They "
        "leave.)]");
}

static void test_no_talk(void **state) {
    (void)state;
    /* colons in prose, and names that do not recur */
    test_plain_stays("Note: the ferry is late.\n\nThe captain said this: it will be back.\n\nNote: walk.");
    test_plain_stays(
        "Anna: the first one of the list here.\n\nBert: the second one of the list.\n\nCarl: the third one of "
        "the list.\n\nDora: the fourth one of the list.\n\nEmil: the fifth one of the list.\n\nFritz: the "
        "sixth one of the list.\n\nGerd: the seventh one of it.");
    /* a table */
    test_plain_stays("Name: Anna\n\nAge: 3\n\nName: Bert\n\nAge: 4\n\nName: Carl\n\nAge: 5\n\nName: Dora\n\nAge: 6");
    /* one voice only */
    test_plain_stays(
        "Note: the ferry is late again.\n\nNote: nobody knows why it is.\n\nNote: the captain is ill today.\n\n"
        "Note: the other one is away.\n\nNote: walk over the bridge.\n\nNote: do not wait for it.");
    /* few of many */
    test_plain_stays("At 10:02 it came.\n\n10:02 was late.\n\n10:03 was later.\n\nNobody knew why.");
    test_plain_stays("[1] See there.\n\n[2] See here.\n\n[3] And there.");
    test_plain_stays("<p>Not a chat.</p>\n\n<p>A page.</p>\n\n<p>Of the web.</p>");
}

static void test_random_texts(void **state) {
    (void)state;
    static const char *const PIECES[] = {"[10:02] ",
                                         "<jane> ",
                                         "Jane: ",
                                         "the ferry",
                                         "\n",
                                         "\n\n",
                                         "* bob joined",
                                         "\xE2\x80\x8E",
                                         "3/5/21, 10:02 PM - ",
                                         "\xFF",
                                         "\r\n",
                                         "10:02",
                                         ":",
                                         "<",
                                         ">",
                                         "am"};
    test_plain_random(PIECES, sizeof PIECES / sizeof *PIECES, 23);
}

static void test_no_memory(void **state) {
    (void)state;
    test_plain_out_of_memory(TALK);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_stamps_and_nicks),
        cmocka_unit_test(test_who_comes_and_goes),
        cmocka_unit_test(test_marks_of_messengers),
        cmocka_unit_test(test_messages_of_several_lines),
        cmocka_unit_test(test_talk),
        cmocka_unit_test(test_no_talk),
        cmocka_unit_test(test_random_texts),
        cmocka_unit_test(test_no_memory),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
