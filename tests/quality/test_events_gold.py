"""Gold in two parts: each is built of its own articles, and whoever tunes on one runs nothing on the other."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from lib.quality.built import built
from lib.quality.dataset import Gathered
from lib.quality.events_gold import events
from lib.quality.gather import of_part
from lib.quality.measures.claims import judged

DAY = "2023-05-10"
TOLD = [
    ("Post", "dev", "PORTO (AW) — A bridge fell in Porto on Tuesday. Twelve people died, the police said."),
    ("Wire", "dev", "On Tuesday a bridge in Porto collapsed. Rain fell on the coast."),
    ("Post", "test", "A mill burned in Ghent. Nobody was hurt there, firemen said."),
    ("Wire", "test", "Fire destroyed a mill in Ghent. The owner wept."),
]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    rows = [{"source": s, "published": DAY, "title": "T", "text": t, "event": p, "part": p} for s, p, t in TOLD]
    (tmp_path / "articles.jsonl").write_text("\n".join(map(json.dumps, rows)) + "\n", encoding="utf-8")

    def side(item: int, words: str) -> dict[str, object]:
        return {"file": "articles.jsonl", "item": item, "sentence": words}

    pairs = [
        {"a": side(1, "PORTO (AW) — A bridge fell"), "b": side(2, "a bridge in Porto collapsed"), "same": True},
        {"a": side(3, "A mill burned"), "b": side(4, "Fire destroyed"), "same": True},
    ]
    more = [pair | {"differs": [], "why": ""} for pair in pairs]
    (tmp_path / "pairs.jsonl").write_text("\n".join(map(json.dumps, more)), encoding="utf-8")
    complete = [{k: {"file": "articles.jsonl", "item": n} for k, n in (("a", x), ("b", x + 1))} for x in (1, 3)]
    (tmp_path / "complete.jsonl").write_text("\n".join(map(json.dumps, complete)), encoding="utf-8")
    return tmp_path


def test_each_part_has_its_own_articles_and_pairs(folder: Path) -> None:
    dev, test = events(folder, "desk", "Desks")
    assert (dev.key, dev.lines, test.key, test.lines) == ("desk-dev", (1, 2), "desk-test", (3, 4))
    assert dev.claims is not None
    assert [p.a.article for p in dev.claims.pairs] == [("articles.jsonl", 1)]
    assert len(dev.claims.complete) == 1


def test_only_its_own_lines_are_built_and_a_dateline_is_no_hindrance(folder: Path) -> None:
    dev, _ = events(folder, "desk", "Desks")
    assert dev.inputs is not None
    tables = built(dev.inputs, dev.lines)
    assert {row["text"] for row in tables.rows["articles"]} == {text for _, part, text in TOLD if part == "dev"}
    gold = judged(dev, tables)
    assert (len(gold.shared), gold.lost) == (1, 0)


def test_the_other_half_is_left_out(folder: Path) -> None:
    found = Gathered(events(folder, "desk", "Desks"))
    assert [one.key for one in of_part(found, "dev").sets] == ["desk-dev"]


def test_without_the_folder_there_is_none(tmp_path: Path) -> None:
    assert events(tmp_path / "no", "desk", "Desks") == []
