#!/bin/sh
# limits.sh: the limits that take minutes, 6 GB of memory and a million files: texts around 4 GiB that come through pipes,
# as records and out of compressed files, and as many files as there may be. Says how long each took and its peak of memory
# where GNU time is there.
# shellcheck disable=SC3045 # dash, bash, ksh and busybox have these limits
set -u
summ=${SUMM_COMMAND:-$PWD/$OUT/summ}
bad=0
dir=$(mktemp -d "${TMPDIR:-/tmp}/summ-limits-XXXXXX") || exit 1
trap 'rm -rf "$dir"' EXIT
export SUMM_CONFIG_PATH=''
cp tests/golden/files/bees.txt "$dir" && cd "$dir" || exit 1
figures=''
if test -x /usr/bin/time; then
    figures='/usr/bin/time -o figures -f %es,%MkB'
fi

# expect STATUS MESSAGE ARGUMENT...: standard input is that of the caller; messages may be about several files.
expect() {
    wanted=$1
    message=$2
    shift 2
    rm -f figures
    $figures "$summ" "$@" >out 2>err
    status=$?
    printf '%.40s  %s\n' "summ $*" "$(tail -n 1 figures 2>/dev/null)"
    if test $status -ne "$wanted" || test "$(cut -c 1-200 err)" != "$message"; then
        echo "status $status, not $wanted; said:"
        cut -c 1-200 err
        bad=1
    fi
}

prose() {
    yes 'The owl sleeps by day, and by night it hunts mice in the barn.' | head -c "$1"
}

# ---- 4 GiB ----

prose 4294967295 | expect 2 'summ: standard input: text too large'
{
    printf '{"text": "'
    prose 5000000000 | tr '\n' ' '
} | expect 2 'summ: standard input: text too large' -F jsonl
prose 5000000000 | tr '\n' ' ' | expect 2 'summ: standard input: text too large' -F csv
prose 60000000 | sed 's/^/{"text": "/; s/$/"}/' | head -n 500000 | expect 0 '' -F jsonl -n 1
if test "$(wc -l <out)" -ne 500000; then
    bad=1
fi
for program in gzip zstd xz; do
    if command -v $program >/dev/null && "$summ" --version | grep -q "z[a-z]* .*${program#gz}\|zlib\|zstd\|lzma"; then
        prose 4400000000 | $program -1 >bomb
        expect 2 'summ: bomb: text too large' bomb
        truncate -s 5368709120 hole && $program -1 <hole >bomb
        expect 2 'summ: bomb: binary data, not text' bomb
        rm -f bomb hole
    fi
done

# One byte less than what is refused at its beginning: there is just no memory for it here.
prose 70000 >most.txt && truncate -s 4294967294 most.txt
(
    ulimit -v 3000000
    expect 2 'summ: most.txt: Cannot allocate memory' most.txt
    exit $bad
) || bad=1
prose 200000000 >long.txt
expect 0 '' -j 1 long.txt
rm -f long.txt most.txt

# ---- Many files ----

mkdir many few
awk 'BEGIN { for (i = 0; i < 1000000; i++) { name = sprintf("many/%06d.txt", i); print "The owl sleeps by day." >name; close(name) } }'
(
    ulimit -n 16
    expect 0 '' -j 2 -r many
    exit $bad
) || bad=1
if test "$(grep -c '^==> many/' out)" -ne 1000000 || ! grep '^==>' out | LC_ALL=C sort -c; then
    bad=1
fi
expect 0 '' -m -n 1 -r many
awk 'BEGIN { for (i = 0; i < 60000; i++) { name = sprintf("few/%06d.txt", i); print "The owl sleeps by day." >name; close(name) } }'
cd few && expect 0 '' -t jsonl -- *.txt && cd ..
if test "$(wc -l <few/out)" -ne 60000; then
    bad=1
fi
exit $bad
