"""What comes out, and that it is what the header promises."""

import ctypes
import re

import pytest

import summ
from summ import _abi, _library
from texts import ARTICLE, CYRILLIC, one_line


def test_a_summary_has_sentences_of_the_text():
    found = summ.summarize(ARTICLE, sentences=3)
    assert len(found) == 3
    assert [s.begin for s in found] == sorted(s.begin for s in found)
    for s in found:
        assert one_line(ARTICLE[s.begin:s.end]) == s
        assert s.n_words == len(s.split()) and s.n_chars == len(s)
    assert sorted(s.rank for s in found) == [1, 2, 3]
    assert summ.summarize(ARTICLE) == found


@pytest.mark.parametrize("text", [CYRILLIC, CYRILLIC * 100, "\ud800 " + CYRILLIC, "\ufeff" + CYRILLIC])
def test_offsets_count_characters_of_a_string(text):
    sentences = summ.Document(text).sentences()
    assert len(sentences) >= 4
    for s in sentences[1:]:
        assert one_line(text[s.begin:s.end]) == s
    for phrase in summ.keywords(text, 5):
        for place in phrase.occurrences:
            assert text[place.begin:place.end].casefold() in [f.casefold() for f in phrase.forms]


def test_offsets_count_bytes_of_bytes():
    raw = CYRILLIC.encode("windows-1251", "replace")
    document = summ.Document(raw, encoding="windows-1251")
    assert document.encoding == "windows-1251"
    for s in document.sentences():
        assert raw[s.begin:s.end].decode("windows-1251") == s
    assert summ.Document(bytearray(raw), encoding="windows-1251").sentences() == document.sentences()
    assert summ.Document(memoryview(raw), encoding="windows-1251").sentences() == document.sentences()


