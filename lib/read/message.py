"""E-mails (EML), such as newsletters, and pages saved by a browser as one file (MHTML): both are MIME.

next(read_eml(Path("letter.eml"), "letter.eml", Given())).source_evidence     # 'From: Harbor Wire <news@…>'

The date of an e-mail is its day of publication. The date of a saved page is the day on which it was saved, so it is
not taken for one.
"""

from __future__ import annotations

import email
import email.policy
from collections.abc import Iterator
from email.headerregistry import Address
from email.message import EmailMessage
from pathlib import Path

from lib.read.assemble import Metadata, assemble
from lib.read.decode import decode
from lib.read.files import read_bytes
from lib.read.fragment import words_of
from lib.read.headline import byline_of
from lib.read.html import read_html_text
from lib.read.raw import Given, RawArticle, problem
from lib.schema import Problem
from lib.text.dates_written import parse_date
from lib.text.outlet_names import outlet_named, source_name, source_of_domain

_PAGES = ("text/html", "application/xhtml+xml")
#: Attachments that are named; the others are counted.
_NAMED = 8


def read_eml(path: Path, shown: str, given: Given) -> Iterator[RawArticle | Problem]:
    """One article, with a problem that names attachments left out; or one problem."""
    message = _open(path, shown, given)
    if isinstance(message, Problem):
        yield message
        return
    parts = list(_parts(message))
    text = _body(parts)
    attached = [_header(part, "Content-Description") or part.get_filename() or part.get_content_type()
                for part in parts if _is_attached(part)]  # fmt: skip
    if attached:
        named = ", ".join(attached[:_NAMED])[:300] + (" …" if len(attached) > _NAMED else "")
        what = f"what is attached was not read: {named}"
        yield problem(shown, what, "the words of the message itself", "save an attached article as a file and bring it")
    if not text.strip():
        encrypted = any(part.get_content_type() in ("multipart/encrypted", "application/pkcs7-mime") for part in parts)
        what = "the message is encrypted" if encrypted else "the message holds no words"
        yield problem(shown, what, "an e-mail with text or HTML in it", "save it again from the mail program")
        return
    sender, day = _header(message, "From"), _header(message, "Date")
    name, domain = _sender(message)
    known = outlet_named(name)
    source = known.name if known else source_name(name) if name else source_of_domain(domain) if domain else ""
    yield from assemble(
        text,
        Metadata(
            title=_header(message, "Subject"), source=source, source_evidence=f"From: {sender[:200]}",
            published=parse_date(day), published_evidence=f"Date: {day[:80]}", author=byline_of(text),
        ),
        shown, given,
    )  # fmt: skip


def read_mhtml(path: Path, shown: str, given: Given) -> Iterator[RawArticle | Problem]:
    """One article or one problem."""
    message = _open(path, shown, given)
    if isinstance(message, Problem):
        yield message
        return
    page = next((part for part in _parts(message) if part.get_content_type() in _PAGES), None)
    html = _text(page) if page is not None else ""
    if page is None or not html.strip():
        what = "the file holds no page: no part of it is HTML"
        yield problem(shown, what, "a page saved as “Webpage, single file”", "save the page again")
        return
    url = _header(message, "Snapshot-Content-Location") or _header(page, "Content-Location")
    yield from read_html_text(html, shown, given, url=url if url.startswith(("http://", "https://")) else "")


def _open(path: Path, shown: str, given: Given) -> EmailMessage | Problem:
    data = read_bytes(path, shown, given)
    if isinstance(data, Problem):
        return data
    try:
        message = email.message_from_bytes(data, policy=email.policy.default)
        if message.keys() and next(_parts(message), None) is not None:
            return message
        said = "it has no header lines such as From and Subject"
    except Exception as error:  # the library's header parsers stumble over broken headers in many ways
        said = " ".join(str(error).split())[:160] or type(error).__name__
    return problem(shown, f"the file is no message: {said}", "a message in MIME", "save it again from its program")


def _parts(message: EmailMessage) -> Iterator[EmailMessage]:
    for part in message.walk():
        if isinstance(part, EmailMessage):
            yield part


def _is_attached(part: EmailMessage) -> bool:
    main = part.get_content_maintype()
    shown_inside = main == "image" and part.get("Content-ID") is not None
    return main != "multipart" and not shown_inside and (_disposed(part) or main not in ("text", "message"))


def _disposed(part: EmailMessage) -> bool:
    try:
        return part.get_content_disposition() == "attachment"
    except Exception:  # a header that the library cannot parse says nothing
        return False


def _body(parts: list[EmailMessage]) -> str:
    """The HTML's words where there are most of them, else the plain text: newsletters say “see the web” in plain."""
    of_kind: dict[str, str] = {}
    for part in parts:
        kind = part.get_content_type()
        if kind in ("text/plain", *_PAGES) and not _disposed(part):
            of_kind.setdefault("plain" if kind == "text/plain" else "html", _text(part))
    plain, page = of_kind.get("plain", ""), words_of(of_kind.get("html", ""))
    return plain if len(plain) > 0.5 * len(page) else page


def _text(part: EmailMessage) -> str:
    """The text of a part in the encoding that it states, else in the one that fits."""
    try:
        data = part.get_payload(decode=True)
    except Exception:  # a payload that is not what its header says
        return ""
    if not isinstance(data, bytes):
        return ""
    try:
        text = data.decode(part.get_content_charset() or "utf-8")
    except (LookupError, UnicodeDecodeError, ValueError):
        text = decode(data).text
    return text.replace("\r\n", "\n").replace("\r", "\n").replace("\0", "\ufffd")


def _header(message: EmailMessage, name: str) -> str:
    try:
        return " ".join(str(message.get(name) or "").encode("utf-8", "replace").decode().split())
    except Exception:  # a header that the library cannot parse says nothing
        return ""


def _sender(message: EmailMessage) -> tuple[str, str]:
    """The display name and the domain of who sent it."""
    try:
        senders: tuple[Address, ...] = getattr(message["From"], "addresses", ())
        return (senders[0].display_name.strip(), senders[0].domain) if senders else ("", "")
    except Exception:  # a header that the library cannot parse names nobody
        return "", ""
