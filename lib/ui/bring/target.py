"""Which corpus articles are added to: one that is there, or a new one by name; never the sample itself.

target_of(NEW, "Grain talks", corpora)       # Target('Grain-talks', data/built/Grain-talks, 'Grain talks')
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from lib import generation
from lib.ui import corpus as data

#: The choice of a corpus that is not there yet. No corpus has this name: an id holds no space.
NEW = "a new corpus"
SAMPLE = "sample"


@dataclass(frozen=True, slots=True)
class Target:
    """A corpus to add to. ``title`` is a new one's; ``copy_of`` the corpus whose articles a new one begins with."""

    id: str
    folder: Path
    title: str = ""
    copy_of: Path | None = None

    @property
    def compared_with(self) -> Path:
        """The corpus whose articles count as there already."""
        return self.copy_of or self.folder


def is_sample(folder: Path) -> bool:
    return folder.resolve() in [(place / SAMPLE).resolve() for place in (data.ROOT, data.INCLUDED)]


def target_of(choice: str, name: str, corpora: Mapping[str, Path], copy_of: Path | None = None) -> Target | str:
    """The target, or what is wrong with the choice and what to do."""
    if choice != NEW:
        if choice not in corpora:
            return f"The corpus “{choice}” is not there any more: choose another one."
        if is_sample(corpora[choice]):
            return "The sample stays as it is: give a name for a new corpus."
        return Target(choice, corpora[choice])
    if not name.strip():
        return "Give the new corpus a name, for example “Grain talks”."
    # A name of dots would lead out of the folder; one that begins with a dot would be hidden.
    wanted = generation.as_id(" ".join(name.split())).lstrip(".-")[:60].rstrip(".-")
    if not wanted:
        return "The name needs a letter or a digit."
    taken = {known.casefold() for known in corpora} | {SAMPLE}
    if wanted.casefold() in taken:
        return f"There is a corpus “{wanted}” already: choose it above, or take another name."
    return Target(wanted, data.ROOT / wanted, " ".join(name.split()), copy_of)
