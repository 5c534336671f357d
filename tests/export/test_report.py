"""The report as a file: its numbers, its size, its escaping and what it forbids itself. A browser opens it in
``tests/browser/test_report.py``."""

from __future__ import annotations

import base64
import hashlib
import json
import re
from html.parser import HTMLParser
from urllib.parse import parse_qsl, urlsplit

import pytest

from lib.ask.catalogue import catalogue
from lib.charts.library import script
from lib.evidence import Mark
from lib.export.behind import MOST_IN_ALL, behind
from lib.export.links import Links
from lib.export.report import Contents, expected_size, report
from lib.export.table import PLACE, of_rows
from lib.store.engine import Store
from lib.store.facts import total
from lib.view import View
from tests.export.examples import BASE, VIEW, charts, citation


def _written(store: Store, view: View = VIEW) -> str:
    drawn = charts(store, view)
    opened = behind(store, catalogue(store), view, drawn)
    return report(Contents(citation(store, view), drawn, (), opened, view.mark)).decode()


class _Tags(HTMLParser):
    """Every start tag with its attributes, and the text outside of scripts."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.text = ""
        self._within = ""
        self.feed(text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, dict(attrs)))
        self._within = tag

    def handle_data(self, data: str) -> None:
        if self._within not in ("script", "style"):
            self.text += data


def test_it_holds_every_row_and_figure_of_the_page(store: Store) -> None:
    text = _written(store)
    read = _Tags(text)
    figures = json.loads(re.findall(r'id="figures">(.*?)</script>', text)[0])
    for chart in charts(store, VIEW):
        assert figures[chart.key] == json.loads(chart.figure.to_json())
        assert chart.title in read.text
        for row in chart.rows:
            cells = "".join(rf"<td[^>]*>{re.escape(str(value))}</td>" for value in row[:-1])
            assert re.search(cells, text.replace("&#39;", "'")), row
    assert citation(store).line in read.text


def test_every_number_with_a_mark_opens_as_many_sentences(store: Store) -> None:
    text = _written(store)
    numbers = json.loads(re.findall(r'id="sentences">(.*?)</script>', text)[0])
    assert {mark for chart in charts(store, VIEW) for mark in chart.marks} | {"mentions:"} == set(numbers)
    for mark, key in numbers.items():
        section = re.findall(rf'<section class="opened" id="{key}".*?</section>', text, re.S)[0]
        n = total(store, VIEW, Mark.from_text(mark))
        assert section.count("<blockquote>") == min(n, 25) or mark == "mentions:"
        assert section.count("<mark>") == section.count("<blockquote>")
        assert ("These are the first" in section) is (section.count("<blockquote>") < n)
    assert text.count("<blockquote>") <= MOST_IN_ALL


def test_its_size_is_known_before_it_is_built(store: Store) -> None:
    drawn = charts(store, VIEW)
    opened = behind(store, catalogue(store), VIEW, drawn)
    built = len(report(Contents(citation(store), drawn, (), opened)))
    open_n = total(store, VIEW, Mark("mentions"))
    assert expected_size(drawn, (), open_n) == pytest.approx(built, rel=0.02)


def test_it_asks_no_network_and_runs_only_its_own_two_scripts(store: Store) -> None:
    text = _written(store)
    read = _Tags(text)
    assert text.count(script()) == 1
    policy = next(a["content"] for t, a in read.tags if a.get("http-equiv") == "Content-Security-Policy")
    assert policy
    run = re.findall(r"<script>(.*?)</script>", text, re.S)
    assert len(run) == 2
    for own in run:
        assert base64.b64encode(hashlib.sha256(own.encode()).digest()).decode() in policy
    assert "default-src 'none'" in policy
    assert "unsafe" not in re.findall(r"script-src ([^;]*)", policy)[0]
    assert not [tag for tag, a in read.tags if a.get("src") or tag in ("link", "iframe", "object", "img", "base")]


def test_hostile_text_stays_text(hostile_store: Store) -> None:
    view = View(mark=Mark("mentions"))
    drawn = charts(hostile_store, view)
    odd = of_rows("odd", "</script><script>window.hacked = 1</script>", ("<b>",), [("<img src=x onerror=1>",)])
    opened = behind(hostile_store, catalogue(hostile_store), view, drawn)
    text = report(Contents(citation(hostile_store, view), drawn, [odd], opened, view.mark)).decode()
    read = _Tags(text)
    assert {tag for tag, _ in read.tags} <= {
        *("html", "head", "meta", "title", "style", "body", "header", "main", "aside", "section", "details", "summary"),
        *("p", "span", "h1", "h2", "h3", "dl", "dt", "dd", "a", "div", "table", "thead", "tbody", "tr", "th", "td"),
        *("blockquote", "mark", "footer", "script"),
    }
    assert not [a for _, a in read.tags if any(name.startswith("on") for name in a)]
    assert sum(tag == "script" for tag, _ in read.tags) == 4
    assert "window.hacked = 1" in read.text


def test_a_row_leads_to_its_words_and_to_the_outlet(store: Store) -> None:
    columns = ("words", *PLACE)
    rows = [("met", "a1", 4, 7, "https://outlet.example.test/a"), ("said", "a2", 0, 4, "javascript:alert(1)")]
    links = Links.of(BASE, "https://dateline.example.test/article", VIEW, "mine", store.generation)
    drawn = charts(store, VIEW)[:1]
    made = Contents(citation(store), drawn, [of_rows("words", "Words", columns, rows)], links=links)
    text = report(made).decode().replace("&amp;", "&")
    found = re.findall(r'<a href="([^"]*)"[^>]*>(in Dateline|at the outlet)</a>', text)
    assert [said for _, said in found][-3:] == ["at the outlet", "in Dateline", "in Dateline"]
    assert found[-3][0] == "https://outlet.example.test/a"
    assert found[-2][0].endswith("&article=a1&at=4-7")
    opened = View.from_query(dict(parse_qsl(urlsplit(found[0][0]).query)))
    assert (opened.actors, opened.mark) == (VIEW.actors, Mark.from_text(drawn[0].marks[0]))
    assert "<td>a1</td>" not in text  # an id is for the spreadsheet
