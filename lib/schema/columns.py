"""What a column says of itself, and the closed vocabularies that some columns keep to."""

from __future__ import annotations

import re
from dataclasses import field
from typing import Any

#: Entity and source ids, corpus names: anything readable without the characters that URLs and lists use.
ID = re.compile(r"[^\s,;:=&?#%<>\"'/\\\x00-\x1f\x7f\ud800-\udfff]{1,120}")
# Closed vocabularies. A value outside of them is refused on write, so a chart never meets a surprise.
PUBLISHED_HOW = ("metadata", "text", "filename", "given", "inferred", "assumed", "unknown")
SOURCE_HOW = ("metadata", "text", "filename", "given", "unknown")
SPAN_KINDS = ("headline", "dateline", "caption", "promo", "boilerplate", "stray")
LABELS = ("PERSON", "ORG", "COUNTRY", "PLACE", "GROUP", "PRODUCT", "EVENT", "OTHER")
ACTOR_LABELS = ("PERSON", "ORG", "COUNTRY")
ROLES = ("name", "metonym", "demonym", "acronym", "title", "pronoun")
TIMEX_TYPES = ("DATE", "TIME", "DURATION", "SET")
PRECISIONS = (
    "time", "day", "weekend", "week", "range", "month", "season", "quarter", "half",
    "year", "decade", "century", "vague", "none",
)  # fmt: skip
#: 'original': the day of the article that had these words first, of which this one is a copy.
ANCHOR_HOW = ("published", "dateline", "previous", "event", "explicit", "original", "none")
STATUSES = ("happened", "planned", "alleged", "background")
QUOTE_KINDS = ("direct", "partial", "indirect")
ATTRIBUTIONS = ("named", "anonymous", "institution", "document", "outlet")
HEDGES = ("exactly", "about", "at least", "at most", "between")
STANDINGS = ("asserted", "evidence shown", "evidence withheld", "challenged", "denied")
#: 'hedge': numbers that can be one and the same, but are given more or less exactly ('74', 'dozens').
#: 'opposite': one says that something is so, the other that it is not.
DIFFERENCES = ("opposite", "number", "hedge", "date", "attribution", "certainty")
CERTAINTIES = ("stated", "hedged", "denied")
TIES = ("does", "undergoes", "is described as")


def column(doc: str, *, allowed: tuple[str, ...] | None = None) -> Any:
    """A dataclass field that carries its meaning and, where it is closed, its vocabulary."""
    return field(metadata={"doc": doc, "allowed": allowed})
