"""What the finders found, kept between builds: an article that did not change is not parsed again.

Rows are kept as they are *before* linking, because linking depends on the whole corpus. Each batch is a
folder named by the hash of its keys; an article's key says all that its rows depend on (``key_of``). A
batch appears by a rename, so a build that dies loses at most the batch that it was working on.

    store = ParsedRows(corpus / "parsed")
    if key not in store:
        store.add([(key, found)])
    for table in store.tables("mentions", {key}):
        ...
"""

from __future__ import annotations

import hashlib
import shutil
from collections.abc import Collection, Iterator, Sequence
from pathlib import Path
from typing import Any

import pyarrow as pa
import pyarrow.compute as pc
import pyarrow.parquet as pq

from lib.build.found import Found
from lib.generation import sync
from lib.schema import TABLES, Article, MarkedSpan
from lib.schema.scratch import SCRATCH_TABLES
from lib.tables import to_table

#: The tables that finders fill, one Parquet file each in a batch.
FOUND = (
    "sentences", "mentions", "times", "events", "quotes", "words", "quantities", "standings", "descriptions",
    "predicates",
)  # fmt: skip
_COLUMNS: list[pa.Field[Any]] = [
    pa.field("key", pa.string()),
    pa.field("article_id", pa.string()),
    pa.field("n_words", pa.int64()),
]
_KEYS = pa.schema(_COLUMNS)
_PART = ".part-"


def key_of(article: Article, spans: Sequence[MarkedSpan], version: str) -> str:
    """All that an article's rows depend on, as a hash; ``version`` stands for finders, vocabulary and model."""
    dates = (article.published, article.published_start, article.published_end, article.published_how)
    marks = [(s.start, s.end, s.kind) for s in spans]
    whole = repr((version, article.article_id, article.title, article.language, dates, marks))
    return hashlib.sha256(whole.encode("utf-8", "surrogatepass")).hexdigest()[:32]


class ParsedRows:
    """The batches in one folder; opening it reads their keys only (about 100 bytes an article)."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        folder.mkdir(parents=True, exist_ok=True)
        self._batch: dict[str, str] = {}
        self._known: dict[str, tuple[str, int]] = {}
        for path in sorted(p for p in folder.iterdir() if p.is_dir()):
            try:
                if path.name.startswith(_PART):
                    raise OSError("left by a build that died")
                self._remember(path.name, pq.read_table(path / "keys.parquet", schema=_KEYS))
            except (OSError, pa.ArrowException):
                shutil.rmtree(path, ignore_errors=True)

    def __contains__(self, key: str) -> bool:
        return key in self._batch

    def n_words(self, key: str) -> int:
        return self._known[key][1]

    def add(self, rows: Sequence[tuple[str, Found]]) -> None:
        """Keep one batch. Its articles must differ: a batch knows each by its id."""
        if not rows:
            return
        name = hashlib.sha256("".join(key for key, _ in rows).encode()).hexdigest()[:16]
        draft = self.folder / f"{_PART}{name}"
        shutil.rmtree(draft, ignore_errors=True)
        draft.mkdir()
        for table in FOUND:
            found = [row for _, article in rows for row in getattr(article, table)]
            self._write(draft / f"{table}.parquet", to_table((TABLES | SCRATCH_TABLES)[table], found))
        plain = [{"key": key, "article_id": f.article_id, "n_words": f.n_words} for key, f in rows]
        keys = pa.Table.from_pylist(plain, schema=_KEYS)
        self._write(draft / "keys.parquet", keys)
        shutil.rmtree(self.folder / name, ignore_errors=True)
        draft.rename(self.folder / name)
        self._remember(name, keys)

    def tables(self, name: str, wanted: Collection[str]) -> Iterator[pa.Table]:
        """The rows of one table for the wanted keys, one batch at a time."""
        for batch, ids in sorted(self._articles(wanted).items()):
            table = pq.read_table(self.folder / batch / f"{name}.parquet")
            yield table.filter(pc.is_in(table["article_id"], pa.array(sorted(ids), pa.string())))

    def keep_only(self, wanted: Collection[str]) -> int:
        """Delete the batches of which no article is wanted. Returns how many."""
        used = set(self._articles(wanted))
        unused = [p for p in self.folder.iterdir() if p.is_dir() and p.name not in used]
        for path in unused:
            shutil.rmtree(path, ignore_errors=True)
        return len(unused)

    def _articles(self, wanted: Collection[str]) -> dict[str, set[str]]:
        """Batch → ids of its wanted articles."""
        found: dict[str, set[str]] = {}
        for key in wanted:
            found.setdefault(self._batch[key], set()).add(self._known[key][0])
        return found

    def _remember(self, batch: str, keys: pa.Table) -> None:
        for row in keys.to_pylist():
            self._batch[row["key"]] = batch
            self._known[row["key"]] = (row["article_id"], row["n_words"])

    @staticmethod
    def _write(path: Path, table: pa.Table) -> None:
        pq.write_table(table, path, compression="zstd")
        sync(path)
