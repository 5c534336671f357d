"""corpus.toml says what a corpus is, and what in it could not be used is a problem."""

import pytest

from lib.build.corpus_file import read_corpus_file


def test_all_fields(tmp_path):
    path = tmp_path / "corpus.toml"
    path.write_text('title = " Border talks "\nnote = "Invented."\nfirst = 2022-01-10\n', encoding="utf-8")
    assert read_corpus_file(path) == ({"title": "Border talks", "note": "Invented.", "first": "2022-01-10"}, [])


@pytest.mark.parametrize(
    ("content", "says"),
    [
        (b'title = "Talks', "cannot be read"),
        (b"\xff\xfe", "cannot be read"),
        (b"title = 7", "title = 7"),
        (b'first = "soon"', "first = 'soon'"),
        (b"first = 2022-01-10T10:00:00", "first = datetime"),
        (b'tilte = "Talks"', "tilte = 'Talks'"),
    ],
)
def test_what_cannot_be_used_is_a_problem(tmp_path, content, says):
    path = tmp_path / "corpus.toml"
    path.write_bytes(content)
    about, (problem,) = read_corpus_file(path)
    assert about == {}
    assert says in problem.what
    assert 'title = "…"' in problem.why
