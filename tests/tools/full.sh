#!/bin/sh
# full.sh [PART]...: every part of make check-full in its order, or those that are named: a line for each, with its time
# and its verdict, and its log in build/full. Goes on after a failure; ends with status 1 if there was one.
#
# The parts are targets of the Makefile, one a line, with what they are called with.
parts='
check
check-docs
check-python
check-sqlite
check-browser
reproducible
lint
analyze
check-io
check-differential
asan
blocks
tsan
msan
valgrind
coverage
fuzz SECONDS=15
soak HOURS=0.02
'
logs=${BUILD:-build}/full
mkdir -p "$logs" || exit 1
[ $# -eq 0 ] || parts=$(printf '%s\n' "$@")
failed=0
begun=$(date +%s)

# The last of what it said, for whoever has no time for the log.
verdict() {
    if [ "$1" -eq 0 ]; then
        sed -n 's|^\([0-9]* passed, 0 failed\)$|: \1|p' "$2" | tail -n 1
    else
        printf ': see %s' "$2"
    fi
}

while read -r part; do
    [ -n "$part" ] || continue
    log=$logs/${part%% *}.log
    from=$(date +%s)
    # shellcheck disable=SC2086
    ${MAKE:-make} --no-print-directory $part >"$log" 2>&1 </dev/null
    status=$?
    [ "$status" -eq 0 ] && word=passed || word=FAILED failed=$((failed + (status != 0)))
    printf '%-20s %5d s  %s%s\n' "$part" $(($(date +%s) - from)) "$word" "$(verdict "$status" "$log")"
done <<END
$parts
END
printf '%-20s %5d s  %s\n' all $(($(date +%s) - begun)) "$([ "$failed" -eq 0 ] && echo passed || echo "$failed failed")"
[ "$failed" -eq 0 ]
