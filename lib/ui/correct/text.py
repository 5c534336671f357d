"""Forms of correction that are about a text: its day, a date in it, a stretch of it, a claim that it makes."""

from __future__ import annotations

from collections.abc import Sequence

import streamlit as st

from lib.ask import correctable
from lib.ask.correctable import Stretch, Told
from lib.interval import say_day
from lib.parameters import shorten
from lib.schema import SPAN_KINDS
from lib.ui.correct import choices as choose
from lib.ui.frame import OpenPage
from lib.ui.markdown import plain
from lib.ui.markup import escape

What = dict[str, str]


def published_form(page: OpenPage, at: int | None) -> What | None:
    """The day of publication."""
    left, right = st.columns([3, 1])
    with left:
        article = choose.article(page)
    found = page.store.rows(
        "select published, published_how, published_evidence from articles where article_id = ?", [article]
    )
    now, how, evidence = found[0] if found else (None, "", "")
    with right:
        day = choose.day("was published on", now, f"published-{article}")
    if found:
        known = f"{say_day(now)}, {how}" if now else "not known"
        st.caption(plain(f"Read as: {known}{f' — {shorten(evidence, 200)}' if evidence else ''}."))
        st.caption(
            "The article moves to that day in every chart at once. Dates in its text that are counted from the day "
            "(“on Tuesday”) are reasoned again when the corpus is next built, and so is which of two copies came first."
        )
    return {"article": article, "day": day.isoformat()} if article and day and day != now else None


def date_form(page: OpenPage, at: int | None) -> What | None:
    """The days that a time expression means."""
    article = choose.article(page)
    if not article:
        return None
    if at is not None and (of_event := correctable.date_of_event(page.store, article, at)) is not None:
        at = of_event
    offered = correctable.dates(page.store, article)
    chosen = choose.stretch("Words", offered, f"date-{article}", at, "No date was found in this article.")
    if not chosen:
        return None
    span = [say_day(d) for d in (chosen.first, chosen.last) if d]
    st.caption(plain(f"Read as: {' to '.join(dict.fromkeys(span)) or 'no day'}. {chosen.why}"))
    _in_context(page, article, chosen)
    left, right = st.columns(2)
    key = f"{article}-{chosen.start}"
    with left:
        first = choose.day("means, first day", chosen.first, f"first-{key}")
    with right:
        last = choose.day("last day", chosen.last or first, f"last-{key}")
    if not first or not last or (first, last) == (chosen.first, chosen.last):
        return None
    return {**_place(article, chosen.start, chosen.end), "first": first.isoformat(), "last": last.isoformat()}


def drop_form(page: OpenPage, at: int | None) -> What | None:
    """A stretch that is not the article's body."""
    article = choose.article(page)
    if not article:
        return None
    offered = correctable.sentences(page.store, article)
    first = choose.stretch("From this sentence", offered, f"drop-{article}", at, "This article has no body.")
    if not first:
        return None
    later = offered[offered.index(first) :]
    left, right = st.columns(2)
    with left:
        number = st.selectbox(
            "to this one", range(len(later)), format_func=lambda n: shorten(later[n].text, 90),
            key=f"to-{article}-{first.start}",
        )  # fmt: skip
        last = later[number or 0]
    with right:
        kind = st.selectbox("is not the article, but", SPAN_KINDS, index=3, key=f"as-{article}")
    words = st.text_input("Only these words of it (empty: all of it)", key=f"only-{article}-{first.start}-{last.end}")
    start, end = first.start, last.end
    if words:
        text = str(page.store.one("select text from articles where article_id = ?", [article]))
        start = text.find(words, start, end)
        if start < 0:
            st.info("These words do not stand there as they are written here.")
            return None
        end = start + len(words)
    return {**_place(article, start, end), "as": kind}


def restore_form(page: OpenPage, at: int | None) -> What | None:
    """A marked stretch that is the article's body after all."""
    article = choose.article(page)
    if not article:
        return None
    offered = correctable.marked(page.store, article)
    nothing = "Nothing of this article is marked as not its body."
    chosen = choose.stretch("This stretch is the article", offered, f"restore-{article}", at, nothing)
    if not chosen:
        return None
    st.caption(plain(f"Marked as {chosen.kind}: {chosen.why}"))
    st.caption("Known names are counted in it at once; its dates, events and quotes when the corpus is next built.")
    return _place(article, chosen.start, chosen.end)


def same_form(page: OpenPage, at: int | None) -> What | None:
    """A sentence that states the claim, and was not put there."""
    claim = choose.claim(page)
    if not claim:
        return None
    told = {(t.article_id, t.sentence) for t in correctable.stated(page.store, claim)}
    offered = list(correctable.near(page.store, claim))
    if page.view.article:
        title = str(page.store.one("select source_name from articles where article_id = ?", [page.view.article]))
        nearest = [t for t in offered if t.article_id == page.view.article]
        every = correctable.sentences(page.store, page.view.article)
        own = [Told(page.view.article, s.sentence, s.start, title, s.text) for s in every]
        offered = nearest + [t for t in own if t not in nearest] + [t for t in offered if t not in nearest]
    offered = [t for t in offered if (t.article_id, t.sentence) not in told]
    st.caption(
        "A sentence may state several claims: it stays under the others. Where it does not state one of them, "
        "say so there: “Does not state the claim”."
    )
    return _sentence(page, claim, offered, at, "This sentence states it too", "Every article searched states it.")


def different_form(page: OpenPage, at: int | None) -> What | None:
    """A sentence that does not state the claim."""
    claim = choose.claim(page)
    if not claim:
        return None
    offered = correctable.stated(page.store, claim)
    return _sentence(page, claim, offered, at, "This sentence does not state it", "No sentence states it.")


def _sentence(
    page: OpenPage, claim: str, offered: Sequence[Told], at: int | None, label: str, empty: str
) -> What | None:
    if not offered:
        st.caption(empty)
        return None
    article = page.view.article
    here = [n for n, t in enumerate(offered) if t.article_id == article and (at is None or t.start == at)]
    number = st.selectbox(
        label,
        range(len(offered)),
        index=here[0] if here else None,
        placeholder="Choose a sentence",
        format_func=lambda n: f"{offered[n].source}: {shorten(offered[n].text, 130)}",
        key=f"sentence-{label}-{claim}-{article}-{at}",
    )
    if number is None:
        return None
    one = offered[number]
    st.html(f'<p class="dl-passage">{escape(one.text)}</p>')
    return {"claim": claim, "article": one.article_id, "sentence": str(one.sentence)}


def _in_context(page: OpenPage, article: str, chosen: Stretch) -> None:
    """The sentence around the words, with them marked."""
    around = next((s for s in correctable.sentences(page.store, article) if s.sentence == chosen.sentence), None)
    if around:
        a, b = chosen.start - around.start, chosen.end - around.start
        before, inside, after = (escape(part) for part in (around.text[:a], around.text[a:b], around.text[b:]))
        st.html(f'<p class="dl-passage">{before}<mark>{inside}</mark>{after}</p>')


def _place(article: str, start: int, end: int) -> What:
    return {"article": article, "start": str(start), "end": str(end)}
