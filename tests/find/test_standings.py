"""Standings: what a sentence says of the evidence for an allegation, by whom, and of which words."""

from __future__ import annotations

from collections.abc import Callable, Sequence

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from lib.find.names import find_names
from lib.find.parse import load_model, parse
from lib.find.quotes import find_quotes
from lib.find.standings import find_standings
from lib.find.standings.lexicon import cues
from lib.find.standings.rules import MOST
from lib.schema import Article, Mention, Standing
from lib.schema.columns import STANDINGS
from lib.tables import to_table
from lib.vocabulary import load

Find = Callable[[str], list[Standing]]


def article(text: str, source: str = "The Dispatch") -> Article:
    return Article(
        "a" * 16, source, "given", "", "", None, None, None, "given", "", "", "", "en", text, 0, "a" * 16, "", "t"
    )


def found_in(text: str, names: Sequence[Mention] | None = None) -> list[Standing]:
    document = parse(article(text), [], load_model())
    mentions = find_names(document) if names is None else names
    rows = find_standings(document, mentions, find_quotes(document, mentions))
    for row in rows:
        assert text[row.start : row.end] == row.text
        assert row.text.strip() == row.text != ""
        assert row.start <= row.allegation_start <= row.allegation_end or row.allegation_start < row.start
        sentence = document.sentences[row.sentence_id]
        assert sentence.start <= row.start < row.end <= sentence.end
        assert sentence.start <= row.allegation_start <= row.allegation_end <= sentence.end
    to_table(Standing, rows)
    return rows


def said(text: str) -> list[tuple[str, str]]:
    return [(row.status, row.by_text) for row in found_in(text)]


@pytest.mark.parametrize(
    ("text", "status", "by"),
    [
        ("The United States accused Russia of plotting to stage an attack.", "asserted", "The United States"),
        ("Russia was accused of sending spies across the border.", "asserted", ""),
        ("Nobody had confirmed the figure.", "challenged", ""),
        ("No one has confirmed the report that the king is dead.", "challenged", ""),
        ("None of the agencies has verified the claim.", "challenged", ""),
        ("The claim that the bridge was mined remains unverified.", "challenged", ""),
        ("The report was unconfirmed, the ministry said.", "challenged", "the ministry"),
        ("It was not possible to verify the account.", "challenged", ""),
        ("The Gazette was not able to verify the video.", "challenged", "The Gazette"),
        ("There was no confirmation of the report.", "challenged", ""),
        ("There was no independent confirmation.", "challenged", ""),
        ("The group has been accused of war crimes by the United Nations.", "asserted", "the United Nations"),
        ("The union claims that the firm cheated its workers.", "asserted", "The union"),
        ("The rebels claimed responsibility for the blast.", "asserted", "The rebels"),
        ("The report alleges a plan to install a puppet regime.", "asserted", "The report"),
        ("Washington blames Tehran for the drone strike.", "asserted", "Washington"),
        ("Britain said that Russia was plotting to install a friendly leader.", "asserted", "Britain"),
        ("The agency said it had information that a group was planning a bombing.", "asserted", "The agency"),
        ("The senator repeated his claim that the ballots had been switched.", "asserted", "The senator"),
        ("Hackers allegedly stole the files from the clinic.", "asserted", ""),
        ("The army released satellite images that it said showed fresh trenches.", "evidence shown", "The army"),
        ("The Pentagon published a video showing the collision.", "evidence shown", "The Pentagon"),
        ("The army showed reporters fragments of the missile.", "evidence shown", "The army"),
        ("Documents seen by the newspaper show that the bank knew of the loans.", "evidence shown", "Documents"),
        ("He gave no evidence.", "evidence withheld", "He"),
        ("The spokesman declined to provide proof.", "evidence withheld", "The spokesman"),
        ("No evidence was published.", "evidence withheld", ""),
        ("Officials would not say how it had been obtained.", "evidence withheld", "Officials"),
        ("The White House did not elaborate.", "evidence withheld", "The White House"),
        ("Officials cited classified intelligence.", "evidence withheld", "Officials"),
        ("The White House declined to comment on the intelligence.", "evidence withheld", "The White House"),
        ("In neither case was evidence published.", "evidence withheld", ""),
        ("Senators questioned the intelligence behind the strike.", "challenged", "Senators"),
        ("Several lawmakers cast doubt on the government's account.", "challenged", "Several lawmakers"),
        ("The claim could not be independently verified.", "challenged", ""),
        ("Reuters could not verify the video.", "challenged", "Reuters"),
        ("Lee pressed the spokesman for evidence.", "challenged", "Lee"),
        ("Experts were sceptical of the ministry's figures.", "challenged", "Experts"),
        ("There is no evidence that the firm knew of the leak.", "challenged", ""),
        ("Rebels disputed the army's version of events.", "challenged", "Rebels"),
        ("The unsubstantiated claim spread on social media.", "challenged", ""),
        ("Moscow denied both.", "denied", "Moscow"),
        ("He denied taking the money.", "denied", "He"),
        ("A spokesman for the firm dismissed the accusation as baseless.", "denied", "A spokesman for the firm"),
        ("Officials called the claims nonsense.", "denied", "Officials"),
        ("Russia says it has no plans to invade Ukraine.", "denied", "Russia"),
        ("Iran had nothing to do with the attack, its ambassador said.", "denied", "its ambassador"),
        ("The envoy insisted that Serbia was not behind the raid.", "denied", "The envoy"),
        ("The allegation is a lie, the mayor told reporters.", "denied", "the mayor"),
        ("A report that the call had gone badly was denied by both governments.", "denied", "both governments"),
        ("The suit contends that the firm knew of the leak.", "asserted", "The suit"),
        ("The guard is said to have stolen the paintings.", "asserted", ""),
        ("The widow pointed the finger at the surgeon.", "asserted", "The widow"),
        ("The navy has yet to provide any proof.", "evidence withheld", "The navy"),
        ("The bank refused to release the recordings.", "evidence withheld", "The bank"),
        ("The lawyer produced a diary as proof of the affair.", "evidence shown", "The lawyer"),
        ("The guards' account did not add up, the judge said.", "challenged", "the judge"),
        ("The study called the ministry's account into question.", "challenged", "The study"),
        ("A reporter asked what the figure was based on.", "challenged", "A reporter"),
        ("The club said there was no truth in the story.", "denied", "The club"),
        (
            "On Friday Sergey V. Lavrov, the Russian minister, dismissed the allegation as nonsense.",
            "denied",
            "Sergey V. Lavrov",
        ),
        ("The nurse said that the officers had tortured him.", "asserted", "The nurse"),
        ("Beijing's denial came hours later.", "denied", "Beijing"),
        ("“We categorically reject these accusations,” the foreign minister said.", "denied", "the foreign minister"),
    ],
)
def test_says_how_an_allegation_stands_and_who_says_so(text: str, status: str, by: str) -> None:
    assert (status, by) in said(text)


