"""One GET over the network, guarded: only http and https, only public addresses, no more bytes or time than allowed.

answer = Guard(Internet()).get("https://www.harborwire.com/ferries", 20_000_000)    # Answer, or Refused: why

The name is resolved once, every address is checked, and the connection goes to the address that was checked: a name
that points elsewhere a moment later (DNS rebinding) gains nothing. Each redirect is checked the same way.
"""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from typing import Protocol
from urllib.parse import urljoin, urlsplit

from lib.read.public import is_public

REDIRECTS = 5
#: Seconds for the whole answer, redirects included.
WHOLE = 60.0
#: Ports that web servers have; others may be anything.
PORTS = (80, 443, 8000, 8080, 8443)
_ALLOWED = "the address of a public web page: https://…"
_BRING = "save the page as a file and bring the file"


@dataclass(frozen=True, slots=True)
class Answer:
    """What a server gave: ``url`` after redirects, ``cut`` where it was more than allowed."""

    url: str
    status: int
    headers: Mapping[str, str]
    body: bytes
    cut: bool = False


@dataclass(frozen=True, slots=True)
class Refused:
    """Why there is no answer: what, what is allowed, what to do."""

    what: str
    why: str
    remedy: str


class Network(Protocol):
    """What the guard needs of a network; tests give it one that is made up."""

    def addresses(self, host: str, port: int) -> list[str]:
        """Every IP address of a host. Raises ``OSError``."""

    def get(self, url: str, address: str, within: float) -> tuple[int, Mapping[str, str], Iterator[bytes]]:
        """Status, headers in lower case and the body as it comes, from that address; follows no redirect.

        The connection lasts ``within`` seconds; what it is cut off in may look complete. Raises ``OSError``, there
        and while the body comes.
        """


class Guard:
    """GETs that reach public web servers only."""

    def __init__(self, network: Network, clock: Callable[[], float] = time.monotonic) -> None:
        self._network = network
        self._now = clock

    def get(self, url: str, most: int, refusal: Callable[[str], Refused | None] = lambda url: None) -> Answer | Refused:
        """The answer to a GET, redirects followed, its body cut at ``most`` bytes and after ``WHOLE`` seconds.

        ``refusal`` says of an address why it must not be asked for: it is heard before each request, those that a
        redirect leads to as well.
        """
        end = self._now() + WHOLE
        for _ in range(REDIRECTS + 1):
            checked = self._check(url)
            if isinstance(checked, Refused):
                return checked
            if refused := refusal(url):
                return refused
            try:
                status, headers, pieces = self._network.get(url, checked, self._left(end))
                self._left(end)
                if status in (301, 302, 303, 307, 308) and headers.get("location"):
                    url = urljoin(url, headers["location"])
                    continue
                body, cut = self._body(pieces, most, end)
            except (OSError, ValueError) as error:
                said = " ".join(str(error).split())[:200] or type(error).__name__
                why = f"an answer within {WHOLE:.0f} seconds"
                return Refused(f"{url[:200]} could not be fetched: {said}", why, "check the address and the network")
            return Answer(url, status, headers, body, cut)
        what = f"{url[:200]} is redirected more than {REDIRECTS} times"
        return Refused(
            what, f"at most {REDIRECTS} redirects", "open it in a browser and use the address that it ends at"
        )

    def _left(self, end: float) -> float:
        """Seconds until ``end``. Raises ``TimeoutError`` where there are none."""
        left = end - self._now()
        if left <= 0:
            raise TimeoutError("the answer came too slowly")
        return left

    def _body(self, pieces: Iterator[bytes], most: int, end: float) -> tuple[bytes, bool]:
        """What came of a body, and whether that is less than all: it was too long or too slow."""
        body = bytearray()
        try:
            for piece in pieces:
                body += piece
                if len(body) > most or self._now() >= end:
                    return bytes(body[:most]), True
        except OSError:
            if self._now() < end:
                raise
        # A body that was cut off because its time was over ends with an error, or as if it were whole.
        return bytes(body), self._now() >= end

    def _check(self, url: str) -> str | Refused:
        """The address to connect to; why there is none."""
        if refused := refusal_of(url):
            return refused
        parts = urlsplit(url)
        host, port = parts.hostname or "", parts.port or (443 if parts.scheme == "https" else 80)
        try:
            found = self._network.addresses(host, port)
        except (OSError, UnicodeError) as error:
            said = getattr(error, "strerror", None) or error
            return Refused(f"the host {host!r} cannot be found: {said}", _ALLOWED, "check the address and the network")
        for address in found:
            if not is_public(address):
                return Refused(f"the host {host!r} is not public: its address is {address}", _ALLOWED, _BRING)
        return found[0] if found else Refused(f"the host {host!r} has no address", _ALLOWED, _BRING)


def refusal_of(url: str) -> Refused | None:
    """Why a string is not the address of a page, by its form alone; None where it can be one."""
    try:
        parts = urlsplit(url)
        host, port = parts.hostname or "", parts.port
    except ValueError as error:
        return Refused(f"{url[:200]!r} is no web address: {error}", _ALLOWED, "check the address")
    if parts.scheme not in ("http", "https") or not host:
        return Refused(f"{url[:200]!r} is no web address", _ALLOWED, _BRING)
    if parts.username is not None or parts.password is not None:
        return Refused("the address holds a user name or password", "an address without one", _BRING)
    if port is not None and port not in PORTS:
        return Refused(f"port {port} is not one of a web server", f"one of: {', '.join(map(str, PORTS))}", _BRING)
    return None
