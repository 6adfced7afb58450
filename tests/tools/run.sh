#!/bin/sh
# run.sh PROGRAM...: runs every test program, as many at a time as there are processors (or JOBS), and every check of the
# tree, and prints what failed in full, of the rest only the closing lines; last, "N passed, N failed". OUT is the folder
# of the build; UNDER, a command that runs the programs; CHECKS, other checks than all.
log_of() {
    printf '%s/%s' "$logs" "$(printf '%s' "$1" | tr / _)"
}

if [ "$1" = --one ]; then
    log=$(log_of "$2")
    # shellcheck disable=SC2086
    $UNDER "$2" >"$log" 2>"$log.err"
    echo $? >"$log.status"
    cat "$log.err" >>"$log"
    exit
fi

passed=0
failed=0
logs=$(mktemp -d) || exit 1
trap 'rm -rf "$logs"' EXIT
# Whoever runs the tests may have options of their own.
export logs SUMM_CONFIG_PATH=''
unset SUMM_OPTIONS
export SUMM_COMMAND="${SUMM_COMMAND:-$(realpath "$OUT")/summ}"

# Sums up cmocka's closing lines of LOG: "[  PASSED  ] 12 test(s)." and "[  FAILED  ] 1 test(s), listed below:".
count() {
    sed -n "s/^\[ *$1 *\] \([0-9][0-9]*\) test(s).*/\1/p" "$2" | tail -n 1
}

printf '%s\n' "$@" | xargs -n 1 -P "${JOBS:-$(getconf _NPROCESSORS_ONLN)}" sh "$0" --one

for program in "$@"; do
    log=$(log_of "$program")
    status=$(cat "$log.status")
    p=$(count PASSED "$log")
    f=$(count FAILED "$log")
    if [ "$status" = 0 ] && [ "${p:-0}" -gt 0 ]; then
        printf '%s: ' "${program#"$OUT"/tests/}"
        sed -n '/^\[  PASSED  \]/p' "$log"
    else
        cat "$log"
        printf '%s: ended with status %s\n' "$program" "$status"
        [ "${f:-0}" -gt 0 ] || f=1
    fi
    passed=$((passed + ${p:-0}))
    failed=$((failed + ${f:-0}))
done

for check in ${CHECKS-tests/checks/*.sh}; do
    if sh "$check" >"$logs/check" 2>&1; then
        passed=$((passed + 1))
    else
        printf '%s failed:\n' "$check"
        cat "$logs/check"
        failed=$((failed + 1))
    fi
done

printf '%s passed, %s failed\n' "$passed" "$failed"
[ "$failed" -eq 0 ] && [ "$passed" -gt 0 ]
