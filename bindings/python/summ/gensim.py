"""The two calls that gensim.summarization had until gensim 4, with their arguments and their kinds of results.

    from summ.gensim import summarize, keywords

The sentences and phrases are those that libsumm chooses, which are not the same ones. `word_count` is a ceiling here;
in gensim it was a target. A text of one sentence is its own summary; gensim raised ValueError.
"""

from __future__ import annotations

import unicodedata
from typing import Dict, List, Optional, Sequence, Tuple, Union

from ._document import Document, Text


def summarize(
    text: Text, ratio: float = 0.2, word_count: Optional[int] = None, split: bool = False
) -> Union[str, List[str]]:
    """A summary of that share of the sentences, or of at most word_count words: lines, or with `split` a list."""
    _check(ratio, word_count)
    with Document(text) as document:
        if word_count is None:
            found = document.summarize(percent=100 * ratio)
        else:
            found = document.summarize(words=word_count)
    return [str(s) for s in found] if split else "\n".join(found)


def keywords(
    text: Text,
    ratio: float = 0.2,
    words: Optional[int] = None,
    split: bool = False,
    scores: bool = False,
    pos_filter: Sequence[str] = ("NN", "JJ"),
    lemmatize: bool = False,
    deacc: bool = True,
) -> Union[str, List[str], List[Tuple[str, float]]]:
    """That share of all key phrases, or `words` of them, in small letters and with `deacc` without accents.

    They are lines, with `split` a list, with `scores` a list of pairs. pos_filter and lemmatize have no effect: no part
    of speech is told, and forms of a word are one phrase in any case.
    """
    _check(ratio, words)
    with Document(text) as document:
        # There are no more phrases than bytes.
        found = document.keywords(document.facts.n_bytes if words is None else words)
    if words is None:
        found = found[: max(1, int(len(found) * ratio))]
    best: Dict[str, float] = {}
    for phrase in found:
        best.setdefault(_plain(phrase) if deacc else phrase.lower(), phrase.score)
    if scores:
        return list(best.items())
    return list(best) if split else "\n".join(best)


def _check(ratio: float, number: Optional[int]) -> None:
    if number is None and not 0 < ratio <= 1:
        raise ValueError("ratio has to be above 0, and at most 1")


def _plain(text: str) -> str:
    letters = unicodedata.normalize("NFD", text.lower())
    return unicodedata.normalize("NFC", "".join(c for c in letters if unicodedata.category(c) != "Mn"))
