"""The ``build`` table: how a generation was made, so that it can be made again and trusted meanwhile.

Only the rows of kind 'run' differ between two builds of the same inputs by the same code.
"""

from __future__ import annotations

import datetime as dt
import platform
from collections.abc import Iterable, Mapping

from lib.build.intake import InputFile
from lib.build.versions import Model, stage_versions
from lib.relate.encoder import NAME as ENCODER
from lib.schema import BuildFact


def build_facts(
    inputs: Iterable[InputFile],
    about: Mapping[str, str],
    model: Model,
    counts: Mapping[str, int],
    run: Mapping[str, str],
    no_vectors: str | None,
) -> list[BuildFact]:
    """All facts, sorted by kind and name within the kinds' own order; ``no_vectors`` says why there are none."""
    facts = [BuildFact("corpus", name, value) for name, value in sorted(about.items())]
    facts += [BuildFact("stage", stage, version) for stage, version in stage_versions().items()]
    facts += [BuildFact("model", field, getattr(model, field)) for field in ("name", "version", "license")]
    vectors = f"none, by words alone: {no_vectors}" if no_vectors else ENCODER
    facts.append(BuildFact("model", "sentence vectors", vectors))
    facts += [
        BuildFact("input", file.path, f"sha256={file.sha256} bytes={file.n_bytes} articles={file.n_articles}")
        for file in sorted(inputs, key=lambda file: file.path)
    ]
    facts += [BuildFact("count", table, str(n)) for table, n in counts.items()]
    facts += [BuildFact("run", name, value) for name, value in run.items()]
    return facts


def run_facts(started: dt.datetime, finished: dt.datetime, generation: str, parsed: int) -> dict[str, str]:
    """When and on what it ran; times in UTC."""
    return {
        "generation": generation,
        "started": started.astimezone(dt.UTC).isoformat(timespec="seconds"),
        "finished": finished.astimezone(dt.UTC).isoformat(timespec="seconds"),
        "python": platform.python_version(),
        "articles parsed": str(parsed),
    }
