"""Links follow merges that hold, and no others."""

from __future__ import annotations

from lib.ask.followed import followed
from lib.corrections import Correction
from lib.evidence import Mark
from lib.store.corrected import trial
from lib.store.engine import Store
from lib.view import View

ASKED = View(actors=("ukraine",), entity="ukraine", mark=Mark("mentions", (("entity", "ukraine"),)))


def _merge(entity: str, into: str) -> Correction:
    return Correction.of("merge", {"entity": entity, "into": into})


def test_a_merge_that_found_nothing_changes_no_view(store: Store) -> None:
    merges = [_merge("ukraine", "an-entity-of-a-later-build")]
    with trial(store.folder, merges) as after:
        assert followed(ASKED, merges, after) == ASKED


def test_merges_that_were_applied_are_followed_one_after_the_other(store: Store) -> None:
    merges = [_merge("ukraine", "russia"), _merge("nobody", "geneva"), _merge("russia", "geneva")]
    with trial(store.folder, merges) as after:
        view = followed(ASKED, merges, after)
    assert (view.actors, view.entity) == (("geneva",), "geneva")
    assert view.mark
    assert view.mark.where == (("entity", "geneva"),)


def test_a_merge_that_a_build_has_already_made_is_followed(store: Store) -> None:
    # The entity is gone and the correction finds nothing any more; links to it are still out there.
    merges = [_merge("the-ukraine", "ukraine")]
    with trial(store.folder, merges) as after:
        assert followed(View(actors=("the-ukraine",)), merges, after).actors == ("ukraine",)
