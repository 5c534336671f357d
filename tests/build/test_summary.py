"""The closing summary says what was read, found, marked and assumed, what went wrong and what to type next."""

import dataclasses
from pathlib import Path

from lib.build.summary import SHOWN, Summary, describe
from lib.schema import Problem

SUMMARY = Summary(
    corpus=Path("data/built/mine"),
    generation="20261122T031502-1a2b3c4d",
    seconds=12.3,
    n_files=3,
    sources={"Harbor Wire": 2, "": 1},
    n_reused=2,
    counts={
        "articles": 3,
        "mentions": 1200,
        "entities": 1,
        "times": 9,
        "events": 1,
        "quotes": 0,
        "quantities": 2,
        "stories": 1,
        "claims": 4,
        "claim_sentences": 9,
    },
    marked={"promo": 2, "headline": 3},
    published_how={"metadata": 1, "inferred": 1, "unknown": 1},
    problems=[],
)


def test_every_part_is_there():
    said = " ".join(describe(SUMMARY).split())
    assert "Built data/built/mine in 12 s (generation 20261122T031502-1a2b3c4d)" in said
    assert "read 3 files, 3 articles: Harbor Wire 2, unknown source 1" in said
    assert "2 of them did not change and were not parsed again" in said
    assert "found 1,200 mentions of 1 entity, 9 time expressions, 1 dated event, 0 quotes, 2 numbers" in said
    assert "compared 1 story; 4 statements made by two outlets or more, in 9 sentences" in said
    assert "marked 5 stretches as not body text, shown dimmed: 3 headline, 2 promo" in said
    assert "assumed publication dates: 1 inferred from what the articles say; 1 unknown" in said
    assert "problems none" in said
    assert said.endswith("next make run CORPUS=data/built/mine")


def test_only_the_first_problems_are_shown_and_all_are_counted():
    problems = [Problem(f"{n}.txt", "row 3", "it is empty", "why", "remove it") for n in range(SHOWN + 2)]
    said = " ".join(describe(dataclasses.replace(SUMMARY, problems=problems)).split())
    assert f"problems {SHOWN + 2}; the app lists all of them" in said
    assert "0.txt, row 3: it is empty. To do: remove it" in said
    assert f"{SHOWN}.txt" not in said
    assert "… and 2 more" in said


def test_nothing_assumed_is_said_too():
    said = describe(dataclasses.replace(SUMMARY, published_how={"text": 3}, n_reused=0, marked={}))
    assert "every publication date was stated" in said
    assert "not parsed again" not in said
    assert "all text counts as body" in said
