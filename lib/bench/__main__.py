"""``python -m lib.bench``: medians on the sample corpus and on generated ones, as a Markdown table.

python -m lib.bench                                # the sample, 1,000 and 10,000 generated articles
python -m lib.bench --articles 500 --repeat 3      # quicker
"""

from __future__ import annotations

import argparse
import os
import platform
import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path

from lib.bench.building import measure_building
from lib.bench.comparing import measure_comparing
from lib.bench.generated import IN_STORY, generate
from lib.bench.measure import Timing, measure, views
from lib.bench.start import measure_start
from lib.generation import NoGenerationError, current
from lib.store.engine import Store

ROOT = Path(__file__).resolve().parents[2]


def main(arguments: Sequence[str] | None = None) -> int:
    """Measure, print and write the report. 0 always: a slow machine is no failure."""
    given = _parser().parse_args(arguments)
    sections = []
    with tempfile.TemporaryDirectory(prefix="dateline-bench-") as place:
        corpora = [("sample", given.sample)]
        for n in given.articles:
            print(f"generating {n:,} articles …", file=sys.stderr)
            corpora.append((f"{n:,} generated articles", generate(Path(place) / str(n), n)))
        for name, folder in corpora:
            try:
                store = Store.open(current(folder))
            except (NoGenerationError, FileNotFoundError) as error:
                print(f"{name} left out: {error}", file=sys.stderr)
                continue
            print(f"measuring {name} …", file=sys.stderr)
            sections.append(section(name, store, measure(store, views(store), given.repeat)))
            store.close()
        started = measure_start(ROOT, given.sample if (given.sample / "CURRENT").is_file() else corpora[-1][1])
    print("measuring the build …", file=sys.stderr)
    built = measure_building(ROOT / "data" / "sample", given.repeat)
    print("measuring how comparing grows …", file=sys.stderr)
    grown = measure_comparing(tuple((n, max(1, n // IN_STORY)) for n in given.articles)) if given.articles else []
    parts = [head(), "## Start\n", table(("what", "seconds"), started), "## Build\n", table(("what", "value"), built)]
    parts += ["## Comparing\n", table(("what", "value"), grown)] if grown else []
    report = "\n".join([*parts, *sections])
    print(report)
    given.into.parent.mkdir(parents=True, exist_ok=True)
    given.into.write_text(report, encoding="utf-8")
    print(f"written to {given.into}", file=sys.stderr)
    return 0


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m lib.bench", description=__doc__.splitlines()[0])
    add = parser.add_argument
    add("--articles", type=int, nargs="*", default=[1000, 10_000], metavar="N", help="sizes of generated corpora")
    add("--repeat", type=int, default=5, metavar="N", help="runs of each view after its first")
    add("--sample", type=Path, default=ROOT / "data" / "built" / "sample", metavar="FOLDER", help="a built corpus")
    add("--into", type=Path, default=ROOT / "reports" / "bench.md", metavar="FILE", help="where the report goes")
    return parser


def head() -> str:
    """What it was measured on."""
    return f"# Speed\n\nPython {platform.python_version()}, {os.cpu_count()} cores, {platform.system()}.\n"


def section(name: str, store: Store, timings: Sequence[Timing]) -> str:
    """One corpus as a heading and a table."""
    sizes = ", ".join(f"{store.one(f'select count(*) from {t}'):,} {t}" for t in ("articles", "sentences", "mentions"))
    title = f"## Asking and drawing: {name}\n\n{sizes}. Milliseconds for all questions and charts of a page under one"
    title += " view, on the server, without the browser; the app keeps answers, so a view seen before costs less.\n"
    rows = [(t.page, f"{t.first:.0f}", f"{t.again:.0f}", f"{t.slowest:.0f}", t.slowest_view) for t in timings]
    return f"{title}\n" + table(("page", "first, median", "again, median", "slowest", "slowest view"), rows)


def table(columns: Sequence[str], rows: Sequence[Sequence[str]]) -> str:
    """A Markdown table."""
    lines = [columns, ["---"] * len(columns), *rows]
    return "\n".join("| " + " | ".join(line) + " |" for line in lines) + "\n"


if __name__ == "__main__":
    sys.exit(main())
