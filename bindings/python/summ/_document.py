"""Engines and documents."""

from __future__ import annotations

import weakref
from ctypes import Structure, byref, c_char_p, c_void_p, sizeof
from typing import TYPE_CHECKING, Any, Callable, Iterable, List, Optional, Sequence, Type, Union

from . import _abi
from ._library import check, lib
from ._results import Facts, Form, Offsets, Phrase, Reason, Sentence, Span, Term, Vote

if TYPE_CHECKING:
    from ._corpus import Corpus

Text = Union[str, bytes, bytearray, memoryview]


def _string(value: str) -> bytes:
    raw = value.encode("utf-8", "surrogatepass")
    if b"\0" in raw:
        raise ValueError("embedded null character")
    return raw


def _set(options: Structure, name: str, value: Any) -> None:
    """Leaves the default of the library where no value is given."""
    if value is None:
        return
    kind = dict(options._fields_)[name]
    if isinstance(value, str):
        value = _string(value)
    elif isinstance(value, bool):
        value = int(value)
    elif isinstance(value, int) and kind not in (_abi.c_double, _abi.c_int):
        if not 0 <= value <= _abi.SUMM_NO_LIMIT:
            raise ValueError(f"{name}: {value} is out of range")
    setattr(options, name, value)


def _options(kind: Type[Structure], **values: Any) -> Structure:
    options = kind()
    getattr(lib, kind.__name__ + "_init")(byref(options), sizeof(options))
    for name, value in values.items():
        _set(options, name, value)
    return options


class _Handle:
    """Frees a handle when nothing leads to it any more."""

    def __init__(self, free: Callable[[int], None], make: Callable[..., int], *arguments: Any) -> None:
        handle = c_void_p()
        check(make(*arguments, byref(handle)))
        self._handle = handle.value
        self._free = weakref.finalize(self, free, self._handle)

    @property
    def handle(self) -> int:
        if not self._free.alive:
            raise ValueError("it was closed")
        return self._handle


class Engine(_Handle):
    """Settings that many documents share. Words are given as a string, parted by white space or commas."""

    def __init__(
        self,
        *,
        abbreviations: Optional[str] = None,
        stopwords: Optional[str] = None,
        more_stopwords: Optional[str] = None,
        max_bytes: Optional[int] = None,
        max_memory: Optional[int] = None,
        max_sentences: Optional[int] = None,
    ) -> None:
        options = _options(
            _abi.summ_engine_options,
            abbreviations=abbreviations,
            stopwords=stopwords,
            more_stopwords=more_stopwords,
            max_bytes=max_bytes,
            max_memory=max_memory,
            max_sentences=max_sentences,
        )
        super().__init__(lib.summ_engine_free, lib.summ_engine_new, byref(options))


_default = Engine()


class _List:
    """A selection that libsumm made, while it is read."""

    def __init__(self, name: str, handle: int) -> None:
        self._name = name
        self._handle = handle

    def __enter__(self) -> Iterable[Any]:
        at = getattr(lib, self._name + "_at")
        n = getattr(lib, self._name + "_count")(self._handle)
        return (at(self._handle, index).contents for index in range(n))

    def __exit__(self, *_: Any) -> None:
        getattr(lib, self._name + "_free")(self._handle)


_ROLES = {
    value: name[len("SUMM_ROLE_"):].lower() for name, value in vars(_abi).items() if name.startswith("SUMM_ROLE_")
}
_VERDICTS = {
    value: name[len("SUMM_"):].lower()
    for name, value in vars(_abi).items()
    if name.startswith(("SUMM_CHOSEN", "SUMM_LEFT_"))
}


