"""Names that a small model misses or runs together, in invented sentences."""

from __future__ import annotations

import time

import pytest

from lib.find.names.unseen import _CAMEL
from tests.find.test_names import names


@pytest.mark.parametrize(
    ("text", "form", "label"),
    [
        ("The firm said BioRennov would deliver the first doses within days.", "BioRennov", "ORG"),
        ("Storm warnings followed as Hurricane Orn made landfall near the port.", "Hurricane Orn", "EVENT"),
        ("Bank of Norland Governor Haruki Tanaka spoke at a panel.", "Haruki Tanaka", "PERSON"),
        ("The Orn High Court granted bail to the harbour master.", "Orn High Court", "ORG"),
        ("Brexit talks resumed at the port on Monday.", "Brexit", "EVENT"),
        ("The S&P 500 gained 0.4 percent before noon.", "S&P 500", "OTHER"),
        ("Deutsche Bank AG was among the lenders.", "Deutsche Bank AG", "ORG"),
        ("The bathers met at Trafalgar Dock after work.", "Trafalgar Dock", "PLACE"),
    ],
)
def test_form_and_label(text: str, form: str, label: str) -> None:
    assert (form, label) in [(m.text, m.label) for m in names(text)]


def test_a_word_without_end_takes_no_time() -> None:
    started = time.process_time()
    assert _CAMEL.match("AaA" + "a" * 200_000 + "1") is None
    assert time.process_time() - started < 1


@pytest.mark.parametrize("word", ["KO", "USD", "LCD", "NGOs", "Institute", "Version"])
def test_common_nouns_in_capitals_are_no_names(word: str) -> None:
    assert word not in [m.text for m in names(f"After the second {word} the harbour master went home.")]
