"""Progress as JSON: never backwards, every line readable, the last one says how it ended."""

import json

from lib.build import reporting
from lib.build.reporting import BEGINS, JsonProgress, emit
from tests.build.conftest import STRIKE, TALKS


def _lines(capsys):
    return [json.loads(line) for line in capsys.readouterr().out.splitlines()]


def test_shares_go_up():
    shares = [share for _, share in BEGINS]
    assert shares == sorted(set(shares))
    assert (shares[0], shares[-1] < 1) == (0.0, True)


def test_the_fraction_never_goes_back(capsys):
    with JsonProgress() as progress:
        for _ in progress.through(range(3), "parsing", "articles"):
            pass
        progress.stage("inferring publication days", "articles", 2)
        progress.stage("parsing", "articles", 5)
        progress.stage("a stage that nobody named")
        progress.stage("deriving the file that the app reads")
    fractions = [line["fraction"] for line in _lines(capsys)]
    assert fractions == sorted(fractions)
    assert fractions[0] < fractions[-1] == BEGINS[-1][1]


def test_the_time_left_is_guessed_from_the_time_spent(capsys, monkeypatch):
    now = 100.0
    monkeypatch.setattr(reporting.time, "monotonic", lambda: now)
    progress = JsonProgress()
    progress.stage("parsing", "articles", 10)
    now = 110.0
    progress.step(5)
    first, last = _lines(capsys)
    assert first["seconds_left"] is None
    assert (last["done"], last["total"], last["seconds"]) == (5, 10, 10.0)
    assert abs(last["seconds_left"] - 10 * (1 - last["fraction"]) / last["fraction"]) < 0.2


def test_nobody_listens_any_more(monkeypatch):
    class Gone:
        def write(self, text):
            raise BrokenPipeError

    monkeypatch.setattr(reporting.sys, "stdout", Gone())
    emit(state="built")


def test_a_build_that_is_watched_by_a_program(desk, capsys):
    desk.write("talks.txt", TALKS)
    desk.write("table.csv", f'words,day\n"{STRIKE}",2022-02-05\n')
    assert desk.build("--progress", "json", "--map", "text=words,date=day") == 0
    *steps, end = _lines(capsys)
    assert {"reading", "parsing"} <= {step["doing"] for step in steps}
    assert (end["state"], end["articles"], end["sources"]) == ("built", 2, {"Harbor Wire": 1, "Meridian Post": 1})
    for name in ("talks.txt", "table.csv"):
        (desk.inputs / name).write_text("", encoding="utf-8")
    assert desk.build("--progress", "json") == 1
    assert _lines(capsys)[-1]["state"] == "failed"
