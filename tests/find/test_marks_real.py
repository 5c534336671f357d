"""Marks: the structure of the two real articles, by offsets alone."""

from pathlib import Path

import pytest

from lib.find.marks import mark

REAL = Path(__file__).resolve().parents[2] / ".." / "shared" / "real"


def _real(name: str) -> str:
    path = REAL / name
    if not path.exists():
        pytest.skip("the folder shared/real is absent: it holds publishers' text that is not in the repository")
    return path.read_text(encoding="utf-8")


def test_real_article_with_a_stamp_and_teasers() -> None:
    spans = mark(_real("000_ed9559371da34140.txt"))
    assert [(one.start, one.kind) for one in spans] == [
        (1, "dateline"), (17, "promo"), (76, "dateline"), (1102, "headline"), (2499, "promo"), (3275, "promo"),
    ]  # fmt: skip


def test_real_article_with_captions_and_comments() -> None:
    spans = mark(_real("002_146ba93acd382285.txt"))
    assert [(one.start, one.kind) for one in spans] == [
        (0, "headline"), (1843, "headline"), (2133, "headline"), (4640, "headline"), (5014, "stray"), (5133, "caption"),
        (6057, "boilerplate"), (6432, "boilerplate"), (6457, "boilerplate"), (6472, "boilerplate"),
    ]  # fmt: skip
