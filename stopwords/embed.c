/* embed FOLDER: turns the word lists FOLDER/<code>.txt and FOLDER/ranks/<code>.txt of all rows of text/languages.def
 * into the C tables that text/lexicon.h, ranks.h and spelling.h declare, on standard output. Runs at build time only. */
#include "spelling.h"

#include "base/hash.h"
#include "base/utf8.h"
#include "text/fold.h"
#include "text/lexicon.h"
#include "text/ranks.h"
#include "text/script.h"
#include "text/spelling.h"

#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum {
    LINE_MAX_BYTES = 1024,
    WORDS_MAX = 65535,
    SLOTS = 1 << 17
};

static const struct {
    const char *code;
    unsigned scripts, traits;
} LANGUAGES[] = {
#define X(code, name, stemmer, aliases, scripts, traits) {code, scripts, traits},
#include "text/languages.def"
#undef X
};

static const char *const SECTIONS[SM_LISTS] = {"[stopwords]", "[abbreviations]", "[titles]", "[connectors]",
                                               "[signs]",     "[bonus]",         "[stigma]", "[cues]",
                                               "[dependent]", "[endings]"};

static struct {
    char *text;
    uint32_t at, n;               /* where it stands in the lexicon's text, and its bytes */
    uint64_t languages[SM_LISTS]; /* that have it, for each list */
} words[WORDS_MAX];
static uint32_t n_words, n_text;
static uint16_t slots[SLOTS];

static void fail(const char *path, unsigned line, const char *reason) {
    fprintf(stderr, "%s:%u: %s\n", path, line, reason);
    exit(1);
}

/* The slot of a word, or the free one where it belongs, in a table of n slots. */
static uint16_t *find_slot(uint16_t *table, uint32_t n, const char *word, size_t length) {
    uint32_t i = (uint32_t)sm_hash(0, word, length) & (n - 1);
    while (table[i] != 0 && strcmp(words[table[i] - 1].text, word) != 0)
        i = (i + 1) & (n - 1);
    return &table[i];
}

static uint64_t *add(const char *word, size_t length) {
    uint16_t *slot = find_slot(slots, SLOTS, word, length);
    if (*slot == 0) {
        char *copy = n_words < WORDS_MAX ? malloc(length + 1) : NULL;
        if (copy == NULL)
            fail(word, 0, "too many words");
        memcpy(copy, word, length + 1);
        words[n_words].text = copy;
        words[n_words].at = n_text;
        words[n_words].n = (uint32_t)length;
        n_text += (uint32_t)length;
        *slot = (uint16_t)++n_words;
    }
    return words[*slot - 1].languages;
}

/* "FOLDER/<first subtag of the code>.txt" */
static void path_of(const char *folder, unsigned bit, char path[LINE_MAX_BYTES]) {
    snprintf(path, LINE_MAX_BYTES, "%s/%.*s.txt", folder, (int)strcspn(LANGUAGES[bit].code, "-"), LANGUAGES[bit].code);
}

static size_t fold(unsigned bit, const char *word, size_t n, char folded[SM_WORD_MAX + 1]) {
    size_t length = sm_fold(word, n, (LANGUAGES[bit].traits & SM_DOTLESS_I) != 0, folded);
    folded[length] = '\0';
    return length;
}

static unsigned letters[SM_LANGUAGES_MAX][SM_LETTERS_MAX]; /* in how many listed words of a language each occurs */
static unsigned listed[SM_LANGUAGES_MAX];

enum {
    STOP_WORD_WEIGHT = 10 /* no foreign words there */
};

static void count_letters(unsigned bit, const char *folded, size_t n, unsigned weight) {
    listed[bit]++;
    for (size_t i = 0; i < n;) {
        uint32_t code;
        i += sm_utf8_decode(folded + i, n - i, &code);
        if (code < SM_LETTERS_MAX)
            letters[bit][code] += weight;
    }
}

static spelling spellings[SM_LANGUAGES_MAX];

enum {
    KIN = SM_LISTS, /* a section whose one word is a code */
    NO_SECTION
};

