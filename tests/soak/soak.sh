#!/bin/sh
# soak.sh HOURS: documents at random, seeds growing, until the time is over, in turn through the library, the command and
# one process that reads records without end; then the fuzzers. A night begins with check-work, check-limits and afl. A
# line for each, and at once for what is wrong; status 1 at the end if anything was. What is said is kept in
# build/soak/log, with documents that failed beside it. SEED is the first seed; a run goes on from that which it names
# last. OUT is the folder of the build.
hours=${1:-8}
seed=${SEED:-1}
summ=$OUT/summ
soak=$OUT/tests/soak/soak
dir=${BUILD:-build}/soak
export SUMM_CONFIG_PATH='' SUMM_OPTIONS=''
mkdir -p "$dir" || exit 1
log=$dir/log
now=$(date +%s)
end=$(awk -v now="$now" -v hours="$hours" 'BEGIN { printf "%d", now + hours * 3600 }')
slice=$(((end - now) / 4))
[ "$slice" -le 300 ] || slice=300
[ "$slice" -ge 1 ] || slice=1
failed=0

say() {
    echo "$(date '+%F %T') $*" | tee -a "$log"
}

wrong() {
    failed=1
    say "WRONG $*"
}

left() {
    echo $((end - $(date +%s)))
}

# The same document, however it comes and whoever does it.
soak_command() {
    until=$(($(date +%s) + slice))
    n=0
    while [ "$(date +%s)" -lt "$until" ]; do
        "$soak" document "$seed" >"$dir/document" || wrong "soak document $seed"
        for format in text html markdown; do
            set -- -F "$format" -n 3 -k 5 -t json --encoding=UTF-8
            "$summ" "$@" "$dir/document" >"$dir/one" 2>"$dir/said" || wrong "document $seed as $format: $(cat "$dir/said")"
            "$summ" --quiet "$@" -j 2 <"$dir/document" | sed 's|"-"|"'"$dir"'/document"|' >"$dir/two"
            cmp -s "$dir/one" "$dir/two" || { wrong "document $seed as $format: not the same"; cp "$dir/document" "$dir/wrong-$seed"; }
        done
        n=$((n + 1))
        seed=$((seed + 1))
    done
    say "command: $n documents, next seed $seed"
}

soak_library() {
    "$soak" library "$seed" "$slice" >"$dir/said" 2>&1 || wrong "library from seed $seed"
    say "library: $(cat "$dir/said")"
    seed=$(sed -n 's/.*next seed \([0-9]*\)$/\1/p' "$dir/said")
}

# Of a process: KiB that are resident, and open files.
held() {
    echo "$(awk '$1 == "VmRSS:" { print $2 }' "/proc/$1/status" 2>/dev/null) $(find "/proc/$1/fd" -type l 2>/dev/null | wc -l)"
}

# Memory after the first quarter of the time is what it may hold to the end, give or take 16 MiB.
soak_records() {
    rm -f "$dir/pipe"
    mkfifo "$dir/pipe" || return
    "$summ" --quiet -F jsonl -j 2 -n 1 -k 3 <"$dir/pipe" | wc -l >"$dir/count" &
    "$soak" records "$seed" >"$dir/pipe" &
    writer=$!
    sleep 1
    reader=$(pgrep -P $$ -x summ | head -n 1)
    sleep $((slice / 4))
    before=$(held "$reader")
    most=$before
    for _ in 1 2 3; do
        sleep $((slice / 4))
        most=$(held "$reader")
        if [ "${most% *}" -gt $((${before% *} + 16384)) ] || [ "${most#* }" -ne "${before#* }" ]; then
            wrong "records from seed $seed: KiB and files were $before, then $most"
        fi
    done
    kill "$writer"
    wait
    say "records: $(cat "$dir/count") done, KiB and files $before, then $most"
}

# What takes long once, where there is the time.
soak_once() {
    [ "$(left)" -gt 10000 ] || return
    for target in check-work check-limits afl; do
        ${MAKE:-make} --no-print-directory "$target" >"$dir/$target.log" 2>&1 || wrong "$target: see $dir/$target.log"
        say "$target: done"
    done
}

soak_fuzzers() {
    ${MAKE:-make} --no-print-directory fuzz SECONDS="${FUZZ_SECONDS:-$((slice / 8 + 1))}" >"$dir/fuzz.log" 2>&1 || wrong "fuzzers: see $dir/fuzz.log"
    say 'fuzzers: done'
}

say "for $hours hours from seed $seed"
soak_once
while :; do
    soak_library
    soak_command
    soak_records
    soak_fuzzers
    [ "$(left)" -gt $((slice * 2)) ] || break
done
say "ended with seed $seed, $([ "$failed" -eq 0 ] && echo 'all well' || echo 'NOT WELL')"
exit $failed
