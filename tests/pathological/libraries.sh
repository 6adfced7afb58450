#!/bin/sh
# libraries.sh SUMM WRITE [BYTES]: pages, Markdown and records are read by libraries whose basic blocks are not counted:
# gumbo, cmark and jansson. Here cachegrind counts the instructions that the whole command executes, on each hard text
# of these formats, of BYTES (65536) and of twice as many: at most 2.2 times as many. Tells the largest ratios.
summ=$1
write=$2
bytes=${3:-65536}
command -v valgrind >/dev/null 2>&1 || { echo 'libraries: no valgrind, left out' >&2; exit 0; }
folder=$(mktemp -d) || exit 1
trap 'rm -rf "$folder"' EXIT
export SUMM_CONFIG_PATH=''
unset SUMM_OPTIONS

# count FORMAT NAME BYTES: instructions. Exit status 1 is a text with no sentence, 2 one that is refused.
count() {
    "$write" "$2" "$3" >"$folder/$2" || return
    valgrind --tool=cachegrind --cache-sim=no --cachegrind-out-file=/dev/null \
        "$summ" -j 1 -F "$1" -n 3 -k 5 -o "$folder/$2.out" "$folder/$2" 2>&1 |
        sed -n 's/,//g; s/.*I *refs: *//p'
}

one() {
    small=$(count "$1" "$2" "$bytes")
    large=$(count "$1" "$2" $((2 * bytes)))
    awk -v s="$small" -v l="$large" -v n="$bytes" -v name="$1 $2" 'BEGIN {
        note = (s + 0 == 0 || l > 2.2 * s) ? "  TOO MUCH" : ""
        printf "%.2f times, %.0f a byte: %s%s\n", (s + 0 > 0 ? l / s : 0), l / 2 / n, name, note }'
    rm -f "$folder/$2" "$folder/$2.out"
}

# Two at a time.
half() {
    "$write" --list | awk -v part="$1" '$1 != "text" && NR % 2 == part' | while read -r format name; do
        one "$format" "$name"
    done
}
half 0 >"$folder/0" &
half 1 >"$folder/1"
wait
sort -rn "$folder/0" "$folder/1" >"$folder/all"
head -n 5 "$folder/all"
sed -n '6,$s/.*TOO MUCH.*/&/p' "$folder/all"
echo "libraries: $(wc -l <"$folder/all") texts, $(grep -c 'TOO MUCH' "$folder/all") too much"
! grep -q 'TOO MUCH' "$folder/all"