static int section_of(const char *line) {
    for (int i = 0; i < SM_LISTS; i++)
        if (strcmp(line, SECTIONS[i]) == 0)
            return i;
    return strcmp(line, "[kin]") == 0 ? KIN : NO_SECTION;
}

static unsigned kin[SM_LANGUAGES_MAX]; /* a language that is spelled alike, or itself */

static unsigned language_of(const char *path, unsigned line, const char *code) {
    for (unsigned bit = 0; bit < sizeof LANGUAGES / sizeof *LANGUAGES; bit++)
        if (strcmp(LANGUAGES[bit].code, code) == 0)
            return bit;
    fail(path, line, "no language");
    return 0;
}

static void read_list(const char *folder, unsigned bit) {
    char path[LINE_MAX_BYTES], line[LINE_MAX_BYTES], folded[SM_WORD_MAX + 1];
    int section = NO_SECTION;
    unsigned number = 0;
    kin[bit] = bit;
    path_of(folder, bit, path);
    FILE *file = fopen(path, "r");
    if (file == NULL)
        fail(path, 0, "cannot be read");
    while (fgets(line, sizeof line, file) != NULL) {
        number++;
        line[strcspn(line, "\r\n")] = '\0';
        if (line[0] == '\0' || line[0] == '#')
            continue;
        if (line[0] == '[') {
            if ((section = section_of(line)) == NO_SECTION)
                fail(path, number, "unknown section");
            continue;
        }
        if (section == KIN) {
            kin[bit] = language_of(path, number, line);
            continue;
        }
        size_t n = fold(bit, line, strlen(line), folded);
        if (n == 0 || section == NO_SECTION)
            fail(path, number, "no section above, or too long");
        if (section == SM_LIST_STOPWORDS)
            count_letters(bit, folded, n, STOP_WORD_WEIGHT);
        if (section == SM_LIST_STOPWORDS || (section == SM_LIST_SIGNS && sm_utf8_count(folded, n) != 4))
            spelling_learn(&spellings[bit], folded, n);
        add(folded, n)[section] |= UINT64_C(1) << bit;
    }
    if (ferror(file) != 0 || fclose(file) != 0)
        fail(path, number, "read error");
}

/* At most three quarters full. */
static uint32_t mask_for(uint32_t n) {
    uint32_t size = 2;
    while (3 * size < 4 * n)
        size *= 2;
    return size - 1;
}

static void print_slots(void) {
    uint32_t n = mask_for(n_words) + 1;
    uint16_t *table = calloc(n, sizeof *table);
    if (table == NULL)
        fail("slots", 0, "out of memory");
    for (uint32_t i = 0; i < n_words; i++)
        *find_slot(table, n, words[i].text, words[i].n) = (uint16_t)(i + 1);
    printf("const uint32_t sm_lexicon_mask = %u;\nconst uint16_t sm_lexicon_slots[] = {", n - 1);
    for (uint32_t i = 0; i < n; i++)
        printf("%s%u,", i % 16 == 0 ? "\n" : "", table[i]);
    puts("};");
    free(table);
}

/* The lists that have a word. */
static unsigned lists_of(uint32_t word) {
    unsigned lists = 0;
    for (unsigned k = 0; k < SM_LISTS; k++)
        lists |= (unsigned)(words[word].languages[k] != 0) << k;
    return lists;
}

/* The sets of all words, one behind the other; most words have the same as others. */
static uint64_t sets[UINT16_MAX];
static uint32_t n_sets;

/* Where the sets of a word stand, put there if they do not. */
static uint32_t place_sets(uint32_t word) {
    uint64_t own[SM_LISTS] = {0};
    uint32_t n = 0;
    for (int k = 0; k < SM_LISTS; k++)
        if (words[word].languages[k] != 0)
            own[n++] = words[word].languages[k];
    for (uint32_t i = 0; i + n <= n_sets; i++)
        if (memcmp(&sets[i], own, n * sizeof *own) == 0)
            return i;
    if (n_sets + n > UINT16_MAX)
        fail(words[word].text, 0, "too many sets");
    memcpy(&sets[n_sets], own, n * sizeof *own);
    n_sets += n;
    return n_sets - n;
}

