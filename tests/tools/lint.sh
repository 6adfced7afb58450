#!/bin/sh
# lint.sh: layout, static analysis, shell scripts, layering. Says which tools are missing and goes on without them.
bad=0
set -- src/*/*.c src/*/embed/*.c stopwords/*.c
have() {
    command -v "$1" >/dev/null 2>&1 || { echo "lint: no $1, left out" >&2; return 1; }
}
if have clang-format; then
    # The public header is laid out by hand: its comments are aligned over blank lines.
    clang-format --dry-run -Werror src/*/*.[ch] src/*/embed/*.c stopwords/*.[ch] tests/*/*.[ch] bindings/*/*.[ch] \
        bindings/*/tests/*.c examples/*.c* || bad=1
fi
if have clang-tidy; then
    # Left out: easily swapped parameters (most take two offsets), reserved names (feature test macros are), the
    # annexes K functions nobody has, and a false positive about va_list.
    clang-tidy --quiet --warnings-as-errors='*' \
        --checks='-*,bugprone-*,clang-analyzer-*,performance-*,-bugprone-easily-swappable-parameters,-bugprone-reserved-identifier,-clang-analyzer-security.insecureAPI.DeprecatedOrUnsafeBufferHandling,-clang-analyzer-valist.Uninitialized,-bugprone-macro-parentheses,-bugprone-branch-clone' \
        "$@" -- -std=c11 -DSUMM_BUILD -Iinclude -Isrc 2>/dev/null || bad=1
fi
if have cppcheck; then
    cppcheck --quiet --std=c11 --enable=warning,performance,portability --inline-suppr --error-exitcode=1 \
        --suppress=missingIncludeSystem -DSUMM_BUILD -Iinclude -Isrc src stopwords || bad=1
fi
have shellcheck && { shellcheck -e SC2013 tests/*/*.sh tests/checks/*.bash bindings/*/*.sh examples/*.sh examples/prepare-commit-msg .ci/run || bad=1; }
sh tests/checks/layering.sh || bad=1
exit $bad
