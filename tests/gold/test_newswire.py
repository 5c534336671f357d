"""The gold of names in invented news items is sound, and the part that rules were written on stays well read."""

from __future__ import annotations

from pathlib import Path

import pytest

from lib.find.parse import load_model
from lib.quality import conll
from lib.quality.gold import GoldDocument, parsed
from lib.quality.names import CLASSES, MAIN, count, f1, ours, trimmed

FOLDER = Path(__file__).parent / "newswire"
ITEMS = 18


def items(part: str) -> list[GoldDocument]:
    return list(conll.read(FOLDER / f"newswire-{part}.conll"))


@pytest.mark.parametrize("part", ["dev", "test"])
def test_spans_are_names(part: str) -> None:
    documents = items(part)
    assert len(documents) == ITEMS
    for document in documents:
        assert {s.label for s in document.spans} <= set(CLASSES)
        for span in document.spans:
            text = document.text[span.start : span.end]
            assert text == text.strip(" ,;:\"'")
            assert "\n" not in text


def test_no_sentence_stands_in_both_halves() -> None:
    lines = [{line for d in items(part) for line in d.text.splitlines() if len(line) > 30} for part in ("dev", "test")]
    assert not lines[0] & lines[1]


def test_names_of_the_dev_half_do_not_get_worse() -> None:
    documents = items("dev")
    counts = []
    for gold, document in zip(documents, parsed(documents, load_model()), strict=True):
        wanted = [trimmed(gold.text, (s.start, s.end, s.label)) for s in gold.spans]
        counts.append(count(wanted, [trimmed(gold.text, s) for s in ours(document)], MAIN))
    # The bare model has 0.672.
    assert f1(counts)[2] >= 0.93
