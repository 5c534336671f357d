"""Imports only point down: the contracts of import-linter in pyproject.toml hold, and do forbid something."""

from __future__ import annotations

import ast
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[1]


def _lint(folder: Path) -> subprocess.CompletedProcess[str]:
    """import-linter's own command in this interpreter, without its cache."""
    run = "import sys; from importlinter.cli import lint_imports_command; sys.exit(lint_imports_command())"
    command = [sys.executable, "-c", run, "--no-cache", "--config", str(ROOT / "pyproject.toml")]
    return subprocess.run(command, cwd=folder, capture_output=True, text=True, timeout=120)


def test_every_contract_holds() -> None:
    done = _lint(ROOT)
    assert done.returncode == 0, done.stdout + done.stderr
    assert "0 broken" in done.stdout
    assert "4 kept" in done.stdout


#: package → where alone in lib it may be imported.
ONLY_IN = {
    "streamlit": ("lib/ui/",),
    "plotly": ("lib/charts/",),
    "duckdb": ("lib/store/engine.py",),
    "spacy": ("lib/find/", "lib/build/", "lib/link/", "lib/quality/"),
}


@pytest.mark.parametrize("package", ONLY_IN)
def test_a_package_is_known_to_one_room(package: str) -> None:
    strangers = []
    for path in (ROOT / "lib").rglob("*.py"):
        where = path.relative_to(ROOT).as_posix()
        imported = {
            name.split(".")[0]
            for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
            for name in (
                [a.name for a in node.names]
                if isinstance(node, ast.Import)
                else [node.module or ""]
                if isinstance(node, ast.ImportFrom)
                else []
            )
        }
        if package in imported and not where.startswith(ONLY_IN[package]):
            strangers.append(where)
    assert strangers == []
