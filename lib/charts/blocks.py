"""Rows that belong together in blocks under one another, each block under the heads of its own columns.

A statement of one story is compared among the outlets that tell this story: columns for all outlets of the corpus
would be empty but for a few. Places are in pixels, down from the top, so that a block is as high as what it holds.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from lib.ask.claims import ABSENT, DIFFERENTLY, OTHERWISE, STATED, ClaimLine, Claims
from lib.charts.theme import GRID, is_level, safe, stacked

#: Height of a row, of heads that stand level or lean, and between two blocks, in pixels.
ROW, LEVEL, LEANING, BETWEEN = 70, 58, 92, 8
#: Columns of one block: more would be too narrow to read on a page.
MOST = 18
#: Room for the labels of rows, and for a column under level or leaning heads, in pixels.
LABELS, LEVEL_COLUMN, LEANING_COLUMN = 205, 66, 38
#: How far the last name reaches beyond its column where names lean.
BEYOND = 96

_LEVEL: dict[str, Any] = {"xanchor": "center"}
_LEANING: dict[str, Any] = {"xanchor": "left", "xshift": -8, "textangle": -40}


@dataclass(frozen=True, slots=True)
class Block:
    """The lines of one story with its columns, slug → name. ``left_out``: outlets that have no room for a column."""

    story: str
    lines: tuple[ClaimLine, ...]
    columns: dict[str, str]
    left_out: int

    def x(self, slug: str) -> int:
        """The place of a column."""
        return list(self.columns).index(slug)


@dataclass(frozen=True, slots=True)
class Layout:
    """Blocks with the places of their heads and rows. ``level``: whether heads stand level, in all blocks alike."""

    blocks: tuple[Block, ...]
    level: bool

    @property
    def across(self) -> int:
        """Columns of the block that has most."""
        return max((len(block.columns) for block in self.blocks), default=0)

    @property
    def head(self) -> int:
        return LEVEL if self.level else LEANING

    def tops(self) -> list[int]:
        """Where each block begins, and where the last one ends."""
        tops = [0]
        for block in self.blocks:
            tops.append(tops[-1] + self.head + ROW * len(block.lines) + BETWEEN)
        return tops

    def y(self, block: int, line: int) -> float:
        """The middle of a row."""
        return self.tops()[block] + self.head + ROW * (line + 0.5)

    @property
    def least(self) -> int:
        """Pixels below which columns would run into each other."""
        if self.level:
            return LABELS + self.across * LEVEL_COLUMN
        return LABELS + self.across * LEANING_COLUMN + BEYOND

    def heads(self) -> list[dict[str, Any]]:
        """The names of the outlets as annotations above their columns."""
        placed: list[dict[str, Any]] = []
        for top, block in zip(self.tops(), self.blocks, strict=False):
            for x, name in enumerate(block.columns.values()):
                placed.append(
                    {
                        "x": x, "y": top + self.head - 6, "yanchor": "bottom", "showarrow": False,
                        "text": stacked(name, 12, 3) if self.level else safe(name, 20),
                        **(_LEVEL if self.level else _LEANING),
                    }
                )  # fmt: skip
        return placed

    def rules(self) -> list[dict[str, Any]]:
        """A line through each row, as long as its block has columns."""
        return [
            {"type": "line", "layer": "below", "x0": -0.5, "x1": len(block.columns) - 0.5, "y0": y, "y1": y,
             "line": {"color": GRID, "width": 1}}
            for b, block in enumerate(self.blocks)
            for y in (self.y(b, i) for i in range(len(block.lines)))
        ]  # fmt: skip


def layout(answer: Claims, *, narrow: bool) -> Layout:
    """The lines of an answer as one block a story, in their order. ``narrow``: evidence takes half of the page."""
    stories = dict.fromkeys(line.story for line in answer.lines)
    blocks = tuple(_block(story, [x for x in answer.lines if x.story == story], answer.sources) for story in stories)
    return Layout(blocks, all(is_level(list(block.columns.values()), narrow=narrow) for block in blocks))


def _block(story: str, lines: Sequence[ClaimLine], names: dict[str, str]) -> Block:
    """The outlets that tell the story; where these are too many, those that make most of the statements."""
    searched: dict[str, int] = {}
    for line in lines:
        for cell in line.cells:
            if cell.state != ABSENT:
                searched[cell.source] = searched.get(cell.source, 0) + (cell.state in (STATED, OTHERWISE, DIFFERENTLY))
    kept = set(sorted(searched, key=lambda slug: -searched[slug])[:MOST])
    columns = {slug: name for slug, name in names.items() if slug in kept}
    return Block(story, tuple(lines), columns, len(searched) - len(columns))
