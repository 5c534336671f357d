"""E-mails (EML), such as newsletters, and pages saved by a browser as one file (MHTML): both are MIME.

next(read_eml(Path("letter.eml"), "letter.eml", Given())).source_evidence     # 'From: Harbor Wire <news@…>'

The date of an e-mail is its day of publication. The date of a saved page is the day on which it was saved, so it is
not taken for one.
"""

from __future__ import annotations

import email
import email.policy
from collections.abc import Iterable, Iterator
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
#: Words from which a message that carries another is an article itself, and not a note about it.
_COVER = 100
_FORWARDED = "it was attached to another message, whose sender, day and note were left out"
#: Characters by which a text is known to be one that came before.
_SAME = 200
#: Attachments that are named; the others are counted.
_NAMED = 8


def read_eml(path: Path, shown: str, given: Given) -> Iterator[RawArticle | Problem]:
    """One article, with a problem that names attachments left out; or one problem."""
    message = _open(path, shown, given)
    if isinstance(message, Problem):
        yield message
        return
    within = list(_messages(message))
    if not within or len(_body(message).split()) >= _COVER:
        yield from _article(message, shown, given)
    for number, inner in enumerate(within, start=1):
        yield from _article(inner, shown, given, f"attached message {number}", (_FORWARDED,))


def _article(
    message: EmailMessage, shown: str, given: Given, where: str = "", notes: tuple[str, ...] = ()
) -> Iterator[RawArticle | Problem]:
    """What one message says, without those attached to it."""
    parts = list(_parts(message))
    text = _body(message)
    attached = [_header(part, "Content-Description") or part.get_filename() or part.get_content_type()
                for part in parts if _is_attached(part)]  # fmt: skip
    if attached:
        named = ", ".join(attached[:_NAMED])[:300] + (" …" if len(attached) > _NAMED else "")
        what = f"what is attached was not read: {named}"
        yield problem(
            shown, what, "the words of the message itself", "save an attached article as a file and bring it", where
        )
    if not text.strip():
        encrypted = any(part.get_content_type() in ("multipart/encrypted", "application/pkcs7-mime") for part in parts)
        what = "the message is encrypted" if encrypted else "the message holds no words"
        yield problem(shown, what, "an e-mail with text or HTML in it", "save it again from the mail program", where)
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
        shown, given, where, notes,
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
    """The message and its parts in order, without going into messages that are attached."""
    yield message
    if message.get_content_maintype() == "multipart":
        for part in message.iter_parts():
            if isinstance(part, EmailMessage):
                yield from _parts(part)


def _messages(message: EmailMessage) -> Iterator[EmailMessage]:
    """The messages that are attached, and those attached to these."""
    for part in _parts(message):
        if part.get_content_type() == "message/rfc822":
            for inner in part.get_payload():
                if isinstance(inner, EmailMessage) and inner.keys():
                    yield inner
                    yield from _messages(inner)


def _is_attached(part: EmailMessage) -> bool:
    main = part.get_content_maintype()
    if part.get_content_type() == "message/rfc822":
        return False
    shown_inside = main == "image" and part.get("Content-ID") is not None
    return main != "multipart" and not shown_inside and (_disposed(part) or main not in ("text", "message"))


def _disposed(part: EmailMessage) -> bool:
    try:
        return part.get_content_disposition() == "attachment"
    except Exception:  # a header that the library cannot parse says nothing
        return False


def _body(message: EmailMessage) -> str:
    """The words of a message: those of its parts below each other, of parts that say the same the better one."""
    kind = message.get_content_type()
    if kind.startswith("multipart/"):
        parts = [part for part in message.iter_parts() if isinstance(part, EmailMessage)]
        words = [(part.get_content_type() == "text/plain", _body(part)) for part in parts]
        return _better(words) if kind == "multipart/alternative" else _joined(text for _, text in words)
    if kind not in ("text/plain", *_PAGES) or _disposed(message):
        return ""
    return _text(message) if kind == "text/plain" else words_of(_text(message))


def _better(parts: list[tuple[bool, str]]) -> str:
    """The HTML's words where there are most of them, else the plain text: newsletters say “see the web” in plain."""
    plain = max((text for is_plain, text in parts if is_plain), key=len, default="")
    page = max((text for is_plain, text in parts if not is_plain), key=len, default="")
    return plain if len(plain) > 0.5 * len(page) else page


def _joined(texts: Iterable[str]) -> str:
    """Texts with a blank line between, but none that begins as one before it does: some send one text in two forms."""
    kept: list[str] = []
    for text in texts:
        start = " ".join(text.split())[:_SAME]
        if start and not any(start in " ".join(earlier.split()) for earlier in kept):
            kept.append(text)
    return kept[0] if len(kept) == 1 else "\n\n".join(text.strip() for text in kept)


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
