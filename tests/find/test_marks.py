"""Marks: gold articles and single rules. Other text: ``test_marks_hostile``, ``test_marks_real``."""

from pathlib import Path

import pytest

from lib.find.marks import mark, mark_article
from lib.schema import Article
from tests.find.marks_gold import cases, load

BODY = "The ministers met on Thursday in the old customs house and said that the talks would go on."


def marked(text: str, title: str = "") -> list[tuple[str, str]]:
    return [(one.kind, text[one.start : one.end]) for one in mark(text, title)]


@pytest.mark.parametrize("path", cases(), ids=lambda path: path.stem)
def test_gold_article(path: Path) -> None:
    text, gold = load(path)
    wanted = {i for start, end, _ in gold for i in range(start, end) if not text[i].isspace()}
    found = {i for one in mark(text) for i in range(one.start, one.end) if not text[i].isspace()}
    assert not found - wanted, "".join(text[i] for i in sorted(found - wanted))
    assert not wanted - found, "".join(text[i] for i in sorted(wanted - found))


def test_gold_kinds() -> None:
    right = total = 0
    for path in cases():
        text, gold = load(path)
        kinds = {i: one.kind for one in mark(text) for i in range(one.start, one.end)}
        right += sum(kinds.get(start) == kind for start, _, kind in gold)
        total += len(gold)
    assert right >= 0.95 * total


@pytest.mark.parametrize(
    "line",
    [
        "The minister told reporters on Tuesday that the talks were",
        "Finch said that the government had to say that it did what it decided to do.",
        "“We will not give up”",
        "Read more closely, the text says something else.",
        "Watch the gate, and you will see who comes.",
        "By Friday, the ships had left the port.",
        "Copyright law was on the agenda of the meeting.",
        "Photos of the founders hang in the hall.",
        "Related firms joined the strike.",
        "Smoking is strictly prohibited in the hall.",
        "The Associated Press (AP) reported the deal first.",
        "He met his counterpart. Orla Finch.",
        "The company is based in the U.S. Army barracks",
        "She thanked the team (and the coach) for the work (in the rain).",
        "The next train leaves at 10:31",
        "“The shop is open. Follow us inside. Tell us what you need.” She smiled.",
        'He said: "We are here. Get in touch with the others. Do it now."',
        "He was fired from the company and founded a new one",
        "They met again",
        "The harbour was closed for two days in the summer",
        "Ansel Shipping also bought three ferries earlier this month",
        "The union refused to meet the demands of the port",
        "Finch owns a quarter of the yard that builds them",
        "Two other incidents have been reported since the ferry sank",
        "This makes it easier for the islands to trade with the mainland",
        "When the port reopened, she praised the crew",
        "The company lost a record sum in 2019",
        "Jane Doe reports to the minister on Friday, and the port hopes for the best.",
        "IF THE PORT CLOSES: that is the question. Nobody can say.",
    ],
)
def test_body_stays_body(line: str) -> None:
    text = f"{BODY}\n\n{line}\n\n{BODY}"
    assert marked(text) == []


@pytest.mark.parametrize(
    ("line", "kind"),
    [
        ("READ MORE: Why the ferries stopped", "promo"),
        ("Sign up for our newsletter", "promo"),
        ("Follow us on Twitter and Facebook", "promo"),
        ("Advertisement", "boilerplate"),
        ("Edited by Jane Doe; graphics by John Roe", "boilerplate"),
        ("The Associated Press contributed to this report.", "boilerplate"),
        ("Correction: An earlier version gave the wrong day.", "boilerplate"),
        ("Correction, 17 May: An earlier article said that 340 homes burned. It was 430.", "boilerplate"),
        ("Clarification (May 17, 2024): The mayor spoke on Monday.", "boilerplate"),
        ("© 2022 Harbor Wire. All rights reserved.", "boilerplate"),
        ("FILE PHOTO: The port of Ansel is seen at dusk. REUTERS/Jane Doe", "caption"),
        ("Boats lie in the harbour of Ansel. (Photo: Jane Doe/Harbor Wire)", "caption"),
        ("Inside the last ferry of Saint Bren", "promo"),
        ("A long quarrel over fish", "headline"),
        ("What happens next?", "headline"),
        ("https://harborwire.example/ferries", "boilerplate"),
        ("How the deal came about 12:05", "promo"),
        ("FEB 3, 202202:47Watch: The last ferry of Ansel", "promo"),
        ("GET THE QUAY MORNING BRIEF: five stories, five minutes. Sign up here.", "promo"),
        ("If you found this useful, share it with a friend. We run on reader support.", "promo"),
        ("Ferry firm plans to cut 300 jobs", "headline"),
        ("Veland says neighbour is planning a blockade", "headline"),
        ("A version of this article appears in print on Feb. 3, 2022, Section A.", "boilerplate"),
    ],
)
def test_line_between_paragraphs(line: str, kind: str) -> None:
    text = f"{BODY}\n\n{line}\n\n{BODY}\n\n{BODY}"
    assert marked(text) == [(kind, line)]


