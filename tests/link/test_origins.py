"""Copies merge, independent reports do not, and every passage is where it says."""

from __future__ import annotations

import datetime as dt
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from lib.link.copies.words import plain_words
from lib.link.origins import Body, Origins, find_origins
from lib.quality.origins import bodies, merged, pairs, read_gold
from tests.link.stories import OTHERS, RIVAL, STORY, body, paragraphs

ROOT = Path(__file__).resolve().parents[2]
DAY = dt.date(2021, 11, 3)
WIRE = "MARROW, Nov. 3 (Tern Agency) —"


def groups(*given_bodies: Body) -> list[list[str]]:
    origins = find_origins(given_bodies)
    exact(given_bodies, origins)
    assert set(origins.origin_of) == {b.article_id for b in given_bodies}
    return sorted(sorted(g) for g in merged(origins))


def exact(given_bodies: list[Body] | tuple[Body, ...], origins: Origins) -> None:
    """Each passage has the same words on both sides, and those of one pair do not overlap."""
    texts = {b.article_id: b.text for b in given_bodies}
    last: dict[tuple[str, str], int] = {}
    for copy in origins.copies:
        one, other = (
            texts[copy.article_id][copy.start : copy.end],
            texts[copy.other_id][copy.other_start : copy.other_end],
        )
        assert plain_words(one) == plain_words(other)
        assert one
        assert one == one.strip()
        assert 0 < copy.score <= 1
        assert copy.start >= last.get((copy.article_id, copy.other_id), 0)
        last[copy.article_id, copy.other_id] = copy.end
        assert origins.origin_of[copy.article_id] == origins.origin_of[copy.other_id]


ADDED = "\n\nSchools on the island were closed on Wednesday, and a church opened its hall to families who were waiting."
BRITISH = {"harbour": "harbor", "per cent": "percent", "travelling": "traveling", "ships": "vessels", "quay": "pier"}


def respelt(text: str) -> str:
    for one, other in BRITISH.items():
        text = text.replace(one, other)
    return text


@pytest.mark.parametrize(
    "copy",
    [
        STORY,
        paragraphs(STORY, 0, 1, 3),
        paragraphs(STORY, 0, 1),
        paragraphs(STORY, 0, 1, 3, 5, 6),
        STORY + ADDED,
        STORY.replace(
            "He did not say who had been at the helm.", "Who had been at the helm was not made public by him."
        ),
        respelt(STORY),
        STORY.replace("“", '"').replace("”", '"'),
        STORY.upper(),
        STORY.replace("passengers", "passen\u00adgers"),
    ],
    ids=["same", "cut", "lead", "middle cut out", "added", "edited", "respelt", "marks", "capitals", "soft hyphen"],
)
def test_a_copy_merges_without_any_credit(copy: str) -> None:
    first, second = body("b", STORY, "Gazette", DAY), body("a", copy, "Courier", DAY + dt.timedelta(days=1))
    origins = find_origins([second, first])
    exact([first, second], origins)
    assert origins.origin_of == {"a": "b", "b": "b"}
    assert {(c.article_id, c.other_id) for c in origins.copies} == {("a", "b")}


def test_the_same_text_is_one_passage() -> None:
    (copy,) = find_origins([body("a", STORY, "Gazette", DAY), body("b", STORY, "Courier", DAY)]).copies
    assert (copy.article_id, copy.other_id) == ("b", "a")
    assert (copy.start, copy.end) == (0, len(STORY) - 1)
    assert (copy.other_start, copy.other_end) == (0, len(STORY) - 1)
    assert copy.score == 1


def test_independent_reports_with_the_same_quotes_stay_apart() -> None:
    first, second = body("a", STORY, "Gazette", DAY), body("b", RIVAL, "Courier", DAY)
    assert groups(first, second) == []


@pytest.mark.parametrize("credits", [("", WIRE), (WIRE, WIRE), (WIRE, "MARROW (Gannet Press) —")])
def test_a_credit_alone_merges_nothing(credits: tuple[str, str]) -> None:
    first = body("a", STORY, "Gazette", DAY, head=credits[0])
    assert groups(first, body("b", RIVAL, "Courier", DAY, head=credits[1])) == []


#: About four in ten shingles of the shorter article: too few, unless an agency is credited.
PARTLY = f"{paragraphs(STORY, 1)}\n\n{paragraphs(RIVAL, 1, 3)}"


