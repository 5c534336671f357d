"""Every page runs, on every address that anybody may type."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from lib.evidence import Mark
from lib.store.engine import Store
from lib.store.facts import total
from lib.ui.pages import PAGES
from lib.view import View
from tests.corpora import SOURCES
from tests.ui.driving import ROOT, figures, html, open_page, passages, query

SCRIPTS = [page.script for page in PAGES.values()]
FILTERED = [page.script for page in PAGES.values() if page.filtered]
every_page = pytest.mark.parametrize("script", SCRIPTS)
every_filtered_page = pytest.mark.parametrize("script", FILTERED)
ARTICLE = {"article": "0000000000000001"}


@every_page
def test_the_default_view_runs(script: str) -> None:
    at = open_page(script, **(ARTICLE if script.endswith("article.py") else {}))
    assert not at.exception
    assert not at.warning
    assert at.title[0].value


@every_filtered_page
def test_a_filtered_view_runs_and_says_itself(script: str) -> None:
    at = open_page(script, actor="russia,ukraine", source="harbor-wire", **{"from": "2022-01-28"}, type="COUNTRY")
    assert not at.exception
    assert not at.warning
    assert "Harbor Wire" in at.title[0].value
    assert "Russia or Ukraine" in at.title[0].value


@every_filtered_page
def test_an_empty_result_says_which_filter_to_loosen(script: str) -> None:
    at = open_page(script, text="xyzzy", source="harbor-wire")
    assert not at.exception
    assert at.info
    buttons = [b for b in at.button if (b.key or "").startswith("loosen-")]
    assert len(buttons) == 2  # the words, the outlet
    for _ in range(2):
        button = next((b for b in at.button if b.key == "loosen-0"), None)
        if button:
            button.click().run()
            assert not at.exception
    assert "text" not in query(at)
    assert not [b for b in at.button if (b.key or "").startswith("loosen-")]


@every_page
@pytest.mark.usefixtures("on_empty_corpus")
def test_a_corpus_without_articles_runs(script: str) -> None:
    assert not open_page(script).exception


HOSTILE = {
    "unknown actor": {"actor": "nobody-known"},
    "unknown source": {"source": "no-such-paper"},
    "unknown entity": {"entity": "nobody-known"},
    "unknown article": {"article": "ffffffffffffffff"},
    "reversed dates": {"from": "2022-02-09", "to": "2022-02-01"},
    "no date": {"from": "yesterday"},
    "a day that is none": {"to": "2022-02-31"},
    "long": {"text": "x" * 10_000},
    "long list": {"actor": ",".join(f"a{n}" for n in range(2000))},
    "script": {"actor": "<script>alert(1)</script>"},
    "script as key": {"<script>alert(1)</script>": "1"},
    "quotes": {"type": "'; drop table mentions; --"},
    "unknown generation": {"generation": "20200101T000000-00000000"},
    "generation elsewhere": {"generation": "../../../../etc"},
    "unknown corpus": {"corpus": "atlantis"},
    "mark of nothing": {"open": "ghosts:x=y"},
    "broken mark": {"open": "mentions:entity"},
    "long mark": {"open": "mentions:entity=" + "x" * 5000},
    "mark that is longer as it is written": {"open": "mentions:entity=" + "é" * 400},
    "control characters": {"text": "a\x00b\x1b[31m", "actor": "a\x00"},
}


@pytest.mark.parametrize("case", HOSTILE)
def test_a_hostile_or_stale_address_shows_a_notice(case: str) -> None:
    at = open_page(SCRIPTS[len(case) % len(SCRIPTS)], **HOSTILE[case])
    assert not at.exception
    assert at.warning, "something was left out of the address and nothing says so"
    assert "<script>" not in html(at)
    assert at.title[0].value


@every_page
def test_several_wrongs_at_once(script: str) -> None:
    at = open_page(script, actor="nobody-known", to="never", open="ghosts:", unit="pounds", generation="x", corpus="y")
    assert not at.exception
    assert len(at.warning) >= 5


@pytest.mark.parametrize("script", SCRIPTS)
def test_a_mark_in_the_address_opens_its_evidence(script: str, store: Store) -> None:
    view = View(mark=Mark("quotes", (("source", "harbor-wire"),)))
    at = open_page(script, **view.to_query())
    assert not at.exception
    assert view.mark
    assert len(passages(at)) == total(store, view, view.mark) > 0
    assert all(passage.count("<mark>") == 1 for passage in passages(at))


def test_a_mark_that_opens_nothing_under_the_filters_says_so() -> None:
    at = open_page("app.py", open="mentions:entity=russia", source="harbor-wire", actor="geneva", text="xyzzy")
    assert not at.exception
    assert not passages(at)
    assert at.info


@pytest.mark.usefixtures("on_hostile_corpus")
@every_page
def test_hostile_names_and_texts_stay_text(script: str) -> None:
    at = open_page(script, **(ARTICLE if script.endswith("article.py") else {}), open="mentions:entity=ada-marsh")
    assert not at.exception
    ours = html(at)
    for bad in ("<script", "<img", "</script", "<b>x", "onerror=window.hacked=1>"):
        assert bad not in ours.replace(_styles(ours), "")
    for element in (*at.title, *at.header, *at.subheader, *at.caption, *at.warning, *at.markdown):
        assert "![" not in element.value.replace("\\!\\[", "")
    for label in [b.label for b in at.button] + [link.proto.label for link in at.get("page_link")]:
        assert "![" not in label.replace("\\!\\[", "")
    for figure in figures(at).values():
        assert "<img" not in str(figure)


def _styles(text: str) -> str:
    start = text.find("<style")
    return text[start : text.find("</style>") + 8] if start >= 0 else ""


def test_no_page_imports_the_model() -> None:
    """The app reads tables; the language model belongs to the build."""
    run = (
        "import sys; from tests.ui.driving import open_page;"
        f"assert not any(open_page(s).exception for s in {SCRIPTS!r});"
        "never = 'spacy', 'trafilatura', 'openpyxl', 'lib.build', 'lib.find', 'lib.read';"
        "print([m for m in never if m in sys.modules])"
    )
    done = subprocess.run(
        [sys.executable, "-c", run], cwd=ROOT, env=dict(os.environ), capture_output=True, text=True, timeout=120
    )
    assert done.returncode == 0, done.stderr
    assert done.stdout.strip().splitlines()[-1] == "[]"


def test_nothing_built_names_the_command(monkeypatch: pytest.MonkeyPatch, tmp_path: object) -> None:
    monkeypatch.setenv("DATELINE_CORPUS", "")
    monkeypatch.setattr("lib.ui.corpus.ROOT", tmp_path)
    monkeypatch.setattr("lib.ui.frame.build_sample", lambda: "the disk is full")
    at = open_page("app.py")
    assert not at.exception
    assert any("python -m lib.build" in block.value for block in at.code)
    assert any("the disk is full" in text.value for text in at.text)


@pytest.mark.parametrize(
    "address",
    [
        {"from": "9999-12-31", "to": "9999-12-31"},
        {"open": "events:happened-month=9999-12-01"},
        {"open": "events:happened-day=garbage"},
        {"open": "sentences:named=russia,named=ukraine"},
    ],
)
def test_addresses_at_the_edge_of_the_calendar_run(address: dict[str, str]) -> None:
    assert not open_page("pages/timeline.py", **address).exception


def test_a_corpus_folder_with_a_space_opens(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, small_corpus: Path
) -> None:
    folder = tmp_path / "my corpus"
    shutil.copytree(small_corpus, folder)
    monkeypatch.setenv("DATELINE_CORPUS", str(folder))
    at = open_page("pages/entities.py", corpus="my-corpus")
    assert not at.exception
    assert not at.warning


def test_three_outlets_are_offered() -> None:
    assert len(next(m for m in open_page("app.py").multiselect if m.key == "rail-sources").options) == len(SOURCES)
