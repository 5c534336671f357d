"""A new corpus that begins with a copy of another one's present build, and its end where nothing was added to it.

copied = begin(Path("data/built/mine"), Path("data/built/sample"))      # '20260203T101500-1a2b3c4d'
undo(Path("data/built/mine"), copied)                                   # True: there is no corpus "mine"

Hold both of the corpus's locks around either.
"""

from __future__ import annotations

import shutil
from pathlib import Path

from lib import generation


def begin(corpus: Path, copy_of: Path | None) -> str:
    """Put the present build of ``copy_of`` into a new corpus; its name, or empty where there was nothing to do.

    Raises ``OSError`` where it cannot be copied, ``NoGenerationError`` among them.
    """
    if copy_of is None or (corpus / generation.POINTER).exists():
        return ""
    built = generation.current(copy_of)
    shutil.copytree(built, corpus / generation.FOLDER / built.name, dirs_exist_ok=True)
    generation.switch(corpus, built.name)
    return built.name


def undo(corpus: Path, copied: str) -> bool:
    """Take ``begin`` back, because nothing was added; whether that was done.

    It is not done where ``copied`` is empty or another generation is current by now: the corpus is somebody's then.
    """
    try:
        if not copied or generation.current(corpus).name != copied:
            return False
    except generation.NoGenerationError:
        return False
    (corpus / generation.POINTER).unlink()
    shutil.rmtree(corpus / generation.FOLDER / copied, ignore_errors=True)
    return True
