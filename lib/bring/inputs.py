"""The corpus's own ``inputs/``: a file an addition, JSON lines of articles as they were kept (``lib.read.kept``).

    data/built/mine/inputs/20260203T101500-news-csv-1a2b.jsonl
    data/built/mine/inputs/.set-aside/…                             # additions that the current build is without

A corpus that was built from files elsewhere is copied in here once, before its first addition, from its own tables:
each article keeps its id and how its values are known, so that what was there stays as it was.
"""

from __future__ import annotations

import datetime as dt
import json
import re
import secrets
from collections.abc import Iterator
from pathlib import Path

import pyarrow.parquet as pq

from lib import generation
from lib.bring.preview import Preview
from lib.build.corpus_file import CORPUS_FILE
from lib.generation import NoGenerationError, current, sync
from lib.read import RawArticle
from lib.read.kept import kept_line
from lib.read.provenance import partial_day_in

FOLDER = "inputs"
ASIDE = ".set-aside"
#: Names of the files that this program writes there; others are left alone.
OURS = re.compile(r"\d{8}T\d{6}-.*\.jsonl")
#: The file that holds what a corpus had before its first addition: it sorts before every addition, and names the build.
_BEFORE = "00000000T000000-already-here-{}.jsonl"
_DAYS = ("first", "last")


def folder_of(corpus: Path) -> Path:
    return corpus / FOLDER


def write_inputs(preview: Preview, corpus: Path, title: str = "") -> list[Path]:
    """Write what the preview keeps; the files that are new, so that they can be taken back. Hold the corpus's lock."""
    folder = folder_of(corpus)
    folder.mkdir(parents=True, exist_ok=True)
    new = []
    if not any(path.suffix == ".jsonl" for path in folder.iterdir()) and (adopted := _adopt(corpus, folder)):
        new.append(adopted)
    about = folder / CORPUS_FILE
    if title.strip() and not about.exists():
        about.write_text(_toml({"title": " ".join(title.split())[:200]}), encoding="utf-8")
        new.append(about)
    slug = re.sub(r"[^a-z0-9]+", "-", (preview.names[0] if preview.names else "").casefold()).strip("-")[:40]
    stamp = dt.datetime.now(dt.UTC).strftime("%Y%m%dT%H%M%S")
    name = f"{stamp}-{slug or 'articles'}-{secrets.token_hex(2)}.jsonl"
    lines = (kept_line(article.article, article.changes.fields) for article in preview.kept)
    new.append(_write(folder / name, lines))
    return new


def take_back(files: list[Path]) -> None:
    """Remove files that ``write_inputs`` wrote, because no build came of them."""
    for path in files:
        path.unlink(missing_ok=True)


def set_aside(corpus: Path, generation_name: str) -> None:
    """Let ``inputs/`` hold the additions that a generation was built from; the others wait in ``.set-aside``."""
    folder, aside = folder_of(corpus), folder_of(corpus) / ASIDE
    if not folder.is_dir():
        return
    facts = pq.read_table(corpus / generation.FOLDER / generation_name / "build.parquet").to_pylist()
    built_from = {Path(fact["name"]).name for fact in facts if fact["kind"] == "input"}
    aside.mkdir(exist_ok=True)
    for path in [*folder.iterdir(), *aside.iterdir()]:
        if path.is_file() and OURS.fullmatch(path.name):
            path.rename((folder if path.name in built_from else aside) / path.name)


def _adopt(corpus: Path, folder: Path) -> Path | None:
    """The articles that a corpus has already, as one file; None where it has none."""
    try:
        built = current(corpus)
    except NoGenerationError:
        return None
    about = {f["name"]: f["value"] for f in pq.read_table(built / "build.parquet").to_pylist() if f["kind"] == "corpus"}
    if about and not (folder / CORPUS_FILE).exists():
        (folder / CORPUS_FILE).write_text(_toml(about), encoding="utf-8")
    return _write(folder / _BEFORE.format(built.name), _lines_of(built / "articles.parquet"))


def _lines_of(articles: Path) -> Iterator[str]:
    with pq.ParquetFile(articles) as file:
        for batch in file.iter_batches(500):
            for row in batch.to_pylist():
                stated = row["published_how"] not in ("inferred", "unknown")
                yield kept_line(
                    RawArticle(
                        text=row["text"], title=row["title"], source=row["source"], source_how=row["source_how"],
                        source_evidence=row["source_evidence"], published=row["published"] if stated else None,
                        published_how=row["published_how"] if stated else "unknown",
                        published_evidence=row["published_evidence"] if stated else partial_day_in(row["text"]),
                        url=row["url"], author=row["author"], language=row["language"], path=row["path"], where="",
                        known_as=row["article_id"],
                    )
                )  # fmt: skip


def _write(path: Path, lines: Iterator[str]) -> Path:
    """A whole file or none: written under a hidden name, then renamed."""
    draft = path.with_name(f".{path.name}.new")
    with draft.open("w", encoding="utf-8") as file:
        file.writelines(lines)
    sync(draft)
    draft.rename(path)
    sync(path.parent)
    return path


def _toml(about: dict[str, str]) -> str:
    """What a corpus says of itself as TOML; values are one line of printable text."""
    lines = []
    for name, value in about.items():
        printable = "".join(c if c.isprintable() else " " for c in value)
        lines.append(f"{name} = {value if name in _DAYS else json.dumps(printable, ensure_ascii=False)}\n")
    return "".join(lines)
