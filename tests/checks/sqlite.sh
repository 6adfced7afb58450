#!/bin/sh
# The SQLite extension does what it says: in a program with threads, limits and allocations that fail, and in sqlite3,
# where these are.
dir=$(mktemp -d) || exit 1
trap 'rm -rf "$dir"' EXIT
cc=${CC:-cc}
echo '#include <sqlite3ext.h>' | "$cc" -x c -E - >/dev/null 2>&1 || exit 0
case $OUT in
*/release) flags='' ;;
*/asan) flags='-fsanitize=address,undefined' ;;
*/tsan) flags='-fsanitize=thread' ;;
*) exit 0 ;;
esac
"${MAKE:-make}" --no-print-directory -s CONFIG="${OUT##*/}" BUILD="${OUT%/*}" sqlite || exit 1
# shellcheck disable=SC2086
"$cc" -std=c11 -D_GNU_SOURCE -O1 -Wall -Wextra -Werror $flags -o "$dir/limits" bindings/sqlite/tests/limits.c \
    -lsqlite3 -lpthread || exit 1
"$dir/limits" "$(realpath "$OUT")/summ_sqlite.so" || exit 1
[ -z "$flags" ] || exit 0 # a sanitizer would have to be loaded before sqlite3
command -v sqlite3 >/dev/null 2>&1 || exit 0
sh bindings/sqlite/check.sh "$OUT/summ_sqlite.so"
