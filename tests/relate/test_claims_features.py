"""Features of two statements, each on sentences made for it."""

from __future__ import annotations

import numpy as np
import pytest

from lib.relate.claims import agreements_of
from lib.relate.claims import crowd as crowd_module
from lib.relate.claims.agreement import Agreement, crowding
from lib.relate.claims.crowd import crowd_of, padded
from lib.relate.claims.features import near_numbers
from lib.relate.claims.lexicon import depends, limits
from lib.relate.claims.statements import Statement, statements_of
from lib.relate.vectors import Vectors
from tests.relate.accounts import story_of

FILL = "Snow shut two passes. A circus came to Ghent. Bakers raised their prices. The museum opened at noon."


def statement(text: str) -> Statement:
    (found,) = statements_of(story_of(("Post", text)).accounts[0])
    return found


def pair(one: str, other: str) -> Agreement:
    """The agreement of the first sentences of two articles that go on about other things."""
    likeness, found = agreements_of(
        story_of(("Post", f"{one} {FILL}"), ("Wire", f"{other} Rain fell on the coast.")), None
    )
    assert likeness is not None
    return next(g for g in found if {likeness.statements[g.a].text, likeness.statements[g.b].text} == {one, other})


@pytest.mark.parametrize(
    ("one", "other", "least", "most"),
    [
        ("Turnout reached 71 percent in the north.", "In the north 71 percent of people voted.", 1, 1),
        ("Shares of the airline fell 70 percent.", "Shares of the airline lost 72 percent.", 0.8, 0.99),
        ("Shares of the airline fell 20 percent.", "Shares of the airline lost 70 percent.", 0, 0),
        ("The army sent 100,000 soldiers to Vesk.", "The army sent 127 lorries to Vesk.", 0, 0),
        ("The army sent soldiers to Vesk.", "The army sent 127 lorries to Vesk.", 0, 0),
    ],
)
def test_numbers_of_one_thing_that_are_near(one, other, least, most):
    assert least <= near_numbers(statement(one), statement(other)) <= most


def test_one_speaker_in_both_speaks_for_a_pair_and_another_against():
    said = "The power station at Narva will close in June, energy minister Liis Tamm said."
    same = "The power station at Narva closes in June, according to Liis Tamm."
    another = "The power station at Narva will close in June, trade minister Jaan Kask said."
    none = "The power station at Narva will close in June."
    assert [pair(said, one).features["voice"] for one in (same, another, none)] == [1.0, -1.0, 0.0]


def test_only_one_that_is_negated_is_told_apart():
    one = "The mayor of Porto ordered an inquiry into the bridge."
    assert pair(one, "The mayor of Porto did not order an inquiry into the bridge.").features["negated"] == 1
    assert pair(one, "The mayor of Porto has ordered an inquiry into the bridge.").features["negated"] == 0


def test_the_same_words_are_one_claim_however_short():
    one = "Talks failed in Geneva."
    assert pair(one, one).score >= 0.95


def test_a_rival_that_is_as_good_lowers_a_pair():
    first, second = (
        "The mayor of Porto ordered an inquiry into the bridge.",
        "Porto's mayor has ordered a bridge inquiry.",
    )
    rival = "The mayor ordered an inquiry into the bridge at Porto."

    def rivals(*others: str) -> float:
        story = story_of(("Post", f"{first} {FILL}"), ("Wire", " ".join((second, *others, FILL))))
        likeness, found = agreements_of(story, None)
        assert likeness is not None
        texts = {(likeness.statements[g.a].text, likeness.statements[g.b].text): g for g in found}
        return texts[first, second].features["rivals"]

    assert rivals(rival) < rivals()


def test_an_article_of_two_sentences_has_no_opening():
    short = "The old bridge in Porto fell. A bridge in Porto was built by Romans."
    likeness, found = agreements_of(
        story_of(("Post", short), ("Wire", "A bridge fell in Porto. Rain came down.")), None
    )
    assert likeness is not None
    assert found
    assert {g.features["both_open"] + g.features["one_opens"] for g in found} == {0.0}


