"""Who may do what. Every page that writes, fetches or saves asks here, and nowhere else.

    if may("correct"):
        ...
    else:
        st.info(why_not("correct"))

On one's own machine everything is allowed. On a hosted copy (``DATELINE_HOSTED=1``) visitors read and
nothing else. Where sign-in is configured (``[auth]`` in the secrets, Streamlit's OIDC), lists of e-mail
addresses and domains in ``[access]`` say who may do what; a list that is missing allows nobody but,
for ``read``, whoever has signed in. ``"*"`` in ``read`` lets anonymous visitors read.
"""

from __future__ import annotations

import os
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Literal, get_args

import streamlit as st

What = Literal["read", "save", "add", "correct", "fetch"]
WHAT: tuple[What, ...] = get_args(What)
IN_WORDS: dict[What, str] = {
    "read": "read here",
    "save": "save views",
    "add": "add articles",
    "correct": "keep corrections",
    "fetch": "fetch articles from the web",
}
EVERYBODY = "*"
#: Secrets that are there and cannot be read close the app: the lists that they hold must not be taken for absent.
UNREADABLE: Mapping[str, Any] = {"auth": {}, "access": {"read": []}}


@dataclass(frozen=True, slots=True)
class Rules:
    """How this copy is run. ``access``: what → e-mail addresses, '@domains' or '*'."""

    hosted: bool = False
    sign_in: bool = False
    access: Mapping[str, Sequence[str]] = field(default_factory=dict)


def allowed(what: What, rules: Rules, email: str) -> bool:
    """Whether a visitor may do something. ``email`` is '' for one who has not signed in."""
    if not rules.sign_in:
        return what == "read" or not rules.hosted
    listed = rules.access.get(what)
    if what == "read":
        if listed is None:
            return bool(email)
        if EVERYBODY in listed:
            return True
    elif not allowed("read", rules, email):
        return False
    return bool(email) and any(_matches(entry, email) for entry in listed or ())


def _matches(entry: str, email: str) -> bool:
    """'ada@example.org' is one person, '@example.org' everybody of exactly that domain, '*' whoever signed in."""
    entry, email = entry.strip().casefold(), email.strip().casefold()
    if entry == EVERYBODY:
        return True
    if entry.startswith("@"):
        name, at, domain = email.rpartition("@")
        return bool(name) and at + domain == entry
    return entry == email


def rules() -> Rules:
    """The rules of this process: the environment and the secrets."""
    secrets = _secrets()
    access = secrets.get("access", {})
    return Rules(
        hosted=os.environ.get("DATELINE_HOSTED", "").strip().lower() in ("1", "true", "yes", "on"),
        sign_in="auth" in secrets,
        access={key: _entries(value) for key, value in access.items()} if isinstance(access, Mapping) else {},
    )


def _entries(value: Any) -> tuple[str, ...]:
    """A list of addresses; a single text is a list of one, anything else allows nobody."""
    if isinstance(value, str):
        return (value,)
    return tuple(str(entry) for entry in value) if isinstance(value, Sequence) else ()


def _secrets() -> Mapping[str, Any]:
    if st.secrets.load_if_toml_exists():
        return st.secrets.to_dict()
    if any(Path(path).exists() for path in st.get_option("secrets.files")):
        return UNREADABLE
    return {}


def who() -> str:
    """The visitor's e-mail address as the identity provider vouches for it; '' where there is none."""
    if not rules().sign_in or not st.user.get("is_logged_in", False):
        return ""
    # A provider that says of an address that it was not verified vouches for nothing.
    if st.user.get("email_verified", True) in (False, "false", "False"):
        return ""
    return str(st.user.get("email") or "")


def may(what: What) -> bool:
    """Whether the present visitor may do something here."""
    return allowed(what, rules(), who())


def why_not(what: What) -> str:
    """What to tell a visitor who may not."""
    found = rules()
    if not found.sign_in:
        return (
            f"Visitors of this hosted copy cannot {IN_WORDS[what]}. Run Dateline on your own machine to do so, or ask "
            "whoever runs this copy to turn on sign-in."
        )
    if not who():
        return f"Sign in to {IN_WORDS[what]}."
    return f"{who()} may not {IN_WORDS[what]}. Ask whoever runs this copy."
