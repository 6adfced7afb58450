"""Finds libsumm and gives its functions the types of the header."""

import ctypes
import ctypes.util
import os
from pathlib import Path

from . import _abi


class Error(Exception):
    """What libsumm reports: `status` is one of summ_status, the text that of summ_status_message."""

    def __init__(self, status: int) -> None:
        super().__init__(lib.summ_status_message(status).decode())
        self.status = status


class ArgumentError(Error, ValueError):
    """An argument outside its range, or a name that is none: of a language, an algorithm, a format, a character set."""


_ARGUMENT = {
    _abi.SUMM_ERR_ARGUMENT,
    _abi.SUMM_ERR_LANGUAGE,
    _abi.SUMM_ERR_NAME,
    _abi.SUMM_ERR_ENCODING,
}


def check(status: int) -> None:
    if status == _abi.SUMM_OK:
        return
    if status == _abi.SUMM_ERR_MEMORY:
        raise MemoryError(lib.summ_status_message(status).decode())
    raise ArgumentError(status) if status in _ARGUMENT else Error(status)


def _path() -> str:
    """The library that SUMM_LIBRARY names, else the one that came with the package, else the system's."""
    given = os.environ.get("SUMM_LIBRARY")
    if given:
        return given
    for own in sorted(Path(__file__).parent.glob("libsumm.*")):
        return str(own)
    found = ctypes.util.find_library("summ")
    if found is None:
        raise ImportError("libsumm is not installed; SUMM_LIBRARY may name it")
    return found


def _load() -> ctypes.CDLL:
    library = ctypes.CDLL(_path())
    for name, (result, arguments) in _abi.FUNCTIONS.items():
        function = getattr(library, name)
        function.restype = result
        function.argtypes = arguments
    return library


lib = _load()
