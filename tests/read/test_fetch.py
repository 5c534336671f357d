"""Fetching without a network: what is asked for, what is refused, and what is said."""

import itertools

import pytest

from lib.read import RawArticle
from lib.read.fetch import fetch, is_address
from lib.read.limits import Limits
from lib.read.network import REDIRECTS, Answer, Guard, Refused
from lib.read.public import is_public
from lib.schema import Problem
from tests.read import making

PUBLIC = "93.184.216.34"
PAGE = "https://www.harborwire.example/ferries"
HTML = {"content-type": "text/html; charset=utf-8"}


class Made:
    """A network that is made up: address → (status, headers, pieces)."""

    def __init__(self, answers, hosts=None):
        self.answers, self.hosts, self.asked = answers, hosts or {}, []

    def addresses(self, host, port):
        found = self.hosts.get(host, [PUBLIC])
        if not found:
            raise OSError(-2, "Name or service not known")
        return found

    def get(self, url, address, within):
        self.asked.append((url, address))
        if url not in self.answers:
            return 404, {}, iter([b""])
        status, headers, body = self.answers[url]
        return status, headers, iter([body] if isinstance(body, bytes) else body)


def fetched(network, url=PAGE, **given):
    items = list(fetch(url, network=network, sleep=lambda seconds: None, **given))
    problems = [item for item in items if isinstance(item, Problem)]
    assert all(found.what and found.why and found.remedy for found in problems)
    return [item for item in items if isinstance(item, RawArticle)], problems


def test_a_page():
    network = Made({PAGE: (200, HTML, making.page().encode())})
    (article,), problems = fetched(network)
    assert (article.title, article.source, article.url, problems) == (making.TITLE, "Harbor Wire", PAGE, [])
    assert [url for url, _ in network.asked] == ["https://www.harborwire.example/robots.txt", PAGE]


@pytest.mark.parametrize(
    "address",
    [
        "127.0.0.1", "10.1.2.3", "172.16.0.1", "192.168.1.1", "169.254.169.254", "100.64.0.1", "0.0.0.0", "224.0.0.1",
        "255.255.255.255", "::1", "fe80::1%eth0", "fc00::1", "::ffff:127.0.0.1", "2002:7f00:1::", "64:ff9b::a00:1",
        "::", "ff02::1", "no address", "fec0::1", "64:ff9b:1::7f00:1", "::7f00:1", "::ffff:0:7f00:1", "192.0.0.8",
        "192.0.0.192", "192.88.99.1", "198.18.0.1", "203.0.113.9", "240.0.0.1", "168.63.129.16", "::ffff:168.63.129.16",
        "64:ff9b::a83f:8110", "2002:a83f:8110::1", "::5db8:d822", "4000::1", "5f00::1", "3fff::1", "100::1",
        "2001:db8::1", "2001:0:5db8:d822::1", "fd00:ec2::254",
    ],
)  # fmt: skip
def test_addresses_that_are_not_public_are_refused(address):
    assert not is_public(address)
    network = Made({PAGE: (200, HTML, making.page().encode())}, {"www.harborwire.example": [PUBLIC, address]})
    articles, (found,) = fetched(network)
    assert (articles, network.asked) == ([], [])
    assert "is not public" in found.what


@pytest.mark.parametrize(
    "address",
    [
        PUBLIC,
        "2606:2800:220:1:248:1893:25c8:1946",
        "64:ff9b::5db8:d822",
        "::ffff:5db8:d822",
        "192.0.1.1",
        "2a00:1450::1",
    ],
)
def test_public_addresses(address):
    assert is_public(address)


def test_a_redirect_inwards_is_refused():
    inward = {"location": "http://metadata.example/latest"}
    network = Made({PAGE: (302, inward, b"")}, {"metadata.example": ["169.254.169.254"]})
    _, (found,) = fetched(network)
    assert "'metadata.example' is not public" in found.what
    assert all("metadata" not in url for url, _ in network.asked)


@pytest.mark.parametrize("to", ["file:///etc/passwd", "gopher://x.example/", "ftp://x.example/a"])
def test_a_redirect_to_another_kind_of_address_is_refused(to):
    _, (found,) = fetched(Made({PAGE: (301, {"location": to}, b"")}))
    assert "no web address" in found.what


@pytest.mark.parametrize(
    ("url", "says"),
    [
        ("ftp://harborwire.example/a", "no web address"),
        ("https://user:pass@harborwire.example/", "user name"),
        ("https://harborwire.example:22/", "port 22"),
        ("https://[bad/", "no web address"),
        ("https:///path", "no web address"),
    ],
)
def test_what_is_no_address_of_a_page(url, says):
    network = Made({})
    _, (found,) = fetched(network, url)
    assert says in found.what
    assert network.asked == []


def test_the_connection_goes_to_the_address_that_was_checked():
    network = Made({PAGE: (200, HTML, making.page().encode())})
    found = iter([[PUBLIC], [PUBLIC], ["10.0.0.1"]])
    network.addresses = lambda host, port: next(found)
    fetched(network)
    assert {address for _, address in network.asked} == {PUBLIC}


def test_redirects_end():
    turns = {f"https://a.example/{n}": (302, {"location": f"/{n + 1}"}, b"") for n in range(REDIRECTS + 3)}
    answer = Guard(Made(turns)).get("https://a.example/0", 1000)
    assert isinstance(answer, Refused)
    assert "redirected more than" in answer.what


ROBOTS = "https://www.harborwire.example/robots.txt"


