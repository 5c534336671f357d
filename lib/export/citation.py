"""Where numbers come from, in one line and in fields: corpus, build, filters, day, link.

cite(view, known, store.generation, names, address, today, page="Claims").line
# 'Claims: what all three outlets reported about Russia. Dateline, corpus “Sample”, build
#  20220206T000000-7e570001 of 6 Feb 2022. Read on 22 Nov 2026. https://…'
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass
from urllib.parse import urlencode

from lib.ask.catalogue import Catalogue
from lib.ask.subject import Subject
from lib.export.filters import filters
from lib.interval import say_day
from lib.phrase import describe
from lib.view import View


@dataclass(frozen=True, slots=True)
class Citation:
    """What to say about a view wherever its numbers go. ``address`` reproduces it on the same data."""

    says: str
    corpus: str
    corpus_id: str
    generation: str
    filters: tuple[tuple[str, str], ...]
    read_on: dt.date
    address: str
    note: str = ""
    #: The cited article's own address; '' where no article is cited, or none is known.
    original: str = ""

    @property
    def built(self) -> str:
        """The day on which the generation was built, read from its name."""
        try:
            return say_day(dt.datetime.strptime(self.generation[:8], "%Y%m%d").date())
        except ValueError:
            return "unknown day"

    @property
    def line(self) -> str:
        """The citation in one line; filters that the first sentence does not name stand in brackets."""
        more = "; ".join(f"{label}: {words}" for label, words in self.filters)
        said = " ".join(
            filter(None, (self.says, f"({self.original})" if self.original else "", f"[{more}]" if more else ""))
        )
        return (
            f"{said}. Dateline, corpus “{self.corpus}”, build {self.generation} of {self.built}."
            f" Read on {say_day(self.read_on)}. {self.address}"
        )

    def fields(self) -> dict[str, str]:
        """The same as named fields, for files."""
        return {
            "view": self.says,
            "corpus": self.corpus,
            "corpus id": self.corpus_id,
            "generation": self.generation,
            "built on": self.built,
            "filters": "; ".join(f"{label}: {words}" for label, words in self.filters) or "none",
            "read on": self.read_on.isoformat(),
            "link": self.address,
            "note": self.note,
            "citation": self.line,
            **({"article's own link": self.original} if self.original else {}),
        }


def address(base: str, view: View, corpus: str, generation: str) -> str:
    """The address of a view on exactly this data; ``base`` is the page's, without its query."""
    return f"{base.split('?')[0].split('#')[0]}?{urlencode(view.but(corpus=corpus, generation=generation).to_query())}"


def cite(
    view: View,
    known: Catalogue,
    generation: str,
    names: Mapping[str, str],
    base: str,
    today: dt.date,
    question: str = "",
    page: str = "",
    opened: Subject | None = None,
) -> Citation:
    """The citation of a view. ``question`` stands for the sentence on pages that no filter changes.

    ``page``: the page's name, which the citation begins with. ``opened``: the statement or article that it is of.
    """
    says = question or describe(view, names, len(known.sources))
    if opened:
        says = opened.words if opened.field == "article" else f"{opened.words} in {says[:1].lower()}{says[1:]}"
        view_said = view.but(**{opened.field: ""})
    else:
        view_said = view
    says = f"{page}: {says[:1].lower()}{says[1:]}" if page else says
    return Citation(
        says=says,
        corpus=known.title or known.corpus,
        corpus_id=known.corpus,
        generation=generation,
        filters=() if question else filters(view_said, names),
        read_on=today,
        address=address(base, view, known.corpus, generation),
        note=known.note,
        original=opened.url if opened else "",
    )
