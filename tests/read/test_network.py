"""The real client against servers on this machine: the guard refuses them, so the client is asked directly."""

import datetime as dt
import gzip
import itertools
import socket
import ssl
import threading
import time
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import pytest
from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.x509.oid import NameOID

from lib.read.fetch import fetch
from lib.read.internet import Internet
from lib.read.network import Answer, Guard, Refused
from lib.schema import Problem

HOST = "www.harborwire.example"
BODY = b"<html><body>The talks went on.</body></html>"
#: Where a page has moved to, in the bytes that the server sends: UTF-8, and Latin-1 as old servers write.
MOVED = {"/moved": b"/page", "/elsewhere": "/новости/fähre".encode(), "/old": "/fähre".encode("latin-1")}


class Pages(BaseHTTPRequestHandler):
    """A page, a redirect, a packed page."""

    def do_GET(self):
        self.server.asked.append((self.headers["Host"], self.path, self.headers["User-Agent"].split("/")[0]))
        packed = self.path.startswith("/packed")
        moved = MOVED.get(self.path)
        self.send_response(302 if moved else 200)
        self.send_header("Content-Type", "text/html")
        if moved:
            self.send_header("Location", moved.decode("latin-1"))  # the bytes as they are
        if packed:
            self.send_header("Content-Encoding", "gzip")
        body = gzip.compress(b"x" * 5_000_000) if packed else BODY
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *words):
        """Nothing: tests are quiet."""


@pytest.fixture
def server():
    server = ThreadingHTTPServer(("127.0.0.1", 0), Pages)
    server.asked = []
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield server
    server.shutdown()
    server.server_close()


@pytest.fixture
def certified(server, tmp_path):
    """The server behind TLS, and who trusts its certificate, which names ``HOST``."""
    key = ec.generate_private_key(ec.SECP256R1())
    name = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, HOST)])
    now = dt.datetime.now(dt.UTC)
    certificate = (
        x509.CertificateBuilder().subject_name(name).issuer_name(name).public_key(key.public_key())
        .serial_number(7).not_valid_before(now - dt.timedelta(days=1)).not_valid_after(now + dt.timedelta(days=1))
        .add_extension(x509.SubjectAlternativeName([x509.DNSName(HOST)]), critical=False)
        .add_extension(x509.BasicConstraints(ca=True, path_length=None), critical=True)
        .sign(key, hashes.SHA256())
    )  # fmt: skip
    file, plain = tmp_path / "both.pem", serialization.NoEncryption()
    kind = serialization.PrivateFormat.PKCS8
    pem = key.private_bytes(serialization.Encoding.PEM, kind, plain)
    file.write_bytes(pem + certificate.public_bytes(serialization.Encoding.PEM))
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(file)
    server.socket = context.wrap_socket(server.socket, server_side=True)
    return ssl.create_default_context(cadata=certificate.public_bytes(serialization.Encoding.PEM).decode())


def test_the_connection_goes_to_the_address_and_the_name_stands_in_the_header(server):
    port = server.server_address[1]
    status, headers, pieces = Internet().get(f"http://{HOST}:{port}/page?a=1", "127.0.0.1", 30.0)
    assert (status, headers["content-type"], b"".join(pieces)) == (200, "text/html", BODY)
    assert server.asked == [(f"{HOST}:{port}", "/page?a=1", "Dateline")]


def test_no_redirect_is_followed_by_itself(server):
    status, headers, _ = Internet().get(f"http://{HOST}:{server.server_address[1]}/moved", "127.0.0.1", 30.0)
    assert (status, headers["location"]) == (302, "/page")
    assert len(server.asked) == 1


def test_a_packed_answer_comes_in_pieces_that_can_be_cut(server):
    _, _, pieces = Internet().get(f"http://{HOST}:{server.server_address[1]}/packed", "127.0.0.1", 30.0)
    assert len(next(iter(pieces))) < 1_000_000


def test_the_certificate_must_be_that_of_the_name(server, certified):
    port = server.server_address[1]
    status, _, pieces = Internet(certified).get(f"https://{HOST}:{port}/page", "127.0.0.1", 30.0)
    assert (status, b"".join(pieces)) == (200, BODY)
    with pytest.raises(OSError, match=r"doesn.t match|mismatch"):
        Internet(certified).get(f"https://www.baypost.example:{port}/page", "127.0.0.1", 30.0)
    with pytest.raises(OSError, match="certificate verify failed"):
        Internet().get(f"https://{HOST}:{port}/page", "127.0.0.1", 30.0)


def test_nobody_answers():
    with pytest.raises(OSError, match=r"refused|Failed"):
        Internet().get("http://127.0.0.1:9/", "127.0.0.1", 30.0)


@pytest.mark.parametrize("host", ["127.0.0.1", "localhost", "[::1]", "2130706433", "0x7f.1"])
def test_this_machine_is_refused_for_real(host):
    answer = Guard(Internet()).get(f"http://{host}:8000/", 1000)
    assert isinstance(answer, Refused)
    (found,) = fetch(f"http://{host}:8000/")
    assert isinstance(found, Problem)


HEAD = b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n"
EMPTY = b"\0\0\0\xff\xff"  # a block of a packed body in which nothing is
#: What a server sends at once; what follows comes in drops, without end.
DRIPS = {
    "body": HEAD + b"Content-Length: 60000\r\n\r\n",
    "body without a length": HEAD + b"\r\n",
    "length of a piece": HEAD + b"Transfer-Encoding: chunked\r\n\r\n5; x=",
    "packed body that holds nothing": HEAD + b"Content-Encoding: gzip\r\n\r\n" + gzip.compress(b"")[:10],
    "headers": HEAD + b"X: ",
    "status": b"HTTP/1.1 200 ",
    "handshake": b"\x16\x03\x03\x40\x00",
}


