"""What a page's JSON-LD and dates say, where they also speak of other articles or can be read in two ways."""

import datetime as dt
import json

import pytest

from lib.read import read
from tests.read.making import FIRST, SECOND, TITLE

URL = "https://www.harborwire.example/world/ferry-talks"
OTHER = {"@type": "NewsArticle", "headline": "An older story", "datePublished": "2019-05-05T10:00:00Z",
         "author": {"@type": "Person", "name": "Olga Other"}}  # fmt: skip
OWN = {"@type": "NewsArticle", "headline": TITLE, "datePublished": "2022-02-03T23:30:00-05:00"}
LISTED = {"@type": "ItemList", "itemListElement": [{"@type": "ListItem", "item": OTHER}]}


def script(data):
    data = data if isinstance(data, str) else json.dumps({"@context": "https://schema.org", **data})
    return f'<script type="application/ld+json">{data}</script>'


def page(*blocks, head="", top="", title=TITLE):
    return (
        f"<!doctype html><html><head><title>{title} | Harbor Wire</title>{head}{''.join(map(script, blocks))}</head>"
        f"<body><article><h1>{title}</h1>{top}" + f"<p>{FIRST}</p><p>{SECOND}</p>" * 2 + "</article></body></html>"
    )  # fmt: skip


def read_page(folder, html):
    (folder / "a.html").write_text(html)
    (article,) = read(folder / "a.html")
    return article


GRAPH = {
    "@graph": [
        {"@type": "WebSite", "name": "Harbor Wire"},
        OTHER,
        OWN | {"author": [{"@id": "#jane"}], "publisher": {"@id": "#org"}},
        {"@type": "Person", "@id": "#jane", "name": "Jane Doe"},
        {"@type": "Organization", "@id": "#org", "name": "Harbor Wire"},
    ]
}


@pytest.mark.parametrize(
    "blocks",
    [
        (LISTED, OWN),
        (OWN, LISTED),
        (GRAPH,),
        (OTHER, OWN),
        ("{ not: json,, <", OTHER, OWN),
        ("<!-- " + json.dumps({"@context": "https://schema.org", "@graph": [OTHER, OWN]})[:-1] + ",} -->",),
        ({"@type": "WebPage", "mainEntity": OWN, "hasPart": [OTHER]},),
        (OTHER, OWN | {"headline": "Another headline", "mainEntityOfPage": {"@id": URL}}),
        (OTHER, OWN | {"headline": "Another headline", "url": "/world/ferry-talks/"}),
        ({"@type": "Article", "url": "http://[broken", "mainEntityOfPage": 3, "@id": None}, OWN),
        (OWN | {"@type": ["Article", "LiveBlogPosting"], "liveBlogUpdate": [OTHER, OTHER | {"headline": TITLE}]},),
        (LISTED, OWN | {"headline": "A headline that the page does not show"}),
    ],
)
def test_the_day_is_that_of_the_pages_own_article(tmp_path, blocks):
    article = read_page(tmp_path, page(*blocks, head=f'<link rel="canonical" href="{URL}">'))
    assert (article.published, article.published_how) == (dt.date(2022, 2, 3), "metadata")
    assert article.title != OTHER["headline"]
    assert article.published_evidence == "datePublished of the page's JSON-LD, 2022-02-03T23:30:00-05:00"
    assert "Other" not in article.author


@pytest.mark.parametrize(
    "blocks",
    [
        (LISTED,),
        (OTHER, OTHER | {"headline": "One more story", "datePublished": "2020-06-06"}),
        (OTHER | {"url": "https://www.harborwire.example/world/older"},),
        (OWN, OWN | {"datePublished": "2021-01-01"}),
    ],
)
def test_the_day_of_no_other_article_is_taken(tmp_path, blocks):
    article = read_page(tmp_path, page(*blocks, head=f'<link rel="canonical" href="{URL}">'))
    assert (article.title, article.published, article.author) == (TITLE, None, "")


def test_author_and_publisher_stand_elsewhere_in_the_graph(tmp_path):
    article = read_page(tmp_path, page(GRAPH))
    assert (article.author, article.source) == ("Jane Doe", "Harbor Wire")


def test_another_storys_headline_is_not_the_pages(tmp_path):
    bare = page(OTHER, OWN).replace(f"<h1>{TITLE}</h1>", "")
    assert read_page(tmp_path, bare).title == TITLE


@pytest.mark.parametrize(
    ("head", "top"),
    [
        ('<meta name="date" content="03/04/2022">', ""),
        ("", '<p class="date">Published 03/04/2022</p>'),
        (script(OWN | {"datePublished": "03/04/2022"}), ""),
    ],
)
def test_a_day_that_can_be_two_is_assumed(tmp_path, head, top):
    article = read_page(tmp_path, page(head=head, top=top))
    assert (article.published, article.published_how) == (dt.date(2022, 4, 3), "assumed")
    assert "2022-03-04 (month first)" in article.published_evidence


@pytest.mark.parametrize(
    ("head", "day"),
    [
        ('<meta name="date" content="03/14/2022">', dt.date(2022, 3, 14)),
        (
            '<meta name="date" content="03/04/2022"><meta property="article:published_time" content="2022-04-03">',
            dt.date(2022, 4, 3),
        ),
    ],
)
def test_a_day_with_one_reading_is_the_pages(tmp_path, head, day):
    article = read_page(tmp_path, page(head=head))
    assert (article.published, article.published_how) == (day, "metadata")
