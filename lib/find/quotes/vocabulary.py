"""The reporting vocabulary as sets, read once from ``data/vocabulary``.

frames("warn")      # frozenset({'clause', 'infinitive', 'of'}); None for a verb that reports nothing
"""

from __future__ import annotations

from functools import cache

from spacy.tokens import Token

from lib.vocabulary import load

#: Forms that the tagger takes for another word: in capitals, beside quotation marks, or by a rare verb's lemma.
_FORMS = {
    "said": "say",
    "says": "say",
    "told": "tell",
    "tells": "tell",
    "hoping": "hope",
    "hoped": "hope",
    "hopes": "hope",
}


@cache
def verbs() -> dict[str, tuple[str, frozenset[str]]]:
    """Lemma, or verb and particle → (class, frames), of both files; ``reporting_verbs.toml`` explains them."""
    rows = load("attributing_verbs") | load("reporting_verbs")
    return {lemma: (row["class"], frozenset(row["frames"])) for lemma, row in rows.items()}


def lemma_of(token: Token) -> str:
    """The key of a verb in ``verbs``: its lemma, with its particle where the two are a verb of their own."""
    lemma = _FORMS.get(token.lower_) or token.lemma_.lower()
    doc, at = token.doc, token.i + 1
    if lemma in _first_words():
        if at < len(doc) and doc[at].lower_ == "it":
            at += 1
        if at < len(doc) and (phrase := f"{lemma} {doc[at].lower_}") in verbs():
            return phrase
    return lemma


@cache
def _first_words() -> frozenset[str]:
    return frozenset(key.split()[0] for key in verbs() if " " in key)


def frames(lemma: str) -> frozenset[str] | None:
    """What can be content of this verb beside a quotation; None where it is no reporting verb."""
    row = verbs().get(lemma)
    return row[1] if row else None


@cache
def words(name: str) -> frozenset[str]:
    """One list of ``attribution.toml``."""
    return frozenset(load("attribution")[name])
