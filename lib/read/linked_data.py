"""What a page's JSON-LD says of the page's own article, and of no other that the page only lists or links to.

own = keep_own(tree)      # Own(published='2022-02-03T10:00:00Z'); the other articles are gone from the tree

Pages carry the data of the stories that they recommend beside their own. Whoever searches such data for a day or an
author takes the first that comes, so the others are taken out before anyone does.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any
from urllib.parse import urljoin, urlsplit

_SCRIPTS = './/script[starts-with(translate(normalize-space(@type), "LDJSON", "ldjson"), "application/ld+json")]'
#: schema.org's articles: NewsArticle and all others with that ending, and these.
_ENDING, _OTHERS = "article", ("blogposting", "liveblogposting", "report", "socialmediaposting")
#: Where a page's own article may lie within other data; anywhere else it is one of a list, or belongs to another.
_OWN_PLACES = ("@graph", "mainEntity")
#: Fields by which an article's data refer to what stands elsewhere in the JSON-LD.
_REFERRING = ("author", "creator", "publisher", "sourceOrganization")
_ADDRESSES = ("url", "mainEntityOfPage", "@id")
_SAID_OF_PAGE = (
    './/link[@rel="canonical"]/@href', './/meta[@property="og:url"]/@content', './/link[@rel="amphtml"]/@href',
)  # fmt: skip
_TITLES = ('.//meta[@property="og:title"]/@content', ".//h1", ".//title")
_NOT_WORD = re.compile(r"[\W_]+")
_WRAPPING = re.compile(r"^\s*(?:<!--|//\s*<!\[CDATA\[|<!\[CDATA\[)|(?:-->|//\s*\]\]>|\]\]>)\s*$")
_COMMA = re.compile(r",(?=\s*[}\]])")
_DATED = re.compile(r'"datePublished"')
#: Objects within objects that are looked into; deeper ones are left out.
_DEEP = 24
#: Words of a headline from which a title that only begins with it is the same.
_ENOUGH = 4
#: Words of a headline that may have been cut within a word.
_CUT = 10


@dataclass(frozen=True, slots=True)
class Own:
    """The JSON-LD of the page's article; ``published`` as written, empty where there is none."""

    published: str = ""


@dataclass(frozen=True, slots=True)
class _Candidate:
    data: dict[str, Any]
    #: Neither in a list of stories nor inside of another article.
    direct: bool


def keep_own(tree: Any, url: str = "") -> Own:
    """The article of a parsed page; takes all other articles' data out of ``tree``, and what cannot be told apart.

    ``url`` is where the page was saved from, if known.
    """
    blocks: list[Any] = []
    emptied = []
    for script in list(tree.xpath(_SCRIPTS)):
        data = _parsed(script.text or "")
        if data is None and len(_DATED.findall(script.text or "")) <= 1 and "ItemList" not in (script.text or ""):
            continue  # broken, but it speaks of one thing: others may make something of it
        script.text = None
        emptied.append(script)
        if data is not None:
            blocks.append(data)
    candidates = [one for block in blocks for one in _articles(block, direct=True, deep=_DEEP)]
    own = _own(candidates, tree, url)
    named = {
        str(one["@id"]): one for block in blocks for one in _objects(block, _DEEP) if len(one) > 1 and "@id" in one
    }
    rest = [kept for block in blocks if (kept := _without_articles(block, _DEEP))]
    first = [{"@context": "https://schema.org", **_resolved(own, named)}] if own else []
    for script, block in zip(emptied, [*first, *rest], strict=False):
        # No '</script>' of a headline may end it where the page is written out and parsed again.
        script.text, script.attrib["type"] = json.dumps(block).replace("<", "\\u003c"), "application/ld+json"
    return Own(_words(own.get("datePublished"))) if own else Own()


def _parsed(text: str) -> Any:
    text = _WRAPPING.sub("", text)
    for tried in (text, _COMMA.sub("", text)):
        try:
            return json.loads(tried, strict=False)
        except (ValueError, RecursionError):
            continue
    return None


def _articles(data: Any, *, direct: bool, deep: int) -> Iterator[_Candidate]:
    if deep == 0:
        return
    if isinstance(data, list):
        for part in data:
            yield from _articles(part, direct=direct, deep=deep - 1)
    elif isinstance(data, dict):
        article = _is_article(data)
        if article:
            yield _Candidate(data, direct)
        for key, part in data.items():
            # What lies inside of an article is a post of its live blog, a comment, or another story.
            if isinstance(part, (dict, list)) and not article:
                yield from _articles(part, direct=direct and key in _OWN_PLACES, deep=deep - 1)


