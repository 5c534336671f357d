"""Web pages through trafilatura 2: its main text is the article's text, its metadata the article's.

next(read_html(Path("talks.html"), "talks.html", Given())).published_how      # 'metadata'
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from copy import deepcopy
from html import unescape
from pathlib import Path

import trafilatura

from lib.read.assemble import Metadata, assemble
from lib.read.files import open_text
from lib.read.linked_data import keep_own
from lib.read.page_day import day_of
from lib.read.raw import Given, RawArticle, problem
from lib.schema import Problem
from lib.text.outlet_names import host_of, outlet_named, source_of_domain

#: Only dates that the page states about itself; the extensive search also takes any date of the story.
_DATES = {"original_date": True, "extensive_search": False, "outputformat": "%Y-%m-%d", "max_date": "2100-01-01"}


_TITLE = re.compile(r"<title[^>]{0,200}>([^<]{1,400})</title>", re.I)


def read_html(path: Path, shown: str, given: Given) -> Iterator[RawArticle | Problem]:
    """One article or one problem."""
    opened = open_text(path, shown, given, page=True)
    if isinstance(opened, Problem):
        yield opened
        return
    yield from read_html_text(opened.text, shown, given, (opened.note,) if opened.note else ())


def read_html_text(
    html: str, shown: str, given: Given, notes: tuple[str, ...] = (), *, url: str = "", where: str = ""
) -> Iterator[RawArticle | Problem]:
    """One article or one problem from a page's source; ``url`` is where it was saved from, if it does not say it."""
    try:
        tree = trafilatura.load_html(html)
        own, seen = (keep_own(tree, url), deepcopy(tree)) if tree is not None else (None, None)
        page = trafilatura.bare_extraction(
            tree, with_metadata=True, include_comments=False, include_tables=False, date_extraction_params=dict(_DATES)
        )
    except (ValueError, RecursionError) as error:
        page, why = None, f": {error}"
    else:
        why = ""
    text = (page.text or "") if isinstance(page, trafilatura.settings.Document) else ""
    if not isinstance(page, trafilatura.settings.Document) or not text.strip():
        what = f"no article text was found in the page{why}"
        remedy = "save the page again when it has loaded fully"
        yield problem(shown, what, "a saved page with its paragraphs", remedy, where)
        return
    published, said = day_of(seen, page.date, own.published if own else "")
    site, url = page.sitename or "", page.url or url
    host = host_of(url) or (page.hostname or "")
    in_title = _site_in_title(html, page.title or "") if not site and not host else ""
    known = outlet_named(site or in_title)
    source = known.name if known else (site or in_title or (source_of_domain(host) if host else ""))
    evidence = (
        f"site name {site!r}"
        if site
        else f"the end of the page's title, {in_title!r}"
        if in_title
        else f"address {host}"
    )
    found = Metadata(
        title=page.title or "", source=source, source_evidence=evidence,
        published=published, published_evidence=said,
        url=url, author=(page.author or "").replace("; ", ", "), language=page.language or "",
    )  # fmt: skip
    yield from assemble(text, found, shown, given, where, notes)


def _site_in_title(html: str, title: str) -> str:
    """'Harbor Wire' of '<title>Talks open | Harbor Wire</title>', where the headline is known to be 'Talks open'."""
    match = _TITLE.search(html[:200_000])
    whole = " ".join(unescape(match[1]).split()) if match else ""
    rest = whole.removeprefix(title)
    site = re.fullmatch(r"\s[|–—-]\s(\S.{1,50})", rest) if title and rest != whole else None
    return site[1] if site and len(site[1].split()) <= 5 else ""
