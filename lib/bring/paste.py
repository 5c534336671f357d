"""One box, one article or many: where one pasted article ends and the next begins.

split_paste("First article …\\n===\\nSecond article …")     # two texts
split_paste("Title: A\\nSource: Harbor Wire\\n\\n…\\n\\nTitle: B\\nSource: Bay Post\\n\\n…")     # two texts

Nothing is rewritten: the pieces are the pasted text without the lines that separate them and the blank lines around.
"""

from __future__ import annotations

import re

from lib.text.header_block import header_block

#: A line of nothing but three or more = or -, as people draw between two articles.
_LINE = re.compile(r"^[ \t]*(?:={3,}|-{3,})[ \t]*$")
#: The first line of a header block: a key that is a title's, a source's or an address's, or a day's.
_KEY = re.compile(r"^(?:\*\*)?[A-Za-z][A-Za-z _-]{1,24}(?:\*\*)?\s?:\s*\S")
#: A piece with fewer words is no article but a heading underlined with a line; it stays with what follows.
_FEW = 12


def split_paste(text: str) -> list[str]:
    """The articles of a pasted text, in order; none where it is blank."""
    lines = text.replace("\r\n", "\n").replace("\r", "\n").split("\n")
    pieces = [part for piece in _by_lines(lines) for part in _by_headers(piece)]
    return [piece for piece in ("\n".join(piece).strip("\n ") for piece in pieces) if piece.strip()]


def _by_lines(lines: list[str]) -> list[list[str]]:
    """Cut at separator lines. A front matter's own lines of --- and a line below a heading cut nothing."""
    pieces: list[list[str]] = [[]]
    fenced = False
    for number, line in enumerate(lines):
        if not _LINE.match(line):
            pieces[-1].append(line)
            continue
        words = sum(len(part.split()) for part in pieces[-1])
        if fenced:  # the end of a front matter
            fenced = False
            pieces[-1].append(line)
        elif line.strip() == "---" and words == 0 and _is_front_matter(lines, number):
            fenced = True
            pieces[-1].append(line)
        elif words == 0 or words >= _FEW:
            pieces.append([])
            if line.strip() == "---" and _is_front_matter(lines, number):
                # one line can close an article and open the next one's front matter
                fenced = True
                pieces[-1].append(line)
        else:
            pieces[-1].append(line)
    return pieces


def _is_front_matter(lines: list[str], number: int) -> bool:
    """Whether a line --- opens 'key: value' lines that another --- ends within twenty lines."""
    for at in range(number + 1, min(number + 21, len(lines))):
        if lines[at].strip() == "---":
            return at > number + 1
        if lines[at].strip() and not _KEY.match(lines[at]):
            return False
    return False


def _by_headers(lines: list[str]) -> list[list[str]]:
    """Cut before each header block that follows a blank line, where the piece begins with one too."""
    starts = [n for n in range(len(lines)) if (n == 0 or not lines[n - 1].strip()) and _opens(lines, n)]
    first = next((n for n, line in enumerate(lines) if line.strip()), 0)
    if not starts or starts[0] != first or len(starts) < 2:
        return [lines]
    bounds = [*starts[1:], len(lines)]
    return [lines[start:end] for start, end in zip(starts, bounds, strict=True)]


def _opens(lines: list[str], number: int) -> bool:
    if not _KEY.match(lines[number]):
        return False
    header = header_block("\n".join(lines[number : number + 12]))
    # Two fields: a sentence may begin 'Title: …', but hardly with a source below it.
    return header is not None and len(set(header.fields) - {"other"}) >= 2
