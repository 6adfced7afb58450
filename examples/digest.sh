#!/bin/sh
# digest.sh FEED... - for each item of RSS and Atom feeds (files, or - for standard input) its title and one sentence:
#
#     curl -s https://example.org/feed.xml | sh digest.sh -
#
# SUMM names another summ.

# One line for each item: the title, a tab, and the text as HTML.
items() {
    tr '\n\r\t' '   ' |
        sed -e 's/<item[ >]/\n&/g' -e 's/<entry[ >]/\n&/g' -e 's/<!\[CDATA\[/\x01/g' -e 's/\]\]>/\x02/g' |
        sed -n '/^<\(item\|entry\)/{
            s/<\/\(item\|entry\)>.*//
            # What stands in CDATA is text already; elsewhere entities are one level deeper.
            :cdata
            s/\x01\([^\x02]*\)&\([^\x02]*\)\x02/\x01\1\x03\2\x02/
            t cdata
            s/&lt;/</g; s/&gt;/>/g; s/&quot;/"/g; s/&apos;/\x27/g; s/&#0*39;/\x27/g; s/&amp;/\&/g; s/\x03/\&/g
            s/[\x01\x02]//g
            p
        }' |
        awk '
            function field(name,    at, rest) {
                at = match($0, "<" name "( [^>]*)?>")
                if (at == 0 || substr($0, RSTART + RLENGTH - 2, 2) == "/>")
                    return ""
                rest = substr($0, at + RLENGTH)
                at = index(rest, "</" name ">")
                rest = at > 0 ? substr(rest, 1, at - 1) : rest
                gsub(/^ +| +$/, "", rest)
                return rest
            }
            {
                n = split("content:encoded content description summary", names, " ")
                body = ""
                for (i = 1; i <= n && body == ""; i++)
                    body = field(names[i])
                print field("title") "\t" body
            }'
}

[ $# -gt 0 ] || { echo 'usage: digest.sh FEED...' >&2; exit 2; }
status=0
for feed in "$@"; do
    [ "$feed" = - ] || [ -r "$feed" ] || { echo "digest.sh: cannot read $feed" >&2; status=1; continue; }
    if [ "$feed" = - ]; then cat; else cat <"$feed"; fi | items | while IFS="$(printf '\t')" read -r title body; do
        printf '* %s\n' "$title"
        printf '%s\n' "$body" | "${SUMM:-summ}" -F html --whole -n 1 | sed 's/^/  /'
    done
done
exit $status
