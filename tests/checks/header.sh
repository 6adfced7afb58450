#!/bin/sh
# summ.h in every dialect that it is for, included alone and twice; what it says of itself throughout.
case $OUT in
*/release) ;;
*) exit 0 ;; # once is enough
esac
dir=$(mktemp -d) || exit 1
trap 'rm -rf "$dir"' EXIT
bad=0
complain() {
    echo "$*"
    bad=1
}

# ---- Dialects ----

cat >"$dir/twice.c" <<'END'
#include "summ.h"
#include "summ.h"
int use(const summ_doc *doc, summ_sentences **found);
int use(const summ_doc *doc, summ_sentences **found) {
    summ_summary_options options;
    summ_summary_options_init(&options, sizeof options);
    options.max_words = SUMM_NO_LIMIT;
    options.diversity = SUMM_DIVERSITY_OWN;
    return summ_summarize(doc, &options, found) == SUMM_OK && SUMM_VERSION_NUMBER >= 10000;
}
END
cp "$dir/twice.c" "$dir/twice.c++"
strict='-Wall -Wextra -Wpedantic -pedantic -Wconversion -Wshadow -Wundef -Werror -Iinclude -fsyntax-only'
# compile COMPILER FILE DIALECT...
compile() {
    compiler=$1
    file=$2
    shift 2
    command -v "$compiler" >/dev/null 2>&1 || return
    for dialect in "$@"; do
        "$compiler" -std="$dialect" -fsyntax-only -x "${file##*/twice.}" /dev/null 2>/dev/null || continue
        # shellcheck disable=SC2086
        "$compiler" -std="$dialect" $strict "$file" || complain "$compiler -std=$dialect refuses summ.h"
    done
}
compile "${CC:-cc}" "$dir/twice.c" c99 gnu99 c11 c17
compile clang "$dir/twice.c" c99 c11
compile c++ "$dir/twice.c++" c++11 c++14 c++17 c++20
compile clang++ "$dir/twice.c++" c++11 c++20

# ---- What it says ----

version=$(sed -n 's/^#define SUMM_VERSION "\(.*\)"/\1/p' include/summ.h)
number=$(sed -n 's/^#define SUMM_VERSION_NUMBER \(.*\)/\1/p' include/summ.h)
[ "$(echo "$version" | awk -F. '{ print $1 * 10000 + $2 * 100 + $3 }')" = "$number" ] ||
    complain "SUMM_VERSION is $version, SUMM_VERSION_NUMBER $number"
[ "$("$OUT/summ" --version | sed -n '1s/^summ //p')" = "$version" ] || complain "the command is of another version"

# Options begin with their size and have an init function.
awk '/^typedef struct summ_[a-z_]+ \{/ { name = $3; getline; if (/^    size_t struct_size;$/) print name }
     /^typedef struct summ_[a-z_]*(options|report) \{/ { print $3 }' include/summ.h | sort -u | while IFS= read -r name; do
    grep -q "^SUMM_API void ${name}_init($name \*[a-z]*, size_t struct_size);" include/summ.h || echo "$name has no init function"
    awk -v name="$name" '$0 == "typedef struct " name " {" { getline; if (!/size_t struct_size;/) print name " has no size" }' include/summ.h
done >"$dir/options"
[ ! -s "$dir/options" ] || complain "$(cat "$dir/options")"

# Every function stands below a comment, alone or beside its kin, which only take away, initialise or count.
awk '/^SUMM_API/ { if (last ~ /^$|^}/ && !/_init\(|_free\(/) print "no comment above: " $0 }
     { last = $0 }' include/summ.h >"$dir/functions"
[ ! -s "$dir/functions" ] || complain "$(cat "$dir/functions")"
exit $bad
