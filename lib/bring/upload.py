"""What a person dropped, pasted or named: a name that is only ever shown, and bytes.

Upload("../../etc/passwd.csv", data).safe_name      # 'passwd.csv'
"""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import PurePosixPath

from lib.read.limits import UPLOAD, in_words

#: What a piece of pasted text is shown as.
PASTED = "pasted text"


@dataclass(frozen=True, slots=True)
class Upload:
    """One file as the browser gave it. ``columns`` maps a field ('text', 'published', …) to a column of a table."""

    name: str
    data: bytes = field(repr=False)
    columns: dict[str, str] = field(default_factory=dict)

    @property
    def safe_name(self) -> str:
        """The last part of the name, of plain characters: what a file of ours may be called."""
        last = PurePosixPath(self.name.replace("\\", "/")).name
        kept = "".join(c if c.isalnum() or c in " ._-()" else "_" for c in last).strip(" .")
        pure = PurePosixPath(kept or "file")
        # '.warc.gz' is one suffix of two parts.
        suffix = "".join(pure.suffixes[-2:]) if pure.name.casefold().endswith(".warc.gz") else pure.suffix
        return f"{pure.name.removesuffix(suffix)[:80] or 'file'}{suffix[:12]}"

    @property
    def shown_name(self) -> str:
        """The name as a line of printable text, for evidence and problems."""
        return "".join(c if c.isprintable() else "\ufffd" for c in self.name)[:200] or "file"


def pasted(texts: list[str]) -> list[Upload]:
    """Pasted articles (``split_paste``) as uploads: 'pasted text 1' …"""
    numbered = len(texts) > 1
    return [
        Upload(f"{PASTED} {n}.txt" if numbered else f"{PASTED}.txt", text.encode("utf-8", "replace"))
        for n, text in enumerate(texts, start=1)
    ]


def limits_in_words() -> list[tuple[str, str]]:
    """(what, how much) of every limit of an upload, for the page to state before one is hit."""
    return in_words(UPLOAD)
