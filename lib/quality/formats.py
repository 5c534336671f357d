"""One reader a format: a file of annotations → ``Gold`` texts. A fault is a ``ValueError`` that says what it is.

READERS[".tml"](Path("wsj_0001.tml"))      # [Gold(name='wsj_0001', times=(…))]
"""

from __future__ import annotations

import datetime as dt
import json
import xml.etree.ElementTree as ElementTree
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

from lib.quality import cat, conll, names, quotes_gold, said_gold, timeml
from lib.quality.dataset import Gold
from lib.quality.gold import GoldDocument, GoldSpan
from lib.quality.links import NAMES
from lib.quality.timeml import GoldTime

ALLOWED = (
    "TimeML (.tml), MEANTIME's CAT (.xml), CoNLL columns (.conll, .conll.txt, .iob), "
    "brat standoff of attributions (.txt beside .ann), or our own lines (.jsonl with 'times', 'quotes', 'quantities' "
    "or 'standings')"
)


class OtherKindError(ValueError):
    """A file that holds no annotations at all: a licence, a read-me, a text without its standoff."""


def read_xml(path: Path) -> list[Gold]:
    """TimeML or CAT, told apart by the root. Raises ``ValueError``."""
    try:
        root = ElementTree.parse(path).getroot()
    except (ElementTree.ParseError, OSError, LookupError) as error:
        raise ValueError(f"no sound XML: {error}") from error
    try:
        if root.tag == "TimeML":
            return [_timeml(root, path.stem)]
        if root.tag == "Document" and root.find("token") is not None:
            return [_cat(root, path)]
    except (KeyError, TypeError, IndexError, RecursionError) as error:
        raise ValueError(f"annotations that do not fit together: {type(error).__name__} {error}") from error
    raise ValueError(f"XML whose root is <{root.tag[:60]}>, neither <TimeML> nor a CAT <Document> with <token>s")


def _timeml(root: ElementTree.Element, name: str) -> Gold:
    read = timeml.read_timeml(root, name)
    if not read.text.strip():
        raise ValueError("TimeML without text")
    return Gold(name, read.text, read.published, times=read.times)


def _cat(root: ElementTree.Element, path: Path) -> Gold:
    """Times and names on one running text: the names are moved there from the text of tokens, one sentence a line."""
    running = timeml.read_cat(root, path.stem)
    lines = cat.read(path)
    starts, ends = _places(lines, running.text)
    moved = [GoldSpan(starts[s.start], ends[s.end], s.label, s.instance, s.kind) for s in lines.spans]
    named = [s for s in moved if s.kind in NAMES]
    main = [s for s in named if s.label in names.MAIN and s.end <= running.until]
    linked = tuple(s for s in _innermost(named) if s.instance)
    annotated = root.find(".//ENTITY_MENTION") is not None
    return Gold(
        path.stem, running.text, running.published, times=running.times, until=running.until, ignored=running.ignored,
        names=tuple(_innermost(main)) if annotated else None, entities=linked if annotated else None,
    )  # fmt: skip


def _places(lines: GoldDocument, text: str) -> tuple[dict[int, int], dict[int, int]]:
    """Starts and ends of the tokens of ``lines`` → the same in ``text``."""
    starts: dict[int, int] = {}
    ends: dict[int, int] = {}
    at = 0
    for start, end in (token for sentence in lines.tokens for token in sentence):
        word = lines.text[start:end]
        # ``from_tokens`` sets the quotation marks of the Penn Treebank as one sign.
        forms = (word, "``", "''") if word == '"' else (word,)
        if word == "_" and not text[at:].lstrip().startswith("_"):
            forms = ("",)  # an empty token: one text shows it, the other does not
        found = [(place, len(form)) for form in forms if (place := text.find(form, at)) >= 0]
        if not found:
            raise ValueError(f"the token {word!r} is not in the running text")
        starts[start], at = min(found)[0], sum(min(found))
        ends[end] = at
    return starts, ends


def _innermost(spans: Sequence[GoldSpan]) -> list[GoldSpan]:
    """Names nest ('Ford chief Alan Mulally'): the innermost are the names themselves."""
    return [s for s in spans if not any(o is not s and s.start <= o.start and o.end <= s.end for o in spans)]