def test_robots_are_respected():
    rules = b"User-agent: *\nDisallow: /ferries\n"
    network = Made({ROBOTS: (200, {}, rules), PAGE: (200, HTML, making.page().encode())})
    articles, (found,) = fetched(network)
    assert (articles, [url for url, _ in network.asked]) == ([], [ROBOTS])
    assert "robots.txt does not allow /ferries" in found.what


@pytest.mark.parametrize(("status", "n"), [(404, 1), (403, 1), (500, 0), (503, 0)])
def test_robots_that_cannot_be_read(status, n):
    network = Made({ROBOTS: (status, {}, b""), PAGE: (200, HTML, making.page().encode())})
    articles, problems = fetched(network)
    assert (len(articles), len(problems)) == (n, 1 - n)


OTHER, ELSEWHERE = "https://other.example/private/ferries", "https://www.harborwire.example/private/ferries"
NO_PRIVATE = b"User-agent: *\nDisallow: /private"


@pytest.mark.parametrize("to", [OTHER, ELSEWHERE])
@pytest.mark.parametrize("over", [(), ("https://www.harborwire.example/moved",)])
def test_what_a_site_forbids_is_not_asked_for_after_a_redirect_either(to, over):
    """The page promises that such a site is left alone: its rules come first, also in the middle of a chain."""
    chain = [PAGE, *over, to, "https://open.example/ferries"]
    moves = {at: (302, {"location": next_}, b"") for at, next_ in itertools.pairwise(chain)}
    rules = {"https://other.example/robots.txt": (200, {}, NO_PRIVATE), ROBOTS: (200, {}, NO_PRIVATE)}
    network = Made(moves | rules | {chain[-1]: (200, HTML, making.page().encode())})
    articles, (found,) = fetched(network)
    assert articles == []
    assert "robots.txt does not allow /private/ferries" in found.what
    asked = [url for url, _ in network.asked]
    assert to not in asked
    assert chain[-1] not in asked


def test_a_site_that_a_redirect_leads_to_is_asked_for_its_rules_once_and_first():
    other = "https://other.example/ferries"
    network = Made({PAGE: (302, {"location": other}, b""), other: (200, HTML, making.page().encode())})
    articles, problems = fetched(network)
    assert (len(articles), problems) == (1, [])
    assert [url for url, _ in network.asked] == [ROBOTS, PAGE, "https://other.example/robots.txt", other]


@pytest.mark.parametrize(
    ("answer", "says"),
    [
        ((403, {}, b""), "status 403"),
        ((500, {}, b""), "status 500"),
        ((200, {"content-type": "video/mp4"}, b"x"), "'video/mp4'"),
        ((200, HTML, b""), "no article text"),
        ((200, HTML, b"\x00\x01\x02"), "NUL"),
    ],
)
def test_what_cannot_be_used_is_said(answer, says):
    _, (found,) = fetched(Made({PAGE: answer}))
    assert says in found.what


def test_a_host_that_is_not_there():
    _, (found,) = fetched(Made({}, {"www.harborwire.example": []}))
    assert "cannot be found: Name or service not known" in found.what


def test_a_connection_that_breaks():
    def breaks():
        yield b"<html>"
        raise OSError("connection reset")

    _, (found,) = fetched(Made({PAGE: (200, HTML, breaks())}))
    assert "connection reset" in found.what


ITEM = f"<item><title>{making.TITLE}</title><link>{PAGE}</link><description>{making.FIRST}</description></item>"


def endless():
    yield making.rss(ITEM * 10).split(b"</channel>")[0]
    while True:
        yield ITEM.encode() * 10


def test_a_feed_that_never_ends_is_cut():
    feed = "https://www.harborwire.example/world.rss"
    network = Made({feed: (200, {"content-type": "application/rss+xml"}, endless())})
    articles, problems = fetched(network, feed, at_most=3, limits=Limits(document_bytes=400_000))
    assert len(articles) == 3
    assert "cut off" in problems[0].what
    assert "more than 3 entries" in problems[-1].what


def test_an_answer_that_comes_too_slowly_is_cut():
    ticks = itertools.count(0, 20)
    answer = Guard(Made({PAGE: (200, HTML, iter([b"x"] * 50))}), lambda: next(ticks)).get(PAGE, 1000)
    assert isinstance(answer, Answer)
    assert answer.cut
    assert len(answer.body) < 10


def test_entries_of_a_feed_are_followed_and_the_summary_stands_in():
    feed, gone = "https://www.harborwire.example/world.rss", "https://www.harborwire.example/gone"
    items = ITEM + ITEM.replace(PAGE, gone)
    pauses = []
    network = Made(
        {
            feed: (200, {"content-type": "text/xml"}, making.rss(items)),
            PAGE: (200, HTML, making.page().encode()),
            ROBOTS: (200, {}, b"User-agent: *\nCrawl-delay: 4\n"),
        }
    )
    found = list(fetch(feed, network=network, sleep=pauses.append))
    whole, problem, summary = found
    assert isinstance(whole, RawArticle)
    assert making.SECOND in whole.text
    assert isinstance(problem, Problem)
    assert "status 404" in problem.what
    assert isinstance(summary, RawArticle)
    assert summary.text == making.FIRST
    assert summary.notes
    assert pauses == [4.0, 4.0]


def test_a_pdf_at_an_address():
    network = Made({PAGE: (200, {"content-type": "application/pdf"}, making.pdf([making.TITLE, making.FIRST]))})
    (article,), _ = fetched(network)
    assert making.FIRST in article.text


def test_what_is_an_address():
    assert is_address(" HTTPS://x.example/")
    assert not is_address("articles/https.txt")
