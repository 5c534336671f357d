"""Headlines that name their source at an end: 'Pier to close for good: report', 'Ana Ruiz: pier is unsafe'.

    list(headline(doc))      # at most one Draft, its head the noun 'report'

Only a short paragraph without a full stop is a headline. The source is a person's name or one of the words that
``attribution.toml`` lists under ``headline``, so that 'Analysis: …' and 'Russia: what we know' are none.
"""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Doc, Token

from lib.find.quotes.paragraph import Draft
from lib.find.quotes.vocabulary import words

_WORDS = 30
_SOURCE = 5
_LEAST = 3
_DASHES = ("–", "—", "-", "--")


def headline(doc: Doc) -> Iterator[Draft]:
    """The words of a headline and whose they are; nothing for any other paragraph."""
    if not _LEAST < len(doc) <= _WORDS or doc[-1].is_punct:
        return
    for token in doc:
        if token.text == ":":
            before, after = token.i, len(doc) - token.i - 1
            if after <= _SOURCE and before >= _LEAST and (head := _source(doc, token.i + 1, len(doc))):
                yield _draft(doc, 0, token.i, head)
            elif before <= _SOURCE and after >= _LEAST and (head := _source(doc, 0, token.i)):
                yield _draft(doc, token.i + 1, len(doc), head)
            return
    cut = next((t.i for t in doc[-_SOURCE:] if t.text in _DASHES and doc[t.i - 1].whitespace_ and t.whitespace_), None)
    if cut is not None and cut >= _LEAST and (head := _source(doc, cut + 1, len(doc), names=False)):
        yield _draft(doc, 0, cut, head)


def _source(doc: Doc, first: int, last: int, names: bool = True) -> Token | None:
    """The last word of a source's own words; None where they are a clause or a label."""
    group = doc[first:last]
    if not len(group) or any(t.is_punct or t.pos_ == "AUX" for t in group):
        return None
    head = group[-1]
    known = head.lower_.removesuffix("s") in words("headline") or head.lower_ in words("headline")
    person = names and all(t.ent_type_ == "PERSON" for t in group)
    return head if known or person else None


def _draft(doc: Doc, first: int, last: int, head: Token) -> Draft:
    end = doc[last - 1].idx + len(doc[last - 1].text)
    return Draft(doc[first].idx, end, "indirect", None, head, False, 0.55)
