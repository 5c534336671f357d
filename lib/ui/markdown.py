"""Text where Streamlit reads Markdown: its signs are shown, not obeyed."""

from __future__ import annotations

_SIGNS = frozenset("\\`*_{}[]()<>#+-!|:~$&")


def plain(text: str) -> str:
    """Text for a heading, caption, label or notice: no image, link, icon or formula of its own."""
    return "".join("\\" + c if c in _SIGNS else c for c in " ".join(text.split()))
