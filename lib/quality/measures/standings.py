"""How an allegation stands in a sentence: statuses right, the words that say it, who says it; on our own sentences.

A sentence that says "accused … without evidence" asserts too: a further finding 'asserted' beside another status of the
gold is left out of the count.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence

from lib.find.standings import find_standings
from lib.quality.dataset import Gold
from lib.quality.figures import Confusion, Row, Tally, harmonic, share
from lib.quality.measures.errors import Errors
from lib.quality.ready import Ready
from lib.quality.said_gold import GoldStanding
from lib.schema import STANDINGS, Standing

NONE = "none"


def standings(ready: Ready) -> Iterator[Row]:
    """F1 of statuses in all and by class, F1 of the words, share of the right 'by whom', traps left alone."""
    every: list[Tally] = []
    spans: list[Tally] = []
    classes: dict[str, list[Tally]] = defaultdict(list)
    by: list[tuple[int, int]] = []
    traps: list[tuple[int, int]] = []
    confusion: Counter[tuple[str, str]] = Counter()
    errors = Errors("standings", ready.data)
    for gold, document, rows in ready.texts:
        if gold.standings is None:
            continue
        wanted, found = gold.standings, find_standings(document, rows.mentions, rows.quotes)
        counted = _counted(wanted, found)
        right = _right(wanted, counted)
        every.append((len(right), len(counted), len(wanted)))
        for status in STANDINGS:
            classes[status].append(
                (sum(g.status == status for g, _ in right), sum(f.status == status for f in counted),
                 sum(g.status == status for g in wanted))
            )  # fmt: skip
        shared = [(g, f) for g, f in right if _half(g, f)]
        spans.append((len(shared), len(counted), len(wanted)))
        by.append((sum(_same(g.by, f.by_text) for g, f in right), len(right)))
        traps += [] if wanted else [(int(not found), 1)]
        if wanted:
            confusion.update(_confused(wanted, counted, right))
        _note(errors, gold, counted, right)
    data = ready.data.key
    yield from harmonic("standings", "status", "how the allegation stands", data, every)
    for status in STANDINGS:
        yield from harmonic("standings", f"status-{status.replace(' ', '-')}", status, data, classes[status])
    yield from harmonic("standings", "span", "status, and half of the words that say it", data, spans)
    yield from share("standings", "by", "who says it, where the status is right", data, by)
    yield from share("standings", "traps", "sentences without an allegation left alone", data, traps)
    for (a, b), n in sorted(confusion.items()):
        yield Confusion("standings", data, a, b, n)
    yield from errors.rows()


def _counted(wanted: Sequence[GoldStanding], found: Sequence[Standing]) -> list[Standing]:
    """Without a further 'asserted', and each status once at its place."""
    statuses = {g.status for g in wanted}
    free = bool(statuses) and "asserted" not in statuses
    return [f for f in found if not (free and f.status == "asserted")]


def _right(wanted: Sequence[GoldStanding], found: Sequence[Standing]) -> list[tuple[GoldStanding, Standing]]:
    """Each gold standing with the nearest finding of its status."""
    left, pairs = list(found), []
    for g in wanted:
        near = sorted((f for f in left if f.status == g.status), key=lambda f: abs(f.start - g.start))
        if near:
            pairs.append((g, near[0]))
            left.remove(near[0])
    return pairs


def _half(gold: GoldStanding, found: Standing) -> bool:
    """Half of the shorter span's characters: 'denied' and 'denied that it had' say the same."""
    shared = min(gold.end, found.end) - max(gold.start, found.start)
    return 2 * shared >= min(gold.end - gold.start, found.end - found.start)


def _same(gold: str, found: str) -> bool:
    """The same last word, articles and capitals aside; or nobody in both."""
    one, two = gold.casefold().split(), found.casefold().split()
    return one[-1:] == two[-1:]


def _confused(
    wanted: Sequence[GoldStanding], found: Sequence[Standing], right: Sequence[tuple[GoldStanding, Standing]]
) -> Iterator[tuple[str, str]]:
    yield from ((g.status, f.status) for g, f in right)
    there = {id(one) for pair in right for one in pair}
    missed = [g.status for g in wanted if id(g) not in there]
    extra = [f.status for f in found if id(f) not in there]
    for n in range(max(len(missed), len(extra))):
        yield missed[n] if n < len(missed) else NONE, extra[n] if n < len(extra) else NONE


def _note(
    errors: Errors, gold: Gold, found: Sequence[Standing], right: Sequence[tuple[GoldStanding, Standing]]
) -> None:
    there = {id(one) for pair in right for one in pair}
    for g in gold.standings or ():
        if id(g) not in there:
            errors.add(f"{g.status} missed", gold.text, "status", "span", f"status-{g.status.replace(' ', '-')}")
    for f in found:
        if id(f) not in there:
            key = f"status-{f.status.replace(' ', '-')}"
            errors.add(f"{f.status} where it is not said", f"{f.text} in: {gold.text}", "status", "span", key)
    for g, f in right:
        if not _same(g.by, f.by_text):
            errors.add("another one who says it", f"{g.by or 'nobody'}, found {f.by_text or 'nobody'}", "by")
