/* What JSON-LD says, however it is nested and broken. */
#include "input/jsonld.h"

#include "support/memory.h"
#include "support/random.h"

#include <stdio.h>

static void check_place(const char *json, const char *author, const char *date, sm_place place) {
    sm_said said = {.author_place = SM_PLACE_NONE};
    sm_jsonld_read(&said, json, strlen(json));
    if (strcmp(said.author, author) != 0 || strcmp(said.date, date) != 0)
        fail_msg("%s gave '%s', '%s'", json, said.author, said.date);
    if (author[0] != '\0')
        assert_int_equal(said.author_place, place);
}

static void check(const char *json, const char *author, const char *date) {
    check_place(json, author, date, SM_PLACE_ARTICLE);
}

#define ARTICLE "\"@type\":\"NewsArticle\","

static void test_forms_of_authors(void **state) {
    (void)state;
    check("{" ARTICLE "\"author\":\"By Ada Ferry\"}", "Ada Ferry", "");
    check("{" ARTICLE "\"author\" : {\"name\" : \"Ada Ferry\" , \"url\":\"x\"}}", "Ada Ferry", "");
    check("{" ARTICLE "\"author\":[\"Ada Ferry\",\"Bo Pier\",\"Ada Ferry\"]}", "Ada Ferry, Bo Pier", "");
    check("{" ARTICLE "\"author\":[{\"name\":\"Ada Ferry\"},{\"name\":\"Bo Pier\"}]}", "Ada Ferry, Bo Pier", "");
    check("{\"author\":{\"name\":\"Ada Ferry\"},\"@type\":[\"Thing\",\"BlogPosting\"]}", "Ada Ferry", "");
    check("{" ARTICLE "\"author\":{\"@id\":\"#ada\"}}", "", "");
    check("{" ARTICLE "\"author\":null,\"name\":\"Bo Pier\"}", "", "");
    check("{" ARTICLE "\"author\":{\"worksFor\":{\"name\":\"Island Post\"},\"name\":\"Ada Ferry\"}}", "Ada Ferry", "");
}

static void test_places(void **state) {
    (void)state;
    check_place("{\"@type\":\"WebPage\",\"author\":\"Bo Pier\",\"datePublished\":\"2031-05-03\"}", "Bo Pier",
                "2031-05-03", SM_PLACE_PAGE);
    check_place("{" ARTICLE "\"author\":{\"@type\":\"NewsMediaOrganization\",\"name\":\"Island Post\"}}", "Island Post",
                "", SM_PLACE_PUBLISHER);
    check("{" ARTICLE "\"author\":[{\"@type\":\"Organization\",\"name\":\"Island Post\"},{\"name\":\"Ada Ferry\"}]}",
          "Ada Ferry", "");
    check("{" ARTICLE "\"author\":{\"name\":\"Ada Ferry\",\"@type\":[\"Person\",\"Organization\"]}}", "Ada Ferry", "");
    check("[{\"@type\":\"WebPage\",\"author\":\"Bo Pier\"},{" ARTICLE "\"author\":\"Ada Ferry\"}]", "Ada Ferry", "");
    check("[{" ARTICLE "\"author\":\"Ada Ferry\"},{" ARTICLE "\"author\":\"Bo Pier\"}]", "Ada Ferry", "");
    check("{\"@graph\":[{\"@type\":\"Person\"},{" ARTICLE "\"author\":\"Ada Ferry\"}]}", "Ada Ferry", "");
    check("{\"@type\":\"WebPage\",\"mainEntity\":{" ARTICLE "\"author\":\"Ada Ferry\"}}", "Ada Ferry", "");
}

/* Comments, teasers and whatever else is told of in the same breath. */
static void test_what_stands_below(void **state) {
    (void)state;
    check("{" ARTICLE "\"comment\":[{\"author\":\"Bo Pier\",\"datePublished\":\"2031-05-03\"}]}", "", "");
    check("{\"itemListElement\":[{\"item\":{" ARTICLE "\"author\":\"Bo Pier\"}}]}", "", "");
}

