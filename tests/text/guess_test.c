#include "text/guess.h"

#include "support/random.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

static const struct {
    const char *code, *text;
} SAMPLES[] = {
    {"en", "The old ferry crossed the river twice a day. Nobody who lived on the island could remember a time when it "
           "had not been there."},
    {"ar", "وصلت السفينة إلى الميناء في الصباح الباكر. كان الصيادون ينتظرون على الرصيف منذ الليل. لم يكن هناك أحد "
           "يعرف من أين جاءت هذه السفينة."},
    {"hy", "Նավը նավահանգիստ հասավ վաղ առավոտյան։ Ձկնորսները սպասում էին ափին և չգիտեին, թե որտեղից է այն եկել։"},
    {"eu", "Itsasontzia goizean goiz iritsi zen portura. Arrantzaleak zain zeuden, baina ez zekiten nondik etorri zen "
           "eta zer ekarri zuen."},
    {"ca", "El vaixell va arribar al port de bon matí. Els pescadors no sabien d'on venia, però tots volien veure què "
           "hi havia a dins amb els seus ulls."},
    {"da", "Skibet kom til havnen tidligt om morgenen. Fiskerne havde ventet hele natten, men ingen af dem vidste, "
           "hvorfra det kom, eller hvad der var om bord."},
    {"nl", "Het schip kwam vroeg in de ochtend in de haven aan. De vissers hadden de hele nacht gewacht, maar niemand "
           "wist waar het vandaan kwam."},
    {"fi", "Laiva saapui satamaan varhain aamulla. Kalastajat olivat odottaneet koko yön, mutta kukaan heistä ei "
           "tiennyt, mistä se oli tullut ja mitä se toi."},
    {"fr", "Le bateau est arrivé au port tôt le matin. Les pêcheurs avaient attendu toute la nuit, mais aucun d'entre "
           "eux ne savait d'où il venait."},
    {"de", "Das Schiff kam früh am Morgen im Hafen an. Die Fischer hatten die ganze Nacht gewartet, aber keiner von "
           "ihnen wusste, woher es gekommen war."},
    {"el", "Το πλοίο έφτασε στο λιμάνι νωρίς το πρωί. Οι ψαράδες περίμεναν όλη τη νύχτα, αλλά κανείς δεν ήξερε από πού "
           "είχε έρθει."},
    {"hi", "जहाज सुबह जल्दी बंदरगाह पर पहुँचा। मछुआरे रात भर से इंतजार कर रहे थे, लेकिन किसी को नहीं पता था कि वह कहाँ से "
           "आया है।"},
    {"hu", "A hajó kora reggel érkezett meg a kikötőbe. A halászok egész éjjel vártak, de egyikük sem tudta, hogy "
           "honnan jött, és mit hozott."},
    {"id", "Kapal itu tiba di pelabuhan pada pagi hari. Para nelayan bilang bahwa mereka tidak bisa tidur karena "
           "menunggu semalaman, tapi uang mereka juga sudah habis untuk membeli bensin dan mobil."},
    {"ga", "Tháinig an long isteach sa chuan go moch ar maidin. Bhí na hiascairí ag fanacht ar feadh na hoíche, ach ní "
           "raibh a fhios ag aon duine acu cad as ar tháinig sí."},
    {"it", "La nave è arrivata nel porto di mattina presto. I pescatori avevano aspettato tutta la notte, ma nessuno "
           "di loro sapeva da dove venisse."},
    {"lt", "Laivas atplaukė į uostą anksti ryte. Žvejai laukė visą naktį, bet nė vienas iš jų nežinojo, iš kur jis "
           "atplaukė ir ką jis atvežė, nes tai buvo paslaptis."},
    {"ne", "जहाज बिहान सबेरै बन्दरगाहमा आइपुग्यो। माझीहरू रातभरि पर्खिरहेका थिए, तर उनीहरू मध्ये कसैलाई पनि यो कहाँबाट आएको "
           "हो भन्ने थाहा थिएन।"},
    {"no", "Skipet kom inn til havnen tidlig om morgenen. Fiskerne hadde ventet hele natten, men ingen av dem visste "
           "hvor det kom fra, eller hva som var om bord."},
    {"pt", "O navio chegou ao porto de manhã cedo. Os pescadores tinham esperado a noite toda, mas nenhum deles sabia "
           "de onde ele vinha nem o que trazia. Não havia ninguém que o conhecesse."},
    {"ro", "Vaporul a ajuns în port dimineața devreme. Pescarii așteptaseră toată noaptea, dar niciunul dintre ei nu "
           "știa de unde venea și ce aducea."},
    {"ru", "Корабль пришёл в порт рано утром. Рыбаки ждали всю ночь, но никто из них не знал, откуда он пришёл и что "
           "он привёз."},
    {"sr", "Brod je stigao u luku rano ujutru. Ribari su čekali celu noć, ali niko od njih nije znao odakle je došao i "
           "šta je doneo."},
    {"es", "El barco llegó al puerto por la mañana temprano. Los pescadores habían esperado toda la noche, pero "
           "ninguno de ellos sabía de dónde venía ni lo que traía."},
    {"sv", "Skeppet kom in i hamnen tidigt på morgonen. Fiskarna hade väntat hela natten, men ingen av dem visste "
           "varifrån det kom eller vad som fanns ombord."},
    {"ta", "கப்பல் அதிகாலையில் துறைமுகத்தை வந்து அடைந்தது. மீனவர்கள் இரவு முழுவதும் காத்திருந்தனர், ஆனால் அந்த கப்பல் எங்கிருந்து "
           "வந்தது என்று ஒரு மனிதருக்கும் தெரியாது."},
    {"tr", "Gemi sabah erkenden limana geldi. Balıkçılar bütün gece beklemişti, ama hiçbiri onun nereden geldiğini ve "
           "ne getirdiğini bilmiyordu. Bu gemi çok eski bir gemi gibi görünüyordu."},
    {"yi",
     "די שיף איז אָנגעקומען אין פּאָרט גאַנץ פֿרי אין דער פֿרי. די פֿישערס האָבן געוואַרט אַ גאַנצע נאַכט, אָבער קיינער פֿון זיי "
     "האָט ניט געוווּסט פֿון וואַנען זי איז געקומען."},
    {"be",
     "Карабель прыйшоў у порт рана раніцай. Рыбакі чакалі ўсю ноч, але ніхто з іх не ведаў, адкуль ён прыйшоў і што "
     "ён прывёз."},
    {"bg", "Корабът пристигна в пристанището рано сутринта. Рибарите бяха чакали цяла нощ, но никой от тях не знаеше "
           "откъде е дошъл и какво носи."},
    {"cs",
     "Loď připlula do přístavu časně ráno. Rybáři čekali celou noc, ale nikdo z nich nevěděl, odkud připlula a co "
     "přivezla."},
    {"et", "Laev jõudis sadamasse varahommikul. Kalurid olid oodanud kogu öö, aga keegi neist ei teadnud, kust see oli "
           "tulnud ja mida see tõi."},
    {"hr",
     "Brod je stigao u luku rano ujutro. Ribari su čekali cijelu noć, ali nitko od njih nije znao odakle je došao "
     "i što je donio. Tko bi to mogao znati?"},
    {"lv", "Kuģis ieradās ostā agri no rīta. Zvejnieki bija gaidījuši visu nakti, bet neviens no viņiem nezināja, no "
           "kurienes tas ir nācis un ko tas ir atvedis."},
    {"mk", "Бродот пристигна во пристаништето рано наутро. Рибарите чекаа цела ноќ, но никој од нив не знаеше од каде "
           "дојде и што донесе."},
    {"pl", "Statek przypłynął do portu wcześnie rano. Rybacy czekali całą noc, ale nikt z nich nie wiedział, skąd "
           "przypłynął i co przywiózł."},
    {"sk", "Loď priplávala do prístavu skoro ráno. Rybári čakali celú noc, ale nikto z nich nevedel, odkiaľ priplávala "
           "a čo priviezla."},
    {"sl",
     "Ladja je priplula v pristanišče zgodaj zjutraj. Ribiči so čakali vso noč, vendar nihče od njih ni vedel, od "
     "kod je prišla in kaj je pripeljala."},
    {"sr", "Брод је стигао у луку рано ујутру. Рибари су чекали целу ноћ, али нико од њих није знао одакле је дошао и "
           "шта је донео."},
    {"uk",
     "Корабель прибув до порту рано вранці. Рибалки чекали всю ніч, але ніхто з них не знав, звідки він прийшов і "
     "що він привіз."},
};

