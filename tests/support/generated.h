/* Documents made up at random, in several scripts and in each of the formats that the library reads.
 *
 *     test_text t = test_generated("markdown", seed);
 *     test_text_end(&t);
 *
 * Line breaks are "\n"; all is UTF-8, unless seed % 5 == 4: then bytes that are none stand in between, and NUL. */
#ifndef TESTS_SUPPORT_GENERATED_H
#define TESTS_SUPPORT_GENERATED_H

#include "support/document.h"

/* Twelve words, and what ends a sentence and parts words. */
typedef struct test_script {
    const char *words[12], *end, *space;
} test_script;

static const test_script test_scripts[] = {
    {{"harbour", "lantern", "keeper", "boat", "storm", "island", "Anna", "the", "of", "quiet", "salt", "NATO"},
     ". ",
     " "},
    {{"port", "lumi\xC3\xA8re", "gardien", "\xC3\xA9t\xC3\xA9", "l'\xC3\xAEle", "mer", "le", "de", "vent", "sel",
      "Ren\xC3\xA9", "calme"},
     " ! ",
     " "},
    {{"\xD0\xBC\xD0\xBE\xD1\x80\xD0\xB5", "\xD0\xBC\xD0\xB0\xD1\x8F\xD0\xBA", "\xD0\xB8", "\xD0\xB2",
      "\xD0\xBB\xD0\xBE\xD0\xB4\xD0\xBA\xD0\xB0", "\xD1\x81\xD0\xBE\xD0\xBB\xD1\x8C",
      "\xD0\xBE\xD1\x81\xD1\x82\xD1\x80\xD0\xBE\xD0\xB2", "\xD0\x90\xD0\xBD\xD0\xBD\xD0\xB0",
      "\xD0\xB1\xD1\x83\xD1\x80\xD1\x8F", "\xD0\xBD\xD0\xB5", "\xD0\xBF\xD0\xBE\xD1\x80\xD1\x82",
      "\xD0\xBD\xD0\xBE\xD1\x87\xD1\x8C"},
     ". ",
     " "},
    {{"\xCE\xB8\xCE\xAC\xCE\xBB\xCE\xB1\xCF\x83\xCF\x83\xCE\xB1", "\xCE\xBA\xCE\xB1\xCE\xB9",
      "\xCF\x86\xCE\xAC\xCF\x81\xCE\xBF\xCF\x82", "\xCF\x84\xCE\xBF",
      "\xCE\xBB\xCE\xB9\xCE\xBC\xCE\xAC\xCE\xBD\xCE\xB9", "\xCE\xBD\xCE\xB7\xCF\x83\xCE\xAF",
      "\xCE\xB1\xCE\xBB\xCE\xAC\xCF\x84\xCE\xB9", "\xCE\x86\xCE\xBD\xCE\xBD\xCE\xB1", "\xCE\xBF", "\xCE\xB7",
      "\xCE\xBD\xCF\x8D\xCF\x87\xCF\x84\xCE\xB1", "\xCF\x80\xCE\xBB\xCE\xBF\xCE\xAF\xCE\xBF"},
     ". ",
     " "},
    {{"\xD9\x85\xD9\x8A\xD9\x86\xD8\xA7\xD8\xA1", "\xD8\xA8\xD8\xAD\xD8\xB1", "\xD9\x81\xD9\x8A", "\xD9\x85\xD9\x86",
      "\xD9\x82\xD8\xA7\xD8\xB1\xD8\xA8", "\xD9\x85\xD9\x84\xD8\xAD", "\xD9\x84\xD9\x8A\xD9\x84",
      "\xD8\xB9\xD8\xA7\xD8\xB5\xD9\x81\xD8\xA9", "\xD8\xAC\xD8\xB2\xD9\x8A\xD8\xB1\xD8\xA9",
      "\xD8\xB6\xD9\x88\xD8\xA1", "\xD8\xA3\xD9\x86\xD8\xA7", "\xD8\xB9\xD9\x84\xD9\x89"},
     "\xD8\x9F ",
     " "},
    {{"\xE0\xA4\xB8\xE0\xA4\xBE\xE0\xA4\x97\xE0\xA4\xB0", "\xE0\xA4\x9C\xE0\xA4\xB2",
      "\xE0\xA4\xA8\xE0\xA4\xBE\xE0\xA4\xB5", "\xE0\xA4\x95\xE0\xA4\xBE", "\xE0\xA4\xAE\xE0\xA5\x87\xE0\xA4\x82",
      "\xE0\xA4\xB0\xE0\xA4\xBE\xE0\xA4\xA4", "\xE0\xA4\xA6\xE0\xA5\x8D\xE0\xA4\xB5\xE0\xA5\x80\xE0\xA4\xAA",
      "\xE0\xA4\xB9\xE0\xA5\x88", "\xE0\xA4\xA8\xE0\xA4\xAE\xE0\xA4\x95",
      "\xE0\xA4\xA4\xE0\xA5\x82\xE0\xA4\xAB\xE0\xA4\xBE\xE0\xA4\xA8", "\xE0\xA4\xA6\xE0\xA5\x80\xE0\xA4\xAA",
      "\xE0\xA4\x94\xE0\xA4\xB0"},
     "\xE0\xA5\xA4 ",
     " "},
    {{"\xE6\xB8\xAF\xE5\x8F\xA3", "\xE7\x81\xAF\xE5\xA1\x94", "\xE6\xB5\xB7", "\xE7\x9A\x84",
      "\xE9\xA2\xA8\xE6\x9A\xB4", "\xE5\xB2\x9B", "\xE5\xA4\x9C", "\xE8\x88\xB9", "\xE7\x9B\x90", "\xE4\xBA\xBA",
      "\xE5\x92\x8C", "\xE5\x85\x89"},
     "\xE3\x80\x82",
     ""},
    {{"\xEB\xB0\x94\xEB\x8B\xA4", "\xED\x95\xAD\xEA\xB5\xAC", "\xEB\x93\xB1\xEB\x8C\x80", "\xEB\xB0\xA4",
      "\xEB\xB0\xB0", "\xEC\x84\xAC", "\xEC\x86\x8C\xEA\xB8\x88", "\xED\x8F\xAD\xED\x92\x8D", "\xEB\xB9\x9B",
      "\xEC\x82\xAC\xEB\x9E\x8C", "\xEA\xB7\xB8\xEB\xA6\xAC\xEA\xB3\xA0", "\xEC\x9D\x80"},
     ". ",
     " "},
};