@pytest.mark.parametrize(
    ("heads", "days", "sources", "merges"),
    [
        (("", ""), 0, ("Gazette", "Courier"), False),
        ((WIRE, WIRE), 0, ("Gazette", "Courier"), True),
        ((WIRE, ""), 0, ("Gazette", "Courier"), True),
        ((WIRE, ""), 0, ("Gazette", "Tern Agency"), True),
        (("MARROW (Gannet Press) —", WIRE), 0, ("Gazette", "Courier"), False),
        ((WIRE, WIRE), 30, ("Gazette", "Courier"), False),
        ((WIRE, WIRE), 0, ("Gazette", "Gazette"), False),
        (("MARROW (Gazette) —", ""), 0, ("Gazette", "Courier"), False),
    ],
    ids=["none", "both", "one", "from the agency", "two agencies", "a month apart", "one outlet", "own name"],
)
def test_with_an_agencys_credit_less_is_enough(
    heads: tuple[str, str], days: int, sources: tuple[str, str], merges: bool
) -> None:
    first = body("a", STORY, sources[0], DAY, head=heads[0])
    second = body("b", PARTLY, sources[1], DAY + dt.timedelta(days=days), head=heads[1])
    assert groups(first, second) == ([["a", "b"]] if merges else [])


@pytest.mark.parametrize(
    ("one", "other", "words"),
    [
        ({"head": WIRE}, {"head": WIRE}, "both come from Tern Agency, named in the dateline"),
        ({"foot": "© 2021 Tern Agency"}, {"head": WIRE}, "both come from Tern Agency, named in the dateline"),
        (
            {"foot": "Reporting by Ada Marsh; editing by Bo Lind"},
            {"foot": "(Reporting by Ada Marsh)"},
            "both come from Ada Marsh, named in the sign-off",
        ),
        (
            {"head": "By Tern News Agency", "kind": "boilerplate"},
            {},
            "the other credits Tern News Agency in the by-line",
        ),
        ({}, {}, f"100% of its {len(plain_words(STORY))} words stand in the article of 3 Nov 2021 by Gazette."),
        ({"head": "Ada Marsh/AFP", "kind": "caption"}, {}, "by Gazette."),
    ],
    ids=["dateline", "footer", "sign-off", "by-line", "none", "a photographer's"],
)
def test_why_says_how_much_and_who_is_credited(one: dict[str, str], other: dict[str, str], words: str) -> None:
    first = body("a", STORY, "Gazette", DAY, **one)
    second = body("b", STORY, "Courier", DAY, **other)
    copies = find_origins([first, second]).copies
    assert copies
    assert all(words in c.why for c in copies)


def test_an_outlets_update_of_its_own_article_is_a_copy() -> None:
    assert groups(body("a", STORY, "Gazette", DAY), body("b", STORY + ADDED, "Gazette", DAY)) == [["a", "b"]]


def test_short_articles_are_copies_only_word_for_word() -> None:
    brief = "Two ferries collided in fog off Marrow on Tuesday. All 212 passengers are safe, the harbour office said."
    edited = brief.replace("All", "More than")
    cut = brief.split(". ")[0] + "."
    articles = [body("a", brief), body("b", brief), body("c", edited), body("d", cut), body("e", cut)]
    assert groups(*articles) == [["a", "b"]]


def test_empty_articles_stand_alone() -> None:
    articles = [body("a", ""), body("b", ""), body("c", "\n\n"), Body("d", "", None, STORY, [], [])]
    assert groups(*articles) == []
    assert find_origins([]).origin_of == {}


def test_five_groups() -> None:
    stories = (STORY, *OTHERS)
    articles = [
        body(f"{story}{copy}", text + (ADDED if copy == 2 else ""), f"Outlet {copy}", DAY)
        for story, text in enumerate(stories)
        for copy in range(story + 1)
    ]
    expected = [[f"{story}{copy}" for copy in range(story + 1)] for story in range(1, 5)]
    assert groups(*articles) == expected
    assert groups(*reversed(articles)) == expected


def test_the_origin_is_the_first_published_then_the_lowest_id_and_undated_articles_come_last() -> None:
    def origin(*dated: tuple[str, dt.date | None]) -> set[str]:
        return set(find_origins([body(name, STORY, "", day) for name, day in dated]).origin_of.values())

    assert origin(("a", DAY), ("b", DAY - dt.timedelta(days=1))) == {"b"}
    assert origin(("b", DAY), ("a", DAY)) == {"a"}
    assert origin(("a", None), ("b", DAY)) == {"b"}


