"""A mark opened: what its number counts, in words, and the sentences that make it."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass

from lib.ask.catalogue import Catalogue, names_of
from lib.evidence import Evidence, Mark, Said
from lib.interval import say_bin
from lib.phrase import ATTRIBUTION_NAMES, TYPE_NAMES, amount, count
from lib.speaker import UNKNOWN
from lib.store.engine import Store
from lib.store.facts import evidence, total
from lib.store.said import with_said
from lib.view import View

PAGE = 25
_SPEAKERS = {"": "the outlet", UNKNOWN: "somebody who is not identified"}
#: Kind of speech → how it stands in the text.
KIND_NAMES = {
    "direct": "in quotation marks",
    "partial": "partly in quotation marks",
    "indirect": "reported, without quotation marks",
}
_NOUNS = {
    "mentions": ("mention", "mentions"),
    "events": ("dated event", "dated events"),
    "quotes": ("quote", "quotes"),
    "words": ("use of a word", "uses of a word"),
    "sentences": ("sentence", "sentences"),
    "articles": ("article", "articles"),
    "times": ("date", "dates"),
    "statements": ("sentence that states it", "sentences that state it"),
    "differences": ("difference", "differences"),
    "nearest": ("nearest sentence", "nearest sentences"),
    "unshared": ("statement", "statements"),
    "quantities": ("number", "numbers"),
    "standings": ("sentence on the evidence", "sentences on the evidence"),
    "descriptions": ("verb or adjective", "verbs and adjectives"),
}


@dataclass(frozen=True, slots=True)
class Opened:
    """The evidence panel's content. ``n`` is the mark's number; ``items`` one page of its spans.

    ``about`` is the claim that 'it' is in the title, in the words of its most central sentence; '' for other marks.
    """

    mark: Mark
    title: str
    n: int
    items: tuple[Evidence, ...]
    page: int
    about: str = ""

    @property
    def pages(self) -> int:
        return max(1, -(-self.n // PAGE))


def opened(store: Store, known: Catalogue, view: View, page: int = 0) -> Opened | None:
    """The view's mark opened, or None where nothing is open. Pages count from 0 and are clamped."""
    if view.mark is None:
        return None
    n = total(store, view, view.mark)
    page = min(max(page, 0), max(0, -(-n // PAGE) - 1))
    items = with_said(store, view.mark, evidence(store, view, view.mark, PAGE, page * PAGE))
    names = names_of(store, known, {value for _, value in view.mark.where})
    gist = store.rows("select gist from claims where claim_id = ?", [view.mark.value("claim")])
    return Opened(view.mark, title(view.mark, n, names), n, tuple(items), page, gist[0][0] if gist else "")


def title(mark: Mark, n: int, names: Mapping[str, str]) -> str:
    """'12 mentions of Russia in Harbor Wire, reported 3 Feb 2022'."""
    one, many = _NOUNS[mark.fact]
    text = count(n, one, many)
    if mark.unit == "articles" and mark.fact != "articles":
        text = f"{count(n, 'article')} with {many}"
    said = text + "".join(_say(mark.fact, name, value, names) for name, value in mark.where)
    # Two entities of one sentence: 'naming Russia and Ukraine'.
    return (
        " and ".join(said.split(" naming ", 2)).replace(" and ", " naming ", 1) if said.count(" naming ") > 1 else said
    )


def _say(fact: str, name: str, value: str, names: Mapping[str, str]) -> str:
    known = names.get(value, value)
    axis, _, grain = name.partition("-")
    if grain:
        return f", {axis} {bucket(value, grain)}" if value else f", with no date {axis}"
    phrases = {
        "entity": f" of {known}",
        "named": f" naming {known}" if fact == "sentences" else f" of {known}",
        "participant": f" with {known}",
        "speaker": f" of {known}" if value else " of speakers who are not known by name",
        "source": f" in {known}",
        "type": f" of {TYPE_NAMES.get(value, value)}",
        "role": f" as {value}",
        "alias": f" as “{value}”",
        "status": f", {value}",
        "exactness": " dated to the day" if value == "day" else " dated less exactly than to the day",
        "trigger": f" told as “{value}”",
        "attribution": f" attributed to {ATTRIBUTION_NAMES.get(value, value)}",
        "kind": f", {value} speech",
        "word": f": “{value}”",
        "rule": f" resolved by the rule “{value}”",
        "group": f" on the word of {_SPEAKERS.get(value, value)}",
        "certainty": f", {value}",
        "standing": f": {value}",
        "differs": ", with a difference" if value == "yes" else ", without a difference",
        "related": ", related but not the same" if value == "yes" else ": nothing nearer was found",
        "near": ", perhaps told by another outlet too" if value == "yes" else ", not found in another outlet",
        "value": f": {say_value(value)}",
        "counted": f" of “{value}”" if value else " of things not named",
        "hedge": f" given as “{value}”",
        "by": f" from {known}" if value else "",
        "actor": f" tied to {known}",
        "lemma": f": “{value}”",
        "tie": f", what it {value}",
        "story": f" in the story “{known}”",
        "assumed": " whose date is assumed" if value == "yes" else " whose date is known",
    }
    return phrases.get(name, "")


def say_said(said: Said) -> str:
    """'Speaker: Clara Voss (“she”) · in quotation marks': who is said to say it, and what kind of speech it is."""
    return " · ".join(part for part in (_speaker(said), KIND_NAMES.get(said.kind, "")) if part)


def _speaker(said: Said) -> str:
    """The name, with the words of the text where these are others."""
    speaker, words = (" ".join(text.split()) for text in (said.speaker, said.words))
    if not speaker:
        return "The outlet’s own voice" if said.attribution == "outlet" else "No speaker named"
    alike = words.lower() in speaker.lower() or speaker.lower() in words.lower()
    return f"Speaker: {speaker}" if alike else f"Speaker: {speaker} (“{words}”)"


def say_value(value: str) -> str:
    """'100000.0..' as '100,000 or more', '5.0..7.0' as '5 to 7'."""
    low, _, high = value.partition("..")
    try:
        a, b = (amount(float(end)) if end else "" for end in (low, high))
    except ValueError:
        return value
    if a == b:
        return a
    return f"{a} to {b}" if a and b else f"{a} or more" if a else f"up to {b}"


def bucket(value: str, grain: str) -> str:
    """The bucket that begins on an ISO day, in words: 'the week of 31 Jan 2022'."""
    try:
        return say_bin(dt.date.fromisoformat(value), grain)
    except ValueError:
        return value
