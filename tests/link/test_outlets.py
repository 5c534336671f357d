"""Outlets under several names become one; outlets that only look alike stay apart."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lib.link.outlets import same_outlets

WHOLE = "Quay Square Broadcasting (QSB)"


@pytest.mark.parametrize(
    ("names", "shown"),
    [
        ({"Ansel Post": 5, "The Ansel Post": 2}, "The Ansel Post"),
        ({"Bay Herald": 3, "BAY HERALD": 1, "Bay-Herald": 1, "bay herald": 2}, "Bay Herald"),
        ({"QSB": 9, WHOLE: 1}, WHOLE),
        ({"QSB": 9, WHOLE: 1, "Quay Square Broadcasting": 4, "qsb.example": 2}, WHOLE),
        ({"QSB": 9, "Quay Square Broadcasting": 4}, "Quay Square Broadcasting"),
        ({"Q.S.B.": 1, "QSB": 1, WHOLE: 1}, WHOLE),
        ({"VOV": 1, "Voice of Veland": 1, "www.voiceofveland.co.uk": 7}, "Voice of Veland"),
        ({"bayherald.example": 7, "The Bay Herald": 1, "thebayherald.example": 1}, "The Bay Herald"),
        ({"CNN": 4, "C.N.N.": 1}, "CNN"),
        ({"The Guardian": 4, "theguardian.com": 1, "www.guardian.co.uk": 1}, "The Guardian"),
        ({"Daily Mail": 4, "dailymail.co.uk": 1}, "Daily Mail"),
        ({"BBC": 1, "British Broadcasting Corporation": 1}, "British Broadcasting Corporation"),
        ({"Bay Herald": 4, "bayherald.example": 1, "edition.bayherald.example": 1}, "Bay Herald"),
    ],
)
def test_one_outlet(names: dict[str, int], shown: str) -> None:
    found = same_outlets(names)
    assert {name: name_shown for name, (name_shown, _) in found.items()} == dict.fromkeys(names, shown)
    assert all(bool(why) == (name != shown) for name, (_, why) in found.items())


@pytest.mark.parametrize(
    "names",
    [
        {"Ansel Post": 5, "Bay Post": 2},
        {"Bay Herald": 1, "Bay Herald on Sunday": 1},
        {"QSB": 1, "Quay Square Broadcasting": 1, "Quiet Sea Bulletin": 1},
        {"BP": 1, "Bay Post": 1},
        {"Daily Quay (UK)": 1, "UK": 1, "Daily Quay": 1},
        {"bay.example": 1, "Bay Herald": 1, "bayherald.news.example": 1},
        {"News": 1, "Bay News": 1},
        {"": 3, "  ": 1},
        # A listed outlet's name; the address is another's.
        {"The Guardian": 40, "guardian.ng": 3},
        {"Independent": 20, "independent.ie": 5},
        {"Daily Mail": 2, "dailymail.lk": 1},
        {"Bay Herald": 2, "The Standard": 3, "standard.co.uk": 2},
        {"Sky": 2, "sky.example": 1},
        # A name that many towns' papers bear.
        {"The Star": 4, "thestar.com.my": 3},
        {"Daily News": 5, "dailynews.lk": 2},
        {"News": 1, "news.com.au": 1},
        # Two addresses claim one name.
        {"24": 1, "24.kg": 2, "24.hu": 2},
        {"The Bay Herald": 1, "bayherald.example": 2, "bayherald.co.uk": 2},
        # Initials of a listed outlet, and of one that is not.
        {"ABC": 3, "Australian Broadcasting Corporation": 2},
        {"CNA": 3, "Catholic News Agency": 2},
        {"PTI": 3, "Philippine Television International": 1},
        {"TKI": 1, "The Kyiv Independent": 1, "Tern Kelp Institute": 1},
    ],
)
def test_other_outlets(names: dict[str, int]) -> None:
    assert same_outlets(names) == {name: (name, "") for name in names if name.strip()}


@given(st.dictionaries(st.text(max_size=12), st.integers(1, 9), max_size=12))
def test_any_names(names: dict[str, int]) -> None:
    found = same_outlets(names)
    assert found.keys() == {name for name in names if name.strip()}
    for shown, _ in found.values():
        assert found[shown] == (shown, "")


def test_many_names_take_linear_time() -> None:
    names = {f"{a}{b}{c}": 1 for a in "ABCDEFGHIJKLMNOPQRSTUVWXYZ" for b in "ABCDEFGHIJ" for c in "ABCDEFGHIJ"}
    names |= {f"{a}x {b}y {c}z Herald{n}": 1 for n, (a, b, c) in enumerate(names)}
    assert len(same_outlets(names)) == len(names)
