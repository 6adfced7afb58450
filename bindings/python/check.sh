#!/bin/sh
# check.sh PYTHON: tests the package with the library of the build in OUT, what a type checker says of it, and the wheel
# and the sdist, each installed alone.
python=$1
out=$(realpath "$OUT")
unset SUMM_LIBRARY
sh tests/checks/python.sh || exit 1

# What programs see: the package as it is installed.
MYPYPATH=$out/python "$python" -m mypy --config-file bindings/python/pyproject.toml --cache-dir "$out/mypy" \
    "$out/python/summ" bindings/python/tests/typed.py || exit 1

room=$(mktemp -d) || exit 1
trap 'rm -rf "$room"' EXIT

# installed NAME FILE [PIP_OPTION]...: does it do its work without the tree?
installed() {
    what=$1
    file=$2
    shift 2
    "$python" -m pip install -q --no-index --no-deps --target "$room/$what" "$@" "$file" 2>"$room/log" || {
        cat "$room/log"
        exit 1
    }
    found=$(cd "$room" && PYTHONPATH=$room/$what "$python" -c '
import summ
assert summ.__file__.startswith("'"$room"'")
print(*summ.summarize("One dog barks. Two dogs run far."), sep="\n")')
    [ "$found" = 'One dog barks.
Two dogs run far.' ] || { printf 'the %s prints: %s\n' "$what" "$found"; exit 1; }
    find "$room/$what" -name LICENSE | grep -q . || { echo "the $what has no licence"; exit 1; }
    echo "the $what works"
}

installed wheel "$(find "$out/wheel" -name 'summ-*.whl')"
installed sdist "$(find "$out/sdist" -name 'summ-*.tar.gz')" --no-build-isolation
left=$(find bindings/python -name '*.egg-info' -o -name build -o -name '__pycache__' -o -name '.*_cache')
[ -z "$left" ] || { echo "left in the tree: $left"; exit 1; }
