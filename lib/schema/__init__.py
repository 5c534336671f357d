"""The tables are the contract: one frozen dataclass a row, one Arrow schema a table.

The build writes these tables and the app reads them; the two halves share nothing else. A row
class *is* the declaration: its fields give the columns, their types and (in ``doc``) their meaning.

    Sentence(article_id="a1", sentence_id=0, start=0, end=12, paragraph=0)

``lib.tables`` turns rows into Arrow tables and checks them.

Offsets are Unicode code points into ``Article.text``, end exclusive. A ``date_end`` is exclusive too.
"""

from __future__ import annotations

from lib.schema.articles import (
    Article,
    Copy,
    MarkedSpan,
    Problem,
    Sentence,
)
from lib.schema.builds import (
    BuildFact,
)
from lib.schema.columns import (
    ACTOR_LABELS,
    ANCHOR_HOW,
    ATTRIBUTIONS,
    CERTAINTIES,
    DIFFERENCES,
    HEDGES,
    LABELS,
    PRECISIONS,
    PUBLISHED_HOW,
    QUOTE_KINDS,
    ROLES,
    SOURCE_HOW,
    SPAN_KINDS,
    STANDINGS,
    STATUSES,
    TIES,
    TIMEX_TYPES,
    column,
)
from lib.schema.compared import (
    Claim,
    ClaimSentence,
    Difference,
    LedgerRow,
    Nearest,
    Story,
    Unshared,
)
from lib.schema.dates import (
    Event,
    Reading,
    TimeExpression,
)
from lib.schema.names import (
    Alias,
    ArticleEntity,
    Entity,
    Mention,
)
from lib.schema.said import (
    Description,
    Quantity,
    Quote,
    Standing,
    Word,
)

__all__ = [
    "ACTOR_LABELS",
    "ANCHOR_HOW",
    "ATTRIBUTIONS",
    "CERTAINTIES",
    "DIFFERENCES",
    "HEDGES",
    "LABELS",
    "PRECISIONS",
    "PUBLISHED_HOW",
    "QUOTE_KINDS",
    "ROLES",
    "SOURCE_HOW",
    "SPAN_KINDS",
    "STANDINGS",
    "STATUSES",
    "TABLES",
    "TIES",
    "TIMEX_TYPES",
    "Alias",
    "Article",
    "ArticleEntity",
    "BuildFact",
    "Claim",
    "ClaimSentence",
    "Copy",
    "Description",
    "Difference",
    "Entity",
    "Event",
    "LedgerRow",
    "MarkedSpan",
    "Mention",
    "Nearest",
    "Problem",
    "Quantity",
    "Quote",
    "Reading",
    "Sentence",
    "Standing",
    "Story",
    "TimeExpression",
    "Unshared",
    "Word",
    "column",
]

#: Every table, in the order in which the build writes them.
TABLES: dict[str, type] = {
    "articles": Article,
    "spans": MarkedSpan,
    "sentences": Sentence,
    "mentions": Mention,
    "entities": Entity,
    "aliases": Alias,
    "times": TimeExpression,
    "events": Event,
    "quotes": Quote,
    "words": Word,
    "copies": Copy,
    "quantities": Quantity,
    "ledger": LedgerRow,
    "standings": Standing,
    "descriptions": Description,
    "stories": Story,
    "claims": Claim,
    "claim_sentences": ClaimSentence,
    "differences": Difference,
    "nearest": Nearest,
    "unshared": Unshared,
    "problems": Problem,
    "article_entities": ArticleEntity,
    "build": BuildFact,
}
