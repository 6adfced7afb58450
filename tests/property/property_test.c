/* Properties of every text: of English sentences at random, and of anything at all. */
#include "support/document.h"

#include "base/chars.h"
#include "text/shown.h"

#include <pthread.h>

enum {
    TEXTS = 150
};

/* Text number `seed`: pieces of all kinds, sentences, or both. */
static test_text make_text(uint64_t seed) {
    test_text text = {0};
    test_random r = {seed + 1000};
    test_text_put(&text, "");
    for (size_t i = 0; i < 1 + test_random_below(&r, 8); i++) {
        if (seed % 3 != 0)
            test_text_add_pieces(&text, &r, test_random_below(&r, 60));
        if (seed % 3 != 1)
            test_text_add_sentences(&text, &r, test_random_below(&r, 8), 30, 2, 14);
        test_text_put(&text, test_random_below(&r, 2) == 0 ? "\n\n" : " ");
    }
    return text;
}

static summ_sentences *summarize(const summ_doc *doc, const summ_summary_options *options) {
    summ_sentences *summary = NULL;
    assert_int_equal(summ_summarize(doc, options, &summary), SUMM_OK);
    return summary;
}

/* A summary, all sentences and the phrases, as jsonl with scores and offsets. */
static test_text describe(const summ_doc *doc) {
    test_text out = {0};
    summ_report report;
    summ_sentences *summary = summarize(doc, NULL), *all;
    summ_phrases *phrases;
    assert_int_equal(summ_split(doc, &all), SUMM_OK);
    assert_int_equal(summ_keywords(doc, NULL, &phrases), SUMM_OK);
    summ_report_init(&report, sizeof report);
    report.doc = doc;
    report.scores = report.offsets = 1;
    report.sentences = all;
    test_text_report(&out, "jsonl", &report);
    report.sentences = summary;
    report.phrases = phrases;
    test_text_report(&out, "jsonl", &report);
    summ_sentences_free(summary);
    summ_sentences_free(all);
    summ_phrases_free(phrases);
    return out;
}

/* The same bytes, wherever they lie, give the same output. */
static void test_same_bytes_same_output(void **state) {
    (void)state;
    for (uint64_t seed = 0; seed < TEXTS / test_share(); seed++) {
        test_text text = make_text(seed), moved = {0};
        test_api first, second;
        test_text_add(&moved, "x", 1);
        test_text_add(&moved, text.at, text.n);
        test_api_begin(&first, text.at, text.n, NULL);
        test_api_begin(&second, moved.at + 1, text.n, NULL);
        test_text a = describe(first.doc), b = describe(second.doc), c = describe(first.doc);
        assert_string_equal(a.at, b.at);
        assert_string_equal(a.at, c.at);
        test_text_end(&a);
        test_text_end(&b);
        test_text_end(&c);
        test_api_end(&first);
        test_api_end(&second);
        test_text_end(&text);
        test_text_end(&moved);
    }
}

static void test_spans_ascend(void **state) {
    (void)state;
    for (uint64_t seed = 0; seed < TEXTS / test_share(); seed++) {
        test_text text = make_text(seed);
        test_api api;
        summ_sentences *all;
        size_t at = 0, block = 0;
        test_api_begin(&api, text.at, text.n, NULL);
        assert_int_equal(summ_split(api.doc, &all), SUMM_OK);
        for (size_t i = 0; i < summ_sentences_count(all); i++) {
            const summ_sentence *s = summ_sentences_at(all, i);
            assert_true(at <= s->begin && s->begin < s->end && s->end <= text.n);
            assert_true(s->index == i && s->block >= block && s->n_bytes > 0);
            at = s->end;
            block = s->block;
        }
        summ_sentences_free(all);
        test_api_end(&api);
        test_text_end(&text);
    }
}

/* Words as `wc -w` counts them in UTF-8, and code points, without the last line break. */
static void count_printed(const char *text, size_t *words, size_t *chars) {
    bool in_word = false;
    *words = *chars = 0;
    for (; *text != '\0'; text++) {
        bool space = *text == ' ' || *text == '\n';
        *words += !space && !in_word;
        *chars += ((unsigned char)*text & 0xC0) != 0x80;
        in_word = !space;
    }
    *chars -= *chars > 0;
}

