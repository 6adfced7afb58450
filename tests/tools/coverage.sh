#!/bin/sh
# coverage.sh FOLDER: lines and branches of src/ that the tests reached, by gcov, from a build with CONFIG=coverage. Then
# the lines outside of src/cli that no test reached and that uncovered.tsv does not give a reason for, and rows of it that
# hold no longer: status 1 if there are any of the first, or if less than 95 % of lines or 90 % of branches are reached.
folder=$1
data() {
    find "$folder/src" -name '*.gcda' | sort
}

data | while IFS= read -r file; do
    gcov -b -n "$file" 2>/dev/null
done | awk '
    /^File / { file = $2; gsub(/\047/, "", file); take = file ~ /^src\// }
    take && /^Lines executed/ { split($0, a, /[:% ]+/); lines[file] = a[3]; n_lines[file] = $NF }
    take && /^Taken at least once/ { split($0, a, /[:% ]+/); branches[file] = a[5]; n_branches[file] = $NF; take = 0 }
    END { for (f in lines) {
              printf "%6.1f %% of %4d lines  %6.1f %% of %4d branches  %s\n", lines[f], n_lines[f], branches[f], n_branches[f], f
              if (f !~ /^src\/cli\//) { l += lines[f] * n_lines[f]; nl += n_lines[f]; b += branches[f] * n_branches[f]; nb += n_branches[f] } }
          printf "%6.1f %% of %4d lines  %6.1f %% of %4d branches  outside src/cli\n", l / nl, nl, b / nb, nb
          exit l / nl < 95 || b / nb < 90 }' >"$folder/reached"
status=$?
sort -k 9 "$folder/reached"

# A line of a header is reached if it is in any of the files that include it.
data | grep -v '/src/cli/' | while IFS= read -r file; do
    gcov -t "$file" 2>/dev/null
done | awk -F : '
    /^ *-: *0:Source:/ { file = $4 }
    file !~ /^src\// || file ~ /^src\/cli\// || $1 ~ /-$/ { next }
    { at = file SUBSEP $2; text = $0; sub(/^[^:]*:[^:]*:[ \t]*/, "", text); gsub(/\t/, " ", text); said[at] = file "\t" text }
    $1 !~ /#####/ { reached[at] = 1 }
    END { for (at in said) if (!(at in reached)) n[said[at]]++
          for (row in n) print row "\t" n[row] }' | sort >"$folder/uncovered"
awk -F '\t' '
    NR == FNR { if ($0 !~ /^#/ && NF == 4) known[$1 "\t" $3] = $2; next }
    { at = $1 "\t" $2; seen[at] = 1
      if (!(at in known)) { print "no test reaches, and no reason is given: " $1 ": " $2; bad = 1 }
      else if ($3 > known[at]) { print $3 " such lines, " known[at] " with a reason: " $1 ": " $2; bad = 1 } }
    END { for (at in known) if (!(at in seen)) { text = at; sub(/\t/, ": ", text); print "reached now: " text }
          exit bad }' tests/tools/uncovered.tsv "$folder/uncovered" || status=1
exit $status
