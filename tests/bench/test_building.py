"""A smoke test: a build is measured beside the bare model."""

from __future__ import annotations

from pathlib import Path

import pytest

from lib.bench.building import measure_building
from lib.bench.whole import main


def test_a_build_is_measured_beside_the_bare_model(tmp_path: Path) -> None:
    (tmp_path / "note.txt").write_text(
        "Source: Quay Side\nPublished: 3 February 2022\n\nThe council of Port Ansel met on Thursday and agreed on four "
        "new ferry routes to the islands, its mayor said after the meeting in the town hall.\n",
        encoding="utf-8",
    )
    rows = dict(measure_building(tmp_path, repeat=1))
    assert "spaCy's own pipeline on 1 articles, CPU seconds" in rows
    assert float(rows["whole build ÷ spaCy's own pipeline"]) > 0
    assert float(rows["without encoding ÷ spaCy's own pipeline"]) > 0


def test_many_invented_articles_are_built(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["6", "2"]) == 0
    printed = capsys.readouterr().out
    assert "6 articles" in printed
    assert "MB now  comparing accounts" in printed
