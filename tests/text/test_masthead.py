"""The page's own lines above a story: the outlet's is told from menus, sections and headlines."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lib.read.headline import headline_of
from lib.text.masthead import is_page_line, masthead

TITLE = "Ferries to sail again after a winter in port"
BODY = "The ferries will sail again in June, the port of Ansel said on Monday."


@pytest.mark.parametrize(
    ("head", "name"),
    [
        (f"BAY HERALD | WORLD\n{TITLE}", "Bay Herald"),
        (f"Subscribe | Log in\nThe Ansel Gazette\nEUROPE\n{TITLE}", "The Ansel Gazette"),
        (f"The Times of Ansel\nNews › World › Veland\n{TITLE}", "The Times of Ansel"),
        (f"Reuters | World\n{TITLE}", "Reuters"),
        (f"QBS | NEWS\n{TITLE}", ""),
        (f"World News\n{TITLE}", ""),
        (f"Breaking News | Europe\n{TITLE}", ""),
        (f"{TITLE}\nBay Herald", ""),
        (f"{TITLE}\nReuters", ""),
        ("Storm Hits Bay Post", ""),
        (f"Ansel Ferry Story\n{TITLE}", ""),
        ("", ""),
    ],
)
def test_masthead(head: str, name: str) -> None:
    found = masthead(f"{head}\n\n{BODY}")
    assert (found.name if found else "") == name


@pytest.mark.parametrize(
    "repeats",
    ["© 2022 The Quay Almanac", "Photo: Jane Doe / Quay Almanac", "Photo by Jane Doe for The Quay Almanac"],
)
def test_a_name_that_the_page_repeats(repeats: str) -> None:
    found = masthead(f"THE QUAY ALMANAC\n{TITLE}\n\n{BODY}\n\n{repeats}\n")
    assert found is not None
    assert (found.name, found.line) == ("The Quay Almanac", "THE QUAY ALMANAC")


def test_a_name_that_the_file_repeats() -> None:
    text = f"Quay Almanac\n{TITLE}\n\n{BODY}"
    assert masthead(text) is None
    assert masthead(text, "2022-02-03_quay-almanac_ferries.txt") is not None


@pytest.mark.parametrize(
    ("line", "of_the_page"),
    [
        ("Subscribe | Log in", True), ("News › World › Veland", True), ("Politics | Markets | Energy | Opinion", True),
        ("About · Contact · Privacy", True), ("EUROPE", True), ("Middle East", True),
        ("Ferries sail again", False), ("Bay Herald | World", False), ("Veland | The minister spoke for hours", False),
        ("", False), ("| | |", False),
    ],
)  # fmt: skip
def test_page_lines(line: str, of_the_page: bool) -> None:
    assert is_page_line(line) is of_the_page


@pytest.mark.parametrize(
    ("head", "title"),
    [
        (f"BAY HERALD | WORLD\n{TITLE}\nBy Jane Doe", TITLE),
        (f"Bay Herald\nFeb. 3, 2022\n\n{TITLE}", TITLE),
        (f"Bay Herald\nThe coast, read slowly\n\n{TITLE}", TITLE),
        (f"Bay Herald\n{TITLE}\nBy Jane Doe\n\nWhat it means for the islands", TITLE),
        (f"Bay Herald\nNews › World › Veland\n\n{TITLE}", TITLE),
        (f"{TITLE}\nFEB 3, 202202:47Watch: The last ferry\nBy Jane Doe", TITLE),
        ("Bay Herald\nFerries sail again\nBy Jane Doe", "Ferries sail again"),
        ("Bay Herald", ""),
    ],
)
def test_the_headline_is_below_the_masthead(head: str, title: str) -> None:
    assert headline_of(f"{head}\n\n{BODY}\n\n© Bay Herald") == title


@given(st.text(max_size=300), st.text(max_size=40))
def test_any_text_has_a_masthead_or_none(text: str, also: str) -> None:
    found = masthead(text, also)
    assert found is None or (found.name and found.line in text)
