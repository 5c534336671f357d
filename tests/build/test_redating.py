"""Relative dates in words that an outlet took over mean the days that they meant in the agency's own story."""

import datetime as dt

import pytest

from lib.build import stages

TOLD = (
    "The harbor of Marrow was closed on Tuesday after two ships collided in fog near the northern pier, the port "
    "authority said.",
    "Eleven sailors were taken to hospital and one of them died of burns during the night, doctors told reporters at "
    "the gate.",
    "The larger of the two ships carried grain and the smaller one carried fuel from the refinery at Dunmore to the "
    "islands.",
    "Divers will look for the second anchor on Wednesday, and the channel may open again by the end of the week, "
    "officials said.",
    "Mayor Ada Marsh said that she had asked the government of Norway for help and that the fishing fleet would be "
    "paid for the days lost.",
)
WIRE, COPY, THIRD = "Tern Agency", "Bay Post", "Meridian Post"
FEBRUARY = {day: dt.date(2022, 2, day) for day in range(1, 20)}


def story(outlet, day, *sentences, published="Published: "):
    head = f"Two ships collide at Marrow\n\nSource: {outlet}\n"
    return f"{head}{published}{day}\n\n{' '.join(sentences)}\n" if day else f"{head}\n{' '.join(sentences)}\n"


@pytest.fixture
def days(desk):
    """Outlet → the first day of each row with these words, and the rows themselves."""

    def of(table, field, words):
        outlets = {row["article_id"]: row["source"] for row in desk.rows("articles")}
        rows = {outlets[row["article_id"]]: row for row in desk.rows(table) if row[field] == words}
        return {outlet: row["date_start"] for outlet, row in rows.items()}, rows

    return of


def test_a_copied_wednesday_is_the_agencys_wednesday(desk, days):
    more = "The union of sailors said on Monday that it had warned of the fog signal three times."
    desk.write("a.txt", story(WIRE, "2022-02-02", *TOLD))
    desk.write("b.txt", story(COPY, "2022-02-03", TOLD[0], TOLD[1].replace("Eleven", "Fourteen"), *TOLD[2:], more))
    assert desk.build() == 0
    found, rows = days("times", "text", "Wednesday")
    assert found == {WIRE: FEBRUARY[2], COPY: FEBRUARY[2]}
    copied = rows[COPY]
    assert (copied["anchor"], copied["anchor_how"]) == (FEBRUARY[2], "original")
    assert copied["why"].startswith(
        "“Wednesday” stands in words taken over from the article by Tern Agency of 2 Feb 2022; there it is Wed 2 Feb "
    )
    assert [(r["value"], r["why"]) for r in copied["alternatives"]] == [
        ("2022-02-09", "if it is counted from this article's own day, 3 Feb 2022")
    ]
    # The week that ends is the agency's too, and both tell of Tuesday as the same day without any taking over.
    assert rows[WIRE]["anchor_how"] == "published"
    tuesdays, rows = days("times", "text", "Tuesday")
    assert tuesdays == {WIRE: FEBRUARY[1], COPY: FEBRUARY[1]}
    assert rows[COPY]["anchor_how"] == "published"
    # What the outlet added is counted from its own day.
    assert days("times", "text", "Monday")[0] == {COPY: dt.date(2022, 1, 31)}


def test_what_hangs_on_the_date_follows(desk, days):
    crowd = "Divers will look for 40 crates on Wednesday, and the channel may open again by Saturday, he said."
    desk.write("a.txt", story(WIRE, "2022-02-02", *TOLD[:3], crowd, TOLD[4]))
    desk.write("b.txt", story(COPY, "2022-02-04", *TOLD[:3], crowd, TOLD[4]))
    assert desk.build() == 0
    found, rows = days("events", "trigger", "look")
    assert found == {WIRE: FEBRUARY[2], COPY: FEBRUARY[2]}
    assert rows[COPY]["date_end"] == FEBRUARY[3]
    assert rows[COPY]["status"] == rows[WIRE]["status"] == "planned"
    assert rows[COPY]["why"] == rows[WIRE]["why"]
    assert days("quantities", "counted", "crate")[0] == {WIRE: FEBRUARY[2], COPY: FEBRUARY[2]}


def test_a_copy_of_a_copy_takes_over_what_its_original_took_over(desk, days):
    desk.write("a.txt", story(WIRE, "2022-02-02", *TOLD))
    desk.write("b.txt", story(COPY, "2022-02-03", *TOLD))
    desk.write("c.txt", story(THIRD, "2022-02-05", *TOLD[2:], *TOLD[:2]))
    assert desk.build() == 0
    found, rows = days("times", "text", "Wednesday")
    assert found == {WIRE: FEBRUARY[2], COPY: FEBRUARY[2], THIRD: FEBRUARY[2]}
    assert "by Tern Agency of 2 Feb 2022; there it is" in rows[THIRD]["why"]


@pytest.mark.parametrize(
    ("wire", "copy", "expected"),
    [
        (None, "2022-02-03", FEBRUARY[9]),  # nobody knows the original's day
        ("2022-02-04", "2022-02-03", FEBRUARY[9]),  # the other one is not earlier
        ("2022-02-03", "2022-02-03", FEBRUARY[9]),  # of one day, they mean the same days
        ("2022-02-02", "2022-02-10", FEBRUARY[16]),  # a text that may come every week
    ],
)
def test_without_an_earlier_original_the_dates_stay(desk, days, wire, copy, expected):
    desk.write("a.txt", story(WIRE, wire, *TOLD))
    desk.write("b.txt", story(COPY, copy, *TOLD))
    assert desk.build() == 0
    _, rows = days("times", "text", "Wednesday")
    assert (rows[COPY]["date_start"], rows[COPY]["anchor_how"]) == (expected, "published")


def test_an_agencys_dateline_is_older_than_its_copy_of_the_same_day(desk, days):
    desk.write("a.txt", story(WIRE, "2022-02-03", "MARROW, Feb. 2 (Tern Agency) —", *TOLD))
    desk.write("b.txt", story(COPY, "2022-02-03", *TOLD))
    assert desk.build() == 0
    assert days("times", "text", "Wednesday")[0] == {WIRE: FEBRUARY[2], COPY: FEBRUARY[2]}


def test_a_copy_keeps_the_dateline_that_it_has(desk, days):
    desk.write("a.txt", story(WIRE, "2022-02-02", *TOLD))
    desk.write("b.txt", story(COPY, "2022-02-05", "MARROW, Feb. 3 —", *TOLD))
    assert desk.build() == 0
    _, rows = days("times", "text", "Wednesday")
    assert (rows[COPY]["date_start"], rows[COPY]["anchor_how"]) == (FEBRUARY[9], "dateline")


def test_an_original_that_comes_later_or_goes_changes_the_copy_without_parsing_it_again(desk, days, monkeypatch):
    desk.write("b.txt", story(COPY, "2022-02-03", *TOLD))
    assert desk.build() == 0
    assert days("times", "text", "Wednesday")[0] == {COPY: FEBRUARY[9]}
    parsed = []
    real = stages.find_times
    monkeypatch.setattr(stages, "find_times", lambda d: (parsed.append(d.article.source), real(d))[1])
    wire = desk.write("a.txt", story(WIRE, "2022-02-02", *TOLD))
    assert desk.build() == 0
    assert days("times", "text", "Wednesday")[0] == {WIRE: FEBRUARY[2], COPY: FEBRUARY[2]}
    assert parsed == [WIRE]
    wire.unlink()
    assert desk.build() == 0
    assert days("times", "text", "Wednesday")[0] == {COPY: FEBRUARY[9]}
    assert parsed == [WIRE]
