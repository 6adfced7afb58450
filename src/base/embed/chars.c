/* Writes the tables of base/chars.h as C, on standard output. Runs at build time only: what kind of character a code
 * point is follows from its general category (Unicode, chapter 4.5), of which utf8proc knows, but for those named here. */
#include "base/chars.h"

#include <stdio.h>
#include <string.h>
#include <utf8proc.h>

/* clang-format off */
/* Marks that end a sentence when white space follows, sorted. */
static const uint32_t END_MARKS[] = {
    0x037E, /* Greek question mark */
    0x0700, 0x0701, 0x0702, /* Syriac */ 0x1803, 0x1809, /* Mongolian */ 0x2026, /* ellipsis */
    0x203C, 0x203D, 0x2047, 0x2048, 0x2049, /* doubled */
};

/* Marks that stand for nothing else, so that the next sentence may follow at once, sorted. */
static const uint32_t FULL_STOPS[] = {
    0x0589, /* Armenian */ 0x061F, 0x06D4, /* Arabic */ 0x0964, 0x0965, /* Devanagari */
    0x104A, 0x104B, /* Myanmar */ 0x1362, 0x1367, 0x1368, /* Ethiopic */ 0x17D4, 0x17D5, /* Khmer */
    0x3002, 0xFF01, 0xFF0E, 0xFF1F, 0xFF61, /* ideographic and fullwidth */
};

/* clang-format on */

static bool is_among(uint32_t code, const uint32_t *sorted, size_t n) {
    for (size_t i = 0; i < n && sorted[i] <= code; i++)
        if (sorted[i] == code)
            return true;
    return false;
}

static bool is_ideograph(uint32_t c) {
    return (c >= 0x3005 && c <= 0x3007) || (c >= 0x3031 && c <= 0x3035) || (c >= 0x3041 && c <= 0x30FF) ||
           (c >= 0x31F0 && c <= 0x31FF) || (c >= 0x3400 && c <= 0x4DBF) || (c >= 0x4E00 && c <= 0x9FFF) ||
           (c >= 0xF900 && c <= 0xFAFF) || (c >= 0xFF66 && c <= 0xFF9F) || (c >= 0x20000 && c <= 0x3FFFF);
}

static bool is_end_mark(uint32_t code) {
    return is_among(code, END_MARKS, sizeof END_MARKS / sizeof *END_MARKS);
}

static bool is_full_stop(uint32_t code) {
    return is_among(code, FULL_STOPS, sizeof FULL_STOPS / sizeof *FULL_STOPS);
}

static sm_char by_category(uint32_t code) {
    switch (utf8proc_category((utf8proc_int32_t)code)) {
    case UTF8PROC_CATEGORY_LU:
    case UTF8PROC_CATEGORY_LT:
        return SM_CHAR_UPPER;
    case UTF8PROC_CATEGORY_LL:
    case UTF8PROC_CATEGORY_LM:
    case UTF8PROC_CATEGORY_LO:
        return SM_CHAR_LOWER;
    case UTF8PROC_CATEGORY_MN:
    case UTF8PROC_CATEGORY_MC:
    case UTF8PROC_CATEGORY_ME:
    case UTF8PROC_CATEGORY_CF:
        return SM_CHAR_EXTEND;
    case UTF8PROC_CATEGORY_ND:
    case UTF8PROC_CATEGORY_NL:
        return SM_CHAR_DIGIT;
    case UTF8PROC_CATEGORY_CC:
    case UTF8PROC_CATEGORY_ZS:
    case UTF8PROC_CATEGORY_ZL:
    case UTF8PROC_CATEGORY_ZP:
        return SM_CHAR_SPACE;
    case UTF8PROC_CATEGORY_PS:
    case UTF8PROC_CATEGORY_PI:
        return SM_CHAR_OPENER;
    case UTF8PROC_CATEGORY_PE:
    case UTF8PROC_CATEGORY_PF:
        return SM_CHAR_CLOSER;
    default:
        return SM_CHAR_OTHER;
    }
}

static sm_char class_of(uint32_t code) {
    if (is_ideograph(code))
        return SM_CHAR_IDEOGRAPH;
    if (code == 0x200B) /* a space without width is a format character by its category */
        return SM_CHAR_OTHER;
    if (is_end_mark(code))
        return SM_CHAR_END;
    return is_full_stop(code) ? SM_CHAR_FULL_STOP : by_category(code);
}

/* The number of the row that a block is, a new one if none before is the same. */
static unsigned number_block(uint8_t rows[][SM_CHAR_BLOCK], unsigned *n_rows, uint32_t block) {
    uint8_t *row = rows[*n_rows];
    unsigned number = 0;
    for (uint32_t i = 0; i < SM_CHAR_BLOCK; i++)
        row[i] = (uint8_t)class_of(block * SM_CHAR_BLOCK + i);
    while (memcmp(rows[number], row, SM_CHAR_BLOCK) != 0)
        number++;
    *n_rows += number == *n_rows;
    return number;
}

static void put(unsigned number, size_t i) {
    printf("%u,%c", number, i % 32 == 31 ? '\n' : ' ');
}

int main(void) {
    static uint8_t rows[SM_CHAR_BLOCKS][SM_CHAR_BLOCK];
    unsigned n_rows = 0;
    printf("#include \"base/chars.h\"\n\nconst uint8_t sm_char_rows[SM_CHAR_BLOCKS] = {\n");
    for (uint32_t block = 0; block < SM_CHAR_BLOCKS; block++)
        put(number_block(rows, &n_rows, block), block);
    printf("};\n\nconst uint8_t sm_char_classes[][SM_CHAR_BLOCK] = {\n");
    for (unsigned r = 0; r < n_rows; r++) {
        printf("{");
        for (size_t i = 0; i < SM_CHAR_BLOCK; i++)
            put(rows[r][i], i);
        printf("},\n");
    }
    printf("};\n");
    return n_rows <= UINT8_MAX ? 0 : 1;
}
