"""The address of each row of a table: of its sentence in the article, or of the view with its number opened.

    links = Links.of(base, article_base, view, corpus, generation)
    links.of_place("5c1d…", 120, 138)                # '…/article?corpus=…&generation=…&article=5c1d…&at=120-138'
    links.of_mark("mentions:entity=russia")          # '…/sources?corpus=…&generation=…&actor=…&open=mentions…'

Offsets point into a text that is never rewritten, so a link to a place holds when the generation that it names is gone.
"""

from __future__ import annotations

from dataclasses import dataclass
from urllib.parse import quote_plus

from lib.export.citation import address
from lib.parameters import MAX_MARK
from lib.view import View


@dataclass(frozen=True, slots=True)
class Links:
    """What all addresses of a page's rows begin with: of this page under its view, and of the article page."""

    opens: str
    reads: str

    @classmethod
    def of(cls, base: str, article_base: str, view: View, corpus: str, generation: str) -> Links:
        """``base`` and ``article_base``: the addresses of this page and of the article page, without a query.

        A place is read without the view's filters: they could hide its sentence. Corrections hold for both.
        """
        here = view.but(mark=None, article="", evidence_page=1)
        there = View(corrections=view.corrections)
        return cls(address(base, here, corpus, generation), address(article_base, there, corpus, generation))

    def of_mark(self, mark: str) -> str:
        """The page with a mark open, given in its URL form; '' without one, or for one that no address holds."""
        return f"{self.opens}&open={quote_plus(mark)}" if mark and len(mark) <= MAX_MARK else ""

    def of_place(self, article: str, start: int | None = None, end: int | None = None) -> str:
        """The article at a passage, or at its head; '' without an article."""
        if not article:
            return ""
        here = f"&at={start}-{end}" if start is not None and end is not None and start < end else ""
        return f"{self.reads}&article={quote_plus(article)}{here}"
