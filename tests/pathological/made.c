/* Texts that are no repetition: each adds to `out` until it has n bytes. */
#include "support/random.h"
#include "texts.h"

#include <stdio.h>

/* A sentence of `words` words out of `many`, with a capital and a point. */
static void put_sentence(hard_bytes *out, test_random *r, size_t words, size_t many) {
    size_t begin = out->n;
    for (size_t i = 0; i < words; i++) {
        hard_bytes_put(out, i == 0 ? "" : test_random_below(r, 3) == 0 ? " of the " : " ");
        hard_bytes_put_word(out, 1000 + test_random_below(r, many));
    }
    out->at[begin] = (char)(out->at[begin] - 'a' + 'A');
    hard_bytes_put(out, ". ");
}

static void put_number(hard_bytes *out, size_t number) {
    char digits[24];
    snprintf(digits, sizeof digits, "%zu", number);
    hard_bytes_put(out, digits);
}

void hard_one_line(hard_bytes *out, size_t n) {
    test_random r = {1};
    while (out->n < n)
        put_sentence(out, &r, 4 + test_random_below(&r, 16), 3000);
}

void hard_prose(hard_bytes *out, size_t n) {
    test_random r = {2};
    while (out->n < n) {
        for (size_t i = 0; i < 5; i++)
            put_sentence(out, &r, 4 + test_random_below(&r, 16), 3000);
        hard_bytes_put(out, "\n\n");
    }
}

/* Of 40 words. Of more, work is linear from many megabytes on only: PageRank takes more steps, 100 at most, where the
 * graph of sentences just begins to hang together, and walks through neighbours end at 1024 sentences with a stem. */
void hard_one_word_sentences(hard_bytes *out, size_t n) {
    test_random r = {3};
    while (out->n < n)
        put_sentence(out, &r, 1, 40);
}

void hard_distinct_words(hard_bytes *out, size_t n) {
    for (size_t i = 0; out->n < n; i++) {
        hard_bytes_put_word(out, i);
        hard_bytes_put(out, i % 10 == 9 ? ". The " : " ");
    }
}

void hard_distinct_words_one_sentence(hard_bytes *out, size_t n) {
    for (size_t i = 0; out->n < n; i++) {
        hard_bytes_put_word(out, i);
        hard_bytes_put(out, " ");
    }
}

void hard_distinct_capitals(hard_bytes *out, size_t n) {
    for (size_t i = 0; out->n < n; i++) {
        hard_bytes_put(out, "Q");
        hard_bytes_put_word(out, i);
        hard_bytes_put(out, i % 10 == 9 ? ". The " : " ");
    }
}

/* One word that every sentence has, others that no two have. */
void hard_rare_term(hard_bytes *out, size_t n) {
    for (size_t i = 0; out->n < n; i++) {
        hard_bytes_put(out, "The zyxomma eats ");
        hard_bytes_put_word(out, 2 * i);
        hard_bytes_put(out, " with ");
        hard_bytes_put_word(out, 2 * i + 1);
        hard_bytes_put(out, " near ponds. ");
    }
}

/* In each sentence a word that is nowhere else, among words that every sentence has. */
void hard_rare_term_each(hard_bytes *out, size_t n) {
    for (size_t i = 0; out->n < n; i++) {
        hard_bytes_put(out, "Owls hunt small ");
        hard_bytes_put_word(out, i);
        hard_bytes_put(out, " mice near dark ponds. ");
    }
}

/* Sentences of 1, 2, 3 and so on words. */
void hard_distinct_lengths(hard_bytes *out, size_t n) {
    test_random r = {4};
    for (size_t i = 1; out->n < n; i++)
        put_sentence(out, &r, i, 500);
}

/* A long sentence again and again, with one word that changes. */
void hard_near_copies(hard_bytes *out, size_t n) {
    for (size_t i = 0; out->n < n; i++) {
        hard_bytes_put(out, "The keepers of the lights met in the old harbour before the storm of ");
        hard_bytes_put_word(out, i);
        hard_bytes_put(out, " came. ");
    }
}

/* Sentences of two words each, all pairs of a few words. */
void hard_pairs(hard_bytes *out, size_t n) {
    test_random r = {5};
    while (out->n < n)
        put_sentence(out, &r, 2, 40);
}

