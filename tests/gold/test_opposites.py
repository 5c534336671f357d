"""The gold on opposites: both halves hold each kind of pair, and every side is found once in its article."""

from __future__ import annotations

from pathlib import Path

from lib.quality.built import article
from lib.quality.events_gold import events

FOLDER = Path(__file__).parent / "opposites"


def test_every_half_has_all_three_kinds_as_the_readme_counts_them() -> None:
    counts = {}
    for data in events(FOLDER, "opposites", "Opposites"):
        assert data.claims is not None
        kinds = ["opposite" if p.differs == ("polarity",) else "same" if p.same else "other" for p in data.claims.pairs]
        counts[data.part] = tuple(kinds.count(kind) for kind in ("same", "opposite", "other"))
        for pair in data.claims.pairs:
            assert pair.same is (not pair.differs and pair.same), pair
            for side in (pair.a, pair.b):
                side.place(article(FOLDER, side.article).text)
    assert counts == {"dev": (26, 22, 9), "test": (28, 25, 9)}
