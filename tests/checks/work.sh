#!/bin/sh
# A share of what make check-work does: every hard text is analysed, and of what else is done with them each 120th pair
# of text and mode is; all small, so that it takes some seconds.
build=${OUT%/*}
measure=$build/work/tests/pathological/measure
${MAKE:-make} --no-print-directory -s -j2 CONFIG=work BUILD="$build" "$measure" >/dev/null || exit 1
"$measure" --mode=analyse --from=2000 --to=32000 &
"$measure" --shapes --share=7/120 --from=8192 --to=131072
status=$?
wait $! && [ "$status" -eq 0 ]
