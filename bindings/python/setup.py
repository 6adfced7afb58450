"""Makes summ/_abi.py from the header and puts the library into the wheel, if SUMM_WHEEL_LIBRARY names one."""

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

from setuptools import setup
from setuptools.command.build_py import build_py
from setuptools.dist import Distribution

HERE = Path(__file__).resolve().parent
HEADER = Path(os.environ.get("SUMM_HEADER", HERE / "../../include/summ.h"))
LIBRARY = os.environ.get("SUMM_WHEEL_LIBRARY")


def version():
    return re.search(r'#define SUMM_VERSION "(.*)"', HEADER.read_text(encoding="utf-8"))[1]


class Build(build_py):
    def run(self):
        super().run()
        package = Path(self.build_lib) / "summ"
        with open(package / "_abi.py", "w", encoding="utf-8") as out:
            subprocess.run([sys.executable, HERE / "generate.py", HEADER], stdout=out, check=True)
        if LIBRARY:
            shutil.copy(LIBRARY, package / "libsumm.so")


class Binary(Distribution):
    """With a library inside, the wheel is for one kind of machine, whatever the version of Python."""

    def has_ext_modules(self):
        return bool(LIBRARY)


commands = {"build_py": Build}
try:
    from wheel.bdist_wheel import bdist_wheel

    class AnyPython(bdist_wheel):
        def get_tag(self):
            return ("py3", "none", super().get_tag()[2])

    commands["bdist_wheel"] = AnyPython
except ImportError:
    pass

setup(version=version(), cmdclass=commands, distclass=Binary)
