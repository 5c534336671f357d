"""E-mails in several parts, and messages that carry other messages."""

from email import message_from_bytes, policy
from email.message import EmailMessage

from lib.read import read
from tests.read.making import FIRST, SECOND, TITLE, letter


def read_made(folder, message):
    (folder / "a.eml").write_bytes(message.as_bytes())
    return list(read(folder / "a.eml"))


def forwarding(note, subject=f"Fwd: {TITLE}"):
    message = EmailMessage()
    message["From"], message["Subject"] = "Ann Reader <ann@example.org>", subject
    message["Date"] = "Mon, 07 Feb 2022 09:10:00 +0000"
    message.set_content(note)
    return message


def test_text_below_a_picture_is_read_too(tmp_path):
    message = forwarding(FIRST)
    message.make_mixed()
    message.add_attachment(b"GIF89a", maintype="image", subtype="gif", disposition="inline", cid="<a>")
    message.add_attachment(SECOND, disposition="inline")
    (article,) = read_made(tmp_path, message)
    assert article.text == f"{FIRST}\n\n{SECOND}"


def test_one_text_in_two_forms_is_read_once(tmp_path):
    message = forwarding(FIRST)
    message.make_mixed()
    message.add_attachment(f"<p>{FIRST}</p>", subtype="html", disposition="inline")
    (article,) = read_made(tmp_path, message)
    assert article.text.strip() == FIRST


def test_an_attached_message_is_the_article_and_its_sender_the_outlet(tmp_path):
    message = forwarding("Please look at the article below.")
    message.add_attachment(message_from_bytes(letter(), policy=policy.default))
    (article,) = read_made(tmp_path, message)
    assert (article.source, article.title, article.published.isoformat()) == ("Harbor Wire", TITLE, "2022-02-03")
    assert article.text.startswith(FIRST)
    assert "Please look" not in article.text
    assert any("attached to another message" in note for note in article.notes)


def test_a_long_message_that_carries_another_is_an_article_too(tmp_path):
    message = forwarding(f"{FIRST} {SECOND}\n" * 4)
    message.add_attachment(message_from_bytes(letter(), policy=policy.default))
    assert [article.source for article in read_made(tmp_path, message)] == ["Ann Reader", "Harbor Wire"]
