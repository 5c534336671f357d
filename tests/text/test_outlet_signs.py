"""Words in which a page names its own outlet, and the like of them that name none."""

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lib.text.outlet_signs import signs


@pytest.mark.parametrize(
    ("line", "kind", "name"),
    [
        ("Visit Bay Herald's home page for more", "homepage", "Bay Herald"),
        ("Bay Herald - back to home", "homepage", "Bay Herald"),
        ("By signing in you accept the Bay Herald’s Terms of Use and our rules.", "terms", "Bay Herald"),
        ("If you are a registered user of The Bay Herald, please log in.", "terms", "The Bay Herald"),
        ("The Bay Herald Ltd. All rights reserved.", "rights", "The Bay Herald Ltd"),
        ("Published by Bay Herald, 4 Quay Street", "published", "Bay Herald"),
        ("Published in The Bay Herald, July 8th, 2022", "published", "The Bay Herald"),
        ("Download the Bay Herald App", "app", "Bay Herald"),
        (">>> CLICK HERE TO GET THE BAY 7 APP <<<", "app", "BAY 7"),
        ("Get the forecast first with the free Bay 7 app", "app", "Bay 7"),
        ("Upgrade to Bay Markets Plus", "product", "Bay Markets"),
        ("Sign up for the Bay Herald newsletter", "newsletter", "Bay Herald"),
        ("Sign up now: Get BH's newsletters in your inbox", "newsletter", "BH"),
        ("The Bay Herald's Early Boat newsletter", "newsletter", "The Bay Herald"),
        ("Follow Bay Herald on Facebook", "follow", "Bay Herald"),
        ("Join the Bay Herald WhatsApp channel", "follow", "Bay Herald"),
        ("Stick with Bay 7 for updates.", "updates", "Bay 7"),
        ("More from The Bay Herald", "more", "The Bay Herald"),
        ("About Bay Herald", "more", "Bay Herald"),
        ("Bay Herald is a nonprofit newsroom on the northern shore.", "newsroom", "Bay Herald"),
        ("Bay Herald's journalism is supported by readers", "newsroom", "Bay Herald"),
        ("A boat at the quay. (Image: Jane Doe/BayHerald)", "credit", "BayHerald"),
        ("The mayor on Thursday.(Bay Herald: Peter Lark)", "credit", "Bay Herald"),
        ("Photo by Peter Lark for Bay Herald", "credit", "Bay Herald"),
        ("Jane Doe is the transport editor at Bay Herald, where she writes of boats.", "author", "Bay Herald"),
        ("Jane Doe is a reporter for The Bay Herald.Write to her", "author", "The Bay Herald"),
        ("By Jane Doe, Bay Herald", "byline", "Bay Herald"),
        ("“I ran,” she told Bay 7 on Monday.", "told", "Bay 7"),
        ("Bay Herald Bureau", "desk", "Bay Herald"),
    ],
)
def test_signs(line: str, kind: str, name: str) -> None:
    found = [(sign.kind, sign.name) for sign in signs(line)]
    assert (kind, name) in found
    assert all(sign.words in line for sign in signs(line))


@pytest.mark.parametrize(
    "line",
    [
        "Follow us on Facebook", "Follow Twitter", "Join our WhatsApp channel", "Download the app",
        "Download the WhatsApp app", "The boats follow the coast to Ansel on most days.",
        "She said that she had booked on the Ansel Boats app", "All rights reserved", "Get our newsletters",
        "The Bay Herald was founded in 1871.", "He asked for more from the council.", "told her that", "",
    ],
)  # fmt: skip
def test_no_signs(line: str) -> None:
    assert list(signs(line)) == []


@given(st.text(max_size=300))
def test_any_text_has_signs_within_it(text: str) -> None:
    assert all(sign.words in text and sign.name for sign in signs(text))


@pytest.mark.parametrize(
    "text", ["told Aa, told Bb, " * 20_000, "Photo by " + "Jane " * 50_000, "Aa Bb, Cc Dd\n" * 20_000]
)
def test_long_texts_are_cheap(text: str) -> None:
    start = time.process_time()
    list(signs(text))
    assert time.process_time() - start < 2
