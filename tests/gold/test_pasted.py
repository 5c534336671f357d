"""Pasted texts and saved pages: what their README promises, and the level that marks keep on the half to tune on."""

import json
from collections import Counter
from itertools import pairwise
from pathlib import Path

import pytest

from lib.find.marks import mark
from lib.quality.marks import GoldMarks, report, score, total
from lib.quality.pasted import Page, read_pages
from lib.schema import SPAN_KINDS
from lib.text.outlet_names import source_name

GOLD = Path(__file__).parent


def part(folder: str, name: str) -> list[Page]:
    return [page for page in read_pages(GOLD / folder) if page.part == name]


@pytest.mark.parametrize(("folder", "dev", "test"), [("pasted", 55, 5), ("saved", 4, 4)])
def test_halves(folder: str, dev: int, test: int) -> None:
    assert Counter(page.part for page in read_pages(GOLD / folder)) == {"dev": dev, "test": test}


def test_spans_are_in_order_and_of_known_kinds() -> None:
    for path in sorted((GOLD / "pasted").glob("*.json")):
        spans = json.loads(path.read_text(encoding="utf-8"))["spans"]
        assert {span["kind"] for span in spans} <= set(SPAN_KINDS), path.name
        assert all(a["end"] <= b["start"] for a, b in pairwise(spans)), path.name


@pytest.mark.parametrize("folder", ["pasted", "saved"])
def test_marks_keep_their_level(folder: str) -> None:
    scores = []
    for page in part(folder, "dev"):
        spans = tuple((start, end) for start, end, _ in page.marks)
        found = mark(page.raw.text, page.raw.title)
        scores.append(score(GoldMarks(page.name, page.raw.text, page.raw.title, spans), found))
    assert total(scores).precision >= 0.995, report(scores)
    assert total(scores).recall >= 0.95, report(scores)


def test_no_paragraph_of_a_saved_page_is_lost() -> None:
    assert {page.name: page.lost for page in part("saved", "dev") if page.lost} == {}


def test_heads_are_read() -> None:
    pages = part("pasted", "dev") + part("saved", "dev")
    titles = [page.name for page in pages if page.raw.title != page.head.title]
    days = [page.name for page in pages if page.raw.published != page.head.published]
    outlets = [page.name for page in pages if page.raw.source != source_name(page.head.source)]
    assert len(pages) == 59
    assert titles == []
    assert days == []
    assert outlets == []
