#!/bin/sh
# fuzz.sh FOLDER SECONDS [TARGET]...: libFuzzer on each target for so long, from its seeds, what was found and the
# corpus that is kept in FOLDER/corpus. A line for each: runs, runs a second, how many edges of the program its inputs
# reach, how many inputs there are, and the findings, which are kept in FOLDER/findings. Fails if there is one. What
# fuzzers said is in FOLDER/log.
#
# Inputs are chosen without their entropy, whose bookkeeping takes half of the time of targets that reach much; and what
# is freed is kept from being used again for 8 MB, not 256, which would all be touched anew.
folder=$1
seconds=$2
shift 2
export UBSAN_OPTIONS=print_stacktrace=1 ASAN_OPTIONS=quarantine_size_mb=8
mkdir -p "$folder/findings" "$folder/log"
status=0

# of TARGET: the longest input.
max_len() {
    sed -n "s/^X($1, *\([0-9]*\),.*/\1/p" tests/fuzz/targets.def
}

# of NAME LOG: a figure that libFuzzer prints at its end.
figure() {
    sed -n "s/^stat::$1: *//p" "$2" | tail -n 1
}

fuzz() {
    corpus=$folder/corpus/$1
    log=$folder/log/$1
    mkdir -p "$corpus"
    set -- "$1" "$corpus"
    for kept in "tests/fuzz/seeds/$1" "tests/fuzz/found/$1"; do
        [ -d "$kept" ] && set -- "$@" "$kept"
    done
    [ -f "tests/fuzz/$1.dict" ] && set -- "$@" "-dict=tests/fuzz/$1.dict"
    target=$1
    shift
    "$folder/fuzz/$target" "$@" -max_total_time="$seconds" -max_len="$(max_len "$target")" -timeout=30 \
        -entropic=0 -rss_limit_mb=2048 -artifact_prefix="$folder/findings/$target-" -print_final_stats=1 >"$log" 2>&1
    ended=$?
    found=no
    [ "$ended" -eq 0 ] || found=$(sed -n 's/.*Test unit written to //p' "$log" | tail -n 1)
    printf '%-14s %10s runs %7s /s %6s edges %6s inputs  findings: %s\n' "$target" \
        "$(figure number_of_executed_units "$log")" "$(figure average_exec_per_sec "$log")" \
        "$(sed -n 's/.* cov: \([0-9]*\).*/\1/p' "$log" | tail -n 1)" \
        "$(find "$corpus" -type f | wc -l | tr -d ' ')" "${found:-see $log}"
    [ "$ended" -eq 0 ] || { status=1 && grep -m 3 'does not hold\|runtime error\|^SUMMARY\|ERROR: ' "$log"; }
}

# Names are words.
# shellcheck disable=SC2046
[ $# -gt 0 ] || set -- $(sed -n 's/^X.\([a-z0-9_]*\),.*/\1/p' tests/fuzz/targets.def)
for target in "$@"; do
    fuzz "$target"
done
exit $status
