#!/bin/sh
# check.sh COMMAND [FOLDER]: runs page_test.py, which needs Chromium and its driver; installs them on Debian and Ubuntu.
dir=$(dirname "$0")
missing=''
for tool in chromium chromedriver python3; do
    command -v "$tool" >/dev/null 2>&1 || missing="$missing $tool"
done
if [ -n "$missing" ] && command -v apt-get >/dev/null 2>&1; then
    echo "installing:$missing"
    export DEBIAN_FRONTEND=noninteractive
    root=''
    [ "$(id -u)" -eq 0 ] || root=sudo
    # shellcheck disable=SC2046
    $root apt-get install -y -q --no-install-recommends $(echo "$missing" | sed 's/chromedriver/chromium-driver/') >/dev/null 2>&1 ||
        { $root apt-get update -q && $root apt-get install -y -q --no-install-recommends chromium chromium-driver python3; } >/dev/null
fi
for tool in chromium chromedriver python3; do
    command -v "$tool" >/dev/null 2>&1 || { echo "check-browser: $tool is missing" >&2; exit 2; }
done
PYTHONDONTWRITEBYTECODE=1 exec python3 "$dir/page_test.py" "$@"
