"""Uploads to a preview: read, compared with each other and with the corpus; nothing is written beside the corpus.

preview = understand([Upload("news.zip", data)], corpus, said=lambda n, name: …, stop=lambda: False)
"""

from __future__ import annotations

import tempfile
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import chain
from pathlib import Path

import pyarrow.parquet as pq

from lib.bring.preview import Preview, Understood, settled
from lib.bring.upload import Upload
from lib.build.problems import unwritable
from lib.generation import NoGenerationError, current
from lib.read import RawArticle, read
from lib.read.columns import Columns, columns_of
from lib.read.fetch import AT_MOST, fetch
from lib.read.limits import UPLOAD, Limits
from lib.read.network import Network
from lib.schema import Problem

#: Called with the number of articles understood so far and the name of the file being read.
Said = Callable[[int, str], None]
Items = Iterable[tuple[str, RawArticle | Problem]]


def understand(
    files: Sequence[Upload],
    corpus: Path | None = None,
    *,
    address: str = "",
    limits: Limits = UPLOAD,
    at_most: int = AT_MOST,
    network: Network | None = None,
    said: Said = lambda n, name: None,
    stop: Callable[[], bool] = lambda: False,
) -> Preview:
    """What is in the files, and at a web address or in a feed (at most ``at_most`` articles of it), in one preview.

    ``stop`` is asked after each article; what was understood before is given back. The caller decides whether fetching
    is allowed at all.
    """
    fetched = fetch(address, limits=limits, at_most=at_most, network=network) if address else ()
    items = chain(_items(files, limits), ((address, item) for item in fetched))
    names = [*(f.shown_name for f in files), *([address] if address else [])]
    return _preview(items, names, corpus, limits, said, stop)


def columns_of_upload(file: Upload, *, limits: Limits = UPLOAD) -> Columns | Problem:
    """The columns of an uploaded table, its first rows, and what each column is taken for."""
    with tempfile.TemporaryDirectory(prefix="dateline-") as folder:
        path = Path(folder) / file.safe_name
        path.write_bytes(file.data)
        return columns_of(path, limits=limits, shown=file.shown_name)


def _items(files: Sequence[Upload], limits: Limits) -> Iterator[tuple[str, RawArticle | Problem]]:
    for file in files:
        # A folder a file: two files of one name stay two, and the name, which may name the outlet, stays as it is.
        with tempfile.TemporaryDirectory(prefix="dateline-") as folder:
            path = Path(folder) / file.safe_name
            path.write_bytes(file.data)
            for item in read(path, columns=file.columns, limits=limits, shown=file.shown_name):
                yield file.shown_name, item


def _preview(
    items: Items, names: list[str], corpus: Path | None, limits: Limits, said: Said, stop: Callable[[], bool]
) -> Preview:
    there = _texts_of(corpus) if corpus is not None else {}
    articles: list[Understood] = []
    problems: list[Problem] = []
    mine: dict[tuple[str, str], list[Problem]] = {}
    stopped = False
    for name, item in items:
        if isinstance(item, Problem):
            problems.append(item)
            if item.where:
                mine.setdefault((item.path, item.where), []).append(item)
            continue
        if len(articles) == limits.articles:
            what, why = (
                f"there are more than {limits.articles:,} articles",
                f"{limits.articles:,} can be brought at once",
            )
            problems.append(Problem(name, "", what, why, "bring the rest in a second time, or use python -m lib.build"))
            break
        if fault := _unwritable(item):
            problems.append(fault)
            continue
        about = tuple(mine.get((item.path, item.where), ()))
        same = tuple(there.get(hash(item.text), ()))
        articles.append(Understood(len(articles), _unnamed(item), in_corpus=same, problems=about))
        said(len(articles), name)
        if stop():
            stopped = True
            break
    return Preview(settled(articles), tuple(problems), stopped, tuple(names))


def _unwritable(raw: RawArticle) -> Problem | None:
    """The problem of words that no table can hold, which the build would leave out."""
    for words in (raw.text, raw.title, raw.source, raw.author, raw.url, raw.source_evidence, raw.published_evidence):
        try:
            words.encode()
        except UnicodeEncodeError as error:
            return unwritable(raw.path, raw.where, error.start)
    return None


def _unnamed(raw: RawArticle) -> RawArticle:
    """An id that an upload brings along is not believed: only a corpus knows under which id it keeps an article."""
    return replace(raw, known_as="")


def _texts_of(corpus: Path) -> dict[int, list[tuple[str, str]]]:
    """Hash of a text → source and place of the articles of the current generation that have it."""
    try:
        path = current(corpus) / "articles.parquet"
    except NoGenerationError:
        return {}
    found: dict[int, list[tuple[str, str]]] = {}
    with pq.ParquetFile(path) as file:
        for batch in file.iter_batches(500, columns=["text", "title", "source", "path"]):
            for row in batch.to_pylist():
                named: Mapping[str, str] = row
                shown = named["title"][:80] or named["path"]
                source = f" ({named['source']})" if named["source"] else ""
                place = (named["source"], f"in the corpus: {shown}{source}")
                found.setdefault(hash(named["text"]), []).append(place)
    return found
