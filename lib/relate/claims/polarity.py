"""Whether a sentence says that what one of its predicates names is so: negation, refusal, denial, as rules.

    is_so(statement, act)       # False for 'did not collapse', 'refused to leave'; None where the words leave it open

Words of negation are read before the predicate in its own clause, words that deny before all that they speak of. The
words are in ``data/vocabulary/opposites.toml``.
"""

from __future__ import annotations

import re
from functools import cache

from lib.relate.claims.statements import Act, Span, Statement
from lib.schema import Word
from lib.vocabulary import load

#: Before a noun, with up to two words between: 'no further talks'.
_NONE = re.compile(r"(?<![\w-])(?:no|without)\s+(?:[\w’'-]+\s+){0,2}$", re.IGNORECASE)
#: Characters: before a word that denies, where it may be denied itself; behind 'be', where its complement stands.
_BEFORE, _BEHIND = 20, 30


@cache
def _any_of(name: str, behind: str = "") -> re.Pattern[str]:
    """One pattern for all words of a list, as whole words."""
    return re.compile(rf"(?<![\w-])(?:{'|'.join(load('opposites')[name])})(?![\w-]){behind}", re.IGNORECASE)


def is_so(statement: Statement, act: Act) -> tuple[bool | None, Span]:
    """Whether it is so, and the words that say it: the predicate with what turns it into its opposite."""
    text, first = statement.account.article.text, statement.sentence.start
    if _any_of("limited").search(text, act.clause[0], max(act.clause[1], act.span[1])):
        return None, act.span
    so, (start, end) = (_of_noun if act.noun else _of_verb)(text, first, act)
    if so is None:
        return None, act.span
    outer = list(_any_of("denying").finditer(text, first, start))
    if outer and not re.search("|".join(load("opposites")["ends"]), text[outer[-1].end() : start], re.IGNORECASE):
        if _any_of("negators").search(text, max(first, outer[-1].start() - _BEFORE), outer[-1].start()):
            return None, act.span
        so, start = not so, outer[-1].start()
    said = complement(statement, act)
    return so, (start, max(end, said.end) if said else end)


def complement(statement: Statement, act: Act) -> Word | None:
    """What 'be' says of something, right behind it: 'is not safe'; None of other verbs."""
    if act.lemma not in load("opposites")["linking"]:
        return None
    until = min(act.clause[1], act.span[1] + _BEHIND)
    words = (w for w in statement.account.words if act.span[1] <= w.start < until and w.lemma in act.target)
    return next(words, None)


def _of_verb(text: str, first: int, act: Act) -> tuple[bool | None, Span]:
    """'Did not collapse', 'refused to leave', 'pays no fee'; None where another verb's negation may carry it."""
    so, (start, end) = True, act.span
    if turned := _any_of("turning", r"\s+(?:\w+ly\s+)?(?:be\s+|have\s+|been\s+)*$").search(text[first:start]):
        so, start = False, first + turned.start()
    left = list(_any_of("negators").finditer(text, min(act.clause[0], start), start))
    behind = re.compile(r"\s+").match(text, end)
    right = _any_of("negators").match(text, behind.end()) if behind and act.negated else None
    if act.negated and not left and not right:
        left = list(_any_of("negators").finditer(text, first, start))
        if not left:
            return None, act.span
    if len(left) > 1:
        return None, act.span
    if left:
        return not so, (left[0].start(), end)
    if right:
        return not so, (start, right.end())
    if so and _any_of("negators").search(text, _phrase(text, first, start), start):
        return None, act.span
    return so, (start, end)


def _of_noun(text: str, first: int, act: Act) -> tuple[bool | None, Span]:
    """'No ceasefire', 'without shelling'; a verb that is negated before a noun leaves it open."""
    if none := _NONE.search(text[first : act.span[0]]):
        return False, (first + none.start(), act.span[1])
    unclear = _any_of("negators").search(text, _phrase(text, first, act.span[0]), act.span[1])
    return None if unclear else True, act.span


def _phrase(text: str, first: int, start: int) -> int:
    """Where the words begin that no mark parts from a predicate: what is negated there may carry it."""
    marks = [match.end() for match in re.finditer(r"[,;:–—]\s", text[first:start])]
    return first + (marks[-1] if marks else 0)
