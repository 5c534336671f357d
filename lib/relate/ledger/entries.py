"""One quantity made comparable: its thing, what happened to it, its setting, and the words of its sentence.

    for entry in named(entries(story)):
        entry.thing, entry.outcome, entry.setting, entry.part      # 'people', 'dead', '', ''

A number without a noun takes the thing of a number of like size just before it in the article, or of the very same
number elsewhere in the story; small numbers never do, for 'ten were altered' is mostly a part of the 70 before it.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from functools import cache

from lib.relate.ledger.intervals import Interval, interval, ratio, size
from lib.relate.story import Account, StoryAccounts
from lib.relate.things import part_of, pattern, thing_of
from lib.schema import Article, Quantity
from lib.vocabulary import load

#: From this size on a number without a noun may take the thing of the number before it, within so many sentences.
LARGE, BACK, LIKE = 1000, 2, 3.0
#: Code points beside a number in which an outcome is looked for.
_REACH = 45
_ACTORS = ("COUNTRY", "ORG", "GROUP")
#: Things to which outcomes happen.
_BEFALLEN = ("people", "troop", "police", "", "protester")


@dataclass(frozen=True, slots=True)
class Entry:
    """``setting`` and ``part`` are keys of the vocabulary; ``words`` lemmas and entities of the sentence.

    ``planned`` is 'planned', 'alleged' or empty; ``ties`` are claims (``counterparts``), ``told`` the outcomes that its
    sentence names anywhere.
    """

    q: Quantity
    article: Article
    thing: str
    outcome: str
    outcome_text: str
    subset: str
    setting: str
    part: str
    actor: str | None
    place: str | None
    words: frozenset[str]
    interval: Interval = field(default=(0.0, 0.0))
    size: float = 0.0
    unit: str = ""
    planned: str = ""
    ties: frozenset[str] = frozenset()
    told: frozenset[str] = frozenset()

    @property
    def outlet(self) -> str:
        """An article of unknown outlet stands for itself."""
        return self.article.source or self.article.article_id


@cache
def _subsets() -> dict[str, str]:
    return {lemma: name for name, lemmas in load("quantities_ledger")["subsets"].items() for lemma in lemmas}


def entries(story: StoryAccounts) -> list[Entry]:
    """Every quantity of a story, in order of publication and reading."""
    return [entry for account in story.accounts for entry in _of_account(account)]


def named(found: Sequence[Entry]) -> list[Entry]:
    """Those that say what they count."""
    same: dict[tuple[str, float], list[Entry]] = defaultdict(list)
    for entry in found:
        if entry.thing and not entry.unit:
            same[(entry.unit, entry.size)].append(entry)
    return [known for entry in found if (known := _named(entry, same)) is not None]


def _named(entry: Entry, same: dict[tuple[str, float], list[Entry]]) -> Entry | None:
    if entry.thing or entry.outcome or entry.unit:
        return entry
    others = same.get((entry.unit, entry.size), ()) if entry.size >= LARGE and entry.size not in (0, 1) else ()
    return replace(entry, thing=others[0].thing, subset="", actor=None) if others else None


def _of_account(account: Account) -> Iterator[Entry]:
    labels = {m.entity_id: m.label for m in account.mentions}
    words: dict[int, set[str]] = defaultdict(set)
    for word in account.words:
        words[word.sentence_id].add(word.lemma)
    for mention in account.mentions:
        words[mention.sentence_id].add("@" + mention.entity_id)
    spans = {s.sentence_id: (s.start, s.end) for s in account.sentences}
    told: dict[int, frozenset[str]] = {}
    before: Entry | None = None
    rows = account.quantities
    for number, q in enumerate(rows):
        start, end = spans.get(q.sentence_id, (q.start, q.end))
        first = max(start, rows[number - 1].end if number else start, q.start - _REACH)
        last = min(end, rows[number + 1].start if number + 1 < len(rows) else end, q.end + _REACH)
        if q.sentence_id not in told:
            told[q.sentence_id] = frozenset(
                hit.lastgroup or "" for hit in pattern("outcomes").finditer(account.article.text, start, end)
            )
        entry = _entry(
            account.article, q, (start, end), (first, max(last, q.end)), labels, frozenset(words[q.sentence_id])
        )
        entry = replace(entry, told=told[q.sentence_id])
        if not entry.thing and not q.unit and before is not None and _goes_on(entry, before):
            entry = replace(entry, thing=before.thing, subset=before.subset, actor=before.actor)
        if entry.thing and not q.unit and entry.part != "part":
            before = entry
        yield entry


def _entry(
    article: Article, q: Quantity, sentence: tuple[int, int], near: tuple[int, int], labels: dict[str, str],
    words: frozenset[str],
) -> Entry:  # fmt: skip
    text = article.text
    lemma = q.counted
    thing = thing_of(lemma)
    outcome, said = ("", "") if q.unit else _outcome(text, q, near)
    befallen = ("people", "") if outcome in load("quantities_ledger")["weak"] else _BEFALLEN
    if outcome and thing not in befallen and lemma not in (*said.split(), outcome):
        outcome, said = "", ""
    subset = _subsets().get(lemma, "") if outcome or thing == "people" else ""
    if outcome:
        thing = "people"
    if lemma in ("man", "woman") and size(q) < LARGE:
        thing = "people"
    actor = q.actor_entity_id if q.actor_entity_id and labels.get(q.actor_entity_id) in _ACTORS else None
    drop = {lemma, thing, f"@{actor}", f"@{q.place_entity_id}"}
    return Entry(
        q, article, thing, outcome, said, subset,
        _setting(text, q, sentence) if thing == "troop" else "",
        part_of(text, q, sentence), actor, q.place_entity_id, words - drop, interval(q), size(q), q.unit,
        _planned(q, said, text),
    )  # fmt: skip


#: Between a number and 'missing', which then is a state, however a parser reads it ('are missing' as 'are coming').
_STATE = re.compile(r"\s+(?:is|are|was|were|remains?|remained)\s+(?:still\s+|also\s+|now\s+)?missing\b", re.IGNORECASE)


def _planned(q: Quantity, outcome_text: str, text: str) -> str:
    """'Four people have not been found' denies nothing, and that they 'are missing' is no plan."""
    told = (q.status == "alleged" and outcome_text.startswith("not ")) or (
        q.status == "planned" and _STATE.match(text, q.end) is not None
    )
    return q.status if q.status in ("planned", "alleged") and not told else ""


def _setting(text: str, q: Quantity, sentence: tuple[int, int]) -> str:
    """What those counted do, by the word nearest to the number."""
    hits = pattern("settings").finditer(text, max(sentence[0], q.start - 100), min(sentence[1], q.end + 100))
    return min(((_away(hit, q), hit.lastgroup or "") for hit in hits), default=(0, ""))[1]


def _away(hit: re.Match[str], q: Quantity) -> int:
    return max(hit.start() - q.end if hit.start() >= q.end else q.start - hit.end() + 1, 0)


_JOINED = re.compile(r"\s(?:and|but|while)\s", re.IGNORECASE)
_PREDICATE = re.compile(
    r"\s+(?:\w+\s+){0,2}?(?:was|were|is|are|has|have|had|remain\w*|lost|left|fled)\s", re.IGNORECASE
)


def _outcome(text: str, q: Quantity, near: tuple[int, int]) -> tuple[str, str]:
    """The outcome nearest to the number in its clause, and its words; of two equally near the one that follows.

    Being aboard is one only where nothing else is said to have happened. 'Seven were killed and 2,400 were moved': what
    stands before 'and' did not happen to those who have a verb of their own.
    """
    found, weak = [], load("quantities_ledger")["weak"]
    for hit in pattern("outcomes").finditer(text, near[0], near[1]):
        between = text[hit.end() : q.start] if hit.end() <= q.start else text[q.end : hit.start()]
        of_another = hit.end() <= q.start and _JOINED.search(between) and _PREDICATE.match(text, q.end)
        if not of_another and not re.search(r"[,;:.!?“”\"—]", between):
            key = hit.lastgroup or ""
            found.append((key in weak, _away(hit, q), hit.start(), key, hit[0].lower()))
    return min(found)[3:] if found else ("", "")


def _goes_on(entry: Entry, before: Entry) -> bool:
    large = entry.size >= LARGE and before.size >= LARGE
    return large and entry.q.sentence_id - before.q.sentence_id <= BACK and ratio(entry.size, before.size) <= LIKE
