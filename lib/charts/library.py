"""Plotly's own script, for pages that open without a network.

script()      # about 5 MB of JavaScript, from the installed plotly package
"""

from __future__ import annotations

from functools import cache

from plotly.offline import get_plotlyjs


@cache
def script() -> str:
    """The whole of plotly.js, as the version of plotly that drew the figures carries it."""
    return str(get_plotlyjs())
