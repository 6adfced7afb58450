#!/bin/sh
# rlimits.sh: with little memory, little data and a small stack the command does what it does with plenty, or says in one
# line that there is not enough; it never dies of it, and never leaves anything. From where the loader itself manages.
set -u
summ=${SUMM_COMMAND:-$PWD/$OUT/summ}
bad=0
if nm "$summ" 2>/dev/null | grep -q '__asan_init\|__tsan_init'; then
    exit 0 # which need terabytes of addresses
fi
dir=$(mktemp -d) || exit 1
trap 'rm -rf "$dir"' EXIT
cp tests/golden/files/bees.txt tests/golden/files/records.jsonl tests/golden/files/glacier.html "$dir" && cd "$dir" || exit 1
awk 'BEGIN { for (i = 1; i <= 3000; i++) print "Lock number " i " of the canal was mended in week " i " of the year.\n" }' >canal.txt

# Whether this may come of it.
is_right() {
    if grep -q 'error while loading shared libraries' err; then
        return 0
    fi
    case $status in
    0) cmp -s out.txt expected && test ! -s err ;;
    2) grep -q '^summ: .*\(out of memory\|Cannot allocate memory\)$' err && test "$(wc -l <err)" -eq 1 &&
        test "$(cat out.txt)" = old ;;
    *) false ;;
    esac
}

# try LETTER KILOBYTES ARGUMENT...: under a limit of ulimit.
try() {
    letter=$1
    size=$2
    shift 2
    echo old >out.txt
    (
        ulimit "$letter" "$size"
        exec "$summ" "$@" -o out.txt
    ) 2>err
    status=$?
    if ! is_right || test -n "$(find . -name '.summ-*')"; then
        echo "ulimit $letter $size; summ $*: status $status"
        cat err
        rm -f .summ-*
        bad=1
    fi
}

# all ARGUMENT...
all() {
    "$summ" "$@" -o expected || exit 1
    for kilobytes in 7000 8000 9000 10000 11000 12000 13000 14000 16000 20000 32000 64000; do
        try -v $kilobytes "$@"
    done
    for kilobytes in 200 400 600 800 1000 1200 1500 2000 3000 5000 12000; do
        try -d $kilobytes "$@"
    done
    for kilobytes in 256 1024; do
        try -s $kilobytes "$@"
    done
}

all -j 1 -n 2 bees.txt
all -j 1 -t json -k 5 canal.txt
all -n 1 -j 2 records.jsonl
if "$summ" --version | grep -q gumbo; then
    all -t html glacier.html
fi
exit $bad
