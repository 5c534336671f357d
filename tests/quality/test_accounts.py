"""The measures of accounts on rows made by hand: rankings, joined pairs, running stories, numbers, evidence."""

from __future__ import annotations

import json
import sys
from pathlib import Path
from typing import Any

import pytest

from lib.quality.built import Tables
from lib.quality.claims_gold import Side, read_pairs
from lib.quality.command import main
from lib.quality.dataset import DataSet
from lib.quality.figures import Figure
from lib.quality.formats import read_lines
from lib.quality.measures.claims import joined_pairs, judged
from lib.quality.measures.differences import differences
from lib.quality.measures.ledger import ledger
from lib.quality.measures.quantities import paired
from lib.quality.measures.stories import pairwise, single_pass
from lib.quality.ranking import TFIDF, average_precision, baselines, crossed, listed_once, ordered, ranked
from lib.quality.ready import Ready
from lib.quality.said_gold import OPEN, GoldQuantity, same_number
from lib.quality.stories_gold import stories
from lib.schema import Quantity

ROOT = Path(__file__).resolve().parents[2]
ONE, TWO = "The mill burned down. Nobody was hurt.", "Fire took the mill on Monday. Two men were hurt. It rained."


def tables(**more: list[dict[str, Any]]) -> Tables:
    sentences = [
        {"article_id": known, "sentence_id": n, "start": text.index(words), "end": text.index(words) + len(words)}
        for known, text in (("a", ONE), ("b", TWO))
        for n, words in enumerate(text.replace(". ", ".|").split("|"))
    ]
    articles = [{"article_id": "a", "text": ONE}, {"article_id": "b", "text": TWO}]
    rows: dict[str, list[dict[str, Any]]] = {"claim_sentences": [], "nearest": []}
    return Tables(rows | {"articles": articles, "sentences": sentences} | more)


def member(article: str, sentence: int, other: tuple[str, int], score: float, claim: str = "c") -> dict[str, Any]:
    return {
        "claim_id": claim, "article_id": article, "sentence_id": sentence, "score": score,
        "other_article_id": other[0], "other_sentence_id": other[1],
    }  # fmt: skip


@pytest.mark.parametrize(
    ("right", "wanted", "value"),
    [
        ([True, False, True], 2, (1 + 2 / 3) / 2),
        ([True], 2, 0.5),
        ([False, False], 1, 0.0),
        ([], 3, 0.0),
        ([], 0, 0.0),
    ],
)
def test_average_precision_counts_what_is_missing_as_nought(right: list[bool], wanted: int, value: float) -> None:
    assert average_precision(right, wanted) == pytest.approx(value)


def test_a_ranking_is_the_same_twice_and_leaves_out_what_has_no_score() -> None:
    first, second, third = (("a", 0), ("b", 0)), (("a", 0), ("b", 1)), (("a", 1), ("b", 0))
    assert ranked({third: 0.5, first: 0.5, second: 0.9}, {first, second, third}) == [second, first, third]
    assert ranked({first: 0.5}, {second}) == []
    assert ordered(("b", 0), ("a", 3)) == (("a", 3), ("b", 0))


def test_shared_claims_are_listed_once_as_by_hand() -> None:
    told_twice = [(("a", 0), ("b", 0)), (("a", 0), ("b", 1)), (("a", 0), ("b", 2))]
    assert listed_once(told_twice) == 1, "one sentence of a stands for one line of the list"
    assert listed_once([*told_twice, (("a", 4), ("b", 0))]) == 2
    assert listed_once([(("a", 0), ("b", 0)), (("a", 1), ("b", 0)), (("a", 1), ("b", 1))]) == 2
    assert listed_once([]) == 0


def test_links_outrank_pairs_that_only_share_a_claim() -> None:
    rows = [member("a", 0, ("b", 0), 0.9), member("b", 0, ("a", 0), 0.8), member("b", 1, ("a", 0), 0.7)]
    rows.append(member("c", 0, ("b", 0), 0.6))
    built = tables(claim_sentences=rows)
    joined = joined_pairs(built)
    assert joined[("a", 0), ("b", 0)] == 0.9
    assert joined[("a", 0), ("c", 0)] == pytest.approx(0.3)
    assert (("b", 0), ("b", 1)) not in joined, "sentences of one article are no pair of outlets"


def test_words_are_found_in_their_sentence_and_every_pair_of_two_articles_is_ranked(tmp_path: Path) -> None:
    for name, text in (("one.txt", ONE), ("two.txt", TWO)):
        (tmp_path / name).write_text(text, encoding="utf-8")
    built = tables()
    assert built.sentence(tmp_path, Side(("two.txt", None), "Two men")) == ("b", 1)
    assert built.sentence(tmp_path, Side(("two.txt", None), "hurt. It")) is None, "it lies in no one sentence"
    with pytest.raises(ValueError, match="stands 0 times"):
        built.sentence(tmp_path, Side(("two.txt", None), "three men"))
    assert len(crossed(built.texts, "a", "b")) == 6
    scores = baselines(built.texts, crossed(built.texts, "a", "b"))[TFIDF]
    assert scores[("a", 0), ("b", 0)] > scores[("a", 0), ("b", 2)] == 0


