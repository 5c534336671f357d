"""Days all in figures, whose order is open: '3/2/2022' is 3 February or March 2.

order_in(article)      # (day_first=True, proven=True): its '25/12/2021', or its day of publication as written, show it
"""

from __future__ import annotations

import re

from lib.find.times import calendar
from lib.find.times.context import Answer, Context, Order, absolute, reading
from lib.find.times.grammar import Match
from lib.schema import Article
from lib.text.dates_written import reads_day_first

_FIGURES = re.compile(r"(?<![\d/.-])\d{1,2}/\d{1,2}/(?:\d{4}|\d{2})(?![\d/-])")


def order_in(article: Article) -> Order | None:
    """How an article writes 3/2/2022; None where nothing shows it, or its dates disagree.

    Its own '25/12/2021' proves it; else '03/02/2022' from which its day of publication was read, for instance in a
    table whose other rows left one reading. Where that day was assumed itself, the text takes the same order as likely.
    """
    own = reads_day_first(_FIGURES.findall(article.text))
    if own is not None:
        return Order(own, proven=True)
    published = article.published
    found = [figures.split("/") for figures in _FIGURES.findall(article.published_evidence)]
    written = {(int(first), int(second)) for first, second, _ in found}
    if published is None or published.day == published.month or len(written) != 1:
        return None
    orders = {(published.day, published.month): True, (published.month, published.day): False}
    day_first = orders.get(written.pop())
    return None if day_first is None else Order(day_first, article.published_how != "assumed")


def numeric(match: Match, context: Context) -> Answer | None:
    """'3/2/2022': as other dates of the article prove; else month first with slashes, day first with full stops."""
    one, two, written = int(match.get("first")), int(match.get("second")), match.get("year")
    year = int(written)
    if len(written) == 2:
        year += 2000 if year <= ((context.anchor.year - 2000) if context.anchor else 40) + 10 else 1900
    if len(written) == 2 and match.get("mark") in "-.":
        return None
    american, european = calendar.make(year, one, two), calendar.make(year, two, one)
    told = context.order if match.get("mark") == "/" else None
    day_first = match.get("mark") == "." or (told is not None and told.day_first)
    order = (european, american) if day_first else (american, european)
    day = order[0] or order[1]
    if day is None:
        return None
    other = order[1] if order[0] else None
    if other == day or other is None:
        return absolute(day.isoformat(), "numeric-date", f"is {calendar.say(day)}: it can be read one way only")
    first_is = "month" if order[0] is american else "day"
    if told is not None and told.proven:
        why = f"is {calendar.say(day)}: the {first_is} comes first in the article's other dates"
        return absolute(day.isoformat(), "numeric-date-as-others", why, score=0.95)
    return absolute(
        day.isoformat(), "numeric-date-ambiguous", f"is {calendar.say(day)} if the {first_is} comes first",
        alternatives=(reading(other.isoformat(), f"if the {'day' if first_is == 'month' else 'month'} comes first"),),
        score=0.7,
    )  # fmt: skip
