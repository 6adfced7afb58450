/* The language of passages of 200 and of 60 characters from tests/text/udhr/: the share that is guessed right, over all
 * languages and without those whose texts are the same for whole sentences (Bosnian, Croatian and Serbian in Latin
 * letters; Indonesian and Malay). */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/utf8.h"
#include "text/guess.h"

typedef struct tally {
    size_t passages, right;
    double sureness;             /* the sum */
    size_t unsure, unsure_right; /* surenesses of less than 0.7 */
} tally;

static bool has_twin(const char *code) {
    static const char *const TWINS[] = {"bs", "hr", "sr", "id", "ms"};
    for (size_t i = 0; i < sizeof TWINS / sizeof *TWINS; i++)
        if (strcmp(TWINS[i], code) == 0)
            return true;
    return false;
}

static char *read_text(const char *name, size_t *n) {
    char path[256];
    snprintf(path, sizeof path, "tests/text/udhr/%s.txt", name);
    FILE *file = fopen(path, "rb");
    if (file == NULL)
        fail_msg("%s cannot be read", path);
    char *text = malloc(1 << 20);
    assert_non_null(text);
    *n = fread(text, 1, 1 << 20, file);
    fclose(file);
    assert_in_range(*n, 1000, (1 << 20) - 1);
    return text;
}

/* The end of a passage of at least that many characters: where the next space or line break is, if one is near. */
static size_t passage_end(const char *text, size_t at, size_t n, size_t chars) {
    uint32_t code;
    for (; at < n && chars > 0; chars--)
        at += sm_utf8_decode(text + at, n - at, &code);
    for (size_t look = at; look < n && look < at + 60; look++)
        if (text[look] == ' ' || text[look] == '\n')
            return look;
    return at;
}

static void guess_file(const char *name, const char *code, size_t chars, tally *all, tally *single) {
    size_t n;
    char *text = read_text(name, &n);
    for (size_t at = 0, end; (end = passage_end(text, at, n, chars)) < n; at = end) {
        double sureness;
        bool right = strcmp(sm_guess_language(text + at, end - at, &sureness)->item.name, code) == 0;
        all->passages++;
        all->right += right;
        all->sureness += sureness;
        all->unsure += sureness < 0.7;
        all->unsure_right += sureness < 0.7 && right;
        single->passages += !has_twin(code);
        single->right += !has_twin(code) && right;
    }
    free(text);
}

static void guess_all(size_t chars, tally *all, tally *single) {
    *all = *single = (tally){0};
    for (size_t i = 0; sm_language_at(i) != NULL; i++)
        if ((sm_language_at(i)->traits & SM_VARIANT) == 0)
            guess_file(sm_language_at(i)->item.name, sm_language_at(i)->item.name, chars, all, single);
    guess_file("sr-cyrl", "sr", chars, all, single);
}

static void assert_share(const char *what, const tally *t, double least) {
    double share = 100.0 * (double)t->right / (double)t->passages;
    if (share < least)
        fail_msg("%s: %.2f %% of %zu passages, not %.2f %%", what, share, t->passages, least);
}

static void test_200_characters(void **state) {
    (void)state;
    tally all, single;
    guess_all(200, &all, &single);
    assert_share("200 characters", &all, 98.2);
    assert_share("200 characters, no twins", &single, 99.9);
}

static void test_60_characters(void **state) {
    (void)state;
    tally all, single;
    guess_all(60, &all, &single);
    assert_share("60 characters", &all, 96.4);
    assert_share("60 characters, no twins", &single, 99.3);
}

/* As many are right as the sureness says, and of those that are not sure about half. */
static void test_sureness(void **state) {
    (void)state;
    tally all, single;
    guess_all(60, &all, &single);
    double share = (double)all.right / (double)all.passages, mean = all.sureness / (double)all.passages;
    double unsure = (double)all.unsure_right / (double)all.unsure;
    if (mean < share - 0.02 || mean > share + 0.02 || unsure < 0.3 || unsure > 0.7)
        fail_msg("right: %.3f, sureness: %.3f; of the unsure: %.3f", share, mean, unsure);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_200_characters),
        cmocka_unit_test(test_60_characters),
        cmocka_unit_test(test_sureness),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
