#!/bin/sh
# bench.sh BUILD FILE: MB/s of each stage of the library, then whole processes beside wc -w and cat on the same file in
# the same run; the ratio to wc -w is the figure to compare, as machines differ. Best of several runs.
export SUMM_CONFIG_PATH='' SUMM_OPTIONS=''
out=$1
file=${2:-tests/samples/lighthouse.txt}
[ -r "$file" ] || { echo "usage: make bench FILE=text" >&2; exit 2; }
bytes=$(wc -c <"$file")
echo "$file: $bytes bytes"
"$out/tests/bench/stages" "$file"

# Nanoseconds of the fastest of 9 runs.
fastest() {
    best=''
    for _ in 1 2 3 4 5 6 7 8 9; do
        start=$(date +%s%N)
        "$@" "$file" >/dev/null 2>&1
        took=$(($(date +%s%N) - start))
        [ -n "$best" ] && [ "$best" -le "$took" ] || best=$took
    done
    echo "$best"
}

wc_time=$(fastest env LC_ALL=C.UTF-8 wc -w)
report() {
    name=$1
    shift
    took=$(fastest "$@")
    echo "$name $took $wc_time $bytes" | awk '{ printf "%9.1f MB/s %9.3f ms  %6.2f x wc -w  %s\n", $4 / $2 * 1000, $2 / 1e6, $2 / $3, $1 }' |
        tr '_' ' '
}
echo 'whole processes:'
report 'cat' env LC_ALL=C.UTF-8 cat
report 'wc_-w' env LC_ALL=C.UTF-8 wc -w
report 'summ_-n_3' env LC_ALL=C.UTF-8 "$out/summ" -n 3
report 'summ_-k_10' env LC_ALL=C.UTF-8 "$out/summ" -k 10
report 'summ_-n_3_-k_10' env LC_ALL=C.UTF-8 "$out/summ" -n 3 -k 10
