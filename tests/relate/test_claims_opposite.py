"""One outlet says that it is so, another that it is not: the predicate that both share is compared, nothing else."""

from __future__ import annotations

import pytest

from lib.relate.claims import find_claims
from lib.relate.claims.opposite import opposed
from lib.relate.claims.statements import statements_of
from tests.relate.accounts import story_of
from tests.relate.checked import check


def _opposed(first: str, second: str) -> tuple[str, str, bool] | None:
    story = story_of(("Post", first), ("Wire", second))
    a, b = (next(iter(statements_of(account))) for account in story.accounts)
    found = opposed(a, b)
    if found is None:
        return None
    texts = [account.article.text for account in story.accounts]
    return texts[0][slice(*found.first)], texts[1][slice(*found.second)], found.first_so


@pytest.mark.parametrize(
    ("first", "second", "words"),
    [
        (
            "The old mill in Varden collapsed on Monday night.",
            "The old mill in Varden is damaged but did not collapse.",
            ("collapsed", "not collapse", True),
        ),
        (
            "The firm denied that it had dumped waste in the lake.",
            "The firm had dumped waste in the lake, two workers said.",
            ("denied that it had dumped", "dumped", False),
        ),
        (
            "The army refused to withdraw its tanks from the town.",
            "The army has withdrawn its tanks from the town.",
            ("refused to withdraw", "withdrawn", False),
        ),
        (
            "The milk from the dairy in Varden is not safe.",
            "The milk from the dairy in Varden is safe.",
            ("is not safe", "is safe", False),
        ),
        (
            "The council approved the plan for the harbour on Monday.",
            "The council rejected the plan for the harbour on Monday.",
            ("approved", "rejected", True),
        ),
    ],
)
def test_the_predicate_that_both_share_is_turned(first: str, second: str, words: tuple[str, str, bool]) -> None:
    assert _opposed(first, second) == words
    swapped = _opposed(second, first)
    assert swapped == (words[1], words[0], not words[2])


@pytest.mark.parametrize(
    ("first", "second"),
    [
        # Both say that it is not so, in one word or in two.
        ("The council did not accept the plan for the harbour.", "The council rejected the plan for the harbour."),
        ("The army refused to leave the town of Varden.", "The army did not leave the town of Varden."),
        # Another clause is negated.
        (
            "The old mill in Varden collapsed on Monday, and nobody was hurt.",
            "The old mill in Varden collapsed on Monday.",
        ),
        # A limit is no contradiction.
        ("The schools in Varden will not reopen before Monday.", "The schools in Varden will reopen on Monday."),
        # Another person does not do it.
        ("Anna Berg did not sign the letter to the bank.", "Carl Holm signed the letter to the bank."),
        # What is not denied may be so or not.
        ("The firm did not deny that it had dumped waste in the lake.", "The firm had dumped waste in the lake."),
    ],
)
def test_what_can_both_be_so_is_no_opposite(first: str, second: str) -> None:
    assert _opposed(first, second) is None
    assert _opposed(second, first) is None


def test_an_opposite_stands_beside_the_claim(vectors) -> None:  # type: ignore[no-untyped-def]
    story = story_of(
        ("Post", "The old bridge over the Lorne in Varden collapsed on Monday night, the mayor said."),
        ("Wire", "The old bridge over the Lorne in Varden did not collapse on Monday night, an engineer said."),
    )
    found = find_claims(story, vectors)
    check(found, story)
    (claim,) = found.claims
    assert "opposite" in claim.differences
    rows = [d for d in found.differences if d.kind == "opposite"]
    assert sorted(d.value for d in rows) == ["it is not so", "it is so"]
    assert {d.why for d in rows} == {"Post says “collapsed”, Wire says “not collapse”."}
    assert all(s.differs for s in found.sentences)
