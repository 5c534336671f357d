"""The measure of what is told by one outlet alone, on rows made by hand."""

from __future__ import annotations

import json
import sys
from pathlib import Path
from typing import Any

import pytest

from lib.quality.built import Tables
from lib.quality.claims_gold import read_pairs
from lib.quality.dataset import DataSet
from lib.quality.figures import ErrorKind, Figure
from lib.quality.measures.alone import alone
from lib.quality.ready import Ready

#: Article → its sentences.
TOLD = {
    "a": ["The mill burned.", "Nobody was hurt.", "Rain fell on Ghent.", "Ada Marsh wept.", "Two cats fled."],
    "b": ["Fire took the mill.", "Bakers danced."],
}
Key = tuple[str, int]


def _tables(alone_: list[Key], perhaps: list[Key], claimed: list[Key], third: str) -> Tables:
    """``third``: the story of an article of a third outlet, which nobody judged."""
    texts = {known: " ".join(told) for known, told in TOLD.items()} | {"c": "Something else."}
    articles = [
        {"article_id": known, "text": text, "source": known.upper(), "story_id": third if known == "c" else "s"}
        for known, text in texts.items()
    ]
    sentences = [
        {"article_id": known, "sentence_id": n, "start": (at := texts[known].index(words)), "end": at + len(words)}
        for known, told in TOLD.items()
        for n, words in enumerate(told)
    ]
    rows: list[dict[str, Any]] = [
        {"article_id": key[0], "sentence_id": key[1], "near": near}
        for near, keys in ((False, alone_), (True, perhaps))
        for key in keys
    ]
    members = [
        {
            "claim_id": "x",
            "article_id": a,
            "sentence_id": n,
            "score": 0.5,
            "other_article_id": "",
            "other_sentence_id": 0,
        }
        for a, n in claimed
    ]
    return Tables({"articles": articles, "sentences": sentences, "unshared": rows, "claim_sentences": members})


def _measured(folder: Path, monkeypatch: pytest.MonkeyPatch, tables: Tables) -> list[Any]:
    for known, told in TOLD.items():
        (folder / f"{known}.txt").write_text(" ".join(told), encoding="utf-8")
    a, b = ({"file": f"{known}.txt", "item": None} for known in TOLD)
    pairs = [
        {"a": a | {"sentence": x}, "b": b | {"sentence": y}, "same": same, "differs": [], "why": ""}
        for x, y, same in (("burned", "Fire", True), ("Rain", "Bakers", None), ("Ada", "Bakers", False))
    ]
    (folder / "pairs.jsonl").write_text("\n".join(map(json.dumps, pairs)), encoding="utf-8")
    (folder / "complete.jsonl").write_text(json.dumps({"a": a, "b": b}), encoding="utf-8")
    monkeypatch.setattr(sys.modules[alone.__module__], "built", lambda inputs, lines: tables)
    data = DataSet("d", "D", "given", (), inputs=folder, folder=folder, claims=read_pairs(folder), ours=True)
    return list(alone(Ready(data, (), (), {})))


def test_statements_are_told_elsewhere_where_a_pair_says_so(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    # Told elsewhere: a0 and b0. Open: a2, b1. By one outlet alone: a1, a3, a4.
    tables = _tables([("a", 0), ("a", 1), ("a", 2), ("b", 1)], [("b", 0), ("a", 3)], [("a", 4)], "t")
    rows = _measured(tmp_path, monkeypatch, tables)
    figures = {row.key: (row.right, row.n_items) for row in rows if isinstance(row, Figure)}
    assert figures == {"right": (1, 2), "found": (1, 3), "perhaps": (1, 2)}
    kinds = {row.kind: (row.n, row.examples) for row in rows if isinstance(row, ErrorKind)}
    assert kinds == {
        "told elsewhere, and no sentence of it was found near": (1, ("The mill burned.",)),
        "put under a claim": (1, ("Two cats fled.",)),
        "a sentence near that states something else": (1, ("Ada Marsh wept.",)),
    }


def test_a_story_with_an_article_that_nobody_judged_is_left_out(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert _measured(tmp_path, monkeypatch, _tables([("a", 0), ("a", 1)], [], [], "s")) == []


def test_data_without_judged_pairs_has_no_figure() -> None:
    assert list(alone(Ready(DataSet("d", "D", "given", ()), (), (), {}))) == []
