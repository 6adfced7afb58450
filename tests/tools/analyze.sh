#!/bin/sh
# analyze.sh: gcc's analyzer over every source. Without optimisation, so that it reads what is written: with it, gcc 12
# takes structures that functions return for uninitialised. Suppressions: none.
cc=${CC:-gcc}
"$cc" -fanalyzer -x c -c -o /dev/null /dev/null 2>/dev/null || cc=gcc
set --
for library in GUMBO CMARK UCHARDET ZLIB ZSTD LZMA; do
    set -- "$@" "-DHAVE_$library=\"present\""
done
printf '%s\n' src/*/*.c src/*/embed/*.c stopwords/*.c |
    xargs -P 2 -n 1 "$cc" -std=c11 -O0 -fanalyzer -Werror -DSUMM_BUILD -Iinclude -Isrc "$@" -c -o /dev/null
