"""Paragraphs: lines, or lines put together where a text was broken at a width; marks and parse cut alike."""

import textwrap
import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lib.find.marks.page import Page
from lib.find.parse import paragraphs
from lib.schema import MarkedSpan
from lib.text.paragraphs import paragraph_spans

FIRST = (
    "The ferries of Ansel will sail again in June, the port said on Monday, after a winter in which they lay idle. "
    "Captain Jane Doe told the Quay Almanac that two of them had been repaired and that she would steer the first one."
)
SECOND = (
    "The third one follows in the summer, when the islands expect more guests than in any year since the war ended."
)


def found(text: str) -> list[str]:
    return [text[start:end] for start, end in paragraph_spans(text)]


@pytest.mark.parametrize("width", [50, 60, 72, 80, 100])
@pytest.mark.parametrize("between", ["\n", "\n\n"])
def test_broken_lines_are_put_together(width: int, between: str) -> None:
    wrapped = ["\n".join(textwrap.wrap(words, width)) for words in (FIRST, SECOND, FIRST, SECOND)]
    whole = found("\n\n".join(wrapped))
    assert [" ".join(words.split()) for words in whole] == [FIRST, SECOND, FIRST, SECOND]


def test_lines_above_a_wrapped_story_stay_apart() -> None:
    story = "\n".join(textwrap.wrap(FIRST, 72))
    text = f"Ferries sail again\nBy Jane Doe\n3 February 2022\n\n{story}\n\n- The first in June\n- The second in July"
    assert found(text) == [
        "Ferries sail again", "By Jane Doe", "3 February 2022", story, "- The first in June", "- The second in July",
    ]  # fmt: skip


@pytest.mark.parametrize(
    "text",
    [
        f"{FIRST}\n{SECOND}\n{FIRST}",
        "no stops here\nand none here\n\nlines of a poem\n\nwithout an end",
        "Roses in the harbour grow\nNobody will ever know\nWhy the winds of Ansel blow\nOver ice and over snow",
        f"{FIRST}\n• first of the points\n• second of the points\n• third of the points\n{SECOND}",
        "",
        "\n \n",
    ],
)
def test_lines_that_nobody_broke_stay_apart(text: str) -> None:
    assert found(text) == [line for line in text.split("\n") if line.strip()]


def test_the_model_reads_spaces_and_offsets_stay() -> None:
    text = "\n\n".join("\n".join(textwrap.wrap(words, 60)) for words in (FIRST, SECOND))
    start = text.index("Captain")
    marked = [MarkedSpan("a1", start, start + len("Captain Jane Doe"), "stray", "a test")]
    blocks = list(paragraphs(text, marked))
    assert len(blocks) == 2
    for begin, end, words in blocks:
        assert len(words) == end - begin
        assert "\n" not in words
        kept = [(ours, theirs) for ours, theirs in zip(words, text[begin:end], strict=True) if ours != " "]
        assert all(ours == theirs for ours, theirs in kept)
    assert "Captain" not in blocks[0][2]


@given(st.text(alphabet="aB .,\n\t\u2028•", max_size=300))
def test_paragraphs_are_in_order_and_hold_all_words(text: str) -> None:
    at, kept = 0, ""
    for start, end in paragraph_spans(text):
        assert at <= start < end <= len(text)
        at, kept = end, kept + text[start:end]
    assert "".join(kept.split()) == "".join(text.split())
    assert [unit.start for unit in Page.of(text).units] == [
        start + len(text[start:end]) - len(text[start:end].lstrip()) for start, end in paragraph_spans(text)
    ]


def test_many_lines_take_linear_time() -> None:
    text = "a line that runs on and on into the\nnext line of the text and\n" * 40_000
    start = time.process_time()
    assert paragraph_spans(text)
    assert time.process_time() - start < 5
