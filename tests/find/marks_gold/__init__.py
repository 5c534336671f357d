"""Invented articles with every stretch that is not body in ⟦kind|…⟧; ``load`` gives text and gold."""

import re
from pathlib import Path

_GOLD = re.compile(r"⟦(?P<kind>[a-z]+)\|(?P<words>[^⟧]*)⟧")


def load(path: Path) -> tuple[str, list[tuple[int, int, str]]]:
    text, gold, at = "", [], 0
    source = path.read_text(encoding="utf-8")
    for match in _GOLD.finditer(source):
        text += source[at : match.start()]
        gold.append((len(text), len(text) + len(match["words"]), match["kind"]))
        text += match["words"]
        at = match.end()
    return text + source[at:], gold


def cases() -> list[Path]:
    return sorted(Path(__file__).parent.glob("*.txt"))
