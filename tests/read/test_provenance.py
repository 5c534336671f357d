"""Source and day from a text's own words and from file names, with the words as evidence."""

import datetime as dt
from pathlib import Path

import pytest

from lib.read import RawArticle, read
from lib.read.filename import from_filename
from lib.read.provenance import day_in, partial_day_in, source_in

REAL = Path(__file__).resolve().parents[2] / ".." / "shared" / "real"
BODY = "The ministers met on Thursday and said that the talks would go on for a week."


@pytest.mark.parametrize(
    ("text", "source"),
    [
        (f"(CNN) — {BODY}", "CNN"),
        (f"KYIV, Feb 3 (Harbor Wire) — {BODY}", "Harbor Wire"),
        (f"{BODY}\n\nSource: Harbor Wire", "Harbor Wire"),
        (f"Source: www.cnn.com\n\n{BODY}", "CNN"),
        (f"{BODY}\n\n© 2022 The Altberg Gazette. All rights reserved.", "The Altberg Gazette"),
        (f"{BODY}\n\nCopyright (c) 2019 Bay Post", "Bay Post"),
        (f"{BODY}\n\n© 2022, www.quayside.com", "quayside.com"),
        (f"WASHINGTON (AP) — {BODY}\n\n© 2022 Bay Post", "Bay Post"),
        (
            f"BAY POST | WORLD\nTalks open in the capital\n\nOSLO (AP) — {BODY}\n\n© 2022 Altberg Media Group",
            "Bay Post",
        ),
        (f"{BODY}\n\n© 2022 Quay News Agency\n© Altberg Media Group", "Altberg Media Group"),
        (f"OSLO (Quay News Agency) — {BODY}", "Quay News Agency"),
        (f"{BODY}\n\n© 2022 The New York Times Company", "The New York Times"),
    ],
)
def test_source_in_text(text: str, source: str) -> None:
    found = source_in(text)
    assert found is not None
    assert found.value == source
    assert found.evidence in text


@pytest.mark.parametrize(
    "text",
    [
        BODY,
        f"{BODY} The party (AP) won. The union — an old one — lost.",
        f"{BODY}\n\nCopyright law was on the agenda too, they said.",
        "Sources say: nothing. " + BODY,
    ],
)
def test_no_source_is_made_up(text: str) -> None:
    assert source_in(text) is None


@pytest.mark.parametrize(
    ("text", "day", "words"),
    [
        (f" date 2022-02-04 What comes next? 3:39\n\n{BODY}", dt.date(2022, 2, 4), "date 2022-02-04"),
        (f"Published: Feb 4, 2022 10:31 GMT\n\n{BODY}", dt.date(2022, 2, 4), "Published: Feb 4, 2022"),
        (f"Updated Feb 6, 2022\nPublished Feb 4, 2022\n\n{BODY}", dt.date(2022, 2, 4), "Published Feb 4, 2022"),
        (f"By Jane Doe, 4 February 2022\n\n{BODY}", dt.date(2022, 2, 4), "By Jane Doe, 4 February 2022"),
        (f"PORT ANSEL, Feb. 3, 2022 (AP) — {BODY}", dt.date(2022, 2, 3), "PORT ANSEL, Feb. 3, 2022"),
        (f"PTI | Ansel | Updated: 29-03-2022 18:49 IST\n{BODY}", dt.date(2022, 3, 29), "Updated: 29-03-2022"),
        (f"Thursday, February 3, 2022\n\n{BODY}", dt.date(2022, 2, 3), "Thursday, February 3, 2022"),
    ],
)
def test_day_in_text(text: str, day: dt.date, words: str) -> None:
    found = day_in(text)
    assert found is not None
    assert (found.value, found.evidence) == (day, words)