static void test_each_language(void **state) {
    (void)state;
    size_t wrong = 0;
    for (size_t i = 0; i < sizeof SAMPLES / sizeof *SAMPLES; i++) {
        const sm_language *guess = sm_guess_language(SAMPLES[i].text, strlen(SAMPLES[i].text), NULL);
        if (strcmp(guess->item.name, SAMPLES[i].code) != 0) {
            print_error("%s is taken for %s\n", SAMPLES[i].code, guess->item.name);
            wrong++;
        }
    }
    assert_int_equal(wrong, 0);
}

static void test_no_words_no_language(void **state) {
    (void)state;
    static const char *const TEXTS[] = {"",
                                        " \n",
                                        "12 34, 56!",
                                        "...",
                                        "\xFF\xFE\x80",
                                        "xqzv wkjh",
                                        "http://the.of.and/",
                                        "hjkasd fghjklt wertzuq bvnmxc"};
    for (size_t i = 0; i < sizeof TEXTS / sizeof *TEXTS; i++)
        assert_ptr_equal(sm_guess_language(TEXTS[i], strlen(TEXTS[i]), NULL), &sm_language_unknown);
    assert_ptr_equal(sm_guess_language("\0\0", 2, NULL), &sm_language_unknown);
}

/* These words are in no list. */
static void test_spelling_tells(void **state) {
    (void)state;
    static const struct {
        const char *code, *text;
    } CASES[] = {
        {"ru", "Просмоленные лодочниками перевозы"},
        {"de", "Scheibenwischerwasserbehälterverschraubung"},
        {"hu", "Almafavirágok illatoztak"},
        {"pl", "Przeszczepione czereśniowe sadzonki"},
    };
    for (size_t i = 0; i < sizeof CASES / sizeof *CASES; i++)
        assert_string_equal(sm_guess_language(CASES[i].text, strlen(CASES[i].text), NULL)->item.name, CASES[i].code);
}

