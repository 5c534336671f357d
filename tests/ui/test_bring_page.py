"""Adding articles: paste, check, correct, keep; what is refused, and who may."""

from __future__ import annotations

import datetime as dt
import shutil
import subprocess
import sys
import time
import zipfile
from collections.abc import Callable
from io import BytesIO
from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from lib import bring, generation
from lib.bring import Changes, Preview, Step, Summary, limits_in_words
from lib.read.columns import TABLES as TABLE_READERS
from lib.read.limits import MEGABYTE, UPLOAD
from lib.ui import permissions
from lib.ui.bring import columns as bring_columns
from lib.ui.bring import reading as bring_reading
from lib.ui.bring.inputs import FORMATS
from lib.ui.bring.job import SHARE, Job
from lib.ui.bring.progress import say_doing
from lib.ui.bring.state import Bringing
from lib.ui.bring.target import NEW, Target, begin, target_of, undo
from tests import corpora
from tests.ui.driving import ROOT, html, open_page

PAGE = "pages/bring.py"
FERRY = """Ferry talks resume in Halden

Source: Harbor Wire
Published: 2022-02-04

HALDEN — Minister Clara Voss met union leaders on Thursday to discuss the ferry strike.
"We are close to an agreement," Voss said after the meeting.

Read more: Ten things to know about ferries
"""
DOCKS = """Dock workers <img src=x onerror=window.hacked=1> walk out

Source: Meridian Post

Dock workers in Halden walked out on Friday after talks with the port authority failed.
"""
HALL = "text,source\n" + "".join(f'"The talks of day {n} went on in the city hall.",Paper {n % 3}\n' for n in range(25))


