"""Which corpora there are, the open store, and answers kept between redraws.

Big things stay in ``cache_resource`` (shared, not copied); answers are small and are kept in
``cache_data``, keyed by the file that they were read from and the view.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any, TypeVar

import streamlit as st

from lib import generation
from lib.ask.catalogue import Catalogue, catalogue
from lib.corrections import Correction
from lib.phrase import count
from lib.store.corrected import corrected, refused
from lib.store.engine import SERVING, EngineError, Store
from lib.store.kept import used
from lib.store.serving import opened
from lib.view import View

ROOT = Path(__file__).resolve().parents[2] / "data" / "built"
#: Corpora that an image brings along. A volume is mounted over ``ROOT``, and may be empty.
INCLUDED = ROOT.with_name("included")
Answer = TypeVar("Answer")


def corpora() -> dict[str, Path]:
    """Name → folder of every corpus that can be opened; the one that the app was started on comes first.

    Where there is none, what the image brings along.
    """
    found: dict[str, Path] = {}
    for entry in os.environ.get("DATELINE_CORPUS", "").split(os.pathsep):
        if entry and (Path(entry) / generation.POINTER).is_file():
            found[generation.as_id(Path(entry).resolve().name)] = Path(entry).resolve()
    for name in sorted(generation.corpora(ROOT), key=lambda n: (n != "sample", n)):
        found.setdefault(generation.as_id(name), ROOT / name)
    return found or {generation.as_id(name): INCLUDED / name for name in generation.corpora(INCLUDED)}


def folder(corpus: Path, wanted: str) -> tuple[Path, str]:
    """The generation that a link names, else the current one; and a notice where they differ."""
    current = generation.current(corpus)
    if not wanted or wanted == current.name:
        return current, ""
    if wanted in generation.generations(corpus):
        return corpus / generation.FOLDER / wanted, (
            f"This link shows the data as built {_when(wanted)}; it has been built again since ({_when(current.name)})."
        )
    return current, f"The data that this link was made on ({wanted}) is gone; the current build is shown."


def _when(name: str) -> str:
    return f"{name[:4]}-{name[4:6]}-{name[6:8]} {name[9:11]}:{name[11:13]} UTC"


@st.cache_resource(max_entries=12, show_spinner=False)
def open_store(path: str, file: str = "") -> Store:
    """The store of one generation, or of a corrected copy of it (``file``), shared by all visitors."""
    return Store.open(Path(path), Path(file)) if file else opened(Path(path))


def under(path: Path, corrections: Sequence[Correction], now: Sequence[Correction] = ()) -> tuple[Store, str]:
    """The store of a generation with corrections applied, and a notice where all or some of them cannot be.

    ``now`` are those that stand in the log, whose copy always stays.
    """
    if not corrections:
        return open_store(str(path)), ""
    try:
        asked = (str(path), tuple(c.to_line() for c in corrections), corrections, now)
        copy = _corrected(*asked)
        try:
            store = open_store(str(path), str(copy))
        except FileNotFoundError:  # it was cut off, or somebody else has just removed it
            copy.unlink(missing_ok=True)
            store = open_store(str(path), str(_corrected(*asked)))
    except (OSError, EngineError) as error:
        why = (isinstance(error, OSError) and error.strerror) or str(error).split("\n")[0]
        said = f"The corrections are not shown: no corrected copy of the data can be made ({why})."
        return open_store(str(path)), said
    return store, _left_out(len(refused(store)))


def _left_out(n: int) -> str:
    if not n:
        return ""
    return f"Left out of what is shown: {count(n, 'correction')} that cannot be applied. Their list says which."


# Asked on every page whether the copy is there still: that is also how it is known to be in use.
@st.cache_resource(max_entries=24, show_spinner="Applying corrections …", validate=used)
def _corrected(
    path: str, lines: tuple[str, ...], _corrections: Sequence[Correction], _now: Sequence[Correction]
) -> Path:
    """One visitor makes the copy, the others wait for it."""
    open_store(path)  # so that what is copied is of this version
    return corrected(Path(path), _corrections, _now)


@st.cache_resource(max_entries=12, show_spinner=False)
def open_catalogue(path: str, file: str = "") -> Catalogue:
    """What that generation offers to choose from."""
    return catalogue(open_store(path, file))


def catalogue_of(store: Store) -> Catalogue:
    """What a store offers to choose from, read once."""
    plain = store.path == store.folder / SERVING
    return open_catalogue(str(store.folder), "" if plain else str(store.path))


def ask(question: Callable[..., Answer], store: Store, view: View, *more: Any) -> Answer:
    """``question(store, view, *more)``, kept between redraws. What is open does not change an answer."""
    asked = view.asked
    key = (question.__module__, question.__name__, str(store.path), tuple(asked.to_query().items()), more)
    return _answer(key, question, store, asked, more)  # type: ignore[no-any-return]


@st.cache_data(max_entries=400, show_spinner=False)
def _answer(
    key: tuple[Any, ...], _question: Callable[..., Any], _store: Store, _view: View, _more: tuple[Any, ...]
) -> Any:
    return _question(_store, _view, *_more)
