"""From a preview to a new generation, or to nothing at all: articles are kept only where a build came of them.

summary = keep(preview, Path("data/built/mine"), progress=lambda step: ..., cancel=lambda: False)
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path

from lib.bring.beginning import begin, undo
from lib.bring.building import Step, Summary, command_of, run_build
from lib.bring.inputs import Written, is_built_from, take_back, write_inputs
from lib.bring.preview import Preview
from lib.build.lock import KEEPING, CorpusBusyError, hold
from lib.generation import NoGenerationError, current

_STATES = ("built", "stopped", "refused", "failed")


def keep(
    preview: Preview,
    corpus: Path,
    progress: Callable[[Step], None] = lambda step: None,
    cancel: Callable[[], bool] = lambda: False,
    *,
    title: str = "",
    copy_of: Path | None = None,
) -> Summary:
    """Write the preview's articles into the corpus's inputs and build it.

    ``title`` is a new corpus's; ``copy_of`` the corpus whose present build a new one begins with.
    Blocks until the build ends; who adds to the corpus meanwhile is refused. Nothing is raised for a build that fails,
    is stopped, or must wait for another: the ``Summary`` says so, the last good generation stays current, and the
    additions are as they were before. Raises ``OSError`` where the corpus's folder cannot be written.
    """
    kept, before = preview.kept, _current(corpus)
    left_out = len(preview.articles) - len(kept)
    if not kept:
        words = "no article is left to keep: every one is a duplicate, was left out, or could not be read"
        return Summary("nothing", words, before, before, 0, left_out)
    try:
        # One lock from the first file to the last one taken back: the build locks only what it does itself, and it
        # takes seconds to start.
        with hold(corpus, KEEPING):
            is_built, before, end = _built(preview, corpus, progress, cancel, title, copy_of)
            now = str(end.get("generation") or _current(corpus)) if is_built else _current(corpus)
    except CorpusBusyError as busy:
        return Summary("refused", str(busy), before, before, 0, left_out)
    return _summary(end, is_built, before, now, len(kept), left_out)


def _built(
    preview: Preview,
    corpus: Path,
    progress: Callable[[Step], None],
    cancel: Callable[[], bool],
    title: str,
    copy_of: Path | None,
) -> tuple[bool, str, Mapping[str, object]]:
    """Whether the articles are in the current generation now, the one before it, and how the build ended."""
    copied, before = "", ""
    written: Written | None = None
    code, end = -1, dict[str, object]()
    is_built = False
    try:
        with hold(corpus):
            copied = begin(corpus, copy_of)
            before = _current(corpus)
            written = write_inputs(preview, corpus, title)
        code, end = run_build(command_of(corpus), progress, cancel)
    finally:
        # A build that was stopped a moment too late has switched already: its inputs must stay. That another
        # generation is current says nothing: it may be that of a build started by command.
        is_built = written is not None and (code == 0 or is_built_from(corpus, written.addition))
        if not is_built:
            _take_back(corpus, copied, written)
    return is_built, before, end


def _take_back(corpus: Path, copied: str, written: Written | None) -> None:
    """Remove the addition, and a new corpus that was begun for it."""
    if written:
        take_back(written)
    if not copied:
        return
    try:
        with hold(corpus):
            if undo(corpus, copied) and written:
                take_back(written, adopted=True)
    except CorpusBusyError:
        pass  # somebody builds it by command: it is theirs now


def _summary(end: Mapping[str, object], is_built: bool, before: str, now: str, n_kept: int, left_out: int) -> Summary:
    said = str(end.get("state"))
    state = "built" if is_built else said if said in _STATES[1:] else "failed"
    sources = end.get("sources")
    return Summary(
        state=state, words=str(end.get("words") or ""), generation=now, before=before,
        n_kept=n_kept if is_built else 0, n_left_out=left_out,
        n_articles=int(str(end.get("articles") or 0)), n_problems=int(str(end.get("problems") or 0)),
        sources={str(name): int(n) for name, n in sources.items()} if isinstance(sources, dict) else {},
    )  # fmt: skip


def _current(corpus: Path) -> str:
    try:
        return current(corpus).name
    except NoGenerationError:
        return ""
