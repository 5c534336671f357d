"""Who answers for a statement: as one text, and whether two are two."""

from __future__ import annotations

import pytest

from lib.relate.claims.voices import OUTLET, Voice
from lib.speaker import UNKNOWN, say_speaker, speak_apart
from lib.store.opposing import Stating


def _voice(attribution: str, group: str) -> Voice:
    return Voice(attribution, "", None, group, None, None)


ADA, COUNCIL = _voice("named", "Ada Marsh"), _voice("institution", "Tidal Council")
SHE, SOMEBODY = _voice("named", UNKNOWN), _voice("anonymous", UNKNOWN)


@pytest.mark.parametrize(
    ("one", "other", "apart"),
    [
        (ADA, ADA, False),
        (ADA, COUNCIL, True),
        (ADA, _voice("named", "Ben Oduya"), True),
        (ADA, _voice("anonymous", "Ada Marsh"), True),
        (ADA, SHE, False),
        (COUNCIL, SHE, True),
        (SHE, SOMEBODY, True),
        (OUTLET, OUTLET, False),
        (OUTLET, ADA, True),
    ],
)
def test_two_speak_apart_where_one_cannot_be_the_other(one: Voice, other: Voice, apart: bool) -> None:
    assert speak_apart(one, other) is speak_apart(other, one) is apart


def test_a_speaker_is_said_alike_as_it_is_built_and_as_it_is_corrected() -> None:
    assert say_speaker(ADA) == "named: Ada Marsh"
    assert say_speaker(OUTLET) == "outlet"
    for voice in (ADA, COUNCIL, SHE, OUTLET):
        row = Stating(1, "Harbor Wire", voice.attribution, voice.group, "stated")
        assert say_speaker(row) == voice.value
        assert not speak_apart(row, voice)
