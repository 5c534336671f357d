"""Publication days inferred for invented articles that state none."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable

import pytest

from lib.find.names import find_names
from lib.find.parse import load_model, parse
from lib.find.times import find_times
from lib.find.words import find_words
from lib.link.published import Clues, DatedArticle, clues_of, infer_published
from lib.schema import Article

Read = Callable[[str, str, dt.date | None], Clues]
FRIDAY = dt.date(2022, 2, 4)

TOLD = (
    "Ilse Vandermeer, the mayor of Lindhaven, and Harbor Minister Tomas Okonedo signed the breakwater agreement on "
    "Thursday after months of bitter talks. Okonedo will inspect the flooded quays of Lindhaven on Saturday."
)
RETOLD = (
    "After months of talks, Mayor Ilse Vandermeer of Lindhaven signed the bitter breakwater agreement with Tomas "
    "Okonedo on Thursday. The opposition left the hall on Friday."
)


@pytest.fixture(scope="module")
def read() -> Read:
    nlp = load_model()

    def run(name: str, text: str, published: dt.date | None) -> Clues:
        article = Article(
            name, "Test", "given", "", "", published, None, None, "given", "", "", "", "en", text, 0, name, "", "t"
        )
        document = parse(article, [], nlp)
        mentions = find_names(document)
        return clues_of(article, [], find_times(document), mentions, find_words(document, mentions))

    return run


def test_a_shared_happening_fixes_the_week(read: Read) -> None:
    found = infer_published([read("u", RETOLD, None)], [DatedArticle(read("d", TOLD, FRIDAY), FRIDAY)])
    answer = found["u"]
    # Thursday is 3 February by the dated article. On that very day its Friday would be 28 January; from the
    # fourth on Thursday and Friday lie side by side.
    assert (answer.published, answer.start, answer.end) == (FRIDAY, FRIDAY, dt.date(2022, 2, 10))
    assert "Thursday 3 Feb 2022" in answer.evidence
    assert "4 Feb 2022 is taken" in answer.evidence


def test_weekdays_that_stay_open_give_an_interval_only(read: Read) -> None:
    text = RETOLD.replace("on Friday", "on Sunday")
    answer = infer_published([read("u", text, None)], [DatedArticle(read("d", TOLD, FRIDAY), FRIDAY)])["u"]
    assert (answer.published, answer.start, answer.end) == (None, dt.date(2022, 2, 3), dt.date(2022, 2, 10))


def test_one_weekday_is_enough_for_a_day(read: Read) -> None:
    text = RETOLD.partition(" The opposition")[0]
    answer = infer_published([read("u", text, None)], [DatedArticle(read("d", TOLD, FRIDAY), FRIDAY)])["u"]
    assert (answer.published, answer.start, answer.end) == (
        dt.date(2022, 2, 3),
        dt.date(2022, 2, 3),
        dt.date(2022, 2, 10),
    )
    assert "is taken" in answer.evidence


def test_a_footers_year_may_be_that_of_the_visit_so_it_bounds_from_above_only(read: Read) -> None:
    text = "The mill burned down on Thursday.\n\n© 2024, The Lindhaven Post."
    answer = infer_published([read("u", text, None)], [])["u"]
    assert (answer.published, answer.start, answer.end) == (None, None, dt.date(2025, 1, 1))
    assert answer.evidence == "Its footer says “© 2024”, so it is not younger."


def test_between_the_days_that_it_tells_of_and_the_year_of_its_footer(read: Read) -> None:
    text = "The mill burned down on Thursday. It had last been inspected on 28 January 2022.\n\n© 2024 Channel Lantern."
    answer = infer_published([read("u", text, None)], [])["u"]
    assert (answer.published, answer.start, answer.end) == (None, dt.date(2022, 1, 28), dt.date(2025, 1, 1))


def test_a_footer_that_was_never_kept_up_bounds_nothing(read: Read) -> None:
    text = "The mill burned down on 3 May 2021, the mayor said on Thursday.\n\n© 2019 The Lindhaven Post."
    answer = infer_published([read("u", text, None)], [])["u"]
    assert (answer.published, answer.start, answer.end) == (None, dt.date(2021, 5, 3), None)
    assert "© 2019" in answer.evidence
    assert "no bound" in answer.evidence


def test_a_past_date_is_a_lower_bound_and_a_planned_one_is_not(read: Read) -> None:
    text = "The mill burned down on 3 May 2019. A new one will open by 1 June 2021."
    answer = infer_published([read("u", text, None)], [])["u"]
    assert (answer.published, answer.start, answer.end) == (None, dt.date(2019, 5, 3), None)


def test_a_footer_of_another_year_outweighs_the_story(read: Read) -> None:
    text = RETOLD.partition(" The opposition")[0] + "\n\n© 2019 The Lindhaven Post"
    answer = infer_published([read("u", text, None)], [DatedArticle(read("d", TOLD, FRIDAY), FRIDAY)])["u"]
    assert (answer.published, answer.start, answer.end) == (None, None, dt.date(2020, 1, 1))


def test_other_names_or_other_words_are_no_evidence(read: Read) -> None:
    other = "Ilse Vandermeer and Tomas Okonedo opened a school in Lindhaven on Thursday."
    stranger = "Ann Bell and Bo Reed signed the breakwater agreement on Thursday after months of bitter talks."
    dated = [DatedArticle(read("d", TOLD, FRIDAY), FRIDAY)]
    assert infer_published([read("o", other, None), read("s", stranger, None)], dated) == {}


def test_nothing_known_gives_nothing(read: Read) -> None:
    assert infer_published([read("u", "The mill burned down on Thursday.", None)], []) == {}
    assert infer_published([], []) == {}


def test_a_newly_dated_article_dates_the_next_one(read: Read) -> None:
    rescue = " On Friday lighthouse keeper Casper Nijhoff rescued eleven shrimp fishermen from the Westerdam sluice."
    third = (
        "Casper Nijhoff, the lighthouse keeper, rescued eleven shrimp fishermen from the Westerdam sluice on Friday."
    )
    middle, last = read("u", RETOLD + rescue, None), read("v", third, None)
    dated = [DatedArticle(read("d", TOLD, FRIDAY), FRIDAY)]
    assert "v" not in infer_published([last], dated)
    for undated in ([middle, last], [last, middle]):
        found = infer_published(undated, dated)
        assert found["u"].published == FRIDAY
        assert found["v"].published == FRIDAY
        assert "Friday 4 Feb 2022" in found["v"].evidence