@pytest.fixture(autouse=True)
def built(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Path:
    """New corpora are put below here."""
    monkeypatch.setattr("lib.ui.corpus.ROOT", tmp_path / "built")
    return tmp_path / "built"


def state_of(at: AppTest) -> Bringing:
    found: Bringing = at.session_state["bring"]
    return found


def wait(at: AppTest) -> AppTest:
    """Until the work under way is done and drawn."""
    end = time.monotonic() + 60
    while (state := state_of(at)).reading or state.keeping:
        assert time.monotonic() < end
        time.sleep(0.05)
        at.run()
    assert not at.exception
    return at


def click(at: AppTest, key: str) -> AppTest:
    at.button(key=key).click().run()
    assert not at.exception
    return at


def read(text: str, name: str = "Grain talks") -> AppTest:
    at = open_page(PAGE, corpus="small")
    at.selectbox(key="bring-choice").set_value(NEW).run()
    at.text_input(key="bring-name").set_value(name)
    at.text_area(key="bring-words").set_value(text)
    return wait(click(at, "bring-read-pasted"))


def words(at: AppTest) -> str:
    """Everything that is said in text on the page."""
    found = [*at.text, *at.caption, *at.warning, *at.subheader, *at.success]
    return "\n".join(element.value for element in found).replace("\\", "")


def test_pasted_articles_are_shown_with_how_each_value_is_known() -> None:
    at = read(f"{FERRY}\n===\n{DOCKS}\n===\n{FERRY}")
    assert at.subheader[0].value == "3 articles understood, 2 to keep, 1 duplicate left out"
    ours = html(at)
    assert "<b>Harbor Wire</b>" in ours
    assert "(from the text: Source: Harbor Wire)" in ours
    assert "<b>4 Feb 2022</b>" in ours
    assert "day not known" in ours
    assert "marked passages" in ours
    assert "The same article as pasted text 1.txt: not kept twice" in ours
    assert "<img" not in ours
    assert "&lt;img src=x" in ours
    assert at.checkbox(key="bring-take-2").disabled


def test_an_article_is_opened_and_corrected() -> None:
    at = click(read(f"{FERRY}\n===\n{DOCKS}"), "bring-open-1")
    assert '<span class="dl-headline"' in html(at)
    at.text_input(key="bring-source-1").set_value("Bay Post").run()
    at.date_input(key="bring-day-1").set_value(dt.date(2022, 2, 5)).run()
    at.text_input(key="bring-title-1").set_value("Docks").run()
    preview = state_of(at).preview
    assert preview
    assert preview.articles[1].changes == Changes(title="Docks", source="Bay Post", published=dt.date(2022, 2, 5))
    assert "<b>5 Feb 2022</b>" in html(at)
    at.date_input(key="bring-day-1").set_value(None).run()
    assert state_of(at).preview.articles[1].changes.published is None  # type: ignore[union-attr]  # asserted above
    click(at, "bring-undo-1")
    assert state_of(at).preview.articles[1].changes == Changes()  # type: ignore[union-attr]  # asserted above
    at.checkbox(key="bring-take-1").uncheck().run()
    assert "1 to keep" in at.subheader[0].value
    click(at, "bring-back")
    assert at.text_area(key="bring-words").value.startswith("Ferry talks")
    click(at, next(b.key for b in at.button if b.label == "Go back to it"))
    assert "1 to keep" in at.subheader[0].value


def test_a_day_that_was_read_can_be_taken_away() -> None:
    at = click(read(FERRY), "bring-open-0")
    at.date_input(key="bring-day-0").set_value(None).run()
    preview = state_of(at).preview
    assert preview
    assert preview.articles[0].changes == Changes(no_day=True)
    assert "day not known" in html(at)


def test_outlet_and_day_are_set_for_many() -> None:
    at = read(f"{FERRY}\n===\n{DOCKS}")
    at.text_input(key="bring-many-source").set_value("Bay Post")
    at.date_input(key="bring-many-day").set_value(dt.date(2022, 2, 1))
    click(at, "bring-many-set")
    preview = state_of(at).preview
    assert preview
    assert [a.source for a in preview.articles] == ["Harbor Wire", "Meridian Post"]
    assert [a.published for a in preview.articles] == [dt.date(2022, 2, 4), dt.date(2022, 2, 1)]
    at.radio(key="bring-many-where").set_value("all")
    at.text_input(key="bring-many-source").set_value("Bay Post")
    click(at, "bring-many-set")
    assert {a.source for a in state_of(at).preview.articles} == {"Bay Post"}  # type: ignore[union-attr]  # asserted above


def drop(*files: tuple[str, bytes]) -> AppTest:
    """The page with files in the browser's box and a new corpus named."""
    at = open_page(PAGE, corpus="small")
    at.selectbox(key="bring-choice").set_value(NEW).run()
    at.text_input(key="bring-name").set_value("From files")
    at.file_uploader(key="bring-files").set_value([(name, data, "") for name, data in files]).run()
    assert not at.exception
    return at


def test_columns_of_a_table_are_chosen() -> None:
    at = drop(("a.csv", b"saying,paper\nThe talks went on all night in the city.,Bay Post\n"))
    assert any("No column looks like the text" in warning.value for warning in at.warning)
    box = next(s for s in at.selectbox if (s.key or "").startswith("bring-column-text-"))
    box.set_value("saying").run()
    next(s for s in at.selectbox if (s.key or "").startswith("bring-column-source-")).set_value("paper").run()
    assert not at.warning
    wait(click(at, "bring-read-files"))
    preview = state_of(at).preview
    assert preview
    assert [(a.source, a.text) for a in preview.articles] == [("Bay Post", "The talks went on all night in the city.")]
    click(at, "bring-back")
    assert next(s for s in at.selectbox if (s.key or "").startswith("bring-column-text-")).value == "saying"


def test_a_long_list_is_shown_in_pages() -> None:
    at = wait(click(drop(("a.csv", HALL.encode())), "bring-read-files"))
    assert "25 articles understood" in at.subheader[0].value
    assert len([b for b in at.button if (b.key or "").startswith("bring-open-")]) == 10


def zipped(name: str, data: bytes) -> bytes:
    packed = BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr(name, data)
    return packed.getvalue()


def test_files_that_cannot_be_used_say_why_and_the_others_stay() -> None:
    at = drop(
        ("empty.txt", b""), ("photo.heic", b"\x00\x01"), ("bomb.zip", zipped("a.txt", b"0" * 50_000_000)),
        ("up.zip", zipped("../../etc/x.txt", b"The ferry left on Monday.")), ("numbers.csv", b"a,b\n1,2\n"),
        ("good.txt", FERRY.encode("utf-16")),
    )  # fmt: skip
    wait(click(at, "bring-read-files"))
    preview = state_of(at).preview
    assert preview
    assert [a.title for a in preview.articles] == ["Ferry talks resume in Halden"]
    assert {p.path.split("/")[0] for p in preview.problems} >= {"empty.txt", "photo.heic", "bomb.zip", "numbers.csv"}
    assert "the file is empty" in words(at)
    assert "--map" not in words(at)


@pytest.mark.parametrize(
    ("key", "typed", "said"),
    [
        ("bring-read-pasted", {}, "nothing in the box"),
        ("bring-read-files", {}, "No file was chosen"),
        ("bring-read-address", {}, "Type the address"),
        ("bring-read-pasted", {"words": "x" * 5_000_001}, "bring it as a file"),
        ("bring-read-pasted", {"words": FERRY, "name": ""}, "Give the new corpus a name"),
    ],
)
def test_a_click_too_early_says_what_is_missing(key: str, typed: dict[str, str], said: str) -> None:
    at = open_page(PAGE, corpus="small")
    at.selectbox(key="bring-choice").set_value(NEW).run()
    at.text_input(key="bring-name").set_value(typed.get("name", "Some"))
    at.text_area(key="bring-words").set_value(typed.get("words", ""))
    click(at, key)
    assert said in words(at)
    assert state_of(at).reading is None


def keeping(monkeypatch: pytest.MonkeyPatch, answer: Callable[[Path], Summary]) -> list[Path]:
    """The engine's ``keep`` replaced: no model is loaded. The corpora that were built."""
    asked: list[Path] = []

    def keep(
        preview: Preview, corpus: Path, progress: Callable[[Step], None], cancel: object, *, title: str
    ) -> Summary:
        asked.append(corpus)
        progress(Step("parsing", 0.5, 3.0, 1, 2, "articles"))
        return answer(corpus)

    monkeypatch.setattr(bring, "keep", keep)
    return asked


def test_what_is_kept_opens(monkeypatch: pytest.MonkeyPatch, built: Path) -> None:
    def build(corpus: Path) -> Summary:
        corpora.build(corpus, n_articles=2)
        return Summary("built", "", generation.current(corpus).name, "", 2, 0, 2, 1, {"Harbor Wire": 2})

    asked = keeping(monkeypatch, build)
    at = wait(click(read(f"{FERRY}\n===\n{DOCKS}"), "bring-do-keep"))
    assert asked == [built / "Grain-talks"]
    assert "2 articles kept" in at.subheader[0].value
    links = {link.proto.label: link.proto.query_string for link in at.get("page_link")}
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


def test_a_new_corpus_begins_with_a_copy_and_leaves_nothing_when_cancelled(built: Path, small_corpus: Path) -> None:
    target = Target("copy", built / "copy", "Copy", small_corpus)
    assert begin(target)
    assert generation.current(target.folder).name == generation.current(small_corpus).name
    assert not begin(target)
    undo(target)
    assert "copy" not in generation.corpora(built)


def test_the_limits_on_the_page_are_those_of_the_engine() -> None:
    said = dict(limits_in_words())
    assert said["one file of many articles"] == f"{bring_reading.MOST_MB} MB"
    assert UPLOAD.file_bytes == bring_reading.MOST_MB * MEGABYTE
    at = open_page(PAGE, corpus="small")
    assert (
        f"At most {bring_reading.MOST_MB} MB a file, {said['one file of one article']} a file of one article"
        in words(at)
    )
    assert "WARC" in FORMATS
    assert tuple(suffix for suffixes, _ in TABLE_READERS for suffix in suffixes) == bring_columns.TABLES


def test_the_first_sight_of_the_page_does_not_load_the_engine() -> None:
    run = (
        "import sys; from tests.ui.driving import open_page; at = open_page('pages/bring.py'); assert not at.exception;"
        "assert at.text_area; print([m for m in ('lib.bring', 'lib.read', 'trafilatura', 'spacy') if m in sys.modules])"
    )
    done = subprocess.run([sys.executable, "-c", run], cwd=ROOT, capture_output=True, text=True, timeout=120)
    assert done.returncode == 0, done.stderr
    assert done.stdout.strip().splitlines()[-1] == "[]"


def test_a_stage_is_said_in_a_readers_words() -> None:
    assert say_doing(None) == "Getting ready"
    assert say_doing(Step("linking mentions", 0.8, None)) == "Linking names to people, bodies and places"
    assert say_doing(Step("a new stage", 0.8, None)) == "A new stage"


def test_work_that_fails_says_so() -> None:
    def work(job: Job[int]) -> int:
        raise ValueError("no such thing")

    job = Job("Trying", work)
    while not job.is_done:
        time.sleep(0.01)
    assert (job.result, job.error) == (None, "That did not work: ValueError: no such thing")


def test_a_job_shares_the_lock_with_other_visitors() -> None:
    Job("Reading", lambda job: None)
    assert sys.getswitchinterval() == pytest.approx(SHARE)
