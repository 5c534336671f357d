"""Inputs to articles: every file is read once, every article gets its id, its marks and a place in the spool.

    intake = take_in(options, version, spool, progress)
    intake.entries, intake.problems, intake.inputs

One bad file or article becomes a ``Problem``; the others are read.
"""

from __future__ import annotations

import datetime as dt
import hashlib
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from lib.build import problems
from lib.build.corpus_file import CORPUS_FILE, read_corpus_file
from lib.build.corrected import Corrected
from lib.build.entries import Entry
from lib.build.options import Options
from lib.build.parsed import key_of
from lib.build.progress import Progress
from lib.build.spool import Spool
from lib.build.stages import mark
from lib.build.versions import file_digest
from lib.read import RawArticle, expand, read
from lib.read.fetch import fetch, is_address
from lib.read.registry import shown_path
from lib.schema import Article, Problem


@dataclass(frozen=True, slots=True)
class InputFile:
    """One file that was read."""

    path: str
    sha256: str
    n_bytes: int
    n_articles: int


@dataclass(slots=True)
class Intake:
    """What came of the inputs; the articles themselves are in the spool."""

    inputs: list[InputFile] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)
    #: What the corpus says of itself; the first file that says it wins.
    about: dict[str, str] = field(default_factory=dict)
    #: article_id → what is kept of it in memory.
    entries: dict[str, Entry] = field(default_factory=dict)
    #: What people corrected of days and of what is not the body.
    corrected: Corrected = field(default_factory=Corrected)


def article_id(source: str, text: str) -> str:
    """First 16 hex digits of the SHA-256 of source and text."""
    return hashlib.sha256(f"{source}\0{text}".encode()).hexdigest()[:16]


def take_in(options: Options, version: str, spool: Spool, progress: Progress) -> Intake:
    """Read every input into the spool; ``version`` of the finders goes into the keys of their rows."""
    addresses = [given for given in options.inputs if is_address(given)]
    found, missing = expand([given for given in options.inputs if not is_address(given)])
    intake = Intake(problems=list(missing), corrected=Corrected.of(options.into))
    files = []
    for path in found:
        if path.name == CORPUS_FILE:
            about, faults = read_corpus_file(path)
            intake.about = {**about, **intake.about}
            intake.problems += faults
        elif not path.name.casefold().startswith("readme"):
            files.append(path)
    if options.title is not None:
        intake.about["title"] = options.title
    for path in progress.through(files, "reading", "files"):
        _take_file(path, options, version, spool, intake)
    for address in progress.through(addresses, "reading from the web", "addresses") if addresses else ():
        _take_address(address, options, version, spool, intake)
    return intake


def _take_file(path: Path, options: Options, version: str, spool: Spool, intake: Intake) -> None:
    n = 0
    for item in _read(path, options):
        if isinstance(item, Problem):
            intake.problems.append(item)
        else:
            n += _take_article(item, version, spool, intake)
    try:
        intake.inputs.append(InputFile(shown_path(path), file_digest(path), path.stat().st_size, n))
    except OSError as error:
        intake.problems.append(problems.failed("read", shown_path(path), error))


def _take_address(address: str, options: Options, version: str, spool: Spool, intake: Intake) -> None:
    """What was fetched has no file; its texts stand for it in the build's facts."""
    n, n_bytes, digest = 0, 0, hashlib.sha256()
    for item in _fetch(address, options):
        if isinstance(item, Problem):
            intake.problems.append(item)
        else:
            data = item.text.encode("utf-8", "replace")
            n_bytes += len(data)
            digest.update(data + b"\0")
            n += _take_article(item, version, spool, intake)
    intake.inputs.append(InputFile(address.strip(), digest.hexdigest(), n_bytes, n))


def _fetch(address: str, options: Options) -> Iterator[RawArticle | Problem]:
    try:
        yield from fetch(
            address, source=options.source or "", published=options.published,
            limits=options.limits, at_most=options.at_most,
        )  # fmt: skip
    except Exception as error:  # one bad address never stops the others
        yield problems.failed("fetch", address, error)


def _read(path: Path, options: Options) -> Iterator[RawArticle | Problem]:
    try:
        yield from read(
            path, source=options.source or "", published=options.published,
            columns=options.columns, limits=options.limits,
        )  # fmt: skip
    except Exception as error:  # one bad file never stops the others
        yield problems.failed("read", shown_path(path), error)


def _take_article(raw: RawArticle, version: str, spool: Spool, intake: Intake) -> int:
    """Add one article to the spool; 1 where it was added, else 0."""
    for words in (raw.text, raw.title, raw.source, raw.author, raw.url, raw.published_evidence, raw.source_evidence):
        try:
            words.encode()
        except UnicodeEncodeError as error:
            intake.problems.append(problems.unwritable(raw.path, raw.where, error.start))
            return 0
    article = intake.corrected.article(_article(raw))
    if (known := intake.entries.get(article.article_id)) is not None:
        intake.problems.append(problems.twice(raw.path, raw.where, known.place))
        return 0
    try:
        spans = intake.corrected.spans(article, mark(article))
    except problems.StageFailedError as error:
        intake.problems.append(problems.failed(error.stage, raw.path, error.__cause__ or error, raw.where))
        return 0
    place = f"{raw.path} {raw.where}".strip()
    key = key_of(article, spans, version)
    intake.entries[article.article_id] = Entry(key, place, article.source, article.published, article.published_how)
    intake.problems += [problems.note(article, raw.where, said) for said in raw.notes]
    spool.add(article, spans)
    return 1


def _article(raw: RawArticle) -> Article:
    known = raw.known_as or article_id(raw.source, raw.text)
    return Article(
        article_id=known,
        source=raw.source,
        source_how=raw.source_how,
        source_evidence=raw.source_evidence,
        title=raw.title,
        published=raw.published,
        published_start=raw.published,
        published_end=day_after(raw.published),
        published_how=raw.published_how if raw.published else "unknown",
        published_evidence=raw.published_evidence,
        url=raw.url,
        author=raw.author,
        language=raw.language,
        text=raw.text,
        n_words=0,
        origin_id=known,
        story_id="",
        path=raw.path,
    )


def day_after(day: dt.date | None) -> dt.date | None:
    return day + dt.timedelta(days=1) if day else None
