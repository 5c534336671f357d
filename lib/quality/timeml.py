"""Gold time expressions from TimeML (``.tml``) and from CAT XML (MEANTIME), as plain text with offsets.

    for doc in read_folder(Path("corpora/meantime")):
        doc.text[doc.times[0].start : doc.times[0].end]

Both are XML. CAT gives tokens, which are set as running text; TimeML marks its text inline.
"""

from __future__ import annotations

import datetime as dt
import re
import xml.etree.ElementTree as ET
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from lib.text.dates_written import parse_date

_NO_SPACE_BEFORE = re.compile(r"[,.;:!?%)\]}]|'s|'|n't|''|'(?:re|ve|ll|d|m)")
_NO_SPACE_AFTER = {"(", "[", "{", "$", "£", "€", "``"}
#: MEANTIME annotates times in its sentences 0 to 5 only.
MEANTIME_SENTENCES = 6


@dataclass(frozen=True, slots=True)
class GoldTime:
    """One annotated expression; offsets are code points into ``GoldDocument.text``."""

    start: int
    end: int
    type: str
    value: str


@dataclass(frozen=True, slots=True)
class GoldDocument:
    """One annotated text. What lies from ``until`` on, or inside an ``ignored`` span, is not annotated."""

    name: str
    text: str
    published: dt.date | None
    times: tuple[GoldTime, ...]
    until: int
    ignored: tuple[tuple[int, int], ...] = ()


def read_folder(path: Path) -> Iterator[GoldDocument]:
    """Every ``.tml`` and ``.xml`` below a folder, or the one file, sorted by name. Raises ``FileNotFoundError``."""
    if not path.exists():
        raise FileNotFoundError(f"no such file or folder: {path}; give a folder of .tml or CAT .xml files")
    files = [path] if path.is_file() else sorted([*path.rglob("*.tml"), *path.rglob("*.xml")])
    for file in files:
        root = ET.parse(file).getroot()
        yield read_timeml(root, file.stem) if root.tag == "TimeML" else read_cat(root, file.stem)


def day_of(value: str) -> dt.date | None:
    """The day of a creation time's value; None where it holds none."""
    found = re.match(r"(\d{4})-?(\d\d)-?(\d\d)", value)
    return dt.date(int(found[1]), int(found[2]), int(found[3])) if found else None


def read_timeml(root: ET.Element, name: str) -> GoldDocument:
    """A TimeML document: ``DCT`` gives the publication day, ``TEXT`` the text with its ``TIMEX3``."""
    created = root.find(".//TIMEX3[@functionInDocument='CREATION_TIME']")
    if created is None:
        created = root.find(".//DCT//TIMEX3")
    published = day_of(created.get("value", "")) if created is not None else None
    body = root.find(".//TEXT")
    pieces: list[str] = []
    times: list[GoldTime] = []

    def walk(node: ET.Element, at: int) -> int:
        start = at
        pieces.append(node.text or "")
        at += len(node.text or "")
        for child in node:
            at = walk(child, at)
            pieces.append(child.tail or "")
            at += len(child.tail or "")
        if node.tag == "TIMEX3" and node.get("functionInDocument") != "CREATION_TIME" and at > start:
            times.append(GoldTime(start, at, node.get("type", ""), node.get("value", "")))
        return at

    walk(body if body is not None else root, 0)
    return GoldDocument(name, _unwrap("".join(pieces)), published, tuple(times), sum(map(len, pieces)))


def _unwrap(text: str) -> str:
    """Where blank lines part the paragraphs, a single line break is only a wrapped line. Keeps every offset."""
    return re.sub(r"(?<!\n)\n(?!\s*\n)", " ", text) if re.search(r"\n[ \t]*\n", text) else text


def read_cat(root: ET.Element, name: str) -> GoldDocument:
    """A CAT document: tokens set as text, the title and the date line as paragraphs of their own."""
    pieces: list[str] = []
    places: dict[str, tuple[int, int]] = {}
    at, sentence, last, until = 0, "0", "", -1
    for token in root.iter("token"):
        word = token.text or ""
        if until < 0 and int(token.get("sentence", "0")) >= MEANTIME_SENTENCES:
            until = at
        if token.get("sentence") != sentence:
            gap = "\n" if sentence in ("0", "1") else " "
            sentence = token.get("sentence", "0")
        else:
            gap = "" if not pieces or _NO_SPACE_BEFORE.fullmatch(word) or last in _NO_SPACE_AFTER else " "
        pieces += [gap, word]
        places[token.get("t_id", "")] = (at + len(gap), at + len(gap) + len(word))
        at += len(gap) + len(word)
        last = word
    times, ignored, published = [], [], None
    for timex in root.iter("TIMEX3"):
        spans = [places[a.get("t_id", "")] for a in timex.findall("token_anchor")]
        if timex.get("functionInDocument") == "CREATION_TIME":
            published = day_of(timex.get("value", ""))
            ignored += [(min(s for s, _ in spans), max(e for _, e in spans))] if spans else []
        elif spans:
            times.append(GoldTime(min(s for s, _ in spans), max(e for _, e in spans), timex.get("type", ""),
                                  timex.get("value", "")))  # fmt: skip
    text = "".join(pieces)
    if published is None:  # some files leave their own date line unmarked: it is the second paragraph
        line = text.find("\n") + 1
        published = next((day_of(t.value) for t in times if t.start == line), None)
        ignored += [(t.start, t.end) for t in times if t.start == line]
        times = [t for t in times if t.start != line]
        if published is None and (stated := parse_date(text[line : text.find("\n", line)])):
            published = stated.day
    return GoldDocument(name, text, published, tuple(times), until if until >= 0 else at, tuple(ignored))