static inline void test_generate_sentence(test_text *t, test_random *r, const test_script *script) {
    size_t n = 2 + test_random_below(r, 12);
    for (size_t i = 0; i < n; i++) {
        const char *word = script->words[test_random_below(r, COUNT_OF(script->words))];
        char capital = (char)(word[0] >= 'a' && word[0] <= 'z' ? word[0] - 32 : word[0]);
        test_text_put(t, i > 0 ? script->space : "");
        test_text_add(t, i == 0 ? &capital : word, 1);
        test_text_put(t, word + 1);
    }
    test_text_put(t, script->end);
}

/* One to `most` sentences of one script; with `bad`, bytes among them that are no characters. */
static inline void test_generate_sentences(test_text *t, test_random *r, size_t most, bool bad) {
    static const struct {
        const char *bytes;
        size_t n;
    } BAD[] = {{"\xFF", 1}, {"\xE2\x82", 2}, {"\x80", 1}, {"a\0b", 3}, {"\xED\xA0\x80", 3}};
    const test_script *script = &test_scripts[test_random_below(r, COUNT_OF(test_scripts))];
    for (size_t n = 1 + test_random_below(r, most); n > 0; n--) {
        size_t k = test_random_below(r, 4 * COUNT_OF(BAD));
        test_generate_sentence(t, r, script);
        if (bad && k < COUNT_OF(BAD))
            test_text_add(t, BAD[k].bytes, BAD[k].n);
    }
}

/* What stands around the sentences of one block. */
typedef struct test_wrap {
    const char *before, *behind;
} test_wrap;

static inline test_wrap test_generate_wrap(const char *format, test_random *r) {
    static const test_wrap TEXT[] = {{"", "\n\n"}, {"", "\n\n"},   {"", "\n"},
                                     {"- ", "\n"}, {"> ", "\n\n"}, {"1. ", "\n\n"}};
    static const test_wrap HTML[] = {{"<p>", "</p>\n"},
                                     {"<p>", "\n"},
                                     {"<h2>", "</h2>\n"},
                                     {"<ul><li>", "</ul>"},
                                     {"<blockquote><b>", "</b></blockquote>\n"},
                                     {"<div class=x>", "<br>\n</div>"},
                                     {"<!-- <p> -->\n<i>", "</i>"},
                                     {"<table><tr><td>", "</table>"}};
    static const test_wrap MARKDOWN[] = {{"", "\n\n"},
                                         {"", "\n\n"},
                                         {"## ", "\n\n"},
                                         {"- ", "\n"},
                                         {"> ", "\n\n"},
                                         {"1. **", "**\n\n"},
                                         {"*", "* and [it](a.b).\n\n"},
                                         {"    ", "\n\n"},
                                         {"    - ", "\n\n"},
                                         {"`", "`\n\n"}};
    if (strcmp(format, "markdown") == 0)
        return MARKDOWN[test_random_below(r, COUNT_OF(MARKDOWN))];
    if (strcmp(format, "text") == 0)
        return TEXT[test_random_below(r, COUNT_OF(TEXT))];
    return HTML[test_random_below(r, COUNT_OF(HTML))];
}

static inline test_text test_generated(const char *format, uint64_t seed) {
    test_text t = {0};
    test_random r = {2 * seed + 77};
    test_text_put(&t, strcmp(format, "html") == 0 ? "<!doctype html><title>Harbour</title><body>\n" : "");
    for (size_t n = test_random_below(&r, 12); n > 0; n--) {
        test_wrap wrap = test_generate_wrap(format, &r);
        test_text_put(&t, wrap.before);
        test_generate_sentences(&t, &r, 5, seed % 5 == 4);
        test_text_put(&t, wrap.behind);
    }
    return t;
}

#endif
