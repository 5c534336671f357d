"""Furniture of pages as they are pasted, and sentences of articles that look like it."""

import time

import pytest

from lib.find.marks import mark

BODY = "The ministers met on Thursday in the old customs house and said that the talks would go on."
HEAD = "Home\nNews\nTalks go on in the old customs house\nBy Nora Vale\n3 March 2023"


def left(text: str) -> str:
    hidden = {at for one in mark(text) for at in range(one.start, one.end)}
    return "".join(c for at, c in enumerate(text) if at not in hidden)


@pytest.mark.parametrize(
    "line",
    [
        "Share of trade lost to supermarkets had been a problem long before the roof was inspected.",
        "Follow the money, investigators were told.",
        "Her newsletter has 12,000 subscribers. Sign up for it and you get a letter a week, she said.",
        "Support for the bill fell in March.",
        "Latest in a long line of ministers to go, he packed on Friday.",
        "Trending in the wrong direction, sales fell by a tenth.",
        "Fraudsters send a link directly to your inbox, police said.",
        "Jane Doe is accused of taking the money.",
        "312 people were hurt.",
        "By Monday, Ada Penn had left the party for good",
        "Published on 3 March 2023, the report blames the company.",
        "Cancel anytime, they promised; nobody could.",
        "Subscribe to continue reading, the sign said.",
        "'We were given an hour,' she said.",
        "'Nobody asked us', he said, and left",
        "While you're here, you must obey the law, the guard told them.",
        "Page not found, the screen of the ministry said on Monday.",
        "At 4:05 p.m. the siren went off.",
        "4:05 p.m.: The siren goes off.",
        "Stay tuned, he told the crowd.",
        "Best of three wins.",
        "Help centre staff went home at noon.",
        "More in need than ever, the families wait.",
        "Special offer letters were sent to 4,000 clients.",
        "€1 for 4 weeks of work is what she got.",
        "An appeal was filed for Ansel Bank (AP, Reuters said) on Monday.",
    ],
)
def test_sentences_of_the_article_stay(line: str) -> None:
    assert line in left(f"{BODY}\n\n{line}\n\n{BODY}")
    assert line in left(f"{HEAD}\n\n{BODY}\n\n{line}\n\n{BODY}")


@pytest.mark.parametrize(
    "line",
    [
        "Ad Feedback",
        "312",
        "1.2k shares",
        "17.48 BST",
        "'We were given an hour'",
        "‘We have waited long enough’",
        "Listen to this article · 6:42 min Learn more",
        "Share or comment on this article: Talks go on in the old customs house",
        "Boats at the quay on Monday. Credit...Peter Lark for The Bay Times",
        "A boat at the quayImage: Peter Lark/dpa",
        "Nine people were hurt in the accident (Representational)",
        "The Morning Brief newsletter has all the news that you need. Sign up here.",
        "Read 312 Comments",
        "Follow Al Jazeera English:",
        "mq/rs (AFP, dpa)",
        "Nora Vale is a national correspondent. She has covered floods in nine states.",
    ],
)
def test_furniture_is_marked(line: str) -> None:
    assert line not in left(f"{HEAD}\n\n{BODY}\n\n{line}\n\n{BODY}")


def test_all_above_an_anchored_headline_is_marked() -> None:
    menu = "Skip to content\nDOW\n0.34%\nFear & Greed Index\nBusiness / Transport\nWeather in your town"
    assert left(f"{menu}\n{HEAD}\n\n{BODY}\n\n{BODY}").strip() == f"{BODY}\n\n{BODY}"


def test_below_a_paywall_only_paragraphs_of_an_article_stay() -> None:
    wall = "This article is for subscribers only.\nTrial\nThen €49 per month. Quality analysis on your phone.\nHelp"
    assert left(f"{HEAD}\n\n{BODY}\n\n{BODY}\n\n{wall}").strip() == f"{BODY}\n\n{BODY}"
    assert left(f"{HEAD}\n\n{BODY}\n\n{wall}\n\n{BODY}").strip().endswith(BODY)


def test_in_a_page_of_one_line_no_sentence_is_marked_with_the_button_before_it() -> None:
    story = " ".join([BODY] * 20)
    text = f"{story} To view this video please enable JavaScript The shipping company had asked for damages. {story}"
    assert "The shipping company had asked for damages." in left(text)


def test_a_box_that_a_link_skips_is_marked_up_to_its_end() -> None:
    box = (
        "skip past newsletter promotion\nSign up to First Edition\nOur morning email breaks down the key stories "
        "of the day, telling you what is happening and why it matters\nafter newsletter promotion"
    )
    assert "key stories" not in left(f"{HEAD}\n\n{BODY}\n\n{box}\n\n{BODY}")
    assert left(f"{HEAD}\n\n{BODY}\n\n{box}\n\n{BODY}").strip().endswith(BODY)


def test_below_the_foot_of_a_page_only_its_own_lines_are_left_where_someone_is_quoted() -> None:
    notice = "The bay office is an independent body that is devoted to factual reporting and was founded in 1846."
    foot = f"© 2023 Bay Herald\n{notice}\nbay.example"
    story = "\n\n".join([BODY, "It rained on the old customs house, and nobody had brought an umbrella.", BODY])
    assert notice not in left(f"{HEAD}\n\n{story}\n\n{foot}")
    kept = left(f"{HEAD}\n\n{story}\n\n{foot}\n\n{BODY}")
    assert notice in kept
    assert kept.strip().endswith(BODY)


def test_apostrophes_of_both_kinds_are_one() -> None:
    for line in (
        "Editor's picks",
        "Editor’s picks",
        "Don't miss: the ten driest summers",
        "Don’t miss: the ten summers",
    ):
        assert line not in left(f"{BODY}\n\n{line}\n\n{BODY}")


LEAD = "Talks open in the old town\n\nThe ministers met on Thursday in the old town hall and spoke for six hours.\n\n"


def test_thousands_of_full_stops_take_linear_time() -> None:
    starts = [time.perf_counter()]
    for length in (20_000, 80_000):
        mark("." * length)
        starts.append(time.perf_counter())
    assert starts[2] - starts[1] < 12 * max(starts[1] - starts[0], 0.05)


def test_a_topic_beside_the_date_is_no_author() -> None:
    told = "Jane Doe has not said whether she will come to the talks in the old town hall."
    text = (
        f"Talks open in the old town on Thursday\n3 March 2022\nJane Doe\nThe ministers met on Thursday and spoke for "
        f"six hours.\n\n{told}\n\nThe third day will be used for drafting the text, the delegation said on Friday."
    )
    assert not any(one.start < text.index(told) + len(told) and one.end > text.index(told) for one in mark(text))


def test_an_author_without_by_is_told_of_at_the_end() -> None:
    note = "Jane Doe is the author of two books on the region."
    text = (
        f"Talks open in the old town on Thursday\nJane Doe\n3 March 2022\nThe ministers met on Thursday and spoke for "
        f"six hours.\n\nThe third day will be used for drafting the text, the delegation said on Friday.\n\n{note}"
    )
    assert note in [text[one.start : one.end] for one in mark(text)]


def test_quoted_people_say_you_and_our_below_a_paywall() -> None:
    said = "“It is our land, and you know that very well by now,” the farmer told the minister."
    text = f"{LEAD}Subscribe to continue reading\n\n{said}"
    assert said not in [text[one.start : one.end] for one in mark(text)]
    offer = "Get all our stories for a year and save half, with your first month for nothing."
    text = f"{LEAD}Subscribe to continue reading\n\n{offer}"
    assert offer in [text[one.start : one.end] for one in mark(text)]
