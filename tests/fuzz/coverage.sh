#!/bin/sh
# coverage.sh FOLDER CORPUS [TARGET]...: for each target the share of the lines of its modules that its inputs reach:
# seeds, what was found, and CORPUS/TARGET. FOLDER is a build with --coverage. The lines that are not reached are in
# FOLDER/lines/TARGET. Fails if a target reaches less than 90 % of them.
folder=$1
corpus=$2
shift 2
least=90
status=0
mkdir -p "$folder/lines"

# of TARGET: its modules, from the row that may go on over several lines.
modules() {
    awk -v name="$1" '
        /^X\(/ { take = $0 ~ ("^X\\(" name ",") }
        take { row = row $0 " " }
        END {
            while (match(row, /src\/[a-z0-9_\/*]*\.c/)) {
                print substr(row, RSTART, RLENGTH)
                row = substr(row, RSTART + RLENGTH)
            }
        }' tests/fuzz/targets.def
}

# of MODULE: every line with its count, "file:line: count: text".
lines() {
    gcov -t -o "$folder/${1%.c}.gcda" "$1" 2>/dev/null |
        awk -F: -v module="$1" '
            $2 + 0 == 0 && $3 == "Source" { take = $4 == module }
            take && $2 + 0 > 0 { count = $1; gsub(/ /, "", count); text = $0; sub(/^[^:]*:[^:]*:/, "", text)
                                 print module ":" $2 + 0 ": " count ": " text }'
}

measure() {
    target=$1
    find "$folder" -name '*.gcda' -exec rm -f {} +
    "$folder/tests/fuzz/replay_test" "$target" "tests/fuzz/seeds/$target" "tests/fuzz/found/$target" \
        "$corpus/$target" || status=1
    # They are patterns of names.
    # shellcheck disable=SC2046
    for module in $(modules "$target"); do
        lines "$module"
    done >"$folder/lines/all"
    grep ': #####: \|: =====: ' "$folder/lines/all" >"$folder/lines/$target"
    awk -v target="$target" -v least=$least -F': ' '
        { split($1, at, ":"); file = at[1] }
        $2 == "-" { next }
        { n[file]++; all++ }
        $2 !~ /^[#=]/ { hit[file]++; good++ }
        END { share = all ? 100 * good / all : 0
              printf "%-14s %5.1f %% of %5d lines%s\n", target, share, all, share < least ? "  below " least " %" : ""
              for (f in n) printf "    %5.1f %% of %4d  %s\n", 100 * hit[f] / n[f], n[f], f | "sort -k 5"
              close("sort -k 5")
              exit share < least }' "$folder/lines/all" || status=1
}

# Names are words.
# shellcheck disable=SC2046
[ $# -gt 0 ] || set -- $(sed -n 's/^X.\([a-z0-9_]*\),.*/\1/p' tests/fuzz/targets.def)
for target in "$@"; do
    measure "$target"
done
exit $status
