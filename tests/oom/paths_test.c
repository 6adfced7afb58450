/* Every path from bytes to a report without memory: readers and what plain text is taken for, character sets, pieces,
 * several texts, each way to choose, each format of output. Rows of tables are in oom_test.c. */
#include "support/failing.h"

#define LAKE                                                                                                           \
    "Every spring the toads of the valley walk to the lake. The new bridge carries the toads over the road, and the "  \
    "toads like the bridge."
#define ROAD                                                                                                           \
    "Nobody had counted the toads before the bridge was built. \"Since then,\" she said, \"the bridge has carried "    \
    "nine thousand toads to the lake.\""

/* ---- Reading ----------------------------------------------------------------------------------------------------- */

typedef struct source {
    const char *text;
    size_t n; /* 0: its string's length */
    const char *format, *encoding;
    bool whole;
} source;

static size_t length_of(const source *s) {
    return s->n > 0 ? s->n : strlen(s->text);
}

static summ_doc_options reading(const source *s) {
    summ_doc_options options;
    summ_doc_options_init(&options, sizeof options);
    options.format = s->format;
    options.encoding = s->encoding;
    options.whole = s->whole;
    return options;
}

/* All that was read, and what is known of it. */
static summ_status tell_paragraphs(const summ_doc *doc, test_text *out) {
    summ_report report;
    summ_sentences *paragraphs = NULL;
    summ_status status = summ_paragraphs(doc, &paragraphs);
    if (status != SUMM_OK)
        return status;
    summ_report_init(&report, sizeof report);
    report.doc = doc;
    report.sentences = paragraphs;
    report.apart = 1;
    status = summ_write("json", &report, test_text_write, out);
    summ_sentences_free(paragraphs);
    return status;
}

static summ_status read_whole(const summ_engine *engine, const void *what, test_text *out) {
    const source *s = what;
    summ_doc_options options = reading(s);
    summ_doc *doc = NULL;
    summ_status status = summ_doc_new(engine, s->text, length_of(s), &options, &doc);
    if (status == SUMM_OK)
        status = tell_paragraphs(doc, out);
    summ_doc_free(doc);
    return status;
}

/* As read_whole, from pieces of seven bytes. */
static summ_status read_pieces(const summ_engine *engine, const void *what, test_text *out) {
    const source *s = what;
    summ_doc_options options = reading(s);
    summ_feed *feed = NULL;
    summ_doc *doc = NULL;
    summ_status status = summ_feed_new(engine, &feed);
    for (size_t at = 0, n = length_of(s); status == SUMM_OK && at < n; at += 7)
        status = summ_feed_add(feed, s->text + at, n - at < 7 ? n - at : 7);
    if (status == SUMM_OK)
        status = summ_feed_doc(feed, &options, &doc);
    if (status == SUMM_OK)
        status = tell_paragraphs(doc, out);
    summ_doc_free(doc);
    summ_feed_free(feed);
    return status;
}