/* Words that all have one hash if tables are keyed with sm_hash(0, text). The last blocks of the text give that the
 * value 0x7b58c1519fd7306a, whatever stands before them: a block of 16 bytes that begins with the constant that sm_hash
 * xors each block with makes a product 0, and the 16 bytes behind it were found by trying. With that key the constant
 * is the letters that these words begin with. */
void hard_colliding(hard_bytes *out, size_t n) {
    enum {
        BOM = 3, /* is no part of what is hashed; it says that the bytes at the end are UTF-8, which they are not */
        BLOCK = 16
    };
    hard_bytes_put(out, "\xEF\xBB\xBF");
    for (size_t i = 0; out->n < n || (out->n - BOM) % BLOCK != 0; i++) {
        if (out->n >= n) {
            hard_bytes_put(out, " ");
            continue;
        }
        char letters[8];
        for (size_t k = 0, rest = i; k < sizeof letters; k++, rest /= 26)
            letters[k] = (char)('a' + rest % 26);
        hard_bytes_put(out, "utrcbvro");
        hard_bytes_add(out, letters, sizeof letters);
        hard_bytes_put(out, i % 10 == 9 ? "lanterns. The " : "lanterns ");
    }
    hard_bytes_put(out, "\x81\xB4\xF1\x9F\x29\xF6\x87\xE0 on and mgmdybaae shore.");
}

void hard_titles(hard_bytes *out, size_t n) {
    for (size_t i = 0; out->n < n; i++) {
        hard_bytes_put(out, "Owls of ");
        hard_bytes_put_word(out, i);
        hard_bytes_put(out, "\n\n");
    }
}

void hard_paragraphs(hard_bytes *out, size_t n) {
    test_random r = {6};
    while (out->n < n) {
        put_sentence(out, &r, 8, 3000);
        hard_bytes_put(out, "\n\n");
    }
}

/* Paragraphs that may be captions, each with a word that only the sentence at the end has, too. */
void hard_captions(hard_bytes *out, size_t n) {
    size_t many = 0;
    while (out->n < n / 4)
        hard_bytes_put(out, "They went out again. ");
    hard_bytes_put(out, "\n\n");
    for (; out->n < n - n / 8; many++) {
        hard_bytes_put(out, "Bright red ");
        hard_bytes_put_word(out, many);
        hard_bytes_put(out, " birds flew far.\n\n");
    }
    for (size_t i = 0; i < many; i++) {
        hard_bytes_put(out, i == 0 ? "Now " : " ");
        hard_bytes_put_word(out, i);
    }
    hard_bytes_put(out, " end.\n");
}

/* Lines each a letter shorter than the one before, as long as it lasts. */
void hard_lines_falling(hard_bytes *out, size_t n) {
    for (size_t length = 200; out->n<n; length = length> 1 ? length - 1 : 200) {
        for (size_t i = 0; i < length; i++)
            hard_bytes_put(out, i % 6 == 5 ? " " : "a");
        hard_bytes_put(out, "\n");
    }
}

void hard_quotation_nested(hard_bytes *out, size_t n) {
    for (size_t depth = 1; out->n < n; depth = depth % 50 + 1) {
        for (size_t i = 0; i < depth; i++)
            hard_bytes_put(out, "> ");
        hard_bytes_put(out, "owls hunt mice\n");
    }
}

void hard_acronyms(hard_bytes *out, size_t n) {
    for (size_t i = 0; out->n < n; i++) {
        char letters[] = {(char)('A' + i % 26), (char)('A' + i / 26 % 26), (char)('A' + i / 676 % 26), '\0'};
        for (size_t k = 0; k < 3; k++) {
            hard_bytes_add(out, &letters[k], 1);
            hard_bytes_put_word(out, i + k);
            hard_bytes_put(out, " ");
        }
        hard_bytes_put(out, "(");
        hard_bytes_put(out, letters);
        hard_bytes_put(out, ") is here. ");
    }
}

void hard_folios(hard_bytes *out, size_t n) {
    test_random r = {7};
    for (size_t i = 1; out->n < n; i++) {
        hard_bytes_put(out, "\fThe Book of Owls        ");
        put_number(out, i);
        hard_bytes_put(out, "\n\n");
        put_sentence(out, &r, 12, 3000);
        hard_bytes_put(out, "\n");
    }
}

