"""Who may do what: at home everything, hosted nothing but reading, signed in what the lists say."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import streamlit as st

from lib.ui import permissions
from lib.ui.permissions import WHAT, Rules, What, allowed

WRITING: tuple[What, ...] = ("save", "add", "correct", "fetch")
LISTS = Rules(
    hosted=True,
    sign_in=True,
    access={"read": ["@example.org", "bo@example.com"], "add": ["ada@example.org"], "correct": ["@example.org"]},
)


@pytest.mark.parametrize("what", WHAT)
def test_at_home_everything_is_allowed(what: What) -> None:
    assert allowed(what, Rules(), "")


@pytest.mark.parametrize("what", WHAT)
def test_a_hosted_copy_is_read_only(what: What) -> None:
    assert allowed(what, Rules(hosted=True), "") is (what == "read")


@pytest.mark.parametrize(
    ("email", "rights"),
    [
        ("", set()),
        ("ada@example.org", {"read", "add", "correct"}),
        ("ADA@Example.ORG ", {"read", "add", "correct"}),
        ("cy@example.org", {"read", "correct"}),
        ("bo@example.com", {"read"}),
        ("di@example.com", set()),
        ("eve@notexample.org", set()),
        ("eve@example.org.evil.test", set()),
        ("ada@example.org@evil.test", set()),
        ("@example.org", set()),
    ],
)
def test_lists_say_who(email: str, rights: set[str]) -> None:
    assert {what for what in WHAT if allowed(what, LISTS, email)} == rights


def test_without_a_list_whoever_signs_in_reads_and_nobody_writes() -> None:
    rules = Rules(hosted=True, sign_in=True)
    assert not allowed("read", rules, "")
    assert allowed("read", rules, "anybody@example.com")
    assert not any(allowed(what, rules, "anybody@example.com") for what in WRITING)


def test_a_star_lets_anonymous_visitors_read_and_only_read() -> None:
    rules = Rules(hosted=True, sign_in=True, access={"read": ["*"], "add": ["*"], "correct": ["ada@example.org"]})
    assert allowed("read", rules, "")
    assert not any(allowed(what, rules, "") for what in WRITING)
    assert allowed("add", rules, "anybody@example.com")


def test_who_may_not_read_may_not_write() -> None:
    rules = Rules(sign_in=True, access={"read": ["@example.org"], "add": ["bo@example.com"]})
    assert not allowed("add", rules, "bo@example.com")


@pytest.fixture
def secrets(monkeypatch: pytest.MonkeyPatch) -> dict[str, Any]:
    content: dict[str, Any] = {}
    monkeypatch.setattr(permissions, "_secrets", lambda: content)
    return content


def _user(monkeypatch: pytest.MonkeyPatch, **claims: Any) -> None:
    monkeypatch.setattr(st, "user", claims)


def test_the_environment_and_the_secrets_are_read(monkeypatch: pytest.MonkeyPatch, secrets: dict[str, Any]) -> None:
    monkeypatch.delenv("DATELINE_HOSTED", raising=False)
    assert permissions.rules() == Rules()
    monkeypatch.setenv("DATELINE_HOSTED", "1")
    assert not permissions.may("add")
    assert "hosted copy" in permissions.why_not("add")
    secrets.update(auth={}, access={"read": "@example.org", "add": ["ada@example.org"], "fetch": 3})
    _user(monkeypatch, is_logged_in=True, email="ada@example.org")
    assert [what for what in WHAT if permissions.may(what)] == ["read", "add"]
    assert "ada@example.org may not" in permissions.why_not("fetch")


def test_an_address_that_was_not_verified_is_nobody(monkeypatch: pytest.MonkeyPatch, secrets: dict[str, Any]) -> None:
    secrets.update(auth={}, access={"read": ["@example.org"]})
    _user(monkeypatch, is_logged_in=True, email="ada@example.org", email_verified=False)
    assert permissions.who() == ""
    assert not permissions.may("read")
    _user(monkeypatch, is_logged_in=False, email="ada@example.org")
    assert "Sign in" in permissions.why_not("read")


def test_secrets_that_cannot_be_read_close_the_app(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    broken = tmp_path / "secrets.toml"
    monkeypatch.setattr(st, "get_option", lambda name: [str(broken)])
    monkeypatch.setattr(type(st.secrets), "load_if_toml_exists", lambda self: False)
    assert permissions.may("read")
    broken.write_text("[auth\n")
    _user(monkeypatch, is_logged_in=False)
    assert not any(permissions.may(what) for what in WHAT)
