"""The gold is sound, standoff is read as written, and the score counts what it says."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from lib.quality.quotes import Counts, count, find_all, main, matched, overlap, report, score
from lib.quality.quotes_gold import GoldDocument, GoldQuote, read_gold, standoff
from lib.schema import ATTRIBUTIONS, QUOTE_KINDS, Quote

GOLD = Path(__file__).resolve().parents[1] / "gold" / "quotes.jsonl"


def _quote(start: int, end: int, speaker: tuple[int, int] | None, text: str) -> Quote:
    return Quote(
        "a", 0, start, end, text[start:end], "direct", "said", text[slice(*speaker)] if speaker else "",
        speaker[0] if speaker else None, speaker[1] if speaker else None, None, "named", 1.0,
    )  # fmt: skip


def test_gold_offsets_hold_whole_words() -> None:
    rows = [json.loads(line) for line in GOLD.read_text(encoding="utf-8").splitlines()]
    assert len(rows) >= 60
    assert len({row["id"] for row in rows}) == len(rows)
    assert {row["part"] for row in rows} == {"dev", "test"}
    for row in rows:
        text = row["text"]
        end = 0
        for quote in row["quotes"]:
            spans = [quote["content"]] + ([quote["speaker"]] if quote["speaker"] else [])
            for a, b in spans:
                assert 0 <= a < b <= len(text)
                assert text[a:b] == text[a:b].strip()
                assert not (text[a - 1 : a] + text[a : a + 1]).isalnum() or a == 0
                assert not (text[b - 1 : b] + text[b : b + 1]).isalnum() or b == len(text)
            assert quote["content"][0] >= end, row["id"]
            end = quote["content"][1]
            assert quote["attribution"] in ATTRIBUTIONS
            assert quote["kind"] in QUOTE_KINDS
            marked = any(m in text[slice(*quote["content"])] for m in "“”‘")
            assert quote["kind"] != "indirect" or not marked, row["id"]


def test_standoff_joins_events_relations_and_pieces() -> None:
    text = "“We go,” Ana said, “at dawn.” Bob thinks it rains."
    annotation = (
        "T1\tContent 0 8;19 29\t“We go,” “at dawn.”\n"
        "T2\tSource 9 12\tAna\n"
        "T3\tCue 13 17\tsaid\n"
        "T4\tAttribution 13 17\tsaid\n"
        "E1\tAttribution:T4 Source:T2 Cue:T3 Content:T1\n"
        "T5\tContent 41 49\tit rains\n"
        "T6\tSource 30 33\tBob\n"
        "R1\tSource Arg1:T5 Arg2:T6\n"
    )
    found = list(standoff(annotation, text))
    contents = [[text[a:b] for a, b in q.content] for q in found]
    assert sorted(contents) == [["it rains"], ["“We go,”"], ["“at dawn.”"]]
    assert {text[a:b] for q in found for a, b in q.speaker} == {"Ana", "Bob"}


def test_a_folder_is_read_with_text_beside_annotations(tmp_path: Path) -> None:
    (tmp_path / "text").mkdir()
    (tmp_path / "attributions").mkdir()
    (tmp_path / "text" / "story.txt").write_text("Bob thinks it rains.", encoding="utf-8")
    (tmp_path / "attributions" / "story_ab12.ann").write_text(
        "T1\tContent 11 19\tit rains\nT2\tSource 0 3\tBob\nE1\tAttribution:T1 Source:T2 Content:T1\n",
        encoding="utf-8",
    )
    (document,) = read_gold(tmp_path)
    assert document == GoldDocument("story", "Bob thinks it rains.", (GoldQuote(((11, 19),), ((0, 3),)),))


def test_no_gold_says_what_to_give(tmp_path: Path) -> None:
    with pytest.raises(ValueError, match=r"\.jsonl file, or a folder"):
        read_gold(tmp_path)


def test_overlap_is_intersection_over_union() -> None:
    assert overlap(((0, 10),), 0, 10) == 1
    assert overlap(((0, 10),), 5, 15) == pytest.approx(5 / 15)
    assert overlap(((0, 4), (8, 12)), 0, 12) == pytest.approx(8 / 12)


def test_each_row_is_matched_once_and_speakers_are_judged() -> None:
    text = "Ana said it rains and Bob said it snows."
    gold = GoldDocument(
        "x", text, (GoldQuote(((9, 17),), ((0, 3),), "named"), GoldQuote(((31, 39),), ((22, 25),), "named"))
    )
    found = [_quote(9, 17, (0, 3), text), _quote(9, 17, (0, 3), text), _quote(31, 39, (0, 3), text)]
    assert len(matched(gold.quotes, found)) == 2
    counts = count(gold, found)
    assert (counts.found, counts.gold, counts.content, counts.speaker) == (3, 2, 2, 1)
    whole = score([counts], lambda c: c.content)
    assert (whole.precision, whole.recall, whole.f1) == pytest.approx((2 / 3, 1, 0.8))
    assert whole.low == whole.high == whole.f1


def test_no_rows_score_nought() -> None:
    assert score([Counts(0, 0, 0, 0, ())], lambda c: c.content).f1 == 0


def test_dev_gold_is_found_well(capsys: pytest.CaptureFixture[str]) -> None:
    main([str(GOLD), "--part", "dev"])
    printed = capsys.readouterr().out
    assert "attribution class" in printed
    documents = [d for d in read_gold(GOLD) if d.part == "dev"]
    counts = [count(d, f) for d, f in zip(documents, find_all(documents), strict=True)]
    assert report(counts) == printed.rstrip("\n")
    assert score(counts, lambda c: c.content).f1 >= 0.9
    assert score(counts, lambda c: c.speaker).f1 >= 0.85
    classes = [pair for c in counts for pair in c.classes]
    assert sum(a == b for a, b in classes) / len(classes) >= 0.9
