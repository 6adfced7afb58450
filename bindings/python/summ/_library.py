"""Finds libsumm and gives its functions the types of the header."""

import ctypes
import ctypes.util
import os
from pathlib import Path
from typing import Tuple

from . import _abi


class Error(Exception):
    """What libsumm reports: `status` is one of summ_status, the text that of summ_status_message."""

    def __init__(self, status: int) -> None:
        super().__init__(lib.summ_status_message(status).decode())
        self.status = status

    def __reduce__(self) -> Tuple[object, ...]:
        return type(self), (self.status,)


class ArgumentError(Error, ValueError):
    """An argument outside its range, or a name that is none: of a language, an algorithm, a format, a character set."""


_ARGUMENT = {
    _abi.SUMM_ERR_ARGUMENT,
    _abi.SUMM_ERR_LANGUAGE,
    _abi.SUMM_ERR_NAME,
    _abi.SUMM_ERR_ENCODING,
}


def check(status: int) -> None:
    """Raises what a status means."""
    if status == _abi.SUMM_OK:
        return
    if status == _abi.SUMM_ERR_MEMORY:
        raise MemoryError(lib.summ_status_message(status).decode())
    raise ArgumentError(status) if status in _ARGUMENT else Error(status)


def _open() -> ctypes.CDLL:
    """The library that SUMM_LIBRARY names, else the one that came with the package, else the system's."""
    given = os.environ.get("SUMM_LIBRARY")
    if given:
        return ctypes.CDLL(given)
    for own in sorted(Path(__file__).parent.glob("libsumm.*")):
        return ctypes.CDLL(str(own))
    try:
        return ctypes.CDLL("libsumm.so." + _abi.SUMM_VERSION.split(".")[0])
    except OSError:
        found = ctypes.util.find_library("summ")
    if found is None:
        raise ImportError("libsumm is not installed where the system looks (see ldconfig); SUMM_LIBRARY may name it")
    return ctypes.CDLL(found)


def serves(version: str, wanted: str) -> bool:
    """A library serves who was made for one of its major version that is not newer: results only grow."""
    has, needs = (tuple(int(part) for part in v.split(".")) for v in (version, wanted))
    return has[0] == needs[0] and has >= needs


def _load() -> ctypes.CDLL:
    library = _open()
    library.summ_version.restype = ctypes.c_char_p
    version = library.summ_version().decode()
    if not serves(version, _abi.SUMM_VERSION):
        raise ImportError(f"libsumm {version} was found; this package was made for {_abi.SUMM_VERSION}")
    for name, (result, arguments) in _abi.FUNCTIONS.items():
        function = getattr(library, name)
        function.restype = result
        function.argtypes = arguments
    return library


lib = _load()
