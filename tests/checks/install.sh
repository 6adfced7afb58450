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
prefix=$tree/opt/summ
# What others have put there stays.
mkdir -p "$prefix/share/doc/summ" "$prefix/lib64/cmake"
echo theirs | tee "$prefix/share/doc/summ/theirs" >"$prefix/lib64/libtheirs.so"
before=$(find "$tree" ! -type d)
install install
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
# It may be moved.
flags() {
    pkg-config --define-variable=prefix="$prefix" --cflags --libs "$@" libsumm
}
# shellcheck disable=SC2046
"${CC:-cc}" -o "$tree/shared" examples/shortest.c $(flags) || exit 1
check 'the program with the shared library' env LD_LIBRARY_PATH="$prefix/lib64" "$tree/shared"
# shellcheck disable=SC2046
"${CC:-cc}" -o "$tree/static" examples/shortest.c $(flags --static | sed 's/-lsumm/-Wl,-Bstatic -lsumm -Wl,-Bdynamic/') ||
    exit 1
check 'the program with the static library' "$tree/static"
# All of it static, where the archives of the other libraries are there.
# shellcheck disable=SC2046
if "${CC:-cc}" -static -o "$tree/static" examples/shortest.c $(flags --static) 2>/dev/null; then
    check 'the program without shared libraries' "$tree/static"
fi
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
after=$(find "$tree" ! -type d)
[ "$after" = "$before" ] || { printf 'there was\n%s\nmake uninstall leaves\n%s\n' "$before" "$after"; exit 1; }
own=$(find "$tree" -type d -name '*summ*' -empty)
[ -z "$own" ] || { echo "make uninstall leaves the folders $own"; exit 1; }
