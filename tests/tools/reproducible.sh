#!/bin/sh
# reproducible.sh: builds this tree and a copy of it elsewhere; what comes out has to be the same, byte for byte.
dir=$(mktemp -d) || exit 1
trap 'rm -rf "$dir"' EXIT
mkdir "$dir/copy"
tar -cf - --exclude=./build --exclude=./.git . | tar -xf - -C "$dir/copy"
(${MAKE:-make} -s BUILD="$dir/one" all && cd "$dir/copy" && ${MAKE:-make} -s all) >"$dir/log" 2>&1 || {
    cat "$dir/log"
    exit 1
}
for file in summ libsumm.a libsumm.so; do
    cmp "$dir/one/release/$file" "$dir/copy/build/release/$file" || exit 1
done
echo 'both builds are the same'
