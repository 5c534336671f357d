"""'Count a wire story once' leaves out what was copied, and nothing else."""

from __future__ import annotations

from lib.evidence import Mark
from lib.store.engine import Store
from lib.store.facts import evidence
from lib.view import View


def test_only_copied_sentences_are_left_out(store: Store) -> None:
    every = evidence(store, View(), Mark("sentences"))
    once = evidence(store, View(once=True), Mark("sentences"))
    left_out = [e for e in every if e not in once]
    assert [(e.article_id, e.sentence_id) for e in left_out] == [(f"{5:016x}", 0)]
    assert len(once) == len(every) - 1
