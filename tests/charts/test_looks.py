"""What charts promise the eye: column heads that can be read, years that have room, symbols that are explained."""

from __future__ import annotations

import datetime as dt
import re
from dataclasses import replace
from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq
import pytest

from lib.ask.catalogue import catalogue
from lib.ask.entities import ranking
from lib.ask.timeline import Timeline, happenings, timeline, whole_bins, whole_years
from lib.charts.chart import FRAMES
from lib.charts.ranking import ranking_chart
from lib.charts.reported import reported_chart
from lib.charts.theme import ATTRIBUTION_COLOURS, SOURCE_COLOURS, STATUS_COLOURS, heads, source_colours
from lib.charts.timeline import timeline_chart
from lib.charts.timeline_bins import timeline_bins_chart
from lib.evidence import Mark
from lib.interval import DateInterval
from lib.store.engine import Store
from lib.store.facts import Count
from lib.store.serving import derive
from lib.view import View
from tests import corpora


def test_few_names_stand_level_and_in_short_lines() -> None:
    axis = heads(["Blue Square Broadcasting (BSB)", "Harbor Wire"])
    assert axis["tickangle"] == 0
    assert axis["ticktext"] == ["Blue Square<br>Broadcasting<br>(BSB)", "Harbor Wire"]
    assert axis["tickvals"] == axis["categoryarray"] == ["Blue Square Broadcasting (BSB)", "Harbor Wire"]


def test_names_lean_where_evidence_takes_half_of_the_page() -> None:
    names = [f"The Paper of Town {n}" for n in range(7)]
    assert heads(names)["tickangle"] == 0
    assert heads(names, narrow=True)["tickangle"] < 0
    assert heads(names[:3], narrow=True)["tickangle"] == 0


def test_many_names_lean_and_many_days_do_not() -> None:
    assert heads([f"The Paper of Town {n}" for n in range(12)])["tickangle"] < 0
    days = heads([f"{n} Jan" for n in range(1, 21)])
    assert days["tickangle"] == 0
    assert days["ticktext"][0] == "1<br>Jan"


def test_names_that_begin_alike_stay_apart() -> None:
    names = [f"The Very Long Name of a Newspaper in the Town of {town}" for town in ("Halden", "Menth")]
    assert len(set(heads(names)["categoryarray"])) == 2


def test_years_without_events_take_no_room(store: Store) -> None:
    chart = timeline_bins_chart(timeline(store, View(grain="year")), None).figure
    axis = chart["layout"]["xaxis"]
    years = {x for trace in chart["data"] for x in trace["x"]}
    assert axis["type"] == "category"
    assert set(axis["tickvals"]) == years
    totals = {note["x"]: int(note["text"].replace(",", "")) for note in chart["layout"]["annotations"]}
    assert sum(totals.values()) == sum(n for trace in chart["data"] for n in trace["y"])


@pytest.mark.parametrize("grain", ["day", "week", "month", "year"])
def test_what_is_drawn_and_what_is_said_to_be_left_out_are_all_events(grain: str, store: Store) -> None:
    """Events about one day, one of a whole year and two far off: bins begin before the days that hold most events."""
    about = [dt.date(2022, 2, day) for day in (3, 3, 4, 5, 8, 9, 9, 10, 10, 11, 15, 16, 17, 18)]
    days = [dt.date(1936, 3, 1), dt.date(2022, 1, 1), *about, dt.date(2024, 5, 1)]
    asked = timeline(store, View(grain=grain))
    first = [{"week": DateInterval.week(day).start, "month": day.replace(day=1), "year": day.replace(month=1, day=1)}
             .get(grain, day) for day in days]  # fmt: skip
    bins = tuple(
        Count(Mark("events", ((f"happened-{grain}", str(day)), ("status", "happened"))), 1) for day in sorted(first)
    )
    window = whole_bins(DateInterval.between(dt.date(2022, 1, 31), dt.date(2022, 2, 20)), grain)
    chart = timeline_bins_chart(replace(asked, n=len(days), bins=bins, window=window), None)
    drawn = sum(n for trace in chart.figure["data"] for n in trace["y"])
    said = sum(int(n) for n in re.findall(r"(\d+) (?:earlier|later)", chart.note))
    assert drawn + said == len(days)
    assert drawn >= len(about)


