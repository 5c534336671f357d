import itertools
import json
import re
from datetime import date
from pathlib import Path

import pytest

from lib.schema import ATTRIBUTIONS, LABELS, QUOTE_KINDS, SPAN_KINDS, STATUSES, TIMEX_TYPES
from tests.gold.resolve import ARTICLES, FOLDER, SECTIONS, as_json, days, find, resolve, resolve_names

GOLD = sorted(FOLDER.glob("*.gold"))
VALUE = re.compile(
    r"(\d{4}|\d{3}|\d{2}|XXXX)(-(\d{2}|XX|W\d{2}|W\d{2}-WE|SP|SU|FA|WI|Q[1-4]|H[12])(-(\d{2}|WXX-\d|XX))?)?"
    r"(T(\d{2}(:\d{2}){0,2}|MO|MI|AF|EV|NI|DT))?"
    r"|P(T?(\d+|X)[YMWDHMS])+|PAST_REF|PRESENT_REF|FUTURE_REF"
)


def test_there_are_at_least_twelve_articles() -> None:
    assert len(GOLD) >= 12


@pytest.mark.parametrize("path", GOLD, ids=lambda p: p.stem)
class TestArticle:
    def test_json_is_what_the_annotation_resolves_to(self, path: Path) -> None:
        assert path.with_suffix(".json").read_text(encoding="utf-8") == as_json(resolve(path)), (
            "run: python -m tests.gold.resolve"
        )

    def test_offsets_hold_the_words(self, path: Path) -> None:
        gold = json.loads(path.with_suffix(".json").read_text(encoding="utf-8"))
        text = (ARTICLES / gold["file"]).read_text(encoding="utf-8")
        assert "\r" not in text
        for section in SECTIONS:
            assert gold[section], f"{section} is empty"
            for row in gold[section]:
                words = row["trigger"] if section == "events" else row["text"]
                assert text[row["start"] : row["end"]] == words
                assert words == words.strip()
                assert words

    def test_values_are_in_vocabulary(self, path: Path) -> None:
        gold = json.loads(path.with_suffix(".json").read_text(encoding="utf-8"))
        text = (ARTICLES / gold["file"]).read_text(encoding="utf-8")
        assert {row["label"] for row in gold["names"]} <= set(LABELS)
        assert {row["type"] for row in gold["times"]} <= set(TIMEX_TYPES)
        assert {row["kind"] for row in gold["spans"]} <= set(SPAN_KINDS)
        assert {row["status"] for row in gold["events"]} <= set(STATUSES)
        assert {row["kind"] for row in gold["quotes"]} <= set(QUOTE_KINDS)
        assert {row["attribution"] for row in gold["quotes"]} <= set(ATTRIBUTIONS)
        for row in gold["times"]:
            assert VALUE.fullmatch(row["value"]), row
        for row in gold["events"]:
            assert date.fromisoformat(row["date_start"]) < date.fromisoformat(row["date_end"])
        for row in gold["quotes"]:
            assert row["speaker"] is None or row["speaker"] in text, row

    def test_nothing_is_annotated_in_a_marked_span_and_names_do_not_overlap(self, path: Path) -> None:
        gold = json.loads(path.with_suffix(".json").read_text(encoding="utf-8"))
        marked = [(row["start"], row["end"]) for row in gold["spans"]]
        for section in ("names", "times", "events"):
            rows = gold[section]
            assert all(row["end"] <= s or row["start"] >= e for row in rows for s, e in marked)
            assert all(a["end"] <= b["start"] for a, b in itertools.pairwise(rows)), section
        assert all(a[1] <= b[0] for a, b in itertools.pairwise(marked))

    def test_one_name_has_one_label_for_one_entity(self, path: Path) -> None:
        gold = json.loads(path.with_suffix(".json").read_text(encoding="utf-8"))
        labels: dict[str, set[str]] = {}
        for row in gold["names"]:
            labels.setdefault(row["entity"], set()).add(row["label"])
        assert all(len(found) == 1 for found in labels.values()), labels


def test_an_entity_has_one_label_in_all_articles() -> None:
    labels: dict[str, set[str]] = {}
    for path in GOLD:
        for row in json.loads(path.with_suffix(".json").read_text(encoding="utf-8"))["names"]:
            labels.setdefault(row["entity"], set()).add(row["label"])
    assert {entity: found for entity, found in labels.items() if len(found) > 1} == {}


def test_find_reads_brackets_and_gaps() -> None:
    text = "He said no. She said yes and left."
    assert find(text, "She [said]") == (16, 20)
    assert find(text, "yes~left") == (21, 33)
    with pytest.raises(ValueError, match="is not in the article"):
        find(text, "maybe")


def test_the_longest_alias_wins_and_one_place_can_differ() -> None:
    body = "The NATO-Russia Council met; Russia left Moscow, said Moscow."
    lines = [
        ["ORG", "NATO-Russia Council"],
        ["COUNTRY", "Russia", "Russia; Moscow"],
        ["only", "PLACE", "Moscow", "left [Moscow]"],
    ]
    names = resolve_names(body, lines)
    assert [(n["text"], n["label"]) for n in names] == [
        ("NATO-Russia Council", "ORG"),
        ("Russia", "COUNTRY"),
        ("Moscow", "PLACE"),
        ("Moscow", "COUNTRY"),
    ]


@pytest.mark.parametrize(
    ("value", "interval"),
    [
        ("2022-02-03", ("2022-02-03", "2022-02-04")),
        ("2021-12", ("2021-12-01", "2022-01-01")),
        ("2014", ("2014-01-01", "2015-01-01")),
        ("2022-02-10..2022-02-20", ("2022-02-10", "2022-02-21")),
    ],
)
def test_days_are_an_interval_with_an_exclusive_end(value: str, interval: tuple[str, str]) -> None:
    assert days(value) == interval
