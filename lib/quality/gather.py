"""Paths to data sets: the gold in the repository, the corpora beside it where they are, and whatever is given.

    gathered = gather([Path("my-folder")], only_given=True)
    gathered.sets, gathered.unusable

A file that cannot be used is named with what is allowed; the others go on.
"""

from __future__ import annotations

import os
from collections import defaultdict
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from lib.quality.dataset import DataSet, Gathered, Gold, Unusable
from lib.quality.events_gold import events
from lib.quality.formats import ALLOWED, READERS, OtherKindError
from lib.quality.pasted import pages
from lib.quality.sample import sample
from lib.quality.stories_gold import stories

ROOT = Path(__file__).resolve().parents[2]
GOLD = ROOT / "tests" / "gold"
CORPORA = (ROOT / ".." / "shared" / "corpora").resolve()


@dataclass(frozen=True, slots=True)
class Known:
    """A path whose history we know, so that nobody takes its figures for more than they are."""

    path: Path
    role: str
    title: str
    note: str
    part: str = ""


#: What is said of both halves of the items in ``tests/gold/newswire``.
_ITEMS = "18 invented items on markets, banks, firms, votes, courts, disasters, sport, science; "

KNOWN: list[Known] = [
    Known(GOLD / "dates.jsonl", "written by us", "Our sentences on dates",
          "invented sentences, most of them traps for a date reader; rules were written until all were right"),
    Known(GOLD / "newswire_times", "written by us", "Our newswire with times",
          "invented items of business, court, sport, science and disaster news, annotated before the first run; rules "
          "may be changed after reading errors in 'dev', not in 'test'"),
    Known(GOLD / "quotes.jsonl", "written by us", "Our quotes",
          "invented paragraphs; rules were written on the part 'dev'; what was learnt from 'test' is not recorded"),
    Known(GOLD / "quantities.jsonl", "written by us", "Our sentences on numbers",
          "invented sentences, a third of them traps; rules may be changed after reading the part 'dev', not 'test'"),
    Known(GOLD / "standings.jsonl", "written by us", "Our sentences on evidence",
          "invented sentences, a quarter of them traps; rules may be changed after reading the part 'dev', not 'test'"),
    Known(GOLD / "newswire" / "newswire-dev.conll", "written by us", "Our newswire, dev half",
          _ITEMS + "rules were written after reading errors in them", "dev"),
    Known(GOLD / "newswire" / "newswire-test.conll", "written by us", "Our newswire, test half",
          _ITEMS + "annotated before any run; no rule was chosen by them", "test"),
    Known(CORPORA / "meantime", "development", "MEANTIME",
          "Wikinews on firms, 2004 to 2011; times annotated in the headline and the first five sentences"),
    Known(CORPORA / "wikigold", "development", "WikiGold", "names in Wikipedia, which is no news"),
]  # fmt: skip

#: Folders of ``GOLD`` with articles on invented events, in a dev and a test half.
EVENTS = {
    "desk": "Pairs of sentences in our invented events, desks",
    "wire": "Pairs of sentences in our invented events, wire and papers",
    "bureau": "Pairs of sentences in our invented events, foreign desks",
    "courier": "Pairs of sentences in our invented events, papers and business",
}

#: Folders of ``GOLD`` with articles amid the furniture of their pages, in a dev and a test half.
PAGES = {"pasted": "Articles as people paste them", "saved": "Pages saved as HTML"}


def gather(given: Sequence[Path], *, only_given: bool = False) -> Gathered:
    """Every data set, ours first. What is known and there is measured without being asked for."""
    found = Gathered()
    done: set[Path] = set()
    if not only_given:
        found.sets += sample(GOLD, ROOT / "data" / "sample", found.unusable)
        found.sets += stories(GOLD / "stories")
        for key, title in EVENTS.items():
            found.sets += events(GOLD / key, key, title)
        found.sets += events(GOLD / "opposites", "opposites", "Pairs that say the same, or the opposite")
        for key, title in PAGES.items():
            found.sets += pages(GOLD / key, key, title, found.unusable)
        for known in KNOWN:
            if known.path.exists():
                _add(found, known.path)
                done.add(known.path)
    for path in given:
        before = len(found.sets)
        if path.resolve() not in done:
            _add(found, path)
            done.add(path.resolve())
        else:
            found.n_given += 1
        found.n_given += len(found.sets) - before
    return found


