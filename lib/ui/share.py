"""'Copy link': the address of this view, with the corpus and the generation that it was made on."""

from __future__ import annotations

from urllib.parse import urlencode

import streamlit as st

from lib.view import View

_SCRIPT = """
export default function ({ data, parentElement }) {
  const button = parentElement.querySelector("button");
  button.onclick = async () => {
    const url = new URL(window.location.href);
    url.search = data.query;
    url.hash = "";
    try { await navigator.clipboard.writeText(url.href); button.textContent = "Link copied"; }
    catch (e) { window.prompt("Copy this link", url.href); }
    setTimeout(() => { button.textContent = "Copy link"; }, 2500);
  };
}
"""
_STYLE = """
button { font: inherit; font-size: 0.875rem; padding: 0.25rem 0.75rem; min-height: 2.5rem; display: block;
  border-radius: 0.4rem; cursor: pointer;
  color: var(--st-text-color); background: transparent; border: 1px solid var(--st-border-color); white-space: nowrap; }
button:focus-visible { outline: 3px solid #C46A00; outline-offset: 2px; }
button:hover, button:focus-visible { border-color: var(--st-primary-color); color: var(--st-primary-color); }
"""
_button = st.components.v2.component(
    "dateline_copy_link", html='<button type="button">Copy link</button>', css=_STYLE, js=_SCRIPT
)


def query(view: View, corpus: str, generation: str) -> str:
    """The query string that reproduces a view on exactly this data."""
    return urlencode(view.but(corpus=corpus, generation=generation).to_query())


def copy_link(view: View, corpus: str, generation: str) -> None:
    """A button that copies the address of this view."""
    _button(data={"query": query(view, corpus, generation)}, key="copy-link", width="content", height="content")