@pytest.mark.parametrize("grain", ["auto", "day", "week", "month", "year"])
def test_every_event_of_a_corpus_is_drawn_or_said_to_be_left_out(grain: str, store: Store) -> None:
    for view in (View(grain=grain), View(grain=grain, text="Russia"), View(grain=grain, sources=("harbor-wire",))):
        answer = timeline(store, view)
        chart = timeline_bins_chart(answer, None)
        drawn = sum(n for trace in chart.figure["data"] for n in trace["y"])
        assert drawn + sum(int(n) for n in re.findall(r"(\d+) (?:earlier|later)", chart.note)) == answer.n > 0


def test_a_window_goes_out_to_whole_bins() -> None:
    window = DateInterval.between(dt.date(2022, 1, 12), dt.date(2022, 2, 8))
    assert whole_bins(window, "day") == window
    assert whole_bins(window, "week") == DateInterval.between(dt.date(2022, 1, 10), dt.date(2022, 2, 13))
    assert whole_bins(window, "month") == DateInterval.between(dt.date(2022, 1, 1), dt.date(2022, 2, 28))


def test_a_week_of_report_is_not_told_as_its_monday(store: Store) -> None:
    asked = timeline(store, View())
    told = {
        "day": "most on 14 Mar 2022 (6)",
        "week": "most in the week of 14 Mar 2022 (6)",
        "month": "most in Mar 2022 (6)",
    }
    for grain, words in told.items():
        counted = Count(Mark("events", ((f"reported-{grain}", "2022-03-14"),)), 6)
        chart = reported_chart(replace(asked, reported=(counted,), reported_grain=grain), None)
        assert words in chart.title
        assert chart.figure["data"][0]["hovertext"][0] in words