@pytest.mark.parametrize(
    "text",
    [
        "The family was denied entry to the country.",
        "The court denied him bail.",
        "She challenged him to a debate.",
        "The company challenged the ruling in court.",
        "The boy refused to eat.",
        "Police kept the knife in the evidence room.",
        "The flood claimed 20 lives.",
        "The board rejected a bid from its rival.",
        "Tehran rejected the deal.",
        "The coach was dismissed from his post.",
        "The president dismissed the general from the army.",
        "The company did not deny the report.",
        "The ambassador would neither confirm nor deny the report.",
        "No one disputes that the bridge fell.",
        "If Moscow denied the report, nobody would believe it.",
        "The singer released a video of her new song.",
        "The police questioned the man for two hours.",
        "The mayor said she had no plans to retire.",
        "The tribunal heard evidence from three witnesses.",
        "He declined to comment.",
        "The professor doubted that it would rain.",
        "The bridge did not hold up.",
        "The police held the road.",
        "Ruiz is said to have sung well.",
        "The bank said that profits had grown.",
        "Russia called the decision unjustified and absurd.",
        "",
        "Nobody confirmed the booking.",
        "His booking is unconfirmed.",
        "It is possible to verify the account with a code.",
        "We have no confirmation of your order.",
        "The clinic was able to confirm the report.",
    ],
)
def test_leaves_what_only_looks_like_it(text: str) -> None:
    assert said(text) == []


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("The United States accused Russia of plotting to stage an attack.", "plotting to stage an attack"),
        ("The union claims that the firm cheated its workers.", "the firm cheated its workers"),
        ("Officers deny that the village was shelled.", "the village was shelled"),
        ("The claim, which Russia denied, was printed on Monday.", "The claim"),
        ("Experts were sceptical of the ministry's figures.", "the ministry's figures"),
        ("The White House did not elaborate.", ""),
    ],
)
def test_gives_the_words_of_the_allegation(text: str, words: str) -> None:
    assert words in [text[row.allegation_start : row.allegation_end] for row in found_in(text)]


def test_who_is_a_reference_to_the_mention_also_behind_a_pronoun() -> None:
    text = "Ana Ruiz told reporters that the dam was safe. She denied that it had cracked."
    (row,) = [row for row in found_in(text) if row.status == "denied"]
    assert (row.by_text, row.by_entity_id, row.attribution) == ("She", "@0-8", "named")


def test_one_row_for_one_status_of_one_speaker_in_a_sentence() -> None:
    rows = found_in("The embassy rejected the accusation and dismissed the report as nonsense.")
    assert [row.status for row in rows] == ["denied"]


def test_every_cue_is_one_that_the_code_reads() -> None:
    for family in load("standings"):
        for cue in cues(family).values():
            assert cue.status in ("", *STANDINGS)


_SOME = (
    "denied Denied no evidence that the claim of and without said Kyiv ACCUSED not rejected as lies had nothing to do "
    "with by yet asked where pointed finger “ ” ' , . Россия نفى e\u0301 🙂 soft\u00adly"
)
_WORDS = st.sampled_from([*_SOME.split(), "\n", "\n\n"])


@settings(max_examples=40, deadline=None, suppress_health_check=list(HealthCheck))
@given(st.lists(_WORDS, max_size=40).map(" ".join))
def test_offsets_hold_on_any_text(text: str) -> None:
    found_in(text, [])


@pytest.mark.parametrize("word", ["denied ", "said that it denied that ", "no evidence of "])
def test_a_sentence_without_an_end_is_read(word: str) -> None:
    assert len(found_in("He " + word * (8_000 // len(word)), [])) <= MOST
