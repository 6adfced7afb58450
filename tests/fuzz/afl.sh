#!/bin/sh
# afl.sh FOLDER SECONDS [LANE]...: AFL++ on FOLDER/summ, built by afl-clang-fast, for so long in each lane: a kind of
# input with the options that go with it. What it keeps is in FOLDER/out/LANE and is gone on from. Fails if an input
# ends the command by a signal or a sanitizer, or hangs it.
folder=$1
seconds=$2
shift 2
status=0
export AFL_SKIP_CPUFREQ=1 AFL_I_DONT_CARE_ABOUT_MISSING_CRASHES=1 AFL_NO_UI=1 AFL_AUTORESUME=1 AFL_NO_AFFINITY=1
export ASAN_OPTIONS=abort_on_error=1:symbolize=0:detect_leaks=0 UBSAN_OPTIONS=abort_on_error=1:symbolize=0
export SUMM_CONFIG_PATH='' SUMM_OPTIONS=''

options() {
    case $1 in
    plain) echo '-t json -k 5 -n 3' ;;
    html) echo '-F html -t json -k 5 -n 3' ;;
    markdown) echo '-F markdown -t markdown --outline' ;;
    jsonl) echo '-F jsonl --title-field title --lang-field lang' ;;
    json) echo '-F json --field body.text' ;;
    csv) echo '-F csv -t tsv -s' ;;
    packed) echo '-t text --explain' ;;
    esac
}

# Inputs to begin with.
seeds() {
    case $1 in
    plain | markdown) cp tests/fuzz/seeds/"$1"/* "$2" ;;
    html) cp tests/golden/files/glacier.html "$2" ;;
    jsonl) cp tests/golden/files/records.jsonl "$2" ;;
    json) echo '[{"body": {"text": "The ferry was late. Nobody knew why."}}, {"body": 1}]' >"$2/a" ;;
    csv) printf 'id,text\n1,"The ferry was late. Nobody ""knew"" why."\n2,x\n' >"$2/a" ;;
    packed) for tool in gzip xz zstd; do echo 'The ferry was late.' | $tool -c >"$2/$tool" 2>/dev/null; done ;;
    esac
}

fuzz() {
    lane=$1
    begin=$(mktemp -d) || exit 1
    out=$folder/out/$lane
    mkdir -p "$out"
    seeds "$lane" "$begin"
    find "$begin" -size 0 -exec rm -f {} +
    [ -f "tests/fuzz/$lane.dict" ] && set -- -x "tests/fuzz/$lane.dict"
    [ -f "tests/fuzz/$lane.dict" ] || set --
    # The options are words.
    # shellcheck disable=SC2046
    afl-fuzz -i "$begin" -o "$out" -V "$seconds" -G 4096 -t 2000 -m none "$@" -- \
        "$folder/summ" --no-config -j 1 --quiet $(options "$lane") >"$out.log" 2>&1
    rm -rf "$begin"
    [ -f "$out/default/fuzzer_stats" ] || { echo "$lane: see $out.log" && status=1 && return; }
    awk -v lane="$lane" -F' *: *' '
        { of[$1] = $2 }
        END { printf "%-14s %10s runs %7s /s %6s edges %6s inputs  crashes: %s, hangs: %s\n", lane, of["execs_done"],
                     of["execs_per_sec"], of["edges_found"], of["corpus_count"], of["saved_crashes"], of["saved_hangs"]
              exit of["saved_crashes"] + of["saved_hangs"] > 0 }' "$out/default/fuzzer_stats" || status=1
}

[ $# -gt 0 ] || set -- plain html markdown jsonl json csv packed
for lane in "$@"; do
    fuzz "$lane"
done
exit $status
