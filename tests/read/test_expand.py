"""Files, folders and globs in any mix; what is not there is a problem with a remedy."""

from pathlib import Path

from lib.read import expand


def test_any_mix(tmp_path: Path) -> None:
    for name in ("a.txt", "sub/b.txt", "sub/.hidden.txt", ".git/c.txt", "d.csv"):
        path = tmp_path / name
        path.parent.mkdir(exist_ok=True)
        path.write_text("x", encoding="utf-8")
    paths, problems = expand([str(tmp_path / "d.csv"), str(tmp_path), str(tmp_path / "**/*.txt")])
    assert [path.relative_to(tmp_path).as_posix() for path in paths] == ["d.csv", "a.txt", "sub/b.txt"]
    assert problems == []


def test_what_is_not_there(tmp_path: Path) -> None:
    (tmp_path / "empty").mkdir()
    (tmp_path / "near.txt").write_text("x", encoding="utf-8")
    inputs = [str(tmp_path / "far.txt"), str(tmp_path / "*.parquet"), str(tmp_path / "empty"), "bad\0name"]
    paths, problems = expand(inputs)
    assert paths == []
    # What a message quotes can always be stored: a NUL is shown as the sign for what cannot be.
    assert [problem.path for problem in problems] == [*inputs[:3], "bad\ufffdname"]
    assert all(problem.what and problem.why and problem.remedy for problem in problems)
    assert "near.txt" in problems[0].remedy
