"""Quotations that no cue touched: a cue's second piece, the unfinished speech before, words that something leads up to.

left_over(paragraph, stretches, 2, found)      # a Draft, or None for a title, a term or scare quotes
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from spacy.tokens import Token

from lib.find.quotes.cues import Cue
from lib.find.quotes.governed import governing_cue, is_title
from lib.find.quotes.marks import Stretch
from lib.find.quotes.paragraph import Draft, Paragraph

_LETTER = re.compile(r"\w")
_LEAD = 40


def left_over(paragraph: Paragraph, stretches: Sequence[Stretch], number: int, found: Sequence[Draft]) -> Draft | None:
    """What the quotation of that number is, beside the drafts already ``found``; None where it is no speech."""
    stretch = stretches[number]
    text = paragraph.text
    if any(d.start <= stretch.start and stretch.end <= d.end for d in found):
        return None
    if is_title(paragraph.doc, text, stretch, paragraph.token_at(stretch.outer_start)):
        return None
    floor = stretches[number - 1].outer_end if number else 0
    start = max(paragraph.sentence_start(stretch.outer_start), floor)
    end = paragraph.sentence_end(max(stretch.outer_end - 1, 0))
    lead_end = text[floor : stretch.outer_start].rstrip()[-1:]
    runs_on = bool(lead_end) and lead_end not in ".!?…:)]"
    words = len(text[stretch.start : stretch.end].split())
    bare = not runs_on and not _LETTER.search(text[start : stretch.outer_start])
    if not (words >= 4 and text[stretch.start].isupper()):
        bare = bare and not _LETTER.search(text[stretch.outer_end : end])
    if bare and (words >= 3 or text[stretch.end - 1] in ".!?"):
        return Draft(stretch.start, stretch.end, "direct", None, None, True, 0.7)
    if number and words >= 2 and (previous := _same_cue(text, stretches[number - 1], stretch, found)):
        return replace(previous, start=stretch.start, end=stretch.end, kind="direct")
    cue = governing_cue(paragraph.doc, paragraph.cues, stretch, paragraph.token_at(stretch.start))
    if cue is not None:
        return Draft(stretch.start, stretch.end, "partial", cue, cue.head, False, 0.7)
    if runs_on and words >= 4 and (cue := _cut_off(paragraph, stretch, floor)):
        return Draft(stretch.start, stretch.end, "partial", cue, cue.head, False, 0.6)
    lead = text[start : stretch.outer_start].rstrip()
    if lead.endswith(":") and words >= 4:
        subject = _leading(paragraph, start, stretch.outer_start)
        return Draft(stretch.start, stretch.end, "direct", None, subject, False, 0.6) if subject else None
    if lead.endswith(",") and words >= 5 and text[stretch.start].isupper() and text[stretch.end - 1] in ".!?":
        subject = _leading(paragraph, start, stretch.outer_start, finite=True)
        return Draft(stretch.start, stretch.end, "direct", None, subject, False, 0.5) if subject else None
    return None


def _leading(paragraph: Paragraph, start: int, end: int, finite: bool = False) -> Token | None:
    """Whose words 'The mayor left this farewell, “…”' or 'Ana Ruiz, mayor: “…”' lead up to."""
    first, last = paragraph.token_at(start), paragraph.token_at(end)
    nouns = [t for t in paragraph.doc[max(first, last - _LEAD) : last] if t.pos_ in ("NOUN", "PROPN", "PRON")]
    subjects = [t for t in nouns if t.dep_ == "nsubj" and first <= t.head.i < last]
    if finite:
        return next((t for t in subjects if t.pos_ == "PRON" or t.ent_type_ == "PERSON"), None)
    if subjects:
        return subjects[0]
    return next((t for t in nouns if t.dep_ not in ("compound", "nmod", "poss")), None)


def _cut_off(paragraph: Paragraph, stretch: Stretch, floor: int) -> Cue | None:
    """The cue of the unfinished sentence before a mark at which the parser cut."""
    number = paragraph.cue_from(stretch.outer_start) - 1
    if number < 0:
        return None
    cue = paragraph.cues[number]
    between = paragraph.text[cue.token.idx : stretch.outer_start]
    near = cue.token.idx >= floor and len(between) < 80 and not re.search(r"[.!?]\s", between)
    return cue if near and cue.head is not None and cue.kind != "noun" else None


def _same_cue(text: str, before: Stretch, stretch: Stretch, found: Sequence[Draft]) -> Draft | None:
    """'“A,” he said, “B.”': the second piece belongs to the cue between the two."""
    between = text[before.outer_end : stretch.outer_start]
    if len(between) > 200 or not between.rstrip().endswith((",", ":", ";", "—", "–")):
        return None
    for draft in reversed(found):
        if draft.start == before.start and draft.cue and before.end <= draft.cue.token.idx < stretch.outer_start:
            return draft
    return None
