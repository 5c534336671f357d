"""The reader of gold on pages: halves, offsets that must fit, what stands outside of a body's paragraphs."""

import json
from pathlib import Path

import pytest

from lib.quality.dataset import Unusable
from lib.quality.pasted import pages, read_pages

TEXT = "Share\nThe talks opened on Thursday, and they went on until late in the night.\nSubscribe\n"


def write(folder: Path, **more: object) -> None:
    (folder / "a.txt").write_text(TEXT, encoding="utf-8")
    row = {"file": "a.txt", "part": "dev", "title": "", "source": "", "published": None, "byline": "", **more}
    (folder / "a.json").write_text(json.dumps(row), encoding="utf-8")


def test_spans(tmp_path: Path) -> None:
    write(tmp_path, spans=[{"start": 0, "end": 5, "kind": "boilerplate", "text": "Share"}])
    (page,) = read_pages(tmp_path)
    assert page.marks == ((0, 5, "boilerplate"),)
    (data,) = pages(tmp_path, "pasted", "Pasted", [])
    assert (data.key, data.part, len(data.documents)) == ("pasted-dev", "dev", 1)


def test_body(tmp_path: Path) -> None:
    body = ["The talks opened on Thursday, and they went on until late in the night.", "It rained."]
    write(tmp_path, body=body)
    (page,) = read_pages(tmp_path)
    assert [TEXT[start:end].strip() for start, end, _ in page.marks] == ["Share", "Subscribe"]
    assert page.lost == ("It rained.",)


def test_gold_on_another_text_is_a_fault(tmp_path: Path) -> None:
    write(tmp_path, spans=[{"start": 1, "end": 6, "kind": "boilerplate", "text": "Share"}])
    with pytest.raises(ValueError, match="does not stand at 1"):
        list(read_pages(tmp_path))
    faults: list[Unusable] = []
    assert pages(tmp_path, "pasted", "Pasted", faults) == []
    assert len(faults) == 1
