"""The sample corpus is what its README says, and holds no publisher's words."""

import csv
import html
import json
import re
import tomllib
from datetime import date
from itertools import combinations
from pathlib import Path

import pytest

from tests.gold.resolve import ARTICLES

REAL = ARTICLES.parents[2] / "shared" / "real"
NOT_ARTICLES = {"README.md", "corpus.toml"}
WIRE = {"2022-01-26_harbor-wire_written-replies.txt", "77be02ac9134.txt"}
#: Lines that an outlet repeats on its own pages.
FURNITURE = re.compile(r"(?m)^(?:If you found this|About · |© |A version of this|Corin Ashby|\(c\) ).*$")


def files() -> list[Path]:
    return sorted(path for path in ARTICLES.iterdir() if path.name not in NOT_ARTICLES)


def texts() -> dict[str, str]:
    """Every article's words by file name, and row where a file holds several."""
    found: dict[str, str] = {}
    for path in files():
        raw = path.read_bytes()
        try:
            text = raw.decode("utf-8-sig")
        except UnicodeDecodeError:
            text = raw.decode("cp1252")
        if path.suffix == ".csv":
            found |= {f"{path.name} {row['id']}": row["body"] for row in csv.DictReader(text.splitlines(keepends=True))}
        elif path.suffix == ".jsonl":
            lines = enumerate(text.splitlines(), start=1)
            found |= {f"{path.name} line {number}": json.loads(line)["text"] for number, line in lines}
        elif path.suffix == ".html":
            body = re.search(r'(?s)<h1>.*?(?=<(?:ul class="related"|section><h3|div class="tags"))', text)
            assert body is not None, path.name
            found[path.name] = html.unescape(re.sub(r"<[^>]+>", " ", body[0]))
        else:
            found[path.name] = text
    return found


def runs(text: str, length: int = 10) -> set[tuple[str, ...]]:
    words = re.findall(r"\w+(?:'\w+)?", FURNITURE.sub("", text).lower().replace("’", "'"))
    return {tuple(words[at : at + length]) for at in range(len(words) - length + 1)}


def test_the_readme_lists_every_file_and_the_right_number_of_articles() -> None:
    readme = (ARTICLES / "README.md").read_text(encoding="utf-8")
    assert [path.name for path in files() if path.name not in readme] == []
    assert int(re.search(r"(?m)^(\d+) articles", readme)[1]) == len(texts()) == 38  # type: ignore[index]


def test_the_corpus_says_that_it_is_invented_and_which_days_it_spans() -> None:
    corpus = tomllib.loads((ARTICLES / "corpus.toml").read_text(encoding="utf-8"))
    assert "invented" in corpus["note"]
    assert (corpus["first"], corpus["last"]) == (date(2022, 1, 10), date(2022, 2, 5))


def test_only_the_wire_story_is_told_twice() -> None:
    shared = {
        frozenset((a, b))
        for (a, words_a), (b, words_b) in combinations(((name, runs(text)) for name, text in texts().items()), 2)
        if len(words_a & words_b) > 1
    }
    assert shared == {frozenset(WIRE)}


def test_no_ten_words_in_a_row_are_a_publishers() -> None:
    if not REAL.is_dir():
        pytest.skip("../shared/real is absent: the publishers' articles to compare with are not part of the repository")
    real = set().union(*(runs(path.read_text(encoding="utf-8", errors="replace")) for path in REAL.glob("*.txt")))
    assert real
    assert {name: words for name, text in texts().items() if (words := runs(text) & real)} == {}
