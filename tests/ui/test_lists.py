"""Lists in pages: the page of each is in the address, with filters it begins anew, and nothing is warned of."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

import pytest
import streamlit as st
from streamlit.testing.v1 import AppTest

from tests.ui.driving import click, figures, html, open_page, passages, query

#: List → (script, its parameter, what opens it beside).
LISTS = {
    "claims": ("pages/claims.py", "page", {}),
    "statements of one outlet": ("pages/claims.py", "alone", {}),
    "events": ("pages/timeline.py", "events", {}),
    "articles": ("app.py", "articles", {}),
    "articles to choose from": ("pages/article.py", "articles", {}),
    "evidence": ("app.py", "evidence", {"open": "mentions:"}),
}
every_list = pytest.mark.parametrize("name", LISTS)


@pytest.fixture(autouse=True)
def short(monkeypatch: pytest.MonkeyPatch) -> Iterator[list[str]]:
    """Pages of two lines, so that every list has several; and what the platform warns of."""
    said: list[str] = []
    for place in ("lib.ask.claims.TOP", "lib.ask.things.TOP", "lib.ui.reasoning.PAGE", "lib.ui.articles.PAGE",
                  "lib.ask.opened.PAGE",
                  "lib.ask.unshared.PAGE", "lib.ui.unshared.PAGE"):  # fmt: skip
        monkeypatch.setattr(place, 2)
    monkeypatch.setattr("streamlit.elements.lib.policies._shown_default_value_warning", False)
    monkeypatch.setattr("streamlit.elements.lib.policies._LOGGER.warning", lambda text, *_, **__: said.append(text))
    st.cache_data.clear()
    yield said
    st.cache_data.clear()


def control(at: AppTest, name: str) -> Any:
    """The pages of the list; beside the evidence stand those of the list of articles."""
    return next(p for p in at.get("pagination") if LISTS[name][1] in str(p.key))


def shown(at: AppTest, name: str) -> list[str]:
    """What the list has on its page."""
    if name == "claims":
        return next(axis["ticktext"] for f in figures(at).values() if "ticktext" in (axis := f["layout"]["yaxis"]))
    if name == "statements of one outlet":
        return re.findall('<p class="dl-passage">(.*?)</p>', html(at))
    if name == "evidence":
        return passages(at)
    if name == "events":
        return [str(b.key) for b in at.button if str(b.key).startswith("open-")]
    return [link.proto.label for link in at.get("page_link") if link.proto.label.startswith("Title")]


@every_list
def test_a_turned_page_is_in_the_address_and_the_address_turns_it(name: str, short: list[str]) -> None:
    script, key, opened = LISTS[name]
    at = open_page(script, **opened)
    first = shown(at, name)
    assert control(at, name).num_pages > 2
    control(at, name).select(2).run()
    assert not at.exception
    assert query(at)[key] == "2"
    second = shown(at, name)
    assert second != first
    control(at, name).select(3).run()
    control(at, name).select(2).run()
    assert shown(at, name) == second
    cold = open_page(script, **opened, **{key: "2"})
    assert (control(cold, name).value, shown(cold, name)) == (2, second)
    past = open_page(script, **opened, **{key: "900"})
    assert control(past, name).value == control(past, name).num_pages
    assert not past.exception
    assert short == []


@every_list
def test_another_filter_begins_the_list_anew(name: str, short: list[str]) -> None:
    script, key, opened = LISTS[name]
    at = open_page(script, **opened, **{key: "2"})
    next(t for t in at.toggle if t.key == "rail-once").set_value(True).run()
    assert not at.exception
    assert key not in query(at)
    if not opened:  # with another filter the evidence is closed
        assert control(at, name).value == 1
    assert short == []


def test_another_number_opens_on_its_first_page() -> None:
    at = open_page("app.py", open="mentions:", evidence="2")
    at = click(at, next(iter(figures(at))), "mentions:entity=russia")
    assert query(at)["open"] == "mentions:entity=russia"
    assert "evidence" not in query(at)


def test_another_page_of_the_app_opens_at_the_beginning_of_its_own_lists() -> None:
    at = open_page("pages/claims.py", page="2", text="Talks")
    links = {link.proto.label: link.proto.query_string for link in at.get("page_link")}
    assert links["Numbers"] == links["Claims"] == "text=Talks"