static void check_printed(const summ_sentences *summary, const summ_summary_options *o, size_t n_all) {
    test_text out = {0};
    summ_report report;
    size_t words, chars, lines = 0;
    summ_report_init(&report, sizeof report);
    report.sentences = summary;
    test_text_put(&out, "");
    test_text_report(&out, "text", &report);
    count_printed(out.at, &words, &chars);
    for (size_t i = 0; i < out.n; i++)
        lines += out.at[i] == '\n';
    assert_int_equal(lines, summ_sentences_count(summary));
    assert_true(lines <= o->max_sentences && words <= o->max_words && chars <= o->max_chars);
    assert_true(lines <= 1 || (double)lines <= o->max_percent / 100 * (double)n_all + 1e-9);
    test_text_end(&out);
}

static size_t maybe(test_random *r, size_t below) {
    return test_random_below(r, 3) == 0 ? SUMM_NO_LIMIT : test_random_below(r, below);
}

static void test_ceilings_hold_on_the_printed_text(void **state) {
    (void)state;
    test_random r = {13};
    for (uint64_t seed = 0; seed < TEXTS / test_share(); seed++) {
        test_text text = make_text(seed);
        test_api api;
        summ_sentences *all;
        test_api_begin(&api, text.at, text.n, NULL);
        assert_int_equal(summ_split(api.doc, &all), SUMM_OK);
        for (size_t k = 0; summ_item_at(SUMM_ALGORITHMS, k) != NULL; k++)
            for (int i = 0; i < 5; i++) {
                summ_summary_options o;
                summ_summary_options_init(&o, sizeof o);
                o.algorithm = summ_item_at(SUMM_ALGORITHMS, k)->name;
                o.max_sentences = maybe(&r, 9);
                o.max_words = maybe(&r, 90);
                o.max_chars = maybe(&r, 500);
                o.max_percent = test_random_below(&r, 2) == 0 ? 100 : 0.1 + 99 * test_random_unit(&r);
                o.order = test_random_below(&r, 2) == 0 ? SUMM_ORDER_POSITION : SUMM_ORDER_SCORE;
                o.trim = test_random_below(&r, 2) == 0;
                summ_sentences *summary = summarize(api.doc, &o);
                check_printed(summary, &o, summ_sentences_count(all));
                summ_sentences_free(summary);
            }
        summ_sentences_free(all);
        test_api_end(&api);
        test_text_end(&text);
    }
}

/* Sentences with what trimming looks for, at its place and elsewhere. */
static test_text make_news(uint64_t seed) {
    static const char *const PARTS[] = {"LEEDS (Reuters) - ",
                                        "However, ",
                                        "But ",
                                        "According to the report, ",
                                        " (pictured)",
                                        " (",
                                        ") ",
                                        " [12]",
                                        ", he said",
                                        "\"",
                                        "\xE2\x82",
                                        ", ",
                                        "\xFF",
                                        "\xC3\xA9"};
    test_text text = {0};
    test_random r = {seed + 2000};
    test_text_put(&text, "");
    for (size_t i = 0; i < 30; i++) {
        if (test_random_below(&r, 3) > 0)
            test_text_put(&text, PARTS[test_random_below(&r, COUNT_OF(PARTS))]);
        test_text_add_sentence(&text, &r, 30, 3, 9);
        text.n -= test_random_below(&r, 3) > 0 ? 2 : 0; /* goes on */
    }
    test_text_put(&text, ", he said.");
    return text;
}

static bool is_border(const char *source, const summ_sentence *s, size_t offset) {
    size_t at = s->begin;
    uint32_t code;
    while (at < offset)
        at += sm_utf8_decode(source + at, s->end - at, &code);
    return at == offset;
}

