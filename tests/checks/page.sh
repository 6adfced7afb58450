#!/bin/sh
# The style sheet and the script in the page of -t html are those that its policy names, and nothing in them reaches out
# of the page or takes text for markup.
page=$(mktemp) || exit 1
trap 'rm -f "$page"' EXIT
printf 'The owl sleeps by day. By night the owl hunts mice.\n' | "$OUT/summ" -t html >"$page" || exit 1

# part ELEMENT: what stands in it, byte for byte.
part() {
    awk -v RS="</$1>" -v open="<$1>" 'NR == 1 { printf "%s", substr($0, index($0, open) + length(open)) }' "$page"
}
if command -v openssl >/dev/null 2>&1 && awk -v RS='ab' 'BEGIN { exit 0 }'; then
    for element in style script; do
        hash=$(part "$element" | openssl dgst -sha256 -binary | openssl base64)
        grep -F -q "$element-src 'sha256-$hash'" "$page" || { echo "the policy does not name the $element, $hash"; exit 1; }
    done
fi
if grep -n -i -E 'https?:|@import|url\(|eval|innerHTML|outerHTML|insertAdjacent|document\.write|new Function|fetch|XMLHttp|import' \
    src/output/page.css src/output/page.js; then
    echo 'the page reaches out, or takes text for markup'
    exit 1
fi
