"""The same pipeline in less time: numpy's products for the networks, a table for spaCy's attribute rules.

    nlp = quicken(spacy.load("en_core_web_sm"))

Three parts of a small model's time are spent on how it computes, not on what: matrix products by BLIS, which is slower
than numpy's own library where processors have wide registers; the largest of each few numbers (maxout), one by one;
and some 180 rules (tag and word → part of speech), each tried on each token, though their outcome depends on tag, word
and relation alone. Outcomes are the same; products are rounded otherwise in their last digit. All three reach into
spaCy, so a spaCy or thinc of another line than the one tested runs as it is.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from importlib.metadata import version
from typing import Any, cast

import numpy as np
from numpy.typing import NDArray
from spacy.attrs import DEP, IS_SPACE, LOWER, MORPH, POS, TAG
from spacy.language import Language
from spacy.matcher import Matcher
from spacy.pipeline import AttributeRuler
from spacy.tokens import Doc
from thinc.api import NumpyOps

_RULER, _TABLE = "attribute_ruler", "attribute_table"
_KNOWN = {"TAG", "LOWER", "DEP", "IS_SPACE"}
#: Beginnings of the versions that this was compared on.
COMPARED_ON = {"spacy": "3.8.", "thinc": "8.3."}


class QuickOps(NumpyOps):  # type: ignore[misc]  # thinc's classes are untyped
    """Products and maxout by numpy, for models that only predict: where the largest stood is not kept."""

    def __init__(self) -> None:
        super().__init__(use_blis=False)

    def maxout(self, pieces: NDArray[np.float32]) -> tuple[NDArray[np.float32], NDArray[np.int32]]:
        best = pieces[:, :, 0].copy()
        for piece in range(1, pieces.shape[2]):
            np.maximum(best, pieces[:, :, piece], out=best)
        return best, np.empty(0, np.int32)


class RuleTable:
    """An ``AttributeRuler`` whose rules of one token are looked up by what they ask of it; the others are tried."""

    def __init__(self, ruler: AttributeRuler) -> None:
        # Private: another spaCy may lack it, and then ``quicken`` never comes here.
        from spacy.tokens._retokenize import set_token_attrs

        self._set = set_token_attrs
        self._ruler, self._vocab = ruler, ruler.vocab
        self._single, self._other = Matcher(ruler.vocab), Matcher(ruler.vocab)
        words: set[str] = set()
        for number, rule in enumerate(ruler.patterns):
            patterns: list[list[dict[str, Any]]] = cast(Any, rule)["patterns"]
            for pattern in patterns:
                alone = len(pattern) == 1 and _plain(pattern[0])
                (self._single if alone else self._other).add(str(number), [pattern])
                words.update(_words(pattern[0]) if alone else ())
        self._words = np.array(sorted(self._vocab.strings.add(word) for word in words), np.uint64)
        self._known: dict[tuple[int, ...], list[int]] = {}

    def __call__(self, doc: Doc) -> Doc:
        asked: Any = doc.to_array([TAG, LOWER, DEP, IS_SPACE]).reshape(len(doc), 4)
        asked[~np.isin(asked[:, 1], self._words), 1] = 0
        rows: list[list[int]] = asked.tolist()
        others = self._of_others(doc)
        outcome: Any = doc.to_array([POS, MORPH]).reshape(len(doc), 2)
        rest: list[tuple[int, dict[int, int]]] = []
        for at, key in enumerate(map(tuple, rows)):
            rules = self._known.get(key)
            if rules is None:
                rules = self._known[key] = self._of_token(key)
            if at in others:
                rules = sorted({*rules, *others[at]})
            merged = self._merged(rules)
            for attribute, value in merged.items():
                if attribute == POS:
                    outcome[at, 0] = value
                elif attribute == MORPH:
                    outcome[at, 1] = value
                else:
                    rest.append((at, {attribute: value}))
        doc.from_array([POS, MORPH], outcome)
        for at, attributes in rest:
            self._set(doc[at], attributes)
        return doc

    def _of_token(self, key: tuple[int, ...]) -> list[int]:
        """The rules for a token that stands for all with the same tag, word, relation and white space."""
        tag, word, dep, space = key
        text = self._vocab.strings[word] if word else ("\n" if space else "\0")
        strings = self._vocab.strings
        token = Doc(self._vocab, words=[text], tags=[strings[tag]], deps=[strings[dep]], heads=[0])
        return sorted(int(strings[rule]) for rule, _, _ in self._single(token, allow_missing=True))

    def _of_others(self, doc: Doc) -> dict[int, list[int]]:
        found: dict[int, list[int]] = {}
        for rule, start, end in self._other(doc, allow_missing=True):
            number = int(self._vocab.strings[rule])
            index = self._ruler.indices[number]
            found.setdefault(start + index if index >= 0 else end + index, []).append(number)
        return found

    def _merged(self, rules: Iterable[int]) -> dict[int, int]:
        """What the rules say together; a later one has precedence."""
        merged: dict[int, int] = {}
        for rule in rules:
            merged |= self._ruler.attrs[rule]
        return merged


def quicken(nlp: Language) -> Language:
    """The pipeline, changed in place; unchanged under a spaCy or thinc that this was not compared on."""
    if not all(version(package).startswith(known) for package, known in COMPARED_ON.items()):
        return nlp
    ops = QuickOps()
    for _, part in nlp.pipeline:
        model = getattr(part, "model", None)
        for node in model.walk() if model is not None and hasattr(model, "walk") else ():
            if node.ops.name == "numpy":
                node.ops = ops
    if _RULER in nlp.pipe_names and isinstance(nlp.get_pipe(_RULER), AttributeRuler):
        nlp.add_pipe(_TABLE, before=_RULER)
        nlp.disable_pipe(_RULER)
    return nlp


@Language.factory(_TABLE)
def _table(nlp: Language, name: str) -> RuleTable:
    del name
    return RuleTable(cast(AttributeRuler, nlp.get_pipe(_RULER)))


def _plain(token: Mapping[str, Any]) -> bool:
    """Whether the outcome depends on what the table is keyed by, words as a finite list."""
    return set(token) <= _KNOWN and all(not isinstance(v, dict) or set(v) <= {"IN", "NOT_IN"} for v in token.values())


def _words(token: Mapping[str, Any]) -> list[str]:
    asked = token.get("LOWER", [])
    return [asked] if isinstance(asked, str) else [word for words in dict(asked).values() for word in words]