def read_conll(path: Path) -> list[Gold]:
    """Columns, token first and tag last. Raises ``ValueError``."""
    documents = list(conll.read(path))
    kinds = {s.label for d in documents for s in d.spans}
    if not documents:
        raise ValueError("no rows of 'token … tag'")
    if not kinds & set(names.CLASSES):
        raise ValueError(f"tags {', '.join(sorted(kinds)[:6]) or 'of no name'}; wanted are {', '.join(names.CLASSES)}")
    return [Gold(d.name, d.text, names=tuple(d.spans)) for d in documents]


def read_lines(path: Path) -> list[Gold]:
    """Our own JSONL, of dates or of quotes, told apart by the fields of the first line. Raises ``ValueError``."""
    lines = [(n, line) for n, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1) if line.strip()]
    if not lines:
        raise ValueError("an empty file")
    first = _row(*lines[0])
    if "quotes" in first:
        try:
            documents = quotes_gold.read_gold(path)
        except (KeyError, TypeError, AttributeError, IndexError) as error:
            raise ValueError(f"a line lacks {error}: text, quotes: content, speaker, attribution, kind") from error
        for document in documents:
            _inside(document.text, [s for q in document.quotes for s in (*q.content, *q.speaker)])
        return [Gold(d.name, d.text, source=d.source, part=d.part, quotes=d.quotes) for d in documents]
    if "times" in first:
        return [_dates(n, _row(n, line)) for n, line in lines]
    if "quantities" in first or "standings" in first:
        return [_said(n, _row(n, line)) for n, line in lines]
    raise ValueError("lines without 'times', 'quotes', 'quantities' or 'standings'")


def _said(number: int, row: dict[str, Any]) -> Gold:
    try:
        text = str(row["text"])
        numbers = tuple(map(said_gold.quantity, row["quantities"])) if "quantities" in row else None
        stands = tuple(map(said_gold.standing, row["standings"])) if "standings" in row else None
    except (KeyError, TypeError, AttributeError) as error:
        raise ValueError(f"line {number} lacks {error}; tests/gold/README.md has the fields") from error
    _inside(text, [(s.start, s.end) for s in numbers or ()] + [(s.start, s.end) for s in stands or ()])
    return Gold(f"line {number}", text, part=str(row.get("part", "")), quantities=numbers, standings=stands)


def _row(number: int, line: str) -> dict[str, Any]:
    try:
        row = json.loads(line)
    except json.JSONDecodeError as error:
        raise ValueError(f"line {number} is no JSON: {error}") from error
    if not isinstance(row, dict):
        raise ValueError(f"line {number} is no JSON object")
    return row


def _dates(number: int, row: dict[str, Any]) -> Gold:
    try:
        text, day = str(row["text"]), row["anchor"]
        times = tuple(GoldTime(t["start"], t["start"] + len(t["text"]), t["type"], t["value"]) for t in row["times"])
        rules = tuple(str(t.get("rule", "")) for t in row["times"])
        published = dt.date.fromisoformat(day) if day else None
    except (KeyError, TypeError, AttributeError) as error:
        raise ValueError(f"line {number} lacks {error}; wanted are anchor, text and times") from error
    _inside(text, [(t.start, t.end) for t in times])
    return Gold(f"line {number}", text, published, times=times, rules=rules)


def read_standoff(path: Path) -> list[Gold]:
    """A ``.txt`` with its ``.ann`` beside it or in a folder next to it; nothing where there is none."""
    near = sorted([*path.parent.glob("*.ann"), *path.parent.parent.glob("*/*.ann")])
    own = next((a for a in near if a.stem == path.stem or a.stem.rpartition("_")[0] == path.stem), None)
    if own is None:
        raise OtherKindError(f"a text without its annotations: {path.stem}.ann is not beside it")
    text = path.read_bytes().decode("utf-8", errors="replace")
    quotes = tuple(quotes_gold.standoff(own.read_text(encoding="utf-8"), text))
    if not quotes:
        raise ValueError(f"{own.name} joins no Content to anything")
    _inside(text, [s for q in quotes for s in (*q.content, *q.speaker)])
    return [Gold(path.stem, text, quotes=quotes)]


def _inside(text: str, spans: Sequence[tuple[int, int]]) -> None:
    for start, end in spans:
        if not 0 <= start < end <= len(text):
            raise ValueError(f"offsets {start} to {end} in a text of {len(text)} characters")


#: Longest suffix first: 'x.conll.txt' is no text of a standoff pair.
READERS: dict[str, Callable[[Path], list[Gold]]] = {
    ".conll.txt": read_conll,
    ".conll": read_conll,
    ".iob": read_conll,
    ".tml": read_xml,
    ".xml": read_xml,
    ".jsonl": read_lines,
    ".txt": read_standoff,
}