@pytest.fixture
def dripping():
    """Starts a server that sends so much at once and then a drop every 50 ms for 20 seconds; gives its port."""
    listening, over = socket.create_server(("127.0.0.1", 0)), threading.Event()

    def serve(first, drop):
        connection, _ = listening.accept()
        with connection:
            connection.recv(4000)
            connection.sendall(first)
            try:
                for _ in itertools.takewhile(lambda _: not over.wait(0.05), range(400)):
                    connection.sendall(drop)
            except OSError:  # whoever asked has gone
                return

    def start(first, drop):
        threading.Thread(target=serve, args=(first, drop), daemon=True).start()
        return listening.getsockname()[1]

    yield start
    over.set()
    listening.close()


class Here(Internet):
    """The real client, led to a server on this machine, which the guard would refuse."""

    def __init__(self, port):
        super().__init__()
        self._port = port

    def addresses(self, host, port):
        return ["93.184.216.34"]

    def get(self, url, address, within):
        return super().get(url.replace("x.example", f"x.example:{self._port}"), "127.0.0.1", within)


@pytest.mark.parametrize("part", DRIPS)
def test_the_time_of_the_whole_answer_holds_however_slowly_it_comes(dripping, monkeypatch, part):
    monkeypatch.setattr("lib.read.network.WHOLE", 1.0)
    port = dripping(DRIPS[part], {"packed body that holds nothing": EMPTY, "handshake": b"\0"}.get(part, b"1"))
    start = time.monotonic()
    answer = Guard(Here(port)).get(f"http{'s' * (part == 'handshake')}://x.example/", 10**6)
    assert time.monotonic() - start < 8
    if part in ("headers", "status", "handshake"):
        assert isinstance(answer, Refused)
        assert answer.why == "an answer within 1 seconds"
    else:
        assert isinstance(answer, Answer)
        assert answer.cut


def test_what_came_before_the_time_was_over_is_kept(dripping, monkeypatch):
    monkeypatch.setattr("lib.read.network.WHOLE", 1.0)
    answer = Guard(Here(dripping(DRIPS["body"] + BODY, b"x"))).get("http://x.example/", 10**6)
    assert answer.body.startswith(BODY)


@pytest.mark.parametrize("first", [b"no HTTP\r\n\r\n", HEAD + b"X: " + b"x" * 70_000, HEAD + b"X: 1\r\n" * 200])
def test_an_answer_that_is_no_http_is_said(dripping, first):
    assert isinstance(Guard(Here(dripping(first, b"x"))).get("http://x.example/", 10**6), Refused)


def test_signs_that_an_address_cannot_hold_are_written_as_it_can(server):
    Internet().get(f"http://{HOST}:{server.server_address[1]}/fähre neu?a=ü b", "127.0.0.1", 30.0)
    assert server.asked[0][1] == "/f%C3%A4hre%20neu?a=%C3%BC%20b"


@pytest.mark.parametrize(
    ("host", "written"),
    [
        ("новости.example", "xn--b1amnebsh.example"),
        ("fähre.example", "xn--fhre-loa.example"),
        ("straße.example", "xn--strae-oqa.example"),  # not strasse.example, which is somebody else's
        ("ニュース。example", "xn--zck9awe6d.example"),
        ("a_b.example", "a_b.example"),
        ("[::1]", "[::1]"),
    ],
)
def test_a_name_in_any_script_is_written_as_the_name_system_knows_it(server, host, written):
    port = server.server_address[1]
    status, _, pieces = Internet().get(f"http://{host}:{port}/page", "127.0.0.1", 30.0)
    assert (status, b"".join(pieces)) == (200, BODY)
    assert server.asked == [(f"{written}:{port}", "/page", "Dateline")]


def test_a_name_in_any_script_is_looked_up_and_certified_as_it_is_asked_for(server, certified, monkeypatch):
    looked_up = []
    monkeypatch.setattr(socket, "getaddrinfo", lambda host, *_, **__: looked_up.append(host) or [])
    Internet().addresses("straße.example", 80)
    assert looked_up == ["xn--strae-oqa.example"]
    monkeypatch.undo()
    with pytest.raises(OSError, match=r"not valid for 'xn--strae-oqa.example'"):
        Internet(certified).get(f"https://straße.example:{server.server_address[1]}/page", "127.0.0.1", 30.0)


@pytest.mark.parametrize("host", ["-ä.example", "ä" * 70 + ".example", "ä..example", "ä\u2028.example"])
def test_a_name_that_no_server_can_have_is_said(host):
    answer = Guard(Internet()).get(f"https://{host}/", 1000)
    assert isinstance(answer, Refused)
    assert "cannot be found" in answer.what


def test_a_redirect_may_be_written_in_any_script(server):
    _, headers, _ = Internet().get(f"http://{HOST}:{server.server_address[1]}/elsewhere", "127.0.0.1", 30.0)
    assert headers["location"] == "/новости/fähre"
    _, headers, _ = Internet().get(f"http://{HOST}:{server.server_address[1]}/old", "127.0.0.1", 30.0)
    assert headers["location"] == "/fähre"


def test_a_connection_whose_answer_nobody_reads_is_closed(server):
    before = threading.active_count()
    _, _, pieces = Internet().get(f"http://{HOST}:{server.server_address[1]}/page", "127.0.0.1", 30.0)
    del pieces
    end = time.monotonic() + 8
    while threading.active_count() > before and time.monotonic() < end:
        time.sleep(0.02)
    assert threading.active_count() <= before
