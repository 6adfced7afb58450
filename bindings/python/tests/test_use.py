"""Use and misuse: wrong values, closing, copying, threads, processes."""

import copy
import gc
import os
import pickle
import subprocess
import sys
import threading
import time

import pytest

import summ
from summ import _library
from texts import ARTICLE, CYRILLIC


@pytest.mark.parametrize("options", [
    {"language": 5}, {"language": b"en"}, {"algorithm": 7}, {"query": 1 << 40}, {"must": [None]}, {"must": 3},
    {"known": "known"}, {"known": 5}, {"sentences": 2.5}, {"sentences": "3"}, {"seed": "x"}, {"percent": "half"},
    {"progress": 1}, {"colour": "red"},
])
def test_values_of_other_types(options):
    with pytest.raises((TypeError, ValueError)) as caught:
        summ.summarize(ARTICLE, **options)
    assert next(iter(options)) in str(caught.value)


@pytest.mark.parametrize("options", [
    {"sentences": -1}, {"sentences": 2**64}, {"words": -5}, {"seed": -1}, {"seed": 2**64}, {"percent": 0},
    {"percent": 101}, {"percent": float("nan")}, {"diversity": 2}, {"diversity": float("nan")}, {"query": "a\0b"},
    {"order": "random"}, {"algorithm": ""}, {"language": ""},
])
def test_values_out_of_range(options):
    with pytest.raises(ValueError):
        summ.summarize(ARTICLE, **options)


@pytest.mark.parametrize("text", [None, 3, 2.5, os, {"a": 1}, [None], object()])
def test_what_is_no_text(text):
    with pytest.raises(TypeError, match="a text is str or bytes"):
        summ.summarize(text)


def test_no_engine():
    for other in (3, summ.Document(ARTICLE), summ.Engine):
        with pytest.raises(TypeError, match="of class Engine, not"):
            summ.summarize(ARTICLE, engine=other)
    with pytest.raises(TypeError, match="known: .* of class Document, not Engine"):
        summ.summarize(ARTICLE, known=summ.Engine())
    with pytest.raises(TypeError):
        summ.Engine(stopwords=17)
    with pytest.raises(TypeError):
        summ.Engine(colour="red")


def test_huge_numbers_are_no_ceilings():
    everything = summ.summarize(ARTICLE, 10**6)
    for huge in (2**31, 2**32, 2**63, 2**64 - 2):
        assert summ.summarize(ARTICLE, huge) == everything
    assert summ.summarize(ARTICLE, 0) == [] and summ.keywords(ARTICLE, 0) == []
    assert len(summ.keywords(ARTICLE, 2**64 - 1)) > 50


@pytest.mark.parametrize("raw", [
    b"\0", b"\xff\xfe", b"\xed\xa0\x80\xf5.", b"A\0B. C\0D.", bytes(range(256)) * 40, b"\xe2\x82" * 999, b"." * 10_000,
])
def test_odd_bytes(raw):
    document = summ.Document(raw, encoding="UTF-8")
    for s in document.sentences() + document.summarize(2):
        assert 0 <= s.begin <= s.end <= len(raw)
    assert document.facts.n_bytes == len(raw)


def test_null_characters_are_characters():
    text = "The dog\0 barks. The cat\0 sleeps."
    assert [text[s.begin:s.end] for s in summ.Document(text)] == ["The dog\0 barks.", "The cat\0 sleeps."]


def test_large_texts():
    text = "".join(f"Sentence number{n} speaks of thing{n % 997} — and matter{n % 1009}. " for n in range(15_000))
    with summ.Document(text) as document:
        assert len(text) > 700_000 and len(document.sentences()) == 15_000
        for s in document.summarize(3):
            assert text[s.begin:s.end] == s


def test_iteration():
    document = summ.Document(ARTICLE)
    assert list(document) == document.sentences() and sorted(document) == sorted(document.sentences())
    assert repr(document) == f"<summ.Document, en, {document.facts.n_sentences} sentences>"


def test_closed_documents():
    with summ.Document(ARTICLE) as document:
        found = document.summarize(1)
    assert found[0].n_words > 3 and repr(document) == "<summ.Document, closed>"
    other = summ.Document(ARTICLE)
    for use in (
        lambda: document.summarize(1), lambda: document.facts, lambda: list(document), lambda: document.keywords(),
        lambda: other.summarize(1, known=document), lambda: document.language,
    ):
        with pytest.raises(ValueError, match="the Document is closed"):
            use()
    document.close()


def test_a_document_that_was_refused_can_be_let_go():
    with pytest.raises(ValueError):
        summ.Document(ARTICLE, language="nowhere")
    document = summ.Document.__new__(summ.Document)
    document.close()
    assert repr(document) == "<summ.Document, closed>"


