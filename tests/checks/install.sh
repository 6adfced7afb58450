#!/bin/sh
# What make install puts into a tree is all that programs need to be built with libsumm, and make uninstall takes it away.
case $OUT in
*/release) ;; # once is enough
*) exit 0 ;;
esac
command -v pkg-config >/dev/null 2>&1 || exit 0
tree=$(mktemp -d) || exit 1
trap 'rm -rf "$tree"' EXIT
install() {
    ${MAKE:-make} --no-print-directory "$@" DESTDIR="$tree" PREFIX=/opt/summ LIBDIR=/opt/summ/lib64 >"$tree.log" 2>&1 || {
        cat "$tree.log"
        exit 1
    }
    rm -f "$tree.log"
}
install install
prefix=$tree/opt/summ
expected=$("$OUT/summ" -n 3 tests/samples/lighthouse.txt)

# check WHAT COMMAND...
check() {
    what=$1
    shift
    found=$("$@" <tests/samples/lighthouse.txt)
    [ "$found" = "$expected" ] || { printf '%s prints:\n%s\n' "$what" "$found"; exit 1; }
}

check 'the installed command' "$prefix/bin/summ" -n 3
PKG_CONFIG_PATH=$prefix/lib64/pkgconfig
export PKG_CONFIG_PATH
flags="--define-variable=prefix=$prefix"
where="-I$prefix/include -L$prefix/lib64"
# shellcheck disable=SC2046,SC2086
"${CC:-cc}" $where -o "$tree/shared" examples/shortest.c $(pkg-config $flags --libs-only-l libsumm) || exit 1
check 'the program with the shared library' env LD_LIBRARY_PATH="$prefix/lib64" "$tree/shared"
# shellcheck disable=SC2046,SC2086
"${CC:-cc}" $where -o "$tree/static" examples/shortest.c -Wl,-Bstatic -lsumm -Wl,-Bdynamic \
    $(pkg-config --static --libs-only-l libsumm | sed 's/-lsumm//') || exit 1
check 'the program with the static library' "$tree/static"
[ "$(pkg-config --modversion libsumm)" = "$("$OUT/summ" --version | sed -n '1s/^summ //p')" ] || exit 1

if command -v cmake >/dev/null 2>&1; then
    mkdir "$tree/project"
    cp examples/shortest.c "$tree/project"
    cat >"$tree/project/CMakeLists.txt" <<'END'
cmake_minimum_required(VERSION 3.10)
project(shortest C)
find_package(libsumm 1.0 REQUIRED)
add_executable(shared shortest.c)
target_link_libraries(shared libsumm::libsumm)
add_executable(static shortest.c)
target_link_libraries(static libsumm::static)
END
    (cd "$tree/project" && cmake -Dlibsumm_DIR="$prefix/lib64/cmake/libsumm" . && cmake --build .) >"$tree/cmake.log" 2>&1 || {
        cat "$tree/cmake.log"
        exit 1
    }
    # A library serves programs of its major version that ask for no newer one.
    version=$(pkg-config --modversion libsumm)
    major=${version%%.*}
    cat >"$tree/versions.cmake" <<'END'
foreach(wanted ${asked})
  set(PACKAGE_VERSION_COMPATIBLE FALSE)
  set(PACKAGE_FIND_VERSION ${wanted})
  string(REGEX MATCH "^[0-9]+" PACKAGE_FIND_VERSION_MAJOR ${wanted})
  include(${config})
  list(APPEND found ${wanted}=${PACKAGE_VERSION_COMPATIBLE})
endforeach()
if(NOT found STREQUAL expected)
  message(FATAL_ERROR "${found}")
endif()
END
    cmake -D config="$prefix/lib64/cmake/libsumm/libsumm-config-version.cmake" \
        -D asked="0.1;$major;$version;$major.999;$((major + 1))" \
        -D expected="0.1=FALSE;$major=TRUE;$version=TRUE;$major.999=FALSE;$((major + 1))=FALSE" -P "$tree/versions.cmake" || exit 1
    rm -f "$tree/versions.cmake"
    check 'the program that CMake built' "$tree/project/shared"
    check 'the program that CMake built with the static library' "$tree/project/static"
    rm -rf "$tree/project" "$tree/cmake.log"
fi

rm -f "$tree/shared" "$tree/static"
install uninstall
left=$(find "$tree" ! -type d)
[ -z "$left" ] || { echo "make uninstall leaves: $left"; exit 1; }
