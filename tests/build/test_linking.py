"""What the corpus adds to an article's names takes nothing else along."""

import pyarrow.parquet as pq

from lib.build import stages
from lib.build.linking import Sorted, added_mentions
from lib.build.progress import Progress
from lib.build.writing import outside
from lib.quality.gold import GoldDocument, article
from lib.schema import TABLES, MarkedSpan, Mention, Sentence, Word
from lib.tables import to_table
from tests.build.conftest import STRIKE, TALKS, UNDATED


def _word(article_id, start, end):
    return Word(article_id, 0, start, end, "w", "w", "NOUN")


def test_words_that_became_names_are_words_no_more():
    words = to_table(Word, [_word("a", 0, 5), _word("a", 6, 9), _word("b", 6, 9), _word("a", 10, 12)])
    name = Mention("a", 0, 6, 10, "Voss", "PERSON", "", "name", "consistency", 0.6)
    kept = outside(words, {"a": [name], "c": [name]}).to_pylist()
    assert [(row["article_id"], row["start"]) for row in kept] == [("a", 0), ("b", 6), ("a", 10)]


def test_no_content_word_stands_in_a_name(built):
    named = {}
    for row in built.rows("mentions"):
        named.setdefault(row["article_id"], set()).update(range(row["start"], row["end"]))
    words = built.rows("words")
    assert words
    assert not [row for row in words if row["start"] in named.get(row["article_id"], ())]


def test_copies_of_one_story_share_their_origin(desk):
    desk.write("wire.txt", TALKS)
    desk.write("copy.txt", TALKS.replace("Harbor Wire", "The Morning Copy").replace("2022-02-04", "2022-02-05"))
    desk.write("strike.txt", STRIKE)
    assert desk.build() == 0
    wire, copy, strike = desk.rows("articles")
    assert (wire["source"], copy["source"]) == ("Harbor Wire", "The Morning Copy")
    assert wire["origin_id"] == copy["origin_id"] == wire["article_id"]
    assert strike["origin_id"] == strike["article_id"]


def test_a_name_that_the_corpus_confirms_is_found_where_it_was_missed(desk, monkeypatch):
    real = stages.find_names
    monkeypatch.setattr(
        stages,
        "find_names",
        lambda document: [m for m in real(document) if m.text != "Clara Voss" or "Vienna" in document.article.text],
    )
    desk.write("talks.txt", TALKS.replace("But nothing", "Clara Voss said that nothing"))
    desk.write("undated.txt", UNDATED)
    assert desk.build() == 0
    methods = {row["method"] for row in desk.rows("mentions") if row["text"] == "Clara Voss"}
    assert "consistency" in methods


def test_no_name_of_the_corpus_is_found_in_a_marked_span(tmp_path):
    text = "Voters met Photo: Clara Voss in Orn and then Clara Voss left."
    mark = text.index("Photo"), text.index(" in Orn")
    known = "Clara Voss left. Clara Voss came."
    names = [Mention("b", 0, at, at + 10, "Clara Voss", "PERSON", "", "name", "pattern", 0.9) for at in (0, 17)]
    rows = {
        "articles": [article(GoldDocument("a", text, [])), article(GoldDocument("b", known, []))],
        "sentences": [Sentence("a", 0, 0, len(text), 0), Sentence("b", 0, 0, len(known), 0)],
        "mentions": names,
        "spans": [MarkedSpan("a", *mark, "caption", "a photo's line")],
    }
    for table, values in rows.items():
        pq.write_table(to_table(TABLES[table], values), tmp_path / f"{table}.parquet")
    added = added_mentions(Sorted(tmp_path, tmp_path, tmp_path, ["a", "b"]), Progress(quiet=True))
    assert [m.start for m in added["a"]] == [text.rindex("Clara Voss")]
