"""Which claim a standing is about, on accounts whose names and words are made by hand."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

import pytest

from lib.relate.allegations import claims_of_standings
from lib.relate.claims import Claims
from lib.relate.story import Account, StoryAccounts
from lib.schema import Article, ClaimSentence, Mention, Sentence, Standing, Word

NAMES = {"Norland", "Sudmark", "Ruiz"}
DULL = {"the", "of", "a", "that", "had", "was", "it", "both", "no", "to", "on", "its", "he", "gave", "in", "for", "by"}


def article(known: str, text: str) -> Article:
    return Article(known, known, "given", "", "", None, None, None, "given", "", "", "", "en", text, 0, "o", "s", "t")


def account(article_id: str, sentences: Sequence[str], standings: Sequence[tuple[int, str, str, str]]) -> Account:
    """``standings`` are (sentence, cue, allegation, who); every other word is a name or a content word."""
    text = " ".join(sentences)
    rows, mentions, words, at = [], [], [], 0
    for number, sentence in enumerate(sentences):
        rows.append(Sentence(article_id, number, at, at + len(sentence), 0))
        start = at
        for word in sentence.split(" "):
            bare = word.strip(".,")
            if bare in NAMES:
                mentions.append(
                    Mention(
                        article_id, number, start, start + len(bare), bare, "COUNTRY", bare.lower(), "name", "t", 1.0
                    )
                )
            elif bare.lower() not in DULL:
                low = bare.lower()
                words.append(Word(article_id, number, start, start + len(bare), low, low, "NOUN"))
            start += len(word) + 1
        at += len(sentence) + 1
    return Account(
        article(article_id, text),
        rows, mentions, (), (), (), (), [standing(article_id, text, rows, *row) for row in standings], words,
    )  # fmt: skip


def standing(
    article_id: str, text: str, rows: Sequence[Sentence], number: int, cue: str, alleged: str, who: str
) -> Standing:
    start = text.index(cue, rows[number].start)
    first = text.index(alleged, rows[number].start) if alleged else start
    return Standing(
        article_id, number, start, start + len(cue), cue, "denied", who, who.lower() or None, "institution",
        first, first + len(alleged), None, "test", 1.0,
    )  # fmt: skip


def claim(claim_id: str, *places: tuple[str, int], score: float = 0.9) -> list[ClaimSentence]:
    return [
        ClaimSentence(claim_id, a, n, 0, 1, score, "", 0, "", "outlet", "", None, "", "stated", "asserted", False)
        for a, n in places
    ]


def linked(accounts: Sequence[Account], sentences: Sequence[ClaimSentence]) -> dict[str, str]:
    """Cue → claim."""
    found = claims_of_standings(StoryAccounts("s", accounts), Claims((), sentences, (), ()))
    text = {a.article.article_id: a.article.text for a in accounts}
    return {text[article_id][start:end]: claim_id for (article_id, start, end), claim_id in found.items()}


ATTACK = "Norland planned a raid on the harbour of Sudmark."
SMUGGLING = "Traders smuggled copper across the frontier for years."


def test_the_sentence_that_makes_the_claim_comes_first() -> None:
    one = account(
        "a", [ATTACK, "Sudmark accused Norland of a raid on the harbour."], [(1, "accused", "a raid", "Sudmark")]
    )
    assert linked([one], claim("raid", ("a", 1)) + claim("other", ("a", 0))) == {"accused": "raid"}


def test_the_better_link_decides_where_a_sentence_makes_two_claims() -> None:
    one = account("a", ["Sudmark accused Norland."], [(0, "accused", "", "Sudmark")])
    rows = claim("weak", ("a", 0), score=0.5) + claim("strong", ("a", 0), score=0.9)
    assert linked([one], rows) == {"accused": "strong"}


@pytest.mark.parametrize(
    ("after", "cue", "alleged"),
    [("Norland denied both.", "denied", "both"), ("He gave no evidence.", "no evidence", "")],
)
def test_words_that_name_nothing_take_the_sentence_before(after: str, cue: str, alleged: str) -> None:
    one = account("a", [SMUGGLING, ATTACK, after], [(2, cue, alleged, "")])
    assert linked([one], claim("copper", ("a", 0)) + claim("raid", ("a", 1))) == {cue: "raid"}


def test_words_that_name_nothing_take_what_was_last_asserted() -> None:
    told = ["Sudmark accused Norland of a raid.", SMUGGLING, "Norland denied it."]
    rows = [(0, "accused", "a raid", "Sudmark"), (2, "denied", "it", "Norland")]
    one = account("a", told, rows)
    first, second = one.standings
    one = replace(one, standings=[replace(first, status="asserted"), second])
    found = linked([one], claim("raid", ("a", 0)) + claim("copper", ("a", 1)))
    assert found == {"accused": "raid", "denied": "raid"}


def test_an_earlier_sentence_of_the_article_that_is_about_the_same() -> None:
    told = [ATTACK, SMUGGLING, "Rain fell.", "Norland denied a raid on the harbour."]
    one = account("a", told, [(3, "denied", "a raid on the harbour", "Norland")])
    assert linked([one], claim("raid", ("a", 0)) + claim("copper", ("a", 1))) == {"denied": "raid"}


def test_a_claim_of_another_article_where_its_own_makes_none() -> None:
    one = account("a", [ATTACK, SMUGGLING], [])
    denial = "a raid on the harbour of Sudmark"
    two = account("b", [f"Norland denied {denial}."], [(0, "denied", denial, "Norland")])
    three = account(
        "c", ["Ruiz denied theft of jewels in winter."], [(0, "denied", "theft of jewels in winter", "Ruiz")]
    )
    found = claims_of_standings(
        StoryAccounts("s", [one, two, three]), Claims((), claim("raid", ("a", 0)) + claim("copper", ("a", 1)), (), ())
    )
    assert {key[0]: claim_id for key, claim_id in found.items()} == {"b": "raid"}


def test_who_denies_is_no_word_of_what_is_denied() -> None:
    one = account("a", [SMUGGLING, ATTACK, "Rain fell.", "Ruiz denied Ruiz."], [(3, "denied", "Ruiz.", "Ruiz")])
    assert linked([one], claim("copper", ("a", 0))) == {}


def test_no_claims_no_standings_one_article() -> None:
    one = account("a", [ATTACK, "Norland denied a raid."], [(1, "denied", "a raid", "Norland")])
    assert linked([one], []) == {}
    assert linked([account("b", [ATTACK], [])], claim("raid", ("b", 0))) == {}
    assert claims_of_standings(StoryAccounts("s", []), Claims((), (), (), ())) == {}
