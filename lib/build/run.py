"""One build from inputs to the switched pointer; the current generation is touched by nothing before that.

    summary = build(options, Progress(quiet=True))

Order: lock, read and mark, parse what is new, infer missing days, name outlets, link, compare, write, derive, switch,
clean up.
"""

from __future__ import annotations

import datetime as dt
import hashlib
import shutil
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pyarrow.parquet as pq

from lib import generation
from lib.build.dating import date_undated, still_undated
from lib.build.facts import build_facts, run_facts
from lib.build.intake import Intake, take_in
from lib.build.lock import hold
from lib.build.memory import MANY, done_with
from lib.build.options import Options
from lib.build.outlets import name_outlets
from lib.build.parsed import ParsedRows
from lib.build.parsing import parse_missing
from lib.build.problems import without_vectors
from lib.build.progress import Progress
from lib.build.spool import Spool
from lib.build.summary import Summary
from lib.build.versions import model_of, stage_versions
from lib.build.writing import Writer, in_order, write_tables
from lib.find.parse import load_model
from lib.relate.encoder import load_encoder
from lib.relate.vectors import why_no_vectors
from lib.schema import Problem
from lib.store.serving import derive

PARSED = "parsed"
VECTORS = "vectors"
SCRATCH = ".scratch"


class NothingUsableError(RuntimeError):
    """No article of the inputs could be used; ``problems`` say why."""

    def __init__(self, problems: list[Problem]) -> None:
        super().__init__("no article could be used")
        self.problems = problems


def build(options: Options, progress: Progress) -> Summary:
    """Build one generation and make it current. Raises ``CorpusBusyError`` and ``NothingUsableError``."""
    started = dt.datetime.now(dt.UTC)
    corpus = options.into
    with hold(corpus), _scratch(corpus) as scratch:
        generation.remove_unfinished(corpus)
        if options.rebuild:
            shutil.rmtree(corpus / PARSED, ignore_errors=True)
        progress.stage("loading the model")
        nlp = load_model(options.model)
        model = model_of(nlp)
        version = f"{stage_versions()['find']} {model}"
        store = ParsedRows(corpus / PARSED)
        with Spool(scratch) as spool:
            intake = take_in(options, version, spool, progress)

        kept = {known for known, entry in intake.entries.items() if entry.key in store}
        intake.problems += parse_missing(spool, intake.entries, store, nlp, progress)
        first_keys = {entry.key for entry in intake.entries.values() if entry.key in store}
        intake.problems += date_undated(spool, intake.entries, store, nlp, version, progress)
        entries = {known: entry for known, entry in intake.entries.items() if entry.key in store}
        intake.problems += still_undated(spool, entries)
        name_outlets(entries)
        many = len(entries) >= MANY
        if many:
            del nlp
            done_with(load_model)
        if no_vectors := why_no_vectors():
            intake.problems.append(without_vectors(no_vectors))
        if not entries:
            raise NothingUsableError(intake.problems)

        name = generation.new_name(corpus, started, _content(intake, version))
        draft = generation.unfinished(corpus, name)
        writer = Writer(draft, scratch, in_order(entries))
        counts = write_tables(writer, spool, entries, store, corpus / VECTORS, intake.problems, progress)
        run = run_facts(started, dt.datetime.now(dt.UTC), name, len(entries.keys() - kept))
        writer.whole("build", build_facts(intake.inputs, intake.about, model, counts, run, no_vectors))
        if many:
            done_with(load_encoder)
        progress.stage("deriving the file that the app reads")
        derive(draft)
        spans = pq.read_table(draft / "spans.parquet", columns=["kind"])
        kinds = spans.group_by("kind").aggregate([("kind", "count")]).to_pylist()
        generation.finish(corpus, name)
        generation.switch(corpus, name)
        generation.prune(corpus)
        store.keep_only(first_keys | {entry.key for entry in entries.values()})
        return Summary(
            corpus=corpus,
            generation=name,
            seconds=(dt.datetime.now(dt.UTC) - started).total_seconds(),
            n_files=len(intake.inputs),
            sources=Counter(entry.source for entry in entries.values()),
            n_reused=len(entries.keys() & kept),
            counts=counts,
            marked=Counter({str(row["kind"]): int(row["kind_count"]) for row in kinds}),
            published_how=Counter(entry.published_how for entry in entries.values()),
            problems=intake.problems,
        )


def _content(intake: Intake, version: str) -> str:
    """What a generation is made of, as a hash: the inputs' bytes and the finders."""
    whole = repr((version, sorted((file.path, file.sha256) for file in intake.inputs)))
    return hashlib.sha256(whole.encode("utf-8", "surrogateescape")).hexdigest()


@contextmanager
def _scratch(corpus: Path) -> Iterator[Path]:
    folder = corpus / SCRATCH
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir()
    try:
        yield folder
    finally:
        shutil.rmtree(folder, ignore_errors=True)
