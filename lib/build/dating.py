"""Publication days that nobody stated: inferred where the articles allow it, else left unknown, never today."""

from __future__ import annotations

from collections.abc import Mapping

from spacy.language import Language

from lib.build.entries import Entry
from lib.build.parsed import ParsedRows
from lib.build.progress import Progress
from lib.build.spool import Spool
from lib.schema import Problem


def date_undated(
    spool: Spool, entries: Mapping[str, Entry], store: ParsedRows, nlp: Language, version: str, progress: Progress
) -> list[Problem]:
    return []
