/* Of several places the best one counts. */
#include "input/said.h"

#include "support/memory.h"

#include <stdio.h>

static void say(sm_said *s, sm_place place, const char *name) {
    sm_said_author(s, place, name, strlen(name));
}

static void test_authors(void **state) {
    (void)state;
    sm_said s = {.author_place = SM_PLACE_NONE};
    say(&s, SM_PLACE_BYLINE, "");
    assert_int_equal(s.author_place, SM_PLACE_NONE);
    say(&s, SM_PLACE_BYLINE, "Cy Gull");
    say(&s, SM_PLACE_META, "https://example.org"); /* no name: nothing is lost */
    assert_string_equal(s.author, "Cy Gull");
    say(&s, SM_PLACE_META, "Ada Ferry");
    say(&s, SM_PLACE_META, "Ada");
    say(&s, SM_PLACE_META, "Ferry");
    say(&s, SM_PLACE_META, "Ada Ferry");
    say(&s, SM_PLACE_META, "Ada");
    say(&s, SM_PLACE_BYLINE, "Bo Pier");
    assert_string_equal(s.author, "Ada Ferry, Ada, Ferry");
    assert_int_equal(s.author_place, SM_PLACE_META);
}

/* Names for which there is no room are left out whole. */
static void test_many_authors(void **state) {
    (void)state;
    sm_said s = {.author_place = SM_PLACE_NONE};
    for (int i = 0; i < 100; i++) {
        char name[32];
        snprintf(name, sizeof name, "Author %c%c", 'A' + i / 26, 'A' + i % 26);
        say(&s, SM_PLACE_META, name);
    }
    size_t n = strlen(s.author);
    assert_true(n < SM_AUTHOR_MAX && n > SM_AUTHOR_MAX - 12);
    assert_int_equal((n + 2) % strlen("Author AA, "), 0);
}

static void test_names_and_dates(void **state) {
    (void)state;
    sm_said s = {.author_place = SM_PLACE_NONE};
    sm_said_names(&s, SM_PLACE_PAGE, "");
    assert_int_equal(s.author_place, SM_PLACE_NONE);
    sm_said_names(&s, SM_PLACE_PAGE, "Bo Pier");
    sm_said_names(&s, SM_PLACE_ARTICLE, "Ada Ferry, Cy Gull");
    sm_said_names(&s, SM_PLACE_ARTICLE, "Bo Pier");
    assert_string_equal(s.author, "Ada Ferry, Cy Gull");
    sm_said_date(&s, SM_PLACE_PAGE, "2031-05-01", 10);
    sm_said_date(&s, SM_PLACE_META, "no date", 7);
    sm_said_date(&s, SM_PLACE_META, "2031-05-03", 10);
    sm_said_date(&s, SM_PLACE_META, "2031-05-04", 10);
    sm_said_date(&s, SM_PLACE_BYLINE, "2031-05-05", 10);
    assert_string_equal(s.date, "2031-05-03");
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_authors),
        cmocka_unit_test(test_many_authors),
        cmocka_unit_test(test_names_and_dates),
    };
    return cmocka_run_group_tests_name("input/said", tests, NULL, NULL);
}
