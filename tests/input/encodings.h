/* Texts in many languages for tests of character sets, and what encodes and decodes them. */
#ifndef TESTS_INPUT_ENCODINGS_H
#define TESTS_INPUT_ENCODINGS_H

#include "input/decode.h"
#include "support/memory.h"

#include <iconv.h>

#define GERMAN                                                                                                           \
    "Die Brücke über den Fluss wurde im März eröffnet. Früher mussten die Kröten über die Straße laufen; viele " \
    "Häuser stehen am Ufer.\nSchöne Grüße aus Köln!\n"
#define RUSSIAN                                                                                                                                                                                          \
    "Мост через реку открыли весной.\r\nКаждый вечер по нему гуляют люди, а под ним плавают утки. Вчера шёл дождь, " \
    "но сегодня светит солнце.\n"
#define GREEK                                                                                                                                                                                    \
    "Η γέφυρα πάνω από το ποτάμι άνοιξε την άνοιξη. Κάθε βράδυ περπατούν εκεί πολλοί άνθρωποι, και από κάτω " \
    "κολυμπούν πάπιες.\nΧθες έβρεχε, σήμερα όμως ο ήλιος λάμπει.\n"
#define JAPANESE                                                                                                                                                        \
    "川にかかる橋は春に開通しました。毎晩、多くの人がそこを散歩しています。\n昨日は雨が降りましたが、今日は太陽が" \
    "輝いています。橋の下ではカモが泳いでいます。\n"
#define CHINESE "河上的桥是春天开通的。每天晚上,很多人在那里散步。\n昨天下了雨,今天太阳照在河上,桥下有鸭子在游泳。\n"
#define TRADITIONAL                                                                                                    \
    "河上的橋是春天開通的。每天晚上，很多人在那裡散步。昨天下了雨，今天太陽照在河上，橋下有鴨子在游泳。\n"
#define KOREAN                                                                                                                                            \
    "강 위의 다리는 봄에 개통되었다. 매일 저녁 많은 사람들이 그곳을 산책한다. 어제는 비가 왔지만 오늘은 해가 " \
    "빛난다.\n"
#define ENGLISH "“It’s a long way,” she said – and went on without a word.\n"
#define BEYOND  "Owls 🦉 hunt mice 🐭 at night.\n"

enum {
    ROOM = 32768
};
#define COUNT_OF(array) (sizeof(array) / sizeof *(array))

#define BYTES(literal) literal, sizeof(literal) - 1

typedef struct bytes {
    char at[ROOM];
    size_t n;
} bytes;

/* Not const, as iconv takes no const. */
static inline bytes convert(const char *from, const char *to, const char *text, size_t n) {
    bytes in = {.n = n}, out = {.n = ROOM};
    char *source = in.at, *target = out.at;
    memcpy(in.at, text, n);
    iconv_t cd = iconv_open(to, from);
    if (cd == (iconv_t)-1)
        fail_msg("iconv has no %s", to);
    if (iconv(cd, &source, &in.n, &target, &out.n) == (size_t)-1 || iconv(cd, NULL, NULL, &target, &out.n) != 0)
        fail_msg("%s can not be said in %s", text, to);
    iconv_close(cd);
    out.n = ROOM - out.n;
    return out;
}

static inline bytes encode(const char *encoding, const char *text) {
    return convert("UTF-8", encoding, text, strlen(text));
}

/* The bytes of each character are that character and nothing else, and no byte is left out. */
static inline void check_spans(const sm_decoded *d, const char *source, size_t n, size_t first, const char *encoding) {
    size_t end = first, length;
    for (uint32_t at = 0, code; at < d->n_bytes; at += (uint32_t)length) {
        length = sm_utf8_decode(d->text + at, d->n_bytes - at, &code);
        size_t begin = sm_runs_source(&d->runs, at);
        assert_int_equal(begin, end);
        end = sm_runs_source(&d->runs, at + (uint32_t)length);
        assert_true(begin < end && end <= n);
        if (encoding == NULL)
            continue;
        bytes back = convert(encoding, "UTF-8", source + begin, end - begin);
        assert_int_equal(back.n, length);
        assert_memory_equal(back.at, d->text + at, length);
    }
    assert_int_equal(end, n);
}

typedef struct decoding {
    test_arena t;
    sm_decoded d;
} decoding;

static inline void begin(decoding *x, const char *source, size_t n, const char *given) {
    test_arena_begin(&x->t);
    assert_int_equal(sm_decode(source, (uint32_t)n, given, &x->t.arena, &x->d), SUMM_OK);
}

static inline void assert_text(const sm_decoded *d, const char *text, size_t n) {
    if (d->n_bytes != n || memcmp(d->text, text, n) != 0)
        fail_msg("read as %s: '%.*s' for '%s'", d->encoding, (int)d->n_bytes, d->text, text);
}

#endif
