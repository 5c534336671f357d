"""What a row of the ledger says of itself: its heading, and in one sentence why its numbers are compared or not.

heading(group)      # 'Russian troops (Ukraine)'
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence

from lib.hedged import DAYS
from lib.relate.ledger.entries import Entry
from lib.relate.ledger.rows import Apart, Group, contradict
from lib.vocabulary import load

#: Pairs looked at for the sentence that tells of a difference.
_PAIRS = 60
_PARTS = {
    "part": "it is a part of a larger number",
    "more": "it comes on top of another number",
    "earlier": "it is an earlier value",
    "rate": "it is so much each time, or for each",
}
_STATUS = {"planned": "planned or projected, not so yet", "alleged": "alleged or denied, not told as a fact"}


def heading(group: Group, main: Group, names: Mapping[str, str]) -> str:
    """What is counted, in the articles' words: the commonest naming, with the place where one is said.

    ``main`` is the row of the topic that most outlets give; its words stand in where a row has none.
    """
    said = Counter(e.q.counted_text.strip() for e in group.entries if e.q.counted_text.strip())
    said = said or Counter(e.q.counted_text.strip() for e in main.entries if e.q.counted_text.strip())
    first = group.entries[0]
    if said:
        own = [t for t in said if group.actor and re.search(r"[A-Z]\S* \w", t)]
        text = max(own or said, key=lambda t: (said[t] * (1.6 if " " in t else 1), len(t), t))
    else:
        text = first.thing or first.q.text
    if first.outcome and first.outcome_text not in text.lower():
        text = f"{text}, {load('quantities_ledger')['labels'][first.outcome]}"
    said_there = sum(e.place is not None for e in group.entries)
    place = (
        names.get(group.place or "", "") if group.place != group.actor and 3 * said_there >= len(group.entries) else ""
    )
    return f"{text} ({place})" if place and place.lower() not in text.lower() else text


def disagreeing(group: Group, apart: Apart) -> tuple[Entry, Entry] | None:
    """Two entries of different outlets, and of no copies, whose intervals exclude each other; None without such."""
    seen: dict[tuple[str, float, float], Entry] = {}
    for entry in group.entries:
        seen.setdefault((entry.outlet, *entry.interval), entry)
    found = list(seen.values())[:_PAIRS]
    pairs = [
        (_days(a, b), number, a, b)
        for number, a in enumerate(found)
        for b in found[number + 1 :]
        if differ(a, b, apart)
    ]
    best = min(pairs, key=lambda pair: pair[:2], default=None)
    return (best[2], best[3]) if best is not None else None


def differ(a: Entry, b: Entry, apart: Apart) -> bool:
    """Whether two numbers of a row contradict each other."""
    return comparable(a, b) and contradict(a, b, apart)


def comparable(a: Entry, b: Entry) -> bool:
    """Of two outlets, no copies, told about the same time."""
    return a.outlet != b.outlet and a.article.origin_id != b.article.origin_id and _days(a, b) <= DAYS


def _days(a: Entry, b: Entry) -> int:
    x, y = a.article.published, b.article.published
    return abs((x - y).days) if x is not None and y is not None else 0


def compared(group: Group, pair: tuple[Entry, Entry] | None) -> str:
    """Why the numbers of a row stand together, and what differs."""
    sources = {e.outlet for e in group.entries}
    first = group.entries[0]
    if len(sources) == 1:
        said = f"Only {_outlet(first)} gives this number"
    else:
        traits = ["the same thing counted"]
        traits += ["the same actor"] if group.actor else []
        traits += ["the same place"] if group.place else []
        traits += ["in sentences of one claim"] if _told_together(group.entries) else []
        said = f"Compared: {', '.join(traits)}"
    if pair is not None:
        a, b = pair
        said += f"; “{_quoted(a)}” ({_who(a)}) and “{_quoted(b)}” ({_who(b)}) exclude each other"
        # A toll rises: what was said later may be newer, not other.
        said += f", reported {days} day{'s' if days > 1 else ''} apart" if (days := _days(a, b)) else ""
    elif len(sources) > 1:
        said += "; no two outlets exclude each other within ten days"
    if copies := _copies(group.entries):
        said += f"; {copies}"
    return said + "."


def _told_together(entries: Iterable[Entry]) -> bool:
    """Whether two outlets give their numbers in sentences of one claim."""
    sources: dict[str, set[str]] = defaultdict(set)
    for entry in entries:
        for claim in entry.ties:
            sources[claim].add(entry.outlet)
    return any(len(told) > 1 for told in sources.values())


def related(group: Group, main: Group) -> str:
    """Why a row is not compared with the one of its topic that most outlets give."""
    a, b = group.entries[0], main.entries[0]
    reasons = [_STATUS[a.planned]] if a.planned and a.planned != b.planned else []
    reasons += [_PARTS[a.part]] if a.part and a.part != b.part else []
    if group.place and main.place and group.place != main.place:
        reasons.append("another place")
    if group.actor and main.actor and group.actor != main.actor:
        reasons.append("another actor")
    if group.setting and main.setting and group.setting != main.setting:
        reasons.append("they do something else")
    if a.subset != b.subset:
        reasons.append("another group of people")
    if a.outcome != b.outcome:
        reasons.append("something else happened to them")
    if a.unit != b.unit:
        reasons.append("another unit")
    said = ", ".join(reasons) or "too little says that it is the same time, place and thing"
    return f"Related to “{_quoted(b)}” ({_who(b)}), not compared with it: {said}."


def _quoted(entry: Entry) -> str:
    return re.sub(r"\s+", " ", entry.q.text)


def _who(entry: Entry) -> str:
    speaker = re.sub(r"\s+", " ", entry.q.speaker_text)
    outlet = _outlet(entry)
    return f"{outlet}, after {speaker}" if speaker and len(speaker) <= 60 else outlet


def _outlet(entry: Entry) -> str:
    """As it is named to readers."""
    return entry.article.source or entry.article.title or entry.article.article_id


def _copies(entries: Iterable[Entry]) -> str:
    by_origin: dict[str, list[str]] = defaultdict(list)
    for entry in entries:
        if (outlet := _outlet(entry)) not in by_origin[entry.article.origin_id]:
            by_origin[entry.article.origin_id].append(outlet)
    shared: Sequence[list[str]] = [sources for sources in by_origin.values() if len(sources) > 1]
    return "; ".join(f"{' and '.join(sorted(sources))} carry copies of one story" for sources in shared)
