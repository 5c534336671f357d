"""Adding articles: what is kept, where it is kept, and who may keep it."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from lib import generation
from lib.bring import Summary
from lib.ui import permissions
from lib.ui.bring.target import NEW, Target, target_of
from tests import corpora
from tests.ui.bringing import DOCKS, FERRY, PAGE, click, keeping, read, state_of, wait, words
from tests.ui.driving import open_page

pytestmark = pytest.mark.usefixtures("built")


def test_what_is_kept_opens(monkeypatch: pytest.MonkeyPatch, built: Path) -> None:
    def build(corpus: Path) -> Summary:
        corpora.build(corpus, n_articles=2)
        return Summary("built", "", generation.current(corpus).name, "", 2, 0, 2, 1, {"Harbor Wire": 2})

    asked = keeping(monkeypatch, build)
    at = wait(click(read(f"{FERRY}\n===\n{DOCKS}"), "bring-do-keep"))
    assert asked == [built / "Grain-talks"]
    assert "2 articles kept" in at.subheader[0].value
    links = {link.proto.label: link.proto.query_string for link in at.get("page_link")}
    # An article of unknown day was used all the same: nothing is said not to have been.
    assert "To look at" in words(at)
    assert "What was odd or missing in an input, and what became of it" in links
    assert links["Open the corpus"] == "corpus=Grain-talks"
    assert not [b for b in at.button if b.key == "bring-return"]
    click(at, "bring-more")
    assert at.selectbox(key="bring-choice").value == "Grain-talks"
    assert at.text_area(key="bring-words").value == ""


@pytest.mark.parametrize(
    ("state", "said"), [("stopped", "Cancelled"), ("refused", "Another build"), ("failed", "failed")]
)
def test_what_is_not_built_leaves_the_preview(monkeypatch: pytest.MonkeyPatch, state: str, said: str) -> None:
    keeping(monkeypatch, lambda corpus: Summary(state, "words of the build"))
    at = wait(click(read(FERRY), "bring-do-keep"))
    assert said in words(at)
    assert "1 article understood, 1 to keep" in at.subheader[0].value


def test_a_disk_that_cannot_be_written_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    def full(corpus: Path) -> Summary:
        raise OSError("No space left on device")

    keeping(monkeypatch, full)
    at = wait(click(read(FERRY), "bring-do-keep"))
    assert "No space left on device" in words(at)
    assert "1 to keep" in at.subheader[0].value


def test_older_builds_are_listed_and_returned_to(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    corpus, newer = tmp_path / "mine", "20220207T000000-7e570002"
    corpora.build(corpus, n_articles=3)
    corpora.build(tmp_path / "other", n_articles=6)
    before = generation.current(corpus).name
    shutil.copytree(generation.current(tmp_path / "other"), corpus / generation.FOLDER / newer)
    generation.switch(corpus, newer)
    monkeypatch.setenv("DATELINE_CORPUS", str(corpus))
    at = open_page(PAGE, corpus="mine")
    at.session_state["bring-builds"] = True
    at.run()
    assert [t.value.split(" · ")[1] for t in at.text if "UTC" in t.value] == ["6 articles", "3 articles"]
    click(at, f"bring-return-{before}")
    assert generation.current(corpus).name == before
    assert "back at its build with 3 articles" in words(at)


def test_a_hosted_visitor_sees_why_and_how_and_no_inputs(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DATELINE_HOSTED", "1")
    at = open_page(PAGE, corpus="small")
    assert not at.exception
    assert "hosted copy" in words(at)
    assert any("python -m lib.build" in block.value for block in at.code)
    assert not at.text_area
    assert not [b for b in at.button if (b.key or "").startswith("bring-")]


def test_a_right_that_is_withdrawn_meanwhile_is_asked_again(monkeypatch: pytest.MonkeyPatch) -> None:
    asked = keeping(monkeypatch, lambda corpus: Summary("built", ""))
    at = read(FERRY)
    allowed = {"read", "add"}
    monkeypatch.setattr(permissions, "may", lambda what: what in allowed)
    allowed.discard("add")
    click(at, "bring-do-keep")
    assert asked == []
    assert state_of(at).keeping is None


def test_fetching_may_be_forbidden_alone(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(permissions, "may", lambda what: what != "fetch")
    at = open_page(PAGE, corpus="small")
    assert not [b for b in at.button if b.key == "bring-read-address"]
    assert [b for b in at.button if b.key == "bring-read-pasted"]


@pytest.mark.parametrize(
    ("choice", "name", "found"),
    [
        ("mine", "", "mine"), (NEW, "Grain  talks", "Grain-talks"), (NEW, "../../etc", "etc"), (NEW, "..", "letter or"),
        (NEW, " ", "Give"), (NEW, "MINE", "already"), (NEW, "Sample", "already"), ("sample", "", "stays as it is"),
        ("gone", "", "not there any more"), (NEW, ".hidden", "hidden"), (NEW, "/", "corpus"),
    ],
)  # fmt: skip
def test_the_corpus_that_is_added_to(built: Path, choice: str, name: str, found: str) -> None:
    there = {"mine": built / "mine", "sample": built / "sample"}
    target = target_of(choice, name, there)
    if isinstance(target, Target):
        assert target.id == found
        assert target.folder.parent == built
    else:
        assert found in target


def test_a_new_corpus_begins_with_the_copy_that_was_asked_for(
    monkeypatch: pytest.MonkeyPatch, built: Path, small_corpus: Path
) -> None:
    copies: list[Path | None] = []
    asked = keeping(monkeypatch, lambda corpus: Summary("stopped", ""), copies)
    at = read(FERRY)
    state_of(at).target = Target("copy", built / "copy", "Copy", small_corpus)
    wait(click(at, "bring-do-keep"))
    assert (asked, copies) == ([built / "copy"], [small_corpus])
