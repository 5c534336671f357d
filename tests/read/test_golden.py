"""Every golden case reads as its ``expected.json`` says; regenerate with ``python -m tests.read.regenerate``."""

import json
from pathlib import Path

import pytest

from lib.read import READERS
from tests.read.regenerate import cases, result


@pytest.mark.parametrize("case", cases(), ids=lambda case: case.name)
def test_golden(case: Path) -> None:
    assert result(case) == json.loads((case / "expected.json").read_text(encoding="utf-8"))


def test_every_reader_has_a_golden_article() -> None:
    read = set()
    for case in cases():
        for row in json.loads((case / "expected.json").read_text(encoding="utf-8")):
            if row["is"] == "article":
                read |= {n for n, (suffixes, _) in enumerate(READERS) if Path(row["path"]).suffix in suffixes}
    assert read == set(range(len(READERS)))
