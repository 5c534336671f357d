"""Articles that are the same: the first of each text and outlet is kept, by what stands after a person's changes."""

import json

import pyarrow.parquet as pq
import pytest

from lib.bring import Changes, Upload, understand
from tests import corpora
from tests.read.making import FIRST, TITLE

OUT = Changes(leave_out=True)
NAMES = ("a.json", "b.json")


def twins(*sources):
    """A preview of one text under several outlets; an empty name is an outlet that is not known."""
    table = "title,source,text\n" + "".join(f'{TITLE},{source},"{FIRST}"\n' for source in sources)
    return understand([Upload("a.csv", table.encode())])


def kept(preview):
    return [article.number for article in preview.kept]


def test_the_second_stands_in_where_the_first_is_left_out():
    preview = twins("Harbor Wire", "Harbor Wire", "Harbor Wire")
    assert kept(preview) == [0]
    without = preview.changed(0, OUT)
    assert kept(without) == [1]
    assert [article.duplicate_of for article in without.articles] == ["", "", "a.csv row 2"]
    back = without.changed(0, Changes())
    assert kept(back) == [0]
    assert [article.duplicate_of for article in back.articles] == ["", "a.csv row 1", "a.csv row 1"]


def test_the_second_stands_in_where_the_first_is_of_another_outlet():
    preview = twins("Harbor Wire", "Harbor Wire").changed(0, Changes(source="Bay Post"))
    assert kept(preview) == [0, 1]
    assert preview.articles[1].same_text_as == "a.csv row 1"


def test_two_that_are_given_one_outlet_become_one():
    preview = twins("Harbor Wire", "Bay Post")
    assert kept(preview) == [0, 1]
    assert preview.articles[1].same_text_as == "a.csv row 1"
    same = preview.all_changed({n: Changes(source="The Northgate Herald") for n in range(2)})
    assert kept(same) == [0]
    assert (same.articles[1].duplicate_of, same.articles[1].same_text_as) == ("a.csv row 1", "")


@pytest.mark.parametrize(
    ("sources", "changes", "left"),
    [
        (("", ""), {}, [0]),
        (("Harbor Wire", ""), {}, [0]),
        (("", "Harbor Wire"), {}, [0]),
        (("", ""), {1: Changes(source="Bay Post")}, [0, 1]),
        (("", ""), {0: Changes(source="Bay Post")}, [0]),
        (("", ""), {0: Changes(source="Bay Post"), 1: Changes(source="Bay Post")}, [0]),
    ],
)  # fmt: skip
def test_an_outlet_that_is_not_known_may_be_any_until_one_is_named(sources, changes, left):
    assert kept(twins(*sources).all_changed(changes)) == left


def test_an_article_of_the_corpus_stays_the_first_until_another_outlet_is_named(tmp_path):
    built = corpora.build(tmp_path / "mine", n_articles=3)
    row = pq.read_table(built / "articles.parquet").to_pylist()[0]
    files = [Upload(name, json.dumps([{"source": row["source"], "text": row["text"]}]).encode()) for name in NAMES]
    preview = understand(files, tmp_path / "mine")
    assert kept(preview) == []
    place = f"in the corpus: {row['title']} ({row['source']})"
    assert [article.duplicate_of for article in preview.articles] == [place, place]
    assert kept(preview.changed(0, OUT)) == []
    named = preview.changed(1, Changes(source="Bay Post"))
    assert kept(named) == [1]
    assert named.articles[1].same_text_as == place