void hard_contents(hard_bytes *out, size_t n) {
    hard_bytes_put(out, "Contents\n\n");
    for (size_t i = 1; out->n < n; i++) {
        hard_bytes_put_word(out, i);
        hard_bytes_put(out, " ........ ");
        put_number(out, i);
        hard_bytes_put(out, "\n");
    }
}

/* Headings with numbers that rise, and a sentence below each. */
void hard_numbered(hard_bytes *out, size_t n) {
    test_random r = {8};
    for (size_t i = 1; out->n < n; i++) {
        put_number(out, i / 10 + 1);
        hard_bytes_put(out, ".");
        put_number(out, i % 10 + 1);
        hard_bytes_put(out, " The Owls of ");
        hard_bytes_put_word(out, i);
        hard_bytes_put(out, "\n\n");
        put_sentence(out, &r, 12, 3000);
        hard_bytes_put(out, "\n\n");
    }
}

void hard_subtitles(hard_bytes *out, size_t n) {
    test_random r = {9};
    for (size_t i = 1; out->n < n; i++) {
        put_number(out, i);
        hard_bytes_put(out, "\n00:00:01,000 --> 00:00:02,000\n");
        put_sentence(out, &r, 6, 3000);
        hard_bytes_put(out, "\n\n");
    }
}

/* Two letters far from each other, and lines of both. */
void hard_subtitles_spaced(hard_bytes *out, size_t n) {
    hard_bytes_put(out, "1\n00:00:01,000 --> 00:00:02,000\na");
    while (out->n < n / 2)
        hard_bytes_put(out, " ");
    hard_bytes_put(out, "b\n");
    while (out->n < n)
        hard_bytes_put(out, "ab\n");
}

/* Each line by another speaker. */
void hard_speakers(hard_bytes *out, size_t n) {
    test_random r = {10};
    for (size_t i = 0; out->n < n; i++) {
        hard_bytes_put(out, "[12:00] ");
        hard_bytes_put_word(out, i);
        hard_bytes_put(out, ": ");
        put_sentence(out, &r, 6, 3000);
        hard_bytes_put(out, "\n");
    }
}

void hard_links(hard_bytes *out, size_t n) {
    test_random r = {11};
    hard_bytes_put(out, "<title>Owls</title><body>");
    while (out->n < n) {
        hard_bytes_put(out, "<div class=menu><a href=x>");
        put_sentence(out, &r, 3, 3000);
        hard_bytes_put(out, "</a></div>\n<p>");
        put_sentence(out, &r, 15, 3000);
        hard_bytes_put(out, "</p>");
    }
}

/* Items within items, deeper with each line up to a hundred. */
void hard_list_deep(hard_bytes *out, size_t n) {
    for (size_t depth = 0; out->n < n; depth = (depth + 1) % 100) {
        for (size_t i = 0; i < depth; i++)
            hard_bytes_put(out, "  ");
        hard_bytes_put(out, "- owls\n");
    }
}

void hard_md_headings(hard_bytes *out, size_t n) {
    test_random r = {12};
    for (size_t i = 0; out->n < n; i++) {
        hard_bytes_add(out, "######", 1 + i % 6);
        hard_bytes_put(out, " Owls of ");
        hard_bytes_put_word(out, i);
        hard_bytes_put(out, "\n\n");
        put_sentence(out, &r, 12, 3000);
        hard_bytes_put(out, "\n\n");
    }
}

/* Definitions in the first half, what refers to them in the other. */
void hard_md_references(hard_bytes *out, size_t n) {
    size_t many = 0;
    for (; out->n < n / 2; many++) {
        hard_bytes_put(out, "[");
        hard_bytes_put_word(out, many);
        hard_bytes_put(out, "]: /url\n");
    }
    hard_bytes_put(out, "\n");
    for (size_t i = 0; out->n < n; i++) {
        hard_bytes_put(out, "[owls][");
        hard_bytes_put_word(out, i % (2 * many + 1));
        hard_bytes_put(out, "] ");
    }
}

void hard_html_paragraphs(hard_bytes *out, size_t n) {
    test_random r = {13};
    hard_bytes_put(out, "<!doctype html><title>Owls</title><body><article>");
    while (out->n < n) {
        hard_bytes_put(out, "<p>");
        put_sentence(out, &r, 15, 3000);
        put_sentence(out, &r, 15, 3000);
        hard_bytes_put(out, "</p>\n");
    }
}

