/* Sentences that ask and sentences that quote, in several languages. */
#include "text/form.h"

#include "support/document.h"

typedef struct example {
    bool is;
    const char *text;
    const char *language; /* NULL: English */
} example;

static const sm_language *language_of(const example *e) {
    const sm_language *language = sm_language_find(e->language != NULL ? e->language : "en");
    assert_non_null(language);
    return language;
}

static const example ASKS[] = {
    {true, "Who lit the lamp?", NULL},
    {false, "They asked who lit the lamp.", NULL},
    {false, "Who lit the lamp", NULL},
    {false, "", NULL},
    {true, "?", NULL},
    {false, "...", NULL},
    {true, "Who lit the lamp?!", NULL},
    {true, "Who lit the lamp!?", NULL},
    {true, "Who lit the lamp?..", NULL},
    {true, "Who lit the lamp ?", "fr"},
    {true, "Who lit the lamp? \t\n", NULL},
    {true, "(Who lit the lamp?)", NULL},
    {true, "[Who lit the lamp?]", NULL},
    {true, "“Who lit the lamp?”", NULL},
    {true, "\"Who lit the lamp?\"", NULL},
    {true, "'Who lit the lamp?'", NULL},
    {true, "She asked: “Who lit the lamp?”.", NULL},
    {false, "“Who lit the lamp?” asked the keeper.", NULL},
    {false, "Nobody knew (or did they?) who lit it.", NULL},
    {false, "See https://example.org/?lamp=1 for more.", NULL},
    {true, "¿Quién encendió la lámpara?", "es"},
    {true, "Pero ¿quién la encendió?", "es"},
    {true, "¡¿Quién la encendió?!", "es"},
    {false, "¿Quién", "es"},
    {true, "« Qui l’a allumée ? »", "fr"},
    {true, "„Wer hat sie angezündet?“", "de"},
    {true, "»Wer hat sie angezündet?«", "de"},
    {true, "‚Wer hat sie angezündet?‘", "de"},
    {true, "Кто зажёг лампу?", "ru"},
    {true, "Ποιος άναψε τη λάμπα;", "el"},
    {true, "Ποιος άναψε τη λάμπα\xCD\xBE", "el"}, /* U+037E */
    {true, "«Ποιος άναψε τη λάμπα;»", "el"},
    {false, "Άναψε τη λάμπα; μετά κοιμήθηκε.", "el"},
    {false, "The lamp was lit;", NULL},
    {true, "من أشعل المصباح؟", "ar"},
    {true, "چراغ را چه کسی روشن کرد؟", "fa"},
    {true, "誰が灯をともしましたか？", "ja"},
    {true, "「誰が灯をともしましたか？」", "ja"},
    {true, "谁点的灯？", "zh"},
    {false, "谁点的灯。", "zh"},
    {true, "누가 불을 켰습니까?", "ko"},
    {true, "Ո՞վ վառեց լամպը։", "hy"}, /* the mark stands in the word */
    {false, "Նա վառեց լամպը։", "hy"},
    {true, "መብራቱን ማን አበራ፧", "am"},
    {true, "Who lit the lamp⁇", NULL},
    {true, "Who lit the lamp‽", NULL},
    {true, "\xFF\xFE?", NULL},
    {false, "?\xFF", NULL},
    {false, "\x80\x80", NULL},
};

static void test_asks(void **state) {
    (void)state;
    for (size_t i = 0; i < COUNT_OF(ASKS); i++)
        if (sm_form_asks(ASKS[i].text, 0, strlen(ASKS[i].text), language_of(&ASKS[i])) != ASKS[i].is)
            fail_msg("%s: expected %d", ASKS[i].text, ASKS[i].is);
}

