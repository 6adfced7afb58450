/* The whole text, marked: as text, in colours, in lines of a width, and as an article. */
#include "output/wholes.h"

#include "base/utf8.h"
#include "output/highlight.h"

static test_text write(const char *format, const sm_report *report) {
    test_text out = {0};
    test_text_put(&out, "");
    sm_sink sink = {.write = test_text_write, .context = &out};
    test_writer(format)->write(report, &sink);
    return out;
}

/* A title, a paragraph with two chosen sentences and marks, a list, code. */
static void make_sample(test_whole *w) {
    test_whole_begin(w);
    test_whole_say(w, "", "On owls", 0, false);
    test_whole_say(w, "\n\n", "The owl\nsleeps by day.", 1, true);
    test_whole_say(w, " ", "By night the owl hunts mice.", 1, false);
    test_whole_say(w, "\n", "one", 2, false);
    test_whole_say(w, "\n", "two", 3, true);
    test_whole_say(w, "\n", "owl(\n  1)", 4, false);
    static const sm_shape SHAPES[] = {SM_SHAPE_TITLE, SM_SHAPE_PARAGRAPH, SM_SHAPE_PARAGRAPH,
                                      SM_SHAPE_ITEM,  SM_SHAPE_ITEM,      SM_SHAPE_CODE};
    memcpy(w->shapes, SHAPES, sizeof SHAPES);
    test_whole_mark(w, 3, 7, 1);   /* owls */
    test_whole_mark(w, 9, 16, 0);  /* The owl */
    test_whole_mark(w, 13, 16, 1); /* owl */
    test_whole_mark(w, 45, 48, 1); /* By night the _owl_ */
}

static void test_plain(void **state) {
    (void)state;
    test_whole w;
    make_sample(&w);
    sm_report report = test_whole_report(&w);
    test_written("text", &report,
                 "On _owls_\n\n**_The owl_ sleeps by day.** By night the _owl_ hunts mice.\n\n- one\n- **two**\n\n"
                 "owl(\n  1)\n");
    test_failing_writes("text", &report);
    test_whole_end(&w);
}

static void test_colours(void **state) {
    (void)state;
    test_whole w;
    make_sample(&w);
    sm_report report = test_whole_report(&w);
    report.color = true;
    test_written(
        "text", &report,
        "On \x1B[4mowls\x1B[0m\n\n\x1B[1;32m\x1B[4mThe owl\x1B[0m\x1B[1;32m sleeps by day.\x1B[0m By night the "
        "\x1B[4mowl\x1B[0m hunts mice.\n\n- one\n- \x1B[1;32mtwo\x1B[0m\n\nowl(\n  1)\n");
    report.width = 10; /* no style crosses the end of a line */
    test_written("text", &report,
                 "On \x1B[4mowls\x1B[0m\n\n\x1B[1;32m\x1B[4mThe owl\x1B[0m\n\x1B[1;32msleeps by\x1B[0m\n"
                 "\x1B[1;32mday.\x1B[0m By\nnight the\n\x1B[4mowl\x1B[0m hunts\nmice.\n\n- one\n- "
                 "\x1B[1;32mtwo\x1B[0m\n\nowl(\n  1)\n");
    test_whole_end(&w);
}

static void test_article(void **state) {
    (void)state;
    test_whole w;
    make_sample(&w);
    sm_report report = test_whole_report(&w);
    report.language = "en";
    test_written(
        "html", &report,
        "<article lang=\"en\" dir=\"ltr\">\n<h1 dir=\"auto\">On <b>owls</b></h1>\n<p dir=\"auto\"><mark><b>The "
        "</b><b>owl</b> sleeps by day.</mark> By night the <b>owl</b> hunts mice.</p>\n<ul>\n<li "
        "dir=\"auto\">one</li>\n<li dir=\"auto\"><mark>two</mark></li>\n</ul>\n<pre "
        "dir=\"auto\">owl(\n  1)</pre>\n</article>\n");
    test_failing_writes("html", &report);
    test_whole_end(&w);
}

static void test_nothing(void **state) {
    (void)state;
    test_whole w;
    test_whole_begin(&w);
    sm_report report = test_whole_report(&w);
    report.width = 20;
    test_written("text", &report, "");
    test_written("html", &report, "<article lang=\"\" dir=\"ltr\">\n</article>\n");
    report.whole = NULL;
    test_written("text", &report, "");
    test_written("html", &report, "");
    test_whole_end(&w);
}

/* Files that were read as one text are told apart. */
static void test_files(void **state) {
    (void)state;
    static const char *const NAMES[] = {"a\x1B.txt", "<b>"};
    test_whole w;
    test_whole_begin(&w);
    test_whole_say(&w, "", "First.", 0, false);
    test_whole_say(&w, "\n", "Second.", 1, false);
    w.sentences[1].source = 1;
    w.shapes[0] = w.shapes[1] = SM_SHAPE_ITEM;
    sm_report report = test_whole_report(&w);
    report.names = NAMES;
    report.n_names = 2;
    test_written("text", &report, "==> a?.txt <==\n\n- First.\n\n==> <b> <==\n\n- Second.\n");
    test_written("html", &report,
                 "<article lang=\"\" dir=\"ltr\">\n<p class=\"file\">a\xEF\xBF\xBD.txt</p>\n<ul>\n<li "
                 "dir=\"auto\">First.</li>\n</ul>\n<p class=\"file\">&lt;b&gt;</p>\n<ul>\n<li "
                 "dir=\"auto\">Second.</li>\n</ul>\n</article>\n");
    test_whole_end(&w);
}

