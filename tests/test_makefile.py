"""The commands that the README names are well-formed: what make would type, the shell can read."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[1]


@pytest.mark.parametrize("target", ["run", "test", "check", "bench", "quality", "train"])
def test_the_shell_can_read_what_make_types(target: str) -> None:
    typed = subprocess.run(
        ["make", "--no-print-directory", "--dry-run", "--always-make", target],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=True,
    ).stdout
    read = subprocess.run(["sh", "-n"], input=typed, capture_output=True, text=True, check=False)
    assert read.returncode == 0, read.stderr


def test_an_option_of_run_is_given_to_streamlit() -> None:
    typed = subprocess.run(
        ["make", "--no-print-directory", "--dry-run", "run", "PORT=8777"],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=True,
    ).stdout
    command = typed[typed.index("streamlit run") :].split("||")[0]
    assert "--server.port 8777" in command
    assert "--server.showEmailPrompt false" in command


def test_every_folder_of_tests_is_collected() -> None:
    """Pytest leaves out folders by their name, "build" among them, and says nothing."""
    told = subprocess.run(
        [sys.executable, "-m", "pytest", "--collect-only", "-q"], cwd=ROOT, capture_output=True, text=True, check=False
    ).stdout
    collected = {line.split(":")[0].rpartition("/")[0] for line in told.splitlines() if line.startswith("tests/")}
    assert collected == {path.parent.relative_to(ROOT).as_posix() for path in (ROOT / "tests").rglob("test_*.py")}
