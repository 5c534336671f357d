"""An entity that is merged, split or hidden is so in every table that names it, by number or by id."""

from __future__ import annotations

from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq
import pytest

from lib.corrections import Correction
from lib.speaker import UNKNOWN
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


SIDES = (("russia", "Russia"), ("ukraine", "Ukraine"))


@pytest.fixture
def answered(tmp_path: Path) -> tuple[Path, str, list[str]]:
    """A claim for which Russia answers in one outlet and Ukraine in another; and the articles."""
    made = build(tmp_path / "mine", 14)
    rows = pq.read_table(made / "claim_sentences.parquet").to_pylist()
    sources = {a["article_id"]: a["source"] for a in pq.read_table(made / "articles.parquet").to_pylist()}
    claim, first = rows[0]["claim_id"], rows[0]["article_id"]
    second = next(
        r["article_id"] for r in rows if r["claim_id"] == claim and sources[r["article_id"]] != sources[first]
    )
    told, differences = [], []
    for row in rows:
        if row["claim_id"] != claim:
            told.append(row)
        elif row["article_id"] in (first, second) and row["article_id"] not in {t["article_id"] for t in differences}:
            known, name = SIDES[row["article_id"] == second]
            other = SIDES[row["article_id"] != second][1]
            told.append({**row, "attribution": "named", "speaker_entity_id": known, "speaker_group": name,
                         "differs": True})  # fmt: skip
            differences.append({
                **{key: row[key] for key in ("claim_id", "article_id", "sentence_id", "start")},
                "end": row["start"] + 4,
                "kind": "attribution", "value": f"named: {name}",
                "why": f"Here named: {name}; elsewhere named: {other}.",
            })  # fmt: skip
    for name, changed in (("claim_sentences", told), ("differences", differences)):
        schema = pq.read_table(made / f"{name}.parquet").schema
        pq.write_table(pa.Table.from_pylist(changed, schema=schema), made / f"{name}.parquet")
    (made / SERVING).unlink()
    derive(made)
    return made, claim, [first, second]


_ANSWERS = """select a.article_id, f.speaker_group, d.value, d.why from statements f join articles a using (article_no)
    join claims c on c.claim_no = f.claim_no left join differences d on d.claim_no = f.claim_no
    and d.sentence_no = f.sentence_no where c.claim_id = ? order by f.sentence_no"""

_DIFFERS = (
    "select count(*) from statements f join claims c on c.claim_no = f.claim_no where c.claim_id = ? and f.differs"
)


def test_two_speakers_who_are_one_answer_as_one(answered: tuple[Path, str, list[str]]) -> None:
    folder, claim, _ = answered
    with trial(folder, [MERGE]) as store:
        assert {row[1:] for row in store.rows(_ANSWERS, [claim])} == {("Russia", None, None)}
        assert store.one("select differences from claims where claim_id = ?", [claim]) == []
        assert store.one(_DIFFERS, [claim]) == 0


def test_a_speaker_answers_under_the_corrected_name(answered: tuple[Path, str, list[str]]) -> None:
    folder, claim, (first, second) = answered
    with trial(folder, [Correction.of("rename", {"entity": "ukraine", "name": "Kyiv"})]) as store:
        assert store.rows(_ANSWERS, [claim]) == [
            (first, "Russia", "named: Russia", "Here named: Russia; elsewhere named: Kyiv."),
            (second, "Kyiv", "named: Kyiv", "Here named: Kyiv; elsewhere named: Russia."),
        ]
        assert store.one("select differences from claims where claim_id = ?", [claim]) == ["attribution"]


def test_a_speaker_who_is_split_off_answers_under_a_name_of_its_own(folder: Path) -> None:
    table = pq.read_table(folder / "claim_sentences.parquet")
    for column, value in (("speaker_entity_id", "russia"), ("speaker_group", "Russia"), ("attribution", "named")):
        at = table.schema.get_field_index(column)
        table = table.set_column(at, table.schema.field(at), pa.array([value] * len(table)))
    pq.write_table(table, folder / "claim_sentences.parquet")
    (folder / SERVING).unlink()
    derive(folder)
    envoy, russia = (f"select sentence_no from mentions where alias = '{form}'" for form in ("Russian", "Russia"))
    with trial(folder, [SPLIT]) as store:
        moved = f"{envoy} and sentence_no not in ({russia})"
        assert _ids(store, "speaker_group", "statements", moved) == {"The envoy"}
        others = f"select sentence_no from statements where sentence_no not in ({moved})"
        assert _ids(store, "speaker_group", "statements", others) == {"Russia"}


def test_who_is_hidden_answers_for_nothing_by_name(answered: tuple[Path, str, list[str]]) -> None:
    folder, claim, (first, second) = answered
    with trial(folder, [HIDE]) as store:
        # A speaker who is not identified is no other speaker than Ukraine: nothing differs any more.
        assert store.rows(_ANSWERS, [claim]) == [(first, UNKNOWN, None, None), (second, "Ukraine", None, None)]
        assert store.one(_DIFFERS, [claim]) == 0
        assert not store.one("select count(*) from statements where speaker_group = 'Russia'")
    with trial(folder, []) as plain:
        assert plain.one("select count(*) from statements where speaker_group = 'Russia'")