@pytest.mark.parametrize(
    "lead",
    [
        "(CNN) —",
        "KYIV, Feb 3 (Harbor Wire) —",
        "WASHINGTON (AP) —",
        "MOSCOW —",
        "PORT ANSEL, Veland, Feb. 3, 2022 (Reuters) -",
        "Port Ansel, Veland (CNN) —",
        "BEIJING, 4 February (Xinhua) --",
        "March 31 (Reuters) -",
        "LONDON/PARIS, Feb 3 (Reuters) -",
        "NEW DELHI:",
        "Herat –",
        "SHARAN, (Afghanistan):",
    ],
)
def test_dateline(lead: str) -> None:
    assert marked(f"{lead} {BODY}\n\n{BODY}") == [("dateline", lead)]


@pytest.mark.parametrize(
    "lead",
    [
        "NATO — the union of the north —",
        "Ships — all of them —",
        "Veland – Europe’s last ferry state –",
        "He said: “Go.”",
        "AN IDEA",
    ],
)
def test_no_dateline(lead: str) -> None:
    assert marked(f"{lead} {BODY}\n\n{BODY}") == []


def test_the_pages_own_lines_above_the_story() -> None:
    head = ["Subscribe | Log in", "THE ANSEL GAZETTE", "News › World › Veland", "Ferries sail again in June"]
    text = "\n".join(head) + f"\n\n{BODY}\n\n{BODY}"
    assert marked(text, head[-1]) == [*(("boilerplate", line) for line in head[:-1]), ("headline", head[-1])]


def test_comments_below_a_count_of_them() -> None:
    below = [
        "Comments (214)  Sort by: Newest",
        "seadog_77 · 3 hours ago",
        "every winter the same story",
        "Report · Reply",
    ]
    text = "\n\n".join([BODY] * 4) + "\n\n" + "\n".join(below)
    assert [words for _, words in marked(text)] == below


def test_notes_on_the_authors_at_the_end() -> None:
    note = "Jane Doe reports from Ansel and John Roe covers the islands."
    notes = "Jane Doe covers shipping. John Roe is the Gazette's islands correspondent."
    text = "\n\n".join([BODY] * 9)
    assert marked(f"{text}\n\n{note}\n\n{notes}") == [("boilerplate", note), ("boilerplate", notes)]
    assert marked(f"{note}\n\n{text}") == []


def test_a_list_after_a_colon_is_body() -> None:
    assert marked(f"{BODY}\n\nThe company named three steps:\n\nStop all work\n\nCheck every bolt\n\n{BODY}") == []


def test_a_caption_glued_to_a_paragraph_leaves_its_body() -> None:
    text = f"{BODY} It rained. Boats pass the quay.(Jane Doe, Agency Pool Photo via XX)\n\n{BODY}"
    assert marked(text) == [("caption", "Boats pass the quay.(Jane Doe, Agency Pool Photo via XX)")]


def test_the_given_title_is_found_with_the_sites_name() -> None:
    text = f"Ferries sail again in June - Harbor Wire\n\n{BODY}"
    assert marked(text, "Ferries sail again in June") == [("headline", "Ferries sail again in June - Harbor Wire")]


def test_text_without_any_sentence_is_left_alone() -> None:
    text = "no stops here\n\nand none here\n\nlines of a poem\n\nwithout an end"
    assert marked(text) == []


def test_mark_article_gives_rows() -> None:
    text = f"Ferries sail again\n\n{BODY}"
    article = Article(
        "a1",
        "",
        "unknown",
        "",
        "Ferries sail again",
        None,
        None,
        None,
        "unknown",
        "",
        "",
        "",
        "en",
        text,
        0,
        "a1",
        "",
        "x",
    )
    (row,) = mark_article(article)
    assert (row.article_id, row.start, row.end, row.kind) == ("a1", 0, 18, "headline")
    assert row.why
