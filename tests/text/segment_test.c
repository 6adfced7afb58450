/* Words of a run of letters: known ones, and what stands between them. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>
#include <string.h>

#include "text/segment.h"

/* The words of the run with a bar behind each. */
static void show_words(const char *code, const char *text, char *out) {
    size_t n = strlen(text), length = 0, at = 0;
    sm_run run = sm_run_of(NULL, sm_language_find(code), text, n);
    for (sm_token t = {0}; sm_run_next(&run, &t); at = t.next) {
        assert_true(t.begin == at && t.end > at && t.end <= n && t.next > at && t.next <= t.end);
        memcpy(out + length, text + t.begin, t.end - t.begin);
        length += t.end - t.begin;
        out[length++] = '|';
    }
    assert_int_equal(at, n);
    out[length] = '\0';
}

static void test_words(void **state) {
    (void)state;
    static const struct {
        const char *code, *text, *words;
    } CASES[] = {
        {"th", "ประเทศไทย", "ประเทศ|ไทย|"},
        {"th", "ฉันรักประเทศ", "ฉัน|รัก|ประเทศ|"},
        {"th", "xyz", "xyz|"},
        {"th", "", ""},
        {"th", "Facebookประเทศ", "Facebook|ประเทศ|"}, /* "book" is known, too */
        {"th", "ประเทศ2024ไทย", "ประเทศ|2024|ไทย|"},
        {"zh", "上海市政府", "上海|市|政府|"},
        {"zh", "我们的国家", "我们|的|国家|"},
        {"zh", "盾构技术", "盾构|技术|"},      /* an unknown pair */
        {"zh", "蚍蜉撼树", "蚍蜉|蜉撼|撼树|"}, /* unknown characters, pair by pair */
        {"zh", "蚍国家", "蚍|国家|"},
        {"ja", "新路線は羽田空港と東京駅を結ぶ", "新路|路線|は|羽田|空港|と|東京|駅|を|結|ぶ|"},
        {"ja", "コンピュータゲームの会社", "コンピュータゲーム|の|会社|"},
    };
    for (size_t i = 0; i < sizeof CASES / sizeof *CASES; i++) {
        char words[256];
        show_words(CASES[i].code, CASES[i].text, words);
        assert_string_equal(words, CASES[i].words);
    }
}

/* A mark goes with the character before it, also at the begin of a run. */
static void test_marks(void **state) {
    (void)state;
    char words[256];
    show_words("th", "\xE0\xB8\xB1\xE0\xB8\xB1\xE0\xB8\x81", words); /* sara am twice, ko kai */
    assert_string_equal(words, "\xE0\xB8\xB1\xE0\xB8\xB1\xE0\xB8\x81|");
}

/* Long runs of nothing known are one word, or as many pairs as there are characters but one; both are read through
 * once. */
static void test_long_runs(void **state) {
    (void)state;
    static char text[60000];
    sm_token t = {0};
    for (size_t i = 0; i + 3 <= sizeof text; i += 3)
        memcpy(text + i, "\xE1\x80\x80", 3);
    sm_run run = sm_run_of(NULL, sm_language_find("my"), text, sizeof text);
    assert_true(sm_run_next(&run, &t));
    assert_int_equal(t.end, sizeof text);
    assert_false(sm_run_next(&run, &t));
    for (size_t i = 0; i + 3 <= sizeof text; i += 3)
        memcpy(text + i, "\xE8\x9C\x89", 3);
    run = sm_run_of(NULL, sm_language_find("zh"), text, sizeof text);
    t = (sm_token){0};
    for (size_t i = 0; i + 6 <= sizeof text; i += 3) {
        assert_true(sm_run_next(&run, &t));
        assert_int_equal(t.begin, i);
        assert_int_equal(t.end, i + 6);
    }
    assert_false(sm_run_next(&run, &t));
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_words),
        cmocka_unit_test(test_marks),
        cmocka_unit_test(test_long_runs),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