/* The text of a sentence is its pieces, but for the first letter; they ascend, apart, on borders of characters. */
static void check_pieces(const char *source, const summ_sentence *s, size_t *n_cut) {
    char *joined = malloc(s->end - s->begin), *shown = malloc(3 * (s->end - s->begin));
    size_t n = 0, at = s->begin;
    assert_true(joined != NULL && shown != NULL && s->n_pieces > 0);
    for (size_t i = 0; i < s->n_pieces; i++) {
        const summ_span *p = &s->pieces[i];
        assert_true(p->begin >= at && p->begin < p->end && p->end <= s->end && (i == 0 || p->begin > at));
        assert_true(is_border(source, s, p->begin) && is_border(source, s, p->end));
        memcpy(joined + n, source + p->begin, p->end - p->begin);
        n += p->end - p->begin;
        at = p->end;
    }
    sm_shown measure = sm_shown_measure(joined, n);
    sm_shown_write(joined, n, shown);
    assert_true(measure.bytes == s->n_bytes && measure.words == s->n_words && measure.chars == s->n_chars);
    uint32_t first, capital;
    size_t letter = sm_utf8_decode(shown, measure.bytes, &first);
    assert_int_equal(sm_utf8_decode(s->text, s->n_bytes, &capital), letter);
    assert_true(first == capital || sm_char_to_upper(first) == capital);
    assert_memory_equal(shown + letter, s->text + letter, measure.bytes - letter);
    *n_cut += n < s->end - s->begin;
    free(joined);
    free(shown);
}

/* As UTF-8 whatever it looks like, so that the text is the bytes. */
static void check_trimmed(const test_text *text, size_t *n_cut) {
    summ_engine *engine;
    summ_doc *doc;
    summ_doc_options options;
    summ_summary_options trimming;
    summ_doc_options_init(&options, sizeof options);
    summ_summary_options_init(&trimming, sizeof trimming);
    options.language = "en";
    options.encoding = "UTF-8";
    trimming.max_sentences = 1000;
    trimming.trim = 1;
    assert_int_equal(summ_engine_new(NULL, &engine), SUMM_OK);
    assert_int_equal(summ_doc_new(engine, text->at, text->n, &options, &doc), SUMM_OK);
    summ_sentences *summary = summarize(doc, &trimming);
    for (size_t i = 0; i < summ_sentences_count(summary); i++)
        check_pieces(text->at, summ_sentences_at(summary, i), n_cut);
    summ_sentences_free(summary);
    summ_doc_free(doc);
    summ_engine_free(engine);
}

static void test_trimmed_texts_are_their_pieces(void **state) {
    (void)state;
    size_t n_cut = 0;
    for (uint64_t seed = 0; seed < 2 * TEXTS / test_share(); seed++) {
        test_text text = seed % 2 == 0 ? make_news(seed) : make_text(seed);
        check_trimmed(&text, &n_cut);
        test_text_end(&text);
    }
    assert_true(n_cut > TEXTS / test_share());
}

static summ_summary_options random_wish(test_random *r) {
    static const char *const QUERIES[] = {NULL, NULL, "", "harbour", "\xFF lantern"};
    summ_summary_options o;
    size_t n_algorithms = 0;
    while (summ_item_at(SUMM_ALGORITHMS, n_algorithms) != NULL)
        n_algorithms++;
    summ_summary_options_init(&o, sizeof o);
    o.algorithm = summ_item_at(SUMM_ALGORITHMS, test_random_below(r, n_algorithms))->name;
    o.max_sentences = maybe(r, 9);
    o.max_words = maybe(r, 90);
    o.max_chars = maybe(r, 500);
    o.query = QUERIES[test_random_below(r, COUNT_OF(QUERIES))];
    o.no_quotes = test_random_below(r, 2) == 0;
    o.no_questions = test_random_below(r, 2) == 0;
    o.order = test_random_below(r, 2) == 0 ? SUMM_ORDER_POSITION : SUMM_ORDER_SCORE;
    return o;
}

