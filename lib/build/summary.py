"""The closing words of a build: what it read, found, marked and assumed, what went wrong, what to type next.

print(describe(summary))
"""

from __future__ import annotations

import textwrap
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from lib.schema import PUBLISHED_HOW, SPAN_KINDS, Problem

#: Problems shown in full; the app lists all of them.
SHOWN = 5
#: Sources named; the rest are counted.
NAMED = 8
_WIDTH = 100


@dataclass(frozen=True, slots=True)
class Summary:
    """One finished build in numbers."""

    corpus: Path
    generation: str
    seconds: float
    n_files: int
    sources: Mapping[str, int]
    n_reused: int
    counts: Mapping[str, int]
    marked: Mapping[str, int]
    published_how: Mapping[str, int]
    problems: Sequence[Problem]


def describe(summary: Summary) -> str:
    """Lines for a terminal, in the order in which the work was done."""
    n = summary.counts["articles"]
    lines = [f"Built {summary.corpus} in {summary.seconds:.0f} s (generation {summary.generation}).", ""]
    lines += _entry("read", f"{_count(summary.n_files, 'file')}, {_count(n, 'article')}: {_sources(summary.sources)}")
    if summary.n_reused:
        lines += _entry("", f"{summary.n_reused:,} of them did not change and were not parsed again")
    lines += _entry("found", _found(summary.counts))
    lines += _entry("compared", _compared(summary.counts))
    lines += _entry("marked", _marked(summary.marked))
    lines += _entry("assumed", _assumed(summary.published_how))
    lines += describe_problems(summary.problems)
    return "\n".join([*lines, "", *_entry("next", f"make run CORPUS={summary.corpus.as_posix()}")])


def describe_problems(problems: Sequence[Problem], *, built: bool = True) -> list[str]:
    """How many, and the first few with what to do."""
    if not problems:
        return _entry("problems", "none")
    listed = "; the app lists all of them under “About the data”" if built else ""
    lines = _entry("problems", f"{len(problems):,}{listed}")
    for problem in problems[:SHOWN]:
        place = f"{problem.path}, {problem.where}" if problem.where else problem.path
        lines += _entry("", f"{place}: {problem.what}. To do: {problem.remedy}", hanging="  ")
    if len(problems) > SHOWN:
        lines += _entry("", f"… and {len(problems) - SHOWN:,} more")
    return lines


def _found(counts: Mapping[str, int]) -> str:
    return ", ".join(
        (
            f"{_count(counts['mentions'], 'mention')} of {_count(counts['entities'], 'entity', 'entities')}",
            _count(counts["times"], "time expression"),
            _count(counts["events"], "dated event"),
            _count(counts["quotes"], "quote"),
            _count(counts["quantities"], "number"),
        )
    )


def _compared(counts: Mapping[str, int]) -> str:
    stories = _count(counts["stories"], "story", "stories")
    claims = _count(counts["claims"], "statement")
    return f"{stories}; {claims} made by two outlets or more, in {_count(counts['claim_sentences'], 'sentence')}"


def _marked(marked: Mapping[str, int]) -> str:
    if not sum(marked.values()):
        return "nothing: all text counts as body"
    kinds = ", ".join(f"{marked[kind]:,} {kind}" for kind in SPAN_KINDS if marked.get(kind))
    return f"{_count(sum(marked.values()), 'stretch', 'stretches')} as not body text, shown dimmed: {kinds}"


def _assumed(published_how: Mapping[str, int]) -> str:
    said = {
        "inferred": "inferred from what the articles say",
        "assumed": "assumed",
        "unknown": "unknown, so that relative dates in them stay open; a line “Published: DAY” at their head sets it",
    }
    parts = [f"{published_how[how]:,} {said[how]}" for how in PUBLISHED_HOW if how in said and published_how.get(how)]
    return "publication dates: " + "; ".join(parts) if parts else "nothing: every publication date was stated"


def _sources(sources: Mapping[str, int]) -> str:
    ordered = sorted(sources.items(), key=lambda item: (-item[1], item[0]))
    parts = [f"{name or 'unknown source'} {n:,}" for name, n in ordered[:NAMED]]
    if len(ordered) > NAMED:
        parts.append(f"and {_count(len(ordered) - NAMED, 'more source')}")
    return ", ".join(parts)


def _entry(head: str, text: str, hanging: str = "") -> list[str]:
    start = f"  {head:<10}"
    return textwrap.wrap(
        text, _WIDTH, initial_indent=start, subsequent_indent=" " * len(start) + hanging,
        break_long_words=False, break_on_hyphens=False,
    )  # fmt: skip


def _count(n: int, one: str, many: str = "") -> str:
    return f"{n:,} {one if n == 1 else many or one + 's'}"
