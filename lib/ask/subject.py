"""What a page has open, for whoever cites it: a statement by its words, an article by headline, author, outlet and day.

subject(store, View(article="30967c71ae4ffd5c"), "article").words
# 'the article “Talks resume” by Clara Voss, Harbor Wire, 3 Feb 2022'
"""

from __future__ import annotations

from dataclasses import dataclass
from textwrap import shorten

from lib.interval import say_published
from lib.store.engine import Store
from lib.view import View

#: Characters of a statement or a headline in a citation.
MOST = 140


@dataclass(frozen=True, slots=True)
class Subject:
    """``field``: the field of the view that names it by an id. ``url``: its own address in the web, or ''."""

    field: str
    words: str
    url: str = ""


def subject(store: Store, view: View, page: str) -> Subject | None:
    """The statement open on the page 'claims', the article open on 'article'; None where there is none."""
    if page == "claims" and (gist := claim_words(store, view)):
        return Subject("claim", f"the statement {gist}")
    if page == "article" and view.article:
        sql = "select title, author, source_name, published, published_how, url from articles where article_id = ?"
        for title, author, source, published, how, url in store.rows(sql, [view.article]):
            named = f"the article {_quoted(title)}" if title.strip() else "an article without a headline"
            by = f" by {shorten(author, MOST, placeholder=' …')}" if author.strip() else ""
            web = url if url.lower().startswith(("http://", "https://")) else ""
            return Subject(
                "article", f"{named}{by}, {source or 'outlet not known'}, {say_published(published, how)}", web
            )
    return None


def claim_words(store: Store, view: View) -> str:
    """The words of the view's claim, shortened, in quotation marks; '' where there is none."""
    found = store.rows("select gist from claims where claim_id = ?", [view.claim]) if view.claim else []
    return _quoted(found[0][0]) if found else ""


def _quoted(words: str) -> str:
    return f"“{shorten(words, MOST, placeholder=' …')}”"
