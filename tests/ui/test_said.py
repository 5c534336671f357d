"""An opened quote says on the page who says it, and the report says so too."""

from __future__ import annotations

import pytest

from lib.ask.catalogue import catalogue
from lib.evidence import Mark
from lib.export.behind import behind
from lib.export.report import Contents, report
from lib.store.engine import Store
from lib.view import View
from tests.export.examples import citation
from tests.ui.driving import open_page, passages

AMONG = "Speaker: Ada Marsh · partly in quotation marks"


@pytest.mark.usefixtures("on_small_corpus")
def test_the_evidence_of_quotes_names_speaker_and_kind() -> None:
    at = open_page("app.py", open="quotes:speaker=ada-marsh")
    assert not at.exception
    assert len(passages(at)) == len([text for text in at.text if text.value == AMONG]) > 0


def test_the_report_names_them_beside_the_outlet(store: Store) -> None:
    view = View(mark=Mark("quotes"))
    made = report(
        Contents(citation(store, view), (), (), behind(store, catalogue(store), view, ()), view.mark)
    ).decode()
    assert f"<footer>{AMONG} · " in made