static const example QUOTES[] = {
    {false, "The lamp was lit at dusk.", NULL},
    {false, "", NULL},
    {true, "“The lamp is lit,” she said.", NULL},
    {true, "She said “the lamp is lit”.", NULL},
    {true, "\"The lamp is lit,\" she said.", NULL},
    {true, "'The lamp is lit,' she said.", NULL},
    {true, "‘The lamp is lit,’ she said.", NULL},
    {true, "„Die Lampe brennt schon“, sagte sie.", "de"},
    {true, "»Die Lampe brennt schon«, sagte sie.", "de"},
    {true, "«La lampe est allumée», dit-elle.", "fr"},
    {true, "« La lampe est allumée », dit-elle.", "fr"},
    {true, "„Lampa jest już zapalona” – powiedziała.", "pl"},
    {true, "”Lampan är redan tänd”, sade hon.", "sv"},
    {true, "»Lamppu on jo sytytetty», hän sanoi.", "fi"},
    {true, "彼は「灯はもうともった」と言った。", "ja"},
    {true, "彼は『灯はもうともった』と言った。", "ja"},
    {true, "他说：“灯已经点上了。”", "zh"},
    {true, "他说：＂灯已经点上了。＂", "zh"},
    /* titles and names */
    {false, "He read “The Lamp” twice.", NULL},
    {false, "He read \"The Lamp\" twice.", NULL},
    {false, "He sailed in the “Petrel”, the “Gull” and the “Heron”.", NULL},
    {false, "He sailed in the \"Petrel\", the \"Gull\" and the \"Heron\".", NULL},
    {false, "Er las „Die Lampe“ zweimal.", "de"},
    {false, "Czytał „Lampę” dwa razy.", "pl"},
    {false, "Han läste ”Lampan” två gånger.", "sv"},
    {false, "Hän luki »Lampun» kahdesti.", "fi"},
    {false, "Il lut «La Lampe» deux fois.", "fr"},
    {false, "彼は「灯」を読んだ。", "ja"},
    {true, "He read “Lamp” and “the lamp is lit”.", NULL},
    {true, "Czytał „Lampę” i „lampa jest już zapalona”.", "pl"},
    /* no quotation marks */
    {false, "The keepers' lamps weren't lit, and the dogs' tails weren't seen.", NULL},
    {false, "It's the boys’ lamp, isn’t it?", NULL},
    {false, "Rock 'n' roll of the '90s was played.", NULL},
    {false, "He is 6' 2\" tall and walks alone.", NULL},
    {false, "A pipe of 5\" and one of 3\" were laid.", NULL},
    {false, "The lamp (which they had lit at dusk) burned.", NULL},
    {false, "The lamp [which they had lit at dusk] burned.", NULL},
    {false, "灯（もうともっていた）は消えた。", "ja"},
    /* inside others */
    {true, "(She said: “The lamp is lit.”)", NULL},
    {false, "(She read “The Lamp” on that evening.)", NULL},
    {true, "“She said ‘go’ and went,” he said.", NULL},
    {true, "「彼は『はい』と言った」と彼女は言った。", "ja"},
    {true, "„Er rief ‚Halt‘ und lief“, sagte sie.", "de"},
    /* the other mark stands in another sentence */
    {true, "“The lamp is lit.", NULL},
    {true, "It has been lit since dusk.”", NULL},
    {true, "It has been lit,” she said, “since dusk.”", NULL},
    {true, "\"The lamp is lit.", NULL},
    {true, "It has been lit since dusk,\" she said.", NULL},
    {true, "«La lampe est allumée.", "fr"},
    {true, "「灯はもうともった。", "ja"},
    {true, "„Lampa jest zapalona.", "pl"},
    {true, "”Lampan är tänd.", "sv"},
    {true, "\"", NULL},
    {false, "'", NULL},
    /* broken bytes are words, too */
    {true, "“\xFF \xC3 \x80” she said.", NULL},
    {false, "“\xFF \xC3” she said.", NULL},
    {false, "\xE2\x80", NULL},
};

