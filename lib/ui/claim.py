"""One claim on the page: its sentences side by side with the differing words marked, then who is silent."""

from __future__ import annotations

import pandas as pd
import streamlit as st

from lib.ask.claim import Differing, OpenedClaim, Silent, Telling
from lib.ask.claims import articles_alone
from lib.export.table import PLACE
from lib.interval import say_published
from lib.phrase import ATTRIBUTION_NAMES, count, list_words
from lib.ui.correct.link import correct_link
from lib.ui.frame import OpenPage
from lib.ui.markdown import plain
from lib.ui.markup import differing, escape
from lib.ui.pages import PAGES
from lib.ui.values import say_value

ACROSS = 3
#: Key of the container in which the part of the page on one statement begins.
STATEMENT = "part-statement"
#: Nearest sentences that are written out at once.
SILENT = 6


def parts(found: OpenedClaim) -> list[tuple[str, str]]:
    """The parts that the page has for this claim, as links to them."""
    linked = [("All statements", "chart-agreement"), ("This statement", STATEMENT)]
    if _pairs(found):
        linked.append(("What differs", "part-differs"))
    linked.append((count(len(found.tellings), "sentence"), "part-sentences"))
    if found.stands:
        linked.append(("What is said of its evidence", "chart-standings"))
    if say_silence(found):
        quiet = _quiet(found)
        linked.append(
            (f"Not found in {count(len(quiet), 'outlet')}" if quiet else "Articles without it", "part-silent")
        )
    return linked


def show_claim(page: OpenPage, found: OpenedClaim) -> None:
    """What differs in words, then the sentences side by side."""
    st.html(f'<p class="dl-gist">{escape(found.gist)}</p>')
    _differences(found)
    told = sorted(found.tellings, key=lambda t: (t.published is None, t.published, t.source))
    with st.container(key="part-sentences"):
        st.subheader("The sentences that state it", anchor=False)
        st.caption(say_tellings(found))
        for row in (told[i : i + ACROSS] for i in range(0, len(told), ACROSS)):
            for column, telling in zip(st.columns(ACROSS), row, strict=False):
                with (
                    column,
                    st.container(key=f"telling-{telling.article_id}-{telling.start}", border=True, height="stretch"),
                ):
                    _telling(page, telling)
    page.offer(
        "sentences",
        f"Sentences that state: {found.gist}",
        ("outlet", "published", "sentence", "attributed to", "speaker", "certainty", "evidence", "words that differ",
         "score", "why", "article", "start", "end", "url"),
        [
            (t.source, t.published, t.passage, t.attribution, t.group, t.certainty, t.standing,
             "; ".join(f"{d.kind}: {d.words}" for d in t.differing), t.score, t.why, t.article_id, t.start,
             t.end, t.url)
            for t in told
        ],
    )  # fmt: skip


def say_tellings(found: OpenedClaim) -> str:
    """How many sentences, of whom, how many of them are not in the numbers, and whether words in them are marked."""
    told = found.tellings
    origins = f", from {count(found.n_origins, 'reporting origin')}" if found.n_origins < found.n_sources else ""
    said = f"{count(len(told), 'sentence')} in {count(found.n_sources, 'outlet')}{origins}, in order of report."
    if hidden := sum(not t.in_view for t in told):
        said += f" The filters leave out {hidden} of them: shown here, not counted above."
    if any((d.start, d.end) != (t.start, t.end) for t, d in _pairs(found)):
        said += " Words that differ are marked."
    elif len(told) > 1 and not found.kinds:
        said += " No difference was found between them."
    return said


def _telling(page: OpenPage, t: Telling) -> None:
    st.html(
        f'<p class="dl-outlet" style="border-color: {page.colours[t.slug]}">{escape(t.source)}'
        f"<span>{escape(say_published(t.published, t.published_how))}</span></p>"
    )
    st.html(differing(t.passage, t.passage_start, (t.start, t.end), t.differing))
    who = f"{ATTRIBUTION_NAMES[t.attribution]}: {t.group}" if t.group and t.attribution != "outlet" else ""
    facts = [who or ATTRIBUTION_NAMES[t.attribution]]
    facts += [t.certainty] if t.certainty != "stated" else []
    facts += [t.standing] if t.standing not in ("asserted", t.certainty) else []
    st.caption(plain(" · ".join(facts)))
    with st.container(key=f"why-{t.article_id}-{t.start}", horizontal=True, vertical_alignment="center"):
        if t.in_view:
            page.link("article", "Read in the article", article=t.article_id, mark=t.mark)
        else:  # under the filters it would not be highlighted
            whole = articles_alone(page.view).but(article=t.article_id, mark=t.mark)
            label = "Read in the article, without the filters"
            st.page_link(PAGES["article"].script, label=label, query_params=whole.to_query())
        with st.popover("Why here", type="tertiary"):
            st.text(f"{t.why} Score {t.score:.2f}.")
            correct_link(
                page.view,
                "different",
                "Correct this: it does not state it",
                t.passage_start,
                article=t.article_id,
            )


def _pairs(found: OpenedClaim) -> list[tuple[Telling, Differing]]:
    return [(t, d) for t in found.tellings for d in t.differing]


def _differences(found: OpenedClaim) -> None:
    pairs = _pairs(found)
    if not pairs:
        return
    with st.container(key="part-differs"):
        st.subheader("What differs", anchor=False)
        for kind in found.kinds:
            own = [(t, d) for t, d in pairs if d.kind == kind]
            if own:
                _difference(kind, own)


