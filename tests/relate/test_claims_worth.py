"""Which sentences are worth a vector: those that share any sign with another outlet."""

from __future__ import annotations

import pytest

from lib.relate.claims.likeness import Likeness
from lib.relate.claims.statements import statements_of
from lib.relate.claims.worth import worth_encoding
from lib.relate.vectors import Vectors
from tests.relate.accounts import story_of

ALONE = "Cheese makers near Ghent opened a museum with old wooden moulds."


def told(*articles: tuple[str, str]):
    statements = [s for account in story_of(*articles).accounts for s in statements_of(account)]
    return {s.text: bool(flag) for s, flag in zip(statements, worth_encoding(statements), strict=True)}


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("A bridge in Porto fell into the river.", "Engineers inspected a bridge on Sunday."),
        ("Hundreds fled when the levee broke.", "Soldiers evacuated residents of the lower town."),
        ("The stadium held 41,200 spectators.", "More than 40,000 saw the final."),
        ("Divers examined the hull.", "Later examinations of it found rust."),
    ],
)
def test_a_shared_sign_is_worth_a_vector(one, other):
    assert set(told(("Post", one), ("Wire", f"{other} {ALONE}")).items()) >= {(one, True), (other, True)}


def test_what_shares_nothing_is_not_encoded():
    flags = told(("Post", f"A bridge in Porto fell into the river. {ALONE}"), ("Wire", "Porto repaired its bridge."))
    assert flags[ALONE] is False


def test_one_outlets_own_words_are_no_sign():
    twice = "Cheese makers near Ghent closed a museum with old wooden moulds."
    assert told(("Post", ALONE), ("Post", twice), ("Wire", "Snow shut two passes."))[ALONE] is False


def test_only_what_is_worth_it_is_encoded(tmp_path):
    story = story_of(("Post", f"A bridge in Porto fell. {ALONE}"), ("Wire", "Porto repaired its bridge at night."))
    statements = [s for account in story.accounts for s in statements_of(account)]
    with Vectors(tmp_path) as vectors:
        meaning, _ = Likeness(statements, vectors).rows(slice(None))
    own = {s.text: float(meaning[n, n]) for n, s in enumerate(statements)}
    assert own[ALONE] == 0
    assert sum(value > 0.99 for value in own.values()) == len(own) - 1


def test_nothing_is_worth_nothing():
    assert worth_encoding([]).shape == (0,)