/* One for each row of recognisers.def, which all tell something of it. */
static const source PLAIN[] = {
    {.text = "The Project Gutenberg eBook of Toads\n\nTitle: Toads\n\nAuthor: Ada Berg\n\n*** START OF THE PROJECT "
             "GUTENBERG "
             "EBOOK TOADS ***\n\n" LAKE "\n\n*** END OF THE PROJECT GUTENBERG EBOOK TOADS ***\n\nUpdated editions.\n"},
    {.text =
         "1\n00:00:01,000 --> 00:00:02,500\n<i>Every spring the toads\n\n2\n00:00:03,000 --> 00:00:04,000\nwalk to the "
         "lake.\n\n3\n00:00:05,000 --> 00:00:06,000\nJANE: Do they?\n"},
    {.text = "From: Ada <ada@example.org>\nTo: Bo <bo@example.org>\nDate: Mon, 5 May 2031 10:00:00 +0200\nSubject: "
             "Toads\n\n"
             "Dear Bo,\n\n> how many?\n\n" LAKE "\n\n-- \nAda\nTown Hall\n"},
    {.text =
         "[10:02] <jane> the toads are late again\n[10:02] * bob has joined #lake\n[10:03] <bob> why are they late?\n"
         "[10:04] <john> nobody knows.\n"},
    {.text = "The Lake\n\nThe lake was small, and it was\n\n11\n\fTHE LAKE\n\nfull of toads. It\n\n12\n\fTHE "
             "LAKE\n\ndried up. "
             "\n\n13\n"},
    {.text = "Toads\n\nContents\n\nSleep ......... 1\nSpring ........ 7\nLakes ......... 12\n\n" LAKE "\n"},
    {.text = "TOAD(1)                User Commands               TOAD(1)\n\nNAME\n       toad - walk to the "
             "lake\n\nSYNOPSIS\n"
             "       toad [-a]\n           [FILE]\n\nDESCRIPTION\n       Walk to the lake. It is best done in\n       "
             "spring.\n"},
    {.text = "Toads eat:\n\nMonth     Mice   Voles\nMay         12       3\nJune         9      14\n\n    int "
             "main(void) {\n"
             "        return toad(1);\n    }\n\n" LAKE "\n"},
    {.text = "Chapter 1\n\n" LAKE "\n\n1.2 The Road\n------------\n\n" ROAD "\n\nTHE END OF IT\n\n" LAKE "\n"},
    {.text = "Toads at the Lake\n\nBy Ada Berg\n\nMay 5, 2031 10:14 GMT\n\n" LAKE "\n\n" ROAD "\n"},
    {.text = LAKE
     "\n\nRead more: Why the toads walk\n\nWe use cookies to improve this site. By going on you agree.\n\n" ROAD
     "\n\nCopyright 2031 Lake News. All rights reserved.\n"},
    {.text = "Toads:\n\n   o  Toads sleep by day and\n      Voles do not.\n   o  Mice run.\n\n\tEvery spring the toads "
             "of the "
             "valley\nwalk to the lake, and the whole of\nthe road is full of them for days.\n\tNobody counts them "
             "there.\n"},
    {.text = "Every spring the toads of the val-\nley walk to the lake. The new bridge car-\nries the toads over the "
             "road, and "
             "the toads\nlike the bridge of the valley.\n"},
    {.text = ""},
    {.text = " \n\0\xFF\xC3\x80\n", .n = 6},
};

static const source MARKED_UP[] = {
    {.text =
         "<html lang=en><meta name=author content=Ada><title>Toads &amp; bridges | Lake News</title><nav><a "
         "href=/>Home</a></nav><article><h1>Toads &amp; bridges</h1><p class=byline>By Ada Berg<p>" LAKE "<p>" ROAD
         "<ul><li>Nine thousand.</ul><table><tr><td>1<td>2</table><pre>x = 1</pre></article><footer>Copyright</footer>",
     .format = "html"},
    {.text = "<title>Toads</title><p>" LAKE "<table><td><p>" ROAD, .format = "html", .whole = true},
    {.text = "<b>Toads</b> &mdash; " LAKE "<br><blockquote>" ROAD "</blockquote>", .format = "fragment"},
    {.text = "<!doctype html><html><body><p>" LAKE, .format = "fragment"},
    {.text = "", .format = "html"},
    {.text = "---\ntitle: Toads\nauthor: Ada\ndate: 2031-05-03\nlang: en\n---\n# Toads\n\n*" LAKE "*[^1]\n\n> 1. " ROAD
             "\n>    - [x] done ~~not~~\n\n```\ncode\n```\n\n| a | b |\n|---|---|\n| c | d |\n\n[t]: /toads "
             "'Toads'\n\n[^1]: A "
             "note.\n",
     .format = "markdown"},
    {.text = "", .format = "markdown"},
};

/* Does this build have the library for it? */
static bool is_readable(const source *s) {
    test_memory memory = test_memory_new();
    test_text out = {0};
    summ_engine *engine = test_failing_engine(&memory, SUMM_NO_LIMIT);
    summ_status status = test_failing_run(read_whole, engine, s, &out);
    summ_engine_free(engine);
    test_text_end(&out);
    return status != SUMM_ERR_MISSING;
}

