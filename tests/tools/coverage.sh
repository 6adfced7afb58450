#!/bin/sh
# coverage.sh FOLDER: lines and branches of src/ that the tests reached, by gcov, from a build with CONFIG=coverage.
find "$1/src" -name '*.gcda' | sort | while IFS= read -r data; do
    gcov -b -n "$data" 2>/dev/null
done | awk '
    /^File / { file = $2; gsub(/\047/, "", file); take = file ~ /^src\// }
    take && /^Lines executed/ { split($0, a, /[:% ]+/); lines[file] = a[3]; n_lines[file] = $NF }
    take && /^Taken at least once/ { split($0, a, /[:% ]+/); branches[file] = a[5]; n_branches[file] = $NF; take = 0 }
    END { for (f in lines) {
              printf "%6.1f %% of %4d lines  %6.1f %% of %4d branches  %s\n", lines[f], n_lines[f], branches[f], n_branches[f], f
              if (f !~ /^src\/cli\//) { l += lines[f] * n_lines[f]; nl += n_lines[f]; b += branches[f] * n_branches[f]; nb += n_branches[f] } }
          printf "%6.1f %% of %4d lines  %6.1f %% of %4d branches  outside src/cli\n", l / nl, nl, b / nb, nb }' | sort -k 9
