"""How a view was filtered, line by line, for whoever meets its numbers away from the app.

    filters(View(sure=True), names)      # (("Names, dates and quotes", "only those that the build was sure of"),)

One line a parameter that differs from its default, in the order of the URL; a test holds this list
against ``lib.parameters``.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from lib.interval import say_day
from lib.parameters import PARAMETERS
from lib.phrase import DIFFERENCE_NAMES, TYPE_NAMES, list_words
from lib.view import View

Names = Mapping[str, str]
#: What a link opens, where in a list, or which data it is of: named elsewhere in a citation, or no filter.
NOT_FILTERS = frozenset(
    {"corpus", "generation", "page", "events_page", "articles_page", "alone_page", "evidence_page", "at", "mark"}
)


def _named(values: tuple[str, ...], names: Names, last: str) -> str:
    return list_words([names.get(value, value) for value in values], last)


#: field → (label, the value in words)
SAID: dict[str, tuple[str, Callable[[View, Names], str]]] = {
    "actors": ("Actors", lambda v, n: _named(v.actors, n, "and" if v.together else "or")),
    "together": ("All of them in one sentence", lambda v, n: "yes"),
    "sources": ("Outlets", lambda v, n: _named(v.sources, n, "and")),
    "since": ("From", lambda v, n: say_day(v.since) if v.since else ""),
    "until": ("To", lambda v, n: say_day(v.until) if v.until else ""),
    "dates": ("Those days are", lambda v, n: "days on which it happened, not days of report"),
    "types": ("Types of name", lambda v, n: list_words([TYPE_NAMES.get(t, t) for t in v.types], "or")),
    "text": ("Words in the sentence", lambda v, n: f"“{v.text}”"),
    "sure": ("Names, dates and quotes", lambda v, n: "only those that the build was sure of"),
    "once": ("Wire stories", lambda v, n: "counted once"),
    "unit": ("Counted", lambda v, n: "articles, not every span"),
    "rate": ("Scale", lambda v, n: "share of each outlet’s articles" if v.unit == "articles" else "per 1,000 words"),
    "grain": ("Grain", lambda v, n: v.grain),
    "statuses": ("Events that are", lambda v, n: list_words(v.statuses, "or")),
    "entity": ("Looked at closely", lambda v, n: n.get(v.entity, v.entity)),
    "story": ("Story", lambda v, n: n.get(v.story, v.story)),
    "differs": ("Claims that differ in", lambda v, n: list_words([DIFFERENCE_NAMES[kind] for kind in v.differs], "or")),
    "claim": ("Claim", lambda v, n: n.get(v.claim, v.claim)),
    "outlet": ("Statements of one outlet", lambda v, n: n.get(v.outlet, v.outlet)),
    "article": ("Article", lambda v, n: v.article),
    "corrections": (
        "Corrections",
        lambda v, n: "none" if v.corrections == "0" else f"as after the first {v.corrections} lines of the log",
    ),
}


def filters(view: View, names: Names) -> tuple[tuple[str, str], ...]:
    """(label, words) of everything that differs from the default view."""
    blank = View()
    lines: list[tuple[str, str]] = []
    for parameter in PARAMETERS:
        value: Any = getattr(view, parameter.field)
        if parameter.field in NOT_FILTERS or value == getattr(blank, parameter.field):
            continue
        # A field that is not in the list yet is still told, in its own form.
        label, say = SAID.get(parameter.field, (parameter.field.capitalize(), None))
        lines.append((label, say(view, names) if say else parameter.write(value)))
    return tuple(lines)
