"""The pairs of sentences: each snippet stands once in its article, the counts are what the guide promises."""

from functools import cache
from pathlib import Path

import pytest

from lib.quality.claims_gold import ArticleKey, ClaimsGold, read_pairs
from lib.read import RawArticle, read
from lib.schema import Problem

ROOT = Path(__file__).resolve().parents[2]
#: Folder of the pairs, folder of the articles.
SETS = {
    "claims": (ROOT / "tests/gold/claims", ROOT / "data/sample"),
    "stories": (ROOT / "tests/gold/stories", ROOT / "tests/gold/stories"),
}


@cache
def articles(path: Path) -> list[RawArticle]:
    return [one for one in read(path) if not isinstance(one, Problem)]


def article(folder: Path, key: ArticleKey) -> RawArticle:
    name, item = key
    there = articles(folder / name)
    if item is None:
        assert len(there) == 1, f"{name} holds {len(there)} articles: item is to say which"
    assert item is None or len(there) > 1
    return there[(item or 1) - 1]


@pytest.mark.parametrize("name", SETS)
class TestPairs:
    def gold(self, name: str) -> ClaimsGold:
        return read_pairs(SETS[name][0])

    def test_each_snippet_stands_once_in_its_article(self, name: str) -> None:
        for pair in self.gold(name).pairs:
            for side in (pair.a, pair.b):
                text = article(SETS[name][1], side.article).text
                start, end = side.place(text)
                assert text[start:end] == side.sentence
                assert "\n" not in side.sentence

    def test_the_two_sides_are_of_two_outlets(self, name: str) -> None:
        for pair in self.gold(name).pairs:
            first, second = (article(SETS[name][1], side.article) for side in (pair.a, pair.b))
            assert first.source != second.source or not first.source, pair

    def test_no_pair_is_judged_twice(self, name: str) -> None:
        judged = [frozenset((pair.a, pair.b)) for pair in self.gold(name).pairs]
        assert len(judged) == len(set(judged))

    def test_there_are_forty_shared_and_forty_near_misses(self, name: str) -> None:
        verdicts = [pair.same for pair in self.gold(name).pairs]
        assert verdicts.count(True) >= 40
        assert verdicts.count(False) >= 40

    def test_only_shared_pairs_differ_and_near_misses_say_why(self, name: str) -> None:
        for pair in self.gold(name).pairs:
            assert not pair.differs or pair.same is True, pair
            assert pair.why or pair.same is not False, pair

    def test_at_least_six_pairs_of_articles_are_complete(self, name: str) -> None:
        gold = self.gold(name)
        assert len(gold.complete) >= 6
        for pair in gold.complete:
            assert any({p.a.article, p.b.article} == set(pair) and p.same for p in gold.pairs), pair


def test_a_wrong_line_is_named(tmp_path: Path) -> None:
    (tmp_path / "pairs.jsonl").write_text('{"a": {"file": "x"}}\n', encoding="utf-8")
    with pytest.raises(ValueError, match=r"pairs\.jsonl line 1"):
        read_pairs(tmp_path)


def test_words_that_stand_twice_are_refused() -> None:
    side = read_pairs(SETS["claims"][0]).pairs[0].a
    with pytest.raises(ValueError, match="stands 2 times"):
        side.place(f"{side.sentence} and {side.sentence}")