/* Chinese has no spaces and two columns a character; a combining mark has none; Hebrew is counted like any other. */
static void test_wide_characters(void **state) {
    (void)state;
    test_whole w;
    test_whole_begin(&w);
    test_whole_say(&w, "", "\xE6\xB8\xAF\xE5\x8F\xA3\xE7\x81\xAF\xE5\xA1\x94\xE3\x80\x82", 0, false);
    test_whole_say(&w, "", "\xE6\xB8\xAF\xE5\x8F\xA3\xE3\x80\x82", 0, true);
    test_whole_say(&w, "\n",
                   "e\xCC\x81te\xCC\x81 e\xCC\x81te\xCC\x81 \xD7\xA9\xD7\x9C\xD7\x95\xD7\x9D \xD7\xA9\xD7\x9C", 1,
                   false);
    sm_report report = test_whole_report(&w);
    report.width = 7;
    test_written("text", &report,
                 "\xE6\xB8\xAF\xE5\x8F\xA3\xE7\x81\xAF\n\xE5\xA1\x94\xE3\x80\x82\n**\xE6\xB8\xAF\n\xE5\x8F\xA3\xE3\x80"
                 "\x82**\n\ne\xCC\x81te\xCC\x81 e\xCC\x81te\xCC\x81\n\xD7\xA9\xD7\x9C\xD7\x95\xD7\x9D "
                 "\xD7\xA9\xD7\x9C\n");
    test_whole_end(&w);
}

static size_t width_of(const char *line, size_t n) {
    size_t width = 0;
    uint32_t code;
    for (size_t i = 0; i < n; width += sm_char_width(code))
        i += sm_utf8_decode(line + i, n - i, &code);
    return width;
}

/* Is there a place behind the second byte where the line may be broken? What marks phrases is as good as not there. */
static bool has_place(const char *line, size_t n) {
    sm_char last = SM_CHAR_SPACE;
    size_t length;
    for (size_t i = 0; i < n; i += length) {
        sm_char c = sm_char_at(line, i, n, &length);
        if (i > 2 && (c == SM_CHAR_SPACE || (c == SM_CHAR_IDEOGRAPH && last != SM_CHAR_OPENER)))
            return true;
        last = line[i] == '_' || line[i] == '*' ? last : c;
    }
    return false;
}

/* Lines are no wider than the width, unless nothing in them parts words; and joined they are what is written without a
 * width, but for spaces. */
static void check_lines(const sm_report *given, const char *whole, size_t width) {
    sm_report report = *given;
    report.width = width;
    test_text out = write("text", &report);
    const char *a = out.at, *b = whole;
    for (const char *line = out.at, *end; *line != '\0'; line = end + 1) {
        end = strchr(line, '\n');
        assert_non_null(end);
        size_t n = (size_t)(end - line);
        assert_true(n == 0 || end[-1] != ' ' || width_of(line, n) <= width + 1);
        if (width_of(line, n) > width && has_place(line, n))
            fail_msg("more than %zu columns: %.*s", width, (int)n, line);
    }
    while (*a != '\0' || *b != '\0') {
        if (*a == ' ' || *a == '\n')
            a++;
        else if (*b == ' ' || *b == '\n')
            b++;
        else
            assert_int_equal(*a++, *b++);
    }
    test_text_end(&out);
}

static void test_random_wholes(void **state) {
    (void)state;
    for (uint64_t seed = 0; seed < 400; seed++) {
        test_whole w;
        test_whole_random(&w, seed);
        for (size_t i = 0; i < w.whole.n; i++)
            w.shapes[i] = w.shapes[i] == SM_SHAPE_CODE || w.shapes[i] == SM_SHAPE_ITEM ? SM_SHAPE_QUOTE : w.shapes[i];
        sm_report report = test_whole_report(&w);
        test_text whole = write("text", &report);
        for (size_t width = 1; width < 60; width += 7)
            check_lines(&report, whole.at, width);
        test_text_end(&whole);
        test_whole_end(&w);
    }
}

/* Whatever the text holds, the only control characters are line ends and the styles. */
static void test_no_control_characters(void **state) {
    (void)state;
    static const char HOSTILE[] = "Red \x1B[31m \x9B"
                                  "31m \xC2\x9B"
                                  "31m bell \x07 title \x1B]0;x\x07 back\b\r over \x7F end.";
    test_whole w;
    test_whole_begin(&w);
    test_whole_add(&w, "", HOSTILE, sizeof HOSTILE - 1, 0, true);
    sm_report report = test_whole_report(&w);
    test_written("text", &report,
                 "**Red [31m \xEF\xBF\xBD"
                 "31m 31m bell title ]0;x back over end.**\n");
    report.color = true;
    test_written("text", &report,
                 "\x1B[1;32mRed [31m \xEF\xBF\xBD"
                 "31m 31m bell title ]0;x back over end.\x1B[0m\n");
    test_whole_end(&w);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_plain),         cmocka_unit_test(test_colours),
        cmocka_unit_test(test_article),       cmocka_unit_test(test_nothing),
        cmocka_unit_test(test_files),         cmocka_unit_test(test_wide_characters),
        cmocka_unit_test(test_random_wholes), cmocka_unit_test(test_no_control_characters),
    };
    return cmocka_run_group_tests_name("output/highlight", tests, NULL, NULL);
}
