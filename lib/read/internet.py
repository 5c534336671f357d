"""The network itself: one connection to one address, which lives no longer than it may.

status, headers, pieces = Internet().get("https://www.harborwire.com/ferries", "93.184.216.34", within=60.0)

A timeout of a socket only counts the seconds between two bytes: a server that sends one now and then would hold the
caller for hours, in the handshake and the headers too. So a timer shuts the connection down when its time is over.
"""

from __future__ import annotations

import socket
import ssl
import threading
from collections.abc import Callable, Iterator, Mapping
from contextlib import ExitStack, suppress
from http.client import HTTPException
from urllib.parse import urlsplit

import certifi
import idna
import urllib3
from urllib3.connection import HTTPConnection

AGENT = "Dateline/0.1 (+reader of single news articles; respects robots.txt)"
#: Seconds for the connection, and between two bytes.
CONNECT, READ = 10.0, 15.0
_PIECE = 65_536


class Internet:
    """The real network. Proxies are not used: an address behind one cannot be checked."""

    def __init__(self, trusted: ssl.SSLContext | None = None) -> None:
        if trusted is None:  # the system's certificates, and Mozilla's where a system has none
            trusted = ssl.create_default_context()
            trusted.load_verify_locations(certifi.where())
        self._trusted = trusted

    def addresses(self, host: str, port: int) -> list[str]:
        """As ``lib.read.network.Network``; raises ``UnicodeError`` too, where no server can have the name."""
        found = socket.getaddrinfo(_in_ascii(host), port, type=socket.SOCK_STREAM)
        return list(dict.fromkeys(str(one[4][0]) for one in found))

    def get(self, url: str, address: str, within: float) -> tuple[int, Mapping[str, str], Iterator[bytes]]:
        """As ``lib.read.network.Network``. The connection is closed when the body is read or forgotten."""
        headers = {"Host": _host_of(url), "User-Agent": AGENT}
        headers |= {"Accept": "text/html, application/*;q=0.9, */*;q=0.5", "Accept-Encoding": "gzip, deflate"}
        with ExitStack() as held:
            connection = self._connected(url, address, within, held)
            try:
                connection.request("GET", _target(url), headers=headers, preload_content=False)
                answer = connection.getresponse()
            except (urllib3.exceptions.HTTPError, HTTPException) as error:
                raise OSError(str(error) or type(error).__name__) from error
            held.callback(answer.close)
            pieces = _pieces(answer, held.pop_all())
            next(pieces)  # it has begun, so that it closes what it holds wherever it ends
            return answer.status, {k.casefold(): _as_meant(v) for k, v in answer.headers.items()}, pieces

    def _connected(self, url: str, address: str, within: float, held: ExitStack) -> HTTPConnection:
        """A connection to the address, with TLS where the URL asks for it; ``held`` closes it. Raises ``OSError``."""
        parts = urlsplit(url)
        host, port = _in_ascii(parts.hostname or ""), parts.port or (443 if parts.scheme == "https" else 80)
        line = held.enter_context(socket.create_connection((address, port), min(CONNECT, within)))
        held.callback(_shut_after(within, line))
        if parts.scheme == "https":
            line = held.enter_context(self._trusted.wrap_socket(line, server_hostname=host))
        connection = HTTPConnection(host, port, timeout=READ)
        connection.sock = line
        held.callback(connection.close)
        return connection


def _in_ascii(host: str) -> str:
    """A host as the name system knows it (IDNA 2008, read as browsers do): 'fähre.example' is 'xn--fhre-loa.example'.

    Raises ``UnicodeError`` where no server can have the name.
    """
    return host if host.isascii() else idna.encode(host, uts46=True).decode("ascii")


def _host_of(url: str) -> str:
    """Host and port of a URL as the header ``Host`` says them. Raises ``UnicodeError``."""
    parts = urlsplit(url)
    host = _in_ascii(parts.hostname or "")
    return (f"[{host}]" if ":" in host else host) + (f":{parts.port}" if parts.port else "")


def _as_meant(header: str) -> str:
    """A header's value, whose bytes came as Latin-1, as the UTF-8 that nearly all servers write, where it is that."""
    with suppress(UnicodeError):
        return header.encode("latin-1").decode("utf-8")
    return header


def _target(url: str) -> str:
    """Path and query of a URL as they can stand in a request: 'fähre neu' is 'f%C3%A4hre%20neu'."""
    parts = urlsplit(url)
    return urllib3.util.parse_url(
        f"{parts.path or '/'}?{parts.query}" if parts.query else parts.path or "/"
    ).request_uri


def _shut_after(seconds: float, line: socket.socket) -> Callable[[], None]:
    """End a connection after so many seconds, whoever reads from it then; the function given back calls it off."""
    # A handle of its own: TLS takes the first one over, and nothing else may be reached by a number used again.
    handle = line.dup()

    def shut() -> None:
        with suppress(OSError):  # it has ended by itself
            handle.shutdown(socket.SHUT_RDWR)

    timer = threading.Timer(seconds, shut)
    timer.daemon = True
    timer.start()

    def call_off() -> None:
        timer.cancel()
        timer.join()
        handle.close()

    return call_off


def _pieces(answer: urllib3.HTTPResponse, held: ExitStack) -> Iterator[bytes]:
    """Nothing, then the body as it comes: a piece is what is there, so a slow server never holds it back."""
    with held:
        yield b""
        try:
            while piece := answer.read1(_PIECE, decode_content=True):
                yield piece
        except urllib3.exceptions.HTTPError as error:
            raise OSError(str(error)) from error