def test_inferred_days_of_report_are_counted_however_many_events_there_are(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    generation = corpora.build(tmp_path)
    articles = pq.read_table(generation / "articles.parquet")
    days, how = articles["published"].to_pylist(), articles["published_how"].to_pylist()
    how = ["assumed" if day and day.day % 2 else known for day, known in zip(days, how, strict=True)]
    at = articles.schema.get_field_index("published_how")
    pq.write_table(articles.set_column(at, articles.schema.field(at), pa.array(how)), generation / "articles.parquet")
    derive(generation)
    store = Store.open(generation)
    one_by_one = timeline(store, View())
    inferred = sum(h.published_how in ("inferred", "assumed") for h in one_by_one.happenings)
    monkeypatch.setattr("lib.ask.timeline.SINGLY", 0)
    in_bins = timeline(store, View())
    store.close()
    assert not in_bins.happenings
    assert 1 < inferred < in_bins.n
    assert in_bins.n_inferred == one_by_one.n_inferred == inferred
    assert f"{inferred} of them rest" in reported_chart(in_bins, None).note


def test_the_symbols_of_the_timeline_are_explained(store: Store) -> None:
    answer = timeline(store, View())
    traces = timeline_chart(answer, {}, None).figure["data"]
    explained = {t["name"] for t in traces if t["showlegend"] is None}
    drawn = {h.status for h in answer.happenings if answer.window and answer.window.overlaps(h.when)}
    assert explained == drawn


def test_pages_of_events_are_all_events_in_the_order_of_the_chart(store: Store) -> None:
    answer = timeline(store, View())
    paged = [h for at in range(0, answer.n, 7) for h in happenings(store, View(), 7, offset=at, window=answer.window)]
    assert len(paged) == answer.n
    assert {h.event_id for h in paged} == {h.event_id for h in answer.happenings}
    assert answer.window
    inside = [answer.window.overlaps(h.when) for h in paged]
    assert inside == sorted(inside, reverse=True)


def test_a_few_years_are_all_drawn_and_of_many_those_that_hold_most() -> None:
    few = [dt.date(year, 5, 1) for year in (1936, 2014, 2022)]
    most = DateInterval.between(dt.date(2013, 6, 1), dt.date(2022, 6, 1))
    assert whole_years(few, most) == DateInterval.between(dt.date(1936, 1, 1), dt.date(2022, 12, 31))
    many = [dt.date(1500, 1, 1), *(dt.date(year, 5, 1) for year in range(1980, 2023))]
    assert whole_years(many, most) == DateInterval.between(dt.date(2013, 1, 1), dt.date(2022, 12, 31))
    assert whole_years(many[:1], None) == DateInterval.between(dt.date(1500, 1, 1), dt.date(1500, 12, 31))


def test_white_numbers_on_every_colour_can_be_read() -> None:
    """WCAG 2: at least 4.5:1 for text, 3:1 for a mark on the dark ground."""
    for colour in (*SOURCE_COLOURS, *STATUS_COLOURS.values(), *ATTRIBUTION_COLOURS.values()):
        assert _contrast(colour, "#FFFFFF") >= 4.5, colour
        assert _contrast(colour, "#12161C") >= 3, colour


def _contrast(one: str, other: str) -> float:
    light, dark = sorted(map(_luminance, (one, other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def _luminance(colour: str) -> float:
    parts = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    red, green, blue = (c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def test_outlets_of_one_story_have_different_colours_where_colours_repeat() -> None:
    slugs = [f"paper-{n:02}" for n in range(24)]
    assert list(source_colours(slugs[:10]).values()) == list(SOURCE_COLOURS)
    assert source_colours(slugs)["paper-02"] == source_colours(slugs)["paper-12"]
    story = {"paper-02", "paper-12", "paper-22", "paper-05"}
    found = source_colours(slugs, {slug: story - {slug} for slug in story})
    assert len({found[slug] for slug in story}) == len(story)
    assert set(found) == set(slugs)


def test_a_legend_names_no_more_outlets_than_there_are_colours(many_store: Store, store: Store) -> None:
    for which, few in ((store, True), (many_store, False)):
        names = catalogue(which).names
        ranked = ranking(which, View())
        colours = source_colours(list(ranked.words))
        chart = ranking_chart(ranked, names, colours, None, "rows", False)
        assert chart.figure["layout"]["showlegend"] is few
        assert ("share 10 colours" in chart.note) is not few
        shown = chart.figure["layout"]["yaxis"]["categoryarray"]
        assert len(shown) == len(ranked.entities)
        assert chart.figure["layout"]["yaxis"]["dtick"] == 1


def test_a_month_of_report_is_not_called_a_day() -> None:
    def bar(day: str, n: int, grain: str) -> Count:
        return Count(Mark("events", ((f"reported-{grain}", day),)), n)

    def title(grain: str) -> tuple[str, str]:
        bars = (bar("2022-01-03", 1, grain), bar("2022-02-07", 3, grain))
        chart = reported_chart(Timeline(4, (), (), bars, grain, (), grain, None, 0, 0, 0), None)
        return chart.title.partition(": ")[2], chart.figure["data"][0]["hovertext"][1]

    assert title("day") == ("most on 7 Feb 2022 (3)", "7 Feb 2022")
    assert title("week") == ("most in the week of 7 Feb 2022 (3)", "the week of 7 Feb 2022")
    assert title("month") == ("most in Feb 2022 (3)", "Feb 2022")
    assert title("year") == ("most in 2022 (3)", "2022")


def test_the_style_sheet_has_a_rule_for_every_frame() -> None:
    style = (Path(__file__).parents[2] / "lib/ui/style.css").read_text(encoding="utf-8")
    for rem in FRAMES:
        assert f'[class*="st-key-figure-wide-{rem}-"] > * {{ min-width: {rem}rem; }}' in style
        assert f"@container (width < {rem}rem)" in style
