"""Lines known by the marked lines beside them, and lines of articles that stand among such lines."""

import time

import pytest

from lib.find.marks import mark

HEAD = "Talks go on in the old customs house\nBy Nora Vale\n3 March 2023"
BODY = (
    "The ministers met on Thursday in the old customs house and said that the talks would go on.\n\n"
    "The roof of the house had been leaking for a year, and buckets stood in the corridors.\n\n"
    "“We are used to rain,” the host told reporters.\n\n"
    "Neither side would say what the other had offered for the use of the two piers."
)
LAST = "The third day will be used for drafting the text, the delegation said on Friday."
FOOT = "Share\nPrivacy policy\n© 2023 Harbor Wire"


def marked(text: str, words: str) -> bool:
    at = text.index(words)
    return any(one.start <= at and at + len(words) <= one.end for one in mark(text))


def touched(text: str, words: str) -> bool:
    at = text.index(words)
    return any(one.start < at + len(words) and at < one.end for one in mark(text))


@pytest.mark.parametrize(
    ("block", "line"),
    [
        ("Sign up\nenter here\nLog in", "enter here"),
        ("Sign up for our newsletter and get the headlines.\nAll puzzles, articles and podcasts for your account.",
         "All puzzles, articles and podcasts for your account."),
        ("A ferry lies in the harbour.\nJane Doe/XBC\nhide caption", "A ferry lies in the harbour."),
        ("A ferry lies in the harbour\nHerald file photo", "A ferry lies in the harbour"),
        ("Readers are also viewing…\nA gull that reads the paper\nWho owns the sea?", "Who owns the sea?"),
        ("Recommended from the desk\nThe keeper who counts every ship that passes", "The keeper who counts"),
        ("Line-ups\nHarrow\n1 Dunne\n2 Okoro\n5 Bell\n6 Marsh\n9 Lawal\nRovers\n1 Ivers\n4 Storr", "5 Bell"),
        ("Doe: ‘We should have said so’", "Doe: ‘We should have said so’"),
    ],
)  # fmt: skip
def test_lines_between_paragraphs(block: str, line: str) -> None:
    text = f"{HEAD}\n\n{BODY}\n\n{block}\n\n{LAST}\n\n{FOOT}"
    assert marked(text, line)
    assert not touched(text, LAST)


@pytest.mark.parametrize(
    ("block", "line"),
    [
        ("Tags\nharbours\nrain", "harbours"),
        ("Ada Penn\nAda Penn has covered the coast since 1998. She lives in Dunmore with two cats.", "She lives in"),
        ("About Harbor Rope\nHarbor Rope makes ropes in four towns. It was founded in 1911.", "It was founded"),
        ("Media contact:\nAda Penn\n(207) 555-0142", "Ada Penn"),
        ("SOURCE Harbor Rope Inc.", "SOURCE Harbor Rope Inc."),
        ("ada@harborwire.example", "ada@harborwire.example"),
        ("Hal\n18 March 2023\nI learned to swim there and so did mine.\nReply\nDee\n19 March 2023\nSo true.\nReply",
         "I learned to swim there"),
        ("Published in Harbor Wire, March 4th, 2023\nRivers of neglect", "Rivers of neglect"),
        ("World\nA gull that reads the paper\nSport", "World"),
    ],
)  # fmt: skip
def test_lines_at_the_foot(block: str, line: str) -> None:
    text = f"{HEAD}\n\n{BODY}\n\n{LAST}\n\n{block}\n\n{FOOT}"
    assert marked(text, line)
    assert not touched(text, LAST)


@pytest.mark.parametrize(
    "line",
    [
        "If you signed up before May, you can claim a free account.",
        "Check your account for payments that you do not know.",
        "Something went wrong with the engine shortly after take-off.",
        "Information from the radar showed that the ship had turned.",
        "This was published in March and sold 3,000 copies.",
        "Leaflets distributed by the party called for calm.",
        "Research by the university shows that eels are back.",
        "The inquest continues.",
        "Nobody was hurt.",
    ],
)
@pytest.mark.parametrize(
    "box",
    [
        "Advertisement",
        "Sign up for our newsletter\nEmail\nSign up",
        "Most read\nHarbor closed again\nGull steals hearing aid",
        "A ferry lies in the harbor.\nJane Doe/Getty Images\nhide caption",
    ],
)
def test_sentences_beside_boxes_stay(line: str, box: str) -> None:
    assert not touched(f"{HEAD}\n\n{BODY}\n\n{box}\n\n{line}\n\n{LAST}\n\n{FOOT}", line)
    assert not touched(f"{HEAD}\n\n{BODY}\n\n{line}\n\n{box}\n\n{LAST}\n\n{FOOT}", line)


def test_a_list_of_the_article_stays() -> None:
    words = ["flour", "salt", "two eggs", "milk", "butter", "a lemon", "sugar", "rum", "plums"]
    text = f"{HEAD}\n\n{BODY}\n\nThe cook used the following:\n" + "\n".join(words) + f"\n\n{LAST}\n\n{FOOT}"
    assert not any(touched(text, f"\n{word}\n") for word in words)


def test_a_press_release_opens_with_its_wire() -> None:
    text = f"Talks go on in the customs house\n\nDUNMORE, Maine, June 14, 2022 /PressLine/ -- {BODY}"
    assert marked(text, "DUNMORE, Maine, June 14, 2022 /PressLine/ --")


def test_many_lines_take_no_time() -> None:
    text = f"{HEAD}\n\n{BODY}\n\n" + "Sign up\nenter here, you and our account\nReply\n" * 5000
    began = time.monotonic()
    mark(text)
    assert time.monotonic() - began < 20