class _Progress:
    """A function of Python's as libsumm calls it. What it raises ends the analysis, and is raised behind it."""

    def __init__(self, function: Optional[Callable[[int, int], Any]]) -> None:
        self._function = function
        self._raised: Optional[BaseException] = None

    def _call(self, _: Any, done: int, total: int) -> int:
        try:
            return int(self._function is not None and bool(self._function(done, total)))
        except BaseException as raised:
            self._raised = raised
            return 1

    def __enter__(self) -> Any:
        return _abi.summ_progress_fn(self._call) if self._function is not None else _abi.summ_progress_fn()

    def __exit__(self, *_: Any) -> None:
        if self._raised is not None:
            raise self._raised from None


class Document(_Handle):
    """A text, analysed once; any number of selections may be made from it, by many threads at once.

    Offsets of results count what was given: characters of a str, bytes of everything else. `progress` is called with the
    bytes that are done and all there are; if it returns what is true, or raises, the analysis ends.
    """

    def __init__(
        self,
        text: Text,
        *,
        engine: Optional[Engine] = None,
        language: Optional[str] = None,
        format: Optional[str] = None,
        encoding: Optional[str] = None,
        whole: Optional[bool] = None,
        title: Optional[str] = None,
        progress: Optional[Callable[[int, int], Any]] = None,
    ) -> None:
        is_str = isinstance(text, str)
        raw = text.encode("utf-8", "surrogatepass") if isinstance(text, str) else memoryview(text).tobytes()
        # It has to outlive its documents: a finalizer runs before what its object holds is let go.
        self._engine = engine if engine is not None else _default
        self._offset: Callable[[int], int] = Offsets(raw) if is_str and len(raw) != len(text) else int
        options = _options(
            _abi.summ_doc_options,
            language=language,
            format=format,
            encoding="UTF-8" if is_str else encoding,
            whole=whole,
            title=title,
        )
        with _Progress(progress) as options.progress:
            super().__init__(lib.summ_doc_free, lib.summ_doc_new, self._engine.handle, raw, len(raw), byref(options))

    def close(self) -> None:
        """Frees the memory now; the document cannot be used any more."""
        self._free()

    def __enter__(self) -> Document:
        return self

    def __exit__(self, *_: Any) -> None:
        self.close()

    @property
    def _facts(self) -> Any:
        return lib.summ_doc_facts(self.handle).contents

    @property
    def language(self) -> str:
        """The code of the language, given or guessed; "und" if nothing could be guessed."""
        return self._facts.language.decode()

    @property
    def encoding(self) -> str:
        """The character set, given or found."""
        return self._facts.encoding.decode()

    @property
    def bad_bytes(self) -> int:
        """How many sequences of bytes were no characters of that set."""
        return self._facts.n_bad_bytes

    @property
    def facts(self) -> Facts:
        """Title, author and date, counts, how sure the language is, and what may be wrong with the text."""
        found = lib.summ_doc_facts(self.handle).contents
        values = {name: getattr(found, name) for name in Facts._fields if name != "warnings"}
        values.update({name: v.decode() for name, v in values.items() if isinstance(v, bytes)})
        values["language_given"] = bool(found.language_given)
        warnings = tuple(found.warnings[i].decode() for i in range(found.n_warnings))
        return Facts(**values, warnings=warnings)

    def _select(self, name: str, select: Callable[..., int], *arguments: Any) -> _List:
        selection = c_void_p()
        check(select(self.handle, *arguments, byref(selection)))
        return _List(name, selection.value or 0)

    def _span(self, span: Any) -> Span:
        return Span(self._offset(span.begin), self._offset(span.end), span.line, span.column, span.source)

    def _sentence(self, s: Any) -> Sentence:
        made = Sentence(s.text.decode())
        for name in ("line", "column", "source", "index", "block", "n_words", "n_chars", "score", "rank", "level"):
            setattr(made, name, getattr(s, name))
        made.begin = self._offset(s.begin)
        made.end = self._offset(s.end)
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

    def _summary_options(
        self,
        sentences: Optional[int] = None,
        *,
        words: Optional[int] = None,
        chars: Optional[int] = None,
        percent: Optional[float] = None,
        algorithm: Optional[str] = None,
        diversity: Optional[float] = None,
        order: Optional[str] = None,
        seed: Optional[int] = None,
        query: Optional[str] = None,
        must: Sequence[str] = (),
        known: Optional[Document] = None,
        no_quotes: Optional[bool] = None,
        no_questions: Optional[bool] = None,
        trim: Optional[bool] = None,
        truncate: Optional[bool] = None,
        outline: Optional[bool] = None,
        progress: Optional[Callable[[int, int], Any]] = None,
        corpus: Optional[Corpus] = None,
    ) -> Structure:
        orders = {None: None, "position": _abi.SUMM_ORDER_POSITION, "score": _abi.SUMM_ORDER_SCORE}
        if order not in orders:
            raise ValueError("order is 'position' or 'score'")
        if isinstance(must, str):
            must = [must]
        options = _options(
            _abi.summ_summary_options,
            algorithm=algorithm,
            max_sentences=sentences,
            max_words=words,
            max_chars=chars,
            max_percent=percent,
            diversity=diversity,
            order=orders[order],
            seed=seed,
            query=query,
            n_must=len(must),
            known=known.handle if known is not None else None,
            no_quotes=no_quotes,
            no_questions=no_questions,
            trim=trim,
            truncate=truncate,
            outline=outline,
            corpus=corpus.handle if corpus is not None else None,
        )
        options.watched = _Progress(progress)
        options.must = (c_char_p * len(must))(*map(_string, must))
        return options

    def summarize(self, sentences: Optional[int] = None, **options: Any) -> List[Sentence]:
        """The sentences that carry the text, in its order: three if no ceiling is given."""
        chosen = self._summary_options(sentences, **options)
        with chosen.watched as chosen.progress, self._select("summ_sentences", lib.summ_summarize, byref(chosen)) as found:
            return [self._sentence(s) for s in found]

    def explain(self, sentences: Optional[int] = None, **options: Any) -> List[Reason]:
        """Chooses as summarize does, and tells why; then the next three sentences, and why they were not chosen."""
        chosen = self._summary_options(sentences, **options)
        with chosen.watched as chosen.progress, self._select("summ_explanation", lib.summ_explain, byref(chosen)) as found:
            return [self._reason(r) for r in found]

    def rank(self, **options: Any) -> List[Sentence]:
        """All sentences with their scores and the ranks in which they would be chosen; rank 0: never."""
        chosen = self._summary_options(**options)
        with chosen.watched as chosen.progress, self._select("summ_sentences", lib.summ_rank, byref(chosen)) as found:
            return [self._sentence(s) for s in found]

    def sentences(self) -> List[Sentence]:
        """All sentences, headings and captions included."""
        with self._select("summ_sentences", lib.summ_split) as found:
            return [self._sentence(s) for s in found]

    def paragraphs(self) -> List[Sentence]:
        """The paragraphs, headings and list items, each as if it were one sentence."""
        with self._select("summ_sentences", lib.summ_paragraphs) as found:
            return [self._sentence(s) for s in found]

    def keywords(
        self,
        phrases: Optional[int] = None,
        *,
        algorithm: Optional[str] = None,
        words: Optional[int] = None,
        min_words: Optional[int] = None,
        overlap: Optional[bool] = None,
        against: Optional[Document] = None,
        progress: Optional[Callable[[int, int], Any]] = None,
        corpus: Optional[Corpus] = None,
    ) -> List[Phrase]:
        """The phrases that name what the text is about, best first: ten if no number is given."""
        options = _options(
            _abi.summ_keyword_options,
            algorithm=algorithm,
            max_phrases=phrases,
            max_words=words,
            min_words=min_words,
            overlap=overlap,
            against=against.handle if against is not None else None,
            corpus=corpus.handle if corpus is not None else None,
        )
        with _Progress(progress) as options.progress, \
                self._select("summ_phrases", lib.summ_keywords, byref(options)) as found:
            return [self._phrase(p) for p in found]
