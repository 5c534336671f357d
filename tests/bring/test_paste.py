"""One box, one article or many; a piece is never rewritten."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lib.bring import split_paste

A = "The ministers of Veland met on Thursday and said that four ferry routes would open again in June."
B = "The harbour master said that the work on the two piers would take until the end of the month."


@pytest.mark.parametrize(
    ("text", "pieces"),
    [
        ("", []),
        (" \n\n ", []),
        (A, [A]),
        (f"{A}\n\n{B}\n", [f"{A}\n\n{B}"]),
        (f"{A}\n===\n{B}", [A, B]),
        (f"{A}\r\n\r\n-----\r\n\r\n{B}\r\n", [A, B]),
        (f"===\n{A}\n======\n\n---\n{B}\n===", [A, B]),
        (f"Talks open\n==========\n\n{A}\n\n{B}", [f"Talks open\n==========\n\n{A}\n\n{B}"]),
        (f"---\ntitle: Talks\nsource: Bay Post\n---\n{A}", [f"---\ntitle: Talks\nsource: Bay Post\n---\n{A}"]),
        (
            f"{A}\n---\ntitle: Talks\nsource: Bay Post\n---\n{B}",
            [A, f"---\ntitle: Talks\nsource: Bay Post\n---\n{B}"],
        ),
        (
            f"Title: Ferries\nSource: Harbor Wire\n\n{A}\n\nTitle: Piers\nSource: Bay Post\n\n{B}",
            [f"Title: Ferries\nSource: Harbor Wire\n\n{A}", f"Title: Piers\nSource: Bay Post\n\n{B}"],
        ),
        (f"{A}\n\nNote: nothing was signed.\n\n{B}", [f"{A}\n\nNote: nothing was signed.\n\n{B}"]),
        (
            f"Title: Ferries\nSource: Harbor Wire\n\n{A}\n\nDate: it was not said.\n\n{B}",
            [f"Title: Ferries\nSource: Harbor Wire\n\n{A}\n\nDate: it was not said.\n\n{B}"],
        ),
    ],
)
def test_where_articles_end(text, pieces):
    assert split_paste(text) == pieces


@given(st.lists(st.sampled_from([A, B, "===", "---", "", "Title: x", "Source: Bay Post", "  ", "\r"]), max_size=30))
def test_nothing_is_lost_but_what_separates(lines):
    words = [word for piece in split_paste("\n".join(lines)) for word in piece.split() if set(word) - set("=-")]
    assert words == [word for word in "\n".join(lines).split() if set(word) - set("=-")]
