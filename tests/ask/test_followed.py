"""Links follow merges that hold, and no others."""

from __future__ import annotations

from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq
import pytest

from lib.ask.followed import followed
from lib.corrections import Correction
from lib.evidence import Mark
from lib.store.corrected import trial
from lib.store.engine import SERVING, Store
from lib.store.facts import total
from lib.store.serving import derive
from lib.view import View
from tests.corpora import build

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


@pytest.fixture
def spoken(tmp_path: Path) -> Path:
    """Every statement rests on the word of Ukraine, which its story calls Kyiv."""
    made = build(tmp_path / "mine", 14)
    table = pq.read_table(made / "claim_sentences.parquet")
    for column, value in (("speaker_entity_id", "ukraine"), ("speaker_group", "Kyiv"), ("attribution", "named")):
        at = table.schema.get_field_index(column)
        table = table.set_column(at, table.schema.field(at), pa.array([value] * len(table)))
    pq.write_table(table, made / "claim_sentences.parquet")
    (made / SERVING).unlink()
    derive(made)
    return made


RENAMED = Correction.of("rename", {"entity": "ukraine", "name": "Republic"})
HIDDEN = Correction.of("hide", {"entity": "ukraine"})


@pytest.mark.parametrize(
    ("corrections", "group"),
    [
        ([_merge("ukraine", "russia")], "Russia"),
        ([RENAMED], "Republic"),
        ([RENAMED, _merge("ukraine", "russia")], "Russia"),
    ],
)
def test_on_whose_word_follows_who_is_merged_or_renamed(
    spoken: Path, corrections: list[Correction], group: str
) -> None:
    asked = View(mark=Mark("statements", (("claim", "early-met"), ("group", "Kyiv"))))
    everywhere = View(mark=Mark("statements", (("group", "Kyiv"),)))
    with trial(spoken, []) as before, trial(spoken, corrections) as after:
        for link in (asked, everywhere):
            assert link.mark
            view = followed(link, corrections, after)
            assert view.mark
            assert view.mark.value("group") == group
            assert total(after, view, view.mark) == total(before, link, link.mark) > 0
            # A link of now is left as it is, and so is one to somebody unknown.
            assert followed(view, corrections, after) == view
        stranger = View(mark=Mark("statements", (("group", "Nobody"),)))
        assert followed(stranger, corrections, after) == stranger


def test_on_whose_word_does_not_name_who_is_hidden_where_the_claim_is_known(spoken: Path) -> None:
    asked = View(mark=Mark("statements", (("claim", "early-met"), ("group", "Kyiv"))))
    everywhere = View(mark=Mark("statements", (("group", "Kyiv"),)))
    with trial(spoken, [HIDDEN]) as after:
        view = followed(asked, [HIDDEN], after)
        assert view.mark
        assert view.mark.value("group") == "not identified"
        assert total(after, view, view.mark) > 0
        # All speakers who are not identified are more than the link ever opened.
        assert followed(everywhere, [HIDDEN], after) == everywhere
