#include "support/plain.h"

#define HEAD                                                                                                           \
    "Received: from pier.example by shore.example; Mon, 3 May 2021 10:02:00 +0000\n"                                   \
    "From: Jane Doe <jane@pier.example>\n"                                                                             \
    "To: crew@shore.example\n"                                                                                         \
    "Date: Mon, 3 May 2021 10:02:00 +0000\n"                                                                           \
    "Subject: "
#define OWN   "I asked at the yard, and the second ship will be back in the first week of June."
#define OTHER "Does anybody know when the second ship is to be back from the yard this year?"

static void test_head_of_a_message(void **state) {
    (void)state;
    test_plain(HEAD "The second ship\n\n" OWN "\n", "[T:The second ship][" OWN "]");
    test_plain(HEAD "Re: Fwd: [crew] AW: The second ship\n\n" OWN, "[T:The second ship][" OWN "]");
    test_plain(HEAD "The second\n ship\n\n" OWN, "[T:The second\n ship][" OWN "]");
    test_plain(HEAD "=?utf-8?Q?Das_zweite_Schiff?=\n\n" OWN, "[" OWN "]");
    test_plain(HEAD "Re:\n\n" OWN, "[" OWN "]");
    test_plain("From jane Mon May  3 10:02:00 2021\n" HEAD "The second ship\n\n" OWN, "[T:The second ship][" OWN "]");
    test_plain(
        "Von: Karin M\xC3\xBCller\nGesendet: Montag, 3. Mai 2021 10:02\nAn: Jan\nBetreff: AW: Das Schiff\n\n" OWN,
        "[T:Das Schiff][" OWN "]");
    test_plain("De : Jeanne Dupont\nEnvoy\xC3\xA9 : lundi 3 mai 2021\n\xC3\x80 : Jean\nObjet : RE: Le bateau\n\n" OWN,
               "[T:Le bateau][" OWN "]");
}

static void test_no_heads(void **state) {
    (void)state;
    test_plain_stays("From: the beginning it was clear to all who lived there.\n\n" OWN);
    test_plain_stays("Date: unknown\n\n" OWN);
    test_plain_stays("From the beginning it was clear to all who lived there.\n\n" OWN);
    test_plain_stays(OWN "\n\n-- nobody knows --\n\n" OTHER);
    test_plain_stays("Note: the ship is late.\n\n" OWN);
}

static void test_an_mbox(void **state) {
    (void)state;
    test_plain("From jane Mon May  3 10:02:00 2021\n" HEAD "The second ship\n\n" OTHER
               "\n\nFrom john Mon May  3 11:02:00 2021\n" HEAD "Re: The second ship\n\n> " OTHER "\n\n" OWN "\n",
               "[T:The second ship][" OTHER "][" OWN "]");
}

static void test_quotations_beside_own_words_go(void **state) {
    (void)state;
    static const char *const WROTE[] = {
        "On Mon, 3 May 2021 at 10:02, John Roe <john@shore.example> wrote:\n",
        "On Mon, 3 May 2021 at 10:02, John Roe\n<john@shore.example> wrote:\n\n",
        "John Roe writes:\n",
        "Am 3. Mai 2021 um 10:02 schrieb John Roe:\n",
        ("Le 3 mai 2021 \xC3\xA0 10:02, John Roe a \xC3\xA9"
         "crit :\n"),
        "El 3/5/2021, John Roe escribi\xC3\xB3:\n",
        "Il giorno 3 maggio 2021 John Roe ha scritto:\n",
        "Em seg., 3 de mai. de 2021, John Roe escreveu:\n",
        "Op ma 3 mei 2021 schreef John Roe:\n",
    };
    char text[2000];
    for (size_t i = 0; i < sizeof WROTE / sizeof *WROTE; i++) {
        (void)snprintf(text, sizeof text, OWN "\n\n%s> " OTHER "\n>\n>> And the first one?\n", WROTE[i]);
        test_plain(text, "[" OWN "]");
        (void)snprintf(text, sizeof text, "%s> " OTHER "\n\n" OWN "\n", WROTE[i]);
        test_plain(text, "[" OWN "]");
    }
    test_plain(HEAD "Ships\n\n| " OTHER "\n\n" OWN, "[T:Ships][" OWN "]");
}

static void test_quotations_alone_stay(void **state) {
    (void)state;
    test_plain(HEAD "Ships\n\n> " OTHER "\n>\n> " OWN "\n\nThanks!\n", "[T:Ships][Q:" OTHER "][Q:" OWN "][Thanks!]");
    test_plain("On Monday John Roe wrote:\n> " OTHER, "[Q:" OTHER "]");
    /* pasted, and no sign of a message: they are shown, without their prefix */
    test_plain(OWN "\n\n> " OTHER, "[" OWN "][Q:" OTHER "]");
    test_plain("> Does anybody know when the second ship is\n> to be back?\n>> And who asks?",
               "[Q:Does anybody know when the second ship is to be back?][Q:And who asks?]");
    test_plain("> Does anybody know when?\n>\xC2\xA0>\tAnd\n> \x13who asks?",
               "[Q:Does anybody know when?][Q:And who asks?]");
    test_plain_stays(">>> print(1)");
    test_plain(">\n>", "[>][>]");
}

