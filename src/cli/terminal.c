/* terminal.c - colours and width. */
#define _DEFAULT_SOURCE
#define _DARWIN_C_SOURCE
#include "terminal.h"

#include "number.h"
#include <stdlib.h>
#include <string.h>
#include <sys/ioctl.h>
#include <unistd.h>

enum {
    USUAL_WIDTH = 80
};

static bool is_wanted(void) {
    const char *refused = getenv("NO_COLOR"), *term = getenv("TERM");
    return (refused == NULL || refused[0] == '\0') && term != NULL && strcmp(term, "dumb") != 0;
}

static size_t find_width(void) {
    const char *columns = getenv("COLUMNS");
    struct winsize size;
    size_t width = 0;
    if (columns != NULL && number_size(columns, &width) == NULL && width > 0)
        return width;
    return ioctl(STDOUT_FILENO, TIOCGWINSZ, &size) == 0 && size.ws_col > 0 ? size.ws_col : USUAL_WIDTH;
}

void terminal_ask(settings *asked) {
    bool is_terminal = asked->output == NULL && isatty(STDOUT_FILENO) != 0;
    asked->colored = asked->color == COLOR_ALWAYS || (asked->color == COLOR_AUTO && is_terminal && is_wanted());
    asked->width = is_terminal ? find_width() : 0;
}
