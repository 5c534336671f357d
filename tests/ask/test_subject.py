"""Who cites a statement or an article cites its words, not the id that stands in the address."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from lib.ask.catalogue import catalogue
from lib.ask.subject import MOST, Subject, claim_words, subject
from lib.export.citation import Citation, cite
from lib.export.report import Contents, report
from lib.generation import current
from lib.interval import say_day
from lib.store.engine import SERVING, Store, writing
from lib.view import View
from tests.export.examples import BASE, TODAY


def _cite(store: Store, view: View, page: str) -> Citation:
    return cite(
        view, catalogue(store), store.generation, {}, BASE, TODAY, page=page.title(), opened=subject(store, view, page)
    )


def test_a_statement_is_cited_by_its_words(store: Store) -> None:
    claim, gist = store.rows("select claim_id, gist from claims limit 1")[0]
    cited = _cite(store, View(claim=claim, sources=("harbor-wire",)), "claims")
    assert cited.says == f"Claims: the statement “{gist}” in what harbor-wire reported"
    assert claim not in cited.line.replace(cited.address, "")
    assert "[Outlets: harbor-wire]" in cited.line
    assert f"claim={claim}" in cited.address


@pytest.fixture
def bylined(small_corpus: Path, tmp_path: Path) -> Iterator[Store]:
    """The small corpus, where each article has an author and an address in the web."""
    folder = tmp_path / "bylined"
    shutil.copytree(small_corpus, folder)
    with writing(current(folder) / SERVING) as changed:
        changed.execute("update articles set author = 'Jo Bloom', url = 'https://news.example/' || article_id")
    opened = Store.open(current(folder))
    yield opened
    opened.close()


def test_an_article_is_cited_as_its_outlet_would_have_it(bylined: Store) -> None:
    row = "select article_id, title, source_name, published, url from articles where published is not null limit 1"
    article, title, source, day, url = bylined.rows(row)[0]
    cited = _cite(bylined, View(article=article), "article")
    assert cited.says == f"Article: the article “{title}” by Jo Bloom, {source}, {say_day(day)}"
    assert f"({url}). Dateline, corpus" in cited.line
    assert article not in cited.line.replace(cited.address, "").replace(url, "")
    assert cited.fields()["article's own link"] == url
    page = report(Contents(cited)).decode()
    assert f"<title>Article: the article “{title}”" in page.replace("&#39;", "'")
    assert f'<a href="{url}"' in page


@pytest.mark.parametrize(("view", "page"), [
    (View(), "claims"), (View(), "article"), (View(article="gone"), "article"), (View(claim="gone"), "claims"),
    (View(claim="gone", article="gone"), "overview"),
])  # fmt: skip
def test_without_a_statement_or_an_article_the_view_is_cited(store: Store, view: View, page: str) -> None:
    assert subject(store, view, page) is None
    assert _cite(store, View(), page).says == f"{page.title()}: what all three outlets reported"


def test_no_address_but_one_of_the_web_is_a_link(hostile_store: Store) -> None:
    for (article,) in hostile_store.rows("select article_id from articles"):
        found = subject(hostile_store, View(article=article), "article")
        assert isinstance(found, Subject)
        assert not found.url or found.url.startswith(("http://", "https://"))


def test_long_words_are_shortened(hostile_store: Store) -> None:
    for claim, gist in hostile_store.rows("select claim_id, gist from claims"):
        words = claim_words(hostile_store, View(claim=claim))
        assert len(words) <= MOST + 2
        assert len(" ".join(gist.split())) <= MOST or words.endswith(" …”")