static void fail_reading(const source *sources, size_t n) {
    for (size_t i = 0; i < n; i++)
        if (is_readable(&sources[i])) {
            test_fail_all(read_whole, &sources[i]);
            test_fail_all(read_pieces, &sources[i]);
        }
}

static void test_plain_texts(void **state) {
    (void)state;
    fail_reading(PLAIN, COUNT_OF(PLAIN));
}

static void test_markup(void **state) {
    (void)state;
    fail_reading(MARKED_UP, COUNT_OF(MARKED_UP));
}

/* Named, marked, declared and guessed; what iconv and uchardet take is not the engine's. */
static void test_character_sets(void **state) {
    (void)state;
#define WIDE "T\0o\0a\0d\0s\0 \0w\0a\0l\0k\0.\0 \0M\0i\0c\0e\0 \0r\0u\0n\0.\0"
#define RUSSIAN                                                                                                        \
    "\xCC\xEE\xF1\xF2 \xEE\xF2\xEA\xF0\xFB\xEB\xE8 \xE2\xE5\xF1\xED\xEE\xE9. \xCF\xEE \xEC\xEE\xF1\xF2\xF3 "           \
    "\xE8\xE4\xF3"                                                                                                     \
    "\xF2 \xEB\xFE\xE4\xE8, \xE0 \xEF\xEE\xE4 \xEC\xEE\xF1\xF2\xEE\xEC \xF3\xF2\xEA\xE8."
    static const source SETS[] = {
        {.text = "\xEF\xBB\xBF" LAKE},
        {.text = "\xFF\xFE" WIDE, .n = sizeof WIDE + 1},
        {.text = WIDE, .n = sizeof WIDE - 1, .encoding = "UTF-16LE"},
        {.text = WIDE, .n = sizeof WIDE - 1},
        {.text = "\0T\0o\0a\0d\0.", .n = 10, .encoding = "utf-16be"},
        {.text = "T\0\0\0o\0\0\0.\0\0\0", .n = 12, .encoding = "UTF-32"},
        {.text = "Toads \x97 na\xEFve ones, caf\xE9.", .encoding = "windows-1252"},
        {.text = "Toads \x97 na\xEFve ones walk to the caf\xE9 of the valley."},
        {.text = RUSSIAN, .encoding = "windows-1251"},
        {.text = RUSSIAN},
        {.text = "\xA5\xD2\xA5\xAD\xA5\xAC\xA5\xA8\xA4\xCF\xCA\xE2\xA4\xAF\xA1\xA3", .encoding = "EUC-JP"},
        {.text = "\x83\x71\x83\x4C\x82\xCD\x95\xE0\x82\xAD\x81\x42", .encoding = "Shift_JIS"},
        {.text = "\xF3\xB8\xF3\xAC\xD7\xDF\xA1\xA3\x81", .encoding = "GB18030"},
        {.text = "\x1B$B%R%-%,%(\x1B(B.", .encoding = "ISO-2022-JP"},
        {.text = "+AGEAYg- toads.", .encoding = "UTF-7"},
        {.text = "<meta charset=windows-1251><p>" RUSSIAN, .format = "html"},
        {.text = "<meta http-equiv=content-type content='text/html; charset=koi8-r'><p>\xEA\xEF\xE4.",
         .format = "fragment"},
    };
    for (size_t i = 0; i < COUNT_OF(SETS); i++)
        if (is_readable(&SETS[i]) && (SETS[i].encoding == NULL || summ_has_encoding(SETS[i].encoding)))
            test_fail_all(read_whole, &SETS[i]);
}

