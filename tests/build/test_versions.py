"""A version changes with the files that decide a stage's rows, and with nothing else."""

import grimp
import pytest

from lib.build.versions import ROOT, STAGES, digest_of, stage_versions


def test_every_stage_has_a_version():
    assert list(stage_versions()) == list(STAGES)
    assert len(set(stage_versions().values())) == len(STAGES)


def test_the_digest_changes_with_bytes_and_with_names(tmp_path):
    one, two = tmp_path / "one.py", tmp_path / "two.py"
    one.write_text("a = 1\n")
    first = digest_of([one])
    one.write_text("a = 2\n")
    assert digest_of([one]) != first
    two.write_text("a = 1\n")
    assert digest_of([two]) != first
    one.write_text("a = 1\n")
    assert digest_of([one]) == first


@pytest.mark.parametrize("stage", ["read", "find", "link", "relate"])
def test_no_module_that_decides_rows_is_forgotten(stage, imports):
    """What a stage imports of ours must be in the version under which its rows are known."""
    used = imports.upstream(f"lib.{stage}")
    assert f"lib/{stage}/__init__.py" in used
    covered = STAGES[stage]
    assert not [name for name in used if not any(name == part or name.startswith(f"{part}/") for part in covered)]


def test_make_builds_the_sample_again_when_any_module_of_the_build_changed(imports):
    makefile = (ROOT / "Makefile").read_text(encoding="utf-8")
    listed = makefile.split("SAMPLE_FROM := $(shell find ")[1].split(" -type f")[0].replace("\\", " ").split()
    covered = {path.relative_to(ROOT).as_posix() for part in listed for path in ROOT.glob(part)}
    used = imports.upstream("lib.build")
    assert "lib/build/run.py" in used
    assert not [name for name in used if not any(name == part or name.startswith(f"{part}/") for part in covered)]


class Imports:
    """Which files of ours a package is made of and imports, however far away."""

    def __init__(self):
        self._graph = grimp.build_graph("lib")

    def upstream(self, package):
        own = {module for module in self._graph.modules if module == package or module.startswith(f"{package}.")}
        modules = own.union(*map(self._graph.find_upstream_modules, own))
        stems = [ROOT / module.replace(".", "/") for module in modules]
        files = [stem / "__init__.py" if stem.is_dir() else stem.with_suffix(".py") for stem in stems]
        return {path.relative_to(ROOT).as_posix() for path in files}


@pytest.fixture(scope="module")
def imports():
    return Imports()
