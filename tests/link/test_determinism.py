"""Names, entities and aliases do not depend on the order in which Python's sets happen to be walked."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]

SCRIPT = """
from lib.find.names import find_names
from lib.find.parse import load_model, parse
from lib.link.consistency import Lexicon
from lib.link.entities import link
from lib.quality.gold import GoldDocument, article

TEXTS = (
    "Ida Marsh met Ola Renn and Petra Renn in Orn. Renn's party, the Harbour Union (HU), lost. Marsh's own won. "
    "The Hegel Union (HU) of Zentrix Inc. sued Zentrix. Sir Ola Ren left for Ukriane.",
    "Petra Renn and Ida F. Marsh came from Ukraine. Renn spoke first, then Ida Marsh. Zentrix Holdings grew. "
    "The HU was silent. Volodymyr Zelenskyy called Zelensky's office in Kiev, and Kyiv's mayor called Renn.",
)
rows = []
for number, text in enumerate(TEXTS):
    rows.append(find_names(parse(article(GoldDocument(f"a{number}", text, [])), [], load_model())))
lexicon = Lexicon.from_mentions(m for row in rows for m in row)
linked = link(m for row in rows for m in row)
print(rows, sorted(lexicon.by_first.items()), linked.entities, linked.aliases, list(linked.relabel(rows[1])))
"""


def _run(seed: str) -> str:
    environment = {**os.environ, "PYTHONHASHSEED": seed}
    done = subprocess.run([sys.executable, "-c", SCRIPT], cwd=ROOT, env=environment, capture_output=True, text=True)
    assert done.returncode == 0, done.stderr
    return done.stdout


def test_the_hash_seed_changes_nothing() -> None:
    first, second = _run("0"), _run("1")
    assert "Ida Marsh" in first
    assert first == second
