"""Accounts for tests: invented articles through the model, the finders and linking, as a build does it.

story = story_of(("Post", "Ada Byrne resigned on Monday."), ("Wire", "Byrne quit on Monday."))
"""

from __future__ import annotations

import datetime as dt
import hashlib

from lib.build.stages import find_all, link
from lib.find.parse import load_model, parse
from lib.link.references import References, link_events, link_quantities, link_quotes, link_standings
from lib.relate.story import Account, StoryAccounts
from lib.schema import Article

DAY = dt.date(2023, 5, 10)


def article_of(source: str, text: str, day: dt.date | None = DAY, origin: str = "") -> Article:
    article_id = hashlib.sha256(f"{source}\0{text}".encode("utf-8", "surrogatepass")).hexdigest()[:16]
    return Article(
        article_id, source, "given", "", "", day, day, day and day + dt.timedelta(days=1),
        "given" if day else "unknown", "", "", "", "en", text, len(text.split()), origin or article_id, "s", "memory",
    )  # fmt: skip


def story_of(*articles: tuple[str, str] | Article) -> StoryAccounts:
    """A story of (outlet, text), all of one day unless they come as articles."""
    rows = [a if isinstance(a, Article) else article_of(*a) for a in articles]
    found = [find_all(parse(row, [], load_model())) for row in rows]
    linked = link(m for f in found for m in f.mentions)
    accounts = []
    for row, f in zip(rows, found, strict=True):
        mentions = list(linked.relabel(f.mentions))
        known = References.of(mentions)
        accounts.append(
            Account(
                row,
                f.sentences,
                mentions,
                f.times,
                list(link_events(f.events, known)),
                list(link_quotes(f.quotes, known)),
                list(link_quantities(f.quantities, known)),
                list(link_standings(f.standings, known)),
                f.words,
                f.predicates,
            )
        )
    return StoryAccounts("s", accounts)
