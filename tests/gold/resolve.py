"""Hand annotations are written as words, not as numbers; this resolves them to offsets.

A ``.gold`` file has sections; each line is one annotation, in reading order, fields apart by ``|``:

    [times]
    on [Monday] and came | DATE | 2022-01-10        brackets mark the annotated words in their context

``python -m tests.gold.resolve`` writes the JSON files beside the ``.gold`` files. ``GUIDE.md`` has the rules.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path
from typing import Any

FOLDER = Path(__file__).resolve().parent / "sample"
ARTICLES = Path(__file__).resolve().parents[2] / "data" / "sample"
SECTIONS = ("spans", "names", "times", "events", "quotes")
Span = tuple[int, int]


def read_gold(path: Path) -> dict[str, list[list[str]]]:
    """Section name → its lines, split into fields. Raises ``ValueError`` on a section that nobody knows."""
    sections: dict[str, list[list[str]]] = {name: [] for name in ("article", *SECTIONS)}
    current = ""
    for line in path.read_text(encoding="utf-8").splitlines():
        if match := re.fullmatch(r"\[(\w+)\]", line):
            current = match[1]
            if current not in sections:
                raise ValueError(f"{path.name}: section [{current}]; allowed are {', '.join(sections)}")
        elif line.strip() and not line.startswith("# "):
            # A marked span may hold the separator itself: 'HARBOR WIRE | WORLD'.
            fields = line.split(" | ", 1 if current in ("article", "spans") else -1)
            sections[current].append([field.strip() for field in fields])
    return sections


def find(text: str, snippet: str, start: int = 0) -> Span:
    """The next place of a snippet. ``[…]`` marks the part that is meant; ``~`` skips over words left out."""
    before, inner, after = "", snippet, ""
    if "[" in snippet:
        before, rest = snippet.split("[", 1)
        inner, after = rest.rsplit("]", 1)
    pattern = (
        re.escape(before) + "(" + ".*?".join(re.escape(part) for part in inner.split("~")) + ")" + re.escape(after)
    )
    match = re.compile(rf"(?<!\w){pattern}(?!\w)").search(text, start)
    if not match:
        raise ValueError(f"{snippet!r} is not in the article after {text[max(0, start - 60) : start]!r}")
    return match.span(1)


def places(text: str, alias: str) -> Iterator[Span]:
    for match in re.finditer(rf"(?<!\w){re.escape(alias)}(?!\w)", text):
        yield match.span()


def body_of(text: str, spans: list[Span]) -> str:
    """The text with marked spans blanked, same length."""
    for start, end in spans:
        text = text[:start] + re.sub(r"[^\n]", "\0", text[start:end]) + text[end:]
    return text


def in_order(text: str, snippets: list[str]) -> list[Span]:
    """Places of snippets in reading order; one may begin inside the one before it."""
    found: list[Span] = []
    for snippet in snippets:
        found.append(find(text, snippet, found[-1][0] + 1 if found else 0))
    return found


def resolve_names(body: str, lines: list[list[str]]) -> list[dict[str, Any]]:
    """Each alias at all its places, longest first; ``only`` claims one place before, ``never`` forbids one."""
    taken: dict[Span, tuple[str, str] | None] = {}
    for kind, *fields in (line for line in lines if line[0] in ("only", "never")):
        taken[find(body, fields[-1])] = (fields[0], fields[1]) if kind == "only" else None
    aliases = [
        (alias.strip(), label, entity)
        for label, entity, *rest in (line for line in lines if line[0] not in ("only", "never"))
        for alias in (rest[0] if rest else entity).split(";")
    ]
    for alias, label, entity in sorted(aliases, key=lambda a: -len(a[0])):
        there = list(places(body, alias))
        if not there:
            raise ValueError(f"{alias!r} is not in the body")
        for start, end in there:
            if not any(start < e and s < end for s, e in taken):
                taken[start, end] = (label, entity)
    return [
        {"start": s, "end": e, "text": body[s:e], "label": named[0], "entity": named[1]}
        for (s, e), named in sorted(taken.items())
        if named
    ]


def days(value: str) -> tuple[str, str]:
    """'2022-02-03', '2021-12', '2014' or 'first..last' as first day and exclusive end."""
    if ".." in value:
        first, last = value.split("..")
        return days(first)[0], days(last)[1]
    parts = [int(part) for part in value.split("-")]
    if len(parts) == 3:
        start = date(*parts)
        end = start + timedelta(days=1)
    elif len(parts) == 2:
        start = date(parts[0], parts[1], 1)
        end = date(parts[0] + parts[1] // 12, parts[1] % 12 + 1, 1)
    else:
        start, end = date(parts[0], 1, 1), date(parts[0] + 1, 1, 1)
    return start.isoformat(), end.isoformat()


def resolve(path: Path) -> dict[str, Any]:
    """One ``.gold`` file with offsets. Raises ``ValueError`` where words are not in the article."""
    gold = read_gold(path)
    facts = dict(gold["article"])
    text = (ARTICLES / facts["file"]).read_text(encoding="utf-8")
    marked = in_order(text, [line[1] for line in gold["spans"]])
    body = body_of(text, marked)
    spans = [
        {"start": s, "end": e, "text": text[s:e], "kind": line[0]}
        for (s, e), line in zip(marked, gold["spans"], strict=True)
    ]
    times = [
        {"start": s, "end": e, "text": text[s:e], "type": line[1], "value": line[2]}
        for (s, e), line in zip(in_order(body, [line[0] for line in gold["times"]]), gold["times"], strict=True)
    ]
    events = []
    for (s, e), line in zip(in_order(body, [line[0] for line in gold["events"]]), gold["events"], strict=True):
        first, end = days(line[1])
        events.append(
            {"start": s, "end": e, "trigger": text[s:e], "date_start": first, "date_end": end, "status": line[2]}
            | {"reporting": line[3:] == ["reporting"]}
        )
    quotes = []
    for (s, e), line in zip(in_order(body, [line[3] for line in gold["quotes"]]), gold["quotes"], strict=True):
        speaker = None if line[2] == "-" else line[2]
        quotes.append(
            {"start": s, "end": e, "text": text[s:e], "speaker": speaker, "attribution": line[1], "kind": line[0]}
        )
    return {
        "file": facts["file"],
        "published": None if facts["published"] == "unknown" else facts["published"],
        "spans": spans,
        "names": resolve_names(body, gold["names"]),
        "times": times,
        "events": events,
        "quotes": quotes,
    }


def as_json(gold: dict[str, Any]) -> str:
    """JSON with one annotation a line, so that a diff reads well."""
    lines = ["{", f' "file": {json.dumps(gold["file"])},', f' "published": {json.dumps(gold["published"])},']
    for section in SECTIONS:
        rows = ",\n".join("  " + json.dumps(row, ensure_ascii=False) for row in gold[section])
        lines.append(f' "{section}": [\n{rows}\n ]' + ("," if section != SECTIONS[-1] else ""))
    return "\n".join([*lines, "}", ""])


def main() -> None:
    for path in sorted(FOLDER.glob("*.gold")):
        path.with_suffix(".json").write_text(as_json(resolve(path)), encoding="utf-8")


if __name__ == "__main__":
    main()
