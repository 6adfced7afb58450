/* Dates that can be read in one way only. */
#include "input/date.h"

#include "support/memory.h"
#include "support/random.h"

static void check(const char *text, const char *expected) {
    char date[SM_DATE_MAX] = "before";
    bool good = sm_date_read(text, strlen(text), date);
    if (good != (expected != NULL) || strcmp(date, good ? expected : "before") != 0)
        fail_msg("'%s' gave %s '%s'", text, good ? "true" : "false", date);
}

static void check_same(const char *text) {
    check(text, text);
}

static void test_iso(void **state) {
    (void)state;
    check_same("2019-11-20");
    check_same("20191120");
    check_same("2019-11");
    check_same("2019");
    check_same("2019-11-20T09:28Z");
    check_same("2019-11-20T09:28:07+0000");
    check_same("2019-11-20T09:28:07.403-05:30");
    check_same("20191120T0928Z");
    check("\n 2019-11-20 \t", "2019-11-20");
    check("2019-02-29", NULL);
    check("2020-02-29", "2020-02-29");
    check("1900-02-29", NULL);
    check("2019-13-01", NULL);
    check("2019-00-10", NULL);
    check("0001-01-01T00:00:00Z", NULL);
    check("2019-11-20T25:00", "2019-11-20"); /* the day is clear all the same */
}

static void test_year_first(void **state) {
    (void)state;
    check("2019-11-20 02:24:00 UTC", "2019-11-20");
    check("2019/1/5", "2019-01-05");
    check("2019.11.20", "2019-11-20");
    check("2019/11-20", NULL);
    check("2019/11/203", NULL);
    check("2019-11-20T09:28:07.123456789012345678901234567890Z", "2019-11-20");
}

static void test_words(void **state) {
    (void)state;
    check("November 20, 2019", "2019-11-20");
    check("20 Nov 2019 08:02 GMT", "2019-11-20");
    check("Wed Nov 20 2019 09:28:00 GMT+0000 (UTC)", "2019-11-20");
    check("Wed, 20 Nov 2019 09:28:00 -0500", "2019-11-20");
    check("01:38:07 PM IST Nov 20, 2019", "2019-11-20");
    check("Nov. 18th, 2019, 4 p.m.", NULL); /* no way of writing noon is known with points */
    check("Sept. 1, 2019 at 4 PM", "2019-09-01");
    check("1 may 1851", "1851-05-01");
    check("November 2019", "2019-11");
    check("19-Nov-2019", "2019-11-19");
    check("November 31, 2019", NULL);
    check("November 20", NULL);
    check("20 2019", NULL);
    check("May or June 2019", NULL);
    check("May 1 or 2, 2019", NULL);
    check("Marchand 2019", NULL);
    check("20. November 2019", "2019-11-20");
    check("20 novembre 2019", NULL);
}

static void test_numbers(void **state) {
    (void)state;
    check("20/11/2019", "2019-11-20");
    check("11/20/2019", "2019-11-20");
    check("20.11.2019 10:00", "2019-11-20");
    check("05/05/2019", "2019-05-05");
    check("05/06/2019", NULL);
    check("20/13/2019", NULL);
    check("20/11/19", NULL);
    check("1574242087", NULL);
    check("2019-", NULL);
    check("", NULL);
    check("-", NULL);
    check("today", NULL);
    check("\xFF\xC3 2019 \xA9 Nov", "2019-11");
}

/* Nothing beyond the text is read, and what is written is in range. */
static void test_anything(void **state) {
    (void)state;
    static const char *const PIECES[] = {"20", "19",  "2019", "-",   "/",  ".",    " ", ":",
                                         "T",  "Nov", "Z",    "+05", "\0", "\xFF", "pm"};
    test_random r = {5};
    for (int round = 0; round < 20000; round++) {
        char text[64], date[SM_DATE_MAX];
        size_t n = 0;
        for (size_t i = test_random_below(&r, 9); i > 0; i--) {
            const char *piece = PIECES[test_random_below(&r, sizeof PIECES / sizeof *PIECES)];
            size_t n_piece = piece[0] == '\0' ? 1 : strlen(piece);
            memcpy(text + n, piece, n_piece);
            n += n_piece;
        }
        char *exact = malloc(n + 1);
        assert_non_null(exact);
        memcpy(exact + 1, text, n); /* ends with the block */
        if (sm_date_read(exact + 1, n, date)) {
            assert_true(strlen(date) >= 4 && strlen(date) < SM_DATE_MAX);
            assert_true(date[0] == '1' || date[0] == '2');
        }
        free(exact);
    }
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_iso),     cmocka_unit_test(test_year_first), cmocka_unit_test(test_words),
        cmocka_unit_test(test_numbers), cmocka_unit_test(test_anything),
    };
    return cmocka_run_group_tests_name("input/date", tests, NULL, NULL);
}
