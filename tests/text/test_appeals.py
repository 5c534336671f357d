"""How far a line speaks to the reader about the page: what pages say, and what articles say with the same words."""

import pytest

from lib.text.appeals import appeal, is_appeal


@pytest.mark.parametrize(
    "line",
    [
        "We use your sign-up to send you our newsletters.",
        "Get exclusive access to our podcasts and stay informed.",
        "Do you live on the quay? Tell us in the comments below",
        "Please keep to our community guidelines when you comment.",
        "Join the Herald WhatsApp community and get the headlines on your phone.",
        "When you buy through links in our articles, we may earn a little from it.",
    ],
)
def test_the_page_speaks(line: str) -> None:
    assert is_appeal(line)


@pytest.mark.parametrize(
    "line",
    [
        "If you signed up before May, you can claim a free account.",
        "If you use the app, log in and change your password.",
        "Support for local journalism has fallen, and three papers closed.",
        "Our readers have long memories, and so do the voters of this town.",
        "The town has a newsletter, and you can read it in the library for free.",
        "“You can read our newsletter on this website,” the mayor wrote.",
        "You can read our newsletter on this website, the mayor said.",
        "Users who reject cookies must pay €3 a month for access to the site.",
        "She was asked to unsubscribe from our newsletters on this website.",
    ],
)
def test_the_article_speaks(line: str) -> None:
    assert not is_appeal(line)


def test_signs_add_up() -> None:
    assert appeal("The harbour was closed for two days.") == 0
    assert 0 < appeal("You need an account to use the ferry.") < appeal("Get our newsletter and an account.")


def test_long_lines_are_no_appeals() -> None:
    assert appeal("Get our newsletter. " * 5000) == 0
