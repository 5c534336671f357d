"""A correction in one English sentence."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence

from lib.corrections import Correction
from lib.interval import say_day
from lib.parameters import shorten
from lib.phrase import TYPE_NAMES
from lib.store.conditions import marks
from lib.store.engine import Store

_QUERIES = {
    "entity": "select entity_id, name from entities where entity_id in ({})",
    "article": "select article_id, source_name || ', “' || title || '”' from articles where article_id in ({})",
    "claim": "select claim_id, gist from claims where claim_id in ({})",
}
_FIELDS = {"entity": ("entity", "into", "to"), "article": ("article",), "claim": ("claim",)}
MOST = 90


def say(corrections: Sequence[Correction], plain: Store) -> list[str]:
    """A sentence each. ``plain``: the store without corrections, where what was merged or hidden has its name."""
    names: dict[str, str] = {}
    for kind, query in _QUERIES.items():
        ids = sorted({c.what[f] for c in corrections for f in _FIELDS[kind] if c.what.get(f)})
        if ids:
            names |= {known: name or known for known, name in plain.rows(query.format(marks(len(ids))), ids)}
    return [_say(c, names, plain) for c in corrections]


def _say(c: Correction, names: dict[str, str], plain: Store) -> str:
    w = {name: names.get(value, value) for name, value in c.what.items()}
    match c.kind:
        case "merge":
            return f"{w['entity']} is the same as {w['into']}."
        case "rename":
            return f"{w['entity']} is called {w['name']}."
        case "retype":
            return f"{w['entity']} is one of the {TYPE_NAMES[c.what['label']]}."
        case "hide":
            return f"{w['entity']} is not counted."
        case "alias":
            return f"“{c.what['alias']}” is {c.what['name'] or w['to']}, not {w['entity']}."
        case "published":
            return f"{w['article']} was published on {_day(c.what['day'])}."
        case "date":
            days = dict.fromkeys((_day(c.what["first"]), _day(c.what["last"])))
            return f"“{_words(c, plain)}” means {' to '.join(days)}. {w['article']}."
        case "drop":
            return f"“{_words(c, plain)}” is not the article but {c.what['as']}. {w['article']}."
        case "restore":
            return f"“{_words(c, plain)}” is the article. {w['article']}."
        case "same":
            return f"“{_sentence(c, plain)}” states “{shorten(w['claim'], MOST)}”. {w['article']}."
        case _:
            return f"“{_sentence(c, plain)}” does not state “{shorten(w['claim'], MOST)}”. {w['article']}."


def _day(value: str) -> str:
    return say_day(dt.date.fromisoformat(value))


def _words(c: Correction, plain: Store) -> str:
    start, end = int(c.what["start"]), int(c.what["end"])
    rows = plain.rows(
        "select substr(text, ?, ?) from articles where article_id = ?", [start + 1, end - start, c.what["article"]]
    )
    return shorten(rows[0][0], MOST) if rows else f"characters {start} to {end}"


def _sentence(c: Correction, plain: Store) -> str:
    rows = plain.rows(
        "select s.text from sentences s join articles a on a.article_no = s.article_no"
        " where a.article_id = ? and s.sentence_id = ?",
        [c.what["article"], int(c.what["sentence"])],
    )
    return shorten(rows[0][0], MOST) if rows else f"sentence {c.what['sentence']}"
