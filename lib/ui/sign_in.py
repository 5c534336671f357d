"""Signing in and out, where the secrets configure it; a visitor who may not read sees this and nothing else."""

from __future__ import annotations

import streamlit as st

from lib.ui import permissions


def require_reader() -> None:
    """Stop the script, before any data is opened, for a visitor who may not read."""
    if permissions.may("read"):
        return
    st.title("Dateline")
    st.text(permissions.why_not("read"))
    if st.user.get("is_logged_in", False):
        st.button("Sign out", on_click=st.logout)
    else:
        st.button("Sign in", type="primary", on_click=st.login)
    st.stop()


def sign_in_line() -> None:
    """Who is signed in, at the foot of the rail; nothing where sign-in is not configured."""
    if not permissions.rules().sign_in:
        return
    with st.container(key="sign-in", horizontal=True, vertical_alignment="center"):
        if st.user.get("is_logged_in", False):
            st.text(str(st.user.get("email") or st.user.get("name") or "Signed in"))
            st.button("Sign out", type="tertiary", on_click=st.logout)
        else:
            st.button("Sign in", type="tertiary", on_click=st.login)
