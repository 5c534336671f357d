"""Drafts: content and cue joined, before anyone asks who the speaker is.

    drafts(doc, text, stretches, cues)      # [Draft(start, end, 'direct', cue, …), …] of one paragraph

Three passes. A cue whose words touch a quotation ('“…,” he said', 'he said: “…”') makes it direct speech. Then each
cue with a clause of its own gives one row, partial where the clause holds quoted words. Last, quotations left over
are partial speech where a reporting verb governs them, the continuation of the speech before where nothing else
stands in their sentence, and otherwise no speech at all: a title, a term, or scare quotes.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence

from spacy.tokens import Doc, Token

from lib.find.quotes.asides import shared_out
from lib.find.quotes.cues import Cue
from lib.find.quotes.governed import is_title
from lib.find.quotes.headlines import headline
from lib.find.quotes.leftover import left_over
from lib.find.quotes.marks import Stretch
from lib.find.quotes.objects import judged
from lib.find.quotes.paragraph import Draft, Paragraph
from lib.find.quotes.phrases import beside

_LETTER = re.compile(r"\w")
_BRIDGE = re.compile(r"[\s,;:—–\-.…]*(?:and |but )?", re.I)
_FINAL = ".!?…"
_THOUGHT = frozenset({"hope", "know", "worry", "noun"})


def drafts(doc: Doc, stretches: Sequence[Stretch], cues: Sequence[Cue]) -> list[Draft]:
    """Everything in one paragraph that is reported speech or thought, in order of content."""
    paragraph = Paragraph(doc, sorted(cues, key=lambda c: (c.first, c.token.i)))
    found: list[Draft] = []
    used: set[int] = set()
    spent: set[int] = set()
    for number in range(len(stretches)):
        draft = _beside(paragraph, stretches, number)
        if draft:
            found.append(draft)
            used.add(number)
            if draft.cue:
                spent.add(draft.cue.token.i)
    for cue in shared_out(paragraph):
        if cue.content and cue.token.i not in spent:
            found += _clauses(cue, stretches, used)
    for number in range(len(stretches)):
        if number not in used:
            left = left_over(paragraph, stretches, number, found)
            if left:
                found.append(left)
    return _flat(found) or list(headline(doc))


def _beside(paragraph: Paragraph, stretches: Sequence[Stretch], number: int) -> Draft | None:
    """Direct speech: a cue's words touch the quotation after or before it."""
    stretch = stretches[number]
    text = paragraph.text
    ceiling = stretches[number + 1].outer_start if number + 1 < len(stretches) else len(text)
    floor = stretches[number - 1].outer_end if number else 0
    cue = _after(paragraph, stretch, ceiling) if stretch.closed else None
    if cue is not None:
        start = max(paragraph.sentence_start(stretch.outer_start), floor)
        lead = text[start : stretch.outer_start]
        short = len(text[stretch.start : stretch.end].split()) <= 2
        if not _LETTER.search(lead) or (len(lead.split()) <= 1 and not short and not _own(cue, ceiling)):
            return Draft(stretch.start, stretch.end, "direct", cue, cue.head or beside(cue.token), False, 0.95)
        whole = short and cue.content is not None and cue.content[0] <= stretch.start and cue.content[1] > cue.token.idx
        if whole or _own(cue, ceiling) or _holds(cue.head, stretch):
            return None
        for earlier in _cues(paragraph, start, stretch):
            if not earlier.aside or earlier.last >= len(paragraph.doc):
                return None
            # '…, the pilot said, and would be “left to rust”, the pilot said': each aside has its own words.
            start = max(start, paragraph.doc[earlier.last].idx)
        begin = start + len(_BRIDGE.match(text, start).group())  # type: ignore[union-attr]  # matches empty
        return Draft(begin, stretch.end, "partial", cue, cue.head or beside(cue.token), False, 0.85)
    cue = _before(paragraph, stretch, floor)
    if cue is not None:
        # 'The mayor was asked, “…?”': not by the mayor.
        passive = cue.token.tag_ == "VBN" and any(t.dep_ == "auxpass" for t in cue.token.children)
        head = cue.head or (None if passive else beside(cue.token))
        return Draft(stretch.start, stretch.end, "direct", cue, head, False, 0.9 if stretch.closed else 0.6)
    return None


def _own(cue: Cue, ceiling: int) -> bool:
    """Whether the cue governs a clause after it: 'Citing “caution”, the port announced that …'."""
    return bool(cue.content) and not cue.aside and cue.token.idx < cue.content[0] < ceiling  # type: ignore[index]


def _holds(head: Token | None, stretch: Stretch) -> bool:
    """Whether the quoted words are part of the speaker's own: 'the “Big Four” ports pleaded …'."""
    return head is not None and head.left_edge.idx < stretch.outer_end <= head.idx


def _cues(paragraph: Paragraph, start: int, stretch: Stretch) -> Sequence[Cue]:
    low, high = paragraph.cue_from(start), paragraph.cue_from(stretch.outer_start)
    return paragraph.cues[low:high]


