"""A link to the overview holds its whole address before it can be used: 'open in a new tab' leads there too.

Streamlit writes the address of the first page as nothing but its filters ('?source=…'), which a browser reads as the
page that is open. Its own click goes elsewhere by name, so that only new tabs and copied addresses went wrong.
"""

from __future__ import annotations

import streamlit as st

_SCRIPT = """
export default function () {
  if (window.datelineHome) return;
  window.datelineHome = true;
  // A pointer or the focus reaches a link before any menu of it opens.
  for (const kind of ["pointerover", "focusin"]) document.addEventListener(kind, mend, true);
}
function mend(event) {
  const link = event.target instanceof Element && event.target.closest('a[data-testid="stPageLink-NavLink"]');
  const address = link ? link.getAttribute("href") : null;
  if (address === "" || address?.startsWith("?")) link.setAttribute("href", `./${address}`);
}
"""
_mender = st.components.v2.component("dateline_home", html="<span></span>", js=_SCRIPT)


def mend_home_links() -> None:
    """Once a page that has a navigation."""
    with st.container(key="mender"):
        _mender(data={}, key="home", height="content", width="content")
