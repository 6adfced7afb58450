#include "text/spelling.h"

#include "base/utf8.h"

size_t sm_spelling_slots(const char *folded, size_t n, uint16_t slots[SM_WORD_MAX + 1]) {
    uint32_t before = ' ', last = ' ', letter;
    size_t n_slots = 0;
    for (size_t i = 0; i < n; before = last, last = letter) {
        i += sm_utf8_decode(folded + i, n - i, &letter);
        slots[n_slots++] = (uint16_t)sm_spelling_slot(before, last, letter);
    }
    slots[n_slots++] = (uint16_t)sm_spelling_slot(before, last, ' ');
    return n_slots;
}

unsigned sm_spelling_cost(unsigned language_bit, const uint16_t *slots, size_t n) {
    const uint8_t *costs = sm_spelling_costs[sm_spelling_tables[language_bit]];
    unsigned sum = 0;
    for (size_t i = 0; i < n; i++)
        sum += costs[slots[i] / 2] >> (slots[i] % 2 * 4) & 15;
    return sum;
}
