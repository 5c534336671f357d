"""A view is a value: the filters, how to count, and what is open. The URL *is* the shared link.

    view = View(actors=("russia",), since=date(2022, 2, 1))
    view.to_query()                              # {'actor': 'russia', 'from': '2022-02-01'}
    View.from_query(view.to_query()) == view     # for every view

``from_query`` never raises: what it cannot read it leaves out, and ``read_query`` says what that was.
"""

from __future__ import annotations

import dataclasses
import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from lib.evidence import Mark
from lib.parameters import PARAMETERS, PLATFORM_KEYS, clean_text, shorten


@dataclass(frozen=True, slots=True)
class View:
    """What a person sees on a page. Raises ``ValueError`` for reversed dates and for values that no URL can hold."""

    corpus: str = ""
    generation: str = ""
    #: '' with the corrections of now, '7' with those that stood after the first seven lines of the log, '0' without.
    corrections: str = ""
    # Filters: which sentences are looked at.
    actors: tuple[str, ...] = ()
    together: bool = False
    sources: tuple[str, ...] = ()
    since: dt.date | None = None
    until: dt.date | None = None
    dates: str = "reported"
    types: tuple[str, ...] = ()
    text: str = ""
    story: str = ""
    sure: bool = False
    once: bool = False
    # How they are shown.
    unit: str = "rows"
    rate: bool = False
    grain: str = "auto"
    statuses: tuple[str, ...] = ()
    differs: tuple[str, ...] = ()
    # What is open.
    entity: str = ""
    article: str = ""
    #: A passage of the article: its first code point and one past its last, '120-138'.
    at: str = ""
    claim: str = ""
    #: The outlet whose own statements are listed.
    outlet: str = ""
    # The page of each list: of what the charts draw, of events, of articles, of an outlet's own statements, of what the
    # mark opens.
    page: int = 1
    events_page: int = 1
    articles_page: int = 1
    alone_page: int = 1
    evidence_page: int = 1
    mark: Mark | None = None

    def __post_init__(self) -> None:
        object.__setattr__(self, "text", clean_text(self.text))
        for name in ("actors", "sources", "types", "statuses", "differs"):
            object.__setattr__(self, name, tuple(dict.fromkeys(getattr(self, name))))
        if self.mark is None:
            object.__setattr__(self, "evidence_page", 1)
        if self.since and self.until and self.since > self.until:
            raise ValueError(f"the view starts on {self.since}, after it ends on {self.until}")
        for p in PARAMETERS:
            # A value that cannot be read back from a URL could not be shared.
            if why := p.refuses(getattr(self, p.field)):
                raise ValueError(f"What was chosen as “{p.key}” does not fit into an address: {why}")

    def but(self, **changes: Any) -> View:
        """This view with some fields changed. Another article has another passage, or none."""
        if changes.get("article", self.article) != self.article:
            changes = {"at": "", **changes}
        return dataclasses.replace(self, **changes)

    def without_filters(self) -> View:
        """The same corpus and settings, with every filter loosened and nothing opened."""
        blank = View()
        return self.but(mark=None, **{p.field: getattr(blank, p.field) for p in PARAMETERS if p.filters})

    def turned_back(self, before: View) -> View:
        """This view with its lists on their first pages, where they list something else than under ``before``."""
        looked_at = [p.field for p in PARAMETERS if p.filters or p.field in ("corpus", "differs", "statuses")]
        if any(getattr(self, name) != getattr(before, name) for name in looked_at):
            return self.but(page=1, events_page=1, articles_page=1, alone_page=1, evidence_page=1)
        return self if self.mark == before.mark else self.but(evidence_page=1)

    @property
    def asked(self) -> View:
        """This view without what no answer depends on: what is open, and which page of which list beside the charts."""
        return self.but(mark=None, at="", outlet="", events_page=1, articles_page=1, alone_page=1, evidence_page=1)

    @property
    def filtered(self) -> bool:
        return self.without_filters() != self.but(mark=None)

    def to_query(self) -> dict[str, str]:
        """URL parameters: only what differs from the default, in a fixed order."""
        blank = View()
        return {
            p.key: p.write(value) for p in PARAMETERS if (value := getattr(self, p.field)) != getattr(blank, p.field)
        }

    @classmethod
    def from_query(cls, query: Mapping[str, str]) -> View:
        """The nearest view to a URL; never raises."""
        return cls.read_query(query)[0]

    @classmethod
    def read_query(cls, query: Mapping[str, str]) -> tuple[View, tuple[str, ...]]:
        """The nearest view to a URL, and one notice for each thing in it that was left out."""
        values: dict[str, Any] = {}
        notices: list[str] = []
        for p in PARAMETERS:
            if p.key in query:
                try:
                    value, said = p.read(str(query[p.key]))
                    if why := p.refuses(value):
                        raise ValueError(why)
                    values[p.field] = value
                    notices += said
                except ValueError as error:
                    notices.append(f"“{p.key}” was left out: {error}")
        for key in query:
            if key not in PLATFORM_KEYS and key not in {p.key for p in PARAMETERS}:
                notices.append(f"“{shorten(key)}” was left out: no such setting")
        since, until = values.get("since"), values.get("until")
        if since and until and since > until:
            values["since"], values["until"] = until, since
            notices.append(f"the dates were reversed and are read as {until} to {since}")
        return cls(**values), tuple(notices)
