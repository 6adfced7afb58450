#!/bin/sh
# What programs that were compiled before rely on: functions that libsumm.so exports, their versions and prototypes,
# numbers of enums, sizes of structs and places of their members, as recorded in abi.txt for 64-bit machines. UPDATE=1
# records them anew: members may be added at the end and functions anywhere; whatever else changes asks for a new
# SOVERSION.
record=tests/checks/abi.txt
dir=$(mktemp -d) || exit 1
trap 'rm -rf "$dir"' EXIT
case $OUT in
*/release) ;; # instrumented builds export more
*) exit 0 ;;
esac

# A program that prints a line for each number of an enum, each struct and each member.
"${CC:-cc}" -E -P -Iinclude include/summ.h | awk '
    function show(format, value) { printf "    printf(\"%s\\n\", (size_t)%s);\n", format, value }
    function place(member) {
        show("member " name "." member " %zu", "offsetof(" name ", " member ")")
        show("    of %zu", "sizeof(((" name " *)0)->" member ")") }
    BEGIN { print "#include <stddef.h>\n#include <stdio.h>\n#include \"summ.h\"\nint main(void) {" }
    /^typedef enum summ_/ { kind = "enum" }
    /^typedef struct summ_[a-z_]+ \{/ { kind = "struct"; name = $3 }
    /^}/ { if (kind == "struct") show("size " name " %zu", "sizeof(" name ")"); kind = ""; next }
    kind == "enum" && match($0, /^ +SUMM_[A-Z0-9_]+/) {
        value = substr($0, RSTART, RLENGTH); gsub(/ /, "", value); show("enum " value " %zu", value) }
    kind == "struct" && match($0, /\(\*[a-z_]+\)/) {
        place(substr($0, RSTART + 2, RLENGTH - 3)); next }
    kind == "struct" && !/^typedef/ && /;/ {
        sub(/;.*/, ""); n = split($0, parts, ",")
        for (i = 1; i <= n; i++) {
            m = split(parts[i], words, /[ *]+/); place(words[m]) } }
    END { print "    return sizeof(void *) == 8 ? 0 : 77;\n}" }
' >"$dir/abi.c"
"${CC:-cc}" -Iinclude -o "$dir/abi" "$dir/abi.c" || exit 1
"$dir/abi" >"$dir/found"
status=$?
[ $status -ne 77 ] || exit 0
[ $status -eq 0 ] || exit 1
# Prototypes, each on one line, of callbacks too; then what the library says.
{
    "${CC:-cc}" -E -P -Iinclude include/summ.h | tr -s ' \n' '  ' | sed 's/;/;\n/g' |
        sed -n -E 's/__attribute__\(\(warn_unused_result\)\)//; s/^ *(typedef )?([^{}]*summ_[a-z_]*\)?\(.*\));$/prototype \2/p' |
        LC_ALL=C sort
    readelf -d "$OUT"/libsumm.so | sed -n 's/.*SONAME.*\[\(.*\)\]/soname \1/p'
    nm -D --defined-only "$OUT"/libsumm.so | awk '$3 ~ /^summ_/ { sub(/@+/, " ", $3); print "function", $3 }' |
        LC_ALL=C sort
} >>"$dir/found"
if [ -n "$UPDATE" ]; then
    cp "$dir/found" $record
    exit 0
fi
diff $record "$dir/found" || { echo "the ABI is not the one that $record has"; exit 1; }
