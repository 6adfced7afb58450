#!/bin/sh
# The examples of README.md, summ.h and summ(1): every command shown is run and its output compared, every program compiled and
# run.
case $OUT in
*/release) ;;
*) exit 0 ;; # once is enough
esac
export SUMM_CONFIG_PATH='' SUMM_OPTIONS=''
dir=$(mktemp -d) || exit 1
trap 'rm -rf "$dir"' EXIT
libs=${LIBS:--lstemmer -lutf8proc -lm}

# ---- summ.h: the code in its comments, each piece a function of its own ----
awk '
    /^ \*     / { if (!code) printf "static void example_%d(const char *text, summ_doc *doc) {\n    (void)text;\n    (void)doc;\n    {\n", ++n
                  code = 1; print substr($0, 8); next }
    code && /^ \*$/ { print ""; next }
    code { print "    }\n}"; code = 0 }
    END { print "int main(void) {\n    static const char text[] = \"The owl sleeps by day. By night the owl hunts mice.\";"
          print "    summ_engine *engine;\n    summ_doc *doc;"
          print "    if (summ_engine_new(NULL, &engine) != SUMM_OK || summ_doc_new(engine, text, sizeof text - 1, NULL, &doc) != SUMM_OK)\n        return 1;"
          for (i = 1; i <= n; i++) printf "    example_%d(text, doc);\n", i
          print "    summ_doc_free(doc);\n    summ_engine_free(engine);\n    return 0;\n}" }
' include/summ.h >"$dir/body.c"
{
    printf '#include <stdio.h>\n#include <string.h>\n#include "summ.h"\n'
    cat "$dir/body.c"
} >"$dir/header.c"
# shellcheck disable=SC2086
${CC:-cc} -std=c99 -Wall -Wextra -Wno-unused-but-set-variable -Werror -Iinclude -o "$dir/header" "$dir/header.c" "$OUT/libsumm.a" $libs || exit 1
"$dir/header" <tests/samples/lighthouse.txt >"$dir/header.out" || exit 1
grep -q '^The owl sleeps by day\.$' "$dir/header.out" || { echo 'the examples of summ.h printed:'; cat "$dir/header.out"; exit 1; }

# ---- README.md: the C program, and console sessions: "$ command" and what it prints ----
mkdir "$dir/bin"
ln -s "$(realpath "$OUT")/summ" "$dir/bin/summ"
awk '/^```c$/ { on = 1; next } /^```/ { on = 0 } on' README.md >"$dir/example.c"
[ -s "$dir/example.c" ] || { echo 'README.md has no C program'; exit 1; }
# shellcheck disable=SC2086
${CC:-cc} -std=c11 -Wall -Wextra -Werror -Iinclude -o "$dir/bin/example" "$dir/example.c" "$OUT/libsumm.a" $libs || exit 1

# One of them reads a web page.
"$OUT/summ" --version | grep -q gumbo || exit 0

# run FILE: does each "$ command" of a session give what stands below it?
run() {
    grep -q '^\$ summ' "$1" || { echo "$2 shows no command"; exit 1; }
    sed -n 's/^\$ //p' "$1" | while IFS= read -r command; do
        printf '$ %s\n' "$command"
        (cd tests/samples && PATH="$dir/bin:$PATH" sh -c "$command") 2>&1
    done >"$dir/printed"
    diff "$1" "$dir/printed" || { echo "$2 shows (<) other output than is printed (>)"; exit 1; }
}

awk '/^```console$/ { on = 1; next } /^```/ { on = 0 } on' README.md >"$dir/shown"
run "$dir/shown" README.md

# What roff calls by names is named again as it is.
awk '/^\.SH / { here = $2 == "EXAMPLES" } /^\.EX$/ { on = here; next } /^\.EE$/ { on = 0 } on' "$OUT/share/man/man1/summ.1" |
    sed "s/\\\\(aq/'/g; s/\\\\(ga/\`/g; s/\\\\(ha/^/g; s/\\\\(ti/~/g; s/\\\\-/-/g; s/\\\\&//g; s/\\\\e/\\\\/g" >"$dir/manual"
run "$dir/manual" 'summ(1)'
