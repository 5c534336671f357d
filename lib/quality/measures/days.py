"""Publication days: read from the article, and inferred from the other articles where its own day is hidden."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from lib.find.times import find_times
from lib.link.published import DatedArticle, infer_published
from lib.quality.figures import Row, share
from lib.quality.measures.errors import Errors
from lib.quality.ready import Ready, clues, dated


def days(ready: Ready) -> Iterator[Row]:
    """Shares of articles. Hiding a day leaves the article's other words as they are, its own date line too."""
    if not ready.data.build:
        return
    key, errors = ready.data.key, Errors("days", ready.data)
    known = [(g, d, r) for g, d, r in ready.texts if g.real_day is not None]
    read = [(int(g.published == g.real_day), 1) for g, *_ in known]
    yield from share("days", "read", "days read from the article, of those that it states", key, read)
    stated = [(d, clues(d, r)) for g, d, r in ready.texts if g.published is not None]
    given, right, inside = [], [], []
    for gold, document, rows in known:
        hidden = dated(document, None)
        own = clues(hidden, replace(rows, times=find_times(hidden)))
        others = [DatedArticle(c, d.article.published) for d, c in stated
                  if d is not document and d.article.published is not None]  # fmt: skip
        answer = infer_published([own], others).get(own.article_id)
        day = gold.real_day
        given.append((int(answer is not None and answer.published is not None), 1))
        if answer is None or day is None:
            errors.add("nothing can be said", gold.title)
            continue
        if answer.published is not None:
            right.append((int(answer.published == day), 1))
            if answer.published != day:
                errors.add("another day", f"{gold.title}: {day}, inferred {answer.published}")
        holds = (answer.start is None or answer.start <= day) and (answer.end is None or day < answer.end)
        inside.append((int(holds), 1))
        if not holds:
            errors.add("outside of the bounds", f"{gold.title}: {day}, not from {answer.start} to {answer.end}")
    yield from share("days", "inferred", "hidden days for which one day is inferred", key, given)
    yield from share("days", "inferred-right", "inferred days that are right", key, right)
    yield from share("days", "inside", "bounds that hold the hidden day", key, inside)
    yield from errors.rows()
