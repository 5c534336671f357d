"""Figures in words that need no statistics: 'Of 100 dates that an editor marked, Dateline finds 91 …'.

sentence(answer, "times", "meantime")      # ('Of 100 time expressions …', '247 marked in 90 documents')
"""

from __future__ import annotations

from collections.abc import Callable

from lib.ask.quality import Measured, Quality, Rate
from lib.phrase import count

MODEL = "the language model alone"


def in_hundred(value: float) -> str:
    """'82'; 100 and 0 are said only of all and of none."""
    rounded = round(100 * value)
    return str(min(rounded, 99) if value < 1 else rounded) if value <= 0 or rounded else "1"


def likely(rate: Rate | None) -> str:
    """' (likely between 79 and 88)', nothing where there is no interval, or one without width, which cannot be one."""
    if rate is None or rate.low is None or rate.high is None or rate.low == rate.high:
        return ""
    low, high = in_hundred(rate.low), in_hundred(rate.high)
    return f" (likely {low})" if low == high else f" (likely between {low} and {high})"


def basis(figure: Measured) -> str:
    """The counts behind a figure."""
    return f"{figure.n_items:,} marked by hand in {count(figure.n_documents, 'document')}"


def sentence(answer: Quality, measure: str, data: str) -> tuple[str, str] | None:
    """What was measured on one data set, and its counts; None where it was not."""
    said = _SENTENCES.get(measure)
    return said(answer, data) if said else None


def goal_missed(answer: Quality, figure: Measured) -> str:
    """'Names on MEANTIME: 70 of 100, the goal is 75. …'"""
    title = dict(answer.titles).get(figure.measure, figure.measure)
    data = next((d.title for d in answer.data if d.key == figure.data), figure.data)
    kinds = "; ".join(f"{kind} ({n})" for kind, n, _ in figure.errors)
    return (
        f"{title} on {data} ({figure.name}): {100 * figure.rate.value:.1f} of 100, "
        f"the goal is {100 * (figure.goal or 0):.0f}."
        + (f" Most often: {kinds}." if kinds else "")
        + (f" Next: {figure.next}." if figure.next else "")
    )


def _times(answer: Quality, data: str) -> tuple[str, str] | None:
    found, value = answer.of("times", "relaxed", data), answer.of("times", "value", data)
    if not (found and value and found.recall and value.recall and value.precision):
        return None
    return (
        f"Of 100 time expressions that an editor marked, Dateline finds {in_hundred(found.recall.value)} and reads "
        f"{in_hundred(value.recall.value)} of the 100 right{likely(value.recall)}. Of 100 that it marks, "
        f"{in_hundred(value.precision.value)} are marked by the editor too and mean the same."
    ), basis(value)


def _sentences(answer: Quality, data: str) -> tuple[str, str] | None:
    right = answer.of("sentences", "right", data)
    if not right:
        return None
    words = f"Of 100 sentences made to trip a date reader, it reads {in_hundred(right.rate.value)} right as a whole."
    return words, f"{count(right.n_items, 'sentence')} of our own"


def _names(answer: Quality, data: str) -> tuple[str, str] | None:
    ours, model = answer.of("names", "trimmed", data), answer.of("names", "trimmed", data, MODEL)
    if not (ours and ours.recall and ours.precision):
        return None
    words = (
        f"Of 100 people, organisations and places that an editor marked, Dateline marks "
        f"{in_hundred(ours.recall.value)} in the same words as the same kind{likely(ours.recall)}; of 100 that it "
        f"marks, {in_hundred(ours.precision.value)} are the editor’s."
    )
    if model and model.recall and model.precision:
        words += (
            f" The language model alone reaches {in_hundred(model.recall.value)} and "
            f"{in_hundred(model.precision.value)}."
        )
    return words, basis(ours)


def _entities(answer: Quality, data: str) -> tuple[str, str] | None:
    ours, plain = answer.of("entities", "b3", data), answer.of("entities", "b3", data, "the same words")
    if not (ours and ours.recall and ours.precision):
        return None
    words = (
        f"Take any name: of 100 mentions of the same person or thing, {in_hundred(ours.recall.value)} stand under the "
        f"same entry on average; of 100 under that entry, {in_hundred(ours.precision.value)} belong there."
    )
    if plain and plain.recall:
        words += f" By the same words alone it would be {in_hundred(plain.recall.value)} of 100."
    return words, basis(ours)


