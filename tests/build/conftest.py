"""A few invented articles on disk, and one finished build of them for the whole session."""

from dataclasses import dataclass
from pathlib import Path

import pyarrow.parquet as pq
import pytest

from lib.build.command import main
from lib.generation import current

TALKS = """Ministers meet in Vienna over grain exports

Source: Harbor Wire
Published: 2022-02-04

VIENNA — Finance Minister Clara Voss met her Polish counterpart on Thursday to discuss grain exports.
"We are close to an agreement," Voss said after the meeting. "But nothing is signed."

Poland sent 200 trucks to the border on Monday, according to the ministry. Voss plans to visit Warsaw next week.
"""
STRIKE = """Dock workers in Hamburg walk out

Source: Meridian Post
Published: 2022-02-05

Dock workers in Hamburg walked out on Friday after talks with Germany's port authority failed.
The union said that the strike would last until 9 February. Chancellor Olaf Brandt called it "a mistake".
"""
UNDATED = """Grain waits at the border

Source: Northgate Herald

Trucks with grain waited at the Polish border on Monday. Clara Voss said she would not sign.
Officials in Warsaw declined to comment on the waiting trucks.
"""


@dataclass(frozen=True)
class Desk:
    """A folder of inputs and a corpus to build them into."""

    inputs: Path
    corpus: Path

    def write(self, name, content):
        path = self.inputs / name
        path.write_bytes(content if isinstance(content, bytes) else content.encode())
        return path

    def build(self, *options):
        return main([str(self.inputs), "--into", str(self.corpus), "--quiet", *options])

    def table(self, name):
        return pq.read_table(current(self.corpus) / f"{name}.parquet")

    def rows(self, name):
        return self.table(name).to_pylist()

    def problems(self, path):
        return [row for row in self.rows("problems") if Path(row["path"]).name == path]


def desk_in(folder):
    (folder / "in").mkdir()
    return Desk(folder / "in", folder / "built" / "mine")


@pytest.fixture
def desk(tmp_path):
    return desk_in(tmp_path)


@pytest.fixture(scope="session")
def built(tmp_path_factory):
    """Three articles, a README and a corpus.toml, built once: tests must only read it."""
    desk = desk_in(tmp_path_factory.mktemp("built"))
    desk.write("talks.txt", TALKS)
    desk.write("strike.txt", STRIKE)
    desk.write("undated.txt", UNDATED)
    desk.write("README.md", "# These are invented articles and this is not one of them.\n")
    desk.write("corpus.toml", 'title = "Grain"\nnote = "Invented."\n')
    assert desk.build() == 0
    return desk
