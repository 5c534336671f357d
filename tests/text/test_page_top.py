"""The head of a pasted page: headline, names and day below menus of any length."""

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lib.read.headline import byline_of, headline_of
from lib.read.provenance import day_in, source_in
from lib.text.page_top import is_count, page_top

TITLE = "Ferries to sail again after a winter in port"
BODY = (
    "The ferries will sail again in June, the port of Ansel said on Monday.\n\n"
    "Two of them were repaired over the winter, and a third will follow in the summer."
)
MENU = "Skip to content\nHome\nNews\nSport\nBusiness\nOpinion\nLog in\nSubscribe for £1 a week\nWeather in your town"


@pytest.mark.parametrize(
    "head",
    [
        f"{MENU}\n{TITLE}\nBy Jane Doe\n3 March 2023",
        f"{MENU}\n{TITLE}\nThree boats and a lot of paint\nBy Jane Doe and John Roe, CNN\nPublished 3 March 2023",
        f"{MENU}\n\n{TITLE}\n\nShare\n\n312\n\nJane Doe\n\nBy Jane Doe\n\nMarch 3, 2023",
        f"{MENU}\nNews\n{TITLE}\n{TITLE}\nMarch 3, 2023\nJANE DOE",
        f"{MENU}\n{TITLE}\nAll boats were repaired over the winter, the port of Ansel says in a report.\n\n"
        "By Jane Doe\nMarch 3, 2023",
        f"{MENU}\n{TITLE}\nA ferry in dock [Peter Lark/AFP]\nBy Jane Doe\nPublished On 3 Mar 2023\n3 Mar 2023",
        f"{MENU}\n{TITLE}\nBy Jane Doe\nFri, March 3, 2023 at 7:15 PM GMT+1·2 min read",
        f"{MENU}\n{TITLE}\nBy JANE DOE FOR BAY ONLINE\nPUBLISHED: 10:05 EST, 3 March 2023 | UPDATED: 11:42",
        f"{MENU}\n{TITLE}\nJane Doe Transport correspondent\nFri 3 Mar 2023 17.20 GMT",
    ],
)  # fmt: skip
def test_headline_names_and_day(head: str) -> None:
    text = f"{head}\n\n{BODY}"
    found = day_in(text)
    assert headline_of(text) == TITLE
    assert byline_of(text).casefold().startswith("jane doe")
    assert found is not None
    assert found.value.isoformat() == "2023-03-03"


def test_the_day_near_the_headline_wins() -> None:
    text = f"{MENU}\nSunday, March 5, 2023\n{TITLE}\nBy Jane Doe\nMarch 3, 2023\n\n{BODY}"
    found = day_in(text)
    assert found is not None
    assert found.value.isoformat() == "2023-03-03"


@pytest.mark.parametrize(
    ("text", "source"),
    [
        (f"{MENU}\nDaily Beacon\n{TITLE}\nBy Jane Doe\n\n{BODY}", "Daily Beacon"),
        (f"{MENU}\n{TITLE}\nBy Jane Doe, CNN\n\n{BODY}", "CNN"),
        (f"{MENU}\n{TITLE}\nBy Jane Doe\n\n{BODY}\n\n© 2023 Al Jazeera Media Network", "Al Jazeera"),
        (f"{MENU}\n{TITLE}\nBy Jane Doe\n\n{BODY}\n\n© BAY POST LTD 2023", "Bay Post"),
        (
            f"The Tide Letter\n{MENU}\n{TITLE}\nJANE DOE\nMAR 3, 2023\n\n{BODY}\n\n"
            "Thanks for reading The Tide Letter!\n© 2023 Jane Doe",
            "The Tide Letter",
        ),
        # The company of the footer owns the outlet that the page's own words name.
        (
            f"{MENU}\n{TITLE}\nBy Jane Doe\n\n{BODY}\n“I ran,” she told QRT 6.\nDOWNLOAD THE QRT 6 NEWS APP\n"
            "Follow QRT 6 on Facebook\n© 2023 Gulf Bay Media, Inc",
            "QRT 6",
        ),
        # A call sign in a dateline, and how the station calls itself; an address, and the name that it spells.
        (
            f"{MENU}\n{TITLE}\nBy Jane Doe\n\nANSEL (KQRT) — {BODY}\nStick with KQRT 7 for updates.\n"
            "Get the news first with the free KQRT 7 app",
            "KQRT 7",
        ),
        (
            f"Tide Letter - Print version\nSource: https://www.tideletter.org/3/lost\n{TITLE}\nBy Jane Doe\n\n{BODY}\n"
            "(c) Tide Letter Ltd 2023.",
            "Tide Letter",
        ),
        (
            f"{MENU}\n{TITLE}\nBy Jane Doe\n\n{BODY}\nJoin the Bay Clarion WhatsApp channel\n"
            "Download the Bay Clarion App\n© Clarion.ie",
            "Bay Clarion",
        ),
        # What others are called does not change whose copyright it is.
        (f"{MENU}\n{TITLE}\nBy Jane Doe\n\n{BODY}\n“Go,” he told the Quay Almanac.\n© 2023 Bay Clarion", "Bay Clarion"),
    ],
)
def test_source(text: str, source: str) -> None:
    found = source_in(text)
    assert found is not None
    assert found.value == source


