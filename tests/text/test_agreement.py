"""The outlet that several signs agree on: none for one sign, for a rival, an agency, a person, a topic."""

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lib.text.agreement import agreed
from lib.text.outlet_signs import Sign

BODY = "The ferries will sail again in June, the port of Ansel said on Monday."


def name_in(*lines: str, not_names: tuple[str, ...] = ()) -> str:
    found = agreed("\n".join(lines), not_names=not_names)
    return found.name if found else ""


@pytest.mark.parametrize(
    ("lines", "name"),
    [
        (("HARBOR LANTERN", "Support Harbor Lantern", "Visit Harbor Lantern's home page for it"), "Harbor Lantern"),
        ((BODY, "Download the Harbor Lantern App", "Join the Harbor Lantern WhatsApp channel"), "Harbor Lantern"),
        (("The Harbor Lantern", BODY, "The Harbor Lantern LTD. All rights reserved."), "The Harbor Lantern"),
        (("AnselLive", BODY, "(Image: Jane Doe/AnselLive)", "Follow AnselLive"), "Ansel Live"),
        (("Bay Public Radio", BODY, "About BPR", "You agree to BPR's Terms of Use."), "Bay Public Radio"),
        (("bayquarterly.example", "Photo by Jane Doe for Bay Quarterly",
          "Jane Doe writes about boats for Bay Quarterly."), "Bay Quarterly"),
        (("From: Early Boat <hello@earlyboat.example>", "EARLY BOAT", BODY), "Early Boat"),
        (("Ledge Markets", "Ledge Markets Plus", BODY), "Ledge Markets"),
        ((BODY, "“I ran,” she told QRT 6.", "DOWNLOAD THE QRT 6 NEWS APP", "Stories from qrt6.example"), "QRT 6"),
        ((BODY, "Get the Lantern app", "More from The Lantern", "“Go,” he told The Lantern."), "The Lantern"),
    ],
)  # fmt: skip
def test_names_that_signs_agree_on(lines: tuple[str, ...], name: str) -> None:
    assert name_in(*lines) == name


@pytest.mark.parametrize(
    "lines",
    [
        (BODY,),
        (BODY, "Follow Harbor Lantern"),
        (BODY, "Get the Harbor Lantern app"),
        # Topics and sections are followed too, and have newsletters.
        ("Harbor Works", "Follow Harbor Works", "More from Harbor Works", "Sign up for the Harbor Works newsletter"),
        ("Premier League", BODY, "Follow Premier League", "Get the Premier League app"),
        ("Middle East", BODY, "Follow Middle East", "Get the Middle East app"),
        # A story speaks of other outlets, and its author may have worked for one.
        (BODY, "“Go,” he told the Harbor Lantern.", "Jane Doe is a reporter for Harbor Lantern.",
         "(Harbor Lantern: Peter Lark)"),
        # A club, a country, a firm that the story is about.
        ("Ansel Rovers", BODY, "Follow Ansel Rovers", "“No,” it told Ansel Rovers."),
        (BODY, "Follow South Africa", "More from South Africa", "Cape Town, South Africa", "South Africa app"),
        (BODY, "About Ansel Hydro", "Follow Ansel Hydro on LinkedIn", "Write to press@anselhydro.example"),
        (BODY, "Photo: Jane Doe/Ansel Hydro", "Follow Ansel Hydro"),
        (BODY, "Follow Naledi Khumalo", "Photo: Naledi Khumalo", "More from Naledi Khumalo"),
        # Agencies sell to all.
        (BODY, "Follow Reuters", "(Reuters: Peter Lark)", "Get the Reuters app"),
        # Persons are followed, and have pages.
        (BODY, "Follow Jane Doe", "More from Jane Doe", "About Jane Doe", "Visit Jane Doe's home page"),
        # Two names with as much behind them.
        ("Get the Harbor Lantern app", "Follow Harbor Lantern", "Get the Quay Almanac app", "Follow Quay Almanac"),
        (),
    ],
)  # fmt: skip
def test_no_name(lines: tuple[str, ...]) -> None:
    assert name_in(*lines) == ""


def test_a_writer_is_no_outlet() -> None:
    lines = (BODY, "Follow Quay Almanac", "Visit Quay Almanac's home page")
    assert name_in(*lines) == "Quay Almanac"
    assert name_in(*lines, not_names=("Quay Almanac",)) == ""


def test_a_copyright_line_is_a_sign() -> None:
    holder = Sign("copyright", "Harbor Lantern Media LLC", "© Harbor Lantern Media LLC", 2, page=True, owner=True)
    text = f"{BODY}\n“Go,” he told Harbor Lantern."
    found = agreed(text, (), [holder])
    assert found is not None
    assert (found.name, found.words) == ("Harbor Lantern", "told Harbor Lantern")
    assert agreed(BODY, (), [holder]) is None


def test_a_part_of_a_portal() -> None:
    holder = Sign("copyright", "Quay", "© 2022 Quay", 2, page=True, owner=True)
    text = f"Quay Plus\nQuay Finance\n{BODY}\nUpgrade to Quay Finance Plus"
    found = agreed(text, ["Quay Plus", "Quay Finance"], [holder])
    assert found is not None
    assert found.name == "Quay Finance"


@given(st.text(max_size=300))
def test_any_text_agrees_or_not(text: str) -> None:
    found = agreed(text)
    assert found is None or (found.name and found.words in text)


def test_many_names_are_cheap() -> None:
    text = "\n".join(f"Follow Quay{n} Herald{n}\nMore from Quay{n} Herald{n}" for n in range(5000))
    start = time.process_time()
    assert agreed(text) is None
    assert time.process_time() - start < 3
