"""What a person can type or read is documented: a name that the code knows and the docs do not is a failure."""

from __future__ import annotations

import dataclasses
import re
from pathlib import Path

import pytest

from lib.evidence import DIMENSIONS
from lib.parameters import PARAMETERS, PLATFORM_KEYS
from lib.quality.measures import MEASURES
from lib.read.registry import READERS
from lib.schema import TABLES
from lib.ui.pages import PAGES
from lib.ui.permissions import WHAT
from lib.vocabulary import load

ROOT = Path(__file__).resolve().parents[1]
REFERENCE = (ROOT / "docs" / "reference.md").read_text(encoding="utf-8")
#: A section of the reference begins with its heading.
SECTIONS = dict(re.findall(r"^#+ (.+?)\n(.*?)(?=^#|\Z)", REFERENCE, re.M | re.S))


@pytest.mark.parametrize("table", TABLES)
def test_every_column_is_documented_as_the_schema_says_it(table: str) -> None:
    section = SECTIONS[table]
    for field in dataclasses.fields(TABLES[table]):
        line = next((x for x in section.splitlines() if x.startswith(f"| `{field.name}` |")), "")
        assert field.metadata["doc"] in line, f"{table}.{field.name}"
        for value in field.metadata["allowed"] or ():
            assert value in line, f"{table}.{field.name} may be {value}"
    listed = re.findall(r"^\| `(\w+)` \|", section, re.M)
    assert listed == [f.name for f in dataclasses.fields(TABLES[table])]


def test_every_page_is_documented() -> None:
    for page in PAGES.values():
        assert page.name in SECTIONS["Pages"]
        assert page.question in SECTIONS["Pages"]


def test_every_parameter_of_an_address_is_documented() -> None:
    section = SECTIONS["The address of a view"]
    for key in [p.key for p in PARAMETERS] + sorted(PLATFORM_KEYS):
        assert f"`{key}`" in section, key


def test_every_fact_and_dimension_is_documented() -> None:
    for fact, dimensions in DIMENSIONS.items():
        line = next(x for x in SECTIONS["The address of a view"].splitlines() if x.startswith(f"| `{fact}` |"))
        assert re.findall(r"`(\w+)`", line) == [fact, *dimensions]


def test_every_input_is_documented() -> None:
    for suffixes, _ in READERS:
        for suffix in suffixes:
            assert f"`{suffix}`" in SECTIONS["Inputs"], suffix
    for field, names in load("fields").items():
        if isinstance(names, list) and field != "wrapper":
            assert f"| {field} | {', '.join(names)} |" in SECTIONS["Inputs"]


def test_every_target_of_make_is_documented() -> None:
    targets = re.findall(r"^([a-z]+):.*## ", (ROOT / "Makefile").read_text(encoding="utf-8"), re.M)
    assert len(targets) > 5
    for target in targets:
        assert f"`make {target}`" in SECTIONS["Commands"], target


def test_every_option_of_the_build_is_documented() -> None:
    options = re.findall(r'add\("(--\w+)"', (ROOT / "lib/build/options.py").read_text(encoding="utf-8"))
    assert len(options) > 4
    for option in options:
        assert f"`{option}" in SECTIONS["Commands"], option


def test_every_environment_variable_is_documented() -> None:
    files = [*ROOT.glob("lib/**/*.py"), *ROOT.glob("tests/**/*.py"), *ROOT.glob("pages/*.py"), ROOT / "app.py"]
    files += [ROOT / "Makefile", *(p for p in (ROOT / ".ci").iterdir() if p.is_file())]
    used = {
        name
        for path in files
        for name in re.findall(r"""(?:["'$ {(])(DATELINE_[A-Z]+)(?=["':}=\]])""", path.read_text(encoding="utf-8"))
    }
    assert {"DATELINE_CORPUS", "DATELINE_MODEL", "DATELINE_CHROMIUM"} <= used
    for name in used:
        assert f"`{name}`" in SECTIONS["Environment variables"], name


def test_every_measure_of_quality_is_documented() -> None:
    page = (ROOT / "docs" / "quality.md").read_text(encoding="utf-8")
    assert re.findall(r"^\| `(\w+)` \|", page, re.M) == [key for key, *_ in MEASURES]


def test_every_right_is_documented() -> None:
    page = (ROOT / "docs" / "hosting.md").read_text(encoding="utf-8")
    secrets = (ROOT / "deploy" / "secrets.example.toml").read_text(encoding="utf-8")
    for right in WHAT:
        assert f"| `{right}`" in page, right
        assert re.search(rf"^{right} = ", secrets, re.M), right


def test_every_room_is_in_the_architecture() -> None:
    page = (ROOT / "docs" / "architecture.md").read_text(encoding="utf-8")
    listed = re.findall(r"`(lib/\w+)/`", page.partition("| room |")[2].partition("\n\n")[0])
    assert sorted(listed) == sorted(f"lib/{p.parent.name}" for p in ROOT.glob("lib/*/__init__.py"))


def test_decisions_are_numbered_on() -> None:
    pages = sorted((ROOT / "docs" / "decisions").glob("*.md"))
    assert [int(p.name[:4]) for p in pages] == list(range(1, len(pages) + 1))
    for page in pages:
        text = page.read_text(encoding="utf-8")
        assert text.startswith("# ")
        assert "**Decision.**" in text or page.name.startswith("0007"), page.name
        assert "**Rejected because**" in text, page.name


def test_every_link_between_documents_leads_somewhere() -> None:
    for path in [ROOT / "README.md", *(ROOT / "docs").rglob("*.md")]:
        for target in re.findall(r"\]\((?!https?:|#|mailto:)([^)#\s]+)", path.read_text(encoding="utf-8")):
            assert (path.parent / target).exists(), f"{path.relative_to(ROOT)} links to {target}"
