"""The real client against servers on this machine: the guard refuses them, so the client is asked directly."""

import datetime as dt
import gzip
import ssl
import threading
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import pytest
from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.x509.oid import NameOID

from lib.read.fetch import fetch
from lib.read.network import Guard, Internet, Refused
from lib.schema import Problem

HOST = "www.harborwire.example"
BODY = b"<html><body>The talks went on.</body></html>"


class Pages(BaseHTTPRequestHandler):
    """A page, a redirect, a packed page."""

    def do_GET(self):
        self.server.asked.append((self.headers["Host"], self.path, self.headers["User-Agent"].split("/")[0]))
        packed = self.path.startswith("/packed")
        self.send_response(302 if self.path == "/moved" else 200)
        self.send_header("Content-Type", "text/html")
        if self.path == "/moved":
            self.send_header("Location", "/page")
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
    status, headers, pieces = Internet().get(f"http://{HOST}:{port}/page?a=1", "127.0.0.1")
    assert (status, headers["content-type"], b"".join(pieces)) == (200, "text/html", BODY)
    assert server.asked == [(f"{HOST}:{port}", "/page?a=1", "Dateline")]


def test_no_redirect_is_followed_by_itself(server):
    status, headers, _ = Internet().get(f"http://{HOST}:{server.server_address[1]}/moved", "127.0.0.1")
    assert (status, headers["location"]) == (302, "/page")
    assert len(server.asked) == 1


def test_a_packed_answer_comes_in_pieces_that_can_be_cut(server):
    _, _, pieces = Internet().get(f"http://{HOST}:{server.server_address[1]}/packed", "127.0.0.1")
    assert len(next(iter(pieces))) < 1_000_000


def test_the_certificate_must_be_that_of_the_name(server, certified):
    port = server.server_address[1]
    status, _, pieces = Internet(certified).get(f"https://{HOST}:{port}/page", "127.0.0.1")
    assert (status, b"".join(pieces)) == (200, BODY)
    with pytest.raises(OSError, match=r"doesn.t match|mismatch"):
        Internet(certified).get(f"https://www.baypost.example:{port}/page", "127.0.0.1")
    with pytest.raises(OSError, match="certificate verify failed"):
        Internet().get(f"https://{HOST}:{port}/page", "127.0.0.1")


def test_nobody_answers():
    with pytest.raises(OSError, match=r"refused|Failed"):
        Internet().get("http://127.0.0.1:9/", "127.0.0.1")


@pytest.mark.parametrize("host", ["127.0.0.1", "localhost", "[::1]", "2130706433", "0x7f.1"])
def test_this_machine_is_refused_for_real(host):
    answer = Guard(Internet()).get(f"http://{host}:8000/", 1000)
    assert isinstance(answer, Refused)
    (found,) = fetch(f"http://{host}:8000/")
    assert isinstance(found, Problem)
