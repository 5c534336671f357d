"""What is understood of uploads, and what a person can set right before it is kept."""

import datetime as dt
import json

import pytest

from lib.bring import (
    Changes,
    Upload,
    columns_of_upload,
    limits_in_words,
    split_paste,
    understand,
)
from lib.bring.upload import pasted
from lib.read.columns import Columns
from lib.read.limits import Limits
from lib.schema import Problem
from tests.read import making
from tests.read.making import FIRST, SECOND, TITLE
from tests.read.test_fetch import HTML, PAGE, Made

TEXT = f"{TITLE}\n\nSource: Harbor Wire\nPublished: 2022-02-03\n\n{FIRST}\n\n{SECOND}\n\nRead more: five things to know"


def test_an_article_and_how_everything_in_it_is_known():
    preview = understand([Upload("talks.txt", TEXT.encode())])
    (article,) = preview.articles
    assert (article.title, article.source, article.source_how) == (TITLE, "Harbor Wire", "text")
    assert article.source_evidence == "Source: Harbor Wire"
    assert (article.published, article.published_how) == (dt.date(2022, 2, 3), "text")
    assert (article.place, article.text) == ("talks.txt", TEXT)
    assert {"headline", "promo"} & {span.kind for span in article.spans}
    assert 30 < article.n_words < len(TEXT.split())
    assert article.is_kept


def test_many_files_of_many_kinds_and_what_could_not_be_read():
    table = f'title,text\nFerries,"{FIRST}"\nPiers,"{SECOND}"\nNothing,\n'
    files = [
        Upload("news.csv", table.encode()),
        Upload("../../etc/letter.eml", making.letter("Trucks waited at the border on Monday, officials said.")),
        Upload("photo.png", b"\x89PNG"),
        Upload("scan.pdf", making.pdf([])),
    ]
    preview = understand(files)
    assert [article.place for article in preview.articles] == [
        "news.csv row 1", "news.csv row 2", "../../etc/letter.eml",
    ]  # fmt: skip
    assert [found.path for found in preview.problems] == ["news.csv", "photo.png", "scan.pdf"]
    assert all(found.what and found.why and found.remedy for found in preview.problems)


@pytest.mark.parametrize(
    ("name", "safe"),
    [
        ("news.csv", "news.csv"), ("../../etc/passwd.txt", "passwd.txt"), ("C:\\x\\a.txt", "a.txt"), ("", "file"),
        ("..", "file"), ("a\0b<script>.html", "a_b_script_.html"), ("x" * 300 + ".txt", "x" * 80 + ".txt"),
        ("crawl.warc.gz", "crawl.warc.gz"), ("/", "file"), (".txt", "txt"),
    ],
)  # fmt: skip
def test_a_name_leads_nowhere(name, safe):
    assert Upload(name, b"").safe_name == safe


def test_the_same_article_twice_is_said_and_kept_once():
    files = [Upload("a.txt", TEXT.encode()), Upload("b.txt", TEXT.encode())]
    preview = understand(files)
    first, second = preview.articles
    assert (first.duplicate_of, second.duplicate_of) == ("", "a.txt")
    assert not second.is_kept
    assert preview.changed(1, Changes(source="Bay Post")).articles[1].is_kept


def test_a_story_that_two_outlets_print_is_kept_twice():
    table = f'source,text\nHarbor Wire,"{FIRST}"\nBay Post,"{FIRST}"\n'
    preview = understand([Upload("a.csv", table.encode())])
    assert [article.duplicate_of for article in preview.articles] == ["", ""]
    assert preview.articles[1].same_text_as == "a.csv row 1"
    assert len(preview.kept) == 2


def test_what_is_set_by_hand_says_so_and_the_rest_stays():
    preview = understand([Upload("talks.txt", TEXT.encode())])
    changed = preview.changed(0, Changes(title="Ferries\x00\n again", source="Bay Post", published=dt.date(2022, 2, 4)))
    article = changed.articles[0]
    assert (article.title, article.source, article.source_how) == ("Ferries again", "Bay Post", "given")
    assert (article.published, article.published_how) == (dt.date(2022, 2, 4), "given")
    assert "by hand" in article.published_evidence
    assert article.text == TEXT
    assert preview.articles[0].title == TITLE
    unset = preview.changed(0, Changes(source="", no_day=True)).articles[0]
    assert (unset.source_how, unset.published, unset.published_how) == ("unknown", None, "unknown")
    same = preview.changed(0, Changes(source="Harbor Wire", published=dt.date(2022, 2, 3))).articles[0]
    assert (same.source_how, same.published_how) == ("text", "text")
    assert preview.changed(0, Changes(leave_out=True)).kept == ()
    with pytest.raises(IndexError, match="there is no article 7"):
        preview.changed(7, Changes())


def test_columns_are_shown_and_then_mapped():
    table = Upload("a.csv", f'words,day\n"{FIRST}",3 Feb 2022\n'.encode())
    assert understand([table]).articles == ()
    shown = columns_of_upload(table)
    assert isinstance(shown, Columns)
    assert (shown.names, shown.rows) == (("words", "day"), ((FIRST, "3 Feb 2022"),))
    (article,) = understand([Upload(table.name, table.data, {"text": "words", "published": "day"})]).articles
    assert article.published == dt.date(2022, 2, 3)
    assert isinstance(columns_of_upload(Upload("a.txt", b"x")), Problem)


def test_pasted_articles():
    preview = understand(pasted(split_paste(f"{TEXT}\n=====\n{SECOND}")))
    assert [article.place for article in preview.articles] == ["pasted text 1.txt", "pasted text 2.txt"]


def test_reading_can_be_stopped_and_says_how_far_it_is():
    said = []
    table = "text\n" + "".join(f"The talks went on for day {n} of the week.\n" for n in range(500))
    preview = understand(
        [Upload("a.csv", table.encode())], said=lambda n, name: said.append((n, name)), stop=lambda: len(said) == 20
    )
    assert (len(preview.articles), preview.stopped) == (20, True)
    assert said[-1] == (20, "a.csv")


def test_limits_are_stated_and_hold():
    assert ("one file of many articles", "100 MB") in limits_in_words()
    table = "text\n" + "".join(f"The talks went on for day {n} of the week.\n" for n in range(50))
    files = [Upload("a.csv", table.encode()), Upload("b.csv", table.replace("talks", "games").encode())]
    preview = understand(files, limits=Limits(articles=60))
    assert len(preview.articles) == 60
    assert "more than 60 articles" in preview.problems[-1].what


def test_an_id_that_an_upload_brings_is_not_believed():
    row = {"dateline": 1, "text": FIRST, "source_how": "metadata", "published_how": "unknown", "source": "Bay Post"}
    line = json.dumps(row | {"article_id": "0123456789abcdef"})
    (article,) = understand([Upload("a.jsonl", line.encode())]).articles
    assert (article.source, article.raw.known_as) == ("Bay Post", "")


def test_an_address():
    preview = understand((), address=PAGE, network=Made({PAGE: (200, HTML, making.page().encode())}))
    assert [article.title for article in preview.articles] == [TITLE]
    assert understand((), address="http://localhost/", network=Made({}, {"localhost": ["127.0.0.1"]})).problems