static void check_explained(const summ_doc *doc, const summ_summary_options *o) {
    summ_sentences *summary = summarize(doc, o);
    summ_explanation *why;
    assert_int_equal(summ_explain(doc, o, &why), SUMM_OK);
    size_t n = summ_sentences_count(summary);
    assert_in_range(summ_explanation_count(why), n, n + 3);
    for (size_t i = 0; i < summ_explanation_count(why); i++) {
        const summ_reason *reason = summ_explanation_at(why, i);
        const summ_sentence *s = summ_sentences_at(summary, i);
        assert_int_equal(reason->verdict == SUMM_CHOSEN, s != NULL);
        assert_int_equal(reason->sentence->rank, s != NULL ? s->rank : 0);
        if (s != NULL)
            assert_true(reason->sentence->index == s->index && reason->sentence->score == s->score);
    }
    summ_explanation_free(why);
    summ_sentences_free(summary);
}

/* What is explained is what is chosen. */
static void test_explained_is_chosen(void **state) {
    (void)state;
    test_random r = {17};
    for (uint64_t seed = 0; seed < TEXTS / test_share(); seed++) {
        test_text text = make_text(seed);
        test_api api;
        test_api_begin(&api, text.at, text.n, NULL);
        for (int i = 0; i < 8; i++) {
            summ_summary_options o = random_wish(&r);
            check_explained(api.doc, &o);
        }
        test_api_end(&api);
        test_text_end(&text);
    }
}

static bool contains(const summ_sentences *summary, size_t index) {
    for (size_t i = 0; i < summ_sentences_count(summary); i++)
        if (summ_sentences_at(summary, i)->index == index)
            return true;
    return false;
}

/* A summary by sentences contains every smaller one, with the same ranks. */
static void test_larger_contain_smaller(void **state) {
    (void)state;
    for (uint64_t seed = 0; seed < TEXTS / test_share(); seed++) {
        test_text text = make_text(seed);
        test_api api;
        summ_summary_options o;
        test_api_begin(&api, text.at, text.n, NULL);
        summ_summary_options_init(&o, sizeof o);
        o.max_sentences = 0;
        o.order = SUMM_ORDER_SCORE;
        summ_sentences *smaller = summarize(api.doc, &o);
        for (o.max_sentences = 1; o.max_sentences < 12; o.max_sentences++) {
            summ_sentences *larger = summarize(api.doc, &o);
            size_t n = summ_sentences_count(smaller);
            assert_in_range(summ_sentences_count(larger), n, n + 1);
            for (size_t i = 0; i < n; i++) {
                assert_true(contains(larger, summ_sentences_at(smaller, i)->index));
                assert_int_equal(summ_sentences_at(smaller, i)->index, summ_sentences_at(larger, i)->index);
            }
            summ_sentences_free(smaller);
            smaller = larger;
        }
        summ_sentences_free(smaller);
        test_api_end(&api);
        test_text_end(&text);
    }
}

static void assert_same_sentences(const summ_sentences *a, const summ_sentences *b) {
    assert_int_equal(summ_sentences_count(a), summ_sentences_count(b));
    for (size_t i = 0; i < summ_sentences_count(a); i++) {
        const summ_sentence *s = summ_sentences_at(a, i), *t = summ_sentences_at(b, i);
        assert_string_equal(s->text, t->text);
        assert_true(s->score == t->score && s->rank == t->rank && s->block == t->block);
        assert_true(s->line == t->line && s->column == t->column);
    }
}

/* Everything that a reader may want, at random, with strings that are no UTF-8 among the words. */
typedef struct wishes {
    summ_summary_options options;
    test_text query, words[3];
    const char *must[3];
} wishes;

static void add_words(test_text *text, test_random *r, size_t n) {
    test_text_put(text, "");
    while (n-- > 0) {
        test_text_put(text, test_words[test_random_below(r, COUNT_OF(test_words))]);
        test_text_put(text, test_random_below(r, 6) == 0 ? " \xFF\xC3" : " ");
    }
}