/* The engine itself, with word lists. */
static void test_engines(void **state) {
    (void)state;
    test_memory memory = test_memory_new();
    summ_engine_options options;
    size_t n = 1;
    summ_engine_options_init(&options, sizeof options);
    options.allocator = test_memory_allocator(&memory);
    options.abbreviations = "approx. Hbf., ca.";
    options.stopwords = "the a of \xFF";
    options.more_stopwords = "toad, toads";
    for (;; n++) {
        test_text out = {0};
        summ_engine *engine = NULL;
        test_memory_fail(&memory, n, n % 2 == 0);
        summ_status status = summ_engine_new(&options, &engine);
        bool failed = test_memory_failed(&memory);
        test_memory_fail(&memory, 0, false);
        assert_int_equal(status, failed ? SUMM_ERR_MEMORY : SUMM_OK);
        if (!failed)
            assert_int_equal(test_failing_run(read_whole, engine, &PLAIN[0], &out), SUMM_OK);
        summ_engine_free(engine);
        test_text_end(&out);
        test_memory_end(&memory);
        if (!failed)
            break;
    }
    assert_true(n > 2);
}

/* ---- Choosing and writing ---------------------------------------------------------------------------------------- */

static const char ARTICLE[] = "Toads and Bridges\n\nPART I\n\n" LAKE "\n\nPART II\n\n" ROAD
                              " Is that so? However, the World Toad Union (WTU), an old club (pictured), counts too. "
                              "The WTU counts toads.\n";
static const char KNOWN[] = "The new bridge carries the toads over the road. Toads are counted by nobody.";

/* One way to choose, and one to tell it. */
typedef struct choice {
    const char *output;
    bool is_merged, split, rank, explain, explain_keywords, scores, offsets, stats, apart, highlight, color, headed;
    bool trim, truncate, outline, wishes, against, no_overlap;
} choice;

typedef struct results {
    summ_doc *doc, *known;
    summ_sentences *summary, *ranking;
    summ_phrases *phrases;
    summ_explanation *why;
    summ_keyword_explanation *keyword_why;
    summ_summary_options summary_options;
    summ_keyword_options keyword_options;
} results;

static void results_free(results *r) {
    summ_keyword_explanation_free(r->keyword_why);
    summ_explanation_free(r->why);
    summ_phrases_free(r->phrases);
    summ_sentences_free(r->ranking);
    summ_sentences_free(r->summary);
    summ_doc_free(r->doc);
    summ_doc_free(r->known);
}

static summ_status make_docs(const summ_engine *engine, const choice *c, results *r) {
    const summ_part parts[] = {{.text = ARTICLE, .n_bytes = sizeof ARTICLE - 1},
                               {.text = WIDE, .n_bytes = sizeof WIDE - 1, .encoding = "UTF-16LE"},
                               {.text = "", .n_bytes = 0}};
    summ_status status = summ_doc_new(engine, KNOWN, sizeof KNOWN - 1, NULL, &r->known);
    if (status == SUMM_OK && c->is_merged)
        return summ_doc_new_merged(engine, parts, COUNT_OF(parts), NULL, &r->doc);
    return status == SUMM_OK ? summ_doc_new(engine, ARTICLE, sizeof ARTICLE - 1, NULL, &r->doc) : status;
}

static void set_options(const choice *c, results *r) {
    static const char *const MUST[] = {"road", "zebra \xFF"};
    summ_summary_options_init(&r->summary_options, sizeof r->summary_options);
    summ_keyword_options_init(&r->keyword_options, sizeof r->keyword_options);
    r->summary_options.trim = c->trim;
    r->summary_options.outline = c->outline;
    r->summary_options.truncate = c->truncate;
    if (c->truncate)
        r->summary_options.max_chars = 30;
    if (c->wishes) {
        r->summary_options.query = "Who counted the toads? \xC3";
        r->summary_options.must = MUST;
        r->summary_options.n_must = COUNT_OF(MUST);
        r->summary_options.known = r->known;
        r->summary_options.no_quotes = r->summary_options.no_questions = 1;
        r->summary_options.max_words = 40;
    }
    r->keyword_options.against = c->against ? r->known : NULL;
    r->keyword_options.overlap = !c->no_overlap;
}