def test_shared_outweighs_open_where_rows_meet_in_one_sentence(tmp_path: Path) -> None:
    for name, text in (("one.txt", ONE), ("two.txt", TWO)):
        (tmp_path / name).write_text(text, encoding="utf-8")
    a, b = {"file": "one.txt", "item": None}, {"file": "two.txt", "item": None}
    rows = [
        ("burned", "Fire", True),
        ("The mill", "Monday", None),
        ("Nobody", "Two men", False),
        ("hurt", "hurt. It", True),
    ]
    lines: list[dict[str, Any]] = [
        {"a": a | {"sentence": x}, "b": b | {"sentence": y}, "same": same, "differs": [], "why": ""}
        for x, y, same in rows
    ]
    (tmp_path / "pairs.jsonl").write_text("\n".join(map(json.dumps, lines)), encoding="utf-8")
    (tmp_path / "complete.jsonl").write_text(json.dumps({"a": a, "b": b}), encoding="utf-8")
    data = DataSet("d", "D", "given", (), folder=tmp_path, claims=read_pairs(tmp_path))
    gold = judged(data, tables())
    assert gold.shared == {(("a", 0), ("b", 0))}
    assert gold.near == {(("a", 1), ("b", 1))}
    assert (gold.open, gold.lost) == (frozenset(), 1)
    assert [len(some) for some in gold.whole] == [6]


def number(article: str, sentence: int, size: float, row: str, unit: str = "") -> dict[str, Any]:
    return {
        "article_id": article, "sentence_id": sentence, "low": size, "high": size, "unit": unit, "ledger_id": row,
        "text": f"{size:g}",
    }  # fmt: skip


