"""What a robots.txt asks for, by the rules of RFC 9309, and by its own examples."""

import time

import pytest

from lib.read.fetch import fetch
from lib.read.network import Guard
from lib.read.robots import Robots
from lib.read.rules import Rules
from lib.schema import Problem
from tests.read.test_fetch import HTML, PAGE, ROBOTS, Made

SITE = "https://www.harborwire.example"


def _may(rules: str, path: str) -> bool:
    return Rules.of(rules, "Dateline").allow(SITE + path)


@pytest.mark.parametrize(
    ("rules", "forbidden", "allowed"),
    [
        ("User-agent: *\nAllow: /\nDisallow: /private\n", "/private/1", "/news"),  # the longest, not the first
        ("User-agent: *\nDisallow: /\nAllow: /news\n", "/1", "/news/1"),
        ("User-agent: *\nDisallow: /page\nAllow: /page\n", "", "/page"),  # as long: what allows
        ("User-agent: *\nDisallow: /*/print\n", "/a/b/print?x", "/print"),
        ("User-agent: *\nDisallow: /*.pdf$\n", "/a/b.pdf", "/a/b.pdf.html"),
        ("User-agent: *\nDisallow: /a*b*a$\n", "/abba", "/aba/b"),
        ("User-agent: *\nDisallow: /a*ba$\n", "/aba", "/abab"),
        ("User-agent: *\nDisallow: /*ab*ba$\n", "/abba", "/aba"),  # no letter counts twice
        ("User-agent: *\nDisallow: /$\n", "/", "/news"),
        ("User-agent: *\nDisallow: /*?page=\n", "/news?page=2", "/news?x=2"),
        ("User-agent: *\nDisallow: /a\n\nUser-agent: *\nDisallow: /b\n", "/b", "/c"),  # all groups of one name
        ("User-agent: dateline\nDisallow: /a\n\nUser-agent: Dateline/1.0\nDisallow: /b\n", "/b", "/c"),
        ("User-agent: Dateline\nDisallow: /a\n\nUser-agent: *\nDisallow: /\n", "/a", "/b"),
        ("User-agent: *\n\nDisallow: /b\n", "/b", "/c"),  # a blank line ends nothing
        ("User-agent: x\nUser-agent: *\nSitemap: /s\nDisallow: /b # all of it\n", "/b", "/c"),
        ("User-agent: date\nDisallow: /\n", "", "/b"),  # another program's name
        ("User-agent: *\nDisallow:\n", "", "/b"),
        ("\ufeffUser-agent: *\r\nDISALLOW : /b\r\n", "/b", "/c"),
        ("User-agent: *\nDisallow: /fähre\n", "/f%c3%a4hre", "/fahre"),
        ("User-agent: *\nDisallow: /%7eada/\n", "/~ada/1", "/ada"),
        ("User-agent: *\nDisallow: /a%2Fb\n", "/a%2fb", "/a/b"),
        ("Disallow: /\n", "", "/b"),  # for nobody
        ("<html>Disallow: /</html>", "", "/b"),
        ("", "", "/b"),
    ],
)
def test_what_may_be_fetched(rules: str, forbidden: str, allowed: str) -> None:
    assert _may(rules, allowed)
    assert not forbidden or not _may(rules, forbidden)


@pytest.mark.parametrize(("asked", "pause"), [("4", 4.0), ("2.5", 2.5), ("0", 1.0), ("600", 10.0), ("nan", 1.0)])
def test_the_pause_that_a_site_asks_for(asked: str, pause: float) -> None:
    network = Made({ROBOTS: (200, {}, f"User-agent: *\nCrawl-delay: {asked}\n".encode())})
    assert Robots(Guard(network)).pause(PAGE) == pause


def test_a_page_that_a_pattern_forbids_is_not_fetched() -> None:
    network = Made({ROBOTS: (200, {}, b"User-agent: *\nAllow: /\nDisallow: /*rries$\n"), PAGE: (200, HTML, b"")})
    (found,) = fetch(PAGE, network=network)
    assert isinstance(found, Problem)
    assert [url for url, _ in network.asked] == [ROBOTS]


def test_a_hostile_file_takes_no_time() -> None:
    rules = "User-agent: *\n" + ("Disallow: /" + "*a" * 1_000 + "*b$\n") * 250  # 500,000 signs, as many as are read
    start = time.process_time()
    assert _may(rules, "/" + "a" * 2_000)
    assert time.process_time() - start < 5
