/* The cases of Unicode's own tests of word and sentence boundaries (UAX #29), all of them. The library is in the spirit
 * of that annex and departs from it; uax29_departures.def lists where. A departure is a change of the expected
 * boundaries between certain characters. Every case has to come out as Unicode has it or exactly as the departures
 * change it, no two of them at one place; and a departure without which all cases come out right is struck from the
 * list. */
#include "text/sentences.h"
#include "text/words.h"

#include "base/utf8.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>
#include <utf8proc.h>

#define COUNT(array) (sizeof(array) / sizeof *(array))

enum {
    MOST_CODES = 64,
    MOST_LINE = 8192,
    MOST_SHOWN = 20, /* cases that fail; of the others only the number */
    NONE = -1
};

/* Code points, and at which of them Unicode has a boundary: before 0 and behind the last always. */
typedef struct text_case {
    const char *line;
    uint32_t codes[MOST_CODES];
    bool breaks[MOST_CODES + 1];
    size_t offsets[MOST_CODES + 1]; /* in the text */
    size_t n;
    char text[4 * MOST_CODES];
} text_case;

typedef struct spans {
    struct {
        size_t begin, end; /* bytes */
    } at[2 * MOST_CODES];
    size_t n;
} spans;

static void add_span(spans *s, size_t begin, size_t end) {
    assert_true(s->n < COUNT(s->at));
    s->at[s->n].begin = begin;
    s->at[s->n++].end = end;
}

static bool equal(const spans *a, const spans *b) {
    if (a->n != b->n)
        return false;
    for (size_t i = 0; i < a->n; i++)
        if (a->at[i].begin != b->at[i].begin || a->at[i].end != b->at[i].end)
            return false;
    return true;
}

/* ---- Characters, by their Unicode properties and not by the library's own table ---- */

static utf8proc_category_t category(uint32_t code) {
    return utf8proc_category((utf8proc_int32_t)code);
}

static bool is_letter(uint32_t code) {
    utf8proc_category_t c = category(code);
    return c >= UTF8PROC_CATEGORY_LU && c <= UTF8PROC_CATEGORY_LO;
}

static bool is_digit(uint32_t code) {
    return category(code) == UTF8PROC_CATEGORY_ND || category(code) == UTF8PROC_CATEGORY_NL;
}

static bool is_letter_or_digit(uint32_t code) {
    return is_letter(code) || is_digit(code);
}

/* What goes with the character before it: combining marks, and format characters, which are not seen. */
static bool is_mark(uint32_t code) {
    utf8proc_category_t c = category(code);
    return (c >= UTF8PROC_CATEGORY_MN && c <= UTF8PROC_CATEGORY_ME) || c == UTF8PROC_CATEGORY_CF;
}

static bool is_space(uint32_t code) {
    utf8proc_category_t c = category(code);
    return c == UTF8PROC_CATEGORY_CC || (c >= UTF8PROC_CATEGORY_ZS && c <= UTF8PROC_CATEGORY_ZP);
}

static bool is_line_break(uint32_t code) {
    return code == '\n' || code == '\r' || code == 0x85;
}

static bool is_quote_or_bracket(uint32_t code) {
    utf8proc_category_t c = category(code);
    return (c >= UTF8PROC_CATEGORY_PS && c <= UTF8PROC_CATEGORY_PF) || code == '"' || code == '\'';
}

static bool is_vertical_kana(uint32_t code) {
    return code >= 0x3031 && code <= 0x3035;
}

static bool is_hebrew_letter(uint32_t code) {
    return code >= 0x5D0 && code <= 0x5F2;
}

/* Flags are two regional indicators. */
static bool is_emoji(uint32_t code) {
    int class = utf8proc_get_property((utf8proc_int32_t)code)->boundclass;
    return class == UTF8PROC_BOUNDCLASS_EXTENDED_PICTOGRAPHIC || class == UTF8PROC_BOUNDCLASS_REGIONAL_INDICATOR;
}

/* ---- Places in a case ---- */

/* 0 past the end, like the next two where there is no such character. */
static uint32_t code_at(const text_case *c, size_t at) {
    return at < c->n ? c->codes[at] : 0;
}

/* The last before `at` that is no mark. */
static uint32_t base_before(const text_case *c, size_t at) {
    while (at > 0 && is_mark(c->codes[at - 1]))
        at--;
    return at > 0 ? c->codes[at - 1] : 0;
}

