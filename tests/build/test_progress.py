"""A bar on a terminal, lines elsewhere, nothing when quiet; never anything on stdout."""

import io
import sys

from lib.build.progress import Progress


class _Terminal(io.StringIO):
    def isatty(self):
        return True


def _run(quiet):
    with Progress(quiet=quiet) as progress:
        assert list(progress.through(["a", "b"], "reading", "files")) == ["a", "b"]
        progress.stage("linking")


def test_plain_lines_where_nobody_watches(capsys):
    _run(quiet=False)
    assert capsys.readouterr() == ("", "reading: 2 files\nlinking\n")


def test_quiet_says_nothing(capsys):
    _run(quiet=True)
    assert capsys.readouterr() == ("", "")


def test_one_bar_on_a_terminal_that_says_what_is_done(monkeypatch, capsys):
    terminal = _Terminal()
    monkeypatch.setattr(sys, "stderr", terminal)
    _run(quiet=False)
    shown = terminal.getvalue()
    assert "reading" in shown
    assert "linking" in shown
    assert "\n" not in shown.rstrip("\n")
    assert capsys.readouterr().out == ""
