#!/bin/sh
# reproducible.sh: builds and installs this tree and a copy of it elsewhere, by many processes at once; what comes out has
# to be the same, byte for byte.
dir=$(mktemp -d) || exit 1
trap 'rm -rf "$dir"' EXIT
mkdir "$dir/copy"
tar -cf - --exclude=./build --exclude=./.git . | tar -xf - -C "$dir/copy"
put() {
    ${MAKE:-make} -s -j8 BUILD="$1" install DESTDIR="$dir/$2"
}
(put "$dir/one" first && cd "$dir/copy" && put build second) >"$dir/log" 2>&1 || {
    cat "$dir/log"
    exit 1
}
diff -r "$dir/first" "$dir/second" || exit 1
echo 'both builds are the same'
