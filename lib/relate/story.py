"""What comparing is given: the articles of one story, each with all that was found in it.

for account in story.accounts:
    account.article.source, account.sentences, account.mentions, …
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from lib.schema import Article, Event, Mention, Quantity, Quote, Sentence, Standing, TimeExpression, Word
from lib.schema.scratch import Predicate


@dataclass(frozen=True, slots=True)
class Account:
    """One article and the linked rows that were found in it, in reading order."""

    article: Article
    sentences: Sequence[Sentence]
    mentions: Sequence[Mention]
    times: Sequence[TimeExpression]
    events: Sequence[Event]
    quotes: Sequence[Quote]
    quantities: Sequence[Quantity]
    standings: Sequence[Standing]
    words: Sequence[Word]
    predicates: Sequence[Predicate] = ()

    def text_of(self, sentence: Sentence) -> str:
        return self.article.text[sentence.start : sentence.end]


@dataclass(frozen=True, slots=True)
class StoryAccounts:
    """The accounts of one story, in order of publication."""

    story_id: str
    accounts: Sequence[Account]
