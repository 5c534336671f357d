"""An entity that is merged, split or hidden is so in every table that names it, by number or by id."""

from __future__ import annotations

from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq
import pytest

from lib.corrections import Correction
from lib.store.corrected import trial
from lib.store.engine import SERVING, Store
from lib.store.serving import derive
from tests.corpora import build

SPLIT = Correction.of("alias", {"alias": "Russian", "entity": "russia", "to": "russian-envoy", "name": "The envoy"})
HIDE = Correction.of("hide", {"entity": "russia"})
MERGE = Correction.of("merge", {"entity": "ukraine", "into": "russia"})
#: Each event's participants as charts count them, and as the timeline lists them.
COUNTED = """select v.event_no, list_sort(list(e.entity_id)) from events v join event_participants p
    on p.event_no = v.event_no join entities e on e.entity_no = p.entity_no group by v.event_no order by 1"""
LISTED = "select event_no, list_sort(participants) from events where len(participants) > 0 order by 1"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Numbers whose actor is Russia, and events whose place is."""
    made = build(tmp_path / "mine", 14)
    for name, columns in (("quantities", ("actor_entity_id", "place_entity_id")), ("events", ("place",))):
        table = pq.read_table(made / f"{name}.parquet")
        for column in columns:
            at = table.schema.get_field_index(column)
            table = table.set_column(at, table.schema.field(at), pa.array(["russia"] * len(table)))
        pq.write_table(table, made / f"{name}.parquet")
    (made / SERVING).unlink()
    derive(made)
    return made


def _ids(store: Store, column: str, table: str, sentences: str) -> set[str | None]:
    return {row[0] for row in store.rows(f"select {column} from {table} where sentence_no in ({sentences})")}


@pytest.mark.parametrize("correction", [SPLIT, HIDE, MERGE], ids=lambda c: c.kind)
def test_the_timeline_names_whom_the_charts_count(folder: Path, correction: Correction) -> None:
    with trial(folder, [correction]) as store:
        assert store.rows(LISTED) == store.rows(COUNTED)


@pytest.mark.parametrize(
    ("table", "column"), [("quantities", "actor_entity_id"), ("quantities", "place_entity_id"), ("events", "place")]
)
def test_numbers_and_places_follow_the_form_that_is_split_off(folder: Path, table: str, column: str) -> None:
    envoy = "select sentence_no from mentions where alias = 'Russian'"
    russia = "select sentence_no from mentions where alias = 'Russia'"
    with trial(folder, [SPLIT]) as store:
        assert _ids(store, column, table, f"{envoy} and sentence_no not in ({russia})") == {"russian-envoy"}
        assert _ids(store, column, table, russia) == {"russia"}
    with trial(folder, [HIDE]) as store:
        assert _ids(store, column, table, f"select sentence_no from {table}") == {None}


def test_who_acted_first_stays_first(folder: Path) -> None:
    before = "select event_no, participants from events where len(participants) > 1 order by 1"
    with trial(folder, [MERGE]) as store, trial(folder, []) as plain:
        merged = dict(store.rows("select event_no, participants from events"))
        for event, ids in plain.rows(before):
            renamed = ["russia" if known == "ukraine" else known for known in ids]
            assert merged[event] == list(dict.fromkeys(renamed))
