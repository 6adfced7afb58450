"""What is taken is given back."""

import ctypes
import gc

import pytest

import summ
from texts import ARTICLE, CYRILLIC

ROUNDS = 100
LONG = ARTICLE * (70_000 // len(ARTICLE) + 1)


class _Mallinfo2(ctypes.Structure):
    _fields_ = [(name, ctypes.c_size_t) for name in (
        "arena", "ordblks", "smblks", "hblks", "hblkhd", "usmblks", "fsmblks", "uordblks", "fordblks", "keepcost")]


try:
    _mallinfo2 = ctypes.CDLL(None).mallinfo2
    _mallinfo2.restype = _Mallinfo2
except AttributeError:
    pytestmark = pytest.mark.skip(reason="not the GNU C library of 2.33 or later")


def held():
    """Bytes that malloc has handed out."""
    gc.collect()
    info = _mallinfo2()
    return info.uordblks + info.hblkhd


def select():
    with summ.Document(ARTICLE) as document:
        document.summarize(3, must=["buoy"], known=summ.Document(CYRILLIC))
        document.rank()
        document.sentences()
        document.paragraphs()
        document.keywords(10)
        document.explain(2)
        document.explain_keywords(2)


def let_go():
    summ.Document(ARTICLE, engine=summ.Engine(stopwords="lamp " * 50)).summarize(1)


def fail():
    document = summ.Document(CYRILLIC)
    for wrong in ({"algorithm": "none"}, {"percent": 0}, {"must": [None]}):
        with pytest.raises((TypeError, ValueError)):
            document.summarize(**wrong)
    for wrong in ({"language": "nowhere"}, {"engine": summ.Engine(max_memory=1000)}, {"format": "none"}):
        with pytest.raises((ValueError, MemoryError)):
            summ.Document(CYRILLIC, **wrong)


def cancel():
    for progress in (lambda done, total: True, lambda done, total: 1 / 0):
        with pytest.raises((summ.Error, ZeroDivisionError)):
            summ.Document(LONG, progress=progress)


def count_stems():
    corpus = summ.Corpus()
    corpus.add(summ.Document(ARTICLE))
    summ.keywords(ARTICLE, algorithm="tfidf", corpus=summ.Corpus.from_bytes(corpus.to_bytes()))


class Node:
    pass


def make_cycles():
    node = Node()
    node.self = node
    node.engine = summ.Engine()
    node.document = summ.Document(CYRILLIC, engine=node.engine)
    del node
    gc.collect()


@pytest.mark.parametrize("work", [select, let_go, fail, cancel, count_stems, make_cycles])
def test_memory_is_given_back(work):
    """malloc has blocks of 32 bytes at least: one that stayed in each round would show."""
    for _ in range(20):
        work()
    before = held()
    for _ in range(ROUNDS):
        work()
    assert held() - before < ROUNDS * 32
