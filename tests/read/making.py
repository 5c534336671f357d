"""Files of every binary format, made in memory, each with the same invented article: what readers are tested on."""

import io
import zipfile
from email.message import EmailMessage

import docx
import openpyxl
from warcio.statusandheaders import StatusAndHeaders
from warcio.warcwriter import WARCWriter

TITLE = "Ferry talks open in Ansel"
FIRST = "The ministers of Veland and Ostrava met on Thursday and said that four ferry routes would open again in June."
SECOND = "Harbour master Ilse Brandt said that the work on the two piers would take until the end of the month."
URL = "https://www.harborwire.example/2022/02/03/ferry-talks"


def page(title: str = TITLE) -> str:
    return (
        f"<!doctype html><html><head><title>{title} | Harbor Wire</title>"
        f'<meta property="og:title" content="{title}"><meta property="og:site_name" content="Harbor Wire">'
        '<meta property="article:published_time" content="2022-02-03"></head>'
        f"<body><article><h1>{title}</h1>" + "".join(f"<p>{words}</p>" for words in (FIRST, SECOND, FIRST[:60] + "."))
        + "</article></body></html>"
    )  # fmt: skip


def workbook(sheets: dict[str, list[list[object]]]) -> bytes:
    book = openpyxl.Workbook()
    book.remove(book.active)
    for name, rows in sheets.items():
        sheet = book.create_sheet(name)
        for row in rows:
            sheet.append(row)
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def document(*paragraphs: str, title: str = "") -> bytes:
    made = docx.Document()
    if title:
        made.add_paragraph(title, style="Title")
    for words in paragraphs:
        made.add_paragraph(words)
    out = io.BytesIO()
    made.save(out)
    return out.getvalue()


def pdf(*pages: list[str], title: str = "") -> bytes:
    """A minimal PDF by hand: one list of lines a page; a page without lines is blank, as a scan is."""
    kids = " ".join(f"{4 + 2 * n} 0 R" for n in range(len(pages)))
    objects = [
        b"<< /Type /Catalog /Pages 2 0 R >>",
        f"<< /Type /Pages /Kids [{kids}] /Count {len(pages)} >>".encode(),
        b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>",
    ]
    for number, lines in enumerate(pages):
        drawn = "".join(f"({line}) Tj 0 -14 Td " for line in lines)
        stream = f"BT /F1 11 Tf 50 780 Td {drawn} ET".encode("cp1252") if lines else b""
        content = 5 + 2 * number
        objects.append(
            f"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents {content} 0 R "
            "/Resources << /Font << /F1 3 0 R >> >> >>".encode()
        )
        objects.append(b"<< /Length %d >>\nstream\n%s\nendstream" % (len(stream), stream))
    objects.append(f"<< /Title ({title}) >>".encode())
    out, places = b"%PDF-1.4\n", []
    for number, body in enumerate(objects, start=1):
        places.append(len(out))
        out += b"%d 0 obj\n%s\nendobj\n" % (number, body)
    start = len(out)
    out += b"xref\n0 %d\n0000000000 65535 f \n" % (len(objects) + 1)
    out += b"".join(b"%010d 00000 n \n" % place for place in places)
    trailer = (
        f"trailer\n<< /Size {len(objects) + 1} /Root 1 0 R /Info {len(objects)} 0 R >>\nstartxref\n{start}\n%%EOF\n"
    )
    return out + trailer.encode()


def letter(plain: str = "", html: str = "", attached: tuple[str, ...] = ()) -> bytes:
    message = EmailMessage()
    message["From"] = "Harbor Wire <news@harborwire.example>"
    message["To"] = "reader@example.org"
    message["Subject"] = TITLE
    message["Date"] = "Thu, 03 Feb 2022 23:10:00 -0500"
    message.set_content(plain or f"{FIRST}\n\n{SECOND}\n")
    if html:
        message.add_alternative(html, subtype="html")
    for name in attached:
        message.add_attachment(b"%PDF-1.4", maintype="application", subtype="pdf", filename=name)
    return message.as_bytes()


def saved_page(html: str = "") -> bytes:
    message = EmailMessage()
    message["From"] = "<Saved by Blink>"
    message["Snapshot-Content-Location"] = URL
    message["Date"] = "Mon, 02 May 2022 10:00:00 -0000"
    message.set_content(html or page(), subtype="html")
    message.make_related()
    message.add_related(b"GIF89a", maintype="image", subtype="gif")
    return message.as_bytes()


def rss(items: str = "", head: str = '<?xml version="1.0" encoding="UTF-8"?>') -> bytes:
    items = items or (
        f"<item><title>{TITLE}</title><link>{URL}</link><pubDate>Thu, 03 Feb 2022 23:10:00 -0500</pubDate>"
        f"<description>{FIRST}</description></item>"
    )
    return (
        f"{head}<rss version='2.0'><channel><title>Harbor Wire - World</title>"
        f"<link>https://www.harborwire.example</link>{items}</channel></rss>"
    ).encode()


def warc(pages: list[tuple[str, str, str, str]], *, gzip: bool = False) -> bytes:
    """(address, status, content type, body) of each answer."""
    out = io.BytesIO()
    writer = WARCWriter(out, gzip=gzip)
    for url, status, kind, body in pages:
        headers = StatusAndHeaders(status, [("Content-Type", kind)], protocol="HTTP/1.1")
        record = writer.create_warc_record(url, "response", payload=io.BytesIO(body.encode()), http_headers=headers)
        writer.write_record(record)
    return out.getvalue()


def packed(files: dict[str, bytes], method: int = zipfile.ZIP_DEFLATED) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", method) as archive:
        for name, data in files.items():
            archive.writestr(zipfile.ZipInfo(name, (2022, 2, 3, 0, 0, 0)), data, compress_type=method)
    return out.getvalue()