def _objects(data: Any, deep: int) -> Iterator[dict[str, Any]]:
    if deep and isinstance(data, (list, dict)):
        if isinstance(data, dict):
            yield data
        for part in data if isinstance(data, list) else data.values():
            yield from _objects(part, deep - 1)


def _without_articles(data: Any, deep: int) -> Any:
    if isinstance(data, list):
        return [kept for part in data if deep and (kept := _without_articles(part, deep - 1)) not in (None, {}, [])]
    if isinstance(data, dict):
        if _is_article(data) or deep == 0:
            return None
        return {key: kept for key, part in data.items() if (kept := _without_articles(part, deep - 1)) is not None}
    return data


def _is_article(data: dict[str, Any]) -> bool:
    types = data.get("@type")
    names = [str(name).rsplit("/", 1)[-1].casefold() for name in (types if isinstance(types, list) else [types])]
    return any(name.endswith(_ENDING) or name in _OTHERS for name in names)


def _own(candidates: list[_Candidate], tree: Any, url: str) -> dict[str, Any] | None:
    """The article whose headline or address is the page's; else the only one, unless it says that it is another."""
    said = [str(href) for path in _SAID_OF_PAGE for href in tree.xpath(path)]
    base = next((href for href in (*said, url) if href.startswith(("http://", "https://"))), "")
    pages = {_address(_joined(base, href)) for href in (*said, url) if href} - {""}
    titles = [
        _words(one if isinstance(one, str) else one.text_content()) for path in _TITLES for one in tree.xpath(path)
    ]
    scored = [(_score(one.data, titles, pages, base), one) for one in candidates]
    best = max((score for score, _ in scored), default=0)
    if best:
        of_page = [one.data for score, one in scored if score == best]
        days = {_words(one.get("datePublished"))[:10] for one in of_page} - {""}
        of_page.sort(key=lambda one: not one.get("datePublished"))
        return of_page[0] if len(days) <= 1 else None
    direct = [one.data for one in candidates if one.direct]
    if len(direct) == 1:
        elsewhere = _addresses(direct[0], base) and pages
        other = _words(direct[0].get("headline")) and titles
        return None if elsewhere and other else direct[0]
    return None


def _score(data: dict[str, Any], titles: list[str], pages: set[str], base: str) -> int:
    """3 for the same headline and address, 2 for the headline, 1 for the address, else 0."""
    headline = _key(_words(data.get("headline") or data.get("name")))
    same = any(_same(headline, _key(title)) for title in titles) if headline else False
    return 2 * same + bool(_addresses(data, base) & pages)


def _same(headline: str, title: str) -> bool:
    """'Talks open in the capital | Harbor Wire' is the headline with more behind it, or the other way round."""
    short, long = sorted((headline, title), key=len)
    n = len(short.split())
    begins = f"{long} ".startswith(f"{short} ") if n < _CUT else long.startswith(short)
    return short == long or (n >= _ENOUGH and begins)


def _addresses(data: dict[str, Any], base: str) -> set[str]:
    found = set()
    for key in _ADDRESSES:
        value = data.get(key)
        for part in value if isinstance(value, list) else [value]:
            words = (part.get("@id") or part.get("url")) if isinstance(part, dict) else part
            # '/world#post-3' is a part of the page '/world'; an '@id' is made by adding such a mark to it.
            if isinstance(words, str) and words and (key == "@id" or "#" not in words):
                found.add(_address(_joined(base, words)) if key != "@id" or words[:1] != "#" else "")
    return found - {""}


def _address(url: str) -> str:
    """Host and path, as two ways to write one address have them in common; empty where the path is a home page's."""
    try:
        parts = urlsplit(url)
    except ValueError:
        return ""
    path = parts.path.rstrip("/")
    query = f"?{parts.query}" if re.search(r"(?:^|&)(?:id|p|article|story)=", parts.query) else ""
    return f"{(parts.hostname or '').removeprefix('www.')}{path}{query}" if path or query else ""


def _joined(base: str, href: str) -> str:
    try:
        return urljoin(base, href)
    except ValueError:  # 'http://[broken' is no address
        return ""


def _resolved(data: dict[str, Any], named: dict[str, dict[str, Any]]) -> dict[str, Any]:
    """The article with the author and publisher in it that it only refers to by '@id'."""

    def full(value: Any) -> Any:
        if isinstance(value, list):
            return [full(part) for part in value]
        return named.get(str(value.get("@id")), value) if isinstance(value, dict) and "name" not in value else value

    return {key: full(value) if key in _REFERRING else value for key, value in data.items()}


def _words(value: Any) -> str:
    return " ".join(str(value).split()) if isinstance(value, (str, int, float)) else ""


def _key(words: str) -> str:
    return _NOT_WORD.sub(" ", words.casefold()).strip()
