"""Every table that can be taken from any page leads back: each row to its sentence, or to those that it counts."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import parse_qsl, urlsplit

import pytest

from lib.ask.nearest import nearest
from lib.export.table import PLACE, Table
from lib.store.engine import Store
from lib.store.facts import total
from lib.ui import frame, shown
from lib.ui.pages import PAGES
from lib.view import View
from tests.ask.told import Date, dates
from tests.ui.driving import ROOT, open_page

#: Tables of no article's words: what of an input was odd, how the build was made, how much is not body, the log.
ABOUT_NO_WORDS = {"problems", "build", "left-out", "figures", "corrections"}
#: Addresses that show between them every table that a page may have.
ADDRESSES: tuple[tuple[str, dict[str, str]], ...] = (
    *((page.script, {}) for page in PAGES.values()),
    ("pages/article.py", {"article": f"{3:016x}"}),
    ("pages/article.py", {"article": f"{5:016x}"}),
    ("pages/claims.py", {"claim": "early-met"}),
    ("app.py", {"from": "2022-01-28", "to": "2022-01-29"}),
    ("pages/timeline.py", {"grain": "month", "actor": "russia"}),
    ("pages/sources.py", {"from": "2022-01-29", "unit": "articles"}),
    ("pages/wording.py", {"source": "harbor-wire,the-meridian-post"}),
)
#: What the code calls its charts and tables; those of words and numbers are named as they come.
NAMED = re.compile(r'(?:\bChart|\b\w+_chart|\.offer)\(\s*f?"([a-z-]+)(?=["{])')


@pytest.fixture
def tables(monkeypatch: pytest.MonkeyPatch, store: Store, tmp_path: Path) -> Iterator[list[tuple[Store, Table]]]:
    """Every table of every address, as its downloads hold it, with the store that it is of."""
    pages: list[shown.Shown] = []
    made = frame.Shown
    monkeypatch.setattr(frame, "Shown", lambda links: pages.append(made(links)) or pages[-1])
    for script, query in ADDRESSES:
        assert not open_page(script, **query).exception
    found = [(store, table) for page in pages for table in page.every()]
    pages.clear()
    days = {source: dt.date(2022, 3, n) for n, source in enumerate(("Ash Post", "Birch Echo"), 3)}
    other = dates(tmp_path, [Date(source, f"on {day.day} March", day, day) for source, day in days.items()])
    monkeypatch.setenv("DATELINE_CORPUS", str(tmp_path))
    assert not open_page("pages/timeline.py").exception
    yield [*found, *((other, table) for page in pages for table in page.every())]
    other.close()


def test_every_row_leads_to_its_words(tables: list[tuple[Store, Table]]) -> None:
    for store, table in tables:
        _columns(table)
        if table.key not in ABOUT_NO_WORDS:
            for row in table.rows[:: max(1, len(table.rows) // 12)]:
                _opens(table, dict(zip(table.columns, row, strict=True)), store)


def _columns(table: Table) -> None:
    """The same thing has the same name in every table, and the same place."""
    columns = table.columns
    assert len(set(columns)) == len(columns), table.key
    assert not {"source", "article id", "article_id", "title", "row", "column", "reported"} & set(columns), table.key
    if table.key in ABOUT_NO_WORDS:
        assert "link" not in columns, table.key
        return
    tail = columns[-2:] if columns[-1] == "mark" else columns[-1:]
    assert tail[0] == "link", table.key
    if "start" in columns:
        at = columns.index("article")
        assert columns[at : at + 5] == (*PLACE, "link"), table.key
    elif "article" in columns:
        assert columns[-3:] == ("article", "url", "link"), table.key
    else:
        assert tail == ("link", "mark"), table.key


def _opens(table: Table, row: dict[str, object], store: Store) -> None:
    """The address of a row opens what the row says, and nothing of it is left out."""
    if not row["link"]:
        assert not row.get("mark", ""), table.key
        return
    address = urlsplit(str(row["link"]))
    view, notices = View.read_query(dict(parse_qsl(address.query)))
    view, left_out = nearest(store, view)
    assert (*notices, *left_out) == (), table.key
    assert view.generation == store.generation
    if "article" not in row:
        assert address.path in {"/" if p.script == "app.py" else f"/{p.script[6:-3]}" for p in PAGES.values()}
        assert view.mark
        assert view.mark.to_text() == row["mark"]
        assert total(store, view, view.mark) in row.values(), table.key
        return
    assert (address.path, view.article) == ("/article", row["article"]), table.key
    if "start" in row:
        assert view.at == f"{row['start']}-{row['end']}", table.key


def test_no_table_is_left_out(tables: list[tuple[Store, Table]]) -> None:
    sources = [*ROOT.glob("lib/charts/*.py"), *ROOT.glob("lib/ui/**/*.py"), *ROOT.glob("pages/*.py"), ROOT / "app.py"]
    named = {name for path in sources for name in NAMED.findall(path.read_text(encoding="utf-8"))}
    assert {"volume", "timeline", "every-number", "words-"} <= named
    seen = {table.key for _, table in tables}
    # A name that ends with a hyphen begins those of several.
    found = {name for name in named if name in seen or (name[-1] == "-" and any(key.startswith(name) for key in seen))}
    assert sorted(named - found - ABOUT_NO_WORDS) == []
