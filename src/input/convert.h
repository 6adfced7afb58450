/* Encodings of which iconv knows more than we do: 8-bit sets, East Asian ones. The only file that knows iconv.
 *
 * iconv tells what characters bytes are, not which bytes are which character; so it is asked one character at a time,
 * from its initial state, and the answers for single bytes and for pairs are kept. Sets with shift states (ISO-2022,
 * HZ, UTF-7) are read in one go, a character at a time too. */
#ifndef SM_INPUT_CONVERT_H
#define SM_INPUT_CONVERT_H

#include "input/mapped.h"

/* Does iconv know the name? SUMM_ERR_ENCODING, SUMM_ERR_MEMORY. Names that the locale or the machine gives a meaning to
 * ("", "char", "wchar_t") and such with options ("//TRANSLIT") are not known. */
summ_status sm_convert_check(const char *name);

/* Writes the characters of n bytes; a byte at which iconv finds none is bad. SUMM_ERR_ENCODING (an unknown name),
 * SUMM_ERR_MEMORY; SUMM_ERR_TOO_LARGE. O(n), with some calls of iconv for each byte at most. What iconv allocates
 * belongs to the C library. */
summ_status sm_convert(const char *name, const char *bytes, size_t n, sm_mapped *out);

/* The same for Windows-1252, without iconv: it is what remains where nothing else is known. False: as sm_mapped_put. */
bool sm_convert_windows_1252(const char *bytes, size_t n, sm_mapped *out);

#endif
