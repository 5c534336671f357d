"""CoNLL columns: token first, tag last (IO, IOB1 or IOB2), blank line between sentences.

    for document in read(Path("wikigold.conll.txt")):
        document.spans[0].label                     # 'PER', 'ORG', 'LOC' or 'MISC'

Format: Tjong Kim Sang and De Meulder (2003). ``-DOCSTART-`` opens a document.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path

from lib.quality.gold import GoldDocument, GoldSpan, from_tokens

_Row = tuple[str, str]


def read(path: Path) -> Iterator[GoldDocument]:
    """The documents of a file. Raises ``ValueError`` with the line that has no tag."""
    number = 0
    sentences: list[list[_Row]] = [[]]
    with path.open(encoding="utf-8") as file:
        for at, line in enumerate(file, start=1):
            cells = line.split()
            if cells and cells[0] == "-DOCSTART-":
                if any(sentences):
                    yield _document(f"{path.stem}-{number}", sentences)
                    number += 1
                sentences = [[]]
            elif not cells:
                sentences.append([])
            elif len(cells) < 2:
                raise ValueError(f"{path}:{at}: {line.strip()!r} has no tag column; CoNLL rows are 'token … tag'")
            else:
                sentences[-1].append((cells[0], cells[-1]))
    if any(sentences):
        yield _document(f"{path.stem}-{number}", sentences)


def _document(name: str, sentences: Sequence[Sequence[_Row]]) -> GoldDocument:
    rows = [s for s in sentences if s]
    document = from_tokens(name, [[token for token, _ in s] for s in rows])
    for sentence, offsets in zip(rows, document.tokens, strict=True):
        document.spans.extend(_spans([tag for _, tag in sentence], offsets))
    return document


def _spans(tags: Sequence[str], offsets: Sequence[tuple[int, int]]) -> Iterator[GoldSpan]:
    start, label = 0, ""
    for at, tag in enumerate([*tags, "O"]):
        prefix, _, kind = tag.partition("-")
        if label and (kind != label or prefix in ("B", "S", "O")):
            yield GoldSpan(offsets[start][0], offsets[at - 1][1], label)
            label = ""
        if kind and not label:
            start, label = at, kind
