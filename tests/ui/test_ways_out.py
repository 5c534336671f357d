"""The ways out of a page without a browser: files are built on a click and not before, views are saved, one
chart stands alone, an older generation is shown and the newer one offered."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from lib.export.saved import saved
from lib.store.engine import Store
from lib.ui import frame, permissions, share_menu, shown
from lib.ui.pages import PAGES
from tests.ui.driving import html, open_page

NAME = "Russia in two outlets"
QUERY = {"actor": "russia", "source": "harbor-wire,the-meridian-post"}


@pytest.fixture
def own_corpus(monkeypatch: pytest.MonkeyPatch, small_corpus: Path, tmp_path: Path, on_small_corpus: None) -> Path:
    """A copy of the small corpus that a test may write beside."""
    folder = tmp_path / "own"
    shutil.copytree(small_corpus, folder)
    monkeypatch.setenv("DATELINE_CORPUS", str(folder))
    return folder


def _citation(at: AppTest) -> str:
    return next(c.value for c in at.code if "Dateline, corpus" in c.value)


@pytest.mark.parametrize("script", [page.script for page in PAGES.values()])
def test_every_page_says_how_to_cite_it_and_for_print(script: str) -> None:
    at = open_page(script)
    assert "corpus “small”, build 20220206T000000-7e570001 of 6 Feb 2022" in _citation(at)
    assert 'class="dl-cite"' in html(at)


def test_the_citation_names_filters_and_the_address(own_corpus: Path) -> None:
    said = _citation(open_page("pages/sources.py", **QUERY))
    assert "[Actors: Russia; Outlets: Harbor Wire and The Meridian Post]" in said
    assert "/sources?corpus=own&generation=20220206T000000-7e570001&actor=russia" in said


def test_nothing_is_built_before_a_click(monkeypatch: pytest.MonkeyPatch) -> None:
    def never(*_: object) -> bytes:
        raise AssertionError("built before anybody asked for it")

    for name in ("report", "behind", "of_evidence", "evidence"):
        monkeypatch.setattr(share_menu, name, never)
    monkeypatch.setattr(shown, "of_chart", never)
    at = open_page("pages/sources.py", open="mentions:entity=russia")
    assert not at.exception
    offered = [b for b in at.get("download_button") if b.proto.label in ("Report (HTML)", "CSV", "Excel", "JSON")]
    assert len(offered) == 7  # the report; three kinds of tables and of sentences
    assert all(b.proto.deferred_file_id and not b.proto.url for b in offered)


def test_the_size_of_the_report_is_stated() -> None:
    at = open_page("pages/sources.py")
    assert any(c.value.startswith("about 4.") and c.value.split()[2].startswith("MB") for c in at.caption)


def test_a_view_is_saved_listed_renamed_and_deleted(own_corpus: Path) -> None:
    at = open_page("pages/sources.py", **QUERY)
    assert not at.expander
    at.text_input(key="save-name").set_value(NAME)
    at.text_area(key="save-note").set_value("For the desk.")
    at.button(key="save-view").click().run()
    assert not at.exception
    assert "Saved as" in at.success[0].value
    (one,) = saved(own_corpus).views
    assert (one.name, one.note, one.page, one.query) == (NAME, "For the desk.", "sources", QUERY)
    assert at.expander[0].label == "Saved views (1)"
    link = next(e for e in at.get("page_link") if e.proto.label == NAME)
    assert link.proto.page == "sources"
    assert "actor=russia" in link.proto.query_string
    at.text_input(key=f"name-{one.id}").set_value("Two outlets")
    at.button(key=f"rename-{one.id}").click().run()
    assert [v.name for v in saved(own_corpus).views] == ["Two outlets"]
    at.button(key=f"delete-{one.id}").click().run()
    assert saved(own_corpus).views == ()
    assert not at.expander


def test_a_view_without_a_name_is_not_saved(own_corpus: Path) -> None:
    at = open_page("pages/sources.py")
    at.button(key="save-view").click().run()
    assert "needs a name" in at.warning[0].value
    assert saved(own_corpus).views == ()


def test_a_visitor_of_a_hosted_copy_reads_saved_views_and_changes_none(
    own_corpus: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    at = open_page("pages/sources.py", **QUERY)
    at.text_input(key="save-name").set_value(NAME)
    monkeypatch.setenv("DATELINE_HOSTED", "1")
    # The click of a page that was drawn while it was allowed.
    at.button(key="save-view").click().run()
    assert saved(own_corpus).views == ()
    assert "hosted copy" in at.warning[0].value
    assert not [b for b in at.button if (b.key or "").startswith(("save-", "delete-", "rename-"))]


def test_who_may_not_read_sees_no_data(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(permissions, "_secrets", lambda: {"auth": {}, "access": {"read": ["@example.org"]}})
    for page in PAGES.values():
        at = open_page(page.script, **QUERY)
        assert not at.exception
        assert [b.label for b in at.button] == ["Sign in"]
        assert not at.code
        assert not at.get("plotly_chart")
        assert "Russia" not in " ".join(t.value for t in (*at.title, *at.text, *at.caption))


def test_one_chart_alone() -> None:
    at = open_page("pages/sources.py", chart="volume", actor="russia")
    assert not at.exception
    assert len(at.get("plotly_chart")) == 1
    assert not at.info
    assert not at.title
    assert not at.get("download_button")
    assert at.get("link_button")[0].proto.url.split("?")[0] == "/sources"


@pytest.mark.parametrize("name", ["nonsense", "<script>alert(1)</script>", "x" * 500])
def test_a_chart_that_is_not_there_says_so(name: str) -> None:
    at = open_page("pages/sources.py", chart=name)
    assert not at.exception
    assert "This page has no chart" in at.info[0].value
    assert "volume" in at.info[0].value


def test_an_older_generation_is_shown_and_the_newer_one_offered(own_corpus: Path) -> None:
    first, second = "20220206T000000-7e570001", "20220207T000000-7e570002"
    shutil.copytree(own_corpus / "generations" / first, own_corpus / "generations" / second)
    (own_corpus / "CURRENT").write_text(second)
    at = open_page("pages/sources.py", generation=first, actor="russia")
    assert "has been built again since" in at.warning[0].value
    assert any("articles then, 12 now" in c.value for c in at.caption)
    assert first in _citation(at)
    at.button(key="newer-now").click().run()
    assert not at.warning
    assert second in _citation(at)
    assert at.query_params == {"actor": "russia"}
    assert not open_page("pages/sources.py", generation=second).warning


def test_a_generation_that_is_gone_is_told_and_not_carried_on(own_corpus: Path) -> None:
    at = open_page("pages/sources.py", generation="20200101T000000-00000000", actor="russia")
    assert "is gone" in at.warning[0].value
    assert "20220206T000000-7e570001" in _citation(at)
    assert not [e for e in at.get("page_link") if "generation=2020" in e.proto.query_string]


@pytest.mark.parametrize(
    ("script", "query", "tables"),
    [
        ("app.py", {}, {"actors", "busiest", "articles"}),
        ("pages/entities.py", {}, {"entities", "over-time", "aliases", "together"}),
        ("pages/article.py", {"article": "0000000000000001"}, {"article", "names", "dates", "events"}),
        ("pages/about.py", {}, {"articles", "problems", "build"}),
    ],
)
def test_every_table_of_a_page_is_exported(
    monkeypatch: pytest.MonkeyPatch, script: str, query: dict[str, str], tables: set[str]
) -> None:
    pages: list[shown.Shown] = []
    made = frame.Shown
    monkeypatch.setattr(frame, "Shown", lambda links: pages.append(made(links)) or pages[-1])
    assert not open_page(script, **query).exception
    assert tables <= {table.key for table in pages[-1].every()}


def test_a_statement_kept_in_the_address_of_another_page_is_named_by_its_words(store: Store) -> None:
    claim, gist = store.rows("select claim_id, gist from claims limit 1")[0]
    said = _citation(open_page("pages/sources.py", claim=claim))
    assert said.startswith(f"Sources: what all three outlets reported [Claim: “{gist}”]. Dateline")
    assert _citation(open_page("pages/about.py")).startswith("About the data: what was read, left out and assumed. ")