def test_rivals_leave_out_the_pair_itself():
    mixed = np.array([[1.0, 0.0, 0.7, 0.2], [0.0, 1.0, 0.4, 0.5]], np.float32)
    crowd = crowd_of(mixed, padded([(0, 2), (2, 4)]), usual=0.0)
    assert crowd.rivals(0, 1, 2, float(mixed[0, 2])) == pytest.approx(0.2 + 0.4)
    assert crowd.rivals(0, 1, 3, float(mixed[0, 3])) == pytest.approx(0.7 + 0.5)


def test_an_articles_crowd_is_its_own_however_long_the_others_are_and_however_few_are_sorted_at_once(monkeypatch):
    chance = np.random.default_rng(5)
    bounds = [(0, 3), (3, 43), (43, 44), (44, 50), (50, 60)]
    mixed = (chance.random((7, 60), np.float32) - 0.6).astype(np.float32)
    whole = crowd_of(mixed, padded(bounds), usual=0.3)
    for number, (first, last) in enumerate(bounds):
        for row in range(7):
            own = [*mixed[row, first:last].tolist(), *[0.3] * max(4 - (last - first), 0)]
            alone = sorted(own, reverse=True)[:4]
            assert whole.across[row, number] == pytest.approx(sum(alone[1:]) / 3, abs=1e-6)
            assert whole.best_across[:, row, number].tolist() == pytest.approx(alone[:2], abs=1e-6)
    monkeypatch.setattr(crowd_module, "_AT_ONCE", 1)
    assert (crowd_of(mixed, padded(bounds), usual=0.3).across == whole.across).all()


def test_sixty_percent_is_not_sixty_days():
    share = statement("The state will hold a 60% share of the carmaker when the court agrees.")
    days = statement("The chief executive expects the court to need between 60 and 90 days.")
    assert not share.numbers & days.numbers
    assert share.numbers & statement("A share of 60 per cent goes to the state, the ministry said.").numbers
    assert statement("The bank lent 3bn crowns to the carmaker.").numbers == {"3billion"}
    assert statement("The carmaker owes its banks 3m.").numbers == {"3million"}
    assert statement("The wave at the pier was 60 m high.").numbers == {"60"}
    assert statement("The party was given by 12 millionaires.").numbers == {"12"}


@pytest.mark.parametrize(
    ("clause", "hangs"),
    [
        ("the share of dropped calls", True),
        ("why the carmaker has to file for protection from its creditors", True),
        ("the carmaker filed for protection from its creditors", False),
    ],
)
def test_a_few_words_or_a_dependent_clause_make_no_claim(clause, hangs):
    assert depends(clause) is hangs


def test_the_same_pair_says_less_among_many():
    assert crowding(2) == crowding(60) == 0.0
    assert 0 < crowding(600) < crowding(6000) == crowding(60_000) == 2.0


def test_a_question_states_nothing():
    told = story_of(
        ("Post", "The army has moved soldiers to the northern border."),
        ("Wire", "How many soldiers did the army move to the border?"),
    )
    assert [len(list(statements_of(account))) for account in told.accounts] == [1, 0]


@pytest.mark.parametrize(
    ("least", "every_clause", "encoded"), [(-99, False, True), (99, False, False), (99, True, True)]
)
def test_clauses_are_encoded_where_whole_sentences_leave_hope(tmp_path, monkeypatch, least, every_clause, encoded):
    monkeypatch.setitem(limits(), "clause_logit", least)
    story = story_of(
        ("Post", f"The old harbour bridge in Porto collapsed, and mayor Ana Costa ordered an inquiry. {FILL}"),
        ("Wire", f"Mayor Ana Costa ordered an inquiry after the harbour bridge in Porto fell. {FILL}"),
    )
    clauses = {s.words(c) for a in story.accounts for s in statements_of(a) for c in s.clauses}
    heard: list[str] = []

    class Hearing(Vectors):
        def encode(self, texts, progress=None):
            heard.extend(texts)
            return super().encode(texts, progress)

    with Hearing(tmp_path) as vectors:
        _, found = agreements_of(story, vectors, every_clause=every_clause)
    assert bool(clauses & set(heard)) == encoded
    assert any(max(g.clause_a, g.clause_b) >= 0 for g in found) == encoded
