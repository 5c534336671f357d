"""A block of "Title: …", "Source: …", "Date: …" lines at the head of a plain text, or a Markdown front matter.

header_block("Title: Talks open\\nSource: Harbor Wire\\n\\nThe talks …").fields["source"]     # 'Harbor Wire'
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from lib.vocabulary import load

_LINE = re.compile(
    r"^\s{0,3}(?:\*\*)?(?P<key>[A-Za-z][A-Za-z _-]{1,24}?)(?:\*\*)?\s?:(?:\*\*)?(?:[ \t]+|$)(?P<value>.*)$"
)


@dataclass(frozen=True, slots=True)
class Header:
    """Field → value, field → the whole line as evidence, and where the block ends in the text."""

    fields: dict[str, str]
    lines: dict[str, str]
    end: int


def header_block(text: str) -> Header | None:
    """The block, if the first line that is not blank opens one; None where the text starts at once."""
    fields: dict[str, str] = {}
    lines: dict[str, str] = {}
    at, end, fenced, strange = 0, 0, False, 0
    for number, line in enumerate(text[:8000].split("\n")[:40]):
        bare = line.strip()
        match = _LINE.match(line)
        field = _field(match["key"]) if match else ""
        if bare == "---" and not fields and not fenced:
            fenced = True
        elif bare == "---" and fenced:
            end = at + len(line)
            break
        elif field and match:
            if field != "other" and match["value"].strip():
                fields.setdefault(field, match["value"].strip().strip("\"'*"))
                lines.setdefault(field, bare)
            else:
                fields.setdefault("other", bare)
            end = at + len(line)
        elif fenced and match:
            strange += 1
        elif bare or (fields and not fenced):
            break
        at += len(line) + 1
        if number == 0 and bare and not field and not fenced:
            return None
    known = set(fields) - {"other"}
    # One line alone must be a source or a day: 'Title: …' may be how a sentence starts.
    if len(known) >= 2 or (known and known <= {"source", "published", "url", "title"}):
        return Header(fields, lines, end)
    return None


@cache
def _fields_by_key() -> dict[str, str]:
    return {name: field for field, names in load("fields")["header"].items() for name in names}


def _field(key: str) -> str:
    return _fields_by_key().get(re.sub(r"[\s_-]+", " ", key.casefold()).strip(), "")
