#!/usr/bin/env python3
"""page_test.py COMMAND [FOLDER]: opens pages that `COMMAND -t html` wrote in a headless Chromium and uses them as a
reader would. With a FOLDER, pictures of them are left there. Run by make check-browser."""

import os
import subprocess
import sys
import tempfile
import time

from browser import Browser

SAMPLE = os.path.join(os.path.dirname(__file__), "..", "samples", "lighthouse.txt")

HOSTILE = b"""<script>document.title = 'broken'</script> & the <b>toads</b> of the "valley"

Every spring the toads of the valley walk to the lake. </span></p></article><script>window.broken = 1</script> ends it.
The new bridge carries the toads over the road ]]> and the toads <img src=http://127.0.0.1:9/x onerror='window.broken=2'>
like the bridge. --> Nobody &amp; nobody had counted the toads &lt;before&gt; the bridge was built \xe2\x80\xaeon the way
back\xe2\x80\xac and a NUL \x00 stood in the way of the toads. Bad bytes \xff\xfe\xc3 do no harm to the toads of the lake.

</style><style>body{display:none}</style> The bridge carries nine thousand toads to the lake in spring.
"""

ARABIC = ("يقف الفانوس على صخرة عند مدخل الميناء منذ مئة عام. أضاء الفانوس الطريق لسفن الصيد في الليل. "
          "ثم كسرت العاصفة زجاج الفانوس وأغرقت البيت. سيضاء الفانوس من جديد في الشهر القادم.\n")

failures = []


def check(what, condition):
    print(("ok    " if condition else "FAILED"), what)
    if not condition:
        failures.append(what)


def write_page(command, folder, name, text, *options):
    """The page of a text, and where it is."""
    source, page = os.path.join(folder, name), os.path.join(folder, "page.html")
    with open(source, "wb") as file:
        file.write(text)
    subprocess.run([command, "-t", "html", *options, "-o", page, source], check=True, stderr=subprocess.DEVNULL)
    return page


def read(path):
    with open(path, "rb") as file:
        return file.read()


def picture(browser, name):
    if len(sys.argv) > 2:
        os.makedirs(sys.argv[2], exist_ok=True)
        browser.picture(os.path.join(sys.argv[2], name + ".png"))


def count(browser, selector):
    return browser.run("return document.querySelectorAll(arguments[0]).length", selector)


def check_clean(browser, what, page):
    """No complaints on the console, and nothing asked for but the page."""
    check(f"{what}: no message on the console", browser.log("browser") == [])
    check(f"{what}: no other request", set(browser.requests()) <= {"file://" + page})


def is_wide(browser):
    """Does anything stand out of the window?"""
    return browser.run("return document.documentElement.scrollWidth > innerWidth")


def set_length(browser, n):
    browser.run("""const slider = document.getElementById('length');
                   slider.value = arguments[0];
                   slider.dispatchEvent(new Event('input', {bubbles: true}));""", n)
    browser.wait()


def test_length(browser, page):
    browser.open(page)
    check("the controls are shown", browser.run("return !document.getElementById('controls').hidden"))
    check("three sentences are marked", count(browser, ".s.on") == 3)
    listed = "return [...document.querySelectorAll('#summary li')].map((item) => item.textContent)"
    given = browser.run(listed)
    for n in (1, 7, 24):
        set_length(browser, n)
        check(f"{n} sentences are marked", count(browser, ".s.on") == n)
        check(f"{n} sentences are listed", count(browser, "#summary li") == n)
        check(f"they are the {n} best", browser.run(
            "return [...document.querySelectorAll('.s.on')].every((s) => s.dataset.rank <= arguments[0])", n))
        check("the number follows", browser.run("return document.getElementById('number').value") == str(n))
    picture(browser, "light-24")
    set_length(browser, 3)
    check("the summary is as it was", browser.run(listed) == given and len(given) == 3)


def test_phrases(browser, page):
    browser.open(page)
    n = browser.run("return [...document.querySelectorAll('.chip')].findIndex((c) => c.textContent.startsWith('lamp '))")
    chip = f"button.chip[data-k='{n}']"
    check("a chip is a button that is not pressed", count(browser, chip + "[aria-pressed=false]") == 1)
    browser.click(chip)
    check("it is pressed", count(browser, chip + "[aria-pressed=true]") == 1)
    lit = browser.run("return [...document.querySelectorAll('.k.lit')].map((k) => k.textContent)")
    check("all occurrences are lit", lit == ["lamp"] * 5)
    check("and bars of the plot", count(browser, "#plot rect.lit") == 5)
    picture(browser, "phrase")
    browser.click(chip)
    check("they go out again", count(browser, ".lit") == 0)


def test_plot(browser, page):
    browser.open(page)
    browser.click("#plot a:nth-of-type(7) rect")
    check("a bar leads to its sentence", browser.run("return location.hash") == "#s6")
    browser.open(page)
    browser.click("#summary li:last-child a")
    browser.wait()
    check("a sentence of the summary leads to its place",
          browser.run("return document.querySelector(':target').getBoundingClientRect().top < innerHeight"))


def test_views(browser, page):
    for name, width, height, dark in (("light", 1100, 900, False), ("dark", 1100, 900, True), ("phone", 360, 740, False),
                                      ("phone-dark", 360, 740, True)):
        browser.set_view(width, height, dark)
        browser.open(page)
        browser.wait()
        check(f"{name}: nothing stands out", not is_wide(browser))
        paper = browser.run("return getComputedStyle(document.documentElement).backgroundColor")
        check(f"{name}: the paper is {'dark' if dark else 'light'}", (int(paper[4:].split(",")[0]) < 100) == dark)
        picture(browser, name)
    browser.set_view(1100, 900)


