#!/bin/sh
# The shared library exports the functions that summ.h declares, each with a version, and nothing else; the static one has
# no global of another name than summ_ or sm_, and none that can be written to.
header=$(sed -n 's/^SUMM_API .*[ *]\(summ_[a-z_]*\)(.*/\1/p' include/summ.h | LC_ALL=C sort)

# same WHAT NAMES: are they those of the header?
same() {
    [ "$header" = "$2" ] && return
    echo "summ.h declares other functions (<) than $1 (>):"
    printf '%s\n' "$header" >"$OUT/declared.txt"
    printf '%s\n' "$2" >"$OUT/found.txt"
    diff "$OUT/declared.txt" "$OUT/found.txt"
    exit 1
}
same 'src/libsumm.map lists' "$(sed -n 's/^    \(summ_[a-z_]*\);$/\1/p' src/libsumm.map | LC_ALL=C sort)"
exported=$(nm -D --defined-only "$OUT"/libsumm.so | awk '{ print $3 }' |
    grep -v -E '^(SUMM_[0-9.]*|_init|_fini|__sanitizer.*|__gcov.*|__asan.*|__tsan.*|mangle_path.*|__odr_asan.*)$')
same 'libsumm.so exports' "$(printf '%s\n' "$exported" | sed 's/@.*//' | LC_ALL=C sort)"
bare=$(printf '%s\n' "$exported" | grep -v -E '^[a-z_]+@@SUMM_[0-9]+\.[0-9]+$')
[ -z "$bare" ] || { echo "without a version: $bare"; exit 1; }

foreign=$(nm --defined-only -g "$OUT"/libsumm.a 2>/dev/null | awk 'NF == 3 { print $3 }' | grep -v -E '^(summ|sm)_|^__')
[ -z "$foreign" ] || { echo "global names in libsumm.a: $foreign"; exit 1; }
case $OUT in
*/release) ;; # instrumented builds have data of their own
*) exit 0 ;;
esac
writable=$(size -A "$OUT"/libsumm.a | awk '$1 ~ /^\.(data|bss)$/ && $2 > 0 { n += $2 } END { print n + 0 }')
[ "$writable" -eq 0 ] || { echo "libsumm.a has $writable bytes of mutable data"; exit 1; }
