"""Past, present and future without a date: 'now', 'recently', 'soon', 'the past'."""

from __future__ import annotations

import re
from dataclasses import replace

from lib.find.times.context import Answer, Context, absolute
from lib.find.times.grammar import Match
from lib.find.times.numbers import words

_AT_ONLY = ("the moment", "this moment", "this time", "this point", "the present time")
_NOUN = ("NN", "NNS", "NNP", "NNPS", "CD", "JJ")


def that_time(_: Match, context: Context) -> Answer:
    """'at that time', 'by that point': the date named before, else the past."""
    said = context.previous(3)
    if said is None:
        return absolute("PAST_REF", "that-time", "points to the past", interval=None, anchor_how="none")
    return replace(
        context.counted_from(said, said.value, "that-time", f"is the time named before, “{said.text}”", 0.6),
        interval=said.interval,
    )


def reference(match: Match, context: Context) -> Answer | None:
    """The reference, or None where the word means something else ('as soon as', 'once he left', 'the past tense')."""
    word = match.get("reference")
    before, after = context.before.rstrip(), context.after.lstrip()
    if word in _AT_ONLY and not re.search(r"\b(?:at|for|until|from|by)$", before):
        return None
    if word == "soon" and re.match(r"(?:after|before|there)", after):
        return None  # 'soon after the vote': how long after
    if word == "soon" and (re.search(r"\b(?:as|so|too|how)$", before) or after.startswith(("as ", "enough"))):
        return None
    if word == "now" and after.startswith("that "):
        return None
    if context.after.startswith("-"):
        return None  # 'the now-defunct firm', 'the soon-to-open bridge': part of another word
    if word == "once" and not _is_former(context, after, before):
        return None
    if word in ("the past", "the future", "the present", "the recent past") and context.next_tag in _NOUN:
        return None
    if word in ("current", "recent") and context.tag not in ("JJ", "NN"):
        return None
    if word in ("current",) and context.next_tag not in _NOUN:
        return None
    value = words("references")[word]
    if word in ("this time", "this moment", "this point") and _told(context):
        value = "PAST_REF"
    side = {"PAST_REF": "past", "PRESENT_REF": "present", "FUTURE_REF": "future"}[value]
    return absolute(value, f"{side}-reference", f"points to the {side} without a date", interval=None,
                    anchor_how="none", score=0.8)  # fmt: skip


def _told(context: Context) -> bool:
    """'At this point the troops turned back': a story's own present."""
    tense = context.tense()
    return tense.kind == "past" and tense.strong and not re.match(r"(?:has|have|'ve|'s)\b", tense.word)


def _is_former(context: Context, after: str, before: str) -> bool:
    """'was once a minister', but not 'once he left', 'once more', 'more than once', 'at once', 'once a week'."""
    if re.search(r"\b(?:at|than|not|only|just|for|more|all|even)$", before) or context.tag != "RB":
        return False
    if re.match(r"(?:again|more|every|per|and|in|or|before|they|he|she|it|we|you|the|his|their|[,.;])", after):
        return False
    return bool(re.search(r"\b(?:was|were|had|who|which|that|is|are)$", before)) or after.startswith("-")
