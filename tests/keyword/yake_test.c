/* YAKE: its features gathered anew for each word, and its score. */
#include "keyword/phrases.h"

typedef struct feature {
    double f, caps, capital, before, behind, kinds_before, kinds_behind;
    double n_sentences, median;
} feature;

static uint32_t stem_at(const sm_doc *doc, uint32_t t) {
    return sm_doc_word(doc, t)->stem;
}

static bool is_word(const sm_doc *doc, uint32_t t) {
    sm_word_class class = sm_doc_word(doc, t)->class;
    return class == SM_WORD_CONTENT || class == SM_WORD_STOP;
}

static bool begins_sentence(const sm_doc *doc, uint32_t t) {
    for (uint32_t s = 0; s < doc->sentences.n; s++)
        if (doc->sentences.at[s].first_token == t)
            return true;
    return false;
}

/* Is there a word right before this one, with nothing but space between? */
static bool follows(const sm_doc *doc, uint32_t t) {
    return t > 0 && !doc->tokens.at[t].boundary && !begins_sentence(doc, t) && is_word(doc, t) && is_word(doc, t - 1);
}

/* Did the pair of stems before and at t occur earlier? */
static bool is_new_pair(const sm_doc *doc, uint32_t t) {
    for (uint32_t k = 1; k < t; k++)
        if (follows(doc, k) && stem_at(doc, k) == stem_at(doc, t) && stem_at(doc, k - 1) == stem_at(doc, t - 1))
            return false;
    return true;
}

static void count_neighbours(const sm_doc *doc, uint32_t stem, feature *w) {
    for (uint32_t t = 1; t < doc->tokens.n; t++)
        if (follows(doc, t)) {
            w->before += stem_at(doc, t) == stem;
            w->kinds_before += stem_at(doc, t) == stem && is_new_pair(doc, t);
            w->behind += stem_at(doc, t - 1) == stem;
            w->kinds_behind += stem_at(doc, t - 1) == stem && is_new_pair(doc, t);
        }
}

static void find_sentences(const sm_doc *doc, uint32_t stem, feature *w) {
    double held[512];
    size_t n = 0;
    for (uint32_t s = 0; s < doc->sentences.n; s++) {
        bool has = false;
        for (uint32_t t = doc->sentences.at[s].first_token; t < sm_doc_end_token(doc, s); t++)
            has = has || stem_at(doc, t) == stem;
        assert_true(n < COUNT_OF(held));
        if (has)
            held[n++] = s;
    }
    w->n_sentences = (double)n;
    w->median = n % 2 == 1 ? held[n / 2] : (held[n / 2 - 1] + held[n / 2]) / 2;
}

static feature gather(const sm_doc *doc, uint32_t stem) {
    feature w = {0};
    for (uint32_t t = 0; t < doc->tokens.n; t++)
        if (stem_at(doc, t) == stem) {
            sm_word_case letters = sm_doc_word(doc, t)->letters;
            w.f++;
            w.caps += letters == SM_CASE_ALL_CAPS;
            w.capital += letters == SM_CASE_CAPITAL && !begins_sentence(doc, t);
        }
    count_neighbours(doc, stem, &w);
    find_sentences(doc, stem, &w);
    return w;
}

static double usual_frequency(const sm_doc *doc, double *most) {
    double n = 0, sum = 0, deviations = 0, f[512];
    *most = 0;
    assert_true(doc->stems.n <= COUNT_OF(f));
    for (uint32_t i = 0; i < doc->stems.n; i++) {
        bool content = false;
        f[i] = 0;
        for (uint32_t t = 0; t < doc->tokens.n; t++) {
            f[i] += stem_at(doc, t) == i;
            content = content || (stem_at(doc, t) == i && sm_doc_word(doc, t)->class == SM_WORD_CONTENT);
        }
        *most = fmax(*most, f[i]);
        sum += content ? f[i] : 0;
        n += content;
        f[i] = content ? f[i] : -1;
    }
    for (uint32_t i = 0; i < doc->stems.n; i++)
        deviations += f[i] > 0 ? (f[i] - sum / n) * (f[i] - sum / n) : 0;
    return sum / n + sqrt(deviations / n);
}

static double h(const sm_doc *doc, uint32_t stem) {
    feature w = gather(doc, stem);
    double most, usual = usual_frequency(doc, &most);
    double weight = fmax(w.caps, w.capital) / (1 + log(w.f)), position = log(log(3 + w.median));
    double left = w.before > 0 ? w.kinds_before / w.before : 0, right = w.behind > 0 ? w.kinds_behind / w.behind : 0;
    double related = 1 + (left + right) * w.f / most, spread = w.n_sentences / (double)doc->sentences.n;
    return position * related / (weight + w.f / usual / related + spread / related);
}

static double expected_score(const test_phrases *p, uint32_t id) {
    const sm_candidate *phrase = &p->c.list.at[id];
    const sm_doc *doc = &p->t.doc;
    double product = 1, sum = 0;
    for (uint32_t t = phrase->first_token; t < phrase->first_token + phrase->n_tokens; t++) {
        product *= h(doc, stem_at(doc, t));
        sum += h(doc, stem_at(doc, t));
        if (sm_doc_word(doc, t)->class != SM_WORD_CONTENT)
            return 0;
    }
    return phrase->n_tokens > 3 ? 0 : 1 / (product / (phrase->count * (1 + sum)));
}

static void test_random_texts(void **state) {
    (void)state;
    test_phrases_check_scores("yake", expected_score, 1e-9, 12);
}

/* Kettle: f = 2, as large as any; in both sentences, their median 1/2; before it two words of two kinds, behind it "is"
 * twice, so Relatedness = 1 + (1 + 1/2) 2/2; no capitals. The content words are kettle, old and cold. */
static void test_worked_example(void **state) {
    (void)state;
    test_phrases p;
    test_phrases_begin(&p, "The kettle is old. A kettle is cold.", 4, "yake");
    double position = log(log(3.5)), related = 2.5, n = 3;
    double mean = 4 / n, usual = mean + sqrt((4 + 1 + 1) / n - mean * mean);
    double expected_h = position * related / (2 / usual / related + 1 / related);
    assert_close(test_phrases_score(&p, "kettle"), 2 * (1 + expected_h) / expected_h, 1e-12);
    test_phrases_end(&p);
}

/* In each text, `better` scores above `worse`. */
static const test_comparison TEXTS[] = {
    {"more often", "A ferry is as a kettle is, and a kettle is.", "kettle", "ferry"},
    {"in an earlier sentence", "The ferry is there. The hamper is there.", "ferry", "hamper"},
    {"with a capital", "The Kettle and the hamper and the then.", "Kettle", "hamper"},
    {"in capitals", "The KETTLE and the hamper and the then.", "KETTLE", "hamper"},
    {"always beside the same words", "The kettle of it, the kettle of it; a lid was that, his lid is it.", "kettle",
     "lid"},
    {"up to three words", "The ferry. The big copper kettle lid.", "ferry", "big copper kettle lid"},
};

static void test_better_and_worse(void **state) {
    (void)state;
    test_phrases_compare("yake", TEXTS, COUNT_OF(TEXTS));
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_random_texts),
        cmocka_unit_test(test_worked_example),
        cmocka_unit_test(test_better_and_worse),
    };
    return cmocka_run_group_tests_name("keyword/yake", tests, NULL, NULL);
}
