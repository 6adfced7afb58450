/* Names as bylines have them. */
#include "input/name.h"

#include "support/memory.h"
#include "support/random.h"

static void check(const char *text, const char *expected) {
    char name[SM_NAME_MAX];
    size_t n = sm_name_read(text, strlen(text), name);
    if (n != strlen(expected) || (n > 0 && strcmp(name, expected) != 0))
        fail_msg("'%s' gave '%s'", text, n > 0 ? name : "");
}

static void test_names(void **state) {
    (void)state;
    check("Ada Ferry", "Ada Ferry");
    check("  Ada \t Ferry ", "Ada Ferry");
    check("Ada Ferry and Bo Pier", "Ada Ferry and Bo Pier");
    check("Dr. Ada M. Ferry Jr.", "Dr. Ada M. Ferry Jr.");
    check("\xD0\x90\xD0\xB4\xD0\xB0", "\xD0\x90\xD0\xB4\xD0\xB0");
    check("\xE6\x9D\x8E\xE7\x99\xBD", "\xE6\x9D\x8E\xE7\x99\xBD");
    check("Bya Bystr\xC3\xB6m", "Bya Bystr\xC3\xB6m");
}

static void test_what_stands_before(void **state) {
    (void)state;
    check("By Ada Ferry", "Ada Ferry");
    check("BY: Ada Ferry", "Ada Ferry");
    check("by\n\nAda Ferry\nStaff writer", "Ada Ferry");
    check("Posted by Ada Ferry", "Ada Ferry");
    check("Text: Ada Ferry", "Ada Ferry");
}

static void test_what_stands_behind(void **state) {
    (void)state;
    check("Ada Ferry | Island Post", "Ada Ferry");
    check("Ada Ferry - Island Post", "Ada Ferry");
    check("Ada Ferry-Pier", "Ada Ferry-Pier");
    check("Ada Ferry \xE2\x80\x94", "Ada Ferry");
    check("Ada Ferry \xC2\xB7 3 May", "Ada Ferry");
    check("Ada Ferry, 3 May 2031", "Ada Ferry");
    check("Ada Ferry on May 3, 2031", "Ada Ferry");
    check("Ada Ferry May 3, 2031", "Ada Ferry");
    check("April May", "April May");
    check("Ada Ferry (ada@example.org)", "Ada Ferry");
    check("Ada Ferry @adaferry", "Ada Ferry");
    check("Ada Ferry/Island Post", "Ada Ferry");
}

static void test_no_names(void **state) {
    (void)state;
    check("", "");
    check("By", "");
    check("By\n \n", "");
    check("https://example.org/people/ada", "");
    check("//example.org", "");
    check("www.example.org", "");
    check("@adaferry", "");
    check("admin", "");
    check("About the author", "");
    check("A", "");
    check("...", "");
    check("3 May 2031", "");
    check("one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen", "");
}

static void test_broken_utf8(void **state) {
    (void)state;
    check("Ada\xFF Ferry\xC3", "Ada\xEF\xBF\xBD Ferry\xEF\xBF\xBD");
    char name[SM_NAME_MAX];
    assert_int_equal(sm_name_read("Ada\0Ferry", 9, name), 9);
    assert_string_equal(name, "Ada Ferry");
}

static void test_long(void **state) {
    (void)state;
    char text[1000], name[SM_NAME_MAX];
    memset(text, 'x', sizeof text);
    assert_int_equal(sm_name_read(text, sizeof text, name), 0);
    memset(text, ' ', sizeof text);
    memcpy(text + sizeof text - 3, "Ada", 3);
    assert_int_equal(sm_name_read(text, sizeof text, name), 3);
}

static void test_anything(void **state) {
    (void)state;
    test_random r = {6};
    for (int round = 0; round < 20000; round++) {
        static const char SIGNS[] = "Ab y:|@-, \n1\xE6\x97\xA5\xFF";
        char name[SM_NAME_MAX];
        size_t n = test_random_below(&r, 200);
        char *text = malloc(n + 1);
        assert_non_null(text);
        for (size_t i = 0; i < n; i++)
            text[i + 1] = SIGNS[test_random_below(&r, sizeof SIGNS)];
        size_t n_name = sm_name_read(text + 1, n, name);
        assert_true(n_name < SM_NAME_MAX);
        assert_true(n_name == 0 || name[n_name] == '\0');
        free(text);
    }
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_names),
        cmocka_unit_test(test_what_stands_before),
        cmocka_unit_test(test_what_stands_behind),
        cmocka_unit_test(test_no_names),
        cmocka_unit_test(test_broken_utf8),
        cmocka_unit_test(test_long),
        cmocka_unit_test(test_anything),
    };
    return cmocka_run_group_tests_name("input/name", tests, NULL, NULL);
}
