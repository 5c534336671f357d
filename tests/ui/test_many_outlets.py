"""Pages on a corpus of many outlets: long lists are paged or folded, and nothing is lost."""

from __future__ import annotations

from pathlib import Path

import pytest

from lib.ask.wording import wording
from lib.store.engine import Store
from lib.view import View
from tests.ui.driving import open_page


@pytest.fixture(autouse=True)
def on_many_corpus(monkeypatch: pytest.MonkeyPatch, many_corpus: Path, on_small_corpus: None) -> None:
    monkeypatch.setenv("DATELINE_CORPUS", str(many_corpus))


def _outlets_drawn(page: str) -> list[str]:
    at = open_page("pages/wording.py", **({"page": page} if page else {}))
    assert not at.exception
    return [head.value for head in at.subheader if head.value.startswith("The Paper")]


def test_the_words_of_many_outlets_are_on_pages(many_store: Store) -> None:
    pages = [_outlets_drawn(page) for page in ("", "2", "3")]
    assert max(map(len, pages)) == 9
    names = [name for page in pages for name in page]
    assert [name.partition(":")[0] for name in names] == list(wording(many_store, View()).names.values())


def test_an_embedded_chart_of_an_outlet_is_found_whatever_its_page() -> None:
    at = open_page("pages/wording.py", embed="true", chart="words-the-paper-of-town-24")
    assert not at.exception
    assert [head.value.partition(":")[0] for head in at.subheader] == ["The Paper of Town 24"]
