"""Pages run without a browser: open one on an address, read its numbers, click a mark."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from streamlit.proto.WidgetStates_pb2 import WidgetState
from streamlit.testing.v1 import AppTest

ROOT = Path(__file__).resolve().parents[2]


def open_page(script: str, **query: str) -> AppTest:
    """A page as a visitor gets it who types its address."""
    at = AppTest.from_file(ROOT / "app.py", default_timeout=60)
    if script != "app.py":
        at.switch_page(script)
    at.query_params.update(query)
    return at.run()


def query(at: AppTest) -> dict[str, str]:
    """The parameters in the address bar."""
    return {key: value if isinstance(value, str) else value[-1] for key, value in at.query_params.items()}


def figures(at: AppTest) -> dict[str, dict[str, Any]]:
    """Widget id → figure of every chart on the page."""
    return {chart.proto.id: json.loads(chart.proto.spec) for chart in at.get("plotly_chart")}


def click(at: AppTest, chart: str, customdata: Any) -> AppTest:
    """What the browser sends when a mark is clicked: a selection of one point."""
    selection = {"points": [{"customdata": customdata}], "point_indices": [0], "box": [], "lasso": []}
    states = at._tree.get_widget_states()
    states.widgets.append(WidgetState(id=chart, string_value=json.dumps({"selection": selection})))
    return at._run(states)


def html(at: AppTest) -> str:
    """All HTML of our own on the page."""
    return "".join(str(element.proto.body) for element in at.get("html"))


def passages(at: AppTest) -> list[str]:
    """The evidence shown in the drawer."""
    return [body for e in at.get("html") if "<mark>" in (body := str(e.proto.body)) and "dl-passage" in body]
