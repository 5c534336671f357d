"""What in a text is not the article's body: marked with a kind and a reason, never removed.

    mark("Talks open\\n\\n(CNN) — The ministers met on Thursday.")    # [Mark(0, 10, 'headline', …), Mark(12, 19, …)]

Rules run in order over the paragraphs, first those that know their line by its words, then those that
know it by its place among the paragraphs that are left.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator

from lib.find.marks.captions import bracket_credit, glued_name, leading_credit, repeated, trailing_credit
from lib.find.marks.dateline import dateline
from lib.find.marks.head import (
    above_title,
    byline,
    date_line,
    given_title,
    header_lines,
    headline,
    leading_stamp,
    page_lines,
)
from lib.find.marks.headings import after_last, cross_head, kicker, menu, question, video_teaser
from lib.find.marks.lexicon import closed, inline_phrases, line_phrases, opened_lists, shouted_offer
from lib.find.marks.neighbours import (
    about_author,
    appeals,
    between,
    labels,
    offered,
    open_comments,
    pictured,
    section,
    table,
)
from lib.find.marks.page import Page
from lib.find.marks.stray import agency_tag, author_note, bare_address, read_more, stray_words
from lib.find.marks.unit import Mark, Unit
from lib.schema import Article, MarkedSpan
from lib.text.visible import visible

__all__ = ["Mark", "mark", "mark_article"]

Rule = Callable[[Page, Unit], Iterator[Mark]]

#: Rules that know a line by its own words.
BY_WORDS: list[Rule] = [
    header_lines, leading_stamp, above_title, given_title, page_lines, date_line, byline, line_phrases, shouted_offer,
    menu, kicker, bare_address, video_teaser, author_note,
    appeals, leading_credit, bracket_credit, trailing_credit, glued_name,
]  # fmt: skip
#: Rules that know it by its place among the paragraphs; they run when the first ones are done.
BY_PLACE: list[Rule] = [
    repeated, opened_lists, closed, headline, cross_head, question, after_last, dateline, inline_phrases,
    agency_tag, read_more, stray_words,
]  # fmt: skip
#: Rules that know it by the marked lines beside it; they run for as long as they find something.
BY_NEIGHBOURS: list[Rule] = [
    appeals, section, table, offered, pictured, about_author, between, labels,
    opened_lists, closed, headline, cross_head, after_last,
]  # fmt: skip
#: Kinds of lines that are the page's own.
OWN = ("promo", "boilerplate", "stray")
#: So often they run at most.
ROUNDS = 6


def mark(text: str, title: str = "") -> list[Mark]:
    """Marks of ``text`` in order, none overlapping, none empty; offsets are code points into ``text``."""
    seen = visible(text)
    page = Page.of(seen.words, visible(title).words)
    found: list[Mark] = []
    _run(BY_WORDS, page, found)
    open_comments(page)
    _run(BY_PLACE, page, found)
    for _ in range(ROUNDS):
        known = len(page.marked)
        _run(BY_NEIGHBOURS, page, found)
        if len(page.marked) == known:
            break
    return [
        Mark(seen.place(one.start), seen.place(one.end - 1) + 1, one.kind, one.why)
        for one in _disjoint(seen.words, found)
    ]


def _run(rules: list[Rule], page: Page, found: list[Mark]) -> None:
    for unit in page.units:
        for rule in rules:
            if unit.index in page.marked:
                break
            for one in rule(page, unit):
                found.append(one)
                if one.start <= unit.start and unit.end <= one.end:
                    page.marked.add(unit.index)
                    if one.kind in OWN:
                        page.own.add(unit.index)
                elif one.start == unit.start:
                    page.lead[unit.index] = one.end - unit.start
    page.look_again()


def mark_article(article: Article) -> list[MarkedSpan]:
    """The marks of an article as rows of ``spans``."""
    marks = mark(article.text, article.title)
    return [MarkedSpan(article.article_id, one.start, one.end, one.kind, one.why) for one in marks]


def _disjoint(text: str, marks: list[Mark]) -> Iterator[Mark]:
    """In order; of two that overlap the one that starts first, or ends first, keeps its words."""
    at = 0
    for one in sorted(marks, key=lambda m: (m.start, m.end)):
        start, end = max(one.start, at), one.end
        while start < end and text[start].isspace():
            start += 1
        while end > start and text[end - 1].isspace():
            end -= 1
        if end > start:
            yield Mark(start, end, one.kind, one.why)
            at = end
