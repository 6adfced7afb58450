#!/bin/sh
# The manual pages and completions of the build: judged by mandoc and the shells that are there (NEED_ALL=1: all have to
# be), tried in bash, installed and removed again.
case $OUT in
*/release) ;;
*) exit 0 ;; # once is enough
esac
PATH=$(realpath "$OUT"):$PATH # where completions find the command
export PATH SUMM_CONFIG_PATH='' SUMM_OPTIONS=''
share=$OUT/share
dir=$(mktemp -d) || exit 1
trap 'rm -rf "$dir"' EXIT
bad=0

# judge TOOL ARGUMENT...: silence is consent.
judge() {
    if command -v "$1" >/dev/null 2>&1; then
        "$@" >"$dir/said" 2>&1 && [ ! -s "$dir/said" ] && return
        echo "$*:"
        cat "$dir/said"
        bad=1
    elif [ -n "$NEED_ALL" ]; then
        echo "no $1"
        bad=1
    fi
}

bash=$share/bash-completion/completions/summ
judge mandoc -T lint -W warning "$share/man/man1/summ.1"
judge mandoc -T lint -W warning "$share/man/man3/libsumm.3"
judge bash -n "$bash"
judge shellcheck -s bash "$bash"
judge zsh -n "$share/zsh/site-functions/_summ"
judge fish -n "$share/fish/vendor_completions.d/summ.fish"
judge bash tests/checks/complete.bash "$bash"
judge zsh -f tests/checks/complete.zsh "$share/zsh/site-functions"
judge fish -N tests/checks/complete.fish "$share/fish/vendor_completions.d/summ.fish"

# Every function and type of the header is in the manual of the library.
sed -n 's/^SUMM_API .*[ *]\(summ_[a-z_]*\)(.*/\1/p; s/^typedef \(struct\|enum\) \(summ_[a-z_]*\).*/\2/p' include/summ.h | sort -u |
    while IFS= read -r name; do
        grep -q "^\\\\fB.*$name" "$share/man/man3/libsumm.3" || echo "libsumm.3 lacks $name"
    done >"$dir/lacks"
[ ! -s "$dir/lacks" ] || { cat "$dir/lacks"; bad=1; }

# What is installed is removed.
log=$dir/make
make --no-print-directory install DESTDIR="$dir/the root" >"$log" 2>&1 || { cat "$log"; bad=1; }
for file in man/man1/summ.1 man/man3/libsumm.3 bash-completion/completions/summ zsh/site-functions/_summ \
    fish/vendor_completions.d/summ.fish; do
    [ -s "$dir/the root/usr/local/share/$file" ] || { echo "not installed: $file"; bad=1; }
done
make --no-print-directory uninstall DESTDIR="$dir/the root" >"$log" 2>&1 || { cat "$log"; bad=1; }
left=$(find "$dir/the root" ! -type d)
[ -z "$left" ] || { echo "not removed: $left"; bad=1; }
exit $bad
