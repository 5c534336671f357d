"""Text that a spreadsheet would run as a formula is kept as text (OWASP: CSV injection).

is_formula("=HYPERLINK(…)")      # True
is_formula("-12.5")              # False: a number is a number
"""

from __future__ import annotations

#: The signs that OWASP lists, and their full-width forms, which some spreadsheets fold.
_SIGNS = frozenset("=+-@\t\r\n＝＋－＠")


def is_formula(text: str) -> bool:
    """Whether a spreadsheet may take the text for a formula. Plain numbers are none."""
    if not text or text[0] not in _SIGNS:
        return False
    try:
        float(text)
    except ValueError:
        return True
    return text[0] in "\t\r\n"
