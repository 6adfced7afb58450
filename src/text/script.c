#include "text/script.h"

/* Blocks of Unicode 15, sorted; in the Latin ones not every code point is a letter, which does not matter here. */
static const struct {
    uint32_t first, last;
    unsigned script;
} BLOCKS[] = {
    {'A', 'Z', SM_LATIN},          {'a', 'z', SM_LATIN},          {0xC0, 0x24F, SM_LATIN},
    {0x370, 0x3FF, SM_GREEK},      {0x400, 0x52F, SM_CYRILLIC},   {0x531, 0x58A, SM_ARMENIAN},
    {0x591, 0x5F4, SM_HEBREW},     {0x620, 0x6FF, SM_ARABIC},     {0x750, 0x77F, SM_ARABIC},
    {0x900, 0x963, SM_DEVANAGARI}, {0x970, 0x97F, SM_DEVANAGARI}, {0x980, 0x9FF, SM_BENGALI},
    {0xB80, 0xBFF, SM_TAMIL},      {0xE00, 0xE7F, SM_THAI},       {0xE80, 0xEFF, SM_LAO},
    {0x1000, 0x109F, SM_MYANMAR},  {0x1100, 0x11FF, SM_HANGUL},   {0x1200, 0x139F, SM_ETHIOPIC},
    {0x1780, 0x17FF, SM_KHMER},    {0x1E00, 0x1EFF, SM_LATIN},    {0x1F00, 0x1FFF, SM_GREEK},
    {0x3041, 0x30FF, SM_KANA},     {0x3400, 0x4DBF, SM_HAN},      {0x4E00, 0x9FFF, SM_HAN},
    {0xAC00, 0xD7AF, SM_HANGUL},   {0xF900, 0xFAFF, SM_HAN},      {0xFB1D, 0xFB4F, SM_HEBREW},
    {0xFB50, 0xFDFF, SM_ARABIC},   {0xFE70, 0xFEFC, SM_ARABIC},   {0xFF66, 0xFF9F, SM_KANA},
    {0x20000, 0x3134F, SM_HAN},
};

unsigned sm_script_of(uint32_t code) {
    for (unsigned i = 0; i < sizeof BLOCKS / sizeof *BLOCKS && BLOCKS[i].first <= code; i++)
        if (code <= BLOCKS[i].last)
            return BLOCKS[i].script;
    return 0;
}
