"""corpus.toml gives a title and a note, and says what in it could not be used."""

import pytest

from lib.build.corpus_file import CorpusNote, read_corpus_file


def test_title_and_note(tmp_path):
    path = tmp_path / "corpus.toml"
    path.write_text('title = " Border talks "\nnote = "Invented."\n', encoding="utf-8")
    assert read_corpus_file(path) == (CorpusNote("Border talks", "Invented."), [])


@pytest.mark.parametrize(
    ("content", "says"),
    [
        (b'title = "Talks', "cannot be read"),
        (b"\xff\xfe", "cannot be read"),
        (b"title = 7", "title = 7"),
        (b'tilte = "Talks"', "tilte = 'Talks'"),
    ],
)
def test_what_cannot_be_used_is_a_problem(tmp_path, content, says):
    path = tmp_path / "corpus.toml"
    path.write_bytes(content)
    note, (problem,) = read_corpus_file(path)
    assert note == CorpusNote()
    assert says in problem.what
    assert "title = " in problem.remedy


def test_the_first_of_several_wins():
    assert CorpusNote("", "b").or_else(CorpusNote("c", "d")) == CorpusNote("c", "b")
