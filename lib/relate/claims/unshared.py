"""Statements that stand in no claim: what one outlet states and no sentence of another outlet was found to state.

    rows = unshared(likeness, agreements, held, voices)
    rows[0].score, rows[0].near, rows[0].why    # 0.04, False, 'Shared: both name Poland. Missing: what happens.'

The nearest sentence is the one of another outlet that agrees best; of pairs that were not compared closely, the one
that is most alike. From ``related_score`` on it is near: then nobody can say that the statement is told by one outlet
alone. Sentences without an act, or without a name, number, date or quote, state too little to be listed.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from dataclasses import replace

from lib.relate.claims.agreement import Agreement
from lib.relate.claims.explain import Shared, say_nearest
from lib.relate.claims.lexicon import limits
from lib.relate.claims.likeness import Likeness
from lib.relate.claims.statements import Statement
from lib.relate.claims.voices import Voices
from lib.schema import Unshared

#: Why of a sentence that is far from every other one.
FAR = "Shared: little or nothing. Missing: the statement."
#: The same, where no word, name or number of it is in any other outlet.
NOTHING = "No sentence of the other outlets shares a word, name or number with it."


def unshared(
    likeness: Likeness, agreements: Sequence[Agreement], held: Collection[int], voices: Voices
) -> list[Unshared]:
    """One row a statement, in the order of the articles. ``agreements``: best first; ``held``: those in a claim."""
    wanted = [n for n, s in enumerate(likeness.statements) if n not in held and states(s)]
    best: dict[int, Agreement] = {}
    for agreement in agreements:
        for number in (agreement.a, agreement.b):
            best.setdefault(number, agreement)
    lonely = [n for n in wanted if n not in best]
    alike = dict(zip(lonely, likeness.most_alike(lonely), strict=True))
    return list(_rows(likeness, wanted, best, alike, voices))


def states(statement: Statement) -> bool:
    """Whether somebody does or is something, and there is a name, number, date or quote to hold it to."""
    held_to = statement.entities or statement.numbers or statement.times or statement.quotes
    return bool(statement.acts and held_to)


def _rows(
    likeness: Likeness, wanted: Sequence[int], best: dict[int, Agreement], alike: dict[int, int], voices: Voices
) -> Iterator[Unshared]:
    for number in wanted:
        statement, agreement = likeness.statements[number], best.get(number)
        if agreement:
            other = agreement.b if agreement.a == number else agreement.a
            score, why = agreement.score, say_nearest(_seen_from(likeness, agreement, number, other))
        else:
            other = alike[number]
            score, why = 0.0, FAR if other >= 0 else NOTHING
        key = likeness.statements[other].key if other >= 0 else ("", None)
        whole = statement.sentence.start, statement.sentence.end
        voice = voices.voice_of(statement, whole)
        yield Unshared(
            article_id=statement.key[0],
            sentence_id=statement.key[1],
            start=whole[0],
            end=whole[1],
            attribution=voice.attribution,
            speaker_text=voice.text,
            speaker_entity_id=voice.entity_id,
            other_article_id=key[0],
            other_sentence_id=key[1],
            score=score,
            near=score >= limits()["related_score"],
            why=why,
        )


def _seen_from(likeness: Likeness, agreement: Agreement, number: int, other: int) -> Shared:
    """What the other sentence lacks of this one: a pair is kept one way round only."""
    if agreement.a == number:
        return agreement.shared
    own, theirs = likeness.statements[number], likeness.statements[other]
    return replace(
        agreement.shared,
        acts=agreement.shared.acts[::-1],
        missing_names=tuple(sorted(own.entities.keys() - theirs.entities.keys())),
        missing_numbers=tuple(sorted(own.numbers - theirs.numbers)),
    )
