"""What may be typed, and what is said when it cannot be understood."""

import datetime as dt
from pathlib import Path

import pytest

from lib.build.options import parse_options
from lib.find.parse import DEFAULT_MODEL


def test_everything_has_a_default_but_inputs_and_the_corpus(monkeypatch):
    monkeypatch.delenv("DATELINE_MODEL", raising=False)
    options = parse_options(["a", "b", "--into", "built/mine"])
    assert options.inputs == ("a", "b")
    assert options.into == Path("built/mine")
    assert options.model == DEFAULT_MODEL
    assert (options.source, options.published, options.rebuild) == (None, None, False)


def test_the_model_comes_from_the_option_then_the_environment(monkeypatch):
    monkeypatch.setenv("DATELINE_MODEL", "from_environment")
    assert parse_options(["a", "--into", "b"]).model == "from_environment"
    assert parse_options(["a", "--into", "b", "--model", "typed"]).model == "typed"


def test_published_is_a_day():
    assert parse_options(["a", "--into", "b", "--published", "2022-02-03"]).published == dt.date(2022, 2, 3)


def test_columns_are_mapped_and_limits_raised():
    options = parse_options(["a", "--into", "b", "--map", "text=body, date=published_on", "--limit-mb", "500"])
    assert options.columns == {"text": "body", "published": "published_on"}
    assert options.limits.file_bytes == 500_000_000
    assert options.limits.unpacked_bytes == 2_500_000_000
    assert parse_options(["a", "--into", "b", "--limit-articles", "7"]).limits.articles == 7


@pytest.mark.parametrize(
    ("arguments", "says"),
    [
        (["a", "--into", "b", "--map", "body"], "'body' is not FIELD=COLUMN"),
        (["a", "--into", "b", "--map", "words=body"], "fields are author, date"),
        (["a", "--into", "b", "--limit-mb", "0"], "write a whole number from 1"),
        (["a", "--into", "b", "--at-most", "many"], "'many' is no number"),
        ([], "INPUT"),
        (["a"], "--into"),
        (["a", "--into", "b", "--published", "3/2/22"], "write year-month-day, e.g. 2022-02-03"),
        (["a", "--into", "b", "--source", " "], "leave the option out, or give a name"),
        (["a", "--into", __file__], "is a file; name a folder"),
    ],
)
def test_a_wrong_command_stops_with_two_and_says_why(capsys, arguments, says):
    with pytest.raises(SystemExit) as stopped:
        parse_options(arguments)
    assert stopped.value.code == 2
    assert says in capsys.readouterr().err


def test_help_shows_examples(capsys):
    with pytest.raises(SystemExit) as stopped:
        parse_options(["--help"])
    assert stopped.value.code == 0
    assert "python -m lib.build articles/ --into data/built/mine" in capsys.readouterr().out