def _after(paragraph: Paragraph, stretch: Stretch, ceiling: int) -> Cue | None:
    text = paragraph.text
    at = _BRIDGE.match(text, stretch.outer_end).end()  # type: ignore[union-attr]  # matches empty
    if at >= ceiling:
        return None
    number = paragraph.cue_from(stretch.outer_end)
    if number >= len(paragraph.cues):
        return None
    cue = paragraph.cues[number]
    first = paragraph.doc[cue.first]
    if first.idx > at or cue.token.idx >= ceiling or cue.nominal:
        return None
    last = text[stretch.end - 1]
    if last in _FINAL or text[stretch.outer_end : stretch.outer_end + 1] in (".", "!", "?"):
        if _own(cue, ceiling) or (last not in "!?…" and not first.is_lower and first.pos_ != "PROPN"):
            return None
        apart = last == "." and first.sent.start_char >= stretch.outer_end and not first.is_lower
        if apart and not _stands_alone(paragraph, cue, ceiling):
            return None
    return cue


def _stands_alone(paragraph: Paragraph, cue: Cue, ceiling: int) -> bool:
    """'“….” Ana Ruiz said.': nothing but the speaker and the cue before the next full stop."""
    doc = paragraph.doc
    if cue.content or cue.last >= len(doc) or doc[cue.last].idx >= ceiling:
        return cue.content is None and cue.last >= len(doc)
    return doc[cue.last].text == "." and cue.last - cue.first <= 8


def _before(paragraph: Paragraph, stretch: Stretch, floor: int) -> Cue | None:
    """The cue just before a quotation, with only its hearer, place or day between."""
    number = paragraph.cue_from(stretch.outer_start) - 1
    text, doc = paragraph.text, paragraph.doc
    if number < 0:
        return None
    cue = paragraph.cues[number]
    first, last = cue.token.i + 1, paragraph.token_at(stretch.outer_start)
    if last - first > 25 or first > last or cue.kind == "noun":
        return None
    between = text[cue.token.idx + len(cue.token.text) : stretch.outer_start]
    bridge = between.rstrip()
    interrupted = floor > cue.token.idx
    if interrupted or re.search(r"[.!?]\s", between):
        return None
    starts_clause = bridge.endswith((":", ",", "that")) or not bridge
    if not starts_clause:
        return None
    if any(t.pos_ in ("VERB", "AUX") and t.tag_ not in ("VBG", "VBN", "VB") for t in doc[first:last]):
        return cue if bridge.endswith(":") else None
    words = text[stretch.start : stretch.end].split()
    if bridge.endswith((":", ",")):
        return cue if len(words) > 2 or text[stretch.end - 1] in ".!?," else None
    if is_title(doc, text, stretch, last):
        return None
    covers = cue.content is None or cue.content[1] <= stretch.outer_end
    return cue if covers and (len(words) >= 5 or text[stretch.start].isupper()) else None


def _clauses(cue: Cue, stretches: Sequence[Stretch], used: set[int]) -> list[Draft]:
    """One row for the cue's clause; quoted words in it make it partial, a quotation that is all of it direct."""
    assert cue.content is not None
    start, end = cue.content
    low = bisect_right([s.outer_end for s in stretches], start) if stretches else 0
    held = []
    for number in range(low, len(stretches)):
        if stretches[number].outer_start >= end:
            break
        held.append(number)
    if any(n in used for n in held) and len(held) == 1:
        return []
    if held and cue.nominal and cue.content == judged(cue.token):
        return []  # 'called it “grave”': the quoted words alone
    used.update(held)
    if held and stretches[held[0]].outer_start <= start and stretches[held[-1]].outer_end >= end - 1:
        return [Draft(stretches[n].start, stretches[n].end, "direct", cue, cue.head, False, 0.85) for n in held]
    if held:
        first, last = stretches[held[0]], stretches[held[-1]]
        start = first.start if first.outer_start <= start else start
        end = max(end, last.outer_end) if last.closed else max(end, last.end)
    if cue.head is None and not _speakerless(cue):
        return []
    meant = cue.kind == "intend" or (cue.kind == "hope" and cue.token.doc.text.startswith("to ", start))
    score = 0.4 if meant else 0.6 if cue.nominal else 0.5 if cue.kind in _THOUGHT else 0.75
    return [Draft(start, end, "partial" if held else "indirect", cue, cue.head, False, score)]


def _speakerless(cue: Cue) -> bool:
    """'It was alleged that …', 'the claim that …' report somebody's words without saying whose."""
    return cue.kind == "noun" or any(c.dep_ in ("auxpass", "nsubjpass") for c in cue.token.children)


def _flat(found: list[Draft]) -> list[Draft]:
    """No row overlaps another: the outermost attribution answers for its words (as in PolNeAR's annotation)."""
    flat: list[Draft] = []
    for draft in sorted(found, key=lambda d: (d.start, -d.end, d.kind != "direct")):
        if flat and draft.start < flat[-1].end:
            before = flat[-1]
            if draft.kind == "direct" and before.kind != "direct" and draft.end > before.end:
                flat[-1] = draft
            continue
        flat.append(draft)
    return flat