def test_of_one_day_the_article_of_the_outlet_that_the_others_credit_comes_first() -> None:
    agency = body("z", STORY, "Tern Agency", DAY)
    posts = [body("a", STORY, "Post", DAY, head=WIRE), body("b", STORY, "Courier", DAY)]
    origins = find_origins([*posts, agency])
    assert set(origins.origin_of.values()) == {"z"}
    assert {(c.article_id, c.other_id) for c in origins.copies} == {("a", "z"), ("b", "z")}
    # Its own name above its own article credits nobody, and what was published earlier stays first.
    own = body("z", STORY, "Tern Agency", DAY, head=WIRE)
    assert set(find_origins([body("a", STORY, "Post", DAY), own]).origin_of.values()) == {"a"}
    earlier = body("a", STORY, "Post", DAY - dt.timedelta(days=1), head=WIRE)
    assert set(find_origins([earlier, agency]).origin_of.values()) == {"a"}


def test_a_digest_does_not_join_the_stories_that_it_holds() -> None:
    digest = "\n\n".join(OTHERS)
    articles = [body(str(n), text) for n, text in enumerate(OTHERS)]
    assert groups(body("digest", digest), *articles) == []
    assert groups(body("digest", digest), articles[0], body("copy", OTHERS[0])) == [["0", "copy", "digest"]]


def test_two_cuts_with_one_lead_do_not_make_a_digest_of_the_whole_story() -> None:
    whole = "\n\n".join((OTHERS[0], OTHERS[1], OTHERS[2]))
    cuts = (OTHERS[0], paragraphs(OTHERS[0], 0) + "\n\n" + OTHERS[2])
    articles = [body(str(n), text, published=DAY) for n, text in enumerate((whole, *cuts))]
    assert groups(*articles) == [["0", "1", "2"]]


def test_evidence_goes_through_the_version_in_between() -> None:
    parts = [" ".join(plain_words(text)[:40]) + "." for text in OTHERS]
    versions = [f"{one}\n\n{other}" for one, other in pairwise(parts)]
    articles = [body(str(n), text, published=DAY + dt.timedelta(days=n)) for n, text in enumerate(versions)]
    assert groups(*articles) == [["0", "1", "2"]]
    assert [(c.article_id, c.other_id) for c in find_origins(articles).copies] == [("1", "0"), ("2", "1")]


def test_a_passage_stops_at_words_that_are_no_body() -> None:
    promo = "Listen to our podcast"
    first, second = paragraphs(STORY, 0), paragraphs(STORY, 1)
    text = f"{first}\n\n{promo}\n\n{second}"
    at = text.index(promo)
    one = body("a", f"{first}\n\n{second}", published=DAY)
    cut = [s for s in body("b", text).sentences if s[0] != at]
    copies = find_origins([one, Body("b", "", DAY, text, cut, [])]).copies
    assert [text[c.start : c.end] for c in copies] == [first[:-1], second[:-1]]


def test_many_copies_of_one_story_are_one_group() -> None:
    lines = STORY.split("\n\n")
    articles = [body(f"{n:03}", "\n\n".join(lines[: 4 + n % 4]), f"Outlet {n}", DAY) for n in range(120)]
    assert groups(*articles, *(body(f"x{n}", t) for n, t in enumerate(OTHERS))) == [[f"{n:03}" for n in range(120)]]


HOSTILE = st.text(st.sampled_from("ab cdA1.,'’\"“”‘«»\n\u00ad\u0301\u200d\u202eאß🌊İ\ud800"), max_size=120)


@settings(max_examples=150, deadline=None)
@given(st.data())
def test_hostile_text_never_fails_and_offsets_are_exact(data: st.DataObject) -> None:
    shared = data.draw(HOSTILE) + STORY[: data.draw(st.integers(0, len(STORY)))]
    texts = [data.draw(HOSTILE) + shared + data.draw(HOSTILE), shared, data.draw(HOSTILE), shared + data.draw(HOSTILE)]
    articles = []
    for number, text in enumerate(texts):
        place = st.integers(0, len(text))
        sentences = [*data.draw(st.lists(st.tuples(place, place), max_size=6)), (0, len(text))]
        articles.append(Body(str(number), "", None, text, sentences, []))
    exact(articles, find_origins(articles))


@pytest.mark.parametrize("text", ["a " * 20_000, "“" * 5_000 + "word " * 5_000, "x" * 50_000, "'s " * 10_000])
def test_long_monotonous_text_is_no_trouble(text: str) -> None:
    articles = [Body(name, "", None, text, [(0, len(text))], []) for name in "ab"]
    exact(articles, find_origins(articles))


def test_only_the_wire_story_of_the_sample_corpus_merges() -> None:
    articles = list(bodies(ROOT / "data" / "sample"))
    origins = find_origins(articles)
    exact(articles, origins)
    assert pairs(merged(origins)) == pairs(read_gold(ROOT / "tests" / "gold" / "origins.json"))
    assert {c.article_id for c in origins.copies} == {"77be02ac9134.txt"}
    assert all("Fairwater Agency" in c.why for c in origins.copies)
