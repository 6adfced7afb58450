"""Makes summ/_abi.py from the header, and puts the library into the wheel.

Which library: the file that SUMM_WHEEL_LIBRARY names; if that is empty, none, and the package will use the system's. If
it is not set, none is put in from the tree of libsumm; from an sdist, which carries the sources, one is built.
"""

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

from setuptools import setup
from setuptools.command.build_py import build_py
from setuptools.command.sdist import sdist
from setuptools.dist import Distribution

HERE = Path(__file__).resolve().parent
CARRIED = HERE / "libsumm"
SOURCES = CARRIED if CARRIED.exists() else HERE.parent.parent
# Of the tree, what the library is built from.
PARTS = ["Makefile", "LICENSE", "include", "src", "stopwords", "bindings/rules.mk"]
NO_PARTS = shutil.ignore_patterns("cli", "*.o")

LIBRARY = os.environ.get("SUMM_WHEEL_LIBRARY")
BUILDS = LIBRARY is None and CARRIED.exists()


def version():
    header = (SOURCES / "include/summ.h").read_text(encoding="utf-8")
    return re.search(r'#define SUMM_VERSION "(.*)"', header)[1]


def build_library(folder):
    """With the libraries that it needs inside, where they are there as archives."""
    library = folder / "release/whole/libsumm.so"
    command = ["make", "-s", f"-j{os.cpu_count() or 1}", "WARNINGS=", f"BUILD={folder}", str(library)]
    try:
        subprocess.run(command, cwd=SOURCES, check=True)
    except (OSError, subprocess.CalledProcessError) as failure:
        raise SystemExit(
            f"libsumm could not be built: {failure}\n"
            "It asks for a C compiler, make, libstemmer, uthash and utf8proc; uchardet, gumbo and cmark are optional.\n"
            "Where libsumm is installed, SUMM_WHEEL_LIBRARY= (empty) makes a package that uses it."
        ) from None
    return library


class Build(build_py):
    def run(self):
        super().run()
        package = Path(self.build_lib) / "summ"
        with open(package / "_abi.py", "w", encoding="utf-8") as out:
            subprocess.run([sys.executable, HERE / "generate.py", SOURCES / "include/summ.h"], stdout=out, check=True)
        library = build_library(Path(self.build_lib).resolve().parent / "libsumm") if BUILDS else LIBRARY
        if library:
            shutil.copy(library, package / "libsumm.so")


class WithSources(sdist):
    def make_release_tree(self, base_dir, files):
        super().make_release_tree(base_dir, files)
        for part in PARTS:
            source, target = SOURCES / part, Path(base_dir) / "libsumm" / part
            target.parent.mkdir(parents=True, exist_ok=True)
            if source.is_dir():
                shutil.copytree(source, target, ignore=NO_PARTS)
            else:
                shutil.copy(source, target)
        for file, folder in (("LICENSE", SOURCES), ("generate.py", HERE)):
            shutil.copy(folder / file, base_dir)


class Binary(Distribution):
    """With a library inside, the wheel is for one kind of machine, whatever the version of Python."""

    def has_ext_modules(self):
        return bool(LIBRARY) or BUILDS


commands = {"build_py": Build, "sdist": WithSources}
try:
    from wheel.bdist_wheel import bdist_wheel

    class AnyPython(bdist_wheel):
        def get_tag(self):
            return ("py3", "none", super().get_tag()[2])

    commands["bdist_wheel"] = AnyPython
except ImportError:
    pass

setup(version=version(), cmdclass=commands, distclass=Binary)