static void test_tails_go(void **state) {
    (void)state;
    test_plain(HEAD "Ships\n\n" OWN "\n\n-- \nJane Doe\nPier 3, Harbour Town\n", "[T:Ships][" OWN "]");
    test_plain(HEAD "Ships\n\n" OWN
                    "\n________________________________\ncrew mailing list\nhttps://shore.example/crew\n",
               "[T:Ships][" OWN "]");
    test_plain(HEAD "Ships\n\n" OWN "\n\n-- \nJane Doe\n\n> " OTHER, "[T:Ships][" OWN "]");
    /* none of a message */
    test_plain_stays(OWN "\n\n--\n\n" OTHER);
    test_plain(OWN "\n\n________________________________\n\n" OTHER, "[" OWN "][" OTHER "]");
}

static void test_messages_within(void **state) {
    (void)state;
    static const char *const SIGNS[] = {
        "-----Original Message-----",       "---------- Forwarded message ---------",
        "Begin forwarded message:",         "-----Urspr\xC3\xBCngliche Nachricht-----",
        "________________________________",
    };
    char text[2000];
    for (size_t i = 0; i < sizeof SIGNS / sizeof *SIGNS; i++) {
        (void)snprintf(text, sizeof text,
                       HEAD "Ships\n\n" OWN "\n\n%s\nFrom: John Roe\nSent: Monday\nTo: Jane\nSubject: Ships\n\n" OTHER,
                       SIGNS[i]);
        test_plain(text, "[T:Ships][" OWN "][" OTHER "]");
    }
    test_plain(OWN "\n\n-----Original Message-----\nFrom: John Roe\nSubject: Ships\n\n" OTHER,
               "[" OWN "][T:Ships][" OTHER "]");
    test_plain(HEAD "Ships\n\n" OWN "\n\nFrom: John Roe\nSent: Monday\nSubject: Ships\n\n" OTHER,
               "[T:Ships][" OWN "][" OTHER "]");
}

static void test_armour_goes(void **state) {
    (void)state;
    test_plain("-----BEGIN PGP SIGNED MESSAGE-----\nHash: SHA256\n\n" OWN
               "\n\n-----BEGIN PGP SIGNATURE-----\n\niQEzBAEBCAAdFiEE0000\n=abcd\n-----END PGP SIGNATURE-----\n",
               "[" OWN "]");
    test_plain(OWN "\n\n-----BEGIN PGP SIGNATURE-----\n\n" OTHER,
               "[" OWN "][-----BEGIN PGP SIGNATURE-----][" OTHER "]");
}

static void test_parts(void **state) {
    (void)state;
    test_plain(HEAD "Ships\nContent-Type: multipart/alternative; boundary=\"part0001\"\n\n--part0001xyz\nContent-Type: "
                    "text/plain\n\n" OWN "\n\n--part0001xyz\nContent-Type: text/html;\n charset=utf-8\n\n<p>" OWN
                    "</p>\n\n--part0001xyz--\n",
               "[T:Ships][" OWN "]");
}

static void test_parts_that_are_coded(void **state) {
    (void)state;
    test_plain(HEAD "Ships\n\n--B\ncontent-type: text/plain\n\n" OWN "\n\n--B\nContent-Type: image/gif;\n name=x\n"
                    "Content-Transfer-Encoding: base64\n\nR0lGODdhAAEAAfAAAP\nwAAACwAAAAA\n\n--B--\n",
               "[T:Ships][" OWN "]");
    /* no boundaries */
    test_plain(HEAD "Ships\n\n" OWN "\n\n--verbose\n", "[T:Ships][" OWN "][--verbose]");
}

/* A message of which nothing would be left is shown as it is. */
static void test_something_is_left(void **state) {
    (void)state;
    test_plain("From: a@b.example\nTo: c@d.example\n", "[From: a@b.example][To: c@d.example]");
    test_plain(HEAD "The ship\n\n", "[T:The ship]");
    test_plain(HEAD "\xFF\n\n\xC3\n", "[T:\xFF][\xC3]");
}

static void test_random_texts(void **state) {
    (void)state;
    static const char *const PIECES[] = {HEAD,
                                         "\n",
                                         "\n\n",
                                         "> ",
                                         "From x\n",
                                         OWN,
                                         "wrote:\n",
                                         "-----BEGIN PGP X\n",
                                         "-----END PGP X\n",
                                         "-- \n",
                                         "\xFF",
                                         "|",
                                         "\r\n",
                                         "--abcdefghijkl\n",
                                         "____________________\n",
                                         "Begin forwarded message:\n",
                                         "Subject: Re: x\n",
                                         " folded\n",
                                         "From: x\n"};
    test_plain_random(PIECES, sizeof PIECES / sizeof *PIECES, 27);
}

static void test_no_memory(void **state) {
    (void)state;
    test_plain_out_of_memory(HEAD "Ships\n\n> Does anybody know when the second ship is\n> to be back?\n");
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_head_of_a_message),
        cmocka_unit_test(test_no_heads),
        cmocka_unit_test(test_an_mbox),
        cmocka_unit_test(test_quotations_beside_own_words_go),
        cmocka_unit_test(test_quotations_alone_stay),
        cmocka_unit_test(test_tails_go),
        cmocka_unit_test(test_messages_within),
        cmocka_unit_test(test_armour_goes),
        cmocka_unit_test(test_parts),
        cmocka_unit_test(test_parts_that_are_coded),
        cmocka_unit_test(test_something_is_left),
        cmocka_unit_test(test_random_texts),
        cmocka_unit_test(test_no_memory),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
