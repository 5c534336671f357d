"""The words of one cell of a table or one value of a JSON object, whatever shape it came in.

text_of({"rendered": "<p>The talks opened.</p><p>They went on.</p>"})     # 'The talks opened.\\n\\nThey went on.'

Text in HTML loses its tags and keeps its paragraphs; an object gives the words that stand in it, bytes are decoded.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from functools import cache
from html import unescape

from lxml.html import defs

from lib.read.decode import decode, line_ends
from lib.read.fields import key_of, match_columns
from lib.read.fragment import words_of
from lib.vocabulary import load

#: Objects within objects that are looked into.
_DEEP = 8
_TAG = re.compile(r"<(?P<closing>/?)(?P<name>[a-zA-Z][a-zA-Z0-9]{0,15})(?:\s[^<>]*)?/?>")
#: Tags that stand alone or that nobody need close; any other counts as HTML only where it is closed too.
_ALONE = frozenset(("p", "br", "div", "li", "img", "hr", "h1", "h2", "h3"))
#: A string with none but these is not taken for HTML: a headline may be about a script.
_CODE = frozenset(("script", "style"))
#: Tags that say where a line ends; in HTML without them, line ends do.
_ENDS = re.compile(r"</?(?:p|div|br|li)\b", re.I)
_REFERENCE = re.compile(r"&(?:#\d{1,7}|#[xX][0-9a-fA-F]{1,6}|[a-zA-Z][a-zA-Z0-9]{1,30});")
_LINE = re.compile(r"\n")


def text_of(value: object) -> str:
    """The article's text in a value, its paragraphs kept; empty where an object holds no words that are known."""
    return _text(value, _DEEP)


def words_in(value: object) -> str:
    """A field as words in one line: {'name': 'CNN'} is 'CNN', a list of authors is 'A, B'; without tags."""
    return " ".join(_plain(_field(value, _DEEP)).split())


def address_in(value: object) -> str:
    """An address in one line, as it is written: '&copy=1' is part of it."""
    return " ".join(_field(value, _DEEP).split())


def holds_text(value: object) -> bool:
    """Whether a value may be a whole text: a string, a list, or an object that is only the form of one."""
    if isinstance(value, Mapping):
        return any(holds_text(part) for key, part in value.items() if key_of(key) in _forms())
    return isinstance(value, (str, bytes, list)) and bool(value)


def flat(row: Mapping[str, object], keep: Iterable[str] = ()) -> Mapping[str, object]:
    """The row with the one object in it that holds the text, as {"_source": {"title": …, "body": …}}, taken out.

    What the object says comes before what stands around it. Columns in ``keep`` stay as they are.
    """
    if "text" in match_columns(key for key, part in row.items() if holds_text(part)) or set(keep) & row.keys():
        return row
    inner = [
        (key, part)
        for key, part in row.items()
        if isinstance(part, Mapping) and "text" in match_columns(str(k) for k, v in part.items() if holds_text(v))
    ]
    if len(inner) != 1:
        return row
    ((name, article),) = inner
    return {**{key: part for key, part in row.items() if key != name}, **article}


def _text(value: object, deep: int) -> str:
    if value is None or deep == 0:
        return ""
    if isinstance(value, bytes):
        return _markup(decode(value).text)
    if isinstance(value, Mapping):
        by_key = {key_of(key): part for key, part in value.items()}
        texts = (_text(by_key[name], deep - 1) for name in (*_texts(), *_forms()) if name in by_key)
        return next((text for text in texts if text.strip()), "")
    if isinstance(value, (list, tuple)):
        return "\n\n".join(text for text in (_text(part, deep - 1) for part in value) if text.strip())
    return _markup(line_ends(str(value)))


def _field(value: object, deep: int) -> str:
    if value is None or deep == 0:
        return ""
    if isinstance(value, bytes):
        return decode(value).text
    if isinstance(value, Mapping):
        by_key = {key_of(key): part for key, part in value.items()}
        picked = (_field(by_key[name], deep - 1) for name in (*_named(), *_forms()) if name in by_key)
        return next((words for words in picked if words), "")
    if isinstance(value, (list, tuple)):
        return ", ".join(words for words in (_field(part, deep - 1) for part in value) if words)
    return str(value)


def _plain(words: str) -> str:
    return words_of(words) if _is_html(words) else _unescaped(words)


def _markup(text: str) -> str:
    """The words of a text in HTML, also of one whose tags were escaped; any other text as it stands."""
    if not _is_html(text):
        plain = _unescaped(text)
        if plain == text or not _is_html(plain):
            return plain
        text = plain
    return words_of(text if _ENDS.search(text) else _LINE.sub("<br>", text))


def _is_html(text: str) -> bool:
    """Whether tags of HTML stand in it: '<https://…>' and '<ann@example.org>' are none."""
    if "<" not in text:
        return False
    for tag in _TAG.finditer(text):
        name = tag["name"].casefold()
        if name in defs.tags and name not in _CODE and (tag["closing"] or name in _ALONE):
            return True
    return False


def _unescaped(text: str) -> str:
    return _REFERENCE.sub(lambda match: unescape(match.group()), text) if "&" in text else text


@cache
def _texts() -> tuple[str, ...]:
    return tuple(key_of(name) for name in load("fields")["text"])


@cache
def _forms() -> tuple[str, ...]:
    return tuple(key_of(name) for name in load("fields")["cells"]["form"])


@cache
def _named() -> tuple[str, ...]:
    return tuple(key_of(name) for name in load("fields")["cells"]["named"])
