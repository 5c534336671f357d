"""Corrections made by people: one reviewable file beside the corpus, to which lines are only ever added.

    log = read(corpus)
    keep(corpus, Correction.of("merge", {"entity": "zelensky", "into": "volodymyr-zelenskyy"}, why="one person"))
    undo(corpus, correction_id, why="two after all")
    log.standing()                 # those that hold; ``standing(7)``: those that held after the first seven lines

An undone correction stays in the file, followed by the line that undoes it: whoever reads the file sees what was done,
by whom, when and why, and a link can name how many lines it was made on. Charts follow through
``lib.store.corrected``, without a rebuild.
"""

from lib.corrections.line import KINDS, Correction, CorrectionError, Undo, checked
from lib.corrections.log import FILE, Log, keep, parse, read, take_in, undo
from lib.corrections.people import without_addresses

__all__ = [
    "FILE", "KINDS", "Correction", "CorrectionError", "Log", "Undo",
    "checked", "keep", "parse", "read", "take_in", "undo", "without_addresses",
]  # fmt: skip
