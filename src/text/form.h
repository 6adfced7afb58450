/* What kind of sentence it is, told by its marks. */
#ifndef SM_TEXT_FORM_H
#define SM_TEXT_FORM_H

#include "text/language.h"

#include <stdbool.h>
#include <stddef.h>

/* Does text[begin .. end) end with a question mark of any script, among other marks, or hold the Armenian one?
 * O(bytes). */
bool sm_form_asks(const char *text, size_t begin, size_t end, const sm_language *language);

/* Does it quote: three words or more between quotation marks, or a mark whose partner stands in another sentence? Words
 * in quotation marks that are fewer are titles and names. O(bytes). */
bool sm_form_quotes(const char *text, size_t begin, size_t end);

#endif
