/* The walk over a whole text. */
#include "output/wholes.h"

/* The events as text: "{" block "}", "<" sentence ">", "[0,1:" what belongs to phrases, "|" a break, "/" the end of a
 * line of code. */
static test_text describe(const sm_whole *whole) {
    test_text out = {0};
    sm_marked walk;
    sm_event event;
    char number[16];
    test_text_put(&out, "");
    sm_marked_begin(&walk, whole);
    while (sm_marked_next(&walk, &event))
        switch (event.kind) {
        case SM_EVENT_BLOCK:
            test_text_put(&out, "{");
            break;
        case SM_EVENT_SENTENCE:
            test_text_put(&out, "<");
            break;
        case SM_EVENT_PHRASES:
            test_text_put(&out, "[");
            for (size_t i = 0; i < event.n_phrases; i++) {
                snprintf(number, sizeof number, "%u", (unsigned)event.phrases[i].phrase);
                test_text_put(&out, number);
            }
            test_text_put(&out, ":");
            break;
        case SM_EVENT_WORD:
            assert_true(event.n_bytes > 0);
            test_text_add(&out, event.text, event.n_bytes);
            break;
        case SM_EVENT_SPACE:
            test_text_put(&out, " ");
            break;
        case SM_EVENT_BREAK:
            test_text_put(&out, "|");
            break;
        case SM_EVENT_LINE:
            test_text_put(&out, "/");
            break;
        case SM_EVENT_SENTENCE_END:
            test_text_put(&out, ">");
            break;
        case SM_EVENT_BLOCK_END:
            test_text_put(&out, "}");
            break;
        }
    assert_false(sm_marked_next(&walk, &event));
    return out;
}

static void check(test_whole *w, const char *expected) {
    test_text got = describe(&w->whole);
    assert_string_equal(got.at, expected);
    test_text_end(&got);
    test_whole_end(w);
}

static void add(test_whole *w, const char *gap, const char *text, size_t block) {
    test_whole_add(w, gap, text, strlen(text), block, false);
}

static void test_nothing(void **state) {
    (void)state;
    test_whole w;
    test_whole_begin(&w);
    check(&w, "");
}

static void test_blocks_and_sentences(void **state) {
    (void)state;
    test_whole w;
    test_whole_begin(&w);
    add(&w, "", "One \n two.", 0);
    add(&w, " \t\n", "Three\x01\xC2\xA0.", 0);
    add(&w, "\n\n", "\xFF\xC3", 3);
    check(&w, "{<One two.> <Three .>}{<\xEF\xBF\xBD\xEF\xBF\xBD>}");
}

/* Where a phrase ends within another, or both begin. */
static void test_phrases(void **state) {
    (void)state;
    test_whole w;
    test_whole_begin(&w);
    add(&w, "", "The captured soldier slept", 0);
    test_whole_mark(&w, 4, 20, 0);
    test_whole_mark(&w, 4, 12, 1);
    test_whole_mark(&w, 13, 20, 2);
    test_whole_mark(&w, 13, 26, 3);
    check(&w, "{<The [01:captured[0: [023:soldier[3: slept[:>}");
    test_whole_begin(&w);
    add(&w, "", "ab", 0);
    add(&w, "", "cd", 0);
    test_whole_mark(&w, 0, 1, 0);
    test_whole_mark(&w, 1, 4, 1); /* beyond its sentence: it ends there */
    test_whole_mark(&w, 4, 99, 2);
    check(&w, "{<[0:a[:[1:b[:>|<cd>}");
}

static void test_breaks(void **state) {
    (void)state;
    test_whole w;
    test_whole_begin(&w);
    /* Ideographs, full stop, a bracketed letter, ideograph. */
    add(&w, "", "\xE6\xB8\xAF\xE5\x8F\xA3\xE3\x80\x82\xE7\x81\xAF(a)\xE6\xB8\xAF", 0);
    add(&w, "", "\xE6\xB8\xAF", 0);
    test_whole_mark(&w, 3, 6, 0);
    check(&w, "{<\xE6\xB8\xAF|[0:\xE5\x8F\xA3[:\xE3\x80\x82|\xE7\x81\xAF|(a)|\xE6\xB8\xAF>|<\xE6\xB8\xAF>}");
}

static void test_code(void **state) {
    (void)state;
    test_whole w;
    test_whole_begin(&w);
    add(&w, "", "if (x)\r\n  y\t= 1;", 0);
    add(&w, "\n\n", "end", 0);
    w.shapes[0] = w.shapes[1] = SM_SHAPE_CODE;
    check(&w, "{<if (x)/  y = 1;>//<end>}");
}

/* The phrases, one bit each, of a byte: a mark belongs to the sentence that it begins in or before, and ends with
 * it. */
