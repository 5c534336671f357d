"""Golden files of the readers: ``python -m tests.read.regenerate`` writes each ``expected.json`` anew.

Review the diff before it is committed: it is what users will get.
"""

import dataclasses
import json
from pathlib import Path

from lib.read import RawArticle, read

GOLDEN = Path(__file__).parent / "golden"


def cases() -> list[Path]:
    return sorted(path for path in GOLDEN.iterdir() if path.is_dir())


def result(case: Path) -> list[dict[str, object]]:
    """What the reader gives for a case's input, as plain values; paths without their folder."""
    (source,) = (path for path in case.iterdir() if path.name != "expected.json")
    rows = []
    for item in read(source):
        kind = "article" if isinstance(item, RawArticle) else "problem"
        rows.append({"is": kind, **dataclasses.asdict(item), "path": source.name})
    return json.loads(json.dumps(rows, default=str))


if __name__ == "__main__":
    for case in cases():
        expected = json.dumps(result(case), indent=1, ensure_ascii=False)
        (case / "expected.json").write_text(expected + "\n", encoding="utf-8")
