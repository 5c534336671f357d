"""Web pages through trafilatura 2: its main text is the article's text, its metadata the article's.

next(read_html(Path("talks.html"), "talks.html", Given())).published_how      # 'metadata'
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import trafilatura

from lib.read.assemble import Metadata, assemble
from lib.read.dates import parse_date
from lib.read.files import open_text
from lib.read.outlets import host_of, outlet_named, source_of_domain
from lib.read.raw import Given, RawArticle, problem
from lib.schema import Problem

#: Only dates that the page states about itself; the extensive search also takes any date of the story.
_DATES = {"original_date": True, "extensive_search": False, "outputformat": "%Y-%m-%d", "max_date": "2100-01-01"}


def read_html(path: Path, shown: str, given: Given) -> Iterator[RawArticle | Problem]:
    """One article or one problem."""
    opened = open_text(path, shown)
    if isinstance(opened, Problem):
        yield opened
        return
    yield from read_html_text(opened.text, shown, given, (opened.note,) if opened.note else ())


def read_html_text(html: str, shown: str, given: Given, notes: tuple[str, ...]) -> Iterator[RawArticle | Problem]:
    """One article or one problem from a page's source."""
    try:
        page = trafilatura.bare_extraction(
            html, with_metadata=True, include_comments=False, include_tables=False, date_extraction_params=dict(_DATES)
        )
    except (ValueError, RecursionError) as error:
        page, why = None, f": {error}"
    else:
        why = ""
    text = (page.text or "") if isinstance(page, trafilatura.settings.Document) else ""
    if not isinstance(page, trafilatura.settings.Document) or not text.strip():
        what = f"no article text was found in the page{why}"
        yield problem(shown, what, "a saved page with its paragraphs", "save the page again when it has loaded fully")
        return
    site, url = page.sitename or "", page.url or ""
    host = host_of(url) or (page.hostname or "")
    known = outlet_named(site)
    source = known.name if known else (site or (source_of_domain(host) if host else ""))
    found = Metadata(
        title=page.title or "", source=source, source_evidence=f"site name {site!r}" if site else f"address {host}",
        published=parse_date(page.date), published_evidence=f"the page's date, {page.date}",
        url=url, author=(page.author or "").replace("; ", ", "), language=page.language or "",
    )  # fmt: skip
    yield from assemble(text, found, shown, given, notes=notes)
