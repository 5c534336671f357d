"""JSON (a list, one object, or {"articles": […]}) and JSON lines.

list(read_json_lines(Path("news.jsonl"), "news.jsonl", Given()))
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import chain
from pathlib import Path

from lib.read.cells import flat, holds_text
from lib.read.fields import key_of, match_columns
from lib.read.files import open_text, stream_text
from lib.read.kept import is_kept, read_kept
from lib.read.raw import Given, RawArticle, problem
from lib.read.rows import Row, read_rows
from lib.schema import Problem
from lib.vocabulary import load


def read_json(path: Path, shown: str, given: Given) -> Iterator[RawArticle | Problem]:
    """An article or a problem an object; lines of JSON under the suffix .json are read as lines."""
    yield from read_rows(json_rows(path, shown, given), shown, given)


def read_json_lines(path: Path, shown: str, given: Given) -> Iterator[RawArticle | Problem]:
    """An article or a problem a line; a file that is one JSON value is read as that."""
    rows = json_line_rows(path, shown, given)
    first = next(rows, None)
    again = rows if first is None else chain([first], rows)
    if first is not None and not isinstance(first, Problem) and is_kept(first[1]):
        yield from read_kept(again, shown)
    else:
        yield from read_rows(again, shown, given)


def json_rows(path: Path, shown: str, given: Given) -> Iterator[Row | Problem]:
    """The objects of a file that is one JSON value, or of its lines."""
    opened = open_text(path, shown, given, many=True, breaks=False)
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
        lines = opened.text.split("\n")
        if any(isinstance(row, Mapping) for _, row in _lines(lines)):
            yield from _line_rows(lines, shown, given)
            return
        why = "a list of objects, one object, or lines"
        yield problem(shown, f"the file is no JSON: {error}", why, "export it again")
        return
    for number, item in enumerate(_unwrap(value), start=1):
        if isinstance(item, Mapping):
            yield f"item {number}", flat(item, given.columns.values())
        else:
            what = f"the item is {type(item).__name__} {str(item)[:60]!r}, not an object"
            yield problem(shown, what, "objects with a text field", "export it again", f"item {number}")


def json_line_rows(path: Path, shown: str, given: Given) -> Iterator[Row | Problem]:
    """The objects of a file's lines, as they come; of the whole where it is one list."""
    with stream_text(path, shown, given) as file:
        if isinstance(file, Problem):
            yield file
            return
        first = next((line for line in file if line.strip()), "")
        if not first:
            yield problem(shown, "the file holds only white space", "one JSON object a line", "check the export")
        elif first.lstrip().startswith("["):
            yield from json_rows(path, shown, given)
        else:
            file.seek(0)
            yield from _line_rows(file, shown, given)


def _line_rows(lines: Iterable[str], shown: str, given: Given) -> Iterator[Row | Problem]:
    for where, value in _lines(lines):
        if isinstance(value, Mapping):
            yield where, flat(value, given.columns.values())
        else:
            what = value.said if isinstance(value, _Fault) else f"the line holds {type(value).__name__}, not an object"
            yield problem(shown, what, "one JSON object a line", "mend or delete the line", where)


@dataclass(frozen=True, slots=True)
class _Fault:
    """What is wrong with a line that is no JSON."""

    said: str


def _lines(lines: Iterable[str]) -> Iterator[tuple[str, object]]:
    """(where, value) of each line that is not blank; a ``_Fault`` where it is no JSON."""
    for number, line in enumerate(lines, start=1):
        if line.strip():
            try:
                yield f"line {number}", json.loads(line)
            except (ValueError, RecursionError) as error:
                yield f"line {number}", _Fault(f"the line is no JSON: {error}")


def _unwrap(value: object, depth: int = 0) -> list[object]:
    """The list of articles in a JSON value: itself, under a wrapper key, or the object alone."""
    if isinstance(value, list):
        return value
    if (
        not isinstance(value, Mapping)
        or depth > 3
        or "text" in match_columns([k for k, v in value.items() if holds_text(v)])
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
