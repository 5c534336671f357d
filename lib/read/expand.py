"""Any mix of files, folders and globs as a list of files; what is not there is a problem, not silence.

paths, problems = expand(["news.csv", "articles/", "more/*.txt"])
"""

from __future__ import annotations

import glob
from collections.abc import Iterator, Sequence
from pathlib import Path

from lib.read.raw import problem
from lib.schema import Problem


def expand(inputs: Sequence[str]) -> tuple[list[Path], list[Problem]]:
    """Files in the order of the inputs, each once; folders recursively, sorted, hidden files left out."""
    paths: dict[Path, None] = {}
    problems: list[Problem] = []
    for given in inputs:
        found, fault = _expand_one(given)
        if fault:
            problems.append(fault)
        for path in found:
            paths.setdefault(path)
    return list(paths), problems


def _expand_one(given: str) -> tuple[list[Path], Problem | None]:
    path = Path(given).expanduser()
    try:
        if path.is_file():
            return [path], None
        if path.is_dir():
            found = list(_files(path))
            why = "a folder with at least one file that is not hidden"
            empty = problem(given, "the folder holds no files", why, "check the path, or put articles in it")
            return found, None if found else empty
    except (OSError, ValueError) as error:
        return [], problem(given, f"the path cannot be used: {error}", "a file, a folder or a glob", "check the path")
    if glob.has_magic(given):
        matches = sorted(Path(match) for match in glob.glob(str(path), recursive=True))
        files = [file for match in matches for file in (_files(match) if match.is_dir() else [match])]
        why = "a pattern such as 'news/*.txt' that matches a file"
        return files, None if files else problem(given, "the pattern matches nothing", why, "check the pattern")
    parent = path.parent
    near = ", ".join(sorted(p.name for p in parent.iterdir() if p.name[:1] != ".")[:5]) if parent.is_dir() else ""
    remedy = f"check the path; in {parent.as_posix()} there are: {near}" if near else "check the path"
    return [], problem(given, "the path does not exist", "a file, a folder or a glob that matches files", remedy)


def _files(folder: Path) -> Iterator[Path]:
    for path in sorted(folder.rglob("*")):
        if path.is_file() and not any(part.startswith(".") for part in path.relative_to(folder).parts):
            yield path
