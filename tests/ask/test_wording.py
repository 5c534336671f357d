"""Which words set outlets apart: the score by hand, and that what is called more than chance is."""

from __future__ import annotations

import math
from collections import Counter
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from lib.ask.distinctive import least_beyond_chance
from lib.ask.wording import FaceToFace, own_words, wording
from lib.charts.distinctive import distinctive_chart
from lib.charts.wording import versus_chart
from lib.store.contrast import contrast
from lib.store.engine import Store
from lib.view import View
from tests.ask.worded import worded

VOCABULARY = [f"word{n}" for n in range(3000)]
COLOURS = {"ash": "#111111", "birch": "#222222"}
NAMES = {"ash": "Ash", "birch": "Birch"}


def _drawn(seed: int, articles: int = 80, length: int = 500) -> list[list[str]]:
    """Articles of one and the same distribution: few words often, many seldom."""
    chance = np.random.default_rng(seed)
    weight = 1 / np.arange(2, len(VOCABULARY) + 2)
    picked = chance.choice(len(VOCABULARY), size=(articles, length), p=weight / weight.sum())
    return [[VOCABULARY[n] for n in row] for row in picked]


@pytest.fixture(scope="module")
def alike(tmp_path_factory: pytest.TempPathFactory) -> Store:
    """Two outlets that choose their words alike."""
    return worded(tmp_path_factory.mktemp("alike"), {"Ash": _drawn(1), "Birch": _drawn(2)})


def _versus(store: Store) -> FaceToFace:
    pair = wording(store, View()).versus
    assert pair
    return pair


def test_outlets_that_choose_words_alike_have_no_word_of_their_own(alike: Store) -> None:
    pair = _versus(alike)
    assert sum(abs(v.z) > 2 for v in pair.words) > 5, "too little chance for the test to be one"
    assert not any(v.significant for v in pair.words)
    chart = versus_chart(pair, NAMES, COLOURS, None)
    assert chart.title == "No word or name sets Ash and Birch apart by more than chance"
    assert "None is more than chance" in chart.note
    assert {symbol for trace in chart.figure.data for symbol in trace["marker"]["symbol"]} == {"circle-open"}
    own = own_words(alike, View(), ("ash",))["ash"]
    assert len(own) == 10
    bars = distinctive_chart("ash", "Ash", own, COLOURS["ash"], None)
    assert bars.note == "All of these may be chance."
    assert COLOURS["ash"] not in bars.figure.data[0]["marker"]["color"]
    assert {row[4] for row in bars.rows} == {"may be chance"}


def test_a_word_that_only_one_outlet_says_in_many_articles_is_its_own(tmp_path: Path) -> None:
    ash = [[*words, *["ferry"] * (n % 2)] for n, words in enumerate(_drawn(1))]
    store = worded(tmp_path, {"Ash": ash, "Birch": _drawn(2)})
    first = own_words(store, View(), ("ash", "birch"))
    assert [(w.word, w.n, w.others) for w in first["ash"] if w.significant] == [("ferry", 40, 0)]
    assert not any(w.significant for w in first["birch"] if w.z > 0)
    bars = distinctive_chart("ash", "Ash", first["ash"], COLOURS["ash"], None)
    assert (bars.title, bars.note) == ("Ash", "Grey: may be chance.")
    assert [colour == COLOURS["ash"] for colour in bars.figure.data[0]["marker"]["color"]] == [True] + [False] * 9
    chart = versus_chart(_versus(store), NAMES, COLOURS, None)
    assert chart.title == "“ferry” is said more by Ash"
    assert [row[0] for row in chart.rows if row[6] == "more than chance"] == ["ferry"]
    store.close()


def test_sixty_uses_in_one_article_are_not_sixty_observations(tmp_path: Path) -> None:
    ash = _drawn(1)
    ash[0] += ["ferry"] * 60
    store = worded(tmp_path, {"Ash": ash, "Birch": _drawn(2)})
    assert not any(w.significant for w in own_words(store, View(), ("ash",))["ash"])
    store.close()


def test_the_score_is_log_odds_with_a_prior_and_the_articles_design_effect(tmp_path: Path) -> None:
    outlets = {
        "Ash": [["sea", "sea", "ice", "fog"], ["sea", "ice"]],
        "Birch": [["ice", "fog", "fog"], ["sea", "sun", "sun"], ["rain"]],
        "Cedar": [["sea"] * 3 + ["fog"]],
    }
    store = worded(tmp_path, outlets)
    found = {c.what: c for c in contrast(store, View(), "words", "word", ("ash",), 10)}
    mine = Counter(w for words in outlets["Ash"] for w in words)
    every = Counter(w for articles in outlets.values() for words in articles for w in words)
    assert set(found) == {"sea", "ice", "fog", "sun"}  # 'rain' is said once in all
    n, m, weight = mine.total(), every.total() - mine.total(), 500
    for word, c in found.items():
        y, x = mine[word], every[word] - mine[word]
        prior = weight * every[word] / every.total()
        odds = math.log((y + prior) / (n + weight - y - prior)) - math.log((x + prior) / (m + weight - x - prior))
        share = every[word] / every.total()
        far = sum((words.count(word) - share * len(words)) ** 2 for articles in outlets.values() for words in articles)
        error = math.sqrt((1 / (y + prior) + 1 / (x + prior)) * max(1, far / every[word]))
        assert (c.source, c.n, c.others, c.tested) == ("ash", y, x, 4)
        assert c.z == pytest.approx(odds / error)
    store.close()


def test_a_vocabulary_of_one_word_and_an_outlet_alone_compare_nothing(tmp_path: Path) -> None:
    both = worded(tmp_path / "both", {"Ash": [["talks", "talks"]], "Birch": [["talks", "talks"]]})
    alone = worded(tmp_path / "alone", {"Ash": [["talks", "ice", "talks", "ice"]]})
    for store in (both, alone):
        assert contrast(store, View(), "words", "word", ("ash",), 10) == []
        assert own_words(store, View(), ("ash",)) == {"ash": ()}
        store.close()


@pytest.mark.parametrize(
    ("z", "tested", "least"),
    [
        ([1.97], 1, 1.97),
        ([1.95], 1, math.inf),
        ([-1.97], 1, 1.97),
        ([1.97], 2, math.inf),
        ([2.25, 1.97], 2, 1.97),
        ([2.2, 1.97, 0.1], 3, math.inf),
        # Benjamini and Hochberg step up: the third lets the first pass, which would not by itself.
        ([2.1, 2.08, 2.07], 3, 2.07),
        ([], 5, math.inf),
    ],
)
def test_the_false_discovery_rate_is_held_at_one_in_twenty(z: list[float], tested: int, least: float) -> None:
    assert least_beyond_chance(z, tested) == least


def test_only_what_a_page_shows_leaves_the_engine(alike: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    """Every word of every outlet in Python took seconds on a large corpus, and every visitor waited."""
    fetched = []
    rows = Store.rows

    def counted(self: Store, *asked: Any) -> list[tuple[Any, ...]]:
        found = rows(self, *asked)
        fetched.append(len(found))
        return found

    monkeypatch.setattr(Store, "rows", counted)
    own_words(alike, View(), ("ash",))
    wording(alike, View())
    vocabulary = alike.one("select count(distinct word) from words")
    assert vocabulary > 2000
    assert max(fetched) < vocabulary / 5