static void print_sets(void) {
    puts("const uint64_t sm_lexicon_sets[] = {");
    for (uint32_t i = 0; i < n_sets; i++)
        printf("0x%llxu,", (unsigned long long)sets[i]);
    puts("};");
}

static void print_words(void) {
    puts("const sm_lexeme sm_lexicon[] = {");
    for (uint32_t i = 0; i < n_words; i++) {
        if (words[i].n > UINT8_MAX || words[i].at >> 24 != 0)
            fail(words[i].text, 0, "too long, or too much text");
        printf("{%u,%u,%u,%u},\n", words[i].at, words[i].n, lists_of(i), place_sets(i));
    }
    puts("};\nconst char sm_lexicon_text[] = {");
    for (uint32_t i = 0; i < n_words; i++) {
        for (const char *p = words[i].text; *p != '\0'; p++)
            printf("%d,", (signed char)*p);
        puts("");
    }
    puts("0};");
}

/* ---- Ranks ---- */

enum {
    RANK_SLOTS = 1 << 15,
    MOST_RANK = (1 << SM_RANK_BITS) - 1
};

/* Keeps the first of two words that cannot be told apart: it is the commoner one. */
static uint32_t put_rank(uint32_t *table, uint32_t mask, uint64_t hash, uint32_t rank) {
    uint32_t part = (uint32_t)(hash >> 32) >> SM_RANK_BITS << SM_RANK_BITS, i = (uint32_t)hash & mask;
    for (; table[i] != 0; i = (i + 1) & mask)
        if ((table[i] ^ part) >> SM_RANK_BITS == 0)
            return 0;
    table[i] = part | rank;
    return 1;
}

/* The spellings on one line, parted by spaces, have one rank. */
static uint32_t put_line(unsigned bit, char *line, uint32_t *table, uint32_t mask, uint32_t rank) {
    char folded[SM_WORD_MAX + 1];
    uint32_t n_put = 0;
    for (char *word = strtok(line, " \r\n"); word != NULL; word = strtok(NULL, " \r\n")) {
        size_t n = fold(bit, word, strlen(word), folded);
        count_letters(bit, folded, n, 1);
        spelling_learn(&spellings[bit], folded, n);
        n_put += n > 0 ? put_rank(table, mask, sm_rank_hash(folded, n), rank) : 0;
    }
    return n_put;
}

/* Fills the table and returns how many words it holds; none if the language has no list. */
static uint32_t read_ranks(const char *folder, unsigned bit, uint32_t *table, uint32_t mask, uint32_t *n_ranks) {
    char path[LINE_MAX_BYTES], line[LINE_MAX_BYTES];
    uint32_t rank = 0, n = 0;
    path_of(folder, bit, path);
    FILE *file = fopen(path, "r");
    if (file == NULL)
        return 0;
    memset(table, 0, RANK_SLOTS * sizeof *table);
    while (fgets(line, sizeof line, file) != NULL && rank < MOST_RANK)
        n += put_line(bit, line, table, mask, ++rank);
    if (ferror(file) != 0 || fclose(file) != 0)
        fail(path, rank, "read error");
    *n_ranks = rank;
    return n;
}

/* The first language with the same list: another for variants only. */
static unsigned same_list(unsigned bit) {
    char own[LINE_MAX_BYTES], other[LINE_MAX_BYTES];
    unsigned first = 0;
    path_of("", bit, own);
    for (path_of("", first, other); strcmp(own, other) != 0; path_of("", first, other))
        first++;
    return first;
}

