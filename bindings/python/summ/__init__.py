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

from typing import TYPE_CHECKING, Any, Dict, List, Optional, Sequence, Tuple, Union

from . import _abi
from ._corpus import Corpus
from ._document import Document, Text, with_options
from ._handles import Engine, split
from ._library import ArgumentError, Error, lib
from ._results import Facts, Feature, Form, Phrase, PhraseReason, Reason, Sentence, Span, Term, Vote

if TYPE_CHECKING:
    from typing_extensions import Unpack

    from ._abi import KeywordsOptions, SummarizeOptions

__all__ = [
    "ArgumentError", "Corpus", "Document", "Engine", "Error", "Facts", "Feature", "Form", "Phrase", "PhraseReason",
    "Reason", "Sentence", "Span", "Term", "Text", "Vote", "algorithms", "binary_kind", "documentation", "features",
    "formats", "has_encoding", "keyword_algorithms", "keywords", "language_code", "languages", "summarize", "version",
]


def _analyse(
    text: Union[Text, Sequence[Text]], engine: Optional[Engine], given: Any, selection: str
) -> Tuple[Document, Dict[str, Any]]:
    of_document, of_selection = split(given, "summ_doc_options", selection)
    return Document(text, engine=engine, **of_document), of_selection


@with_options("summ_doc_options", "summ_summary_options")
def summarize(
    text: Union[Text, Sequence[Text]],
    sentences: Optional[int] = None,
    *,
    engine: Optional[Engine] = None,
    **options: Unpack[SummarizeOptions],
) -> List[Sentence]:
    """The sentences that carry a text: three if no ceiling is given."""
    document, chosen = _analyse(text, engine, options, "summ_summary_options")
    with document:
        return document.summarize(sentences, **chosen)


@with_options("summ_doc_options", "summ_keyword_options")
def keywords(
    text: Union[Text, Sequence[Text]],
    phrases: Optional[int] = None,
    *,
    engine: Optional[Engine] = None,
    **options: Unpack[KeywordsOptions],
) -> List[Phrase]:
    """The phrases that name what a text is about: ten if no number is given."""
    document, chosen = _analyse(text, engine, options, "summ_keyword_options")
    with document:
        return document.keywords(phrases, **chosen)


def _table(kind: int) -> Dict[str, str]:
    rows: Dict[str, str] = {}
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


def language_code(name: str) -> Optional[str]:
    """The code of a language given by tag, code or English name: "pt-BR", "deu", "German"; None if there is none."""
    code: Optional[bytes] = lib.summ_language_code(name.encode())
    return None if code is None else code.decode()


def has_encoding(name: str) -> bool:
    """Whether a character set of that name can be read."""
    return bool(lib.summ_has_encoding(name.encode()))


def binary_kind(raw: bytes) -> Optional[str]:
    """What bytes that are no text seem to be, such as "PDF document"; None if they look like text."""
    kind: Optional[bytes] = lib.summ_binary_kind(raw, len(raw))
    return None if kind is None else kind.decode()


def features() -> List[str]:
    """The libraries that libsumm relies on, with their versions."""
    found: List[str] = []
    while name := lib.summ_feature(len(found)):
        found.append(name.decode())
    return found


def version() -> str:
    """The version of the library that runs."""
    found: bytes = lib.summ_version()
    return found.decode()


def documentation(name: str) -> str:
    """What summ.h says of a function, a struct or a member: "summ_summarize", "summ_doc_options.title"."""
    return _abi.DOCS[name]
