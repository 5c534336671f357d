"""A link to a passage: the article with these words highlighted and brought into sight; another article has none."""

from __future__ import annotations

import re

import pytest

from lib.store.engine import Store
from lib.view import View
from tests.ui.driving import html, open_page, query

ARTICLE = f"{3:016x}"
_MARKED = re.compile(r"<mark[^>]*>(.*?)</mark>", re.S)


def _words(store: Store, start: int, end: int) -> str:
    return str(store.rows("select text from articles where article_id = ?", [ARTICLE])[0][0])[start:end]


def test_the_words_are_highlighted_until_that_is_taken_away(store: Store) -> None:
    at = open_page("pages/article.py", article=ARTICLE, at="4-11")
    found = [re.sub("<[^>]+>", "", words) for words in _MARKED.findall(html(at))]
    assert "".join(found) == _words(store, 4, 11)
    assert 'id="dl-here"' in html(at)
    next(b for b in at.button if b.label == "Remove highlight").click().run()
    assert not _MARKED.findall(html(at))
    assert query(at) == {"article": ARTICLE}


@pytest.mark.parametrize(
    ("asked", "said"),
    [
        ({"article": ARTICLE, "at": "4-99999"}, "the article has only"),
        ({"at": "4-11"}, "no article is open"),
        ({"article": ARTICLE, "at": "11-4"}, "is not a passage such as"),
        ({"article": ARTICLE, "at": "<b>"}, "is not a passage such as"),
        ({"article": "f" * 16, "at": "4-11"}, "no article is open"),
    ],
)
def test_a_passage_that_is_not_there_is_said_to_be(asked: dict[str, str], said: str) -> None:
    at = open_page("pages/article.py", **asked)
    assert not at.exception
    assert any(said in warning.value for warning in at.warning)
    assert not _MARKED.findall(html(at))


def test_another_article_opens_without_the_passage() -> None:
    view = View(article=ARTICLE, at="4-11")
    assert view.but(sure=True).at == "4-11"
    assert view.but(article=f"{5:016x}").at == ""
    assert view.but(article=f"{5:016x}", at="1-2").at == "1-2"
