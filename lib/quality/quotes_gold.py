"""Gold quotes: our own JSONL, and brat standoff of attribution (source, cue, content) as in PolNeAR.

    read_gold(Path("tests/gold/quotes.jsonl"))      # one GoldDocument a line
    read_gold(Path("corpus/dev"))                   # every .txt with its .ann, also text/ beside attributions/

JSONL: ``text``, ``source`` and ``part`` (optional), and ``quotes``, each with ``content`` and ``speaker`` as
``[start, end]`` (speaker may be null), ``attribution`` and ``kind``.

Standoff: text-bound lines (``T1⇥Content 3 9;12 20⇥words``) labelled Source, Cue and Content, joined by events
(``E1⇥Attribution:T1 Source:T2 Cue:T3 Content:T4``) or by relations (``R1⇥Source Arg1:T4 Arg2:T2``) whose arguments
hold a Content. Where several annotators did one text (``name_ab12.ann``), the first file by name is read.
"""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

Span = tuple[int, int]


@dataclass(frozen=True, slots=True)
class GoldQuote:
    """One attribution: pieces of content and of the speaker's words; ``attribution`` is empty where not annotated."""

    content: tuple[Span, ...]
    speaker: tuple[Span, ...]
    attribution: str = ""
    kind: str = ""


@dataclass(frozen=True, slots=True)
class GoldDocument:
    """One annotated text."""

    name: str
    text: str
    quotes: tuple[GoldQuote, ...]
    part: str = ""
    source: str = ""


def read_gold(path: Path) -> list[GoldDocument]:
    """The documents of a ``.jsonl`` file or of a folder. Raises ``ValueError`` where there are none."""
    documents = list(_jsonl(path)) if path.is_file() else list(_folder(path))
    if not documents:
        raise ValueError(f"no gold in {path}; give a .jsonl file, or a folder with .txt and .ann files")
    return documents


def _jsonl(path: Path) -> Iterator[GoldDocument]:
    for number, line in enumerate(path.read_text(encoding="utf-8").splitlines()):
        if not line.strip():
            continue
        row = json.loads(line)
        quotes = tuple(
            GoldQuote(
                (_span(q["content"]),), (_span(q["speaker"]),) if q["speaker"] else (), q["attribution"], q["kind"]
            )
            for q in row["quotes"]
        )
        name = row.get("id", str(number))
        yield GoldDocument(name, row["text"], quotes, row.get("part", ""), row.get("source", ""))


def _span(pair: list[int]) -> Span:
    return pair[0], pair[1]


def _folder(path: Path) -> Iterator[GoldDocument]:
    annotations = sorted(path.rglob("*.ann"))
    for text_file in sorted(path.rglob("*.txt")):
        stem = text_file.stem
        own = [a for a in annotations if a.stem == stem or a.stem.rpartition("_")[0] == stem]
        if own:
            text = text_file.read_bytes().decode("utf-8", errors="replace")
            yield GoldDocument(stem, text, tuple(standoff(own[0].read_text(encoding="utf-8"), text)))


def standoff(annotation: str, text: str) -> Iterator[GoldQuote]:
    """The attributions of one ``.ann`` file. A quotation broken by its cue counts once for each quoted piece."""
    spans: dict[str, tuple[Span, ...]] = {}
    labels: dict[str, str] = {}
    joined: list[dict[str, list[str]]] = []
    related: dict[str, list[str]] = defaultdict(list)
    for line in annotation.splitlines():
        key, _, rest = line.partition("\t")
        body = rest.split("\t")[0]
        if key.startswith("T"):
            label, _, ranges = body.partition(" ")
            labels[key] = label.lower()
            spans[key] = tuple(_range(r) for r in ranges.split(";") if len(r.split()) == 2)
        elif key.startswith("E"):
            joined.append(_roles(body))
        elif key.startswith("R"):
            ends = [piece.partition(":")[2] for piece in body.split()[1:]]
            for one, other in (ends, ends[::-1]) if len(ends) == 2 else ():
                related[one].append(other)
    for content in related:
        if labels.get(content) == "content":
            sources = [k for k in related[content] if labels.get(k) == "source"]
            joined.append({"content": [content], "source": sources})
    for roles in joined:
        parts = [s for k in roles.get("content", ()) for s in spans.get(k, ())]
        speaker = tuple(s for k in roles.get("source", ()) for s in spans.get(k, ()))
        for pieces in _pieces(parts, text):
            yield GoldQuote(pieces, speaker)


def _range(text: str) -> Span:
    start, end = text.split()
    return int(start), int(end)


def _roles(body: str) -> dict[str, list[str]]:
    """'Attribution:T1 Source:T2 Content2:T5' as role → ids; a role may be numbered."""
    roles: dict[str, list[str]] = defaultdict(list)
    for piece in body.split():
        role, _, key = piece.partition(":")
        roles[role.rstrip("0123456789").lower()].append(key)
    return roles


def _pieces(content: list[Span], text: str) -> Iterator[tuple[Span, ...]]:
    """The content as one row, or as one for each piece where it is a broken quotation."""
    content = sorted(content)
    if not content:
        return
    if len(content) > 1 and all(text[a : a + 1] in "“\"'‘«„" for a, _ in content):
        yield from ((piece,) for piece in content)
    else:
        yield tuple(content)