static void make_wishes(wishes *w, test_random *r, const summ_doc *known) {
    summ_summary_options *o = &w->options;
    *w = (wishes){.query = {0}};
    summ_summary_options_init(o, sizeof *o);
    add_words(&w->query, r, test_random_below(r, 4));
    for (size_t i = 0; i < COUNT_OF(w->words); i++) {
        add_words(&w->words[i], r, test_random_below(r, 8) / 3);
        w->must[i] = w->words[i].at;
    }
    o->query = test_random_below(r, 2) == 0 ? w->query.at : NULL;
    o->must = w->must;
    o->n_must = test_random_below(r, COUNT_OF(w->must) + 1);
    o->known = test_random_below(r, 3) == 0 ? known : NULL;
    o->no_quotes = test_random_below(r, 3) == 0;
    o->no_questions = test_random_below(r, 3) == 0;
    o->max_sentences = maybe(r, 9);
    o->max_words = maybe(r, 90);
    o->max_chars = maybe(r, 500);
    o->max_percent = test_random_below(r, 2) == 0 ? 100 : 0.1 + 99 * test_random_unit(r);
    o->order = test_random_below(r, 2) == 0 ? SUMM_ORDER_POSITION : SUMM_ORDER_SCORE;
}

static void end_wishes(wishes *w) {
    test_text_end(&w->query);
    for (size_t i = 0; i < COUNT_OF(w->words); i++)
        test_text_end(&w->words[i]);
}

/* In their order, none twice, ranks from 1 to n, scores from 0 to 1. */
static void check_list(const summ_sentences *summary, summ_order order) {
    size_t n = summ_sentences_count(summary), sum = 0;
    for (size_t i = 0; i < n; i++) {
        const summ_sentence *s = summ_sentences_at(summary, i), *before = i > 0 ? summ_sentences_at(summary, i - 1) : s;
        assert_true(s->score >= 0 && s->score <= 1 && s->rank >= 1 && s->rank <= n);
        assert_true(i == 0 || (order == SUMM_ORDER_SCORE ? s->rank == before->rank + 1 : s->index > before->index));
        assert_true(i == 0 || order == SUMM_ORDER_SCORE || s->source >= before->source);
        sum += s->rank;
    }
    assert_int_equal(sum, n * (n + 1) / 2);
}

/* Ceilings and order hold whatever is wanted, of one text and of several, and two runs say the same. */
static void test_wishes(void **state) {
    (void)state;
    test_random r = {16};
    for (uint64_t seed = 0; seed < TEXTS / test_share(); seed++) {
        test_text text = make_text(seed), other = make_text(seed / 2);
        const summ_part parts[] = {
            {.text = text.at, .n_bytes = text.n}, {.n_bytes = 0}, {.text = other.at, .n_bytes = other.n}};
        summ_doc_options how;
        summ_sentences *all;
        summ_doc *docs[2];
        test_api api;
        test_api_begin(&api, other.at, other.n, NULL);
        summ_doc_options_init(&how, sizeof how);
        how.encoding = "UTF-8";
        how.title = seed % 3 == 0 ? "harbour lantern \xFF" : NULL;
        for (size_t k = 0; k < 2; k++)
            assert_int_equal(summ_doc_new_merged(api.engine, parts, seed % 2 == 0 ? 1 : 3, &how, &docs[k]), SUMM_OK);
        assert_int_equal(summ_split(docs[0], &all), SUMM_OK);
        for (size_t k = 0; summ_item_at(SUMM_ALGORITHMS, k) != NULL; k++)
            for (int i = 0; i < 3; i++) {
                wishes w;
                make_wishes(&w, &r, api.doc);
                w.options.algorithm = summ_item_at(SUMM_ALGORITHMS, k)->name;
                summ_sentences *summary = summarize(docs[0], &w.options), *again = summarize(docs[1], &w.options);
                check_printed(summary, &w.options, summ_sentences_count(all));
                check_list(summary, w.options.order);
                assert_same_sentences(summary, again);
                summ_sentences_free(summary);
                summ_sentences_free(again);
                end_wishes(&w);
            }
        summ_sentences_free(all);
        summ_doc_free(docs[0]);
        summ_doc_free(docs[1]);
        test_api_end(&api);
        test_text_end(&text);
        test_text_end(&other);
    }
}

