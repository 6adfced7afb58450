"""Extractive summaries and key phrases, by libsumm.

    >>> import summ
    >>> summ.summarize(text, sentences=3)          # three sentences, in the order of the text
    >>> summ.keywords(text, 10)                    # ten key phrases, best first
    >>> document = summ.Document(page, format="html")
    >>> document.summarize(words=80)               # analysed once, used as often as you like

Results are strings that know where they stand, with their scores. What the options mean is said in summ.h, and by
`summ.documentation("summ_summary_options.query")`.
"""

from __future__ import annotations

from typing import Any, Dict, List, Optional

from . import _abi
from ._corpus import Corpus
from ._document import Document, Engine, Text
from ._library import ArgumentError, Error, lib
from ._results import Facts, Form, Phrase, Reason, Sentence, Span, Term, Vote

__all__ = [
    "ArgumentError", "Corpus", "Document", "Engine", "Error", "Facts", "Form", "Phrase", "Reason", "Sentence", "Span", "Term", "Vote",
    "algorithms", "documentation", "formats", "keyword_algorithms", "keywords", "languages", "summarize", "version",
]

_OF_DOCUMENT = ("engine", "language", "format", "encoding", "whole", "title", "progress")


def _analyse(text: Text, options: Dict[str, Any]) -> Document:
    return Document(text, **{name: options.pop(name) for name in _OF_DOCUMENT if name in options})


def summarize(text: Text, sentences: Optional[int] = None, **options: Any) -> List[Sentence]:
    """The sentences that carry a text. Options are those of Document and of Document.summarize."""
    with _analyse(text, options) as document:
        return document.summarize(sentences, **options)


def keywords(text: Text, phrases: Optional[int] = None, **options: Any) -> List[Phrase]:
    """The phrases that name what a text is about. Options are those of Document and of Document.keywords."""
    with _analyse(text, options) as document:
        return document.keywords(phrases, **options)


def _table(kind: int) -> Dict[str, str]:
    rows = {}
    while item := lib.summ_item_at(kind, len(rows)):
        rows[item.contents.name.decode()] = item.contents.help.decode()
    return rows


def algorithms() -> Dict[str, str]:
    """How sentences are ranked: names, the default first, and what they mean."""
    return _table(_abi.SUMM_ALGORITHMS)


def keyword_algorithms() -> Dict[str, str]:
    """How key phrases are ranked."""
    return _table(_abi.SUMM_KEYWORD_ALGORITHMS)


def languages() -> Dict[str, str]:
    """Codes of languages and their English names."""
    return _table(_abi.SUMM_LANGUAGES)


def formats() -> Dict[str, str]:
    """The formats that documents are read in."""
    return _table(_abi.SUMM_INPUTS)


def version() -> str:
    """The version of the library that runs."""
    return lib.summ_version().decode()


def documentation(name: str) -> str:
    """What summ.h says of a function, a struct or a member: "summ_summarize", "summ_doc_options.title"."""
    return _abi.DOCS[name]
