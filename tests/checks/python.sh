#!/bin/sh
# The Python package does what it says, with the library of this build, where there are Python and pytest.
case $OUT in
*/release) ;; # the sanitizers would have to be loaded before Python
*) exit 0 ;;
esac
python=/usr/bin/python3
[ -x $python ] || python=python3
"$python" -c 'import pytest' 2>/dev/null || exit 0
"${MAKE:-make}" --no-print-directory -s BUILD="${OUT%/*}" python || exit 1
unset SUMM_LIBRARY
SUMM_LIBRARY=$(realpath "$OUT/libsumm.so") PYTHONPATH=$OUT/python "$python" -B -m pytest -q -p no:cacheprovider bindings/python/tests
