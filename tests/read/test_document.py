"""Word documents: what was inserted is read, what was deleted is not, whatever holds the paragraph."""

import io

import docx
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls

from lib.read import read
from tests.read.making import FIRST, SECOND

RUN = '<w:r><w:t xml:space="preserve">{}</w:t></w:r>'


def element(xml):
    return parse_xml(xml.replace(">", f" {nsdecls('w')}>", 1))


def read_made(folder, made):
    out = io.BytesIO()
    made.save(out)
    (folder / "a.docx").write_bytes(out.getvalue())
    (article,) = read(folder / "a.docx")
    return article


def test_tracked_changes_are_read_as_accepted_and_noted(tmp_path):
    made = docx.Document()
    paragraph = made.add_paragraph("The ministers ")
    paragraph._p.append(element(f"<w:ins>{RUN.format('did not ')}</w:ins>"))
    paragraph._p.append(element("<w:del><w:r><w:delText>happily </w:delText></w:r></w:del>"))
    paragraph._p.append(element(f"<w:moveFrom>{RUN.format('today ')}</w:moveFrom>"))
    paragraph.add_run("agree on the four routes.")
    made.add_paragraph(FIRST)
    article = read_made(tmp_path, made)
    assert article.text == f"The ministers did not agree on the four routes.\n\n{FIRST}"
    assert any("changes were tracked" in note for note in article.notes)


def test_content_controls_are_read_and_tables_and_text_boxes_are_not(tmp_path):
    made = docx.Document()
    made.add_paragraph(FIRST)
    last = made.add_paragraph("He named ")
    last._p.append(element(f"<w:sdt><w:sdtContent>{RUN.format('Ilse Brandt')}</w:sdtContent></w:sdt>"))
    box = f"<w:r><w:pict><w:txbxContent><w:p>{RUN.format('Advertisement')}</w:p></w:txbxContent></w:pict></w:r>"
    last._p.append(element(box))
    last.add_run(" as the harbour master.")
    cell = f"<w:tbl><w:tr><w:tc><w:p>{RUN.format('Cell')}</w:p></w:tc></w:tr></w:tbl>"
    held = f"<w:sdt><w:sdtContent><w:p>{RUN.format(SECOND)}</w:p>{cell}</w:sdtContent></w:sdt>"
    last._p.addprevious(element(held))
    article = read_made(tmp_path, made)
    assert article.text == f"{FIRST}\n\n{SECOND}\n\nHe named Ilse Brandt as the harbour master."
    assert article.notes == ("1 tables were left out: an article is made of sentences",)
