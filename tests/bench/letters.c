#include "bench/letters.h"

size_t letters_step(const char *text, size_t n) {
    unsigned char lead = (unsigned char)*text;
    size_t step = lead < 0xC2 ? 1 : lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4;
    return step < n ? step : n;
}

/* U+0080 to U+00BF begin with C2, U+2000 to U+2FFF with E2. */
bool letters_is_letter(const char *text) {
    unsigned char lead = (unsigned char)*text;
    bool ascii = (lead | 0x20) >= 'a' && (lead | 0x20) <= 'z';
    return ascii || (lead > 0xC2 && lead != 0xE2);
}

static void set(char *at, unsigned first, unsigned second) {
    at[0] = (char)first;
    at[1] = (char)second;
}

/* The capitals of U+0410 to U+042F begin with D0, their small letters half with D0 and half with D1; U+0401 stands
 * apart. */
static void lower_cyrillic(char *at) {
    unsigned first = (unsigned char)at[0], second = (unsigned char)at[1];
    if (first == 0xD0 && second == 0x81)
        set(at, 0xD1, 0x91);
    else if (first == 0xD0 && second >= 0x90 && second < 0xA0)
        set(at, 0xD0, second + 0x20);
    else if (first == 0xD0 && second >= 0xA0 && second < 0xB0)
        set(at, 0xD1, second - 0x20);
}

static void raise_cyrillic(char *at) {
    unsigned first = (unsigned char)at[0], second = (unsigned char)at[1];
    if (first == 0xD1 && second == 0x91)
        set(at, 0xD0, 0x81);
    else if (first == 0xD0 && second >= 0xB0)
        set(at, 0xD0, second - 0x20);
    else if (first == 0xD1 && second < 0x90)
        set(at, 0xD0, second + 0x20);
}

void letters_lower(char *text, size_t n) {
    for (size_t i = 0; i < n; i += letters_step(text + i, n - i)) {
        if (text[i] >= 'A' && text[i] <= 'Z')
            text[i] = (char)(text[i] + 'a' - 'A');
        else if (n - i > 1)
            lower_cyrillic(text + i);
    }
}

void letters_capitalise(char *word, size_t n) {
    if (n > 0 && *word >= 'a' && *word <= 'z')
        *word = (char)(*word - 'a' + 'A');
    else if (n > 1)
        raise_cyrillic(word);
}
