"""What programs that were written for gensim.summarization rely on."""

import inspect

import pytest

from summ import gensim
from texts import ARTICLE


def test_the_parameters_are_those_of_gensim():
    def shown(function):
        return [(p.name, p.default) for p in inspect.signature(function).parameters.values()]

    empty = inspect.Parameter.empty
    assert shown(gensim.summarize) == [("text", empty), ("ratio", 0.2), ("word_count", None), ("split", False)]
    assert shown(gensim.keywords) == [
        ("text", empty), ("ratio", 0.2), ("words", None), ("split", False), ("scores", False),
        ("pos_filter", ("NN", "JJ")), ("lemmatize", False), ("deacc", True),
    ]


def test_summaries():
    lines = gensim.summarize(ARTICLE, ratio=0.2).split("\n")
    assert gensim.summarize(ARTICLE, split=True) == lines and all(type(line) is str for line in lines)
    for ceiling in (0, 10, 50, 100_000):
        assert sum(len(line.split()) for line in gensim.summarize(ARTICLE, word_count=ceiling, split=True)) <= ceiling
    assert gensim.summarize(ARTICLE, 0.5, 30) == gensim.summarize(ARTICLE, word_count=30)
    assert gensim.summarize("One sentence.") == "One sentence."
    assert gensim.summarize("") == "" and gensim.summarize("", split=True) == []


def test_key_phrases():
    found = gensim.keywords(ARTICLE, words=4, split=True)
    assert gensim.keywords(ARTICLE, words=4).split("\n") == found and len(found) == 4
    pairs = gensim.keywords(ARTICLE, words=4, scores=True)
    assert [p for p, _ in pairs] == found and all(type(p) is str and type(s) is float for p, s in pairs)
    assert len(gensim.keywords(ARTICLE, ratio=1, split=True)) > len(gensim.keywords(ARTICLE, split=True)) > 4
    assert gensim.keywords(ARTICLE, 0.2, 4, False, False, ("NN",), True, False).split("\n") == found
    assert gensim.keywords("") == "" and gensim.keywords("", split=True) == [] == gensim.keywords("", scores=True)


def test_accents():
    text = "Der Schlüssel liegt im Café. Ohne den Schlüssel bleibt das Café zu. Der Schlüssel fehlt."
    assert "schlüssel" in gensim.keywords(text, words=3, split=True, deacc=False)
    assert "schlussel" in gensim.keywords(text, words=3, split=True)


@pytest.mark.parametrize("wrong", [{"ratio": 0}, {"ratio": 1.5}, {"ratio": -1}])
def test_shares_out_of_range(wrong):
    for function in (gensim.summarize, gensim.keywords):
        with pytest.raises(ValueError):
            function(ARTICLE, **wrong)
    with pytest.raises(ValueError):
        gensim.keywords(ARTICLE, words=-1)
    with pytest.raises(ValueError):
        gensim.summarize(ARTICLE, word_count=-1)
