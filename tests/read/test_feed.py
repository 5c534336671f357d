"""Feeds whose links say only a part of their address."""

import pytest

from lib.read import read
from lib.read.feed import NOWHERE, SUMMARY_ONLY, entries_of
from lib.read.raw import Given
from tests.read.making import FIRST, TITLE, rss

SITE = "https://www.harborwire.example"


def item(inner):
    return f"<item><title>{TITLE}</title>{inner}<description>{FIRST}</description></item>"


def atom(inner, head="", root=""):
    return (
        f'<feed xmlns="http://www.w3.org/2005/Atom"{root}><title>Harbor Wire</title>{head}'
        f"<entry><title>{TITLE}</title>{inner}<summary>{FIRST}</summary></entry></feed>"
    ).encode()


def without_site(data):
    return data.replace(f"<link>{SITE}</link>".encode(), b"")


@pytest.mark.parametrize(
    ("data", "url"),
    [
        (rss(item("<link>/world/talks</link>")), f"{SITE}/world/talks"),
        (rss(item("<link> world/talks?a=1&amp;b=2 </link>")), f"{SITE}/world/talks?a=1&b=2"),
        (rss(item("<link>//m.harborwire.example/talks</link>")), "https://m.harborwire.example/talks"),
        (rss(item("<guid>/world/talks</guid>")), f"{SITE}/world/talks"),
        (atom('<link href="talks"/>', root=f' xml:base="{SITE}/world/"'), f"{SITE}/world/talks"),
        (atom('<link href="talks" xml:base="/world/"/>', head=f'<link href="{SITE}/"/>'), f"{SITE}/world/talks"),
        (atom('<link href="talks"/>', head=f'<link rel="self" href="{SITE}/feeds/world.xml"/>'), f"{SITE}/feeds/talks"),
        (
            atom('<link href="b"/>', head=f'<link rel="self" href="{SITE}/feeds/x.xml"/><link href="/a/"/>'),
            f"{SITE}/a/b",
        ),
    ],
)
def test_a_relative_link_is_joined_to_the_feeds_address(tmp_path, data, url):
    (tmp_path / "a.xml").write_bytes(data)
    (article,) = read(tmp_path / "a.xml")
    assert article.url == url
    assert SUMMARY_ONLY in article.notes


def test_where_a_feed_was_fetched_from_is_the_last_thing_to_ask():
    data = without_site(rss(item("<link>/world/talks</link>")))
    (entry,) = entries_of(data, f"{SITE}/feeds/world.rss", Given())
    assert entry.found.url == f"{SITE}/world/talks"


@pytest.mark.parametrize(
    "data",
    [
        without_site(rss(item("<link>/world/talks</link>"))),
        rss(item("<guid>48213</guid>")),
        rss(item("<link>javascript:open()</link>")),
        rss(item("<link>http://[broken</link>")),
        rss(item("<link></link>")),
    ],
)
def test_a_summary_without_an_address_says_so(tmp_path, data):
    (tmp_path / "a.xml").write_bytes(data)
    (article,) = read(tmp_path / "a.xml")
    assert article.url == ""
    assert article.notes == (NOWHERE,)