static void test_dates(void **state) {
    (void)state;
    check("{" ARTICLE "\"datePublished\":\"2031-05-03T10:00Z\",\"dateModified\":\"2031-06-01\"}", "",
          "2031-05-03T10:00Z");
    check("{" ARTICLE "\"datePublished\":\"May 3, 2031\"}", "", "2031-05-03");
    check("{" ARTICLE "\"datePublished\":\"0001-01-01T00:00:00Z\"}", "", "");
    check("[{\"datePublished\":\"2031-05-02\"},{" ARTICLE "\"datePublished\":\"2031-05-03\"}]", "", "2031-05-03");
}

static void test_strings(void **state) {
    (void)state;
    check("{" ARTICLE "\"author\":\"\\u00c5da F\\u0065rry\"}",
          "\xC3\x85"
          "da Ferry",
          "");
    check("{" ARTICLE "\"author\":\"Ada &amp; Bo\"}", "Ada & Bo", "");
    check("{" ARTICLE "\"\\u0061uthor\":\"Ada\\nFerry\"}", "Ada Ferry", "");
    check("{" ARTICLE "\"author\":\"Ada \\ud83d\\ude00\"}", "Ada \xF0\x9F\x98\x80", "");
    check("{" ARTICLE "\"author\":\"Ada \\ud83d\"}", "Ada \xEF\xBF\xBD", "");
    check("{" ARTICLE "\"author\":\"Ada \\uZZZZ\"}", "Ada \xEF\xBF\xBD", "");
}

static void test_broken(void **state) {
    (void)state;
    check("", "", "");
    check("]}{", "", "");
    check("{" ARTICLE "\"author\":\"Ada", "", "");
    check("{" ARTICLE "\"author\":\"Ada\",}", "Ada", "");
    check("{" ARTICLE "\"author\":\"Ada\\", "", "");
    check("{" ARTICLE "\"author\":\"Ada\\u00", "", "");
    check("<!-- {" ARTICLE "\"author\":\"Ada Ferry\"} -->", "Ada Ferry", "");
    check("//<![CDATA[\n{" ARTICLE "\"author\":\"Ada Ferry\"}\n//]]>", "Ada Ferry", "");
}

static void test_deep(void **state) {
    (void)state;
    static char json[200000];
    size_t n = 0;
    n += (size_t)sprintf(json, "{" ARTICLE "\"x\":");
    memset(json + n, '[', 90000);
    memset(json + n + 90000, ']', 90000);
    strcpy(json + n + 180000, ",\"author\":\"Ada Ferry\"}");
    check(json, "Ada Ferry", "");
}

static void test_anything(void **state) {
    (void)state;
    static const char *const PIECES[] = {"{",
                                         "}",
                                         "[",
                                         "]",
                                         ",",
                                         ":",
                                         "\"",
                                         "\"author\"",
                                         "\"name\":",
                                         "\"@graph\":",
                                         "\\u00",
                                         "\\",
                                         "\"datePublished\":",
                                         "\"2031-05-03\"",
                                         "\"Ada\"",
                                         "\xFF",
                                         "&amp;",
                                         "\"@type\":"};
    test_random r = {7};
    for (int round = 0; round < 20000; round++) {
        char text[600];
        size_t n = 0;
        for (size_t i = test_random_below(&r, 40); i > 0; i--) {
            const char *piece = PIECES[test_random_below(&r, sizeof PIECES / sizeof *PIECES)];
            memcpy(text + n, piece, strlen(piece));
            n += strlen(piece);
        }
        char *exact = malloc(n + 1);
        assert_non_null(exact);
        memcpy(exact + 1, text, n);
        sm_said said = {.author_place = SM_PLACE_NONE};
        sm_jsonld_read(&said, exact + 1, n);
        assert_true(strlen(said.author) < SM_AUTHOR_MAX && strlen(said.date) < SM_DATE_MAX);
        free(exact);
    }
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_forms_of_authors),
        cmocka_unit_test(test_places),
        cmocka_unit_test(test_what_stands_below),
        cmocka_unit_test(test_dates),
        cmocka_unit_test(test_strings),
        cmocka_unit_test(test_broken),
        cmocka_unit_test(test_deep),
        cmocka_unit_test(test_anything),
    };
    return cmocka_run_group_tests_name("input/jsonld", tests, NULL, NULL);
}
