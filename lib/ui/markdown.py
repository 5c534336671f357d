"""Text where Streamlit reads Markdown: its signs are shown, not obeyed."""

from __future__ import annotations

import re

#: Addresses become links after Markdown is read, where no backslash helps: an invisible joiner breaks them up.
_ADDRESSES = re.compile(r"(?<=://)|(?<=www)(?=\.)|(?<=@)", re.I)
_JOINER = "\u2060"
_SIGNS = frozenset("\\`*_{}[]()<>#+-!|:~$&")


def plain(text: str) -> str:
    """Text for a heading, caption, label or notice: no image, link, icon or formula of its own."""
    text = _ADDRESSES.sub(_JOINER, " ".join(text.split()))
    return "".join("\\" + c if c in _SIGNS else c for c in text)
