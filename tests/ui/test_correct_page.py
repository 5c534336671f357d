"""The page of corrections: every form, what it would change, the list, undo, export and import, who may."""

from __future__ import annotations

import json
import shutil
from contextlib import closing
from pathlib import Path

import duckdb
import pytest
from streamlit.testing.v1 import AppTest

from lib.corrections import FILE, KINDS, Correction, keep, read, undo
from lib.evidence import Mark
from lib.generation import current
from lib.store.applying import APPLY
from lib.store.engine import Store
from lib.store.facts import total
from lib.ui.correct.forms import FORMS, new_id
from lib.view import View
from tests.ui.driving import html, open_page, query

PAGE = "pages/correct.py"


@pytest.fixture
def corpus(small_corpus: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, on_small_corpus: None) -> Path:
    """A corpus of this test's own."""
    mine = tmp_path / "small"
    shutil.copytree(small_corpus, mine)
    monkeypatch.setenv("DATELINE_CORPUS", str(mine))
    return mine


def _words(at: AppTest) -> str:
    return "\n".join(str(e.value) for e in (*at.text, *at.caption, *at.info, *at.success, *at.warning, *at.subheader))


def _opened(corpus: Path) -> closing[Store]:
    return closing(Store.open(current(corpus)))


def _links(at: AppTest) -> list[str]:
    return [e.proto.label for e in at.get("page_link")]


def test_every_kind_has_a_form() -> None:
    assert set(FORMS) == set(KINDS)


@pytest.mark.parametrize("kind", FORMS)
def test_every_form_opens_empty_and_filled_in(corpus: Path, kind: str) -> None:
    assert not open_page(PAGE, form=kind).exception
    with _opened(corpus) as store:
        claim, article, start = store.rows(
            "select c.claim_id, a.article_id, s.start_at from statements f join claims c on c.claim_no = f.claim_no"
            " join articles a on a.article_no = f.article_no join sentences s on s.sentence_no = f.sentence_no"
        )[0]
    at = open_page(PAGE, form=f"{kind}:{start}", entity="russia", article=article, claim=claim)
    assert not at.exception
    assert not at.warning


def test_a_sentence_that_states_a_claim_too_is_said_to_stay_under_the_others(corpus: Path) -> None:
    with _opened(corpus) as store:
        claim = store.one("select min(claim_id) from claims")
    words = _words(open_page(PAGE, form="same", claim=claim))
    assert "it stays under the others" in words
    assert FORMS["different"][0] in words


def test_a_merge_is_shown_kept_followed_and_undone(corpus: Path) -> None:
    at = open_page(PAGE, form="merge", entity="ukraine")
    into = next(box for box in at.selectbox if box.label == "is the same as")
    into.select("russia").run()
    assert not at.exception
    table = at.dataframe[0].value
    with _opened(corpus) as store:
        ukraine, russia = (total(store, View(), Mark("mentions", (("entity", e),))) for e in ("ukraine", "russia"))
    rows = {row[0]: (row[1], row[2]) for row in table.itertuples(index=False)}
    assert rows["Mentions of Russia"] == (f"{russia:,}", f"{russia + ukraine:,}")
    assert rows["Mentions of Ukraine"] == (f"{ukraine:,}", "0")
    assert not (corpus / FILE).exists()
    at.text_input(key="correct-why").input("One country, for this test.")
    at.text_input(key="correct-who").input("Ada")
    at.button(key="correct-keep").click().run()
    assert not at.exception
    (kept,) = read(corpus).standing()
    assert (kept.kind, kept.why, kept.who) == ("merge", "One country, for this test.", "Ada")
    assert query(at) == {"entity": "russia"}
    assert "with 1 correction" in _links(at)
    assert "Ukraine is the same as Russia." in _words(at)

    entities = open_page("pages/entities.py", entity="ukraine", actor="ukraine")
    assert not entities.exception
    assert "Russia" in entities.title[0].value
    assert not entities.warning
    assert "with 1 correction" in _links(entities)
    without = open_page("pages/entities.py", corrections="0", actor="ukraine")
    assert "Ukraine" in without.title[0].value
    assert "without the 1 correction" in _links(without)

    at.text_input(key=f"why-undo-{kept.id}").input("Two after all.")
    at.button(key=f"do-undo-{kept.id}").click().run()
    assert not at.exception
    assert not read(corpus).standing()
    assert "Undone (1)" in [e.label for e in at.expander]
    assert "Two after all." in _words(at)
    assert "Ukraine" in open_page("pages/entities.py", actor="ukraine").title[0].value


def test_a_link_names_the_corrections_that_it_was_made_on(corpus: Path) -> None:
    assert "corrections=" not in _shared(open_page("pages/entities.py"))
    one = Correction.of("rename", {"entity": "russia", "name": "Sarmatia"})
    keep(corpus, one)
    assert "corrections=1" in _shared(open_page("pages/entities.py"))
    keep(corpus, Correction.of("hide", {"entity": "geneva"}))
    undo(corpus, one.id)
    at = open_page("pages/entities.py", corrections="1", actor="russia")
    assert "Sarmatia" in at.title[0].value
    assert "corrections=1" in _shared(at)
    assert "with the 1 correction of then; 2 changes made since" in _links(at)
    assert "Sarmatia" not in open_page("pages/entities.py", actor="russia").title[0].value
    more = open_page("pages/entities.py", corrections="99")
    assert "there are only 3" in _words(more)
    assert open_page("pages/entities.py", corrections="many").warning


