"""Outlets that stand in the corpus under several names get one; ids and kept rows stay those of what was read.

    name_outlets(entries)        # entry.source: 'BSB' becomes 'Blue Square Broadcasting (BSB)'

It runs after the last article was parsed: no finder's row depends on another article's source.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping

from lib.build.entries import Entry
from lib.build.stages import same_outlets


def name_outlets(entries: Mapping[str, Entry]) -> None:
    """Give every entry the name that its outlet is shown under, and the reason where that is another one."""
    shown = same_outlets(Counter(entry.source for entry in entries.values()))
    for entry in entries.values():
        entry.source, entry.source_why = shown.get(entry.source, (entry.source, ""))
