#!/bin/sh
# deps.sh [--try] [GROUP]...: tells which libraries and tools are missing and, on Debian and Ubuntu, installs them. Quiet
# if all are there. A GROUP has what one check needs besides: pytest, python, sqlite, docs (what judges manual pages and
# completions), clang, valgrind, fuzz or afl; with --try it is no failure if that cannot be installed.
cc=${CC:-cc}
try=''
[ "$1" != --try ] || { try=yes; shift; }

# works HEADER LIBRARY...: can a program with that header be linked with those libraries?
works() {
    header=$1
    shift
    dir=$(mktemp -d) || exit 1
    printf '#include <stddef.h>\n#include <stdint.h>\n#include <stdarg.h>\n#include <setjmp.h>\n#include <%s>\nint main(void) { return 0; }\n' \
        "$header" >"$dir/probe.c"
    "$cc" -o "$dir/probe" "$dir/probe.c" "$@" >/dev/null 2>&1
    status=$?
    rm -rf "$dir"
    return $status
}

missing=''
need() {
    missing="$missing $1"
}

# Called by their names.
# shellcheck disable=SC2317
probe_pytest() {
    /usr/bin/python3 -c 'import pytest' >/dev/null 2>&1 || need python3-pytest
}

# shellcheck disable=SC2317
probe_python() {
    probe_pytest
    for module in setuptools wheel pip; do
        /usr/bin/python3 -c "import $module" >/dev/null 2>&1 || need "python3-$module"
    done
    /usr/bin/python3 -c 'import mypy' >/dev/null 2>&1 || need mypy
}

# shellcheck disable=SC2317
probe_sqlite() {
    works sqlite3ext.h || need libsqlite3-dev
    command -v sqlite3 >/dev/null 2>&1 || need sqlite3
}

# shellcheck disable=SC2317
probe_docs() {
    for tool in mandoc bash zsh fish shellcheck; do
        command -v "$tool" >/dev/null 2>&1 || need "$tool"
    done
}

# shellcheck disable=SC2317
probe_fuzz() {
    command -v clang >/dev/null 2>&1 || need clang
    dir=$(mktemp -d) || exit 1
    echo 'int LLVMFuzzerTestOneInput(const char *p, unsigned long n) { return p == 0 && n > 0; }' >"$dir/probe.c"
    clang -fsanitize=fuzzer,address -o "$dir/probe" "$dir/probe.c" >/dev/null 2>&1 || need libclang-rt-dev
    rm -rf "$dir"
}

# shellcheck disable=SC2317
probe_afl() {
    command -v afl-clang-fast >/dev/null 2>&1 || need afl++
}

# shellcheck disable=SC2317
probe_clang() {
    command -v clang >/dev/null 2>&1 || need clang
    [ -n "$(find /usr/lib -name 'libclang_rt.msan*' 2>/dev/null)" ] || need clang
}

# shellcheck disable=SC2317
probe_valgrind() {
    command -v valgrind >/dev/null 2>&1 || need valgrind
}

probe_libraries() {
    works stdio.h || need build-essential
    works libstemmer.h -lstemmer || need libstemmer-dev
    works uthash.h || need uthash-dev
    works utf8proc.h -lutf8proc || need libutf8proc-dev
    works jansson.h -ljansson || need libjansson-dev
    works uchardet/uchardet.h -luchardet || need libuchardet-dev
    works gumbo.h -lgumbo || need libgumbo-dev
    works cmark.h -lcmark || need libcmark-dev
    works zlib.h -lz || need zlib1g-dev
    works zstd.h -lzstd || need libzstd-dev
    works lzma.h -llzma || need liblzma-dev
    works cmocka.h -lcmocka || need libcmocka-dev
    [ -n "$(find /usr/share/unicode -name WordBreakTest.txt 2>/dev/null)" ] || need unicode-data
}

# The group's probe is found by its name.
# shellcheck disable=SC2317
probe() {
    probe_libraries
    for group in "$@"; do
        "probe_$group"
    done
}

as_root() {
    if [ "$(id -u)" -eq 0 ]; then
        "$@"
    else
        sudo "$@"
    fi
}

install_missing() {
    echo "installing:$missing"
    export DEBIAN_FRONTEND=noninteractive
    # shellcheck disable=SC2086
    as_root apt-get install -y -q --no-install-recommends $missing >/dev/null 2>&1 && return
    # The lists of packages may be old, or never fetched.
    # shellcheck disable=SC2086
    as_root apt-get update -q >/dev/null && as_root apt-get install -y -q --no-install-recommends $missing >/dev/null
}

probe "$@"
[ -z "$missing" ] && exit 0
if command -v apt-get >/dev/null 2>&1; then
    install_missing
    missing=''
    probe "$@"
    [ -z "$missing" ] && exit 0
fi
[ -z "$try" ] || sh "$0" || exit 1
echo "missing (names of Debian's packages; README.md has those of other systems):$missing" >&2
[ -n "$try" ]
