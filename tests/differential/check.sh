#!/bin/sh
# check.sh BUILD WRITE: builds the command with gcc -O0, -O2 and -O3 and with clang -O2, in folders of BUILD,
# and compares the bytes that they print: of the samples, of hard texts (which the program WRITE makes) and of records;
# by every algorithm, in every format, by one thread and by several. A compiler that is not there is left out and named.
build=$1
write=$2
export SUMM_CONFIG_PATH=''
unset SUMM_OPTIONS
bad=0

# make_command NAME COMPILER FLAGS
make_command() {
    command -v "$2" >/dev/null 2>&1 || { echo "differential: no $2, left out" >&2; return; }
    ${MAKE:-make} --no-print-directory -s CONFIG=release BUILD="$build/$1" CC="$2" CFLAGS="$3" \
        "$build/$1/release/summ" || { bad=1; return; }
    names="$names $1"
}

make_texts() {
    rm -rf "$build/texts"
    mkdir -p "$build/texts"
    "$write" --into="$build/texts" 3000 || exit 1
    cp tests/samples/* tests/golden/files/*.txt "$build/texts"
    i=0
    while [ $((i += 1)) -le 400 ]; do
        printf '{"id": %d, "text": "Owl %d sleeps by day. At night it hunts %d mice, and owl %d sees it.' \
            "$i" "$i" "$((i % 7))" "$((i * i % 31))"
        printf ' Nobody else does. They met in %d."}\n' "$((1900 + i))"
    done >"$build/texts/records.jsonl"
}

# What a command prints, each call to a file of its own in the folder $2. Texts that are none fail in all builds alike.
print_all() {
    summ=$1
    to=$2
    rm -rf "$to"
    mkdir -p "$to"
    set -- "$build"/texts/*.txt "$build"/texts/*.html "$build"/texts/*.fragment "$build"/texts/*.md
    for a in $("$summ" --list=algorithms | cut -f1); do
        "$summ" -a "$a" -n 5 -t json "$@" >"$to/sentences-$a" 2>&1
        "$summ" -a "$a" -w 60 --explain -s "$@" >"$to/words-$a" 2>&1
    done
    for a in $("$summ" --list=keyword-algorithms | cut -f1); do
        "$summ" -A "$a" -k 20 -t json "$@" >"$to/phrases-$a" 2>&1
    done
    for t in $("$summ" --list=outputs | cut -f1); do
        "$summ" -t "$t" -n 5 -k 10 -s -b "$@" >"$to/format-$t" 2>&1
        "$summ" -t "$t" --stats "$@" >"$to/stats-$t" 2>&1
        "$summ" -t "$t" -n 3 -k 5 --explain "$@" >"$to/why-$t" 2>&1
    done
    for j in 1 2 4; do
        "$summ" -j "$j" -n 2 -k 3 -t json "$@" >"$to/jobs-$j" 2>&1
        "$summ" -j "$j" -n 1 -k 3 -s -F jsonl <"$build/texts/records.jsonl" >"$to/records-$j" 2>&1
    done
    "$summ" --trim --no-quotes -Q 'owls and mice' -c 200 --truncate -s "$@" >"$to/wishes" 2>&1
    "$summ" --outline "$@" >"$to/outline" 2>&1
    "$summ" -m -n 20 -k 20 -s -b "$@" >"$to/merged" 2>&1
}

# same FILE OTHER
same() {
    cmp -s "$1" "$2" && return
    echo "differ: $1 $2"
    bad=1
}

names=''
make_command gcc-O0 gcc -O0
make_command gcc-O2 gcc -O2
make_command gcc-O3 gcc -O3
clang='clang-14'
command -v "$clang" >/dev/null 2>&1 || clang=clang
make_command clang-O2 "$clang" -O2
make_texts
first=''
for name in $names; do
    print_all "$build/$name/release/summ" "$build/out-$name"
    for j in 2 4; do
        same "$build/out-$name/jobs-1" "$build/out-$name/jobs-$j"
        same "$build/out-$name/records-1" "$build/out-$name/records-$j"
    done
    for file in "$build/out-$name"/*; do
        same "${first:-$build/out-$name}/${file##*/}" "$file"
    done
    first=${first:-$build/out-$name}
done
echo "differential:$names: $(find "$first" -type f | wc -l) outputs of $(find "$build/texts" -type f | wc -l) texts," \
    "$(cat "$first"/* | wc -c) bytes"
exit $bad
