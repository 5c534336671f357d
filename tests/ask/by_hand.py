"""The small corpus as pandas frames, to compute by hand what the questions answer."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

import pandas as pd

from lib.generation import current

COUNTED = ("articles", "sentences", "mentions", "events", "quotes", "words", "times")


@dataclass(frozen=True)
class Frames:
    """Every fact's rows with the outlet and the day of report beside them."""

    articles: pd.DataFrame
    sentences: pd.DataFrame
    mentions: pd.DataFrame
    events: pd.DataFrame
    quotes: pd.DataFrame
    words: pd.DataFrame
    times: pd.DataFrame

    @classmethod
    def read(cls, corpus: Path) -> Frames:
        folder = current(corpus)
        found = {name: pd.read_parquet(folder / f"{name}.parquet") for name in COUNTED}
        about = found["articles"][["article_id", "source", "published", "text"]].rename(columns={"text": "article"})
        for name in COUNTED[1:]:
            found[name] = found[name].merge(about, on="article_id")
        found["sentences"]["said"] = [
            row.article[row.start : row.end] for row in found["sentences"].itertuples(index=False)
        ]
        return cls(**found)

    def naming(self, *entities: str) -> pd.DataFrame:
        """(article_id, sentence_id) of the sentences that name any of these."""
        rows = self.mentions[self.mentions["entity_id"].isin(entities)]
        return rows[["article_id", "sentence_id"]].drop_duplicates()

    def inside(self, fact: str, sentences: pd.DataFrame) -> pd.DataFrame:
        """A fact's rows in these sentences."""
        return getattr(self, fact).merge(sentences, on=["article_id", "sentence_id"])  # type: ignore[no-any-return]
