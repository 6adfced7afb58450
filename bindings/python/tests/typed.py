"""What a type checker says of calls, right ones and wrong ones: an error that is not made is one too."""

from typing import List, Optional

import summ
from summ import gensim

best: List[summ.Sentence] = summ.summarize("text", 3, words=80, order="score", known=summ.Document("text"))
first: summ.Sentence = summ.summarize(b"text", sentences=1, format="html", engine=summ.Engine(stopwords="the"))[0]
merged: summ.Document = summ.Document(["one", b"two"], language="en", progress=lambda done, total: done > 1000)
place: int = merged.keywords(5, overlap=False)[0].occurrences[0].begin
title: Optional[str] = merged.facts.title

summ.summarize("text", colour="red")  # type: ignore[call-arg]
summ.summarize("text", order="random")  # type: ignore[arg-type]
summ.summarize(3)  # type: ignore[arg-type]
summ.keywords("text", query="what")  # type: ignore[call-arg]
summ.Document("text", language=5)  # type: ignore[arg-type]
gensim.summarize("text", words=3)  # type: ignore[call-arg]