/* The first from `at` on that is no mark. */
static uint32_t base_after(const text_case *c, size_t at) {
    while (is_mark(code_at(c, at)))
        at++;
    return code_at(c, at);
}

/* The gap stands before `joiner` or behind it and its marks; *at is where that stands. */
static bool touches(const text_case *c, size_t gap, uint32_t joiner, size_t *at) {
    for (*at = gap; *at > 0 && (*at == gap || is_mark(c->codes[*at]));)
        if (c->codes[*at] == joiner)
            return true;
        else
            --*at;
    return c->codes[*at] == joiner;
}

/* ---- Departures: what becomes of the gap before codes[gap], 0 < gap < n ---- */

typedef enum verdict {
    AS_IS,
    BREAK,
    JOIN
} verdict;

static verdict words_colon_between_digits(const text_case *c, size_t gap) {
    size_t at;
    return touches(c, gap, ':', &at) && is_digit(base_before(c, at)) && is_digit(base_after(c, at + 1)) &&
                   !is_mark(c->codes[gap])
               ? JOIN
               : AS_IS;
}

static verdict words_colon_between_letters(const text_case *c, size_t gap) {
    size_t at;
    bool between = touches(c, gap, ':', &at) && is_letter(base_before(c, at)) && is_letter(base_after(c, at + 1));
    return between && !is_mark(c->codes[gap]) ? BREAK : AS_IS;
}

static verdict words_apostrophe_between_digits(const text_case *c, size_t gap) {
    size_t at;
    bool between = touches(c, gap, '\'', &at) && is_digit(base_before(c, at)) && is_digit(base_after(c, at + 1));
    return between && !is_mark(c->codes[gap]) ? BREAK : AS_IS;
}

static verdict words_underscore_at_edge(const text_case *c, size_t gap) {
    size_t at;
    if (is_mark(c->codes[gap]) || !touches(c, gap, '_', &at))
        return AS_IS;
    uint32_t right = base_after(c, at + 1);
    bool joins = is_letter_or_digit(right) && !is_vertical_kana(right);
    return joins && is_letter_or_digit(base_before(c, at)) ? AS_IS : BREAK;
}

static verdict words_single_quote_behind_hebrew(const text_case *c, size_t gap) {
    bool behind = c->codes[gap] == '\'' && is_hebrew_letter(base_before(c, gap));
    return behind && !is_letter(base_after(c, gap + 1)) ? BREAK : AS_IS;
}

static verdict words_emoji_behind_mark(const text_case *c, size_t gap) {
    return is_mark(c->codes[gap - 1]) && is_emoji(c->codes[gap]) ? BREAK : AS_IS;
}

static verdict words_double_quote_in_hebrew(const text_case *c, size_t gap) {
    size_t at;
    bool between = touches(c, gap, '"', &at) && is_hebrew_letter(base_before(c, at));
    return between && is_hebrew_letter(base_after(c, at + 1)) ? BREAK : AS_IS;
}

/* What stands between the mark that ends a sentence, if there is one, and a gap: is there white space?
 * Besides only quotation marks, brackets and marks. */
typedef struct ending {
    uint32_t mark; /* 0: none */
    bool space;
} ending;

static ending ending_before(const text_case *c, size_t gap) {
    ending e = {0, false};
    for (; gap > 0 && e.mark == 0; gap--) {
        uint32_t code = c->codes[gap - 1];
        if (code == '.' || code == '!' || code == '?' || code == 0x3002)
            e.mark = code;
        else if (is_space(code))
            e.space = true;
        else if (!is_mark(code) && !is_quote_or_bracket(code))
            break;
    }
    return e;
}

static verdict sentences_no_space_behind_mark(const text_case *c, size_t gap) {
    ending e = ending_before(c, gap);
    return e.mark != 0 && e.mark < 0x80 && !e.space && is_letter_or_digit(c->codes[gap]) ? JOIN : AS_IS;
}

static verdict sentences_line_break(const text_case *c, size_t gap) {
    return is_line_break(c->codes[gap - 1]) && ending_before(c, gap).mark == 0 ? JOIN : AS_IS;
}

static verdict sentences_unseen_behind_space(const text_case *c, size_t gap) {
    ending e = ending_before(c, gap);
    if (e.mark == 0 || !e.space)
        return AS_IS;
    if (is_space(c->codes[gap - 1]) && is_mark(c->codes[gap]))
        return ending_before(c, gap - 1).space ? AS_IS : BREAK;
    return is_mark(c->codes[gap - 1]) ? JOIN : AS_IS;
}

