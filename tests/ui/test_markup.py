"""Article text as HTML: exactly as many marks as spans, exactly the article's text, nothing that runs."""

from __future__ import annotations

import html
import re
from html.parser import HTMLParser

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from lib.ask.article import Layer, reader
from lib.evidence import DIMENSIONS, UNITS, Evidence
from lib.store.engine import Store
from lib.store.facts import count, evidence
from lib.ui.markdown import plain
from lib.ui.markup import KINDS, article, escape, passage
from lib.view import View
from tests.views import views

relaxed = settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
HOSTILE = [
    "<script>window.hacked = 1</script>",
    '"><img src=x onerror=alert(1)>',
    "</mark></span></div><b>x",
    "<mark data-span='9'>",
    "&lt;b&gt; &amp;amp; &#60;",
    "![x](http://example.test/a.png)",
    "\u202e\u0000\x1b[31m 🌊 e\u0301",
]


class _Tags(HTMLParser):
    """What a browser would make of it: the tags with their attributes, and the text."""

    def __init__(self, document: str) -> None:
        super().__init__(convert_charrefs=True)
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.text = ""
        self.feed(document)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, dict(attrs)))

    def handle_data(self, data: str) -> None:
        self.text += data


def _check(document: str, text: str, n: int) -> None:
    assert document.count("<mark data-span") == n
    assert html.unescape(re.sub(r"<[^>]*>", "", document)) == text
    seen = _Tags(document)
    assert {tag for tag, _ in seen.tags} <= {"div", "span", "mark"}
    assert {name for _, attributes in seen.tags for name in attributes} <= {
        *("class", "title", "data-span", "data-more", "id")
    }


@relaxed
@given(view=views(), data=st.data())
def test_the_reader_has_one_mark_a_span(hostile_store: Store, store: Store, view: View, data: st.DataObject) -> None:
    which = data.draw(st.sampled_from([store, hostile_store]))
    fact = data.draw(st.sampled_from(list(DIMENSIONS)))
    dimension = data.draw(st.sampled_from(DIMENSIONS[fact]))
    for counted in count(which, view, fact, (dimension,), data.draw(st.sampled_from(UNITS)))[:2]:
        everywhere = evidence(which, view, counted.mark)
        shown = 0
        for key in {e.article_id for e in everywhere}:
            found = reader(which, view.but(mark=counted.mark, article=key))
            assert found
            own = [e for e in everywhere if e.article_id == key]
            _check(article(found.text, found.layers, found.highlighted), found.text, len(own))
            shown += len(own)
        assert shown == counted.n


def _span(text: str, start: int, end: int) -> Evidence:
    return Evidence("a", "S", "T", None, "unknown", "", start, end, 0, text, 0)


@st.composite
def articles(draw: st.DrawFn) -> tuple[str, list[Layer], list[Evidence]]:
    """Any text with overlapping layers and highlights anywhere in it."""
    text = "".join(draw(st.lists(st.sampled_from(HOSTILE) | st.text(max_size=8), min_size=1, max_size=6))) or "x"
    places = st.tuples(st.integers(0, len(text) - 1), st.integers(1, 12))
    layers = [
        Layer(start, min(start + n, len(text)), draw(st.sampled_from(KINDS)), draw(st.sampled_from(HOSTILE)))
        for start, n in draw(st.lists(places, max_size=6))
    ]
    spans = {(start, min(start + n, len(text))) for start, n in draw(st.lists(places, max_size=5))}
    return text, sorted(layers, key=lambda x: (x.start, -x.end)), [_span(text, *span) for span in sorted(spans)]


@settings(max_examples=150, deadline=None)
@given(made=articles())
def test_any_text_with_any_overlap(made: tuple[str, list[Layer], list[Evidence]]) -> None:
    text, layers, spans = made
    _check(article(text, layers, spans), text, len(spans))


@pytest.mark.parametrize("text", HOSTILE)
def test_hostile_text_is_inert(text: str) -> None:
    document = passage(_span(text, 0, len(text)))
    assert [tag for tag, _ in _Tags(document).tags] == ["p", "mark"]
    assert html.unescape(re.sub(r"<[^>]*>", "", document)) == text
    assert "<" not in escape(text)
    assert '"' not in escape(text)


def test_the_first_span_carries_the_place_to_scroll_to() -> None:
    document = article("one two three", [], [_span("one two three", 4, 7), _span("one two three", 8, 13)], focus=4)
    assert document.count('id="dl-here"') == 1
    assert '<mark data-span="0" id="dl-here">two</mark>' in document


@pytest.mark.parametrize("text", [*HOSTILE, "[a](b)", "*a* _b_ `c` $d$ :red[e]", "# h", ":material/home:", "a\n\n- b"])
def test_markdown_signs_are_shown_not_obeyed(text: str) -> None:
    shown = plain(text)
    assert not re.search(r"(?<!\\)[*_`\[\]<>$#:!]", shown)
    assert re.sub(r"\\(.)", r"\1", shown).replace("\u2060", "") == " ".join(text.split())


@pytest.mark.parametrize("text", ["http://example.test/a", "HTTPS://EXAMPLE.TEST", "www.example.test", "a@b.test"])
def test_an_address_in_a_text_does_not_become_a_link(text: str) -> None:
    """The patterns are those by which Streamlit's Markdown finds bare addresses (mdast-util-gfm-autolink-literal)."""
    shown = re.sub(r"\\(.)", r"\1", plain(text))
    assert not re.search(r"(https?://|www(?=\.))[-.\w]+", shown, re.I)
    assert not re.search(r"[-.\w+]+@[-\w]+(\.[-\w]+)+", shown)