def test_corrections_are_not_made_on_an_earlier_state(corpus: Path) -> None:
    keep(corpus, Correction.of("hide", {"entity": "geneva"}))
    at = open_page(PAGE, corrections="0", form="merge")
    assert "earlier state" in _words(at)
    assert not [b for b in at.button if b.key == "correct-keep"]


def test_a_correction_that_finds_nothing_is_told(corpus: Path) -> None:
    keep(corpus, Correction.of("hide", {"entity": "nobody-known"}))
    assert "finds nothing to correct in this build" in _words(open_page(PAGE))


def test_visitors_of_a_hosted_copy_see_the_list_and_no_form(corpus: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    keep(corpus, Correction.of("hide", {"entity": "geneva"}, why="A place.", who="Ada"))
    monkeypatch.setenv("DATELINE_HOSTED", "1")
    at = open_page(PAGE, form="merge", entity="russia")
    assert not at.exception
    assert "Geneva is not counted." in _words(at)
    assert "A place." in _words(at)
    assert "cannot keep corrections" in _words(at)
    assert not [b for b in at.button if "undo" in (b.key or "") or b.key == "correct-keep"]
    assert "correct-kind" not in {e.key for e in at.get("button_group")}
    assert not [label for label in _links(open_page("pages/entities.py")) if label.startswith("Correct this")]


def test_hostile_words_stay_words(hostile_corpus: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    mine = tmp_path / "hostile"
    shutil.copytree(hostile_corpus, mine)
    monkeypatch.setenv("DATELINE_CORPUS", str(mine))
    keep(
        mine,
        Correction.of("rename", {"entity": "russia", "name": "<img src=x onerror=alert(1)>"}, why="![x](http://x)"),
    )
    (mine / FILE).open("a").write('{"id": "<script>", "kind": "![x](http://x.test/a.png)"}\n')
    for form in FORMS:
        at = open_page(PAGE, form=form, entity="ada-marsh", article="0000000000000001")
        assert not at.exception
        assert "<img" not in html(at)
        assert "<script>" not in html(at)
        for element in (*at.caption, *at.markdown, *at.warning):
            assert "![" not in element.value


def test_a_new_id_is_readable_and_free() -> None:
    assert new_id("The Tidal Envoy’s Office", set()) == "the-tidal-envoy-s-office"
    assert new_id("Russia", {"russia", "russia-2"}) == "russia-3"
    assert new_id("…", set()) == "entity"


def _shared(at: AppTest) -> str:
    """The citation on paper ends with the link."""
    return next(body for body in html(at).split("dl-cite")[1:])


#: Lines that an earlier version kept.
OLD = {
    "day": {"kind": "published", "article": f"{2:016x}", "day": "20220203"},
    "week": {"kind": "published", "article": f"{2:016x}", "day": "2022-W05-1"},
    "far": {"kind": "published", "article": f"{2:016x}", "day": "9999-12-31"},
    "no name": {"kind": "rename", "entity": "russia"},
    "no name for a form": {"kind": "alias", "alias": "Russian", "entity": "russia", "to": "envoy"},
    "sentence": {"kind": "restore", "article": f"{2:016x}", "start": "0", "end": "9" * 40},
    "surrogate": {"kind": "hide", "entity": "geneva", "why": "\ud800"},
    "id that no link holds": {"kind": "merge", "entity": "russia", "into": "a b, c"},
    "id longer than a link": {"kind": "merge", "entity": "russia", "into": "é" * 400},
}


@pytest.mark.parametrize("case", OLD)
def test_one_bad_line_takes_no_page_down(corpus: Path, case: str) -> None:
    keep(corpus, Correction.of("hide", {"entity": "geneva"}))
    with (corpus / FILE).open("a") as file:
        file.write(json.dumps({"id": "old", **OLD[case]}) + "\n")
    for script in ("pages/entities.py", PAGE):
        at = open_page(script, actor="russia", open="mentions:entity=russia")
        assert not at.exception, case
        assert "with 1 correction" in _links(at)
    assert "line 2 of corrections.jsonl was left out" in _words(at)


def test_a_correction_that_cannot_be_applied_is_told_and_undone(corpus: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def unforeseen(*_: object) -> bool:
        raise OverflowError

    monkeypatch.setitem(APPLY, "retype", unforeseen)
    faulty = Correction.of("retype", {"entity": "russia", "label": "ORG"})
    keep(corpus, faulty)
    keep(corpus, Correction.of("rename", {"entity": "russia", "name": "Sarmatia"}))
    entities = open_page("pages/entities.py", actor="russia")
    assert not entities.exception
    assert "Sarmatia" in entities.title[0].value
    assert "Left out of what is shown: 1 correction that cannot be applied." in _words(entities).replace("\\", "")
    at = open_page(PAGE)
    assert _words(at).count("cannot be applied and changes nothing") == 1
    at.button(key=f"do-undo-{faulty.id}").click().run()
    assert not at.exception
    assert "cannot be applied" not in _words(at)


def test_a_full_disk_shows_the_data_without_corrections(corpus: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(*_: object) -> Path:
        raise duckdb.IOException("IO Error: no space left")

    monkeypatch.setattr("lib.ui.corpus.corrected", full)
    keep(corpus, Correction.of("rename", {"entity": "russia", "name": "Sarmatia"}))
    at = open_page("pages/entities.py", actor="russia")
    assert not at.exception
    assert "Russia" in at.title[0].value
    assert "no corrected copy of the data can be made (IO Error: no space left)" in _words(at).replace("\\", "")
