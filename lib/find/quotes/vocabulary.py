"""The reporting vocabulary as sets, read once from ``data/vocabulary``.

frames("warn")      # frozenset({'clause', 'infinitive', 'of'}); None for a verb that reports nothing
"""

from __future__ import annotations

from functools import cache

from lib.vocabulary import load


@cache
def verbs() -> dict[str, tuple[str, frozenset[str]]]:
    """Lemma → (class, frames), as ``reporting_verbs.toml`` explains them."""
    return {lemma: (row["class"], frozenset(row["frames"])) for lemma, row in load("reporting_verbs").items()}


def frames(lemma: str) -> frozenset[str] | None:
    """What can be content of this verb beside a quotation; None where it is no reporting verb."""
    row = verbs().get(lemma)
    return row[1] if row else None


@cache
def words(name: str) -> frozenset[str]:
    """One list of ``attribution.toml``."""
    return frozenset(load("attribution")[name])
