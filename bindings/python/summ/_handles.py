"""What libsumm makes, and who frees it; options from Python's values to those of the header."""

from __future__ import annotations

import operator
import weakref
from contextlib import ExitStack, contextmanager
from ctypes import byref, c_char_p, c_void_p, sizeof
from typing import TYPE_CHECKING, Any, Callable, Dict, Iterator, List, Mapping, NoReturn, Optional, Tuple

from . import _abi
from ._library import check, lib

if TYPE_CHECKING:
    from typing_extensions import Unpack

    from ._abi import EngineOptions


def _free(free: Callable[[int], None], handle: int, _: Any) -> None:
    free(handle)


class Owned:
    """A handle, freed when nothing leads here any more. Who works with it leads here meanwhile, so that no thread frees
    what another one reads. What it needs itself is held by its finalizer and so goes after it, also in cycles."""

    def __init__(self, handle: int, free: Callable[[int], None], needs: Any = None) -> None:
        self.handle = handle
        # Threads that are still at work when the interpreter ends may use it; the system takes all memory back then.
        weakref.finalize(self, _free, free, handle, needs).atexit = False


class Handle:
    """An object of Python's that owns a handle until it is closed."""

    _owned: Optional[Owned] = None

    def _own(self) -> Owned:
        if self._owned is None:
            raise ValueError(f"the {type(self).__name__} is closed")
        return self._owned

    @contextmanager
    def _read(self) -> Iterator[int]:
        """The handle, for as long as something reads from it."""
        owned = self._own()
        yield owned.handle

    def __reduce_ex__(self, _: Any) -> NoReturn:
        raise TypeError(f"a {type(self).__name__} can be neither copied nor pickled")


def own(value: Any, kind: str) -> Owned:
    """The handle of an object of that class, or of one that is made from it."""
    if not isinstance(value, Handle) or kind not in (c.__name__ for c in type(value).__mro__):
        raise TypeError(f"what is asked for is of class {kind}, not {type(value).__name__}")
    return value._own()


def _string(value: Any) -> bytes:
    if not isinstance(value, str):
        raise TypeError(f"str is asked for, not {type(value).__name__}")
    raw = value.encode("utf-8", "surrogatepass")
    if b"\0" in raw:
        raise ValueError("it has a null character")
    return raw


def _integer(value: Any) -> int:
    number = operator.index(value)
    if not 0 <= number <= _abi.SUMM_NO_LIMIT:
        raise ValueError(f"{number} is out of range")
    return number


def _choice(kind: str, value: Any) -> int:
    choices = _abi.ENUMS[kind]
    if value not in choices:
        raise ValueError(f"{value!r} is none of {', '.join(choices)}")
    return choices[value]


class Options:
    """A struct of options. Only what is given is set; all else is the library's default."""

    def __init__(self, kind: str, given: Mapping[str, Any]) -> None:
        struct = getattr(_abi, kind)
        self.struct = struct()
        self._read_from: List[Tuple[str, Handle]] = []
        self._raised: Optional[BaseException] = None
        getattr(lib, kind + "_init")(byref(self.struct), sizeof(struct))
        for name, value in given.items():
            if name not in _abi.OPTIONS[kind]:
                raise TypeError(f"there is no option {name!r}")
            if value is None:
                continue
            member, written = _abi.OPTIONS[kind][name]
            try:
                self._set(member, written, value)
            except (TypeError, ValueError) as wrong:
                raise (TypeError if isinstance(wrong, TypeError) else ValueError)(f"{name}: {wrong}") from None

    def _set(self, member: str, kind: str, value: Any) -> None:
        if kind == "Sequence[str]":
            words = [value] if isinstance(value, str) else list(value)
            setattr(self.struct, "n_" + member, len(words))
            made: Any = (c_char_p * len(words))(*map(_string, words))
        elif kind in ("Document", "Corpus"):
            own(value, kind)
            self._read_from.append((member, value))
            return
        elif kind in _abi.ENUMS:
            made = _choice(kind, value)
        else:
            readers: Dict[str, Callable[[Any], Any]] = {
                "str": _string, "int": _integer, "float": float, "bool": bool,
            }
            made = readers.get(kind, self._progress)(value)
        setattr(self.struct, member, made)

    def _progress(self, function: Any) -> Any:
        """A function of Python's as libsumm calls it. What it raises ends the call, and is raised behind it."""
        if not callable(function):
            raise TypeError("a function is asked for")

        def told(_: Any, *how_far: int) -> int:
            try:
                return int(bool(function(*how_far)))
            except BaseException as raised:
                self._raised = raised
                return 1

        return _abi.summ_progress_fn(told)

    def make(self, function: Callable[..., int], *arguments: Any) -> int:
        """The handle that a function of the library makes with these options, which are its last argument but one."""
        made = c_void_p()
        with ExitStack() as reading:
            for member, handle in self._read_from:
                setattr(self.struct, member, reading.enter_context(handle._read()))
            status = function(*arguments, byref(self.struct), byref(made))
        if self._raised is not None:
            raise self._raised from None
        check(status)
        return made.value or 0


def split(given: Dict[str, Any], *kinds: str) -> Tuple[Dict[str, Any], ...]:
    """The options of one call, told apart by whose they are; the last kind gets those that nobody knows too."""
    known = [{name: value for name, value in given.items() if name in _abi.OPTIONS[kind]} for kind in kinds]
    known[-1].update({name: value for name, value in given.items() if all(name not in found for found in known)})
    return tuple(known)


class Engine(Handle):
    """Settings that many documents share. Words are given as a string, parted by white space or commas."""

    def __init__(self, **options: Unpack[EngineOptions]) -> None:
        chosen = Options("summ_engine_options", options)
        self._owned = Owned(chosen.make(lib.summ_engine_new), lib.summ_engine_free)


default_engine = Engine()
