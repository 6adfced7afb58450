#!/bin/sh
# The style sheet and the script in the page of -t html are those that its policy names, and nothing in them reaches out
# of the page or takes text for markup.
page=$(mktemp) || exit 1
trap 'rm -f "$page"' EXIT
printf 'The owl sleeps by day. By night the owl hunts mice.\n' | "$OUT/summ" -t html >"$page" || exit 1

# part ELEMENT: what stands in it, byte for byte.
part() {
    sed -n "/^<$1>/,/^<\/$1>/p" "$page" | sed -e "1s/^<$1>//" -e '$d'
}
for element in style script; do
    command -v openssl >/dev/null 2>&1 || break
    hash=$(part "$element" | openssl dgst -sha256 -binary | openssl base64)
    grep -F -q "$element-src 'sha256-$hash'" "$page" || { echo "the policy does not name the $element, $hash"; exit 1; }
done
if grep -n -i -E 'https?:|@import|url\(|eval|innerHTML|outerHTML|insertAdjacent|document\.write|new Function|fetch|XMLHttp|import' \
    src/output/page.css src/output/page.js; then
    echo 'the page reaches out, or takes text for markup'
    exit 1
fi
