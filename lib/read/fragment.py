"""The words of a piece of HTML, such as a feed's entry: a blank line where a block ends, nothing else made of it.

words_of("<p>The talks <b>opened</b>.</p><p>They went on.</p>")     # 'The talks opened.\\n\\nThey went on.'
"""

from __future__ import annotations

import re

from lxml import etree, html

_BLOCKS = frozenset(
    (
        "address", "article", "aside", "blockquote", "dd", "div", "dl", "dt", "figcaption", "footer", "h1", "h2", "h3",
        "h4", "h5", "h6", "header", "hr", "li", "main", "nav", "ol", "p", "pre", "section", "table", "tr", "ul",
    )
)  # fmt: skip
_SILENT = frozenset(("script", "style", "template", "noscript", "iframe", "object", "svg", "form", "button", "head"))
_BLANK = re.compile(r"[ \t\r\f\v\n]+")
_GAP = re.compile(r"\s*\x00[\s\x00]*")
#: A tag, or a character reference: what makes a string HTML.
_MARKUP = re.compile(r"<[a-zA-Z/!][^<>]*>|&(?:#\d+|#x[0-9a-fA-F]+|[a-zA-Z]{2,8});")


def words_of(fragment: str) -> str:
    """The text of a fragment of HTML; of a plain string, itself."""
    if not _MARKUP.search(fragment):
        return fragment.strip()
    try:
        root = html.fragment_fromstring(fragment.replace("\0", "\ufffd"), create_parent="div")
    except (etree.ParserError, etree.XMLSyntaxError, ValueError):
        return ""
    pieces: list[str] = []
    # A walk by events, not by recursion: a page may be nested a thousand deep.
    silent = 0
    for event, element in etree.iterwalk(root, events=("start", "end", "comment", "pi")):
        tag = element.tag if isinstance(element.tag, str) else ""
        if event == "start":
            silent += tag in _SILENT
            pieces.append("\0" if tag in _BLOCKS else "\n" if tag == "br" else "")
            pieces.append(_BLANK.sub(" ", element.text or "") if not silent else "")
        else:
            if event == "end":
                silent -= tag in _SILENT
                pieces.append("\0" if tag in _BLOCKS else "")
            pieces.append(_BLANK.sub(" ", element.tail or "") if not silent and element is not root else "")
    return _GAP.sub("\n\n", "".join(pieces)).strip()
