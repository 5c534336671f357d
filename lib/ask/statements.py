"""Every statement of the view as a table to take away: what a page of claims shows of one page, for all pages.

every_statement(store, view).rows[0][:3]      # ('Two ferries collided.', 'Ash Post', date(2022, 2, 3))
"""

from __future__ import annotations

from dataclasses import dataclass

from lib.evidence import Mark
from lib.store.conditions import row_conditions, sentence_conditions, where
from lib.store.engine import Store
from lib.store.facts import total
from lib.view import View

#: Sentences in the table.
MOST = 5_000
COLUMNS = (
    "claim", "outlet", "published", "statement", "attributed to", "speaker", "certainty", "evidence", "score",
    "claim id", "article", "start", "end", "url",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Statements:
    """Rows in the order of ``COLUMNS``, of ``n`` sentences in view; those of one claim stand together."""

    rows: list[tuple[object, ...]]
    n: int

    @property
    def title(self) -> str:
        whole = len(self.rows) == self.n
        return "Every statement in view" if whole else f"The first {len(self.rows):,} of {self.n:,} statements in view"


def every_statement(store: Store, view: View) -> Statements:
    """The first ``MOST`` sentences in view that state a claim, each with its article, offsets and address."""
    condition, values = where([*sentence_conditions(view), *row_conditions(view, "statements")])
    rows = store.rows(
        "select c.gist, a.source_name, a.published, substr(a.text, f.start_at + 1, f.end_at - f.start_at),"
        " f.attribution, coalesce(f.speaker_group, ''), f.certainty, f.standing, f.score, c.claim_id, a.article_id,"
        " f.start_at, f.end_at, a.url from statements f"
        " join sentences s on s.sentence_no = f.sentence_no join articles a on a.article_no = f.article_no"
        f" join claims c on c.claim_no = f.claim_no{condition} order by c.claim_no, s.sentence_no, f.start_at limit ?",
        [*values, MOST],
    )
    return Statements(rows, len(rows) if len(rows) < MOST else total(store, view, Mark("statements")))
