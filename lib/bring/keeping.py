"""From a preview to a new generation, or to nothing at all: articles are kept only where a build came of them.

summary = keep(preview, Path("data/built/mine"), progress=lambda step: ..., cancel=lambda: False)
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path

from lib.bring.building import Step, Summary, command_of, run_build
from lib.bring.inputs import take_back, write_inputs
from lib.bring.preview import Preview
from lib.build.lock import CorpusBusyError, hold
from lib.generation import NoGenerationError, current

_STATES = ("built", "stopped", "refused", "failed")


def keep(
    preview: Preview,
    corpus: Path,
    progress: Callable[[Step], None] = lambda step: None,
    cancel: Callable[[], bool] = lambda: False,
    *,
    title: str = "",
) -> Summary:
    """Write the preview's articles into the corpus's inputs and build it; ``title`` is a new corpus's.

    Blocks until the build ends. Nothing is raised for a build that fails, is stopped, or must wait for another: the
    ``Summary`` says so, the last good generation stays current, and the inputs are as they were before.
    Raises ``OSError`` where the corpus's folder cannot be written.
    """
    kept, before = preview.kept, _current(corpus)
    left_out = len(preview.articles) - len(kept)
    if not kept:
        words = "no article is left to keep: every one is a duplicate, was left out, or could not be read"
        return Summary("nothing", words, before, before, 0, left_out)
    try:
        with hold(corpus):
            new = write_inputs(preview, corpus, title)
    except CorpusBusyError as busy:
        return Summary("refused", str(busy), before, before, 0, left_out)
    code, end = -1, dict[str, object]()
    try:
        code, end = run_build(command_of(corpus), progress, cancel)
    finally:
        # A build that was stopped a moment too late has switched already: its inputs must stay.
        is_built = code == 0 or _current(corpus) != before
        if not is_built:
            take_back(new)
    return _summary(end, is_built, before, _current(corpus), len(kept), left_out)


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
