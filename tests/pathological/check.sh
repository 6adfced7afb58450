#!/bin/sh
# check.sh BUILD: all hard texts, on two processors for about 20 minutes.
#
# - Work, counted (work.h): each text, by all modes, algorithms and formats, of 16 KB and more; also analysed with 256
#   KB and twice as many, and a share done with of 512 KB and up to 16 MB. Twice the bytes take at most 2.2 times the
#   work, from some size on that is no larger (measure.c).
# - Pages, Markdown and records, whose libraries are not counted: instructions that cachegrind counts (libraries.sh).
# - Texts of up to 100 MB in the build that is released: what comes out, and the memory (large.c).
build=$1
work=$build/work/tests/pathological/measure
release=$build/release
export MAKEFLAGS=''
${MAKE:-make} -s -j2 CONFIG=work BUILD="$build" "$work" || exit 1
${MAKE:-make} -s -j2 CONFIG=release BUILD="$build" "$release/summ" "$release/tests/pathological/large" \
    "$release/tests/pathological/write" || exit 1
bad=0
for share in 0 1; do
    "$work" --share=$share/2 --from=16384 --to=4194304 >"$work.$share" &
done
wait
for share in 0 1; do
    cat "$work.$share"
    tail -n 1 "$work.$share" | grep -q ' 0 too much, 0 failed' || bad=1
done
"$work" --mode=analyse --from=262144 --to=524288 || bad=1
"$work" --shapes --share=5/13 --from=524288 --to=16777216 || bad=1
sh tests/pathological/libraries.sh "$release/summ" "$release/tests/pathological/write" || bad=1
"$release/tests/pathological/large" || bad=1
exit $bad