@pytest.mark.parametrize(
    ("head", "title"),
    [
        # A notice on both sides of the headline.
        (f"This article is more than 1 year old\n{TITLE}\nThis article is more than 1 year old\n"
         "The port says that all boats are ready\nJane Doe Transport correspondent\n3 March 2023", TITLE),
        # A caption above the by-line, the date and its share bar above that.
        (f"{TITLE}\n3rd March 2023\nShare on Facebook\nKindly share this:\nTwo boats on Sunday\nBy Jane Doe", TITLE),
        # A date of another story above, without a share bar.
        (f"An older story about the harbour wall\n1 March 2023\n{TITLE}\nBy Jane Doe", TITLE),
        # The price of a subscription in the corner, above the time of the weather.
        (f"50¢ for 3 months\nUpdated: March 3, 2023 @ 9:12 am\n{TITLE}\nMar 3, 2023", TITLE),
        # A section and a kicker above the headline, a standfirst below.
        (f"Europe | Too much of a good thing\n{TITLE}\nAnsel is rich and crowded and fed up\n3 March 2023", TITLE),
        (f"{TITLE}\nEurope: the boats of another port\n3 March 2023", TITLE),
        # A label that opens links opens a live page's headline too.
        ("Live updates: Ferries sail again after a winter\nBy Jane Doe\n3 March 2023",
         "Live updates: Ferries sail again after a winter"),
        (f"{TITLE}\nLive updates: Storm nears the northern shore tonight\nShare\nBy Jane Doe", TITLE),
    ],
)  # fmt: skip
def test_the_headline_among_lines_like_it(head: str, title: str) -> None:
    assert headline_of(f"{MENU.rpartition(chr(10))[0]}\n{head}\n\n{BODY}") == title


def test_a_body_alone_has_no_head() -> None:
    top = page_top(f"{BODY}\n\nBy Friday, the ships had left.\n\n{BODY}")
    assert (top.title, top.names) == (-1, "")


@pytest.mark.parametrize(
    ("line", "counts"),
    [("312", True), ("1.2k shares", True), ("+5", True), ("of 3", True), ("312 people were hurt", False), ("", False)],
)
def test_counters(line: str, counts: bool) -> None:
    assert is_count(line) is counts


@given(st.text(max_size=400))
def test_any_text_has_a_head_within_it(text: str) -> None:
    top = page_top(text)
    assert -1 <= top.title < max(1, len(top.lines))
    assert all(0 <= line.start <= len(text) for line in top.lines)


def test_long_heads_are_cheap() -> None:
    text = "Home\n" * 20_000 + f"{TITLE}\nBy Jane Doe\n" + "March 3, 2023 " * 5000 + BODY
    start = time.process_time()
    page_top(text)
    assert time.process_time() - start < 2


@pytest.mark.parametrize(
    "foot", ["", "Follow Quay Almanac", "“Go,” he told the Quay Almanac.", "More from Quay Almanac\nFollow Jane Doe"]
)
def test_no_source(foot: str) -> None:
    assert source_in(f"{MENU}\n{TITLE}\nBy Jane Doe\n\n{BODY}\n{foot}") is None


@pytest.mark.parametrize(("line", "names"), [("Jane Doe", "Jane Doe"), ("Read More", ""), ("Middle East", "")])
def test_a_button_or_a_section_beside_the_date_is_no_author(line: str, names: str) -> None:
    text = f"Talks open in the old town on Thursday\n3 March 2022\n{line}\n{BODY}"
    assert page_top(text).names == names
