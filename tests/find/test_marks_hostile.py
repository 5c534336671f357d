"""Marks on text that no newsroom would write: never a crash, rows in order, linear time."""

import time

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from lib.find.marks import mark
from lib.schema import SPAN_KINDS

_SIGNS = [
    "\n",
    "\n\n",
    " ",
    "(",
    ")",
    "“",
    "”",
    "'",
    "’",
    ".",
    "?",
    "—",
    "-",
    ":",
    "©",
    "\t",
    "\u2028",
    "#",
    "ﷺ",
    "İ",
    "😀",
]
_MARKS = [
    "\u00ad",
    "\u202e",
    "e\u0301",
    "(CNN) — ",
    "READ MORE: ",
    "3:39",
    "By Jane Doe",
    "KYIV, Feb 3 (AP) — ",
    "date ",
]
_WORDS = [
    "2022-02-04",
    "Photo: ",
    "Jane/AP",
    "Getty Images",
    "ALL CAPS WORDS",
    "the minister said",
    "read more",
    "Related",
]
PIECES = st.sampled_from([*_SIGNS, *_MARKS, *_WORDS, "Leave a Reply", "- item", "1. ", "Title: x\n", "Source: y\n"])


@settings(max_examples=300, deadline=None)
@given(st.one_of(st.text(max_size=300), st.lists(PIECES, max_size=60).map("".join)), st.text(max_size=30))
@example("", "")
@example("\n \n\u2028", "x")
@example("date 2022-02-04 ", "")
def test_marks_are_sorted_disjoint_and_in_range(text: str, title: str) -> None:
    at = 0
    for one in mark(text, title):
        assert at <= one.start < one.end <= len(text)
        assert one.kind in SPAN_KINDS
        assert one.why
        at = one.end


HOSTILE = {
    "one long line": "the minister said that " * 15_000,
    "many sentences in one line": "He said no. " * 25_000,
    "capitals": "THE MINISTER SAID THAT " * 15_000,
    "short lines": "Short line\n" * 15_000,
    "short lines with gaps": "Short line here\n\n" * 10_000,
    "brackets": "(" * 150_000,
    "bracket pairs": "(a Photo) " * 25_000,
    "apostrophes": "'’" * 100_000,
    "full stops": ". " * 100_000,
    "spaces": "a" + " " * 200_000 + "b",
    "blank lines": "a\n" + "\n" * 200_000 + "b",
    "dashes": "A — " * 50_000,
    "slashes": "Aa/Bb " * 37_000,
    "names": "Jane Doe " * 25_000,
    "digits": "1:23 " * 50_000,
    "wrapped lines": "a line that runs on and on into\nthe next line of the text and\n" * 3_000,
    "related": "Related\nA line about things\n" * 7_000,
    "header": "Title: x\n" * 20_000,
}


@pytest.mark.parametrize("name", HOSTILE)
def test_hostile_text_takes_linear_time(name: str) -> None:
    text = HOSTILE[name]
    mark("warm up", "")
    start = time.process_time()
    mark(text[: len(text) // 4])
    quarter = time.process_time() - start
    start = time.process_time()
    mark(text)
    whole = time.process_time() - start
    # Linear would be 4 times; 10 leaves room for noise, and tiny times say nothing.
    assert whole < max(10 * quarter, 3.0)
    assert whole < 15
