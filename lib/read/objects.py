"""JSON (a list, one object, or {"articles": […]}) and JSON lines.

list(read_json_lines(Path("news.jsonl"), "news.jsonl", Given()))
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from lib.read.checks import MAX_TABLE_BYTES
from lib.read.fields import key_of, match_columns
from lib.read.files import open_text
from lib.read.raw import Given, RawArticle, problem
from lib.read.rows import Row, read_rows
from lib.schema import Problem
from lib.vocabulary import load


def read_json(path: Path, shown: str, given: Given) -> Iterator[RawArticle | Problem]:
    """An article or a problem an object; lines of JSON under the suffix .json are read as lines."""
    opened = open_text(path, shown, MAX_TABLE_BYTES)
    if isinstance(opened, Problem):
        yield opened
        return
    if not opened.text.strip():
        yield problem(shown, "the file holds only white space", "JSON", "check the export")
        return
    try:
        value = json.loads(opened.text)
    except RecursionError:
        yield problem(shown, "the JSON is nested too deeply", "a list of objects", "export it again")
        return
    except ValueError as error:
        if any(isinstance(row, Mapping) for _, row in _lines(opened.text)):
            yield from _read_lines(opened.text, shown, given)
            return
        yield problem(
            shown, f"the file is no JSON: {error}", "a list of objects, one object, or lines", "export it again"
        )
        return
    yield from _read_objects(_unwrap(value), shown, given)


def read_json_lines(path: Path, shown: str, given: Given) -> Iterator[RawArticle | Problem]:
    """An article or a problem a line; a file that is one JSON value is read as that."""
    opened = open_text(path, shown, MAX_TABLE_BYTES)
    if isinstance(opened, Problem):
        yield opened
    elif not opened.text.strip():
        yield problem(shown, "the file holds only white space", "one JSON object a line", "check the export")
    elif opened.text.lstrip().startswith("["):
        yield from read_json(path, shown, given)
    else:
        yield from _read_lines(opened.text, shown, given)


def _read_lines(text: str, shown: str, given: Given) -> Iterator[RawArticle | Problem]:
    rows: list[Row] = []
    for where, value in _lines(text):
        if isinstance(value, Mapping):
            rows.append((where, value))
        else:
            what = value.said if isinstance(value, _Fault) else f"the line holds {type(value).__name__}, not an object"
            yield problem(shown, what, "one JSON object a line", "mend or delete the line", where)
    if rows:
        yield from read_rows(rows, shown, given)


@dataclass(frozen=True, slots=True)
class _Fault:
    """What is wrong with a line that is no JSON."""

    said: str


def _lines(text: str) -> Iterator[tuple[str, object]]:
    """(where, value) of each line that is not blank; a ``_Fault`` where it is no JSON."""
    for number, line in enumerate(text.split("\n"), start=1):
        if line.strip():
            try:
                yield f"line {number}", json.loads(line)
            except (ValueError, RecursionError) as error:
                yield f"line {number}", _Fault(f"the line is no JSON: {error}")


def _read_objects(values: list[object], shown: str, given: Given) -> Iterator[RawArticle | Problem]:
    rows: list[Row] = []
    for number, value in enumerate(values, start=1):
        if isinstance(value, Mapping):
            rows.append((f"item {number}", value))
        else:
            what = f"the item is {type(value).__name__} {str(value)[:60]!r}, not an object"
            yield problem(shown, what, "objects with a text field", "export it again", f"item {number}")
    if rows or not values:
        yield from read_rows(rows, shown, given)


def _unwrap(value: object, depth: int = 0) -> list[object]:
    """The list of articles in a JSON value: itself, under a wrapper key, or the object alone."""
    if isinstance(value, list):
        return value
    if (
        not isinstance(value, Mapping)
        or depth > 3
        or "text" in match_columns([k for k, v in value.items() if isinstance(v, str)])
    ):
        return [value]
    keys = {key_of(key): key for key in value}
    for name in load("fields")["wrapper"]:
        inner = value.get(keys.get(name, ""))
        if isinstance(inner, (list, Mapping)) and inner:
            return _unwrap(inner, depth + 1)
    inners = list(value.values())
    if inners and all(isinstance(inner, Mapping) for inner in inners):
        return inners
    lists = [inner for inner in inners if isinstance(inner, list) and inner and isinstance(inner[0], Mapping)]
    return lists[0] if len(lists) == 1 else [value]