def _difference(kind: str, own: list[tuple[Telling, Differing]]) -> None:
    """One kind of difference: each value with its words and its outlets."""
    values: dict[str, list[tuple[Telling, Differing]]] = {}
    for t, d in own:
        values.setdefault(d.value, []).append((t, d))
    with st.container(key=f"differs-{kind}"):
        st.markdown(f"**{KINDS[kind]}**")
        for value, members in values.items():
            outlets = list_words(list(dict.fromkeys(t.source for t, _ in members)))
            words = list_words(
                list(dict.fromkeys(f"“{d.words}”" for t, d in members if (d.start, d.end) != (t.start, t.end)))
            )
            said = f"<b>{escape(say_value(kind, value))}</b> {escape(words)} <span>{escape(outlets)}</span>"
            st.html(f'<p class="dl-difference">{said}</p>')
        reasons = dict.fromkeys((t.source, d.why) for t, d in own if d.why)
        if reasons:
            with st.popover("How this was reasoned", type="tertiary", key=f"reasoned-{kind}"):
                for source, why in reasons:
                    st.text(f"{source}: {why}")


#: Kind of difference → its heading.
KINDS = {
    "opposite": "Whether it is so",
    "number": "The number",
    "hedge": "How exactly the number is given",
    "date": "The date",
    "attribution": "Who answers for it",
    "certainty": "How surely it is said",
}


def _not_stating(found: OpenedClaim) -> list[Silent]:
    told = {t.article_id for t in found.tellings}
    return [s for s in found.silent if s.article_id not in told]


def _quiet(found: OpenedClaim) -> list[str]:
    """Outlets that were searched, none of whose articles in view states it."""
    outlets = {s.source for s in found.searched if s.found}
    return list(dict.fromkeys(s.source for s in found.searched if s.source not in outlets))


def say_silence(found: OpenedClaim) -> str:
    """The heading over the articles of the story that do not state it; '' where each one does."""
    if quiet := _quiet(found):
        return f"Not found in the articles loaded of {list_words(quiet)}"
    if all(s.found for s in found.searched):
        return ""
    outlets = {s.source for s in found.searched}
    return f"Other articles of {outlets.pop()}, without it" if len(outlets) == 1 else "Every outlet searched states it"


def show_silence(page: OpenPage, found: OpenedClaim) -> None:
    """Articles of the story that were searched without finding the claim; those of silent outlets come first."""
    heading = say_silence(found)
    if not heading:
        return
    silent, quiet = _not_stating(found), _quiet(found)
    with st.container(key="part-silent"):
        st.subheader(plain(heading), anchor=False)
        own = [s for s in silent if s.source in quiet]
        if own:
            st.caption(
                "Not found is not omitted: an outlet may say it elsewhere, or in words that were not recognised. "
                "See for yourself: below are the sentences of its articles that come nearest."
            )
        for s in own[:SILENT]:
            _silent(page, s)
        _more(page, own[SILENT:], "of these outlets")
        _more(page, [s for s in silent if s.source not in quiet], "without it, of outlets that state it elsewhere")
        _searched(page, found)
    page.offer(
        "without-it",
        f"Articles without: {found.gist}",
        ("outlet", "published", "headline", "nearest sentence", "score", "related", "why", *PLACE),
        [
            (s.source, s.published, s.title, s.passage, s.score, s.related, s.why, s.article_id, s.start, s.end, s.url)
            for s in silent
        ],
    )


def _more(page: OpenPage, rest: list[Silent], which: str) -> None:
    if rest:
        with st.expander(f"{count(len(rest), 'more article' if 'these' in which else 'article')} {which}"):
            for s in rest:
                _silent(page, s)


def _searched(page: OpenPage, found: OpenedClaim) -> None:
    with st.expander(f"Searched: {count(len(found.searched), 'article')} of the story"):
        st.dataframe(
            pd.DataFrame(
                [(s.source, say_published(s.published, ""), s.title, "yes" if s.found else "") for s in found.searched],
                columns=["outlet", "published", "headline", "states it"],
            ),
            hide_index=True,
        )
        columns = ("outlet", "published", "headline", "states it", "article", "url")
        rows = [(s.source, s.published, s.title, s.found, s.article_id, s.url) for s in found.searched]
        page.save(page.offer("searched", f"Articles searched for: {found.gist}", columns, rows))


def _silent(page: OpenPage, s: Silent) -> None:
    with st.container(key=f"silent-{s.article_id}"):
        page.link(
            "article",
            plain(f"{s.source} · {say_published(s.published, '')} · {s.title or 'without a headline'}"),
            article=s.article_id,
            mark=None,
        )
        st.html(f'<p class="dl-passage dl-faint">{escape(s.passage)}</p>')
        st.caption(plain(say_nearness(s)))
        correct_link(page.view, "same", "Correct this: it states it", article=s.article_id)


def say_nearness(s: Silent) -> str:
    """Why a nearest sentence is not the statement.

    Its score is of whole sentences, so it can be high beside one that shares *another* statement with the claim: it is
    left to the tables, where it is named so.
    """
    head = "On the same subject, but not this statement." if s.related else "Nothing nearer in this article."
    return f"{head} {s.why.replace('Missing:', 'It lacks:')}"