/* One element with attributes that all differ. */
void hard_html_attributes(hard_bytes *out, size_t n) {
    hard_bytes_put(out, "<p");
    for (size_t i = 0; out->n < n; i++) {
        hard_bytes_put(out, " ");
        hard_bytes_put_word(out, i);
        hard_bytes_put(out, "=x");
    }
    hard_bytes_put(out, ">Owls hunt.");
}

/* One class after the other in one attribute, again for each element. */
void hard_html_classes(hard_bytes *out, size_t n) {
    for (size_t i = 0; out->n < n; i++) {
        hard_bytes_put(out, i % 50 == 0 ? "\"><p>Owls hunt.</p><div class=\"" : " ");
        hard_bytes_put_word(out, i);
    }
}

/* Columns of words and numbers whose places change with each line. */
void hard_columns(hard_bytes *out, size_t n) {
    for (size_t i = 0; out->n < n; i++) {
        hard_bytes_put_word(out, i);
        for (size_t k = 0; k < 4; k++) {
            hard_bytes_add(out, "            ", 2 + (i + 3 * k) % 9);
            put_number(out, i + k);
        }
        hard_bytes_put(out, "\n");
    }
}

/* Every line ends within another word. */
void hard_hyphenated(hard_bytes *out, size_t n) {
    for (size_t i = 0; out->n < n; i++) {
        hard_bytes_put(out, "the ");
        hard_bytes_put_word(out, i);
        hard_bytes_put(out, "-\n");
        hard_bytes_put_word(out, 3 * i);
        hard_bytes_put(out, " ran to ");
        hard_bytes_put_word(out, i);
        hard_bytes_put_word(out, 3 * i);
        hard_bytes_put(out, "\n");
    }
}

/* No UTF-8: the character set has to be guessed. */
void hard_latin_1(hard_bytes *out, size_t n) {
    test_random r = {14};
    while (out->n < n) {
        put_sentence(out, &r, 10, 3000);
        hard_bytes_put(out, "Le caf\xE9 d\xE9j\xE0 ferm\xE9. ");
    }
}

void hard_utf_16(hard_bytes *out, size_t n) {
    hard_bytes_put(out, "\xFF\xFE");
    for (size_t i = 0; out->n < n; i++)
        hard_bytes_add(out, &"O\0w\0l\0s\0 \0h\0u\0n\0t\0.\0 \0"[i % 11 * 2], 2);
}

static void put_record(hard_bytes *out, test_random *r, size_t i) {
    hard_bytes_put(out, "{\"id\":");
    put_number(out, i);
    hard_bytes_put(out, ",\"text\":\"");
    put_sentence(out, r, 8, 3000);
    put_sentence(out, r, 8, 3000);
    hard_bytes_put(out, "\"}");
}

void hard_records(hard_bytes *out, size_t n) {
    test_random r = {15};
    for (size_t i = 0; out->n < n; i++) {
        put_record(out, &r, i);
        hard_bytes_put(out, "\n");
    }
}

void hard_records_array(hard_bytes *out, size_t n) {
    test_random r = {16};
    for (size_t i = 0; out->n < n; i++) {
        hard_bytes_put(out, i == 0 ? "[" : ",\n");
        put_record(out, &r, i);
    }
    hard_bytes_put(out, "]\n");
}

void hard_records_csv(hard_bytes *out, size_t n) {
    test_random r = {17};
    hard_bytes_put(out, "id,text\n");
    for (size_t i = 0; out->n < n; i++) {
        put_number(out, i);
        hard_bytes_put(out, ",\"");
        put_sentence(out, &r, 8, 3000);
        hard_bytes_put(out, "\"\"owls\"\"\"\n");
    }
}

/* One record with very many fields, the text last. */
void hard_records_fields(hard_bytes *out, size_t n) {
    hard_bytes_put(out, "{");
    for (size_t i = 0; out->n < n; i++) {
        hard_bytes_put(out, "\"");
        hard_bytes_put_word(out, i);
        hard_bytes_put(out, "\":1,");
    }
    hard_bytes_put(out, "\"text\":\"Owls hunt mice. Mice hide.\"}\n");
}