def _events(answer: Quality, data: str) -> tuple[str, str] | None:
    ours = answer.of("events", "all", data)
    if not (ours and ours.recall and ours.precision):
        return None
    return (
        f"Of 100 dated happenings that an editor marked, Dateline finds {in_hundred(ours.recall.value)} by the very "
        f"same word with exactly the right days{likely(ours.recall)}; of 100 that it marks, "
        f"{in_hundred(ours.precision.value)} are the editor’s."
    ), basis(ours)


def _quotes(answer: Quality, data: str) -> tuple[str, str] | None:
    content, speaker = answer.of("quotes", "content", data), answer.of("quotes", "speaker", data)
    who = answer.of("quotes", "attribution", data)
    if not (content and speaker and content.recall and content.precision and speaker.recall):
        return None
    words = (
        f"Of 100 quotes that an editor marked, Dateline finds {in_hundred(content.recall.value)}, and "
        f"{in_hundred(speaker.recall.value)} of the 100 with the right speaker{likely(speaker.recall)}; of 100 that it "
        f"marks, {in_hundred(content.precision.value)} are the editor’s."
    )
    if who:
        words += f" Who answers for a quote that it found is right {in_hundred(who.rate.value)} times of 100."
    return words, basis(content)


def _marks(answer: Quality, data: str) -> tuple[str, str] | None:
    recall, precision = answer.of("marks", "recall", data), answer.of("marks", "precision", data)
    if not (recall and precision):
        return None
    return (
        f"Of 100 letters of captions, bylines, advertisements and the like, {in_hundred(recall.rate.value)} are set "
        f"aside{likely(recall.rate)}; of 100 set aside, {in_hundred(precision.rate.value)} were indeed not the "
        f"article’s{likely(precision.rate)}."
    ), f"{recall.n_items:,} letters in {count(recall.n_documents, 'document')}"


def _days(answer: Quality, data: str) -> tuple[str, str] | None:
    given, inside = answer.of("days", "inferred", data), answer.of("days", "inside", data)
    right = answer.of("days", "inferred-right", data)
    if not given:
        return None
    words = f"Where the date of an article was hidden, one day was inferred for {_right(given)} of {given.n_items}"
    words += f", {_right(right)} of them rightly" if right else ""
    words += f"; bounds were given for {inside.n_items}, {_right(inside)} of them rightly" if inside else ""
    return f"{words}.", f"{count(given.n_items, 'document')}, each with its own date hidden in turn"


def _copies(answer: Quality, data: str) -> tuple[str, str] | None:
    joined, found = answer.of("copies", "precision", data), answer.of("copies", "recall", data)
    if not (joined and found):
        return None
    false = joined.n_items - _right(joined)
    return (
        f"{count(false, 'pair') if false else 'No pair'} of independent articles was taken for copies of one story. "
        f"Pairs of true copies: {found.n_items}, joined: {_right(found)}."
    ), f"all pairs of {count(joined.n_documents, 'document')}"


def _stories(answer: Quality, data: str) -> tuple[str, str] | None:
    ours, plain = answer.of("stories", "b3", data), answer.of("stories", "b3", data, "TF-IDF, single pass")
    if not (ours and ours.recall and ours.precision):
        return None
    words = (
        f"Take any article: of 100 articles on the same story, {in_hundred(ours.recall.value)} stand under the same "
        f"heading on average; of 100 under that heading, {in_hundred(ours.precision.value)} belong there."
    )
    if plain and plain.recall and plain.precision:
        words += (
            f" By shared words alone it would be {in_hundred(plain.recall.value)} and "
            f"{in_hundred(plain.precision.value)}."
        )
    return words, f"{count(ours.n_items, 'article')}, each with its story known"


def _claims(answer: Quality, data: str) -> tuple[str, str] | None:
    joined, paired = answer.of("claims", "precision", data), answer.of("claims", "recall", data)
    found, apart = answer.of("claims", "found", data), answer.of("claims", "apart", data)
    if not (found and paired):
        return None
    words = (
        f"Of 100 statements that two outlets share, Dateline finds {in_hundred(found.rate.value)}; of 100 pairs of "
        f"sentences that tell them, it sets {in_hundred(paired.rate.value)} side by side"
    )
    words += (
        f", and of 100 that it sets side by side, {in_hundred(joined.rate.value)} state the same." if joined else "."
    )
    if apart:
        words += (
            f" Of 100 pairs that only look alike – the same names, not the same statement – it keeps "
            f"{in_hundred(apart.rate.value)} apart."
        )
    plain = answer.of("claims", "found", data, "MiniLM alone")
    if plain:
        words += (
            f" As many pairs by likeness of meaning alone would have found {in_hundred(plain.rate.value)} of the 100."
        )
    pairs = f"{count(found.n_items, 'shared statement')} in {count(found.n_documents, 'pair')} of articles"
    return words, f"{pairs}, judged by hand"


