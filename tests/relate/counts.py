"""Articles made by hand whose numbers are marked: 'Ruritania has [127,000 soldiers] near Zenda.'."""

from __future__ import annotations

import dataclasses
import datetime as dt
from typing import Any

from lib.relate.story import Account
from lib.schema import Article, Mention, Quantity, Sentence, Word

DAY = dt.date(2022, 1, 10)
LABELS = {"ruritania": "COUNTRY", "zenda": "PLACE", "strelsau": "PLACE", "the-duke": "PERSON"}


def blank(row_class: type, known: dict[str, Any]) -> Any:
    """A row of which only what is known is filled."""
    blank = {"str": "", "int": 0, "bool": False, "float": 1.0}
    return row_class(**{f.name: known.get(f.name, blank.get(str(f.type))) for f in dataclasses.fields(row_class)})


def said(text: str, low: float | None, high: float | None, hedge: str = "exactly", **more: Any) -> dict[str, Any]:
    """A quantity whose words are the part of the sentence between '[' and ']'."""
    return {"sentence": text, "low": low, "high": high, "hedge": hedge, "status": "happened", **more}


def account(source: str, *rows: dict[str, Any], day: dt.date = DAY, origin: str = "") -> Account:
    """One article of these sentences; words of five letters and more are its words, known entities its mentions."""
    text, sentences, quantities, words, mentions = "", [], [], [], []
    known = f"{source}-{day}-{len(rows)}"
    for number, row in enumerate(rows):
        marked = row["sentence"]
        plain = marked.replace("[", "").replace("]", "")
        start = len(text)
        at, end = start + marked.index("["), start + marked.index("]") - 1
        text += plain + "\n"
        sentences.append(Sentence(known, number, start, start + len(plain), number))
        quantities.append(
            blank(
                Quantity,
                {
                    "counted_text": row.get("counted", ""), "attribution": "outlet", **row, "article_id": known,
                    "sentence_id": number, "start": at, "end": end, "text": text[at:end],
                },
            )
        )  # fmt: skip
        words += [
            blank(Word, {"article_id": known, "sentence_id": number, "lemma": w.lower()})
            for w in plain.replace(".", "").split()
            if len(w) >= 5 and w.isalpha() and w.islower()
        ]
        for entity in {row.get("actor_entity_id"), row.get("place_entity_id")} - {None}:
            mentions.append(
                blank(
                    Mention,
                    {"sentence_id": number, "entity_id": entity, "label": LABELS[str(entity)], "role": "name",
                     "text": str(entity).title()},
                )
            )  # fmt: skip
    article = blank(
        Article,
        {"article_id": known, "source": source, "published": day, "text": text, "origin_id": origin or known},
    )
    return Account(**_fields(article, sentences, mentions, quantities, words))


def _fields(article: Article, sentences: Any, mentions: Any, quantities: Any, words: Any) -> dict[str, Any]:
    known = {
        "article": article, "sentences": sentences, "mentions": mentions, "quantities": quantities, "words": words,
    }  # fmt: skip
    return {f.name: known.get(f.name, []) for f in dataclasses.fields(Account)}
