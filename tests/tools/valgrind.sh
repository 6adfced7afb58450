#!/bin/sh
# valgrind.sh PROGRAM...: every test program and every command that golden tests run, under memcheck.
# What it finds is in build/valgrind. OUT is the folder of the build.
#
# Suppressions are in valgrind.supp. Blocks that are reachable at the end are no leaks: the C library's, and what iconv
# keeps. Left out are golden cases in which descriptors are closed or counted, files limited, or processes looked at by
# name: memcheck has its own.
logs=${BUILD:-build}/valgrind
rm -rf "$logs"
mkdir -p "$logs"
logs=$(cd "$logs" && pwd)
memcheck="$(command -v valgrind) --quiet --suppressions=$(pwd)/tests/tools/valgrind.supp --error-exitcode=99 \
--leak-check=full --errors-for-leak-kinds=definite,indirect,possible --track-fds=no \
--child-silent-after-fork=yes --log-file=$logs/%p"

# The command, for whoever runs it.
printf '#!/bin/sh\nexec %s "%s/summ" "$@"\n' "$memcheck" "$(cd "$OUT" && pwd)" >"$logs/summ"
chmod +x "$logs/summ"

export GOLDEN_WITHOUT=closed-stderr.case,closed-stdout.case,convert-output.case,io-fifos.case,io-limits.case,output-full.case
export UNDER="$memcheck" CHECKS='' SUMM_COMMAND="$logs/summ" OUT TEST_SHARE="${TEST_SHARE:-20}"
sh tests/tools/run.sh "$@" >"$logs/log" 2>&1
status=$?
grep -v ' passed, .* failed$' "$logs/log"
for file in "$logs"/[0-9]*; do
    [ -s "$file" ] && cat "$file" && status=1
done
tail -n 1 "$logs/log"
exit $status