def test_reasons(browser, folder, command):
    page = write_page(command, folder, "lighthouse.txt", read(SAMPLE), "--explain")
    browser.open(page)
    shown = "return document.querySelector('details pre').checkVisibility()"
    check("reasons are folded", not browser.run(shown) and count(browser, "details") == 5)
    browser.click("#summary details summary")
    check("they open", browser.run(shown))
    check_clean(browser, "reasons", page)
    picture(browser, "reasons")


def test_without_scripts(browser, page):
    browser.set_scripts(False)
    browser.open(page)
    browser.set_scripts(True)
    check("without scripts: no controls", browser.run(
        "return document.getElementById('controls').getBoundingClientRect().height === 0"))
    check("without scripts: three sentences are marked", count(browser, ".s.on") == 3)
    check("without scripts: no buttons", count(browser, "button") == 0)
    check("without scripts: key phrases are there", count(browser, ".chip") == 10)
    picture(browser, "without-scripts")


def test_hostile(browser, folder, command):
    name = "a\"'<script>window.broken=3<!--&amp;.txt"
    page = write_page(command, folder, name.replace("/", ""), HOSTILE, "-k", "20", "--encoding=UTF-8")
    browser.open(page)
    check_clean(browser, "hostile text", page)
    check("hostile text: no script ran", browser.run("return window.broken === undefined && document.title !== 'broken'"))
    check("hostile text: no element came of it", count(browser, "article script, article img, article b, article style") == 0)
    shown = browser.run("return document.getElementById('text').textContent")
    for piece in ("<script>document.title = 'broken'</script>", "</span></p></article><script>", "]]>", "-->", "&amp;",
                  "&lt;before&gt;", "<img src=http", "</style><style>body{display:none}</style>"):
        check(f"hostile text: {piece} is text", piece in shown)
    check("hostile text: no control character is left", not any(ord(c) < 32 and c != "\n" for c in shown))
    check("hostile text: bad bytes are shown as such", "\ufffd" in shown)
    check("hostile name is text", name.replace("/", "") in browser.run("return document.querySelector('.about').textContent"))
    browser.run("document.querySelectorAll('.chip').forEach((chip) => chip.click())")
    check("hostile text: phrases light up", count(browser, ".k.lit") > 0)
    browser.set_view(360, 740)
    browser.wait()
    check("hostile text: nothing stands out", not is_wide(browser))
    browser.set_view(1100, 900)


def test_other_texts(browser, folder, command):
    texts = {"empty": b"", "one word": b"word", "long word": b"a" * 5000 + b" is a long word in a short text, and so on. ",
             "right to left": ARABIC.encode() * 3, "no sentence": b"Title\n\nOther title\n"}
    for what, text in texts.items():
        page = write_page(command, folder, "text.txt", text)
        browser.set_view(360, 740)
        browser.open(page)
        browser.wait()
        check_clean(browser, what, page)
        check(f"{what}: nothing stands out", not is_wide(browser))
        picture(browser, what.replace(" ", "-"))
    browser.set_view(1100, 900)
    browser.open(write_page(command, folder, "text.txt", ARABIC.encode() * 3))
    check("Arabic goes from right to left", browser.run("return getComputedStyle(document.body).direction") == "rtl")
    picture(browser, "arabic")


def large_text():
    """3 MB of sentences of their own, from the words of the sample."""
    words = [word for word in read(SAMPLE).decode().lower().split() if word.isalpha()]
    state, paragraphs = 1, []
    for _ in range(5000):
        sentences = []
        for _ in range(8):
            some = []
            for _ in range(12):
                state = (state * 1103515245 + 12345) % 2**31
                some.append(words[state // 65536 % len(words)])
            sentences.append(" ".join(some).capitalize() + ".")
        paragraphs.append(" ".join(sentences))
    return "\n\n".join(paragraphs)


def test_large(browser, folder, command):
    page = write_page(command, folder, "large.txt", large_text().encode(), "-l", "en")
    began = time.monotonic()
    browser.open(page)
    browser.wait()
    print(f"      3 MB: a page of {os.path.getsize(page)} bytes, drawn after {time.monotonic() - began:.1f} s")
    check_clean(browser, "3 MB", page)
    check("3 MB: all sentences are there", count(browser, ".s") > 20000)
    set_length(browser, 200)
    check("3 MB: 200 sentences are marked", count(browser, ".s.on") == 200)


def main():
    command = os.path.abspath(sys.argv[1])
    browser = Browser()
    try:
        with tempfile.TemporaryDirectory() as folder:
            browser.set_view(1100, 900)
            page = write_page(command, folder, "lighthouse.txt", read(SAMPLE))
            browser.open(page)
            check_clean(browser, "sample", page)
            test_length(browser, page)
            test_phrases(browser, page)
            test_plot(browser, page)
            test_views(browser, page)
            check_clean(browser, "sample, used", page)
            test_without_scripts(browser, page)
            test_reasons(browser, folder, command)
            test_hostile(browser, folder, command)
            test_other_texts(browser, folder, command)
            test_large(browser, folder, command)
    finally:
        browser.close()
    print(f"{len(failures)} failed")
    return 1 if failures else 0


if __name__ == "__main__":
    sys.exit(main())
