"""A chart in somebody else's page: the address of one chart alone, and the ``iframe`` that shows it.

snippet(embed_address(base, view, corpus, generation, "volume"), "Most in view: …", 420)
"""

from __future__ import annotations

import html
from urllib.parse import quote

from lib.export.citation import address
from lib.view import View

#: The parameter that names the chart, beside Streamlit's own ``embed=true``.
CHART = "chart"


def embed_address(base: str, view: View, corpus: str, generation: str, chart: str) -> str:
    """The address of one chart under a view, on exactly this data, without the app around it."""
    link = address(base, view.but(mark=None), corpus, generation)
    return f"{link}&{CHART}={quote(chart, safe='')}&embed=true"


def snippet(link: str, title: str, height: int) -> str:
    """HTML to paste. ``height`` in CSS pixels."""
    return (
        f'<iframe src="{html.escape(link)}" title="{html.escape(title)}" width="100%" height="{height}" '
        'style="border:0" loading="lazy" referrerpolicy="no-referrer" allow="clipboard-write"></iframe>'
    )