static void test_case_does_not_matter(void **state) {
    (void)state;
    const char *shouted = "THE OLD FERRY WAS NOT THERE WHEN THEY CAME TO THE RIVER AND IT HAD BEEN GONE FOR A WEEK";
    assert_string_equal(sm_guess_language(shouted, strlen(shouted), NULL)->item.name, "en");
    const char *russian = "КОРАБЛЬ ПРИШЁЛ РАНО УТРОМ, НО НИКТО НЕ ЗНАЛ, ЧТО ОН ПРИВЁЗ";
    assert_string_equal(sm_guess_language(russian, strlen(russian), NULL)->item.name, "ru");
}

static void test_most_words_win(void **state) {
    (void)state;
    const char *mixed =
        "The letter began with the words \"Das Schiff ist nicht da\" and went on in English, as if that "
        "were what they had all been waiting for.";
    assert_string_equal(sm_guess_language(mixed, strlen(mixed), NULL)->item.name, "en");
}

static void test_never_a_variant(void **state) {
    (void)state;
    for (size_t i = 0; i < sizeof SAMPLES / sizeof *SAMPLES; i++)
        assert_int_equal(sm_guess_language(SAMPLES[i].text, strlen(SAMPLES[i].text), NULL)->traits & SM_VARIANT, 0);
}

static double sureness_of(const char *text) {
    double sureness = -1;
    assert_non_null(sm_guess_language(text, strlen(text), &sureness));
    return sureness;
}

/* The more words speak for one language alone, the surer; where two are alike, neither is. */
static void test_sureness(void **state) {
    (void)state;
    assert_true(sureness_of("") == 0);
    assert_true(sureness_of("xqzv wkjh") == 0);
    assert_true(sureness_of("\xCE\xBA\xCE\xB1\xCE\xB9") == 1); /* there is one language in Greek letters */
    double one = sureness_of("the"), two = sureness_of("the of and");
    assert_true(0 < one && one < two && two <= 1);
    assert_true(sureness_of("Svi ljudi su.") < 0.7);
    for (size_t i = 0; i < sizeof SAMPLES / sizeof *SAMPLES; i++)
        assert_true(sureness_of(SAMPLES[i].text) <= 1);
}

/* What stands behind the first bytes is not read: here, outside the memory that is ours. */
static void test_reads_the_beginning_only(void **state) {
    (void)state;
    const char *german = "und das ist nicht die ", *english = "and the of it is that was not ";
    size_t n = 2 * SM_GUESS_BYTES, at = 0;
    char *text = malloc(n);
    assert_non_null(text);
    while (at + strlen(german) <= SM_GUESS_BYTES) {
        memcpy(text + at, german, strlen(german));
        at += strlen(german);
    }
    memset(text + at, ' ', n - at);
    for (at = SM_GUESS_BYTES; at + strlen(english) <= n; at += strlen(english))
        memcpy(text + at, english, strlen(english));
    assert_string_equal(sm_guess_language(text, n, NULL)->item.name, "de");
    assert_string_equal(sm_guess_language(text + SM_GUESS_BYTES, n - SM_GUESS_BYTES, NULL)->item.name, "en");
    free(text);
}

static void test_any_bytes(void **state) {
    (void)state;
    test_random r = {20};
    for (int round = 0; round < 300; round++) {
        char bytes[500];
        size_t n = test_random_below(&r, sizeof bytes);
        test_random_bytes(&r, bytes, n);
        const sm_language *guess = sm_guess_language(bytes, n, NULL);
        assert_non_null(guess);
        assert_ptr_equal(sm_guess_language(bytes, n, NULL), guess);
    }
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_each_language),   cmocka_unit_test(test_no_words_no_language),
        cmocka_unit_test(test_spelling_tells),  cmocka_unit_test(test_case_does_not_matter),
        cmocka_unit_test(test_most_words_win),  cmocka_unit_test(test_sureness),
        cmocka_unit_test(test_never_a_variant), cmocka_unit_test(test_reads_the_beginning_only),
        cmocka_unit_test(test_any_bytes),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