@pytest.mark.parametrize(
    "text",
    [
        f"KYIV, Feb 3 (Harbor Wire) — {BODY}",
        f"{BODY} The treaty was signed on 4 February 2012.",
        f"February 4, 2012 was the day on which it all began. {BODY}",
        f"{BODY}\n\n© 2022 Bay Post",
    ],
)
def test_a_day_of_the_story_is_not_its_publication(text: str) -> None:
    assert day_in(text) is None


def test_a_part_of_the_day_is_kept_as_evidence() -> None:
    assert partial_day_in(f"KYIV, Feb 3 (Harbor Wire) — {BODY}") == "KYIV, Feb 3"
    assert partial_day_in(f" date 2022-06 {BODY}") == "date 2022-06"
    assert partial_day_in(f"{BODY}\n\n© 2022 Bay Post") == "© 2022"
    assert partial_day_in(BODY) == ""


@pytest.mark.parametrize(
    ("name", "source", "day"),
    [
        ("2022-02-03_harbor-wire_talks-open.txt", "Harbor Wire", dt.date(2022, 2, 3)),
        ("harbor-wire-20220203.txt", "Harbor Wire", dt.date(2022, 2, 3)),
        ("harbor_wire_2022-02-03.txt", "Harbor Wire", dt.date(2022, 2, 3)),
        ("cnn_2022-02-03_talks.txt", "CNN", dt.date(2022, 2, 3)),
        ("2022-02-03_bbc.txt", "BBC", dt.date(2022, 2, 3)),
        ("2022-02-03_talks-fail.txt", "", dt.date(2022, 2, 3)),
        ("Bay Post 3 Feb 2022.txt", "Bay Post", dt.date(2022, 2, 3)),
        ("2022-02-03_harbor_wire_talks_open.txt", "Harbor Wire", dt.date(2022, 2, 3)),
        ("2022-02-03_ministers_meet_in_geneva.txt", "", dt.date(2022, 2, 3)),
        ("reuters.txt", "Reuters", None),
        ("002_146ba93acd382285.txt", "", None),
        ("000_ed9559371da34140.txt", "", None),
        ("article_12.txt", "", None),
        ("20220231.txt", "", None),
        ("ministers-meet-in-geneva.txt", "", None),
    ],
)
def test_file_name(name: str, source: str, day: dt.date | None) -> None:
    found = from_filename(name)
    assert (found.source, found.day) == (source, day)


@pytest.mark.parametrize("line", ["© 2022 Altberg Media Group", "(c) 2022 Quay News Agency. For subscribers."])
def test_a_file_name_outranks_companies_and_agencies(line: str, tmp_path: Path) -> None:
    path = tmp_path / "2022-02-03_bay-post_talks.txt"
    path.write_text(f"{BODY}\n\n{line}", encoding="utf-8")
    (article,) = read(path)
    assert isinstance(article, RawArticle)
    assert (article.source, article.source_how) == ("Bay Post", "filename")


def test_what_is_given_wins(tmp_path: Path) -> None:
    path = tmp_path / "cnn_2022-02-03.txt"
    path.write_text(BODY, encoding="utf-8")
    (article,) = read(path, source="Bay Post", published=dt.date(2021, 1, 1))
    assert isinstance(article, RawArticle)
    assert (article.source, article.source_how) == ("Bay Post", "given")
    assert (article.published, article.published_how) == (dt.date(2021, 1, 1), "given")


@pytest.mark.parametrize(
    ("name", "source", "day", "titled"),
    [
        ("000_ed9559371da34140.txt", "CNN", dt.date(2022, 2, 4), False),
        ("002_146ba93acd382285.txt", "Global Defense Corp", None, True),
    ],
)
def test_real_articles(name: str, source: str, day: dt.date | None, titled: bool) -> None:
    path = REAL / name
    if not path.exists():
        pytest.skip("the folder shared/real is absent: it holds publishers' text that is not in the repository")
    (article,) = read(path)
    assert isinstance(article, RawArticle)
    assert (article.source, article.source_how) == (source, "text")
    assert (article.published, bool(article.title)) == (day, titled)
    assert article.text == path.read_text(encoding="utf-8")