static unsigned set_at(const sm_whole *whole, size_t sentence, uint32_t at) {
    unsigned set = 0;
    uint32_t from = sentence > 0 ? whole->ranges[sentence - 1].end : 0;
    for (size_t i = 0; i < whole->n_marks; i++) {
        const sm_mark *m = &whole->marks[i];
        if (m->at.begin >= from && m->at.begin <= at && at < m->at.end)
            set |= 1u << m->phrase;
    }
    return set;
}

/* The words of a sentence, character by character: what is shown, and to which phrases it belongs. */
static void check_word(const sm_whole *whole, const sm_event *event, unsigned set, uint32_t *at) {
    sm_range r = whole->ranges[event->sentence];
    size_t n;
    while (*at < r.end && sm_char_at(whole->text, *at, r.end, &n) == SM_CHAR_SPACE)
        *at += (uint32_t)n;
    assert_true(*at < r.end);
    bool bad = event->text < whole->text || event->text >= whole->text + r.end;
    if (!bad)
        assert_ptr_equal(event->text, whole->text + *at);
    for (uint32_t i = 0; i < (bad ? 1 : event->n_bytes); i++)
        assert_int_equal(set_at(whole, event->sentence, *at + i), set);
    for (size_t i = 0; i < event->n_bytes; i += n) {
        sm_char c = sm_char_at(event->text, i, event->n_bytes, &n);
        assert_true(c != SM_CHAR_SPACE);
    }
    *at += bad ? 1 : (uint32_t)event->n_bytes;
}

static void check_random(const sm_whole *whole) {
    sm_marked walk;
    sm_event event;
    size_t n_sentences = 0, depth = 0;
    unsigned set = 0;
    uint32_t at = 0;
    sm_marked_begin(&walk, whole);
    while (sm_marked_next(&walk, &event)) {
        if (event.kind == SM_EVENT_BLOCK || event.kind == SM_EVENT_SENTENCE) {
            assert_int_equal(depth++, event.kind == SM_EVENT_SENTENCE);
            at = whole->ranges[event.sentence].begin;
        } else if (event.kind == SM_EVENT_BLOCK_END || event.kind == SM_EVENT_SENTENCE_END) {
            assert_int_equal(--depth, event.kind == SM_EVENT_SENTENCE_END);
            assert_int_equal(set, 0);
        } else if (event.kind == SM_EVENT_PHRASES) {
            set = 0;
            for (size_t i = 0; i < event.n_phrases; i++)
                set |= 1u << event.phrases[i].phrase;
        } else if (event.kind == SM_EVENT_WORD) {
            check_word(whole, &event, set, &at);
        }
        if (event.kind == SM_EVENT_SENTENCE_END) {
            assert_int_equal(event.sentence, n_sentences++);
            assert_int_equal(sm_skip_spaces(whole->text, at, whole->ranges[event.sentence].end),
                             whole->ranges[event.sentence].end);
        }
    }
    assert_int_equal(n_sentences, whole->n);
    assert_int_equal(depth, 0);
}

/* Bytes of characters are marked alike: marks of phrases never end within one. */
static void keep_to_characters(test_whole *w) {
    for (size_t i = 0; i < w->whole.n_marks; i++) {
        sm_range *r = &w->marks[i].at;
        while (r->begin > 0 && ((unsigned char)w->text.at[r->begin] & 0xC0) == 0x80)
            r->begin--;
        while (r->end < w->text.n && ((unsigned char)w->text.at[r->end] & 0xC0) == 0x80)
            r->end++;
    }
}

static void test_random_wholes(void **state) {
    (void)state;
    for (uint64_t seed = 0; seed < 2000; seed++) {
        test_whole w;
        test_whole_random(&w, seed);
        keep_to_characters(&w);
        check_random(&w.whole);
        test_whole_end(&w);
    }
}

/* A phrase more than there is room for is left out. */
static void test_many_phrases(void **state) {
    (void)state;
    static sm_mark marks[SM_PHRASES_MOST + 10];
    test_whole w;
    sm_marked walk;
    sm_event event;
    size_t most = 0;
    test_whole_begin(&w);
    add(&w, "", "word", 0);
    for (uint32_t i = 0; i < COUNT_OF(marks); i++)
        marks[i] = (sm_mark){{0, 4}, i};
    w.whole.marks = marks;
    w.whole.n_marks = COUNT_OF(marks);
    sm_marked_begin(&walk, &w.whole);
    while (sm_marked_next(&walk, &event))
        most = event.n_phrases > most ? event.n_phrases : most;
    assert_int_equal(most, SM_PHRASES_MOST);
    test_whole_end(&w);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_nothing),      cmocka_unit_test(test_blocks_and_sentences),
        cmocka_unit_test(test_phrases),      cmocka_unit_test(test_breaks),
        cmocka_unit_test(test_code),         cmocka_unit_test(test_random_wholes),
        cmocka_unit_test(test_many_phrases),
    };
    return cmocka_run_group_tests_name("output/marked", tests, NULL, NULL);
}
