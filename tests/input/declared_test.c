#include "input/declared.h"

#include "support/memory.h"

/* `expected` NULL: none. */
static void check(const char *page, const char *expected) {
    char name[SM_DECLARED_MAX];
    bool found = sm_declared_charset(page, strlen(page), name);
    assert_int_equal(found, expected != NULL);
    if (found)
        assert_string_equal(name, expected);
}

static void test_forms(void **state) {
    (void)state;
    check("<meta charset=koi8-r>", "koi8-r");
    check("<html><head><META CharSet = 'windows-1251'>", "windows-1251");
    check("<meta http-equiv=\"Content-Type\" content=\"text/html; charset=Shift_JIS\">", "CP932");
    check("<?xml version=\"1.0\" encoding=\"ISO-8859-2\"?><html>", "ISO-8859-2");
    check("<title>a</title><meta name=x content=y><meta charset=utf-8>", "utf-8");
}

static void test_what_names_mean(void **state) {
    (void)state;
    check("<meta charset=iso-8859-1>", "windows-1252");
    check("<meta charset=gb2312>", "GB18030");
    check("<meta charset=utf-16>", "UTF-8");
}

static void test_none(void **state) {
    (void)state;
    check("", NULL);
    check("<p>charset=koi8-r", NULL);
    check("<!-- <meta charset=koi8-r> -->", NULL);
    check("<script>'<meta charset=koi8-r>'</script>", NULL);
    check("<meta charset=>", NULL);
    check("<meta charset=no-such-set>", NULL);
    check("<meta charset", NULL);
    check("<meta charset=a-name-that-is-longer-than-any-name-of-a-character-set>", NULL);
}

static void test_pages_that_are_utf8(void **state) {
    (void)state;
    check("<meta charset=koi8-r><p>caf\xC3\xA9", NULL);
    check("<meta charset=koi8-r><p>caf\xC3\xA9 \xFF", "koi8-r");
    check("<meta charset=koi8-r><p>caf\xE9", "koi8-r");
}

/* Far from the beginning nobody looks. */
static void test_late(void **state) {
    (void)state;
    char page[6000];
    memset(page, ' ', sizeof page);
    memcpy(page + 5000, "<meta charset=koi8-r>", 21);
    page[sizeof page - 1] = '\0';
    check(page, NULL);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_forms), cmocka_unit_test(test_what_names_mean),     cmocka_unit_test(test_none),
        cmocka_unit_test(test_late),  cmocka_unit_test(test_pages_that_are_utf8),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
