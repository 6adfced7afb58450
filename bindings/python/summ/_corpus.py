"""How rare words are in the texts of a program."""

from __future__ import annotations

from contextlib import contextmanager
from ctypes import byref, c_void_p, string_at
from threading import Condition
from typing import Any, Iterator, List, Optional

from . import _abi
from ._document import Document
from ._handles import Engine, Handle, Owned, default_engine, own
from ._library import check, lib


class Corpus(Handle):
    """In how many of many documents, all of one language, each stem stands: for `corpus` of summarize and keywords.

    Any number of threads may use it and add to it: those that add wait until nobody reads.
    """

    def __init__(self, *, engine: Optional[Engine] = None) -> None:
        self._make(engine, lib.summ_corpus_new)

    @classmethod
    def from_bytes(cls, raw: bytes, *, engine: Optional[Engine] = None) -> Corpus:
        """A corpus that to_bytes wrote."""
        made = cls.__new__(cls)
        made._make(engine, lib.summ_corpus_read, raw, len(raw))
        return made

    def _make(self, engine: Optional[Engine], function: Any, *arguments: Any) -> None:
        with_engine = own(default_engine if engine is None else engine, "Engine")
        made = c_void_p()
        check(function(with_engine.handle, *arguments, byref(made)))
        self._owned = Owned(made.value or 0, lib.summ_corpus_free, with_engine)
        self._readers = 0
        self._free_to_change = Condition()

    @contextmanager
    def _read(self) -> Iterator[int]:
        owned = self._own()
        with self._free_to_change:
            self._readers += 1
        try:
            yield owned.handle
        finally:
            with self._free_to_change:
                self._readers -= 1
                self._free_to_change.notify_all()

    def add(self, document: Document) -> None:
        """Counts a document."""
        owned, counted = self._own(), own(document, "Document")
        with self._free_to_change:
            self._free_to_change.wait_for(lambda: self._readers == 0)
            check(lib.summ_corpus_add(owned.handle, counted.handle))

    def __len__(self) -> int:
        with self._read() as handle:
            return int(lib.summ_corpus_size(handle))

    def __bool__(self) -> bool:
        """There is one, also without documents."""
        return True

    @property
    def language(self) -> Optional[str]:
        """The code of the language of its documents, if there are any."""
        with self._read() as handle:
            code: Optional[bytes] = lib.summ_corpus_language(handle)
        return None if code is None else code.decode()

    def count(self, stem: str) -> int:
        """How many documents hold a stem, such as that of a phrase of one word."""
        raw = stem.encode("utf-8", "surrogatepass")
        with self._read() as handle:
            return int(lib.summ_corpus_count(handle, raw, len(raw)))

    def to_bytes(self) -> bytes:
        """The same bytes for the same documents, in whatever order they were added."""
        pieces: List[bytes] = []

        def write(_: Any, piece: Any, n: int) -> int:
            pieces.append(string_at(piece, n))
            return 0

        with self._read() as handle:
            check(lib.summ_corpus_write(handle, _abi.summ_write_fn(write), None))
        return b"".join(pieces)
