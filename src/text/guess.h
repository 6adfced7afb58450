/* The language of a text, guessed from its script, its commonest words and the spelling of the others. */
#ifndef SM_TEXT_GUESS_H
#define SM_TEXT_GUESS_H

#include "text/language.h"

/* The script that most of the text's letters belong to leaves some languages. If more than one, each word of the text
 * speaks for them as its rank tells (Zipf: its probability is about 1 / rank), and for those without ranks as their
 * stop words do; a word that a language does not know, as its letters tell (text/spelling.h). Besides there are signs
 * by which near relations are told. The largest sum of logarithms wins. sm_language_unknown if no word is known or
 * looks like one. Looks at the beginning of the text only, SM_GUESS_BYTES at most and SM_GUESS_WORDS words, and stops
 * when one language is far ahead.
 *
 * `sureness`, unless NULL, is how likely the language is, all being equally likely beforehand: exp(s_best) over the sum
 * of exp(s_l) of all languages l, where s_l is the sum of l; 0 if none was guessed. Of passages of 30 and 60 characters
 * from tests/text/udhr, as many are right as it says, to one and a half in a hundred. */
enum {
    SM_GUESS_BYTES = 16384,
    SM_GUESS_WORDS = 400
};
const sm_language *sm_guess_language(const char *text, size_t n, double *sureness);

#endif
