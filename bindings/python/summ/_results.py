"""What comes out: strings that know where they stand."""

from __future__ import annotations

from typing import NamedTuple, Optional, Tuple

_CONTINUATION = bytes(range(0x80, 0xC0))
_STEP = 4096


class Offsets:
    """From bytes of UTF-8 to characters of the string that it came from. O(bytes) once, then O(1)."""

    def __init__(self, text: bytes) -> None:
        self._text = text
        self._before = [0]
        for at in range(0, len(text), _STEP):
            self._before.append(self._before[-1] + self._count(at, at + _STEP))

    def _count(self, begin: int, end: int) -> int:
        return len(self._text[begin:end].translate(None, _CONTINUATION))

    def __call__(self, offset: int) -> int:
        step = offset // _STEP
        return self._before[step] + self._count(step * _STEP, offset)


class Span(NamedTuple):
    """Where something stands: text[begin:end] of what was given, the line and the column from 1, the source from 0."""

    begin: int
    end: int
    line: int
    column: int
    source: int


class Sentence(str):
    """A sentence on one line, and where it stands: `text[s.begin:s.end]` is how it was given.

    `role` is that of the block that holds it: "paragraph", "title", "heading" and so on.
    """

    __slots__ = (
        "begin", "end", "line", "column", "source", "index", "block", "n_words", "n_chars", "score", "rank", "pieces",
        "truncated", "role", "level",
    )
    begin: int
    end: int
    line: int
    column: int
    source: int
    # str has a method of this name, which finds what a string holds; str.index(sentence, "x") still does.
    index: int  # type: ignore[assignment]
    block: int
    n_words: int
    n_chars: int
    score: float
    rank: int
    pieces: Tuple[Span, ...]
    truncated: bool
    role: str
    level: int


class Form(str):
    """A spelling or inflection of a phrase, and how often the phrase has it."""

    __slots__ = ("count",)
    # str has a method of this name, which counts what a string holds.
    count: int  # type: ignore[assignment]


class Phrase(str):
    """A key phrase: score 0 to 1, rank from 1, its forms and every place where it stands."""

    __slots__ = ("score", "rank", "forms", "occurrences", "stem")
    stem: str
    score: float
    rank: int
    forms: Tuple[Form, ...]
    occurrences: Tuple[Span, ...]


class Term(str):
    """A word, or two that follow one another, and its weight in a sentence, 0 to 1."""

    __slots__ = ("weight",)
    weight: float


class Vote(NamedTuple):
    """A sentence that speaks for another: its index among all of the document, and its weight."""

    index: int  # type: ignore[assignment]
    weight: float


class Facts(NamedTuple):
    """What is known of a document besides its words: the members of summ_facts."""

    title: Optional[str]
    author: Optional[str]
    date: Optional[str]
    format: str
    language: str
    language_sureness: float
    language_given: bool
    encoding: str
    n_bad_bytes: int
    n_bytes: int
    n_chars: int
    n_words: int
    n_sentences: int
    n_paragraphs: int
    n_stems: int
    reading_seconds: int
    warnings: Tuple[str, ...]


class Reason(NamedTuple):
    """Why a sentence was chosen, or was not: the members of summ_reason. `verdict` is such as "chosen", "left_copy"."""

    sentence: Sentence
    verdict: str
    base: float
    position: float
    cue: float
    alone: float
    novelty: float
    query: float
    kept: float
    similarity: float
    similar: Optional[int]
    terms: Tuple[Term, ...]
    votes: Tuple[Vote, ...]


class Feature(NamedTuple):
    """One of the things that speak for or against a phrase: the members of summ_phrase_feature."""

    name: str
    meaning: str
    value: float
    weight: float
    contribution: float


class PhraseReason(NamedTuple):
    """Why a phrase has its score: its features, the largest first; none unless the algorithm is "weighted"."""

    phrase: Phrase
    features: Tuple[Feature, ...]
