"""The URL is the view: a changed widget, a click and a button all write it, and a redraw reads it."""

from __future__ import annotations

import datetime as dt

import pytest
from streamlit.testing.v1 import AppTest

from lib.evidence import Mark
from lib.store.engine import Store
from lib.store.facts import total
from lib.view import View
from tests.ui.driving import click, figures, open_page, passages, query


def _rail(at: AppTest, kind: str, key: str) -> object:
    return next(widget for widget in getattr(at, kind) if widget.key == key)


@pytest.mark.parametrize(
    ("kind", "key", "value", "expected"),
    [
        ("multiselect", "rail-actors", ["russia"], {"actor": "russia"}),
        (
            "multiselect",
            "rail-sources",
            ["harbor-wire", "northgate-herald"],
            {"source": "harbor-wire,northgate-herald"},
        ),
        ("date_input", "rail-from", dt.date(2022, 1, 30), {"from": "2022-01-30"}),
        ("date_input", "rail-to", dt.date(2022, 2, 2), {"to": "2022-02-02"}),
        ("segmented_control", "rail-dates", "happened", {"dates": "happened"}),
        ("pills", "rail-types", ["PERSON"], {"type": "PERSON"}),
        ("text_input", "rail-text", "met  in", {"text": "met in"}),
        ("toggle", "rail-sure", True, {"sure": "1"}),
    ],
)
def test_a_filter_changes_the_address_and_closes_the_evidence(
    kind: str, key: str, value: object, expected: dict[str, str]
) -> None:
    at = open_page("pages/entities.py", open="mentions:entity=russia", unit="articles")
    _rail(at, kind, key).set_value(value).run()  # type: ignore[attr-defined]
    assert not at.exception
    assert query(at) == {**expected, "unit": "articles"}
    # What the widget shows is what the address says, on the next run too.
    assert _rail(at.run(), kind, key).value == (value if kind != "text_input" else "met in")  # type: ignore[attr-defined]


def test_together_is_offered_for_two_actors_only() -> None:
    assert "rail-together" not in {t.key for t in open_page("app.py", actor="russia").toggle}
    at = open_page("app.py", actor="russia,ukraine")
    _rail(at, "toggle", "rail-together").set_value(True).run()  # type: ignore[attr-defined]
    assert query(at) == {"actor": "russia,ukraine", "together": "1"}


def test_reversed_dates_in_the_rail_are_refused_with_a_notice() -> None:
    at = open_page("app.py", **{"from": "2022-02-02"})
    _rail(at, "date_input", "rail-to").set_value(dt.date(2022, 1, 29)).run()  # type: ignore[attr-defined]
    assert not at.exception
    assert at.warning
    assert query(at) == {"from": "2022-02-02"}


def test_clear_all_filters_keeps_settings() -> None:
    at = open_page("pages/entities.py", actor="russia", text="met", unit="articles", rate="1")
    next(b for b in at.sidebar.button).click().run()
    assert query(at) == {"unit": "articles", "rate": "1"}


@pytest.mark.parametrize("script", ["app.py", "pages/entities.py", "pages/timeline.py", "pages/sources.py"])
def test_a_click_on_a_mark_opens_its_evidence(script: str, store: Store) -> None:
    for chart, figure in figures(at := open_page(script, source="harbor-wire,the-meridian-post")).items():
        trace = next((t for t in figure["data"] if t.get("customdata")), None)
        if trace is None:
            continue
        text = trace["customdata"][-1]
        at = open_page(script, source="harbor-wire,the-meridian-post")
        click(at, chart, text)
        assert not at.exception
        assert query(at)["open"] == text
        view = View.from_query(query(at))
        assert view.mark == Mark.from_text(text)
        assert len(passages(at)) == min(25, total(store, view, view.mark)) > 0


@pytest.mark.parametrize("customdata", ["", None, [], {}])
def test_a_click_that_carries_no_mark_changes_nothing(customdata: object) -> None:
    at = open_page("app.py")
    click(at, next(iter(figures(at))), customdata)
    assert not at.exception
    assert query(at) == {}


def test_a_headline_number_opens_its_sentences(store: Store) -> None:
    at = open_page("app.py", actor="russia")
    next(b for b in at.button if b.label == f"{total(store, View(actors=('russia',)), Mark('quotes')):,}").click().run()
    assert query(at) == {"actor": "russia", "open": "quotes:"}
    assert len(passages(at)) == total(store, View(actors=("russia",)), Mark("quotes"))


def test_closing_the_evidence_keeps_the_filters() -> None:
    at = open_page("pages/sources.py", actor="russia", open="mentions:entity=russia")
    next(b for b in at.button if b.key == "evidence-close").click().run()
    assert query(at) == {"actor": "russia"}
    assert not passages(at)


def test_the_platforms_own_parameters_stay() -> None:
    at = open_page("app.py", embed="true")
    assert not at.warning
    _rail(at, "toggle", "rail-sure").set_value(True).run()  # type: ignore[attr-defined]
    assert query(at) == {"sure": "1", "embed": "true"}
