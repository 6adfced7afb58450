"""Documents."""

from __future__ import annotations

from ctypes import byref, c_void_p
from typing import TYPE_CHECKING, Any, Callable, Iterator, List, Mapping, Optional, Sequence, TypeVar, Union

from . import _abi
from ._handles import Engine, Handle, Options, Owned, default_engine, own
from ._library import check, lib
from ._results import Facts, Feature, Form, Offsets, Phrase, PhraseReason, Reason, Sentence, Span, Term, Vote

if TYPE_CHECKING:
    from typing_extensions import Unpack

    from ._abi import DocOptions, KeywordOptions, SummaryOptions

Text = Union[str, bytes, bytearray, memoryview]

_ROLES = {number: name for name, number in _abi.ENUMS["summ_role"].items()}
_VERDICTS = {number: name for name, number in _abi.ENUMS["summ_verdict"].items()}

_Made = TypeVar("_Made")
_Function = TypeVar("_Function", bound=Callable[..., Any])


def with_options(*kinds: str) -> Callable[[_Function], _Function]:
    """Adds to the documentation of a function what the header says of the options it takes."""

    def add(function: _Function) -> _Function:
        lines = ["", "", "Options, in the words of summ.h (NULL is None; not 0 is True, 0 False):"]
        for kind in kinds:
            for name, (member, _) in _abi.OPTIONS[kind].items():
                text = _abi.DOCS.get(f"{kind}.{member}", "")
                lines.append(f"  {name}: {' '.join(text.split())}" if text else f"  {name}")
        function.__doc__ = (function.__doc__ or "") + "\n".join(lines)
        return function

    return add


def _bytes(text: Any) -> bytes:
    if isinstance(text, str):
        return text.encode("utf-8", "surrogatepass")
    if isinstance(text, bytes):
        return text
    try:
        return memoryview(text).tobytes()
    except TypeError:
        raise TypeError(f"a text is str or bytes, not {type(text).__name__}") from None


def _offsets(text: Any, raw: bytes) -> Callable[[int], int]:
    """From bytes as libsumm counts them to what the text consists of."""
    if isinstance(text, str) and len(raw) != len(text):
        return Offsets(raw)
    return int


class _Selection:
    """What was chosen from a document, while it is read: the rows of a list of libsumm's."""

    def __init__(self, name: str, handle: int, doc: Owned) -> None:
        self._at = getattr(lib, name + "_at")
        self._n = getattr(lib, name + "_count")(handle)
        self._owned = Owned(handle, getattr(lib, name + "_free"), doc)

    def read(self, row: Callable[[Any], _Made]) -> List[_Made]:
        return [row(self._at(self._owned.handle, index).contents) for index in range(self._n)]


