"""What a reader sees of a text, and where it stands in it."""

from hypothesis import given
from hypothesis import strategies as st

from lib.find.marks import mark
from lib.text.visible import visible

BODY = "The ministers met on Thursday in the old customs house and said that the talks would go on."


def test_unseen_characters_are_left_out_and_places_kept() -> None:
    seen = visible("Sub\u00adscribe\u00a0now\u200b!")
    assert seen.words == "Subscribe now!"
    assert [seen.place(at) for at in (0, 3, 9, 13)] == [0, 4, 10, 15]


@given(st.text(alphabet="ab \n\u00ad\u200b\u00a0\ufeff.", max_size=60))
def test_each_character_seen_stands_at_its_place(text: str) -> None:
    seen = visible(text)
    assert all(text[seen.place(at)] in (c, "\u00a0") for at, c in enumerate(seen.words))


def test_marks_are_placed_in_the_text_as_it_is() -> None:
    text = f"{BODY}\n\nSub\u00adscribe\u00a0to our news\u200bletter\n\n{BODY}"
    (found,) = mark(text)
    assert text[found.start : found.end] == "Sub\u00adscribe\u00a0to our news\u200bletter"
