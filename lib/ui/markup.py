"""The one place where article text becomes HTML: everything is escaped, then wrapped in our own tags.

Only ``<mark>``, ``<span>``, ``<p>``, ``<a id>`` of our own are ever added; text cannot add a tag, an
attribute or a link. A layer is told by more than its colour: a line under names, dots under dates, a
bar beside quotes, dimmed type for what is not body.
"""

from __future__ import annotations

import html
from collections.abc import Sequence
from itertools import pairwise

from lib.ask.article import Layer
from lib.ask.claim import Differing
from lib.evidence import Evidence
from lib.phrase import DIFFERENCE_NAMES

#: When layers overlap, every class is set; the tooltip lists the notes in this order.
KINDS = ("quote", "name", "date", "event", "headline", "dateline", "caption", "promo", "boilerplate", "stray")


def escape(text: str) -> str:
    """Text as HTML: no tag, no attribute, no entity of its own."""
    return html.escape(text, quote=True)


def passage(evidence: Evidence) -> str:
    """A passage with its span marked."""
    before, inside, after = (escape(part) for part in evidence.parts)
    return f'<p class="dl-passage">{before}<mark>{inside}</mark>{after}</p>'


def telling(before: str, event: str, after: str) -> str:
    """A sentence with the words of its event in bold: what is marked is evidence, and counted."""
    return f'<p class="dl-passage">{escape(before)}<span class="dl-event">{escape(event)}</span>{escape(after)}</p>'


def differing(passage: str, at: int, claimed: tuple[int, int], spans: Sequence[Differing]) -> str:
    """A sentence that begins at offset ``at``, what is outside of its claim dimmed, the words that differ marked."""
    edges = {at, at + len(passage), *claimed, *(edge for span in spans for edge in (span.start, span.end))}
    cuts = sorted(edge for edge in edges if at <= edge <= at + len(passage))
    out = []
    for start, end in pairwise(cuts):
        piece = escape(passage[start - at : end - at])
        # What differs in a whole sentence (the outlet's own voice, say) is told below it, not marked all over it.
        kinds = [
            DIFFERENCE_NAMES[s.kind] for s in spans if s.start < end and s.end > start and (s.start, s.end) != claimed
        ]
        if kinds:
            piece = f'<mark class="dl-differs" title="{escape(", ".join(dict.fromkeys(kinds)))}">{piece}</mark>'
        elif not (claimed[0] < end and claimed[1] > start):
            piece = f'<span class="dl-faint">{piece}</span>'
        out.append(piece)
    return f'<p class="dl-passage">{"".join(out)}</p>'


def article(
    text: str, layers: Sequence[Layer], highlighted: Sequence[Evidence | Layer], focus: int | None = None
) -> str:
    """A whole article with its layers; each highlighted span is exactly one ``<mark>`` start.

    ``focus`` is the offset that carries the id ``dl-here``. Linear in the text and the layers.
    """
    cuts = {0, len(text)}
    for layer in layers:
        cuts |= {layer.start, layer.end}
    for e in highlighted:
        cuts |= {e.start, e.end}
    edges = sorted(c for c in cuts if 0 <= c <= len(text))
    opening: dict[int, list[Layer]] = {}
    for layer in layers:
        opening.setdefault(layer.start, []).append(layer)
    marks = sorted(highlighted, key=lambda e: (e.start, e.end))
    active: list[Layer] = []
    out, next_mark, marked_until = [], 0, 0
    for start, end in pairwise(edges):
        active = [layer for layer in active if layer.end > start] + opening.get(start, [])
        piece = _wrap(text[start:end], active)
        opens = False
        # Spans may begin at one place (one word with two dates): each opens a mark of its own, one within the other.
        while next_mark < len(marks) and marks[next_mark].start <= start:
            here = ' id="dl-here"' if marks[next_mark].start == focus and not opens else ""
            piece = f'<mark data-span="{next_mark}"{here}>{piece}</mark>'
            marked_until = max(marked_until, marks[next_mark].end)
            next_mark += 1
            opens = True
        if not opens and start < marked_until:
            piece = f"<mark data-more>{piece}</mark>"
        out.append(piece)
    return f'<div class="dl-article">{"".join(out)}</div>'


def _wrap(text: str, active: Sequence[Layer]) -> str:
    if not active:
        return escape(text)
    kinds = [kind for kind in KINDS if any(layer.kind == kind for layer in active)]
    notes = [layer.note for kind in kinds for layer in active if layer.kind == kind and layer.note]
    classes = " ".join(f"dl-{kind}" for kind in kinds)
    return f'<span class="{classes}" title="{escape(" — ".join(notes))}">{escape(text)}</span>'
