"""The claims page: its parts can be reached, silence is told of outlets, likeness is not mistaken for sameness."""

from __future__ import annotations

import re

import pytest

from lib.ask.claim import Silent, claim
from lib.ask.claims import claims
from lib.ask.leads import leads
from lib.charts.agreement import LINES, WIDTH, agreement_chart
from lib.store.engine import Store
from lib.ui.claim import parts, say_nearness
from lib.view import View
from tests.ui.driving import html, open_page


def test_every_part_that_is_linked_is_on_the_page(store: Store) -> None:
    answer = claims(store, View())
    for claim_id in answer.choices:
        found = claim(store, View(), claim_id)
        assert found
        linked = dict(parts(found))
        assert "chart-agreement" in linked.values()
        assert "part-sentences" in linked.values()
        assert ("part-differs" in linked.values()) == any(t.differing for t in found.tellings)
        assert ("chart-standings" in linked.values()) == bool(found.stands)


def test_the_statement_is_written_out_whole(store: Store) -> None:
    answer = claims(store, View())
    at = open_page("pages/claims.py")
    first = answer.lines[0]
    assert f'<p class="dl-gist">{first.gist}</p>' in html(at).replace("&#x27;", "'").replace("&quot;", '"')


@pytest.mark.parametrize("related", [True, False])
def test_a_near_sentence_is_said_not_to_be_the_statement(related: bool) -> None:
    why = "Shared: both say 30,000. Missing: what happens."
    said = say_nearness(Silent("a", "Harbor Wire", "Talks", None, "They talked.", 1.0, related, why))
    assert "score" not in said
    assert "1.00" not in said
    assert said.startswith("On the same subject, but not this statement" if related else "Nothing nearer")
    assert said.endswith("Shared: both say 30,000. It lacks: what happens.")


def test_no_hover_shows_a_score_beside_what_is_only_related(store: Store) -> None:
    figure = agreement_chart(claims(store, View()), None).figure
    for trace in figure["data"]:
        assert not any(re.search(r"score|\d\.\d\d", text) for text in trace["hovertext"])


def test_row_labels_are_short_lines(store: Store) -> None:
    answer = claims(store, View())
    labels = agreement_chart(answer, None).figure["layout"]["yaxis"]["ticktext"]
    assert len(labels) == len(answer.lines)
    for label in labels:
        lines = label.replace("<b>", "").replace("</b>", "").split("<br>")
        assert len(lines) <= LINES
        assert all(len(line) <= WIDTH + 12 for line in lines)  # signs that are escaped are longer


def test_the_overview_and_the_page_count_the_same_differences(store: Store) -> None:
    for view in (View(), View(sources=("harbor-wire",)), View(text="talks")):
        assert claims(store, view).n_differ == leads(store, view).n_differ
