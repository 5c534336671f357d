"""The address of a page as the visitor's browser sees it, without its query: what citations and embeds begin with."""

from __future__ import annotations

from pathlib import Path

from lib.ui.pages import PAGES

_STEMS = frozenset(Path(page.script).stem for page in PAGES.values() if page.script != "app.py")


def page_address(seen: str, script: str) -> str:
    """``seen`` is the address that the browser reported, with or without the page's own part.

    'https://example.test/sources', 'pages/timeline.py' → 'https://example.test/timeline'
    """
    root = seen.split("?")[0].split("#")[0].rstrip("/")
    head, _, last = root.rpartition("/")
    if last in _STEMS:
        root = head
    return f"{root}/" if script == "app.py" else f"{root}/{Path(script).stem}"
