"""The aggregator: one report from invented data in every format, with broken files named and the others measured."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from lib.ask.quality import FORMAT as READ_FORMAT
from lib.ask.quality import quality
from lib.quality.command import main
from lib.quality.report import FORMAT
from tests.quality.test_times import CAT, TML

CONLL = "-DOCSTART- O\n\nMaria I-PER\nSilva I-PER\nmet O\nNATO I-ORG\nenvoys O\nin O\nLisbon I-LOC\n. O\n"
STORY = "Bob Hale said the rain would stop by noon."
ANN = "T1\tContent 14 41\tthe rain would stop by noon\nT2\tSource 0 8\tBob Hale\nT3\tCue 9 13\tsaid\n"
JOINED = "E1\tAttribution:T1 Source:T2 Cue:T3 Content:T1\n"
QUOTE = {"content": [14, 41], "speaker": [0, 8], "attribution": "named", "kind": "indirect"}
DATE = {
    "anchor": "2022-02-04", "text": "The mayor resigned on Saturday.",
    "times": [{"text": "Saturday", "start": 22, "type": "DATE", "value": "2022-01-29", "rule": "weekday-past"}],
}  # fmt: skip
FILES = {
    "mill.tml": TML,
    "mill.xml": CAT,
    "people.conll": CONLL,
    "more.conll.txt": CONLL.replace("Maria", "Ines"),
    "again.iob": CONLL.replace("I-", "B-"),
    "rain.txt": STORY,
    "rain_ab12.ann": ANN + JOINED,
    "quotes.jsonl": json.dumps({"text": STORY, "quotes": [QUOTE]}) + "\n",
    "dates.jsonl": json.dumps(DATE) + "\n",
}
BROKEN = {
    "half.tml": "<TimeML><TEXT>It burned on <TIMEX3",
    "empty.tml": "<TimeML><TEXT> </TEXT></TimeML>",
    "page.xml": "<html><body>no annotations</body></html>",
    "bare.conll": "Maria\nSilva\n",
    "verbs.conll": "Maria B-NP\nsleeps B-VP\n",
    "alone.iob": "",
    "not.jsonl": "{'text': 1}\n",
    "other.jsonl": '{"text": "x"}\n',
    "far.jsonl": json.dumps({"text": "Short.", "quotes": [QUOTE]}) + "\n",
    "lacking.jsonl": json.dumps({"text": "Short.", "times": [{"start": 1}]}) + "\n",
    "list.jsonl": "[1]\n",
    "loose.xml": CAT.replace('t_id="9"/', 't_id="99"/'),
}


def write(folder: Path, files: dict[str, str]) -> Path:
    folder.mkdir(exist_ok=True)
    for name, content in files.items():
        (folder / name).write_text(content, encoding="utf-8")
    return folder


def measure(out: Path, *arguments: str | Path) -> dict[str, Any]:
    assert main([*map(str, arguments), "--out", str(out)]) == 0
    return json.loads((out / "quality.json").read_text(encoding="utf-8"))  # type: ignore[no-any-return]


@pytest.mark.parametrize("name", [n for n in FILES if not n.endswith(".ann")])
def test_every_format_is_measured_by_itself(name: str, tmp_path: Path) -> None:
    data = write(tmp_path / "data", FILES)
    report = measure(tmp_path / "out", "--only", "--data", data / name)
    assert report["unusable"] == []
    assert [d["role"] for d in report["data"]] == ["given"]
    kinds = {f["measure"] for f in report["figures"]}
    wanted = {"tml": "times", "xml": "times", "conll": "names", "iob": "names", "txt": "quotes"}
    wanted |= {"more.conll.txt": "names", "quotes.jsonl": "quotes", "dates.jsonl": "sentences"}
    assert wanted.get(name, wanted.get(name.rpartition(".")[2])) in kinds
    best = max(f["rate"]["value"] for f in report["figures"])
    assert best == 1.0, "an easy text, and nothing in it is right"


def test_a_folder_of_everything_gives_one_data_set_a_kind_and_names_what_is_broken(tmp_path: Path) -> None:
    data = write(write(tmp_path / "data", FILES), BROKEN | {"README": "hello", "notes.txt": "no annotations"})
    (data / "bytes.conll").write_bytes(b"\xff\xfe B-PER\n")
    report = measure(tmp_path / "out", "--only", "--data", data)
    assert {d["key"] for d in report["data"]} == {
        "data-times", "data-articles", "data-names", "data-quotes", "data-dates"
    }  # fmt: skip
    said = {Path(u["path"]).name: u for u in report["unusable"]}
    assert set(said) == {*BROKEN, "bytes.conll", "data"}
    assert "README, notes.txt" in said["data"]["what"]
    assert all(".tml" in u["allowed"] and u["what"] for u in said.values())
    names = next(f for f in report["figures"] if (f["key"], f["data"]) == ("trimmed", "data-names"))
    assert (names["n_documents"], names["n_items"]) == (3, 10)  # in IOB2 two B- in a row are two names
    assert (tmp_path / "out" / "quality.md").read_text(encoding="utf-8").count("half.tml") == 1


@pytest.mark.parametrize("given", ["nowhere", "broken", "nothing"])
def test_nothing_to_measure_is_refused_before_any_work(
    given: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    write(tmp_path / "broken", BROKEN)
    (tmp_path / "nothing").mkdir()
    assert main(["--data", str(tmp_path / given), "--out", str(tmp_path / "out")]) == 2
    said = capsys.readouterr().err
    assert "nothing to measure" in said
    assert "TimeML (.tml)" in said
    assert not (tmp_path / "out").exists()


def test_a_model_that_is_not_installed_is_refused(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    assert main(["--model", "xx_no_such_model", "--out", str(tmp_path)]) == 2
    assert "xx_no_such_model" in capsys.readouterr().err


@pytest.mark.parametrize("limit", ["0", "-1", "many"])
def test_a_senseless_limit_is_refused(limit: str, capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as stopped:
        main([f"--limit={limit}"])
    assert stopped.value.code == 2
    assert "give 1 or more" in capsys.readouterr().err


def test_a_data_set_given_twice_is_measured_once(tmp_path: Path) -> None:
    data = write(tmp_path / "data", {"a.tml": TML})
    assert len(measure(tmp_path / "out", "--only", "--data", data, data)["data"]) == 1


def test_data_of_the_same_name_stay_apart(tmp_path: Path) -> None:
    one, two = write(tmp_path / "one", {"a.tml": TML}), write(tmp_path / "two", {"a.tml": TML})
    report = measure(tmp_path / "out", "--only", "--data", one / "a.tml", two / "a.tml")
    assert [d["key"] for d in report["data"]] == ["a", "a-2"]


def test_what_is_given_is_never_quoted(tmp_path: Path) -> None:
    """Its words may belong to somebody: kinds of errors and counts only."""
    data = write(tmp_path / "data", {"a.tml": TML.replace("2022-02-03", "1999-01-01"), "b.conll": CONLL})
    measure(tmp_path / "out", "--only", "--data", data)
    for name in ("quality.json", "quality.md"):
        text = (tmp_path / "out" / name).read_text(encoding="utf-8")
        assert not [word for word in ("Thursday", "Lisbon", "Silva", "drought") if word in text]
    report = json.loads((tmp_path / "out" / "quality.json").read_text(encoding="utf-8"))
    missed = [f for f in report["figures"] if f["by"] is not None and f["by"] < 0]
    assert missed
    assert any(f["errors"] and f["next"] for f in missed)


def test_the_gold_of_the_repository_is_measured_and_the_app_reads_it(tmp_path: Path) -> None:
    """The whole way on a few documents of each data set."""
    report = measure(tmp_path / "out", "--limit", "3")
    kinds = {f["measure"] for f in report["figures"]}
    assert {"times", "sentences", "names", "entities", "events", "quotes", "marks", "days", "copies"} | {
        "quantities", "standings"
    } == kinds  # fmt: skip
    sample = next(d for d in report["data"] if d["key"] == "sample")
    assert (sample["role"], sample["documents"], report["limit"]) == ("written by us", 3, 3)
    for figure in report["figures"]:
        rate = figure["rate"]
        assert 0 <= rate["value"] <= 1
        if rate["low"] is not None:
            assert rate["low"] <= rate["value"] + 1e-9 <= rate["high"] + 2e-9, figure
    answer = quality(tmp_path / "out" / "quality.json")
    assert (answer.state, answer.why) == ("ready", "")
    assert len(answer.figures) == len(report["figures"])


def test_both_sides_know_the_same_format() -> None:
    assert FORMAT == READ_FORMAT
