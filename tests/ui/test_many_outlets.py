"""Pages on a corpus of many outlets: long lists are paged or folded, and nothing is lost."""

from __future__ import annotations

from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from lib.ask.wording import wording
from lib.store.engine import Store
from lib.ui.leads import ALONE
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


def _page_of_actors_alone() -> None:
    """What runs as a page of its own."""
    from types import SimpleNamespace

    from lib.ask.named import Named
    from lib.ask.overview import OnlyHere
    from lib.evidence import Mark
    from lib.ui.leads import only_here

    listed = tuple(
        OnlyHere(f"paper-{n}", f"Paper {n}", (Named(f"e{n}", f"Ada {n}", "PERSON", 1, Mark("mentions")),), 0)
        for n in range(14)
    )
    only_here(SimpleNamespace(only_here=listed))  # type: ignore[arg-type]


def test_actors_of_one_outlet_alone_are_folded_beyond_a_few() -> None:
    at = AppTest.from_function(_page_of_actors_alone).run()
    assert not at.exception
    (folded,) = at.expander
    assert folded.label == f"{14 - ALONE} more outlets"
    assert len(folded.button) == 14 - ALONE
    assert len(at.button) == 14
