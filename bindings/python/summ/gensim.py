"""The two calls that gensim.summarization had until gensim 4, with their arguments and their kinds of results.

    from summ.gensim import summarize, keywords

The sentences and phrases are those that libsumm chooses, which are not the same ones. `word_count` is a ceiling here; in
gensim it was a target.
"""

from __future__ import annotations

from typing import Any, List, Optional, Tuple, Union

from ._abi import SUMM_NO_LIMIT
from ._document import Document


def summarize(
    text: str, ratio: float = 0.2, word_count: Optional[int] = None, split: bool = False
) -> Union[str, List[str]]:
    """A summary of that share of the sentences, or of at most word_count words: lines, or with `split` a list."""
    if word_count is None and not 0 < ratio <= 1:
        raise ValueError("ratio has to be above 0, and at most 1")
    with Document(text) as document:
        if word_count is None:
            found = document.summarize(percent=100 * ratio)
        else:
            found = document.summarize(words=word_count)
    return [str(s) for s in found] if split else "\n".join(found)


def keywords(
    text: str,
    ratio: float = 0.2,
    words: Optional[int] = None,
    split: bool = False,
    scores: bool = False,
    pos_filter: Any = None,
    lemmatize: bool = False,
    deacc: bool = True,
) -> Union[str, List[str], List[Tuple[str, float]]]:
    """That share of all key phrases, or `words` of them: lines, with `split` a list, with `scores` a list of pairs.

    pos_filter, lemmatize and deacc are accepted and have no effect: no part of speech is told, and forms of a word are
    one phrase in any case.
    """
    if words is None and not 0 < ratio <= 1:
        raise ValueError("ratio has to be above 0, and at most 1")
    with Document(text) as document:
        found = document.keywords(SUMM_NO_LIMIT if words is None else words)
    if words is None:
        found = found[: max(1, int(len(found) * ratio))]
    if scores:
        return [(str(p), p.score) for p in found]
    return [str(p) for p in found] if split else "\n".join(found)
