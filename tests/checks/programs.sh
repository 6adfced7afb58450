#!/bin/sh
# The programs of examples/ do what they say, with the library of this build.
work=$(mktemp -d) || exit 1
trap 'rm -rf "$work"' EXIT
bad=0
article=tests/samples/lighthouse.txt
SUMM=${SUMM_COMMAND:-$(realpath "$OUT")/summ}
export SUMM

# same NAME FOUND EXPECTED
same() {
    [ "$2" = "$3" ] && return
    printf '%s prints\n%s\nand not\n%s\n' "$1" "$2" "$3"
    bad=1
}

flags='-O1 -Wall -Wextra -Werror -Iinclude'
case $OUT in
*/asan) flags="$flags -fsanitize=address,undefined" ;;
*/tsan) flags="$flags -fsanitize=thread" ;;
*/coverage) flags="$flags --coverage" ;;
esac
for program in shortest threads allocator corpus; do
    # shellcheck disable=SC2086
    "${CC:-cc}" -std=c11 -pedantic $flags -o "$work/$program" examples/$program.c "$OUT"/libsumm.a $LIBS -lpthread || bad=1
done
same shortest.c "$("$work/shortest" <$article)" "$("$SUMM" -n 3 $article)"
same allocator.c "$("$work/allocator" <$article 2>/dev/null)" "$("$SUMM" -k 10 --overlap $article)"
best=$("$SUMM" -n 1 $article)
same threads.c "$("$work/threads" $article nothing.txt $article)" "$article: $best
nothing.txt: (nothing)
$article: $best"

echo 'The keeper lights the lamp. The tower stands at the harbour.' >"$work/a.txt"
echo 'The keeper paints the tower. Boats wait at the harbour for the tide.' >"$work/b.txt"
same corpus.c "$(cd "$work" && ./corpus all.corpus a.txt b.txt && ./corpus all.corpus a.txt)" 'a.txt: keeper lights, tower stands, lamp
b.txt: Boats wait, keeper paints, tide
a.txt: keeper lights, tower stands, lamp'
same 'corpus.c, without time' "$(cd "$work" && ./corpus -s 0 none.corpus a.txt 2>&1)" 'corpus: cancelled'
same 'corpus.c, of a text' "$(cd "$work" && ./corpus b.txt a.txt 2>&1)" 'corpus: not a corpus'
same 'corpus.c, of nothing' "$(cd "$work" && ./corpus all.corpus c.txt 2>&1)" 'corpus: cannot read c.txt
corpus: invalid argument'

if command -v c++ >/dev/null 2>&1; then
    # shellcheck disable=SC2086
    c++ -std=c++17 -pedantic $flags -o "$work/raii" examples/raii.cpp "$OUT"/libsumm.a $LIBS || bad=1
    same raii.cpp "$("$work/raii" <$article)" "$("$SUMM" -w 60 $article)"
fi

cat >"$work/feed.xml" <<'END'
<?xml version="1.0"?><rss><channel><title>The channel</title>
<item><title>A <![CDATA[dog & a]]> cat</title><description>&lt;p&gt;The dog barks &amp;amp; runs.&lt;/p&gt;</description></item>
<item>
<title>Second</title><description>No.</description>
<content:encoded><![CDATA[<p>The harbour is open &amp; the ships
sail.</p>]]></content:encoded></item></channel></rss>
END
same digest.sh "$(sh examples/digest.sh "$work/feed.xml")" '* A dog & a cat
  The dog barks & runs.
* Second
  The harbour is open & the ships sail.'
cat >"$work/atom.xml" <<'END'
<feed xmlns="http://www.w3.org/2005/Atom"><title>Feed</title><entry><title type="text"> It&apos;s here </title>
<summary/><content type="html">&lt;p&gt;The owl sleeps.&lt;/p&gt;</content></entry><entry><title/><id>2</id></entry></feed>
END
same 'digest.sh with Atom' "$(sh examples/digest.sh "$work/nothing.xml" "$work/atom.xml" 2>&1; echo $?)" \
    "digest.sh: cannot read $work/nothing.xml
* It's here
  The owl sleeps.
* 
1"
same 'digest.sh -' "$(sh examples/digest.sh - <"$work/feed.xml" | sed -n 3p)" '* Second'

if command -v git >/dev/null 2>&1; then
    git init -q "$work/tree" && cp $article "$work/tree/a.txt" && git -C "$work/tree" add a.txt
    echo 'old' >"$work/message"
    hook=$PWD/examples/prepare-commit-msg
    (cd "$work/tree" && sh "$hook" "$work/message") || bad=1
    same prepare-commit-msg "$(cat "$work/message")" "old
# About: $("$SUMM" -k 5 $article | paste -s -d , - | sed 's/,/, /g')"
    git -C "$work/tree" config core.commentChar ';'
    (cd "$work/tree" && sh "$hook" "$work/message") || bad=1
    same 'prepare-commit-msg, with a sign of their own' "$(sed -n '3s/: .*//p' "$work/message")" '; About'
    (cd "$work/tree" && SUMM=no-such-summ sh "$hook" "$work/message") || bad=1
    (cd "$work/tree" && sh "$hook" "$work/message" message) || bad=1
    same 'prepare-commit-msg, with a message' "$(wc -l <"$work/message")" 3
fi
exit $bad
