"""The address of a page, whatever part of it the browser reported."""

from __future__ import annotations

import pytest

from lib.ui.address import page_address


@pytest.mark.parametrize(
    ("seen", "script", "said"),
    [
        ("https://example.test", "app.py", "https://example.test/"),
        ("https://example.test/", "pages/sources.py", "https://example.test/sources"),
        ("https://example.test/sources", "pages/sources.py", "https://example.test/sources"),
        ("https://example.test/news/entities?x=1#y", "pages/timeline.py", "https://example.test/news/timeline"),
        ("https://example.test/news/entities", "app.py", "https://example.test/news/"),
        ("", "pages/sources.py", "/sources"),
    ],
)
def test_page_address(seen: str, script: str, said: str) -> None:
    assert page_address(seen, script) == said
