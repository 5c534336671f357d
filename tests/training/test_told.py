"""Texts to learn from: what a key says of two sentences, and what is no such text."""

from __future__ import annotations

import json
import random
from pathlib import Path

import numpy as np
import pytest

from lib.training.told import read_event, read_events

TRAINING = Path(__file__).resolve().parents[2] / "data" / "training"
FERRY = """# slug: ferry
== Baltic Wire | 2019-11-05T08:10:00Z | Ferry aground
a | A ferry ran aground before dawn.
b, c | All were taken off by noon, and nobody was hurt.

- | The line had bought the ship in 2011.
== Island Post | 2019-11-05T12:00:00Z | All safe
c | Nobody was injured.
a? | After the grounding, divers went down.
b | By midday the ship was empty.
"""


@pytest.fixture
def ferry(tmp_path: Path) -> Path:
    path = tmp_path / "sea" / "01-ferry.txt"
    path.parent.mkdir()
    path.write_text(FERRY, encoding="utf-8")
    return path


def test_a_common_key_says_that_two_sentences_state_the_same(ferry: Path) -> None:
    event = read_event(ferry)
    assert event.name == "sea/01-ferry"
    assert event.article.tolist() == [0, 0, 0, 1, 1, 1]
    assert {(a, b) for a, b in np.argwhere(event.same).tolist() if a < b} == {(1, 3), (1, 5)}
    assert (event.same == event.same.T).all()


def test_doubtful_pairs_and_pairs_of_one_article_are_not_judged(ferry: Path) -> None:
    event = read_event(ferry)
    assert not event.judged[0, 4]
    assert not event.judged[0, 1]
    assert event.judged[0, 3]
    assert event.judged[1, 3]


def test_a_joined_sentence_states_what_both_did(ferry: Path) -> None:
    joined = read_event(ferry).with_joined(1.0, random.Random(0))
    assert [len(text.split(". ")) for text in joined.sentences] == [2, 1, 2, 1]
    assert joined.article.tolist() == [0, 0, 1, 1]
    assert joined.same[0, 2]
    assert joined.same[0, 3]
    assert not joined.judged[1, 0]
    assert read_event(ferry).with_joined(0.0, random.Random(0)).sentences == read_event(ferry).sentences


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("== Only one | 2019-11-05T08:10:00Z | Title\na | A sentence.\n", "1 articles; two are the least"),
        ("a | Before any article.\n", "line 1"),
        ("== A | 2019-11-05 | Title\n", "line 1: '== A"),
        ("== A | 2019-11-05T08:10:00Z | T\n== A | 2019-11-05T08:10:00Z | T\n", "line 2"),
        ("== A | 2019-11-05T08:10:00Z | T\nA sentence without keys.\n", "'- | Its words.'"),
    ],
)
def test_what_is_no_event_is_named_with_its_line(tmp_path: Path, text: str, said: str) -> None:
    path = tmp_path / "bad.txt"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(ValueError, match=r"bad\.txt") as error:
        read_event(path)
    assert said in str(error.value)


def test_an_empty_folder_is_an_error(tmp_path: Path) -> None:
    with pytest.raises(ValueError, match=r"data/training"):
        read_events(tmp_path)


def test_every_event_has_three_outlets_that_share_statements() -> None:
    events = read_events(TRAINING)
    assert len({event.name for event in events}) == len(events) >= 200
    for event in events:
        assert event.article.max() == 2, event.name
        assert event.same.any(), event.name


def test_no_sentence_of_the_gold_is_learnt_from() -> None:
    learnt = {" ".join(sentence.split()) for event in read_events(TRAINING) for sentence in event.sentences}
    told = (TRAINING.parents[1] / "tests" / "gold").glob("*/articles.jsonl")
    articles = [json.loads(line)["text"] for path in told for line in path.read_text(encoding="utf-8").splitlines()]
    sample = (path.read_bytes().decode("utf-8", "replace") for path in (TRAINING.parent / "sample").glob("*.*"))
    gold = " ".join(" ".join([*articles, *sample]).split())
    assert gold
    assert not [sentence for sentence in learnt if len(sentence.split()) > 6 and sentence in gold]