static summ_status choose(const choice *c, results *r) {
    const summ_summary_options *options = &r->summary_options;
    summ_status status = c->apart   ? summ_paragraphs(r->doc, &r->summary)
                         : c->split ? summ_split(r->doc, &r->summary)
                                    : summ_summarize(r->doc, options, &r->summary);
    if (status == SUMM_OK && (c->rank || c->highlight))
        status = summ_rank(r->doc, options, &r->ranking);
    if (status == SUMM_OK)
        status = summ_keywords(r->doc, &r->keyword_options, &r->phrases);
    if (status == SUMM_OK && c->explain)
        status = summ_explain(r->doc, options, &r->why);
    if (status == SUMM_OK && c->explain_keywords)
        status = summ_explain_keywords(r->doc, &r->keyword_options, &r->keyword_why);
    return status;
}

static summ_status tell(const choice *c, const results *r, test_text *out) {
    static const char *const NAMES[] = {"one.txt", "two.txt", "three.txt"};
    summ_report report;
    summ_report_init(&report, sizeof report);
    report.doc = r->doc;
    report.name = "toads.txt";
    report.names = c->is_merged ? NAMES : NULL;
    report.n_names = c->is_merged ? COUNT_OF(NAMES) : 0;
    report.sentences = r->summary;
    report.ranking = r->ranking;
    report.phrases = r->phrases;
    report.explanation = r->why;
    report.keyword_explanation = r->keyword_why;
    report.summary_options = &r->summary_options;
    report.keyword_options = &r->keyword_options;
    report.scores = c->scores;
    report.offsets = c->offsets;
    report.stats = c->stats;
    report.apart = c->apart;
    report.highlight = c->highlight;
    report.color = c->color;
    report.width = c->color ? 30 : 0;
    report.headed = c->headed;
    report.about = 1;
    return summ_write(c->output, &report, test_text_write, out);
}

static summ_status choose_and_tell(const summ_engine *engine, const void *what, test_text *out) {
    const choice *c = what;
    results r = {0};
    summ_status status = make_docs(engine, c, &r);
    if (status == SUMM_OK) {
        set_options(c, &r);
        status = choose(c, &r);
    }
    if (status == SUMM_OK)
        status = tell(c, &r, out);
    results_free(&r);
    return status;
}

/* Each way to choose, told as JSON, which tells all. */
static void test_choices(void **state) {
    (void)state;
    static const choice CHOICES[] = {
        {.trim = true, .against = true},
        {.is_merged = true, .wishes = true, .no_overlap = true},
        {.outline = true, .split = false, .truncate = true},
        {.truncate = true, .trim = true},
        {.split = true},
        {.rank = true, .is_merged = true},
        {.explain = true, .wishes = true},
        {.explain_keywords = true, .against = true, .no_overlap = true},
    };
    for (size_t i = 0; i < COUNT_OF(CHOICES); i++) {
        choice c = CHOICES[i];
        c.output = "json";
        test_fail_all(choose_and_tell, &c);
    }
}

/* Each format, with each thing that formats tell. */
static void test_formats(void **state) {
    (void)state;
    static const choice CHOICES[] = {
        {.scores = true, .offsets = true, .is_merged = true},
        {.stats = true},
        {.apart = true, .headed = true, .offsets = true},
        {.highlight = true, .color = true, .is_merged = true},
        {.rank = true, .explain = true, .explain_keywords = true},
    };
    const summ_item *row;
    for (size_t k = 0; (row = summ_item_at(SUMM_OUTPUTS, k)) != NULL; k++)
        for (size_t i = 0; i < COUNT_OF(CHOICES); i++) {
            choice c = CHOICES[i];
            c.output = row->name;
            test_fail_all(choose_and_tell, &c);
        }
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_plain_texts), cmocka_unit_test(test_markup),  cmocka_unit_test(test_character_sets),
        cmocka_unit_test(test_engines),     cmocka_unit_test(test_choices), cmocka_unit_test(test_formats),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
