"""A view in one English sentence: 'What Harbor Wire and two others reported about Russia, 1–4 Feb 2022'."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from lib.interval import DateInterval, say_day
from lib.view import View

NUMBERS = ("no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve")
TYPE_NAMES = {
    "PERSON": "people", "ORG": "organisations", "COUNTRY": "countries", "PLACE": "places",
    "GROUP": "groups", "PRODUCT": "products", "EVENT": "named events", "OTHER": "other names",
}  # fmt: skip
ATTRIBUTION_NAMES = {
    "named": "a named person", "anonymous": "an anonymous source", "institution": "an institution",
    "document": "a document", "outlet": "the outlet's own voice",
}  # fmt: skip
DIFFERENCE_NAMES = {
    "opposite": "whether it is so", "number": "number", "hedge": "exactness", "date": "date",
    "attribution": "attribution", "certainty": "certainty",
}  # fmt: skip


_SCALES = ((1e12, "trillion"), (1e9, "billion"), (1e6, "million"))


def number(n: int) -> str:
    """'three', '13', '1,204'."""
    return NUMBERS[n] if n < len(NUMBERS) else f"{n:,}"


def amount(value: float) -> str:
    """'127,000', '1.96 million', '0.5': a large value by its scale where three decimals tell all of it."""
    for scale, name in _SCALES:
        if abs(value) >= scale and abs(round(value / scale, 3) * scale - value) < 0.5:
            return f"{round(value / scale, 3):,.6g} {name}"
    return f"{int(value):,}" if value == int(value) else f"{value:,.6g}"


def count(n: int, one: str, many: str = "") -> str:
    """'1 article', '1,204 articles'."""
    return f"{n:,} {one if n == 1 else many or one + 's'}"


def leaders(counted: Sequence[tuple[str, int]]) -> tuple[str, int]:
    """Who leads a list sorted by number: one name, two that are level, or how many are level; and the number."""
    if not counted:
        return "", 0
    most = counted[0][1]
    level = [name for name, n in counted if n == most]
    return (list_words(level) if len(level) <= 2 else f"{number(len(level))} of them"), most


def list_words(words: Sequence[str], last: str = "and") -> str:
    """'A', 'A and B', 'A, B and C'."""
    if len(words) < 2:
        return "".join(words)
    return ", ".join(words[:-1]) + f" {last} {words[-1]}"


def describe(view: View, names: Mapping[str, str], n_sources: int) -> str:
    """The view as one sentence. ``names``: ids of sources and entities → names shown."""
    parts = [f"What {_sources(view, names, n_sources)} reported"]
    if view.actors:
        who = list_words([names.get(a, a) for a in view.actors], "and" if view.together else "or")
        parts.append(f" about {who}{' together' if view.together and len(view.actors) > 1 else ''}")
    if view.types:
        parts.append(f" in sentences naming {list_words([TYPE_NAMES[t] for t in view.types], 'or')}")
    if view.story:
        parts.append(f" in the story “{names.get(view.story, view.story)}”")
    if view.text:
        parts.append(f" with the words “{view.text}”")
    parts.append(_dates(view))
    if view.once:
        parts.append(", wire stories counted once")
    return "".join(parts)


def _sources(view: View, names: Mapping[str, str], n_sources: int) -> str:
    chosen = [names.get(s, s) for s in view.sources]
    if not chosen and view.story:
        return "the outlets"  # those of the corpus are counted, and not all of them tell the story
    if not chosen:
        return {0: "nobody", 1: "the one outlet", 2: "both outlets"}.get(n_sources, f"all {number(n_sources)} outlets")
    if len(chosen) <= 2:
        return list_words(chosen)
    return f"{chosen[0]} and {number(len(chosen) - 1)} others"


def _dates(view: View) -> str:
    if view.since and view.until:
        span = str(DateInterval.between(view.since, view.until))
    elif view.since:
        span = f"from {say_day(view.since)} on"
    elif view.until:
        span = f"up to {say_day(view.until)}"
    else:
        return ""
    return f", {span}" if view.dates == "reported" else f", on what happened {span}"
