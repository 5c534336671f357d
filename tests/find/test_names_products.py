"""Things that are made, in invented sentences: the designation is one name, and no firm or person."""

from __future__ import annotations

import pytest

from tests.find.test_names import names


@pytest.mark.parametrize(
    ("text", "form"),
    [
        ("Two F-16 Fighting Falcons crossed the bay before noon.", "F-16 Fighting Falcons"),
        ("The carrier ordered ten Boeing 787 airliners for its islands.", "Boeing 787"),
        ("A damaged Airbus A320 stood beside the runway.", "Airbus A320"),
        ("She left her iPhone on the ferry.", "iPhone"),
    ],
)
def test_a_designation_is_one_product(text: str, form: str) -> None:
    assert [(m.text, m.label) for m in names(text)] == [(form, "PRODUCT")]


@pytest.mark.parametrize("road", ["M25", "A1", "G7", "U2"])
def test_a_road_or_a_band_is_no_model_number(road: str) -> None:
    found = names(f"Traffic on the {road} near Ornholt stood still for hours.")
    assert not any(m.label == "PRODUCT" and m.method == "pattern" for m in found)