static void print_ranks(const char *folder, unsigned n_languages) {
    static uint32_t table[RANK_SLOTS];
    static sm_rank_table tables[SM_LANGUAGES_MAX];
    uint32_t begin = 0, n_ranks = 0;
    puts("const uint32_t sm_rank_slots[] = {");
    for (unsigned bit = 0; bit < n_languages; bit++) {
        unsigned twin = same_list(bit);
        uint32_t n = twin < bit ? 0 : read_ranks(folder, bit, table, RANK_SLOTS - 1, &n_ranks);
        tables[bit] = tables[twin];
        if (n == 0)
            continue;
        tables[bit] = (sm_rank_table){begin, mask_for(n), n_ranks};
        read_ranks(folder, bit, table, tables[bit].mask, &n_ranks);
        for (uint32_t i = 0; i <= tables[bit].mask; i++)
            printf("%u,%s", table[i], i % 16 == 15 ? "\n" : "");
        begin += tables[bit].mask + 1;
    }
    puts("0};\nconst sm_rank_table sm_rank_tables[] = {");
    for (unsigned bit = 0; bit < n_languages; bit++)
        printf("{%u,%u,%u},", tables[bit].begin, tables[bit].mask, tables[bit].count);
    puts("};");
}

/* A letter belongs to a language if 1 in 400 of its listed words has it, a stop word counting tenfold. */
static void print_letters(unsigned n_languages) {
    puts("const uint64_t sm_letter_languages[] = {");
    for (uint32_t code = 0; code < SM_LETTERS_MAX; code++) {
        uint64_t set = 0;
        for (unsigned bit = 0; bit < n_languages; bit++)
            set |= (uint64_t)(400 * letters[bit][code] >= listed[bit]) << bit;
        printf("0x%llxu,%s", (unsigned long long)set, code % 8 == 7 ? "\n" : "");
    }
    puts("};");
}

/* ---- Spelling ---- */

/* The language whose table serves this one. */
static unsigned spelled_as(unsigned bit) {
    bit = same_list(bit);
    while (kin[bit] != bit)
        bit = kin[bit];
    return bit;
}

/* No other language is written in its script: there is nothing to tell. */
static bool is_alone(unsigned bit, unsigned n_languages) {
    for (unsigned other = 0; other < n_languages; other++)
        if (spelled_as(other) != bit && (LANGUAGES[other].scripts & LANGUAGES[bit].scripts) != 0)
            return false;
    return true;
}

static void print_spelling(unsigned n_languages) {
    unsigned tables[SM_LANGUAGES_MAX] = {0}, n_tables = 0;
    puts("const uint8_t sm_spelling_costs[][SM_SPELLING_BYTES] = {");
    for (unsigned bit = 0; bit < n_languages; bit++) {
        if (spelled_as(bit) != bit || is_alone(bit, n_languages))
            continue;
        for (unsigned other = 0; other < n_languages; other++)
            if (spelled_as(other) == bit && other != bit && same_list(other) == other)
                spelling_learn(&spellings[bit], spellings[other].text, spellings[other].n);
        spelling_print(&spellings[bit]);
        tables[bit] = n_tables++;
    }
    puts("};\nconst uint8_t sm_spelling_tables[] = {");
    for (unsigned bit = 0; bit < n_languages; bit++)
        printf("%u,", tables[spelled_as(bit)]);
    puts("};");
}

int main(int argc, char **argv) {
    if (argc != 2)
        fail("embed", 0, "usage: embed FOLDER");
    for (unsigned bit = 0; bit < sizeof LANGUAGES / sizeof *LANGUAGES; bit++)
        read_list(argv[1], bit);
    puts("#include \"text/lexicon.h\"\n#include \"text/ranks.h\"\n#include \"text/spelling.h\"");
    print_slots();
    print_words();
    print_sets();
    char ranks[LINE_MAX_BYTES / 2];
    snprintf(ranks, sizeof ranks, "%s/ranks", argv[1]);
    print_ranks(ranks, sizeof LANGUAGES / sizeof *LANGUAGES);
    print_letters(sizeof LANGUAGES / sizeof *LANGUAGES);
    print_spelling(sizeof LANGUAGES / sizeof *LANGUAGES);
    return fflush(stdout) == 0 ? 0 : 1;
}
