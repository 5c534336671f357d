"""A version changes with the files that decide a stage's rows, and with nothing else."""

from lib.build.versions import STAGES, digest_of, stage_versions


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
