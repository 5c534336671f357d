"""The claims page: its parts can be reached, silence is told of outlets, likeness is not mistaken for sameness."""

from __future__ import annotations

import re

import pytest

from lib.ask.claim import Silent, claim
from lib.ask.claims import claims
from lib.ask.leads import leads
from lib.ask.unshared import statements, unshared
from lib.charts.agreement import LINES, WIDTH, agreement_chart
from lib.store.engine import Store
from lib.ui.claim import parts, say_nearness, say_silence, say_tellings
from lib.view import View
from tests.ui.driving import html, open_page, query


def test_every_part_that_is_linked_is_on_the_page(store: Store) -> None:
    answer = claims(store, View())
    for claim_id in answer.choices:
        found = claim(store, View(), claim_id)
        assert found
        linked = dict(parts(found))
        assert "chart-agreement" in linked.values()
        assert "part-sentences" in linked.values()
        assert ("part-differs" in linked.values()) == any(t.differing for t in found.tellings)
        assert ("part-silent" in linked.values()) == bool(say_silence(found))
        assert ("chart-standings" in linked.values()) == bool(found.stands)


def test_the_statement_is_written_out_whole(store: Store) -> None:
    answer = claims(store, View())
    at = open_page("pages/claims.py")
    first = answer.lines[0]
    assert f'<p class="dl-gist">{first.gist}</p>' in html(at).replace("&#x27;", "'").replace("&quot;", '"')


@pytest.mark.parametrize("related", [True, False])
def test_a_near_sentence_is_said_not_to_be_the_statement(related: bool) -> None:
    why = "Shared: both say 30,000. Missing: what happens."
    said = say_nearness(Silent("a", "Harbor Wire", "Talks", None, "", 0, 12, "They talked.", 1.0, related, why))
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
    assert len(labels) == len(answer.lines) + len({line.story for line in answer.lines})
    for label in labels:
        lines = re.sub("</?(?:b|span)(?: [^>]*)?>", "", label).split("<br>")
        assert len(lines) <= LINES
        assert all(len(line) <= WIDTH + 12 for line in lines)  # signs that are escaped are longer


def test_the_overview_and_the_page_count_the_same_differences(store: Store) -> None:
    for view in (View(), View(sources=("harbor-wire",)), View(text="talks")):
        assert claims(store, view).n_differ == leads(store, view).n_differ


def outlets_of(store: Store) -> list[tuple[str, str]]:
    """Each claim with each outlet that makes it."""
    return store.rows(
        "select distinct c.claim_id, o.slug from statements f join claims c on c.claim_no = f.claim_no"
        " join sources o on o.source_id = f.source_id order by 1, 2"
    )


def test_silence_is_told_of_the_outlets_searched(store: Store) -> None:
    said = set()
    for claim_id, slug in outlets_of(store):
        found = claim(store, View(sources=(slug,)), claim_id)
        assert found
        name = store.one("select name from sources where slug = ?", [slug])
        without = sum(not s.found for s in found.searched)
        assert say_silence(found) == (f"Other articles of {name}, without it" if without else "")
        said.add(bool(without))
        whole = claim(store, View(), claim_id)
        assert whole
        quiet = {s.source for s in whole.searched} - {t.source for t in whole.tellings}
        assert say_silence(whole).startswith("Not found in" if quiet else "Every outlet searched states it")
        assert all(name in say_silence(whole) for name in quiet)
    assert said == {True, False}


def test_the_caption_counts_the_sentences_below_it(store: Store) -> None:
    for claim_id, slug in outlets_of(store):
        found = claim(store, View(sources=(slug,)), claim_id)
        assert found
        said = say_tellings(found)
        n = len(found.tellings)
        assert said.startswith(f"{n} sentence{'s' * (n != 1)} in 1 outlet, in order of report.")
        assert "origin" not in said
        marked = any((d.start, d.end) != (t.start, t.end) for t in found.tellings for d in t.differing)
        assert ("Words that differ are marked" in said) == marked
        assert ("No difference was found" in said) == (n > 1 and not found.kinds)


def test_sentences_that_the_filters_hide_are_told_and_opened_without_them(store: Store) -> None:
    view = View(text="Russia")
    found = next(
        found
        for line in claims(store, view).lines
        if (found := claim(store, view, line.claim_id)) and not all(t.in_view for t in found.tellings)
    )
    hidden = sum(not t.in_view for t in found.tellings)
    assert f"The filters leave out {hidden} of them" in say_tellings(found)
    at = open_page("pages/claims.py", claim=found.claim_id, text="Russia")
    links = [link.proto.label for link in at.get("page_link")]
    assert links.count("Read in the article, without the filters") == hidden
    outlet = unshared(store, view).chosen("")
    alone = statements(store, view, outlet.slug, 1) if outlet else ()  # listed below, each with the same link
    assert links.count("Read in the article") == len(found.tellings) - hidden + len(alone)


def test_a_linked_statement_that_the_filters_hide_is_said_to_be_hidden(store: Store) -> None:
    asked, gist = store.rows(
        "select c.claim_id, c.gist from claims c where not exists (select 1 from statements f join sources o"
        " on o.source_id = f.source_id where f.claim_no = c.claim_no and o.slug = 'harbor-wire') limit 1"
    )[0]
    at = open_page("pages/claims.py", claim=asked, source="harbor-wire")
    assert not at.exception
    said = " ".join(w.value for w in at.warning).replace("\\", "")
    assert gist in said
    assert "Outlets: Harbor Wire" in said
    next(b for b in at.button if b.key == "show-hidden").click().run()
    assert query(at).get("claim") == asked
    assert "source" not in query(at)
    assert not at.warning
    assert next(s for s in at.selectbox if s.label == "Statement").value == asked


def test_no_statement_is_said_to_be_hidden_where_it_is_shown(store: Store) -> None:
    shown = list(claims(store, View()).choices)[-1]
    assert not open_page("pages/claims.py", claim=shown).warning
    assert len(open_page("pages/claims.py", claim="0" * 16).warning) == 1  # there is no such statement


def test_one_story_of_several_is_chosen_above_the_chart(store: Store) -> None:
    at = open_page("pages/claims.py")
    choice = next(s for s in at.selectbox if s.key == "set-story")
    whole = claims(store, View())
    assert len(choice.options) == len(whole.stories) == 2
    chosen = whole.stories[0]
    assert choice.options[0] == f"{chosen.name} ({chosen.n} statements)"
    choice.select(choice.options[0]).run()
    assert query(at)["story"] == chosen.id
    assert claims(store, View(story=chosen.id)).n_claims == chosen.n
    held = next(s for s in at.selectbox if s.key == "set-story")
    held.set_value(None).run()
    assert "story" not in query(at)


def test_the_page_scrolls_to_a_statement_once_for_each_arrival() -> None:
    at = open_page("pages/claims.py")
    first = at.session_state["arrivals"]
    at.run()
    assert at.session_state["arrivals"] == first
    at.switch_page("pages/timeline.py").run()
    at.switch_page("pages/claims.py").run()
    assert at.session_state["arrivals"] == first + 2
