"""Evidence of what somebody says tells who says it, and whether it stands in quotation marks."""

from __future__ import annotations

import datetime as dt

import pytest

from lib.ask.opened import say_said
from lib.evidence import Evidence, Mark, Said
from lib.export.table import of_evidence
from lib.store.engine import Store
from lib.store.facts import evidence
from lib.store.said import with_said
from lib.view import View

QUOTES = Mark("quotes")


def test_every_quote_has_its_own_speaker_and_kind(store: Store) -> None:
    opened = with_said(store, QUOTES, evidence(store, View(), QUOTES))
    stored = store.rows(
        "select a.article_id, q.start_at, q.end_at, coalesce(e.name, q.speaker_text), q.attribution, q.kind from quotes"
        " q join articles a on a.article_no = q.article_no left join entities e on e.entity_no = q.entity_no"
    )
    assert {(e.article_id, e.start, e.end, e.said.speaker, e.said.attribution, e.said.kind) for e in opened if e.said}
    assert len(opened) == len(stored)
    for e in opened:
        assert e.said
        told = (e.article_id, e.start, e.end, e.said.speaker, e.said.attribution, e.said.kind)
        assert told in stored
    assert {e.said.speaker for e in opened if e.said} == {"Ada Marsh", ""}


def test_what_nobody_says_stays_as_it_is(store: Store) -> None:
    for mark in (Mark("mentions"), Mark("quotes", unit="articles")):
        opened = evidence(store, View(), mark, 20)
        assert with_said(store, mark, opened) == opened


@pytest.mark.parametrize(
    ("said", "words"),
    [
        (Said("Clara Voss", "she", "named", "direct"), "Speaker: Clara Voss (“she”) · in quotation marks"),
        (Said("Clara Voss", "Minister Clara Voss", "named", "partial"),
         "Speaker: Clara Voss · partly in quotation marks"),
        (Said("union\nleaders", "union\nleaders", "anonymous", "indirect"),
         "Speaker: union leaders · reported, without quotation marks"),
        (Said("", "", "anonymous", "direct"), "No speaker named · in quotation marks"),
        (Said("", "", "outlet", ""), "The outlet’s own voice"),
        (Said("the mayor", "the mayor", "named", ""), "Speaker: the mayor"),
    ],
)  # fmt: skip
def test_it_is_said_in_plain_words(said: Said, words: str) -> None:
    assert say_said(said) == words


def _told(said: Said | None) -> Evidence:
    return Evidence("a", "Bay Post", "T", dt.date(2022, 2, 3), "text", "", 4, 8, 0, "He, Tom, said.", 0, said)


def test_the_table_tells_speaker_and_kind_where_there_is_one() -> None:
    table = of_evidence("1 quote", 1, [_told(Said("Clara Voss", "she", "named", "direct"))])
    assert table.columns[-4:] == ("speaker", "speaker as written", "attributed to", "kind of speech")
    assert table.rows[0][-4:] == ("Clara Voss", "she", "named", "direct")
    assert "speaker" not in of_evidence("1 mention", 1, [_told(None)]).columns