def _alone(answer: Quality, data: str) -> tuple[str, str] | None:
    right, found = answer.of("alone", "right", data), answer.of("alone", "found", data)
    if not (right and found):
        return None
    words = (
        f"Of 100 statements that Dateline lists as not found in another outlet, {in_hundred(right.rate.value)} are "
        f"told by one outlet alone{likely(right.rate)}; of 100 that are, it lists {in_hundred(found.rate.value)} so."
    )
    articles = count(right.n_documents, "article")
    return words, f"{count(right.n_items, 'statement')} in {articles}, every sentence compared by hand"


def _differences(answer: Quality, data: str) -> tuple[str, str] | None:
    right, found = answer.of("differences", "right", data), answer.of("differences", "found", data)
    if not (right and found):
        return None
    words = (
        f"Of {count(right.n_items, 'pair')} of sentences in one statement whose numbers Dateline calls different, "
        f"{_right(right)} differ by a reader's judgement. Of {found.n_items:,} pairs in which a reader sees another "
        f"number, or one more or less exactly given (“2,800”, “nearly 3,000”), it points at {_right(found)}."
    )
    return words, "sentences that were judged by hand to state the same, and that Dateline sets side by side"


def _ledger(answer: Quality, data: str) -> tuple[str, str] | None:
    found, right = answer.of("ledger", "recall", data), answer.of("ledger", "precision", data)
    if not (found and right):
        return None
    words = (
        f"Where two outlets give one number in one statement, Dateline shows both in one row "
        f"{in_hundred(found.rate.value)} times of 100; of 100 numbers of two outlets that it shows in one row, "
        f"{in_hundred(right.rate.value)} stand in sentences that state the same."
    )
    return words, f"{count(found.n_items, 'number')} in sentences that were judged by hand"


def _quantities(answer: Quality, data: str) -> tuple[str, str] | None:
    value, hedge = answer.of("quantities", "value", data), answer.of("quantities", "hedge", data)
    if not (value and value.recall and value.precision and hedge and hedge.recall):
        return None
    words = (
        f"Of 100 numbers that count something, Dateline reads {in_hundred(value.recall.value)} with the right value"
        f"{likely(value.recall)} and {in_hundred(hedge.recall.value)} with the right hedge (“about”, “at least”); of "
        f"100 that it marks, {in_hundred(value.precision.value)} are such numbers and rightly read."
    )
    return words, f"{value.n_items:,} in {count(value.n_documents, 'sentence')} of our own, many of them traps"


def _standings(answer: Quality, data: str) -> tuple[str, str] | None:
    ours, by = answer.of("standings", "status", data), answer.of("standings", "by", data)
    if not (ours and ours.recall and ours.precision):
        return None
    words = (
        f"Of 100 times that a sentence says how an allegation stands (asserted, shown, withheld, challenged, denied), "
        f"Dateline finds {in_hundred(ours.recall.value)}{likely(ours.recall)}; of 100 that it finds, "
        f"{in_hundred(ours.precision.value)} are right."
    )
    if by:
        words += f" By whom it is said is right {in_hundred(by.rate.value)} times of 100."
    return words, f"{ours.n_items:,} in {count(ours.n_documents, 'sentence')} of our own, many of them traps"


def _right(figure: Measured) -> int:
    return round(figure.rate.value * figure.n_items)


_SENTENCES: dict[str, Callable[[Quality, str], tuple[str, str] | None]] = {
    "times": _times, "sentences": _sentences, "names": _names, "entities": _entities, "events": _events,
    "quotes": _quotes, "marks": _marks, "days": _days, "copies": _copies, "stories": _stories,
    "claims": _claims, "alone": _alone, "differences": _differences, "ledger": _ledger, "quantities": _quantities,
    "standings": _standings,
}  # fmt: skip
