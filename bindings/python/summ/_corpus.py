"""How rare words are in the texts of a program."""

from __future__ import annotations

from ctypes import string_at
from typing import Any, Optional

from . import _abi
from ._document import Document, Engine, _default, _Handle
from ._library import check, lib


class Corpus(_Handle):
    """In how many of many documents, all of one language, each stem stands: for `corpus` of summarize and keywords."""

    def __init__(self, *, engine: Optional[Engine] = None) -> None:
        self._engine = engine if engine is not None else _default
        super().__init__(lib.summ_corpus_free, lib.summ_corpus_new, self._engine.handle)

    @classmethod
    def from_bytes(cls, raw: bytes, *, engine: Optional[Engine] = None) -> Corpus:
        """A corpus that to_bytes wrote."""
        made = cls.__new__(cls)
        made._engine = engine if engine is not None else _default
        _Handle.__init__(made, lib.summ_corpus_free, lib.summ_corpus_read, made._engine.handle, raw, len(raw))
        return made

    def add(self, document: Document) -> None:
        """Counts a document; one thread at a time."""
        check(lib.summ_corpus_add(self.handle, document.handle))

    def __len__(self) -> int:
        return lib.summ_corpus_size(self.handle)

    @property
    def language(self) -> Optional[str]:
        """The code of the language of its documents, if there are any."""
        code = lib.summ_corpus_language(self.handle)
        return code.decode() if code is not None else None

    def count(self, stem: str) -> int:
        """How many documents hold a stem, such as that of a phrase of one word."""
        raw = stem.encode("utf-8", "surrogatepass")
        return lib.summ_corpus_count(self.handle, raw, len(raw))

    def to_bytes(self) -> bytes:
        """The same bytes for the same documents, in whatever order they were added."""
        pieces = []

        def write(_: Any, piece: Any, n: int) -> int:
            pieces.append(string_at(piece, n))
            return 0

        check(lib.summ_corpus_write(self.handle, _abi.summ_write_fn(write), None))
        return b"".join(pieces)