class Document(Handle):
    """A text, analysed once; any number of selections may be made from it, by many threads at once.

    Several texts, in a list, are one document: one summary of all. `source` tells of results which text they stand in.
    Offsets of results count what was given: characters of a str, bytes of everything else. `progress` is called with
    the bytes that are done and all there are; if it returns what is true, or raises, the analysis ends.

    A document frees its memory when nothing leads to it any more, or at the end of a `with`.
    """

    @with_options("summ_doc_options")
    def __init__(
        self, text: Union[Text, Sequence[Text]], *, engine: Optional[Engine] = None, **options: Unpack[DocOptions]
    ) -> None:
        """Analyses a text."""
        texts = list(text) if isinstance(text, (list, tuple)) else [text]
        raws = [_bytes(t) for t in texts]
        if options.get("encoding") is not None and any(isinstance(t, str) for t in texts):
            raise ValueError("encoding: it is that of bytes; a str has none")
        parts = (_abi.summ_part * len(raws))()
        for part, given, raw in zip(parts, texts, raws):
            part.text, part.n_bytes = raw, len(raw)
            part.encoding = b"UTF-8" if isinstance(given, str) else None
        chosen = Options("summ_doc_options", options)
        with_engine = own(default_engine if engine is None else engine, "Engine")
        made = chosen.make(lib.summ_doc_new_merged, with_engine.handle, parts, len(parts))
        self._owned = Owned(made, lib.summ_doc_free, with_engine)
        self._offsets = [_offsets(given, raw) for given, raw in zip(texts, raws)]

    def close(self) -> None:
        """Frees the memory as soon as no thread is at work with it; the document cannot be used from now on."""
        self._owned = None

    def __enter__(self) -> Document:
        return self

    def __exit__(self, *_: Any) -> None:
        self.close()

    def __iter__(self) -> Iterator[Sentence]:
        return iter(self.sentences())

    def __repr__(self) -> str:
        if self._owned is None:
            return "<summ.Document, closed>"
        facts = self.facts
        return f"<summ.Document, {facts.language}, {facts.n_sentences} sentences>"

    @property
    def language(self) -> str:
        """The code of the language, given or guessed; "und" if nothing could be guessed."""
        return self.facts.language

    @property
    def encoding(self) -> str:
        """The character set, given or found."""
        return self.facts.encoding

    @property
    def bad_bytes(self) -> int:
        """How many sequences of bytes were no characters of that set."""
        return self.facts.n_bad_bytes

    @property
    def facts(self) -> Facts:
        """Title, author and date, counts, how sure the language is, and what may be wrong with the text."""
        owned = self._own()
        found = lib.summ_doc_facts(owned.handle).contents
        values = {name: getattr(found, name) for name in Facts._fields if name != "warnings"}
        values.update({name: v.decode() for name, v in values.items() if isinstance(v, bytes)})
        values["language_given"] = bool(found.language_given)
        warnings = tuple(found.warnings[i].decode() for i in range(found.n_warnings))
        return Facts(**values, warnings=warnings)

    def _choose(
        self, kind: str, function: Callable[..., int], name: str, options: Mapping[str, Any], **length: Optional[int]
    ) -> _Selection:
        owned = self._own()
        chosen = Options(kind, {**options, **length})
        return _Selection(name, chosen.make(function, owned.handle), owned)

    def _list(self, function: Callable[..., int]) -> List[Sentence]:
        owned, made = self._own(), c_void_p()
        check(function(owned.handle, byref(made)))
        return _Selection("summ_sentences", made.value or 0, owned).read(self._sentence)

    def _span(self, span: Any) -> Span:
        offset = self._offsets[span.source]
        return Span(offset(span.begin), offset(span.end), span.line, span.column, span.source)

    def _sentence(self, s: Any) -> Sentence:
        made = Sentence(s.text.decode())
        for name in ("line", "column", "source", "index", "block", "n_words", "n_chars", "score", "rank", "level"):
            setattr(made, name, getattr(s, name))
        offset = self._offsets[s.source]
        made.begin = offset(s.begin)
        made.end = offset(s.end)
        made.pieces = tuple(self._span(s.pieces[i]) for i in range(s.n_pieces))
        made.truncated = bool(s.truncated)
        made.role = _ROLES[s.role]
        return made

    def _phrase(self, p: Any) -> Phrase:
        made = Phrase(p.text.decode())
        made.stem = p.stem.decode()
        made.score = p.score
        made.rank = p.rank
        made.forms = tuple(self._form(p.forms[i]) for i in range(p.n_forms))
        made.occurrences = tuple(self._span(p.occurrences[i]) for i in range(p.count))
        return made

    @staticmethod
    def _form(f: Any) -> Form:
        made = Form(f.text.decode())
        made.count = f.count
        return made

    @staticmethod
    def _term(t: Any) -> Term:
        made = Term(t.text.decode())
        made.weight = t.weight
        return made

    def _reason(self, r: Any) -> Reason:
        factors = {name: getattr(r, name) for name in ("base", "position", "cue", "alone", "novelty", "query", "kept")}
        return Reason(
            sentence=self._sentence(r.sentence.contents),
            verdict=_VERDICTS[r.verdict],
            **factors,
            similarity=r.similarity,
            similar=r.similar if r.similar != _abi.SUMM_NO_SENTENCE else None,
            terms=tuple(self._term(r.terms[i]) for i in range(r.n_terms)),
            votes=tuple(Vote(r.votes[i].index, r.votes[i].weight) for i in range(r.n_votes)),
        )

    def _phrase_reason(self, r: Any) -> PhraseReason:
        features = [r.features[i] for i in range(r.n_features)]
        return PhraseReason(
            phrase=self._phrase(r.phrase.contents),
            features=tuple(
                Feature(f.name.decode(), f.meaning.decode(), f.value, f.weight, f.contribution) for f in features
            ),
        )

    @with_options("summ_summary_options")
    def summarize(self, sentences: Optional[int] = None, **options: Unpack[SummaryOptions]) -> List[Sentence]:
        """The sentences that carry the text, in its order: three if no ceiling is given."""
        found = self._choose("summ_summary_options", lib.summ_summarize, "summ_sentences", options, sentences=sentences)
        return found.read(self._sentence)

    @with_options("summ_summary_options")
    def explain(self, sentences: Optional[int] = None, **options: Unpack[SummaryOptions]) -> List[Reason]:
        """Chooses as summarize does, and tells why; then the next three sentences, and why they were not chosen."""
        found = self._choose("summ_summary_options", lib.summ_explain, "summ_explanation", options, sentences=sentences)
        return found.read(self._reason)

    @with_options("summ_summary_options")
    def rank(self, **options: Unpack[SummaryOptions]) -> List[Sentence]:
        """All sentences with their scores and the ranks in which they would be chosen; rank 0: never."""
        return self._choose("summ_summary_options", lib.summ_rank, "summ_sentences", options).read(self._sentence)

    def sentences(self) -> List[Sentence]:
        """All sentences, headings and captions included."""
        return self._list(lib.summ_split)

    def paragraphs(self) -> List[Sentence]:
        """The paragraphs, headings and list items, each as if it were one sentence."""
        return self._list(lib.summ_paragraphs)

    @with_options("summ_keyword_options")
    def keywords(self, phrases: Optional[int] = None, **options: Unpack[KeywordOptions]) -> List[Phrase]:
        """The phrases that name what the text is about, best first: ten if no number is given."""
        found = self._choose("summ_keyword_options", lib.summ_keywords, "summ_phrases", options, phrases=phrases)
        return found.read(self._phrase)

    @with_options("summ_keyword_options")
    def explain_keywords(self, phrases: Optional[int] = None, **options: Unpack[KeywordOptions]) -> List[PhraseReason]:
        """Chooses as keywords does, and tells why."""
        kind, name = "summ_keyword_options", "summ_keyword_explanation"
        found = self._choose(kind, lib.summ_explain_keywords, name, options, phrases=phrases)
        return found.read(self._phrase_reason)
