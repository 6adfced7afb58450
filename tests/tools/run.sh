#!/bin/sh
# run.sh PROGRAM...: runs every test program and every check of the tree, and prints what failed in full, of the rest
# only the closing lines; last, "N passed, N failed". OUT is the folder of the build; UNDER, a command that runs the
# programs; CHECKS, other checks than all.
passed=0
failed=0
log=$(mktemp) || exit 1
trap 'rm -f "$log" "$log.err"' EXIT
# Whoever runs the tests may have options of their own.
export SUMM_CONFIG_PATH=''
unset SUMM_OPTIONS
export SUMM_COMMAND="${SUMM_COMMAND:-$(realpath "$OUT")/summ}"

# Sums up cmocka's closing lines: "[  PASSED  ] 12 test(s)." and "[  FAILED  ] 1 test(s), listed below:".
count() {
    sed -n "s/^\[ *$1 *\] \([0-9][0-9]*\) test(s).*/\1/p" "$log" | tail -n 1
}

for program in "$@"; do
    # shellcheck disable=SC2086
    $UNDER "$program" >"$log" 2>"$log.err"
    status=$?
    cat "$log.err" >>"$log"
    p=$(count PASSED)
    f=$(count FAILED)
    if [ "$status" -eq 0 ] && [ "${p:-0}" -gt 0 ]; then
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
    if sh "$check" >"$log" 2>&1; then
        passed=$((passed + 1))
    else
        printf '%s failed:\n' "$check"
        cat "$log"
        failed=$((failed + 1))
    fi
done

printf '%s passed, %s failed\n' "$passed" "$failed"
[ "$failed" -eq 0 ] && [ "$passed" -gt 0 ]