typedef struct departure {
    verdict (*at)(const text_case *c, size_t gap);
    const char *name, *reason;
} departure;

#define SENTENCES(name, reason)
#define WORDS(name, reason) {words_##name, #name, reason},
static const departure WORD_DEPARTURES[] = {
#include "uax29_departures.def"
};
#undef WORDS
#undef SENTENCES
#define WORDS(name, reason)
#define SENTENCES(name, reason) {sentences_##name, #name, reason},
static const departure SENTENCE_DEPARTURES[] = {
#include "uax29_departures.def"
};
#undef WORDS
#undef SENTENCES

/* ---- What is expected and what is found ---- */

/* A kind of test: words, sentences. */
typedef struct kind {
    const char *file;
    const departure *departures;
    size_t n_departures;
    void (*find)(const text_case *c, const char *text, spans *found);
    void (*keep)(const text_case *c, size_t begin, size_t end, spans *kept);
} kind;

/* Words are what has a letter or a digit in it. */
static void keep_word(const text_case *c, size_t begin, size_t end, spans *kept) {
    for (size_t i = begin; i < end; i++)
        if (is_letter_or_digit(c->codes[i])) {
            add_span(kept, c->offsets[begin], c->offsets[end]);
            return;
        }
}

/* Sentences are without the white space around them. */
static void keep_sentence(const text_case *c, size_t begin, size_t end, spans *kept) {
    while (begin < end && is_space(c->codes[begin]))
        begin++;
    while (begin < end && is_space(c->codes[end - 1]))
        end--;
    if (begin < end)
        add_span(kept, c->offsets[begin], c->offsets[end]);
}

static void find_words(const text_case *c, const char *text, spans *found) {
    sm_token token = {0, 0, 0, SM_TOKEN_WORD};
    while (sm_next_word(text, token.next, c->offsets[c->n], 0, &token))
        add_span(found, token.begin, token.end);
}

static size_t code_index(const text_case *c, size_t offset) {
    size_t i = 0;
    while (c->offsets[i] < offset)
        i++;
    assert_int_equal(c->offsets[i], offset); /* no boundary inside a character */
    return i;
}

static void find_sentences(const text_case *c, const char *text, spans *found) {
    sm_splitter splitter = {.text = text, .language = sm_language_find("en")};
    for (size_t at = 0; at < c->n;) {
        if (is_space(c->codes[at])) {
            at++;
            continue;
        }
        size_t end = code_index(c, sm_sentence_end(&splitter, c->offsets[at], c->offsets[c->n]));
        assert_true(end > at);
        keep_sentence(c, at, end, found);
        at = end;
    }
}

/* Is there a boundary at the gap, all departures but number `without` regarded? Two at one place fail the test. */
static bool breaks_at(const kind *k, const text_case *c, size_t gap, int without) {
    int by = NONE;
    for (int i = 0; i < (int)k->n_departures; i++) {
        verdict v = i != without ? k->departures[i].at(c, gap) : AS_IS;
        if (v == AS_IS || (v == BREAK) == c->breaks[gap])
            continue;
        if (by != NONE)
            fail_msg("%s and %s are departures at one place of %s", k->departures[by].name, k->departures[i].name,
                     c->line);
        by = i;
    }
    return c->breaks[gap] != (by != NONE);
}

static void expect(const kind *k, const text_case *c, int without, spans *expected) {
    expected->n = 0;
    for (size_t begin = 0, end = 1; end <= c->n; end++)
        if (end == c->n || breaks_at(k, c, end, without)) {
            k->keep(c, begin, end, expected);
            begin = end;
        }
}

static void expect_unicode(const kind *k, const text_case *c, spans *expected) {
    expected->n = 0;
    for (size_t begin = 0, end = 1; end <= c->n; end++)
        if (c->breaks[end]) {
            k->keep(c, begin, end, expected);
            begin = end;
        }
}

static void find(const kind *k, const text_case *c, spans *found) {
    size_t n = c->offsets[c->n];
    char *exact = malloc(n); /* so that reading past the end is seen */
    assert_non_null(exact);
    memcpy(exact, c->text, n);
    found->n = 0;
    k->find(c, exact, found);
    free(exact);
}

/* ---- The files ---- */