static void test_quotes(void **state) {
    (void)state;
    for (size_t i = 0; i < COUNT_OF(QUOTES); i++)
        if (sm_form_quotes(QUOTES[i].text, 0, strlen(QUOTES[i].text)) != QUOTES[i].is)
            fail_msg("%s: expected %d", QUOTES[i].text, QUOTES[i].is);
}

/* What stands before and behind the sentence does not count. */
static void test_bounds(void **state) {
    (void)state;
    static const char TEXT[] = "“Why?” The lamp was lit. “Who lit it?”";
    const char *sentence = strstr(TEXT, "The"), *rest = strstr(TEXT, " “Who");
    size_t begin = (size_t)(sentence - TEXT), end = (size_t)(rest - TEXT);
    assert_false(sm_form_asks(TEXT, begin, end, sm_language_find("en")));
    assert_false(sm_form_quotes(TEXT, begin, end));
    assert_true(sm_form_asks(TEXT, begin, sizeof TEXT - 1, sm_language_find("en")));
    assert_true(sm_form_quotes(TEXT, begin, sizeof TEXT - 1));
    assert_false(sm_form_asks(TEXT, begin, begin, sm_language_find("en")));
    assert_false(sm_form_quotes(TEXT, begin, begin));
}

/* A quotation longer than what sentences are held together for. */
static void test_long_quotation(void **state) {
    (void)state;
    static const char *const MARKS[][2] = {{"“", "”"}, {"\"", "\""}, {"„", "”"}, {"«", "»"}};
    for (size_t k = 0; k < COUNT_OF(MARKS); k++) {
        test_text text = {0};
        test_text_put(&text, MARKS[k][0]);
        for (int i = 0; i < 200; i++)
            test_text_put(&text, "lamp ");
        test_text_put(&text, MARKS[k][1]);
        assert_true(sm_form_quotes(text.at, 0, text.n));
        test_text_end(&text);
    }
}

/* A million marks of each kind, and of pairs: quadratic time would not end. */
static void test_many_marks(void **state) {
    (void)state;
    static const char *const MARKS[] = {"\"",   "'",    "“",    "”",    "„",    "«",    "»",      "「",   "(",
                                        "[",    "?",    "!",    ".",    "՞",    " ",    "5\"",    "“”",   "„”",
                                        "”a ",  "'a ",  "(\"a", "‘a’ ", "「」", "\xFF", "\"a\" ", "„a” ", "a' (",
                                        "”a” ", "»a» ", "»«",   "(“a”", "『「", "(«"};
    const sm_language *english = sm_language_find("en");
    for (size_t k = 0; k < COUNT_OF(MARKS); k++) {
        test_text text = {0};
        test_text_put(&text, "The ");
        for (size_t i = 0; i < 1000000 / test_share(); i++)
            test_text_put(&text, MARKS[k]);
        sm_form_quotes(text.at, 0, text.n);
        sm_form_asks(text.at, 0, text.n, english);
        test_text_end(&text);
    }
}

static void test_anything(void **state) {
    (void)state;
    test_random r = {21};
    for (int k = 0; k < 300; k++) {
        test_text text = {0};
        test_text_put(&text, "");
        test_text_add_pieces(&text, &r, test_random_below(&r, 40));
        /* A copy of exactly that size, so that a byte too far is seen. */
        char *copy = malloc(text.n > 0 ? text.n : 1);
        assert_non_null(copy);
        memcpy(copy, text.at, text.n);
        sm_form_quotes(copy, 0, text.n);
        sm_form_asks(copy, 0, text.n, sm_language_find("el"));
        free(copy);
        test_text_end(&text);
    }
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_asks),           cmocka_unit_test(test_quotes),     cmocka_unit_test(test_bounds),
        cmocka_unit_test(test_long_quotation), cmocka_unit_test(test_many_marks), cmocka_unit_test(test_anything),
    };
    return cmocka_run_group_tests_name("text/form", tests, NULL, NULL);
}
