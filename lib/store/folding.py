"""The form in which the words filter compares a sentence and what is searched, the same for both.

    f"strpos(s.folded, {folded('?')}) > 0"

Composed letters, straight quotes and apostrophes, one blank for any run of blanks, line breaks and control characters,
nothing for characters that are not seen (soft hyphens, zero-width spaces), small letters. Accents stay: "Erdoğan" is
not "Erdogan". The engine does it on both sides, so that both follow one table of letters.
"""

from __future__ import annotations

_SINGLE, _DOUBLE = "‘’‚‛ʼ´`", "“”„‟"
_STRAIGHT = "''" * len(_SINGLE) + '"' * len(_DOUBLE)  # within a literal an apostrophe is written twice


def folded(sql: str) -> str:
    """The SQL of the compared form of a text; ``sql``: the expression that gives the text, written once in it."""
    seen = f"regexp_replace(nfc_normalize({sql}), '\\p{{Cf}}+', '', 'g')"
    spaced = f"regexp_replace({seen}, '[\\p{{Z}}\\p{{Cc}}]+', ' ', 'g')"
    return f"lower(translate({spaced}, '{_SINGLE}{_DOUBLE}', '{_STRAIGHT}'))"
