"""What a row depends on, as hashes: the code and the vocabulary of each stage, and the model.

    stage_versions()["find"]     # '5f0c9a11d2e4b7a3': changes when a finder or a vocabulary file changes

Rows found by one version are reused only by builds of the same version (``lib.build.parsed``).
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from spacy.language import Language

ROOT = Path(__file__).resolve().parents[2]
_SHARED = (
    "lib/schema",
    "lib/tables.py",
    "lib/interval.py",
    "lib/vocabulary.py",
    "lib/text",
    "data/vocabulary",
)
#: Stage → the files and folders that decide what it yields.
STAGES: dict[str, tuple[str, ...]] = {
    "read": ("lib/read", *_SHARED),
    "find": ("lib/find", "lib/build/found.py", "lib/build/stages.py", *_SHARED),
    "link": ("lib/link", "lib/find", "lib/union.py", "lib/build/stages.py", *_SHARED),
    "relate": (
        "lib/relate",
        "lib/link",
        "lib/find",
        "lib/hedged.py",
        "lib/speaker.py",
        "lib/union.py",
        "lib/generation.py",
        "data/models",
        "lib/build/stages.py",
        *_SHARED,
    ),
    "build": ("lib/build", "lib/generation.py", "lib/store", *_SHARED),
}
_KINDS = {".py", ".toml", ".csv", ".tsv", ".json", ".txt", ".npz"}


@dataclass(frozen=True, slots=True)
class Model:
    """A spaCy pipeline as its own description names it."""

    name: str
    version: str
    license: str

    def __str__(self) -> str:
        return f"{self.name} {self.version}"


def model_of(nlp: Language) -> Model:
    meta = nlp.meta
    name = f"{meta.get('lang', '')}_{meta.get('name', '')}".strip("_")
    return Model(name, str(meta.get("version", "")), str(meta.get("license", "")))


@cache
def stage_versions() -> dict[str, str]:
    """Stage → the first 16 hex digits of the hash of its source files and vocabulary."""
    return {stage: digest_of(_files(parts)) for stage, parts in STAGES.items()}


def _files(parts: Iterable[str]) -> list[Path]:
    found: set[Path] = set()
    for part in parts:
        path = ROOT / part
        found.update([path] if path.is_file() else [p for p in path.rglob("*") if p.suffix in _KINDS])
    return sorted(found)


def digest_of(paths: Iterable[Path]) -> str:
    """One hash of several files: their places below the project and their bytes."""
    total = hashlib.sha256()
    for path in paths:
        place = path.relative_to(ROOT) if path.is_relative_to(ROOT) else path
        total.update(place.as_posix().encode() + b"\0" + file_digest(path).encode() + b"\0")
    return total.hexdigest()[:16]


def file_digest(path: Path) -> str:
    """SHA-256 of a file's bytes, in hex, read in pieces."""
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()
