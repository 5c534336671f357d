"""Names in an article: the model's, the vocabulary's and the patterns', settled into one list.

    find_names(document)[0].text            # 'Kyiv'

Every source proposes ``Candidate``s with a weight; overlaps go to the heaviest; then the article is
made consistent with itself. A capital used for its government becomes the country with role
``metonym``. ``entity_id`` stays empty until ``lib.link``.
"""

from __future__ import annotations

from bisect import bisect_left

from lib.find.document import Document
from lib.find.names.acronyms import common_acronyms, from_acronyms
from lib.find.names.article import mended
from lib.find.names.candidate import Candidate, settle
from lib.find.names.capitals import in_capitals
from lib.find.names.consistency import agree, missed
from lib.find.names.context import from_context, relabelled
from lib.find.names.dateline import after_dateline, from_dateline
from lib.find.names.gazetteer import gazetteer
from lib.find.names.known import from_gazetteer
from lib.find.names.legal import with_legal_forms
from lib.find.names.line import Line
from lib.find.names.metonymy import capitals, is_building, reading
from lib.find.names.model import from_model
from lib.find.names.patterns import from_patterns
from lib.find.names.people import from_people
from lib.find.names.products import from_products
from lib.find.names.results import from_results
from lib.find.names.sport import is_report, sides, teams
from lib.find.names.unseen import from_unseen
from lib.find.names.voting import votes
from lib.schema import Mention
from lib.vocabulary import load

#: What proposes names in one sentence, in no particular order: the weights decide.
SOURCES = (
    from_model,
    from_gazetteer,
    from_patterns,
    from_people,
    from_products,
    from_context,
    from_unseen,
    from_results,
    from_dateline,
)


def find_names(document: Document) -> list[Mention]:
    """Mentions in reading order, not overlapping, each inside one sentence."""
    text = _visible(document)
    lines = [Line(sentence) for sentence in document.sentences]
    found: list[Candidate] = []
    report = is_report(lines)
    for line in lines:
        found += teams(line, with_legal_forms(line, settle(propose(line))), report)
    found = sides(lines, found, text) if report else found
    common = {form for block in document.blocks for form in common_acronyms(block.text)}
    found = [one for one in found if text[one.start : one.end] not in common]
    found = mended(found, text)
    found = agree(found, text, votes(lines, found, text, document.article.source))
    found += missed(found, text, [(s.start, s.end) for s in document.sentences])
    found = in_capitals(lines, sorted(found, key=lambda one: one.start), text)
    return _mentions(document, lines, found)


def _visible(document: Document) -> str:
    """The article's text with all that the model did not see blanked; offsets stay."""
    pieces, at = [], 0
    for block in document.blocks:
        pieces += [" " * (block.start - at), block.text]
        at = block.end
    return "".join(pieces)


def propose(line: Line) -> list[Candidate]:
    """Every source's candidates in one sentence; they may overlap."""
    proposed = after_dateline(line, [one for source in SOURCES for one in source(line)])
    return relabelled(line, proposed) + list(from_acronyms(line.text, line.base))


def _mentions(document: Document, lines: list[Line], found: list[Candidate]) -> list[Mention]:
    text, article_id = document.article.text, document.article.article_id
    rows: list[Mention] = []
    shared = _shared({text[one.start : one.end] for one in found})
    at = 0
    for line in lines:
        sentence = line.sentence
        while at < len(found) and found[at].start < sentence.end:
            one = found[at]
            at += 1
            if one.start < sentence.start or one.end > sentence.end:
                continue
            form = text[one.start : one.end]
            label, role, score = _reading(line, one, form, shared)
            rows.append(
                Mention(article_id, sentence.sentence_id, one.start, one.end, form, label, "", role, one.method, score)
            )
    return rows


def _reading(line: Line, one: Candidate, form: str, shared: set[str]) -> tuple[str, str, float]:
    """Label, role and score of a name at its place: countries and their seats depend on what stands around."""
    label, role, score = one.label, one.role, one.score
    entry = gazetteer().get(form)
    if label == "PLACE" and entry is not None and entry.label == "COUNTRY":
        label, role = "COUNTRY", entry.role
    if form in shared and label == "COUNTRY":
        return "PLACE", "name", min(score, 0.75)
    first = bisect_left(line.begins, one.start)
    tokens = line.tokens[first : bisect_left(line.begins, one.end)]
    if not tokens or line.capitals:
        return label, role, score
    if role == "metonym" and is_building(tokens):
        return "PLACE", "name", min(score, 0.75)
    if form in capitals() and label in ("PLACE", "COUNTRY") and reading(tokens):
        return "COUNTRY", "metonym", min(score, 0.75)
    return label, role, score


def _shared(forms: set[str]) -> set[str]:
    """Names of countries that are another place's in this article: Georgia beside Atlanta."""
    table = load("places")["shared"]
    return {name for name, cues in table.items() if forms & set(cues["with"]) and not forms & set(cues["without"])}
