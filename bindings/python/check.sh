#!/bin/sh
# check.sh PYTHON OUT: tests the package with the library of the build, then an installed wheel alone.
python=$1
out=$PWD/$2
unset SUMM_LIBRARY
SUMM_LIBRARY=$out/libsumm.so PYTHONPATH=$out/python "$python" -B -m pytest -q -p no:cacheprovider bindings/python/tests ||
    exit 1
installed=$(mktemp -d) || exit 1
trap 'rm -rf "$installed"' EXIT
"$python" -m pip install -q --no-index --no-deps --target "$installed" "$out"/wheel/summ-*.whl 2>/dev/null || exit 1
cd "$installed" || exit 1
found=$(PYTHONPATH=$installed "$python" -c 'import summ; print(*summ.summarize("One dog barks. Two dogs run far."), sep="\n")')
[ "$found" = 'One dog barks.
Two dogs run far.' ] || {
    printf 'the wheel prints: %s\n' "$found"
    exit 1
}
echo 'the wheel works'
