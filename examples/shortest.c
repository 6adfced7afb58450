/* shortest.c - three sentences of standard input, with all defaults.
 *
 *     cc shortest.c $(pkg-config --cflags --libs libsumm)
 */
#include <stdio.h>
#include <summ.h>

int main(void) {
    static char text[1 << 20]; /* what is longer is cut off */
    char *summary;
    size_t n = fread(text, 1, sizeof text, stdin);
    if (summ_text(text, n, 3, &summary) != SUMM_OK)
        return 1;
    puts(summary);
    summ_free(summary);
    return 0;
}