def test_documents_are_not_copied_but_results_are():
    document = summ.Document(CYRILLIC)
    for attempt in (pickle.dumps, copy.copy, copy.deepcopy):
        for handle in (document, summ.Engine()):
            with pytest.raises(TypeError, match="neither copied nor pickled"):
                attempt(handle)
    for result in (document.summarize(2), document.explain(1), document.keywords(2), document.facts):
        for again in (pickle.loads(pickle.dumps(result)), copy.deepcopy(result)):
            assert again == result
    again = pickle.loads(pickle.dumps(document.summarize(1)[0]))
    assert type(again) is summ.Sentence and CYRILLIC[again.begin:again.end] == again
    caught = pickle.loads(pickle.dumps(_library.ArgumentError(4)))
    assert caught.status == 4 and str(caught) == "unknown language"


def test_a_document_keeps_its_engine():
    document = summ.Document(ARTICLE, engine=summ.Engine(stopwords="lamp"))
    gc.collect()
    assert len(document.summarize(2)) == 2


def test_cycles():
    class Node:
        pass

    for _ in range(20):
        node = Node()
        node.self = node
        node.engine = summ.Engine(more_stopwords="lamp")
        node.document = summ.Document(ARTICLE, engine=node.engine)
        node.known = summ.Document(CYRILLIC, engine=node.engine)
        del node
    gc.collect()


def test_versions():
    assert _library.serves("1.2.3", "1.2.3") and _library.serves("1.10.0", "1.9.9")
    assert not _library.serves("1.2.3", "1.3.0") and not _library.serves("2.0.0", "1.9.0")


def run_all(threads):
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()


def test_threads_find_the_same():
    document = summ.Document(ARTICLE)
    expected = (document.summarize(3), document.keywords(5), summ.keywords(CYRILLIC, 3))
    failures = []

    def work():
        for _ in range(20):
            if (document.summarize(3), document.keywords(5), summ.keywords(CYRILLIC, 3)) != expected:
                failures.append(1)

    run_all([threading.Thread(target=work) for _ in range(8)])
    assert failures == []


def test_a_corpus_is_read_and_added_to():
    corpus = summ.Corpus()
    document = summ.Document(ARTICLE, language="en")
    others = [summ.Document(f"The animal{n} eats the plant{n % 7}.", language="en") for n in range(40)]

    def read():
        for _ in range(20):
            assert document.keywords(3, algorithm="tfidf", corpus=corpus) and corpus.count("lamp") == 0

    def add():
        for other in others:
            corpus.add(other)

    run_all([threading.Thread(target=work) for work in (read, add, read, add)])
    assert len(corpus) == 2 * len(others)
    for wrong in (document, 3):
        with pytest.raises(TypeError, match="corpus: .* of class Corpus"):
            document.keywords(corpus=wrong)


def test_closing_while_others_are_at_work():
    expected = summ.summarize(ARTICLE, 3)
    for _ in range(20):
        document = summ.Document(ARTICLE)
        seen = []

        def work(document=document, seen=seen):
            try:
                while True:
                    seen.append(document.summarize(3) == expected)
            except ValueError:
                pass

        threads = [threading.Thread(target=work) for _ in range(3)]
        for thread in threads:
            thread.start()
        while len(seen) < 5:
            time.sleep(0.0005)
        document.close()
        for thread in threads:
            thread.join()
        assert all(seen)


def test_other_threads_run_meanwhile():
    """Were the lock of the interpreter held, the other thread would not wake up before the call returns."""
    text = " ".join(f"Sentence number{n} speaks of thing{n % 977} and matter{n % 1009}." for n in range(60_000))
    woken = []
    stop = threading.Event()

    def wake():
        while not stop.wait(0.001):
            woken.append(time.monotonic())

    thread = threading.Thread(target=wake)
    thread.start()
    begin = time.monotonic()
    document = summ.Document(text, language="en")
    end = time.monotonic()
    stop.set()
    thread.join()
    document.close()
    assert end - begin > 0.05
    assert len([t for t in woken if begin < t < end]) > 5


@pytest.mark.skipif(not hasattr(os, "fork"), reason="no fork")
def test_fork():
    document = summ.Document(ARTICLE)
    expected = document.summarize(3)
    child = os.fork()
    if child == 0:
        ok = document.summarize(3) == expected and summ.summarize(ARTICLE, 3) == expected
        document.close()
        os._exit(0 if ok else 1)
    assert os.waitpid(child, 0)[1] == 0
    assert document.summarize(3) == expected


@pytest.mark.parametrize("program", [
    "document = summ.Document(text)",
    "import threading\n"
    "def work(document=summ.Document(text)):\n"
    "    while True: document.summarize(3); summ.keywords(text)\n"
    "for _ in range(3): threading.Thread(target=work, daemon=True).start()",
    "import atexit\ndocument = summ.Document(text); atexit.register(lambda: document.summarize(1))",
    "import sys; sys.exit(0) if summ.Document(text).summarize(1) else None",
])
def test_the_interpreter_ends_with_documents_open(program):
    done = subprocess.run(
        [sys.executable, "-X", "faulthandler", "-c", "import sys, summ; text = sys.stdin.read()\n" + program],
        input=ARTICLE.encode(), stderr=subprocess.PIPE, env={**os.environ, "PYTHONPATH": os.pathsep.join(sys.path)},
    )
    assert (done.returncode, done.stderr) == (0, b"")
