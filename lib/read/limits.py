"""Every limit of what is read, in one place: stated before it is hit, raised by ``--limit-mb``, ``--limit-articles``.

Given(limits=Limits(file_bytes=500_000_000))
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Self

MEGABYTE = 1_000_000


@dataclass(frozen=True, slots=True)
class Limits:
    """What one file may hold. Bytes are bytes of the file unless a field says otherwise."""

    #: One file that holds many articles: a table, JSON, a ZIP, a feed, a web archive.
    file_bytes: int = 200 * MEGABYTE
    #: One file that holds one article: text, HTML, PDF, DOCX, an e-mail.
    document_bytes: int = 20 * MEGABYTE
    #: Articles of one file; what follows is left out and said.
    articles: int = 1_000_000
    #: All that one ZIP, workbook or web archive may unpack to.
    unpacked_bytes: int = 1_000 * MEGABYTE
    #: Unpacked bytes for one packed byte. Text packs to a fifth, repeated text to a fiftieth; a bomb to a thousandth.
    ratio: int = 200
    #: Files in one ZIP.
    members: int = 100_000
    #: Pages of one PDF.
    pages: int = 2_000

    def raised(self, megabytes: int | None = None, articles: int | None = None) -> Self:
        """The same limits with files of so many megabytes (unpacked: five times that) and so many articles."""
        changed = self
        if megabytes is not None:
            size = megabytes * MEGABYTE
            changed = replace(changed, file_bytes=size, unpacked_bytes=max(5 * size, changed.unpacked_bytes))
            changed = replace(changed, document_bytes=max(size, changed.document_bytes))
        return changed if articles is None else replace(changed, articles=articles)


#: What nobody asked to change.
DEFAULT = Limits()
#: Files that a person brings through the app, whose memory others share.
UPLOAD = Limits(file_bytes=100 * MEGABYTE, unpacked_bytes=500 * MEGABYTE, articles=200_000, members=20_000)


def in_words(limits: Limits = DEFAULT) -> list[tuple[str, str]]:
    """(what, how much) for a page that states the limits before anybody hits one."""
    return [
        ("one file of many articles", f"{limits.file_bytes // MEGABYTE:,} MB"),
        ("one file of one article", f"{limits.document_bytes // MEGABYTE:,} MB"),
        ("articles of one file", f"{limits.articles:,}"),
        (
            "what one archive unpacks to",
            f"{limits.unpacked_bytes // MEGABYTE:,} MB, at most {limits.ratio} times its size",
        ),
        ("files in one archive", f"{limits.members:,}"),
        ("pages of one PDF", f"{limits.pages:,}"),
    ]
