"""The corpus's own ``inputs/``: a file an addition, JSON lines of articles as they were kept (``lib.read.kept``).

    data/built/mine/inputs/20260203T101500-news-csv-1a2b.jsonl
    data/built/mine/inputs/.set-aside/…                             # additions that the current build is without

A corpus that was built from files elsewhere is copied in here once, before its first addition, from its own tables:
each article keeps its id and how its values are known, so that what was there stays as it was. That copy stays even
where the addition is taken back; it is made anew where another build is current by the next one.
"""

from __future__ import annotations

import datetime as dt
import json
import re
import secrets
from collections.abc import Iterator
from dataclasses import dataclass
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


@dataclass(frozen=True, slots=True)
class Written:
    """The files of an addition, so that they can be taken back."""

    addition: Path
    #: What else is there only because of it: a new corpus's title.
    about: tuple[Path, ...] = ()
    #: What the corpus had before it. It stays where no build comes of the addition.
    adopted: tuple[Path, ...] = ()


def folder_of(corpus: Path) -> Path:
    return corpus / FOLDER


def write_inputs(preview: Preview, corpus: Path, title: str = "") -> Written:
    """Write what the preview keeps. Hold both of the corpus's locks."""
    folder = folder_of(corpus)
    folder.mkdir(parents=True, exist_ok=True)
    before = set(folder.glob(_BEFORE.format("*")))
    has_additions = any(path.suffix == ".jsonl" and path not in before for path in folder.iterdir())
    adopted = () if has_additions else _adopt(corpus, folder)
    about = folder / CORPUS_FILE
    is_new = bool(title.strip()) and not about.exists()
    if is_new:
        about.write_text(_toml({"title": " ".join(title.split())[:200]}), encoding="utf-8")
    slug = re.sub(r"[^a-z0-9]+", "-", (preview.names[0] if preview.names else "").casefold()).strip("-")[:40]
    stamp = dt.datetime.now(dt.UTC).strftime("%Y%m%dT%H%M%S")
    name = f"{stamp}-{slug or 'articles'}-{secrets.token_hex(2)}.jsonl"
    lines = (kept_line(article.article, article.changes.fields) for article in preview.kept)
    return Written(_write(folder / name, lines), (about,) if is_new else (), adopted)


def take_back(written: Written, *, adopted: bool = False) -> None:
    """Remove what ``write_inputs`` wrote, because no build came of it; ``adopted`` where the whole corpus goes."""
    for path in (written.addition, *written.about, *(written.adopted if adopted else ())):
        path.unlink(missing_ok=True)


def is_built_from(corpus: Path, addition: Path) -> bool:
    """Whether the current generation was built from an addition."""
    try:
        return addition.name in _inputs_of(current(corpus))
    except FileNotFoundError:  # there is no generation, or it does not say
        return False


def set_aside(corpus: Path, generation_name: str) -> None:
    """Let ``inputs/`` hold the additions that a generation was built from; the others wait in ``.set-aside``."""
    folder, aside = folder_of(corpus), folder_of(corpus) / ASIDE
    if not folder.is_dir():
        return
    built_from = _inputs_of(corpus / generation.FOLDER / generation_name)
    aside.mkdir(exist_ok=True)
    for path in [*folder.iterdir(), *aside.iterdir()]:
        if path.is_file() and OURS.fullmatch(path.name):
            path.rename((folder if path.name in built_from else aside) / path.name)


def _inputs_of(built: Path) -> set[str]:
    """Names of the files that a generation was built from."""
    facts = pq.read_table(built / "build.parquet").to_pylist()
    return {Path(fact["name"]).name for fact in facts if fact["kind"] == "input"}


def _adopt(corpus: Path, folder: Path) -> tuple[Path, ...]:
    """Write the articles that a corpus has already as one file; the files that are new, none where it has no build."""
    try:
        built = current(corpus)
    except NoGenerationError:
        return ()
    mine = folder / _BEFORE.format(built.name)
    for older in folder.glob(_BEFORE.format("*")):
        if older != mine:  # left by an addition that was taken back, before this build; an older build may need it
            (folder / ASIDE).mkdir(exist_ok=True)
            older.rename(folder / ASIDE / older.name)
    about = {f["name"]: f["value"] for f in pq.read_table(built / "build.parquet").to_pylist() if f["kind"] == "corpus"}
    said = folder / CORPUS_FILE
    is_new = bool(about) and not said.exists()
    if is_new:
        said.write_text(_toml(about), encoding="utf-8")
    _write(mine, _lines_of(built / "articles.parquet"))
    return (said, mine) if is_new else (mine,)


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
