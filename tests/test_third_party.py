"""docs/third-party.md names every package that requirements.txt locks, once, and nothing that is gone."""

from __future__ import annotations

import ast
import re
import sys
from importlib import metadata
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]


def test_every_locked_package_is_listed_with_a_licence() -> None:
    locked = set(re.findall(r"^([A-Za-z0-9][\w.-]*)==", (ROOT / "requirements.txt").read_text(encoding="utf-8"), re.M))
    page = (ROOT / "docs" / "third-party.md").read_text(encoding="utf-8")
    section = page.partition("## Packages of")[2].partition("\n## ")[0]
    table = section.partition("| --- | --- |")[2]
    rows = [line.split("|") for line in table.splitlines() if line.startswith("| ")]
    listed = [name for row in rows for name in re.findall(r"`([^`]+)`", row[2])]
    assert all(row[1].strip() for row in rows)
    assert sorted(listed) == sorted(locked)


def test_the_data_that_the_page_names_are_there() -> None:
    page = (ROOT / "docs" / "third-party.md").read_text(encoding="utf-8")
    files = re.findall(r"`(data/[^`]+)`", page)
    assert files
    assert all((ROOT / file).is_file() for file in files)


def test_every_file_that_names_a_licence_is_listed() -> None:
    page = (ROOT / "docs" / "third-party.md").read_text(encoding="utf-8")
    heads = {path: path.read_text(encoding="utf-8")[:400] for path in (ROOT / "data" / "vocabulary").glob("*.toml")}
    taken = [p for p, head in heads.items() if re.search(r"CC BY|MIT licen|public domain|Apache|GeoNames|Census", head)]
    taken += [path for path in (ROOT / "data" / "models").rglob("*") if path.is_file()]
    assert len(taken) > 3
    for path in taken:
        assert f"`{path.relative_to(ROOT).as_posix()}`" in page, path


def test_what_the_code_imports_is_asked_for_by_name() -> None:
    """A package that is only there because another one needs it can go, or change, with the next lock."""
    asked = (ROOT / "requirements.in").read_text(encoding="utf-8")
    named = {_plain(name) for name in re.findall(r"^([A-Za-z0-9][\w.-]*)", asked, re.M)}
    files = [*(ROOT / "lib").rglob("*.py"), *(ROOT / "pages").glob("*.py"), ROOT / "app.py"]
    # Training has an environment of its own; pictures of the browser's speed are made with the tests' one.
    files = [file for file in files if not {"training", "bench"} & set(file.relative_to(ROOT).parts)]
    imported = {top for file in files for top in _imported(file)} - set(sys.stdlib_module_names) - {"lib", "pages"}
    packages = metadata.packages_distributions()
    assert imported
    missing = {top for top in imported if not named & {_plain(name) for name in packages[top]}}
    assert not missing


def _plain(name: str) -> str:
    return re.sub(r"[-_.]+", "-", name).lower()


def _imported(file: Path) -> set[str]:
    found: set[str] = set()
    for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            found.update(alias.name.partition(".")[0] for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.level == 0 and node.module:
            found.add(node.module.partition(".")[0])
    return found