static test_text with_line_ends(const test_text *text, const char *line_end) {
    test_text out = {0};
    test_text_put(&out, "");
    for (size_t i = 0; i < text->n; i++)
        if (text->at[i] == '\n')
            test_text_put(&out, line_end);
        else
            test_text_add(&out, &text->at[i], 1);
    return out;
}

/* LF, CR LF and CR: one text. */
static void test_line_ends(void **state) {
    (void)state;
    static const char *const LINE_ENDS[] = {"\r\n", "\r"};
    for (uint64_t seed = 0; seed < TEXTS / test_share(); seed++)
        for (size_t k = 0; k < COUNT_OF(LINE_ENDS); k++) {
            test_text text = make_text(seed), other = with_line_ends(&text, LINE_ENDS[k]);
            test_api a, b;
            summ_sentences *all_a, *all_b;
            test_api_begin(&a, text.at, text.n, NULL);
            test_api_begin(&b, other.at, other.n, NULL);
            assert_int_equal(summ_split(a.doc, &all_a), SUMM_OK);
            assert_int_equal(summ_split(b.doc, &all_b), SUMM_OK);
            summ_sentences *best_a = summarize(a.doc, NULL), *best_b = summarize(b.doc, NULL);
            assert_same_sentences(all_a, all_b);
            assert_same_sentences(best_a, best_b);
            summ_sentences_free(all_a);
            summ_sentences_free(all_b);
            summ_sentences_free(best_a);
            summ_sentences_free(best_b);
            test_api_end(&a);
            test_api_end(&b);
            test_text_end(&text);
            test_text_end(&other);
        }
}

enum {
    THREADS = 16
};

/* One engine and one document for all threads. */
typedef struct shared {
    const summ_engine *engine;
    const summ_doc *doc;
    const test_text *text, *expected;
    bool same;
} shared;

/* Describes the shared document and one of its own. */
static void *work(void *context) {
    shared *s = context;
    s->same = true;
    for (int i = 0; i < 5; i++) {
        summ_doc *own = NULL;
        if (summ_doc_new(s->engine, s->text->at, s->text->n, NULL, &own) != SUMM_OK) {
            s->same = false;
            break;
        }
        test_text a = describe(s->doc), b = describe(own);
        s->same = s->same && strcmp(a.at, s->expected->at) == 0 && strcmp(b.at, s->expected->at) == 0;
        test_text_end(&a);
        test_text_end(&b);
        summ_doc_free(own);
    }
    return NULL;
}

static void test_threads(void **state) {
    (void)state;
    pthread_t threads[THREADS];
    shared each[THREADS];
    summ_engine *engine;
    summ_doc *doc;
    test_text text = {0};
    test_random r = {14};
    test_text_add_sentences(&text, &r, 60, 30, 4, 14);
    test_text_add_pieces(&text, &r, 200);
    assert_int_equal(summ_engine_new(NULL, &engine), SUMM_OK);
    assert_int_equal(summ_doc_new(engine, text.at, text.n, NULL, &doc), SUMM_OK);
    test_text expected = describe(doc);
    for (size_t i = 0; i < THREADS; i++) {
        each[i] = (shared){engine, doc, &text, &expected, false};
        assert_int_equal(pthread_create(&threads[i], NULL, work, &each[i]), 0);
    }
    for (size_t i = 0; i < THREADS; i++)
        assert_int_equal(pthread_join(threads[i], NULL), 0);
    for (size_t i = 0; i < THREADS; i++)
        assert_true(each[i].same);
    summ_doc_free(doc);
    summ_engine_free(engine);
    test_text_end(&text);
    test_text_end(&expected);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_same_bytes_same_output),
        cmocka_unit_test(test_spans_ascend),
        cmocka_unit_test(test_ceilings_hold_on_the_printed_text),
        cmocka_unit_test(test_trimmed_texts_are_their_pieces),
        cmocka_unit_test(test_explained_is_chosen),
        cmocka_unit_test(test_larger_contain_smaller),
        cmocka_unit_test(test_wishes),
        cmocka_unit_test(test_line_ends),
        cmocka_unit_test(test_threads),
    };
    return cmocka_run_group_tests_name("property/property", tests, NULL, NULL);
}