def _add(found: Gathered, path: Path) -> None:
    """The data sets of one file or folder: one for each kind of annotation in it."""
    if not path.exists():
        found.unusable.append(Unusable(shown(path), "no such file or folder", ALLOWED))
        return
    kinds: dict[str, list[Gold]] = defaultdict(list)
    others: list[str] = []
    known = next((k for k in KNOWN if k.path == path.resolve()), None) or Known(path, "given", path.name, "")
    ours = known.role == "written by us"
    for file in sorted(p for p in path.rglob("*") if p.is_file()) if path.is_dir() else [path]:
        reader = _reader(file)
        try:
            if reader is None:
                raise OtherKindError(f"a file of another kind ({file.suffix or 'no suffix'})")
            for gold in reader(file):
                if ours and path.is_dir() and file.parent != path and not gold.part:
                    gold = replace(gold, part=file.parent.name)  # a folder for each half
                kinds[_kind(gold)].append(gold)
        except (ValueError, OSError) as error:
            if isinstance(error, OtherKindError) and path.is_dir():
                others += [file.name] if file.suffix != ".ann" else []
            else:
                found.unusable.append(Unusable(shown(file), str(error) or type(error).__name__, ALLOWED))
    if others and not ours:
        names = ", ".join(others[:5]) + (" …" if len(others) > 5 else "")
        found.unusable.append(Unusable(shown(path), f"left aside, no annotations in: {names} ({len(others)})", ALLOWED))
    stem = path.resolve().name.split(".")[0]
    for kind, documents in kinds.items():
        tail = (f"-{kind}", f" ({kind})") if len(kinds) > 1 else ("", "")
        key, title, classes = _free(stem + tail[0], found), known.title + tail[1], _classes(documents)
        found.sets.append(
            DataSet(key, title, known.role, tuple(documents), known.note, ours=ours, classes=classes, part=known.part)
        )


def _reader(path: Path) -> Callable[[Path], list[Gold]] | None:
    name = path.name.casefold()
    return next((reader for suffix, reader in READERS.items() if name.endswith(suffix)), None)


def _kind(gold: Gold) -> str:
    if gold.part:
        return gold.part
    for kind, there in (("articles", gold.until), ("quotes", gold.quotes), ("names", gold.names)):
        if there is not None:
            return kind
    return "dates" if gold.rules is not None else "times"


def _classes(documents: Sequence[Gold]) -> tuple[str, ...]:
    """MISC is scored where it is annotated."""
    there = {s.label for d in documents for s in d.names or ()}
    return ("PER", "ORG", "LOC", "MISC") if "MISC" in there else ("PER", "ORG", "LOC")


def _free(key: str, found: Gathered) -> str:
    taken = {one.key for one in found.sets}
    return next(k for k in (key, *(f"{key}-{n}" for n in range(2, 1000))) if k not in taken)


def shown(path: Path) -> str:
    """Relative to the project where that is short, else as it was given: a report may be passed on."""
    resolved = path.resolve()
    near = resolved.is_relative_to(ROOT) or resolved.is_relative_to(CORPORA)
    return Path(os.path.relpath(resolved, ROOT)).as_posix() if near else str(path)


def limited(found: Gathered, limit: int) -> Gathered:
    """The first documents of each set only, and no builds: a quick look, no measurement."""
    few = [replace(s, documents=s.documents[:limit], claims=None, stories=None) for s in found.sets]
    return Gathered(few, found.unusable, found.n_given)


def of_part(found: Gathered, part: str) -> Gathered:
    """Without the other half: whoever tunes on ``dev`` runs nothing on ``test``. What has no halves stays."""
    own = [s for s in found.sets if {s.part, *(d.part for d in s.documents)} <= {part, ""}]
    return Gathered(own, found.unusable, found.n_given)