/* "÷ 0061 × 0308 ÷ # ...": false if the line holds no case. */
static bool read_case(const char *line, text_case *c) {
    bool boundary = false;
    *c = (text_case){.line = line};
    for (const char *p = line; *p != '\0' && *p != '#' && *p != '\n';) {
        if (*p == ' ' || *p == '\t') {
            p++;
        } else if ((unsigned char)*p == 0xC3) { /* of the signs for a boundary and for none */
            boundary = (unsigned char)p[1] == 0xB7;
            p += 2;
        } else {
            char *behind;
            assert_true(c->n < MOST_CODES);
            c->breaks[c->n] = boundary;
            c->codes[c->n] = (uint32_t)strtoul(p, &behind, 16);
            assert_true(behind > p);
            c->offsets[c->n + 1] = c->offsets[c->n] + sm_utf8_encode(c->codes[c->n], c->text + c->offsets[c->n]);
            c->n++;
            p = behind;
        }
    }
    c->breaks[c->n] = true;
    return c->n > 0;
}

static FILE *open_cases(const char *name) {
    static const char *const FOLDERS[] = {"/usr/share/unicode/auxiliary", "/usr/share/unicode/ucd/auxiliary"};
    for (size_t i = 0; i < COUNT(FOLDERS); i++) {
        char path[256];
        snprintf(path, sizeof path, "%s/%s", FOLDERS[i], name);
        FILE *file = fopen(path, "r");
        if (file != NULL)
            return file;
    }
    fail_msg("no %s in %s: it comes with Debian's package unicode-data, which make deps installs", name, FOLDERS[0]);
    return NULL;
}

static void show(const char *who, const text_case *c, const spans *s) {
    print_error("   %-10s", who);
    for (size_t i = 0; i < s->n; i++) {
        print_error(" [");
        for (size_t k = code_index(c, s->at[i].begin); c->offsets[k] < s->at[i].end; k++)
            print_error("%s%04X", c->offsets[k] > s->at[i].begin ? " " : "", (unsigned)c->codes[k]);
        print_error("]");
    }
    print_error("\n");
}

typedef struct tally {
    size_t cases, wrong, agree;
    size_t used[32]; /* by departure: cases that come out otherwise without it */
} tally;

static void check_case(const kind *k, const text_case *c, tally *t) {
    spans found, unicode, ours, other;
    find(k, c, &found);
    expect_unicode(k, c, &unicode);
    expect(k, c, NONE, &ours);
    if (equal(&found, &unicode)) {
        t->agree++;
        return;
    }
    if (!equal(&found, &ours)) {
        if (t->wrong++ < MOST_SHOWN) {
            print_error("%s", c->line);
            show("found", c, &found);
            show("Unicode", c, &unicode);
            show("departing", c, &ours);
        }
        return;
    }
    for (size_t i = 0; i < k->n_departures; i++) {
        expect(k, c, (int)i, &other);
        t->used[i] += !equal(&other, &found);
    }
}

static void read_all(const kind *k, FILE *file, tally *t) {
    static char line[MOST_LINE];
    size_t announced = 0;
    while (fgets(line, sizeof line, file) != NULL) {
        text_case c;
        assert_non_null(strchr(line, '\n'));
        sscanf(line, "# Lines: %zu", &announced);
        if (!read_case(line, &c))
            continue;
        t->cases++;
        check_case(k, &c, t);
    }
    assert_true(t->cases > 0);
    assert_int_equal(t->cases, announced);
}

static void check_file(const kind *k) {
    tally t = {0};
    size_t unused = 0;
    assert_true(k->n_departures <= COUNT(t.used));
    FILE *file = open_cases(k->file);
    read_all(k, file, &t);
    fclose(file);
    if (t.wrong > 0)
        fail_msg("%zu of %zu cases of %s come out otherwise", t.wrong, t.cases, k->file);
    for (size_t i = 0; i < k->n_departures; i++)
        if (t.used[i] == 0) {
            print_error("no case needs the departure %s (%s)\n", k->departures[i].name, k->departures[i].reason);
            unused++;
        }
    assert_int_equal(unused, 0);
}

static void test_words(void **state) {
    (void)state;
    static const kind WORDS = {"WordBreakTest.txt", WORD_DEPARTURES, COUNT(WORD_DEPARTURES), find_words, keep_word};
    check_file(&WORDS);
}

static void test_sentences(void **state) {
    (void)state;
    static const kind SENTENCES = {"SentenceBreakTest.txt", SENTENCE_DEPARTURES, COUNT(SENTENCE_DEPARTURES),
                                   find_sentences, keep_sentence};
    check_file(&SENTENCES);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_words),
        cmocka_unit_test(test_sentences),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
