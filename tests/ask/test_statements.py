"""The table of all statements: as many rows as the view has, each cut from its article where it says."""

from __future__ import annotations

import pytest
from hypothesis import given, settings

from lib.ask.statements import COLUMNS, every_statement
from lib.evidence import Mark
from lib.store.engine import Store
from lib.store.facts import total
from lib.view import View
from tests.views import views


@settings(max_examples=15, deadline=None)
@given(view=views())
def test_rows_are_those_of_the_view_and_offsets_cut_the_sentence(hostile_store: Store, view: View) -> None:
    every = every_statement(hostile_store, view)
    assert len(every.rows) == every.n == total(hostile_store, view, Mark("statements"))
    texts = dict(hostile_store.rows("select article_id, text from articles"))
    for row in every.rows:
        told = dict(zip(COLUMNS, row, strict=True))
        assert texts[told["article"]][told["start"] : told["end"]] == told["statement"]


def test_a_table_that_ends_early_says_so(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    whole = every_statement(store, View())
    assert whole.title == "Every statement in view"
    assert whole.n > 2
    monkeypatch.setattr("lib.ask.statements.MOST", 2)
    some = every_statement(store, View())
    assert (len(some.rows), some.n) == (2, whole.n)
    assert some.title == f"The first 2 of {whole.n} statements in view"
