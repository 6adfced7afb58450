#!/bin/sh
# The shared library exports the functions that summ.h declares, and nothing else; the static one has no global of
# another name than summ_ or sm_, and none that can be written to.
header=$(sed -n 's/^SUMM_API .*[ *]\(summ_[a-z_]*\)(.*/\1/p' include/summ.h | sort)
exported=$(nm -D --defined-only "$OUT"/libsumm.so | awk '{ print $3 }' | grep -v -E '^(_init|_fini|__sanitizer|__gcov|__asan|__tsan|mangle_path|__odr_asan)' | sort)
if [ "$header" != "$exported" ]; then
    echo 'summ.h declares and libsumm.so exports different functions:'
    printf '%s\n' "$header" >"$OUT/declared.txt"
    printf '%s\n' "$exported" >"$OUT/exported.txt"
    diff "$OUT/declared.txt" "$OUT/exported.txt"
    exit 1
fi
foreign=$(nm --defined-only -g "$OUT"/libsumm.a 2>/dev/null | awk 'NF == 3 { print $3 }' | grep -v -E '^(summ|sm)_|^__')
[ -z "$foreign" ] || { echo "global names in libsumm.a: $foreign"; exit 1; }
case $OUT in
*/release) ;; # instrumented builds have data of their own
*) exit 0 ;;
esac
writable=$(size -A "$OUT"/libsumm.a | awk '$1 ~ /^\.(data|bss)$/ && $2 > 0 { n += $2 } END { print n + 0 }')
[ "$writable" -eq 0 ] || { echo "libsumm.a has $writable bytes of mutable data"; exit 1; }
