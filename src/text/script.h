/* The script of a letter, as far as languages are told apart by it. */
#ifndef SM_TEXT_SCRIPT_H
#define SM_TEXT_SCRIPT_H

#include <stdint.h>

enum {
    SM_LATIN = 1 << 0,
    SM_CYRILLIC = 1 << 1,
    SM_GREEK = 1 << 2,
    SM_ARMENIAN = 1 << 3,
    SM_HEBREW = 1 << 4,
    SM_ARABIC = 1 << 5,
    SM_DEVANAGARI = 1 << 6,
    SM_BENGALI = 1 << 7,
    SM_TAMIL = 1 << 8,
    SM_THAI = 1 << 9,
    SM_LAO = 1 << 10,
    SM_MYANMAR = 1 << 11,
    SM_ETHIOPIC = 1 << 12,
    SM_KHMER = 1 << 13,
    SM_HANGUL = 1 << 14,
    SM_KANA = 1 << 15,
    SM_HAN = 1 << 16
};

enum {
    SM_SCRIPTS = 17
};

/* One of the above, or 0: other scripts, and what is no letter. */
unsigned sm_script_of(uint32_t code);

#endif
