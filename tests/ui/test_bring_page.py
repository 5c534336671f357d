"""Adding articles: paste, drop, check, correct; what is refused."""

from __future__ import annotations

import datetime as dt
import zipfile
from io import BytesIO
from unittest.mock import Mock

import pytest

from lib.bring import Changes
from lib.ui.bring.target import NEW
from tests.ui.bringing import DOCKS, FERRY, HALL, PAGE, click, drop, read, state_of, wait, words
from tests.ui.driving import html, open_page

pytestmark = pytest.mark.usefixtures("built")


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
    assert "Of a web page only the article is taken" in words(at)
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


def test_a_button_draws_the_line_between_two_pasted_articles() -> None:
    at = open_page(PAGE, corpus="small")
    at.selectbox(key="bring-choice").set_value(NEW).run()
    assert not [b for b in at.button if b.key == "bring-next-pasted"]
    at.text_input(key="bring-name").set_value("Some").run()
    at.text_area(key="bring-words").set_value(f"{FERRY}\n\n").run()
    click(at, "bring-next-pasted")
    first = at.text_area(key="bring-words").value
    assert first == f"{FERRY.rstrip()}\n\n===\n\n"
    at.text_area(key="bring-words").set_value(first + DOCKS).run()
    wait(click(at, "bring-read-pasted"))
    preview = state_of(at).preview
    assert preview
    assert len(preview.articles) == 2


@pytest.mark.parametrize(("n", "asked"), [(400, False), (800, True)])
def test_one_long_pasted_text_is_asked_to_be_several(n: int, asked: bool) -> None:
    at = read(f"{FERRY} {'The talks went on. ' * (n // 4)}")
    assert len(state_of(at).preview.articles) == 1  # type: ignore[union-attr]  # read() waits for it
    assert ("more than one?" in words(at)) == asked


@pytest.mark.parametrize("pressed", ["bring-read-files", "bring-read-pasted"])
def test_pasted_text_and_files_are_read_together(pressed: str) -> None:
    at = drop(("docks.txt", DOCKS.encode()))
    at.text_area(key="bring-words").set_value(FERRY).run()
    assert "Read together: the pasted text and 1 file." in words(at)
    wait(click(at, pressed))
    preview = state_of(at).preview
    assert preview
    assert [(a.source, a.place) for a in preview.articles] == [
        ("Harbor Wire", "pasted text.txt"), ("Meridian Post", "docks.txt")
    ]  # fmt: skip


def test_an_address_is_fetched_together_with_what_was_pasted(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("lib.bring.understanding.fetch", fetched := Mock(return_value=iter(())))
    at = open_page(PAGE, corpus="small")
    at.selectbox(key="bring-choice").set_value(NEW).run()
    at.text_input(key="bring-name").set_value("Both")
    at.text_input(key="bring-address").set_value("docks.example/rss")
    at.number_input(key="bring-at-most").set_value(3)
    at.text_area(key="bring-words").set_value(FERRY)
    wait(click(at, "bring-read-pasted"))
    assert (fetched.call_args.args, fetched.call_args.kwargs["at_most"]) == (("https://docks.example/rss",), 3)
    assert [a.source for a in state_of(at).preview.articles] == ["Harbor Wire"]  # type: ignore[union-attr]  # wait()
