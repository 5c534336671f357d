"""A version changes with the files that decide a stage's rows, and with nothing else."""

import subprocess
import sys
from pathlib import Path

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


def test_no_module_that_decides_rows_is_forgotten():
    """Finders in a fresh process: what they import of ours must be in the version under which rows are kept."""
    script = (
        "import sys, lib.find.parse, lib.find.names, lib.find.times, lib.find.events, lib.find.quotes, lib.find.words"
    )
    script += "\nprint(*(m.__file__ for n, m in sys.modules.items() if n.startswith('lib.') and m.__file__), sep='\\n')"
    run = subprocess.run([sys.executable, "-c", script], cwd=ROOT, capture_output=True, text=True, check=True)
    used = {Path(name).relative_to(ROOT).as_posix() for name in run.stdout.split()}
    assert used
    covered = STAGES["find"]
    assert not [name for name in used if not any(name == part or name.startswith(f"{part}/") for part in covered)]
