"""By-lines: persons without their desks, outlets, places and roles; sentences that open with 'By' are none."""

import pytest

from lib.text.bylines import bare_names, is_byline, names_after_by


@pytest.mark.parametrize(
    ("line", "names"),
    [
        ("By Jane Doe", "Jane Doe"),
        ("By Jane Doe and John Roe, CNN", "Jane Doe, John Roe"),
        ("by: Jane Doe", "Jane Doe"),
        ("BY JANE DOE", "JANE DOE"),
        ("By Jane Doe | Bay Herald", "Jane Doe"),
        ("By Jane Doe, Health Editor", "Jane Doe"),
        ("By JANE DOE and AGENCIES", "JANE DOE"),
        ("By Jane Doe in Port Ansel and John Roe in Lindau", "Jane Doe, John Roe"),
        ("By Al Jazeera Staff and News Agencies", ""),
        ("By Friday, the ships had left.", ""),
        ("by the end of the year they had left", ""),
        ("By force of habit", ""),
    ],
)
def test_names_after_by(line: str, names: str) -> None:
    assert names_after_by(line) == names


@pytest.mark.parametrize(
    ("line", "names"),
    [
        ("JANE DOE", "JANE DOE"),
        ("Jane Doe with AFP, dpa", "Jane Doe"),
        ("Jane Doe (now); John Roe (earlier)", "Jane Doe, John Roe"),
        ("Jane Doe Transport correspondent", "Jane Doe"),
        ("Home", ""),
        ("Premier League", ""),
        ("Middle East", ""),
        ("Jude West", "Jude West"),
        ("Bay Herald", ""),
        ("Ferries to sail again", ""),
        ("Jane Doe left the town.", ""),
    ],
)
def test_bare_names(line: str, names: str) -> None:
    assert bare_names(line) == names


@pytest.mark.parametrize(
    ("line", "is_one"),
    [
        ("By Al Jazeera Staff and News Agencies", True),
        ("By Imogen Tate, Health Editor", True),
        ("By Friday, the ships had left.", False),
        ("By the time they left", False),
    ],
)
def test_is_byline(line: str, is_one: bool) -> None:
    assert is_byline(line) is is_one