def test_ceilings_hold():
    for words in range(0, 120, 7):
        assert sum(s.n_words for s in summ.summarize(ARTICLE, words=words)) <= words
    for chars in range(0, 600, 41):
        assert len("\n".join(summ.summarize(ARTICLE, chars=chars))) <= chars
    assert len(summ.summarize(ARTICLE, percent=10)) == max(1, len(summ.Document(ARTICLE).sentences()) // 10)


def test_wishes():
    document = summ.Document(ARTICLE)
    assert any("buoy" in s for s in document.summarize(1, must=["buoy"]))
    assert document.summarize(1, must="buoy") == document.summarize(1, must=["buoy"])
    best = document.summarize(4, order="score")
    assert [s.rank for s in best] == [1, 2, 3, 4]
    known = summ.Document(best[0])
    assert best[0] not in document.summarize(4, known=known)
    assert document.summarize(2, query="fishing boats") != document.summarize(2)


def test_reasons():
    document = summ.Document(ARTICLE)
    reasons = document.explain(2)
    assert [r.sentence for r in reasons if r.verdict == "chosen"] == document.summarize(2)
    assert len(reasons) == 5 and {r.verdict for r in reasons} <= {"chosen", "left_next", "left_copy"}
    assert all(0 < t.weight <= 1 for r in reasons for t in r.terms)


def test_ranks():
    document = summ.Document(ARTICLE)
    ranked = document.rank()
    assert len(ranked) == len(document.sentences())
    best = sorted((s for s in ranked if s.rank > 0), key=lambda s: s.rank)[:3]
    assert sorted(best, key=lambda s: s.begin) == document.summarize(3)


def test_outlines():
    book = "# One\n\nThe dog barks. It runs far.\n\n## Two\n\nA cat sleeps all day.\n"
    found = summ.summarize(book, format="markdown", outline=True)
    assert [(s.role, s.level) for s in found][-2:] == [("heading", 2), ("paragraph", 0)]


def test_facts():
    facts = summ.Document(ARTICLE).facts
    assert facts.language == "en" and not facts.language_given and facts.language_sureness > 0.99
    assert facts.n_bytes == len(ARTICLE.encode()) and facts.n_words > 400 and facts.warnings == ()
    assert facts.title.startswith("Skerry") and facts.author is None
    assert summ.Document(b"One \xff.", encoding="UTF-8").facts.warnings[0].startswith("1 byte sequence")


def test_key_phrases():
    found = summ.keywords(ARTICLE, 5)
    assert [p.rank for p in found] == [1, 2, 3, 4, 5] and found[0].score == 1
    for p in found:
        assert sum(f.count for f in p.forms) == len(p.occurrences) and p.stem
    against = summ.Document(ARTICLE)
    assert summ.keywords(ARTICLE, 5, against=against) == []


def test_reasons_of_key_phrases():
    reasons = summ.Document(ARTICLE).explain_keywords(3)
    assert [r.phrase for r in reasons] == summ.keywords(ARTICLE, 3)
    for r in reasons:
        assert r.features and all(f.meaning for f in r.features)
        assert abs(r.features[0].value * r.features[0].weight - r.features[0].contribution) < 1e-9


def test_several_texts_are_one_document():
    raw = CYRILLIC.encode("windows-1251", "replace")
    texts = [ARTICLE, raw, CYRILLIC]
    document = summ.Document([ARTICLE, raw], encoding=None)
    with pytest.raises(ValueError, match="encoding"):
        summ.Document(texts, encoding="windows-1251")
    merged = summ.Document([CYRILLIC, ARTICLE, CYRILLIC.encode()])
    assert {s.source for s in merged} == {0, 1, 2} and {s.source for s in document} == {0, 1}
    for s in merged.sentences():
        part = [CYRILLIC, ARTICLE, CYRILLIC.encode()][s.source][s.begin:s.end]
        assert one_line(part if isinstance(part, str) else part.decode()) == s
    places = [p for phrase in summ.keywords([ARTICLE, ARTICLE], 3) for p in phrase.occurrences]
    assert {p.source for p in places} == {0, 1}
    with pytest.raises(summ.ArgumentError):
        summ.Document([])


def test_web_pages():
    page = "<html><title>T</title><nav>Menu, more menu</nav><article><p>%s</p></article></html>" % CYRILLIC
    document = summ.Document(page, format="html")
    assert one_line(CYRILLIC) == one_line(" ".join(document.paragraphs()))
    for s in document.sentences():
        assert page[s.begin:s.end] == s


def test_empty_texts():
    for text in ("", b"", " \n"):
        assert summ.summarize(text) == [] and summ.keywords(text) == []
    assert summ.Document("").language == "und"


def test_errors():
    with pytest.raises(summ.ArgumentError, match="unknown language"):
        summ.Document("x", language="nowhere")
    with pytest.raises(ValueError):
        summ.summarize("One.", algorithm="none")
    with pytest.raises(summ.Error) as caught:
        summ.Document(b"%PDF-1.4\n\0\1\2")
    assert caught.value.status == _abi.SUMM_ERR_BINARY and not isinstance(caught.value, ValueError)
    with pytest.raises(MemoryError):
        summ.summarize(ARTICLE, engine=summ.Engine(max_memory=1000))
    with pytest.raises(summ.Error):
        summ.summarize(ARTICLE, engine=summ.Engine(max_bytes=10))
    for wrong in ({"sentences": -1}, {"query": "a\0b"}, {"order": "random"}, {"sentences": 2**64}):
        with pytest.raises(ValueError):
            summ.summarize(ARTICLE, **wrong)
    with pytest.raises(TypeError):
        summ.summarize(ARTICLE, colour="red")
    with pytest.raises(TypeError):
        summ.Document(ARTICLE, borrow=True)
    with pytest.raises(TypeError):
        summ.summarize(3)


def test_what_there_is():
    assert summ.language_code("German") == "de" and summ.language_code("pt-BR") == "pt"
    assert summ.language_code("no such") is None
    assert summ.has_encoding("windows-1251") and not summ.has_encoding("no such")
    assert summ.binary_kind(b"%PDF-1.4\n\0\1\2") == "PDF document" and summ.binary_kind(b"plain") is None
    assert any(name.startswith("utf8proc") for name in summ.features())


def test_tables():
    assert next(iter(summ.algorithms())) == "textrank"
    assert summ.languages()["de"] == "German"
    assert "html" in summ.formats() and "rake" in summ.keyword_algorithms()
    assert re.fullmatch(r"\d+\.\d+\.\d+", summ.version()) and summ.version() == _abi.SUMM_VERSION.strip('"')
    assert "favours" in summ.documentation("summ_summary_options.query")


def test_progress():
    text = " ".join(f"Sentence number{n} speaks of thing{n % 97}." for n in range(10_000))
    seen = []
    summ.Document(text, progress=lambda done, total: seen.append((done, total)))
    assert len(seen) >= 5 and seen == sorted(seen) and {total for _, total in seen} == {len(text)}
    with pytest.raises(summ.Error) as caught:
        summ.Document(text, progress=lambda done, total: True)
    assert caught.value.status == _abi.SUMM_ERR_CANCELLED

    def stop(done, total):
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        summ.summarize(text, progress=stop)
    document = summ.Document(text)
    for select in document.summarize, document.rank, document.explain, document.keywords, document.explain_keywords:
        seen.clear()
        assert select(progress=lambda done, total: seen.append(done)) == select() and seen == sorted(seen) != []
        with pytest.raises(KeyboardInterrupt):
            select(progress=stop)
        with pytest.raises(summ.Error, match="cancelled"):
            select(progress=lambda done, total: True)


def test_corpus():
    texts = ["The owl hunts mice.", "The owl sleeps.", "The heron hunts frogs and mice."]
    corpus = summ.Corpus()
    assert len(corpus) == 0 and corpus.language is None and corpus
    for text in texts:
        corpus.add(summ.Document(text, language="en"))
    assert len(corpus) == 3 and corpus.language == "en" and corpus.count("owl") == 2 and corpus.count("emu") == 0
    document = summ.Document("An owl and a heron.", language="en")
    assert document.keywords(1, algorithm="tfidf", corpus=corpus) == ["heron"]
    assert len(document.summarize(algorithm="tfidf", corpus=corpus)) == 1
    again = summ.Corpus.from_bytes(corpus.to_bytes())
    assert again.to_bytes() == corpus.to_bytes() and again.count("owl") == 2
    with pytest.raises(summ.Error, match="not a corpus"):
        summ.Corpus.from_bytes(corpus.to_bytes()[:-1])
    with pytest.raises(summ.ArgumentError):
        corpus.add(summ.Document("Die Eule schläft.", language="de"))


@pytest.mark.parametrize("kind", _abi.OPTIONS)
def test_every_option_of_the_header_can_be_given(kind):
    members = {name for name, _ in getattr(_abi, kind)._fields_}
    without = {name for name in members if name[:2] == "n_" and name[2:] in members}
    without |= {name for name in members if name.endswith("_context")} | {"struct_size", "allocator", "borrow"}
    assert {member for member, _ in _abi.OPTIONS[kind].values()} == members - without


def test_options_are_described_where_they_are_taken():
    for function in (summ.summarize, summ.Document.summarize):
        assert function.__doc__.startswith("The sentences that carry") and "favours sentences about" in function.__doc__
    assert "False):\n  language: as for summ_language_code" in summ.Document.__init__.__doc__


def test_structs_have_the_size_that_the_library_sees():
    """The init functions refuse no size; what they write has to end where the struct does."""
    for name, kind in vars(_abi).items():
        if not name.endswith("_options"):
            continue
        room = (ctypes.c_char * (ctypes.sizeof(kind) + 64))(*b"\xAA" * (ctypes.sizeof(kind) + 64))
        getattr(_library.lib, name + "_init")(ctypes.cast(room, ctypes.POINTER(kind)), ctypes.sizeof(kind))
        assert bytes(room)[ctypes.sizeof(kind):] == b"\xAA" * 64
        assert kind.from_buffer_copy(room).struct_size == ctypes.sizeof(kind)
