"""An outlet under two names is one in the tables; the articles keep their ids and are not parsed again."""

from lib.build import stages
from tests.build.conftest import STRIKE, TALKS


def test_a_later_name_renames_the_outlet_and_parses_nothing_again(desk, monkeypatch):
    desk.write("talks.txt", TALKS.replace("Harbor Wire", "HWS"))
    assert desk.build() == 0
    (before,) = desk.rows("articles")
    assert (before["source"], before["source_evidence"]) == ("HWS", "Source: HWS")

    parsed = []
    real = stages.find_words
    monkeypatch.setattr(
        stages, "find_words", lambda document, *rest: (parsed.append(document.article.source), real(document, *rest))[1]
    )
    desk.write("strike.txt", STRIKE.replace("Meridian Post", "Harbor Wire Service (HWS)"))
    assert desk.build() == 0
    assert parsed == ["Harbor Wire Service (HWS)"]
    after = {row["article_id"]: row for row in desk.rows("articles")}
    assert {row["source"] for row in after.values()} == {"Harbor Wire Service (HWS)"}
    renamed = after[before["article_id"]]
    assert renamed["source_evidence"] == "Source: HWS; 'HWS' is the acronym of 'Harbor Wire Service (HWS)'"
    assert {row["source_id"] for row in desk.rows("article_entities")} == {0}


def test_an_address_that_is_not_the_listed_outlets_own_stays_an_outlet_of_its_own(desk):
    desk.write("talks.txt", TALKS.replace("Harbor Wire", "The Guardian"))
    desk.write("strike.txt", STRIKE.replace("Meridian Post", "guardian.ng"))
    assert desk.build() == 0
    assert {row["source"] for row in desk.rows("articles")} == {"The Guardian", "guardian.ng"}
