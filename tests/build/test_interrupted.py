"""A build that dies, is stopped or fails leaves the last good generation, and the next one cleans up."""

import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from lib.build import run, stages
from lib.generation import current
from tests.build.conftest import STRIKE, TALKS

#: Says 'there' at a point in the build, and stays there.
# A job that a shell put into the background inherits that Ctrl-C is ignored.
STUCK = """
import signal, sys, time
signal.signal(signal.SIGINT, signal.default_int_handler)
from lib.build import command, {module}
def stuck(*_, **__):
    print("there", flush=True)
    time.sleep(120)
{module}.{name} = stuck
sys.exit(command.main(sys.argv[1:]))
"""


def _stuck(desk, module, name):
    """A build in another process that is stuck at one function."""
    script = STUCK.format(module=module, name=name)
    arguments = [str(desk.inputs), "--into", str(desk.corpus), "--quiet"]
    other = subprocess.Popen(
        [sys.executable, "-c", script, *arguments],
        cwd=Path(__file__).parents[2], stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True,
    )  # fmt: skip
    assert other.stdout is not None
    assert other.stdout.readline() == "there\n"
    return other


def _end(process, how):
    process.send_signal(how)
    out, err = process.communicate(timeout=30)
    return process.returncode, out + err


@pytest.mark.parametrize(("module", "name"), [("stages", "find_words"), ("run", "derive")])
def test_killed_in_mid_build(desk, capsys, module, name):
    desk.write("strike.txt", STRIKE)
    assert desk.build() == 0
    good = current(desk.corpus)
    desk.write("talks.txt", TALKS)
    other = _stuck(desk, module, name)
    capsys.readouterr()
    assert desk.build() == 2
    busy = capsys.readouterr().err
    assert f"process {other.pid}, since 20" in busy
    assert str(desk.corpus) in busy
    assert _end(other, signal.SIGKILL)[0] == -signal.SIGKILL
    assert current(desk.corpus) == good
    assert len(desk.rows("articles")) == 1
    assert desk.build() == 0
    assert len(desk.rows("articles")) == 2
    assert sorted(os.listdir(desk.corpus)) == [".lock", "CURRENT", "generations", "parsed", "vectors"]
    assert not [p for p in (desk.corpus / "generations").iterdir() if p.name.startswith(".")]


def test_stopped_by_hand(desk):
    desk.write("strike.txt", STRIKE)
    assert desk.build() == 0
    good = current(desk.corpus)
    desk.write("talks.txt", TALKS)
    code, said = _end(_stuck(desk, "run", "derive"), signal.SIGINT)
    assert code == 130
    assert "stopped" in said
    assert str(good) in said
    assert "Traceback" not in said
    assert current(desk.corpus) == good


def test_a_fault_of_ours_leaves_the_last_build_and_its_traceback(desk, monkeypatch, capsys):
    desk.write("strike.txt", STRIKE)
    assert desk.build() == 0
    good = current(desk.corpus)
    monkeypatch.setattr(run, "derive", lambda folder: {}["missing"])
    assert desk.build() == 1
    said = capsys.readouterr().err
    assert "KeyError: 'missing'" in said
    assert f"The last good build is still in place: {good}" in said
    assert current(desk.corpus) == good


def test_a_failure_after_parsing_leaves_the_last_build_and_keeps_what_was_parsed(desk, monkeypatch, capsys):
    desk.write("strike.txt", STRIKE)
    assert desk.build() == 0
    good = current(desk.corpus)
    desk.write("talks.txt", TALKS)

    def full(folder):
        raise OSError(28, "No space left on device")

    with monkeypatch.context() as patch:
        patch.setattr(run, "derive", full)
        assert desk.build() == 1
    assert "No space left on device" in capsys.readouterr().err
    assert current(desk.corpus) == good
    parsed = []
    real = stages.find_words
    monkeypatch.setattr(stages, "find_words", lambda *a: (parsed.append(1), real(*a))[1])
    assert desk.build() == 0
    assert parsed == []
    assert len(desk.rows("articles")) == 2
