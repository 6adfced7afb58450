#!/bin/sh
# real.sh: what needs rights of its own: a full file system, which is mounted where that is allowed; and files that may
# not be read, by a user who may not read everything. Whatever cannot be had is said and left out.
set -u
summ=${SUMM_COMMAND:-$PWD/$OUT/summ}
bad=0
dir=$(mktemp -d) || exit 1
trap 'umount "$dir/small" 2>/dev/null; chmod -R u+rwx "$dir"; rm -rf "$dir"' EXIT
export SUMM_CONFIG_PATH=''
cp tests/golden/files/bees.txt "$dir" && cp "$summ" "$dir/summ" && cd "$dir" && chmod 755 . || exit 1
awk 'BEGIN { for (i = 1; i <= 9000; i++) print "Lock number " i " of the canal was mended in week " i " of the year.\n" }' >canal.txt

# expect STATUS MESSAGE GOT: what the command said on standard error is in err.
expect() {
    if test "$3" -ne "$1" || test "$(cat err)" != "$2"; then
        echo "status $3, not $1; said:"
        cat err
        bad=1
    fi
}

# ---- A full file system ----

mkdir small
if mount -t tmpfs -o size=64k none small 2>/dev/null; then
    echo old >small/out.txt
    ./summ --split -o small/out.txt canal.txt 2>err
    expect 2 'summ: small/out.txt: No space left on device' $?
    ./summ --split canal.txt >small/stdout 2>err
    expect 2 'summ: write error: No space left on device' $?
    rm small/stdout
    ./summ -n 1 -o small/out.txt bees.txt 2>err
    expect 0 '' $?
    mount -o remount,ro small
    ./summ -n 2 -o small/out.txt bees.txt 2>err
    expect 2 'summ: small/out.txt: Read-only file system' $?
    if test "$(ls -A small) $(wc -l <small/out.txt)" != 'out.txt 1'; then
        ls -lA small
        bad=1
    fi
else
    echo 'no file system can be mounted: left out'
fi

# ---- Files that may not be read ----

# other COMMAND...: as a user who may not read everything.
if test "$(id -u)" -ne 0; then
    other() { "$@"; }
elif command -v setpriv >/dev/null; then
    other() { setpriv --reuid=65534 --regid=65534 --clear-groups "$@"; }
else
    other() { false; }
fi
if other ./summ --version >/dev/null 2>&1; then
    mkdir locked box box/locked open && cp bees.txt secret.txt && cp bees.txt box/a.txt && cp bees.txt box/b.txt
    cp bees.txt open/out.txt && cp bees.txt locked && chmod 777 open && chmod 755 locked
    chmod 0 secret.txt box/locked box/a.txt
    other ./summ secret.txt 2>err
    expect 2 'summ: secret.txt: Permission denied' $?
    other ./summ -n 1 --known=secret.txt bees.txt 2>err
    expect 2 'summ: secret.txt: Permission denied' $?
    SUMM_CONFIG_PATH=secret.txt other ./summ -n 1 bees.txt 2>err
    expect 2 'summ: secret.txt: Permission denied; --no-config does without' $?
    other ./summ -n 1 -o locked/bees.txt bees.txt 2>err
    expect 2 'summ: locked/bees.txt: Permission denied' $?
    other ./summ -n 1 -o open/out.txt bees.txt 2>err
    expect 0 '' $?
    other ./summ -n 1 -r box >found 2>err
    expect 2 'summ: box/a.txt: Permission denied
summ: box/locked: Permission denied' $?
    cmp locked/bees.txt bees.txt && test "$(wc -l <open/out.txt) $(grep -c 'b.txt' found)" = '1 1' || bad=1
else
    echo 'no other user can be had: left out'
fi
exit $bad
