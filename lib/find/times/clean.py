"""Text made easy to match without losing its places: lower case, straight quotes, no invisible characters.

text, places = clean("On Thurs\u00adday")
text, places                     # 'on thursday', [0, 1, 2, 3, 4, 5, 6, 7, 9, 10, 11, 12]
"""

from __future__ import annotations

import re

_STRAIGHT = str.maketrans({
    "’": "'", "‘": "'", "ʼ": "'", "`": "'", "´": "'", "“": '"', "”": '"', "„": '"',
    "\u00a0": " ", "\u202f": " ", "\u2009": " ", "\t": " ", "\n": " ", "\r": " ", "\u2002": " ", "\u2003": " ",
    "\u2010": "-", "\u2011": "-", "\u2012": "-",
})  # fmt: skip
#: Soft hyphen, zero-width characters, direction marks: they stand inside words and mean nothing.
_INVISIBLE = re.compile("[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]")


def clean(text: str) -> tuple[str, list[int] | None]:
    """The cleaned text, and for each of its characters its place in the original (None: the same place)."""
    places = None
    if _INVISIBLE.search(text):
        places = [at for at, letter in enumerate(text) if not _INVISIBLE.match(letter)]
        text = "".join(text[at] for at in places)
    lowered = text.lower()
    if len(lowered) != len(text):  # 'İ' becomes two characters in lower case
        lowered = "".join(low if len(low := letter.lower()) == 1 else letter for letter in text)
    return lowered.translate(_STRAIGHT), places