def test_one_number_in_one_statement_is_to_stand_in_one_row(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for name, text in (("one.txt", ONE), ("two.txt", TWO)):
        (tmp_path / name).write_text(text, encoding="utf-8")
    a, b = {"file": "one.txt", "item": None}, {"file": "two.txt", "item": None}
    line = {"a": a | {"sentence": "burned"}, "b": b | {"sentence": "Fire"}, "same": True, "differs": [], "why": ""}
    (tmp_path / "pairs.jsonl").write_text(json.dumps(line), encoding="utf-8")
    (tmp_path / "complete.jsonl").write_text(json.dumps({"a": a, "b": b}), encoding="utf-8")
    quantities = [
        number("a", 0, 70, "x"), number("b", 0, 70, "x"),  # one statement, one row
        number("a", 0, 5000, "y"), number("b", 0, 5000, "z", "EUR"),  # one statement, two rows
        number("a", 0, 9, ""), number("b", 0, 9, "", "EUR"),  # other units
        number("a", 1, 8, "v"), number("b", 1, 8, "v"),  # two statements, one row
    ]  # fmt: skip
    known = tables(quantities=quantities)
    monkeypatch.setattr(sys.modules[ledger.__module__], "built", lambda inputs, lines: known)
    data = DataSet("d", "D", "given", (), inputs=tmp_path, folder=tmp_path, claims=read_pairs(tmp_path))
    figures = {row.key: row for row in ledger(Ready(data, (), (), {})) if isinstance(row, Figure)}
    assert {key: (row.right, row.n_items) for key, row in figures.items()} == {"recall": (1, 2), "precision": (1, 2)}


def test_numbers_called_different_are_held_against_what_a_reader_listed(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name, text in (("one.txt", ONE), ("two.txt", TWO)):
        (tmp_path / name).write_text(text, encoding="utf-8")
    a, b = {"file": "one.txt", "item": None}, {"file": "two.txt", "item": None}
    lines = [
        {
            "a": a | {"sentence": "burned"},
            "b": b | {"sentence": "Fire"},
            "same": True,
            "differs": ["number"],
            "why": "",
        },
        {"a": a | {"sentence": "hurt"}, "b": b | {"sentence": "Two men"}, "same": True, "differs": [], "why": ""},
    ]
    (tmp_path / "pairs.jsonl").write_text("\n".join(map(json.dumps, lines)), encoding="utf-8")
    (tmp_path / "complete.jsonl").write_text(json.dumps({"a": a, "b": b}), encoding="utf-8")

    def number_of(article: str, sentence: int, value: str, claim: str = "c") -> dict[str, Any]:
        return {"claim_id": claim, "kind": "number", "article_id": article, "sentence_id": sentence, "value": value}

    rows = [number_of("a", 0, "70"), number_of("b", 0, "80"), number_of("a", 1, "2", "d"), number_of("b", 1, "3", "d")]
    members = [member("a", 0, ("b", 0), 0.9), member("b", 0, ("a", 0), 0.9)]
    members += [row | {"claim_id": "d"} for row in (member("a", 1, ("b", 1), 0.9), member("b", 1, ("a", 1), 0.9))]
    known = tables(claim_sentences=members, differences=rows)
    monkeypatch.setattr(sys.modules[differences.__module__], "built", lambda inputs, lines: known)
    data = DataSet("d", "D", "given", (), inputs=tmp_path, folder=tmp_path, claims=read_pairs(tmp_path))
    figures = {row.key: row for row in differences(Ready(data, (), (), {})) if isinstance(row, Figure)}
    assert {key: (row.right, row.n_items) for key, row in figures.items()} == {"right": (1, 2), "found": (1, 1)}


@pytest.mark.parametrize(
    ("found", "value"),
    [("aabb", (1, 1, 1)), ("aaaa", (1 / 3, 1, 0.5)), ("abcd", (1, 0, 0)), ("abab", (0, 0, 0))],
)
def test_pairwise_scores(found: str, value: tuple[float, float, float]) -> None:
    assert pairwise(found, "xxyy") == pytest.approx(value)


def test_a_single_pass_reads_in_order_of_days() -> None:
    texts = ["flood in the valley", "strike at the port", "valley flood kills two", "port strike ends"]
    assert single_pass(texts, ["4", "1", "3", "2"], 0.1) == [1, 0, 1, 0]
    assert len(set(single_pass(texts, ["1"] * 4, 1.1))) == 4


def test_our_stories_are_read_with_their_held_out_pairs() -> None:
    data, *halves = stories(ROOT / "tests/gold/stories")
    assert data.stories is not None
    assert len(data.stories) == len(data.documents) == 72
    dev, test = (half.claims for half in halves)
    assert dev is not None
    assert test is not None
    sides = [{side.article for p in half.pairs for side in (p.a, p.b)} for half in (dev, test)]
    assert not sides[0] & sides[1], "no article is in both halves"
    assert min(len(dev.complete), len(test.complete)) >= 5
    assert stories(ROOT / "tests/no-such-folder") == []


@pytest.mark.parametrize(
    ("gold", "found", "same"),
    [(33.333, 33.3, True), (100, 101, False), (None, None, True), (None, 5.0, False), (5, None, False),
     (OPEN, 7.0, True)],
)  # fmt: skip
def test_numbers_are_equal_to_half_a_percent(gold: float | str | None, found: float | None, same: bool) -> None:
    assert same_number(gold, found) is same


def test_each_quantity_is_matched_at_most_once_and_by_half_of_its_words() -> None:
    gold = [GoldQuantity(0, 10, 1, 1, ("",), ("x",), "exactly"), GoldQuantity(20, 30, 2, 2, ("",), ("x",), "exactly")]
    assert [(g.start, f.start) for g, f in paired(gold, [_found(0, 30), _found(0, 8), _found(1, 10)])] == [(0, 1)]
    assert [(g.start, f.start) for g, f in paired(gold, [_found(21, 30), _found(0, 10)])] == [(0, 0), (20, 21)]


def _found(start: int, end: int) -> Quantity:
    return Quantity(
        article_id="a", sentence_id=0, start=start, end=end, text="", low=1.0, high=1.0, unit="", counted="x",
        counted_text="x", hedge="exactly", hedge_text="", status="happened", actor_entity_id=None, place_entity_id=None,
        date_start=None, date_end=None, speaker_text="", speaker_entity_id=None, attribution="outlet", ledger_id="",
        score=1.0,
    )  # fmt: skip


@pytest.mark.parametrize(
    ("row", "wrong"),
    [
        ({"text": "x", "quantities": [{"text": "x", "start": 0}]}, "lacks 'hedge'"),
        ({"text": "x", "quantities": [{"text": "x", "start": 0, "hedge": "perhaps"}]}, "allowed are exactly"),
        ({"text": "x", "standings": [{"text": "x", "start": 0, "status": "sung"}]}, "allowed are asserted"),
        ({"text": "x", "standings": [{"text": "xyz", "start": 0, "status": "denied", "by": ""}]}, "in a text of 1"),
    ],
)
def test_a_line_that_is_wrong_says_what_is_allowed(row: dict[str, Any], wrong: str, tmp_path: Path) -> None:
    path = tmp_path / "x.jsonl"
    path.write_text(json.dumps(row), encoding="utf-8")
    with pytest.raises(ValueError, match=wrong):
        read_lines(path)


def test_sentences_of_our_own_are_measured_by_name_of_the_measure(tmp_path: Path) -> None:
    assert main(["--only", "quantities,standings", "--out", str(tmp_path)]) == 0
    report = json.loads((tmp_path / "quality.json").read_text(encoding="utf-8"))
    assert {f["measure"] for f in report["figures"]} == {"quantities", "standings"}
    assert {d["key"] for d in report["data"]} == {
        "quantities-dev", "quantities-test", "standings-dev", "standings-test"
    }  # fmt: skip
    assert {c["measure"] for c in report["confusions"]} == {"quantities", "standings"}


@pytest.mark.parametrize("names", ["claims,ghosts", ",", ""])
def test_a_measure_that_nobody_knows_is_refused(names: str, capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as stopped:
        main([f"--only={names}"])
    assert stopped.value.code == 2
    assert "measures are times" in capsys.readouterr().err
