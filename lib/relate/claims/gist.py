"""Which sentence of a claim stands for it: the most central one of those that a reader understands by themselves.

    gist_of(likeness, group, taken)     # the number of a statement; None: no sentence says the claim by itself

'He denied both.' and 'No evidence was published.' point at another sentence: they can be part of a claim and are never
what it is called by. A claim of such sentences alone is none.
"""

from __future__ import annotations

from collections.abc import Collection

from lib.relate.claims.clusters import Group
from lib.relate.claims.lexicon import limits, phrases
from lib.relate.claims.likeness import Likeness
from lib.relate.claims.statements import Statement
from lib.relate.claims.voices import certainty_of


def gist_of(likeness: Likeness, group: Group, taken: Collection[str] = ()) -> int | None:
    """The plainest of the most central statements; of equals the strongest, then the first. ``taken``: other gists."""
    known = [n for n in group.central() if not points(s := likeness.statements[n]) and s.text not in taken]
    return min(known, key=lambda n: _faults(likeness.statements[n]), default=None)


def points(statement: Statement) -> bool:
    """Whether a sentence says nothing without another: a pronoun for its subject, or few words but a denial."""
    text = statement.words((statement.sentence.start, statement.sentence.end))
    if any(pattern.search(text) for pattern, _ in phrases("pointing")):
        return True
    own = sum(term[0] != "~" for term in statement.terms)
    negated = any(act.negated or act.denied for act in statement.acts)
    return bool(own < limits()["fewest_pointing" if negated else "fewest_gist"])


def _faults(statement: Statement) -> int:
    """What speaks against a sentence: hedged or denied, no name, too long or short for a heading, a quote cut open."""
    whole = (statement.sentence.start, statement.sentence.end)
    text = statement.words(whole)
    low, high = limits()["gist_characters"]
    negated = any(act.negated or act.denied for act in statement.acts)
    return (
        2 * (certainty_of(statement, whole)[0] != "stated" or negated)
        + 2 * (not statement.entities and not statement.numbers)
        + (not low <= len(text) <= high)
        + any(pattern.search(text) for pattern, _ in phrases("leaning"))
    )
