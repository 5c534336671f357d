"""Dated events: the trigger's exact span together with exactly the right days, with and without verbs of speech."""

from __future__ import annotations

from collections.abc import Iterator

from lib.find.document import Document
from lib.quality.dataset import Gold
from lib.quality.figures import Row, Tally, harmonic, share
from lib.quality.measures.errors import Errors
from lib.quality.ready import Ready
from lib.schema import Event
from lib.vocabulary import load


def events(ready: Ready) -> Iterator[Row]:
    """F1 of events, of triggers alone and of days alone; the share of right events whose status is right."""
    errors = Errors("events", ready.data)
    tallies: dict[str, list[Tally]] = {key: [] for key in ("all", "without-reporting", "trigger")}
    statuses: list[tuple[int, int]] = []
    for gold, document, rows in ready.texts:
        if gold.events is None:
            continue
        wanted = {(e.start, e.end, e.first, e.after): e for e in gold.events}
        found = {(e.start, e.end, e.date_start, e.date_end): e for e in rows.events}
        right = wanted.keys() & found.keys()
        tallies["all"].append((len(right), len(found), len(wanted)))
        speech = {e.start for e in gold.events if e.reporting} | _speech(document, rows.events)
        keep = [{k for k in keys if k[0] not in speech} for keys in (right, found.keys(), wanted.keys())]
        # A verb of speech that the gold does not flag is wanted all the same.
        plain = {k for k, e in wanted.items() if not e.reporting}
        tallies["without-reporting"].append((len(right & plain), len(keep[1] | (right & plain)), len(plain)))
        triggers = [{k[:2] for k in keys} for keys in (found, wanted)]
        tallies["trigger"].append((len(triggers[0] & triggers[1]), len(triggers[0]), len(triggers[1])))
        statuses.append((sum(wanted[k].status == found[k].status for k in right), len(right)))
        _note(errors, gold, rows.events)
    key = ready.data.key
    yield from harmonic("events", "all", "trigger and days, verbs of speech too", key, tallies["all"])
    yield from harmonic(
        "events", "without-reporting", "trigger and days, without verbs of speech", key, tallies["without-reporting"]
    )
    yield from harmonic("events", "trigger", "trigger alone, verbs of speech too", key, tallies["trigger"])
    yield from share("events", "status", "status of the right events", key, statuses)
    yield from errors.rows()


def _speech(document: Document, rows: list[Event]) -> set[int]:
    """Starts of the triggers that our own list has as verbs of speech."""
    verbs = load("reporting_verbs")
    lemmas = {s.offset(t): (t.lemma_.casefold(), t.pos_) for s in document.sentences for t in s.tokens}
    return {e.start for e in rows if lemmas.get(e.start, ("", ""))[1] == "VERB" and lemmas[e.start][0] in verbs}


def _note(errors: Errors, gold: Gold, rows: list[Event]) -> None:
    left = list(rows)
    for wanted in gold.events or ():
        words = f"{gold.text[wanted.start : wanted.end]} ({wanted.first})"
        same = next((e for e in left if (e.start, e.end) == (wanted.start, wanted.end)), None)
        near = next((e for e in left if (e.date_start, e.date_end) == (wanted.first, wanted.after)
                     and abs(e.start - wanted.start) < 200), None)  # fmt: skip
        if same is not None:
            left.remove(same)
            if (same.date_start, same.date_end) != (wanted.first, wanted.after):
                errors.add("trigger right, days wrong", f"{words}, found {same.date_start}")
        elif near is not None:
            left.remove(near)
            errors.add("days right, another trigger", f"{words}, found {near.trigger}")
        else:
            errors.add("missed", words)
    for extra in left:
        errors.add("found where none is annotated", f"{extra.trigger} ({extra.date_start})")
